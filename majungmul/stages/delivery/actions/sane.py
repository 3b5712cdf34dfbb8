"""날짜와 금액의 확인 — days in their order and within reach, amounts that can be those of a trade."""

from datetime import date

from majungmul.values.refusal import Refusal
from majungmul.values.won import ZERO, Won

REACH = 10
"""Years before and after today within which a day of a contract or an order may lie."""


class FarDay(Refusal):
    """너무 먼 날."""

    sentence = "‘{what}’이(가) {day:%Y. %-m. %-d.}로 적혀 있습니다. 연도를 확인해 주십시오."


class NotYet(Refusal):
    """아직 오지 않은 날."""

    sentence = "‘{what}’ {day:%Y. %-m. %-d.}은(는) 아직 오지 않았습니다. 실제로 있은 날을 적어 주십시오."


class DaysReversed(Refusal):
    """뒤바뀐 날짜."""

    sentence = (
        "‘{later}’({later_day:%Y. %-m. %-d.})이(가) ‘{earlier}’({earlier_day:%Y. %-m. %-d.})보다 앞섭니다. "
        "날짜를 확인해 주십시오."
    )


class NothingTraded(Refusal):
    """금액 없음."""

    sentence = "‘{what}’이(가) {found}입니다. 1원 이상을 적어 주십시오."


class VatTooMuch(Refusal):
    """공급가액보다 큰 부가세."""

    sentence = (
        "부가세 {vat}이(가) 공급가액 {supply}에 견주어 맞지 않습니다. 공급가액과 부가세를 나누어 적고, "
        "면세이면 부가세에 0을 적어 주십시오."
    )


def near(what: str, day: date, today: date) -> None:
    """Nothing, where the day is within reach. Refuses one of another age (a mistyped year)."""
    if abs(day.year - today.year) > REACH:
        raise FarDay(what=what, day=day)


def happened(what: str, day: date, today: date) -> None:
    """Nothing, where the day has come. Refuses one that has not, or one out of reach."""
    near(what, day, today)
    if day > today:
        raise NotYet(what=what, day=day)


def in_order(earlier: str, earlier_day: date, later: str, later_day: date) -> None:
    """Nothing, where one day is not after the other. Refuses days the wrong way round."""
    if later_day < earlier_day:
        raise DaysReversed(earlier=earlier, earlier_day=earlier_day, later=later, later_day=later_day)


def something(what: str, amount: Won) -> None:
    """Nothing, where there is an amount. Refuses zero and less."""
    if amount <= ZERO:
        raise NothingTraded(what=what, found=amount)


def priced(supply: Won, vat: Won) -> None:
    """Nothing, where both can be those of one invoice. Refuses no amount, and a VAT below zero or above the supply.

    Whether the VAT is a tenth is a remark for the officer: goods may be tax-free in part.
    """
    something("공급가액", supply)
    if not ZERO <= vat <= supply:
        raise VatTooMuch(vat=vat, supply=supply)
    _ = supply + vat  # refuses (TooLarge) what Won cannot hold
