"""금액 표기 — an amount in figures and words, as official papers write it."""

from majungmul.values.refusal import Refusal
from majungmul.values.won import Won

DIGITS = "영일이삼사오육칠팔구"
SMALL_UNITS = ("천", "백", "십", "")
LARGE_UNITS = ("조", "억", "만", "")


class NegativeInWords(Refusal):
    """음수 금액."""

    sentence = "0원보다 적은 금액({found})은 한글로 적지 않습니다. 줄어드는 금액은 표에 △로 적어 주십시오."


def in_words(amount: Won) -> str:
    """한글 금액 — `일십일만삼천오백육십`: every 일 is written, so that none can be added before a unit.

    행정업무의 운영 및 혁신에 관한 규정 시행규칙 제2조제2항. A negative amount is refused.
    """
    if amount.amount < 0:
        raise NegativeInWords(found=str(amount))
    if amount.amount == 0:
        return DIGITS[0]
    text = f"{amount.amount:016d}"
    groups = [text[start : start + 4] for start in range(0, 16, 4)]
    return "".join(
        _group(group) + unit for group, unit in zip(groups, LARGE_UNITS, strict=True) if int(group)
    )


def _group(four: str) -> str:
    """Four digits in words, nothing for a zero."""
    pairs = zip(four, SMALL_UNITS, strict=True)
    return "".join(DIGITS[int(digit)] + unit for digit, unit in pairs if digit != "0")


def in_figures_and_words(amount: Won) -> str:
    """`금113,560원(금일십일만삼천오백육십원)`."""
    return f"금{amount.amount:,}원(금{in_words(amount)}원)"
