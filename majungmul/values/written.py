"""적힌 값 — values as people write them: text in, a value out, or a sentence that says what to write."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from majungmul.values.refusal import Refusal
from majungmul.values.won import TooLarge, Won

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]",
)
"""Zero-width and direction marks, BOM, Hangul fillers: nobody sees them, so nobody meant them."""

SHOWN = 40
DIGITS_OF_LIMIT = 16
MOST = 10**9
FIRST_YEAR, LAST_YEAR = 1900, 2200


class NothingWritten(Refusal):
    """빈칸."""

    sentence = "비어 있습니다. {noun} ‘{example}’처럼 적어 주십시오."


class NotANumber(Refusal):
    """수가 아님."""

    sentence = "‘{found}’은(는) 숫자로 읽을 수 없습니다. {noun} ‘{example}’처럼 숫자로 적어 주십시오."


class MisplacedComma(Refusal):
    """쉼표 자리."""

    sentence = (
        "‘{found}’의 쉼표 자리가 맞지 않습니다. 세 자리마다 찍거나 쉼표 없이 ‘{example}’처럼 적어 주십시오."
    )


class LeadingZero(Refusal):
    """0으로 시작."""

    sentence = (
        "‘{found}’은(는) 0으로 시작합니다. 다른 열의 번호가 아닌지 확인하고 ‘{example}’처럼 적어 주십시오."
    )


class Negative(Refusal):
    """음수."""

    sentence = "‘{found}’은(는) 0보다 작은 수입니다. {noun} 빼기표(-, △)나 괄호 없이 적어 주십시오."


class Zero(Refusal):
    """0."""

    sentence = "0이 적혀 있습니다. {noun} 1 이상으로 적어 주십시오."


class NotWhole(Refusal):
    """끝수."""

    sentence = (
        "‘{found}’에 1보다 작은 끝수가 있습니다. {noun} 소수점 아래 없이 ‘{example}’처럼 적어 주십시오."
    )


class TooMany(Refusal):
    """너무 큰 수."""

    sentence = "‘{found}’은(는) 너무 큰 수입니다. 금액을 잘못 옮겨 적지 않았는지 확인해 주십시오."


class NotADay(Refusal):
    """날짜가 아님."""

    sentence = "‘{found}’은(는) 날짜로 읽을 수 없습니다. ‘2018-05-10’처럼 적어 주십시오."


class NoSuchDay(Refusal):
    """없는 날."""

    sentence = "‘{found}’은(는) 달력에 없는 날입니다. 달과 날을 확인해 ‘2018-05-10’처럼 적어 주십시오."


class TwoDigitYear(Refusal):
    """두 자리 연도."""

    sentence = "‘{found}’은(는) 몇 년인지 알 수 없습니다. 연도를 네 자리로 ‘2018-05-10’처럼 적어 주십시오."


class YearOutOfRange(Refusal):
    """연도 범위 밖."""

    sentence = "‘{found}’의 연도를 확인해 주십시오. 1900년부터 2200년까지 적을 수 있습니다."


@dataclass(frozen=True, slots=True)
class _Kind:
    """적을 것 — how a whole number is spoken of, an example of it, and the units that may follow it."""

    noun: str
    example: str
    units: str


_AMOUNT = _Kind("금액을 원 단위로", "5,000,000", "원")
_COUNT = _Kind("수를", "12", "명|인|건|개|개사|개소|곳|회|번|부|면|매|대|팀|일|개월|시간")

_NUMBER = r"([0-9][0-9,]*(?:\.[0-9]+)?)"
_PLAIN = rf"₩? *{_NUMBER} *(?:UNITS)?"
_BELOW_ZERO = rf"(?:[-−–△▲] *₩? *{_NUMBER}|₩ *[-−–△▲] *{_NUMBER}|\( *₩? *{_NUMBER} *\)) *(?:UNITS)?"
_GROUPED = re.compile(r"[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+")
_STYLES = (
    r"({year}) *- *([0-9]{{1,2}}) *- *([0-9]{{1,2}})",
    r"({year}) *\. *([0-9]{{1,2}}) *\. *([0-9]{{1,2}}) *\.?",
    r"({year}) */ *([0-9]{{1,2}}) */ *([0-9]{{1,2}})",
    r"({year})([0-9]{{2}})([0-9]{{2}})",
    r"({year}) *년 *([0-9]{{1,2}}) *월 *([0-9]{{1,2}}) *일",
)
_MIDNIGHT = r"(?:[T ]00:00(?::00(?:\.0+)?)?)?"


def _any_style(year: str) -> re.Pattern[str]:
    """Every way of writing a day, with the year written in so many digits."""
    return re.compile("|".join(f"(?:{style.format(year=year)}){_MIDNIGHT}" for style in _STYLES))


_DAY = _any_style("[0-9]{4}")
_SHORT_DAY = _any_style("['’‘`]?[0-9]{2}")


def visible(text: str) -> str:
    """보이는 글자 — the text without marks that nobody sees, and without spaces around it."""
    return text.strip() if text.isascii() else INVISIBLE.sub("", text).strip()


def clean(text: str) -> str:
    """다듬은 글자 — the text in its plain form (NFKC makes full-width digits plain), visible marks only."""
    return text.strip() if text.isascii() else visible(unicodedata.normalize("NFKC", text))


def shown(text: str) -> str:
    """되짚어 보이는 글자 — what was found, short enough and harmless enough to be said in a sentence."""
    start = visible(text[: SHOWN * 10])
    line = "".join(letter if letter.isprintable() else " " for letter in start)
    return line if len(line) <= SHOWN and len(text) <= SHOWN * 10 else f"{line[:SHOWN]}…"


def won(text: str) -> Won:
    """금액 — whole won, at least 1: `5000000`, `5,000,000원`, full-width digits, `5000000.0`."""
    return Won(_at_least_one(text, _AMOUNT))


def won_or_zero(text: str) -> Won:
    """금액 — the same, and 0 may be written."""
    return Won(_whole(text, _AMOUNT))


def count(text: str) -> int:
    """수 — how many, at least 1; a counter may follow it (`90명`, `3회`)."""
    number = _at_least_one(text, _COUNT)
    if number > MOST:
        raise TooMany(found=shown(text))
    return number


def _at_least_one(text: str, kind: _Kind) -> int:
    """The whole number, which is not zero."""
    number = _whole(text, kind)
    if number == 0:
        raise Zero(noun=kind.noun)
    return number


def _whole(text: str, kind: _Kind) -> int:
    """The whole number that was written, zero or more."""
    written = clean(text)
    words = {"found": shown(text), "noun": kind.noun, "example": kind.example}
    if not written:
        raise NothingWritten(**words)
    if re.fullmatch(_BELOW_ZERO.replace("UNITS", kind.units), written):
        raise Negative(**words)
    match = re.fullmatch(_PLAIN.replace("UNITS", kind.units), written)
    if match is None or _has_odd_digits(text):
        raise NotANumber(**words)
    whole, _, fraction = match[1].partition(".")
    return _integer(whole, fraction, words)


def _integer(whole: str, fraction: str, words: dict[str, str]) -> int:
    """The integer of `5,000,000` and `00`: commas in place, no leading zero, no fraction, not too large."""
    if not _GROUPED.fullmatch(whole):
        raise MisplacedComma(**words)
    if fraction.strip("0"):
        raise NotWhole(**words)
    digits = whole.replace(",", "")
    if digits.startswith("0") and digits != "0":
        raise LeadingZero(**words)
    # Python itself refuses to read thousands of digits; whatever is this long is beyond every amount.
    if len(digits) > DIGITS_OF_LIMIT:
        raise TooLarge(found=words["found"])
    return int(digits)


def _has_odd_digits(text: str) -> bool:
    """Whether a digit is neither plain nor full-width: NFKC would read `5²` as 52 and `①` as 1."""
    return any(letter.isnumeric() and letter not in "0123456789０１２３４５６７８９" for letter in text)


def day(text: str) -> date:
    """날짜 — `2018-05-10`, `2018. 5. 10.`, `2018/5/10`, `20180510`, `2018년 5월 10일`, at midnight."""
    written, found = clean(text), shown(text)
    if not written:
        raise NothingWritten(noun="날짜를", example="2018-05-10")
    match = _DAY.fullmatch(written)
    if match is None or _has_odd_digits(text):
        raise (TwoDigitYear if _SHORT_DAY.fullmatch(written) else NotADay)(found=found)
    year, month, day_of_month = (int(part) for part in match.groups() if part is not None)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise YearOutOfRange(found=found)
    try:
        return date(year, month, day_of_month)
    except ValueError:
        raise NoSuchDay(found=found) from None
