"""The story: any day of the year may be today, an interruption costs nothing, and the books are whole."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from majungmul.books.ledger.queries import lines_of
from majungmul.books.trail.models import Event
from majungmul.books.upkeep.verification import verify
from majungmul.programmes.plan import plan
from majungmul.stages.award.queries import awards_by
from majungmul.stages.plan.queries import edition_of, plan_of
from majungmul.story import people, this_year, year_2018
from majungmul.story.telling import Step, Told, Unrefused, at_work, tell
from majungmul.story.whole import tell_all
from majungmul.values.business_number import BusinessNumber
from majungmul.values.won import Won
from tests.database import Scratch, fingerprint

PROGRAMME = "trade_collaboration"


class StoppedError(Exception):
    """The program is stopped in the middle."""


def told_now(today: date) -> Told:
    """The current year alone, with everybody in it."""
    told = Told(people.system_of(today))
    return tell([*people.steps(told), *this_year.steps(today.year)], told, today)


def figures(told: Told, year: int) -> dict[str, tuple[int, ...]]:
    """Of 협업, line by line: 예산, 교부, 집행, 확정, 반납, 남음."""
    names = ("appropriated", "disbursed", "paid", "recognised", "returned", "left")
    lines = lines_of(told.system.jurisdiction, year)
    return {
        line.line: tuple(getattr(line, name).amount for name in names)
        for line in lines
        if line.programme == PROGRAMME
    }


def test_2018_ends_with_what_was_not_spent_returned(whole: Told) -> None:
    told = figures(whole, 2018)
    assert told["support"] == (290_000_000, 140_000_000, 122_915_800, 122_915_800, 17_084_200, 150_000_000)
    assert told["publicity"] == (10_000_000, 6_000_000, 3_520_000, 3_520_000, 2_480_000, 4_000_000)


def test_2017_is_what_the_paper_tells(whole: Told) -> None:
    lines = lines_of(whole.system.jurisdiction, 2017)
    assert sum(line.paid.amount for line in lines) == 770_450_186
    assert sum(line.returned.amount for line in lines) == 29_549_814


def test_the_current_year_is_open_on_its_last_day(whole: Told) -> None:
    told = figures(whole, 2026)
    assert told["support"][:3] == (290_000_000, 140_000_000, 123_029_000)
    assert told["support"][4:] == (0, 0), "what is left is ordered back next year"
    offices = whole.rows["operator.office"].pk
    states = Counter(award.state for award in awards_by(offices, whole.system.jurisdiction, 2026))
    assert states == {"effective": 8, "ended": 1}


def test_the_books_of_the_whole_story_verify(whole: Told) -> None:
    assert not any(verify({}).found.values())


def test_the_late_ones_are_told_as_refused(whole: Told) -> None:
    assert [(step.at.year, step.at.hour, step.what) for step in whole.refused] == [
        (2018, 18, "서울가상조명협동조합 신청"),
        (2026, 18, "서울가상면장갑협동조합 신청"),
    ]
    assert all("접수 기간" in step.sentence for step in whole.refused)


@pytest.mark.parametrize(
    ("today", "awards", "paid"),
    [
        (date(2026, 1, 1), 0, 0),
        (date(2026, 11, 25), 10, 105_269_000),
        (date(2028, 2, 29), 1, 0),
    ],
)
def test_any_day_may_be_today(scratch: Scratch, today: date, awards: int, paid: int) -> None:
    told = told_now(today)
    by = told.actor(people.CITY_APPROVER)
    made = plan_of(by.jurisdiction, by.office, today.year)
    assert made is not None
    assert edition_of(made).title.endswith("(가상)")
    offices = (by.office, told.rows["operator.office"].pk)
    assert sum(awards_by(office, by.jurisdiction, today.year).count() for office in offices) == awards
    assert figures(told, today.year)["support"][2] == paid
    happened = Event.objects.filter(jurisdiction=by.jurisdiction).order_by("-at")[0].at
    assert at_work(happened).date() <= today + timedelta(days=1), "nothing in the future is told"
    assert not any(verify({}).found.values())


def test_told_twice_it_is_the_same(scratch: Scratch) -> None:
    today = date(2026, 3, 31)
    told_now(today)
    before = fingerprint()
    assert told_now(today).refused[0].what == "서울가상면장갑협동조합 신청"
    assert fingerprint() == before


def test_interrupted_it_goes_on_where_it_stopped(scratch: Scratch) -> None:
    today = date(2026, 3, 16)

    def stop(done: int, of: int, _what: str) -> None:
        if done == of - 20:
            raise StoppedError

    told = Told(people.system_of(today))
    with pytest.raises(StoppedError):
        tell([*people.steps(told), *this_year.steps(today.year)], told, today, stop)
    so_far = Event.objects.count()
    told_now(today)
    assert Event.objects.count() > so_far
    there = Event.objects.filter(jurisdiction=told.system.jurisdiction)
    assert there.values("name", "key", "number").distinct().count() == there.count()
    assert not any(verify({}).found.values())
    before = fingerprint()
    told_now(today)
    assert fingerprint() == before


def test_the_next_day_adds_the_next_day(scratch: Scratch) -> None:
    told_now(date(2026, 3, 12))
    told = told_now(date(2026, 3, 13))
    assert "2026.printers.application" in told.rows


def test_a_database_with_records_of_its_own_is_left_alone(scratch: Scratch) -> None:
    from majungmul.books.parties.actions.founding import found, founder  # noqa: PLC0415
    from tests.given import NOON, a_key  # noqa: PLC0415

    found("seoul", "서울특별시", by=founder(), at=NOON, key=a_key())
    before = fingerprint()
    with pytest.raises(people.NotEmpty):
        tell_all(date(2026, 1, 1))
    assert fingerprint() == before


def test_a_step_that_should_be_refused_and_is_not_is_a_bug(scratch: Scratch) -> None:
    told = Told(people.system_of(date(2026, 1, 1)))
    wrong = replace(people.steps(told)[0], is_refused=True)
    with pytest.raises(Unrefused):
        tell([wrong], told, date(2026, 1, 1))


# ── what is written down ─────────────────────────────────────────────────────────────────────────────────


def named_twice(steps: Iterable[Step]) -> list[str]:
    return [name for name, count in Counter(step.name for step in steps).items() if count > 1]


def test_no_two_steps_have_one_name() -> None:
    assert named_twice([*year_2018.steps(), *this_year.steps(2026)]) == []


@pytest.mark.parametrize("year", range(2024, 2031))
def test_in_any_year_each_step_is_on_a_business_day_of_that_year(year: int) -> None:
    steps = sorted(this_year.steps(year), key=lambda step: step.planned)
    assert {step.at.year for step in steps} == {year}
    assert all(step.at == at_work(step.at) for step in steps)
    assert all(earlier.at.date() <= later.at.date() for earlier, later in pairwise(steps))


def test_the_plan_of_this_year_is_that_of_2018_moved_on() -> None:
    made = this_year.plan_for(2026)
    assert (made.year, made.title) == (2026, "2026년 중소기업 육성사업 지원계획(가상)")
    assert {month[:4] for event in made.calendar for month in event.months} == {"2026", "2027"}
    assert made.tables == plan("seoul", 2018).tables


def test_every_body_is_made_up() -> None:
    numbers = [BusinessNumber.of(people.number_of(body.code)).digits for body in people.BODIES]
    assert len(set(numbers)) == len(numbers)
    assert all(number.startswith("000") for number in numbers)
    assert all("가상" in body.name and "가상" in body.chair for body in people.BODIES)


def test_the_least_that_a_year_supports_is_what_its_deals_say() -> None:
    from majungmul.story.cases_2018 import PAID  # noqa: PLC0415

    assert sum(case.support for case in PAID) == Won(123_114_800).amount
