"""기간 — a half-open stretch of days."""

from dataclasses import dataclass
from datetime import date, timedelta

from majungmul.values.refusal import Refusal


class EndsBeforeStart(Refusal):
    """끝이 시작보다 이름."""

    sentence = "끝나는 날({until})이 시작하는 날({since})보다 늦어야 합니다. 두 날짜를 확인해 주십시오."


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """기간 — the days of `[since, until)`: the first day counts, `until` does not."""

    since: date
    until: date

    def __post_init__(self) -> None:
        """Refuse a period without a day."""
        if self.until <= self.since:
            raise EndsBeforeStart(since=self.since, until=self.until)

    @property
    def days(self) -> int:
        """How many days."""
        return (self.until - self.since).days

    @property
    def last_day(self) -> date:
        """The last day that counts."""
        return self.until - timedelta(days=1)

    def __contains__(self, day: date) -> bool:
        """Whether the day is one of these days."""
        return self.since <= day < self.until

    def meet(self, other: "Period") -> "Period | None":
        """The days in both, or None where there is no such day."""
        since, until = max(self.since, other.since), min(self.until, other.until)
        return Period(since, until) if since < until else None


def year_of(year: int) -> Period:
    """회계연도 — the fiscal year, which is the calendar year."""
    return Period(date(year, 1, 1), date(year + 1, 1, 1))
