"""행의 단계 — which rows of a brought table are totals of which, told by their names."""

import re
from collections.abc import Sequence

from majungmul.proof.order import sign_of
from majungmul.values.table import Totals

WHOLE = {"합계", "총계", "총합계", "계", "전체", "총액", "총합", "total"}
PART = re.compile(r".*(?:소계|중계)|.+\s계")
ITEM = 2


def levels_of(named: Sequence[Sequence[str]], untold: list[str]) -> tuple[list[int], Totals]:
    """행의 단계 — 0 the whole, 1 subtotals, deeper the items; and on which side of its parts a total stands.

    Where no row is a total, or one cannot tell of which, nothing is added up, and that is told.
    """
    levels = [_level(words) for words in named]
    if ITEM not in levels or min(levels, default=ITEM) == ITEM:
        untold.append("‘합계’나 ‘소계’라고 적힌 행을 찾지 못해 더해 보지 못했습니다.")
        return [0] * len(levels), Totals.NONE
    totals = Totals.FIRST if min(levels[: levels.index(ITEM) + 1]) < ITEM else Totals.LAST
    styles = _styles(named, levels)
    if 1 in levels or len(styles) < ITEM:
        return levels, totals
    if totals is Totals.LAST:
        untold.append("묶음이 여러 단계여서 합계가 무엇을 더한 것인지 알 수 없어, 더해 보지 못했습니다.")
        return [0] * len(levels), Totals.NONE
    return [_by_sign(words, level, styles) for words, level in zip(named, levels, strict=True)], totals


def _level(words: Sequence[str]) -> int:
    plain = [re.sub(r"[\s:：]", "", word).casefold() for word in words]
    if any(word in WHOLE for word in plain):
        return 0
    return 1 if any(PART.fullmatch(word.strip()) for word in words) else ITEM


def _styles(named: Sequence[Sequence[str]], levels: Sequence[int]) -> list[str]:
    """The styles of 항목 기호 of the items, in the order in which they first come."""
    signs = [
        sign_of(" ".join(words))
        for words, level in zip(named, levels, strict=True)
        if level == ITEM and words
    ]
    return list(dict.fromkeys(sign.style for sign in signs if sign))


def _by_sign(words: Sequence[str], level: int, styles: Sequence[str]) -> int:
    sign = sign_of(" ".join(words))
    if level < ITEM:
        return level
    return 1 + (styles.index(sign.style) if sign else len(styles))
