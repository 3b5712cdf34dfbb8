"""계산 — an amount and the sentence that explains it."""

from dataclasses import dataclass

from majungmul.values.refusal import Refusal
from majungmul.values.won import Won


class NoTermsThen(Refusal):
    """그날의 조건 없음."""

    sentence = "{day:%Y. %-m. %-d.}에는 정해진 지원 조건이 없어 계산할 수 없습니다. 날짜를 확인해 주십시오."


@dataclass(frozen=True, slots=True)
class Calculation:
    """계산 — what is to be paid, in won, and why: the same sentence goes to screen, letter and audit."""

    amount: Won
    because: str
