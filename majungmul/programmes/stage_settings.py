"""단계의 조건 — what the stages need to know of a programme and its paper does not give: dated, assumed."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic import Field as Given
from pydantic_core import PydanticCustomError

from majungmul.programmes.written import Code, Switch, Text, Written

A_LEAP_YEAR = 2024
"""Which has every day that there is."""
Days = Annotated[int, Given(strict=True, ge=1, le=365)]


def _month_day(text: str) -> str:
    """A day of the year, of any year: `12-15`."""
    days = {f"{day:%m-%d}" for day in (date(A_LEAP_YEAR, 1, 1) + timedelta(n) for n in range(366))}
    if text not in days:
        raise PydanticCustomError("no_month_day", "달과 날을 ‘12-15’처럼 두 자리씩 적어 주십시오.")
    return text


class StageSettings(Written):
    """단계의 조건 — the settings of a programme's stages as they hold from a day."""

    day_counts: Literal["delivered", "issued", "paid"]
    reconsideration_days: Days
    correction_days: Days
    small_order_up_to: Annotated[int, Given(strict=True, ge=0)]
    minor_change_percent: Annotated[int, Given(strict=True, ge=0, le=100)]
    last_claim_day: Annotated[str, AfterValidator(_month_day)]
    spending_before_own_award: Literal["shown", "refused"]
    needs_committee: Switch
    payee_from: Literal["applicant", "partner"]
    interest_on_recipient_refund: Switch

    def last_claim_on(self, year: int) -> date:
        """마지막 청구일 — the last day of that year's claims; 29 February is the 28th in a common year."""
        month, day = (int(part) for part in self.last_claim_day.split("-"))
        return date(year, month, min(day, monthrange(year, month)[1]))


class DatedSettings(Written):
    """날짜 있는 단계의 조건 — settings since a day, their source, and why each was assumed."""

    since: Annotated[date, Given(strict=True)]
    source: Text
    values: StageSettings
    assumed: dict[str, Text] = Given(default_factory=dict)


class Item(Written):
    """자격검토표 항목 — one thing that a review looks at; `law`: the key of a row of `programmes/law`."""

    code: Code
    label: Text
    law: str = ""
    assumed: dict[str, Text] = Given(default_factory=dict)
