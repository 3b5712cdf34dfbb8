"""말 — the small words of a sentence: quotation marks and particles."""

import unicodedata

SYLLABLES = range(ord("가"), ord("힣") + 1)
FINALS = 28
NO_FINAL_OR_RIEUL = (0, 8)
DIGITS_WITH_FINAL = "036"


def quoted(label: str) -> str:
    """따옴표 — a label in quotes, on one line; in double ones where it has single ones of its own (’18년)."""
    label = " ".join(label.split())
    return f"“{label}”" if "’" in label or "‘" in label else f"‘{label}’"


def ro(word: str) -> str:
    """조사 ‘로’ — 로 or 으로, whichever follows the word."""
    last = unicodedata.normalize("NFKC", word).rstrip(" .)]’”")[-1:]
    if last and ord(last) in SYLLABLES:
        return "로" if (ord(last) - SYLLABLES.start) % FINALS in NO_FINAL_OR_RIEUL else "으로"
    return "으로" if last and last in DIGITS_WITH_FINAL else "로"
