"""주민등록번호 — kept nowhere: what looks like one is refused where it is typed."""

import re
from unicodedata import normalize

LAW = "개인정보 보호법 제24조의2"

_BIRTH = r"(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_DASH = r"\s*[-‐-―−]\s*"

DASHED = re.compile(rf"{_BIRTH}{_DASH}\d{{7}}(?!\d)")
"""Six digits that can be a day of birth, a dash, seven digits."""
RESIDENT_NUMBER = re.compile(rf"{_BIRTH}(?:{_DASH}\d|\s*[1-8])\d{{6}}(?!\d)")
"""The same with or without the dash; without one the seventh digit is one of the sexes and centuries."""


def dashed_in(text: str) -> bool:
    """Whether the text holds one with its dash, in digits of any width."""
    return bool(DASHED.search(normalize("NFKC", text)))


def found_in(text: str) -> bool:
    """Whether the text holds one, with or without its dash."""
    return bool(RESIDENT_NUMBER.search(normalize("NFKC", text)))
