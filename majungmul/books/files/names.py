"""파일 이름 — what a person named a file, made safe to show, to store and to hand back."""

import unicodedata

from majungmul.values.resident_number import RESIDENT_NUMBER

MOST_BYTES = 255
"""What every file system that people use takes for one name, in UTF-8."""

DEVICES = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"}
"""Windows opens a device instead of a file of such a name, whatever its ending is."""

NOT_IN_A_NAME = str.maketrans(dict.fromkeys('<>:"|?*', "_"))
FILLERS = {"\u115f", "\u1160", "\u3164", "\uffa0"}
"""Hangul fillers: letters by their category, and nothing to see."""

UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}
"""Control characters, bidi marks and zero widths, halves of letters, unassigned, private, line ends."""

NAMELESS, REMOVED = "이름없음", "주민번호 지움"


def clean(name: str, endings: tuple[str, ...]) -> str:
    """파일 이름 — its last path part, without unseen characters, in NFC, at most 255 bytes.

    It ends in one of `endings` (`(".jpg", ".jpeg")`, the first where it has none of them): the ending tells
    what the content is. Cutting takes letters off the stem, whole ones. A resident registration number in it
    is taken out.
    """
    seen = "".join(map(_seen, name.replace("\\", "/").rpartition("/")[2]))
    plain = _without_number(unicodedata.normalize("NFC", seen)).translate(NOT_IN_A_NAME).strip(" .")
    ending = next((end for end in endings if plain.lower().endswith(end)), "")
    stem, ending = (plain[: -len(ending)], plain[-len(ending) :]) if ending else (plain, endings[0])
    stem = _no_device(stem.rstrip(" .") or NAMELESS)
    return _cut(stem, MOST_BYTES - len(ending.encode())) + ending


def _seen(letter: str) -> str:
    """The letter, a space for any white space, or nothing for what can't be seen."""
    category = unicodedata.category(letter)
    if category in UNSEEN or letter in FILLERS:
        return ""
    return " " if category == "Zs" else letter


def _without_number(name: str) -> str:
    """The name, with words where a resident registration number stood, in digits of any width."""
    if RESIDENT_NUMBER.search(narrow := unicodedata.normalize("NFKC", name)):
        return RESIDENT_NUMBER.sub(REMOVED, narrow)
    return name


def _no_device(stem: str) -> str:
    """`_con` for `con`, also for `con.2018`."""
    return f"_{stem}" if stem.partition(".")[0].rstrip().lower() in DEVICES else stem


def _cut(stem: str, most: int) -> str:
    """The longest beginning of whole letters in so many bytes."""
    end = len(stem)
    while len(stem[:end].encode()) > most:
        end -= 1
    while 0 < end < len(stem) and _continues(stem[end]):
        end -= 1
    return stem[:end].rstrip(" .") or NAMELESS


def _continues(letter: str) -> bool:
    """Whether this is the rest of the letter before: an accent, a vowel of old Hangul."""
    is_jamo = "\u1160" <= letter <= "\u11ff" or "\ud7b0" <= letter <= "\ud7ff"
    return is_jamo or unicodedata.category(letter).startswith("M")
