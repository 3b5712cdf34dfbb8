"""지적 — what a check found."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["total", "difference", "ratio", "product", "repeated", "order", "unreadable"]


@dataclass(frozen=True, slots=True)
class Finding:
    """지적 — what stands where, what should stand there, and a sentence for the reader.

    `printed` and `expected` are words as the paper prints them. `difference` is printed less
    expected, in won; None where the figure is no money or has no value.
    """

    kind: Kind
    place: str
    printed: str
    expected: str
    difference: int | None
    sentence: str
