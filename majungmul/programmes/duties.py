"""한 해의 할 일 — who owes what by when, each year and after each event: `law/duties.toml`, dated by the law.

What is written there names a rule of `law/*.toml` or its own basis; a mistake in it is a bug, found by tests.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from majungmul.programmes.legislation import LAW, Row, law_on, rows
from majungmul.values.calendar import months_after
from majungmul.values.duty import Counting, Due, Owed

FILE = LAW / "duties.toml"
NEXT_YEAR = "다음 해"
WRITTEN_DAY = re.compile(r"(다음 해 )?(?:(매월)|(\d{1,2})월) (?:(말)|(\d{1,2})일)")
MONTHS = 12

COUNTED_FROM_2021 = "period.restriction_first_day_counts"
"""Before 행정기본법 제6조제2항 was in force, every period was counted by 민법."""


@dataclass(frozen=True, slots=True)
class RecurringDuty:
    """할 일 — one entry of the file: what, who, under which rule of law or which basis, and when.

    Exactly one of `days`, `year`, `after`, `before` and `event` is filled.
    """

    code: str
    what: str
    who: tuple[str, ...]
    law: str = ""
    basis: str = ""
    since: date = date.min
    until: date | None = None
    days: tuple[str, ...] = ()
    year: str = ""
    after: str = ""
    before: str = ""
    event: str = ""
    in_days: int | None = None
    counting: Counting = Counting.DEADLINE
    assumed: Mapping[str, str] = field(default_factory=dict)

    def rules(self, jurisdiction: str) -> list[Row]:
        """The rules that it stands on: each version of the law's, or its own basis."""
        if not self.law:
            return [Row(self.code, self.what, self.basis, self.since, "M", "practice §6", until=self.until)]
        return [row for row in rows() if row.key == self.law and row.jurisdiction in {None, jurisdiction}]

    def holds(self, rule: Row, day: date, jurisdiction: str) -> bool:
        """Whether it stands on this rule on that day: a jurisdiction's own rule goes before the nation's."""
        return law_on(day, jurisdiction).get(self.law) is rule if self.law else rule.in_force_on(day)

    def in_year(self, year: int, rule: Row) -> Iterator[Due]:
        """When it is due in a plan's year under this rule."""
        if self.days:
            yield from (Due(day, counting=self.counting) for text in self.days for day in _days(text, year))
        elif self.year:
            month, day = str(rule.value).split("-")
            following = self.year == NEXT_YEAR
            yield Due(date(year + following, int(month), int(day)), counting=self.counting)
        elif self.after:
            yield _counted(_day(self.after, year), rule, self.counting)
        elif self.before:
            yield Due(_day(self.before, year), days=-rule.number, counting=Counting.EXACT)

    def after_event(self, day: date, rule: Row) -> Due:
        """When it is due after its event of that day under this rule."""
        if self.in_days is not None:
            return Due(day, days=self.in_days, counting=self.counting)
        is_too_early = self.counting is Counting.RESTRICTION and COUNTED_FROM_2021 not in law_on(day)
        return _counted(day, rule, Counting.DEADLINE if is_too_early else self.counting)

    def owed(self, rule: Row, due: Due, occasion: str) -> Iterator[Owed]:
        """It as a value, for each who owes it."""
        for who in self.who:
            yield Owed(
                self.code, self.what, who, rule.article, due, occasion, "; ".join(self.assumed.values())
            )


@cache
def recurring_duties() -> tuple[RecurringDuty, ...]:
    """모든 할 일 — every entry of the file, in its order, read once."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(_read(entry) for entry in table["duties"])


def duties_of(year: int, jurisdiction: str) -> list[Owed]:
    """한 해의 할 일 — what the plan of a year brings, by the last day: under the law of each day.

    Those of a rule that was not yet, no longer, or that nobody has read are not among them.
    """
    found = [
        owed
        for duty in recurring_duties()
        for rule in duty.rules(jurisdiction)
        for due in duty.in_year(year, rule)
        if duty.holds(rule, due.earliest, jurisdiction)
        for owed in duty.owed(rule, due, f"{due.earliest:%Y-%m}")
    ]
    return sorted(found, key=lambda owed: owed.due.earliest)


def duties_after(event: str, day: date, jurisdiction: str) -> list[Owed]:
    """수시 할 일 — what an event of that day brings (`refund.ordered`), under the law of that day."""
    return [
        owed
        for duty in recurring_duties()
        if duty.event == event
        for rule in duty.rules(jurisdiction)
        if duty.holds(rule, day, jurisdiction)
        for owed in duty.owed(rule, duty.after_event(day, rule), day.isoformat())
    ]


def _read(entry: dict[str, Any]) -> RecurringDuty:
    """One entry; a list becomes a tuple, the counting its name."""
    lists = {name: tuple(value) for name, value in entry.items() if isinstance(value, list)}
    return RecurringDuty(**(entry | lists | {"counting": Counting(entry.get("counting", "deadline"))}))


def _counted(day: date, rule: Row, counting: Counting) -> Due:
    """From that day on, what the rule says in its unit."""
    if rule.unit.startswith("개월"):
        return Due(day, months=rule.number, counting=counting)
    if rule.unit.startswith("년"):
        return Due(day, months=rule.number * MONTHS, counting=counting)
    if rule.unit.startswith("일 전"):
        return Due(day, days=-rule.number, counting=Counting.EXACT)
    if rule.unit.startswith("일"):
        return Due(day, days=rule.number, counting=counting)
    message = f"{rule.key} counts nothing: {rule.unit!r}"
    raise ValueError(message)


def _day(text: str, year: int) -> date:
    """The one day that a text names."""
    (day,) = _days(text, year)
    return day


def _days(text: str, year: int) -> list[date]:
    """`7월 25일`, `다음 해 1월 25일`, `2월 말`, `매월 10일` of a plan's year."""
    found = WRITTEN_DAY.fullmatch(text)
    if found is None:
        message = f"no day: {text!r}"
        raise ValueError(message)
    following, monthly, month, _, day = found.groups()
    first = date(year + bool(following), int(month or 2), 1)
    firsts = [months_after(first, count) for count in range(MONTHS if monthly else 1)]
    return [
        each.replace(day=int(day)) if day else months_after(each, 1) - timedelta(days=1) for each in firsts
    ]
