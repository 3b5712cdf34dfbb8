"""고칠 곳 — what is wrong in something that a person wrote, where, and what to write instead."""

from collections.abc import Sequence
from dataclasses import dataclass

from majungmul.values.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Mistake:
    """고칠 곳 — the place as a reader finds it (`3행 ‘원금’`), and a sentence: what to write instead."""

    place: str
    sentence: str

    def __str__(self) -> str:
        """One line for the reader."""
        return f"{self.place}: {self.sentence}" if self.place else self.sentence


class Mistaken(Refusal):
    """고칠 곳이 있음 — every mistake of a file at once, so that nobody has to try again and again."""

    sentence = "{count}곳을 고쳐 주십시오."

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        """Keep all mistakes, in the order in which a reader meets them."""
        self.mistakes = tuple(mistakes)
        super().__init__(count=len(self.mistakes))
