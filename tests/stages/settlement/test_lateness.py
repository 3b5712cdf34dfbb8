"""A late report: what the law of the day it came may cut, and nothing where there was no such law."""

from datetime import date

import pytest

from majungmul.programmes.legislation import Row
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.queries import lateness_of, verification_needed
from majungmul.stages.settlement.queries.lateness import cut_on
from majungmul.stages.settlement.refusals import VerificationMissing
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.settlement.givens import a_year, examined, settled
from tests.stages.world import a_file, at
from tests.stages.world_end import report_papers

DUE = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("came", "percent"),
    [
        (date(2026, 6, 2), 10),
        (date(2026, 9, 1), 10),
        (date(2026, 9, 2), 20),
        (date(2027, 3, 1), 20),
        (date(2027, 3, 2), 50),
    ],
)
def test_three_six_and_twelve_months_have_their_cut(came: date, percent: int) -> None:
    found = cut_on(DUE, came, "seoul")
    assert isinstance(found, Row)
    assert (found.number, found.unit) == (percent, "% 이하")


def test_less_than_three_months_cuts_nothing() -> None:
    assert cut_on(DUE, date(2026, 6, 1), "seoul") == "삭감은 3개월 넘게 늦은 보고부터입니다."


def test_in_2019_nothing_was_cut() -> None:
    assert (
        cut_on(date(2019, 2, 28), date(2019, 9, 1), "seoul")
        == "당시 법에는 늦은 보고에 따른 삭감이 없었습니다."
    )
    assert cut_on(date(2019, 2, 28), date(2019, 3, 4), "seoul") == ""


@pytest.mark.django_db
def test_a_report_in_time_says_nothing_and_a_late_one_says_by_how_much() -> None:
    year = a_year()
    settled(year)
    row = settlement.report(
        year.world.grant.pk,
        "마침",
        (),
        report_papers(),
        by=year.world.officer,
        at=at(3, 4, year=2019),
        key=a_key(),
    )
    assert lateness_of(row) == (
        "실적보고가 기한(2019. 2. 28.)보다 늦은 2019. 3. 4.에 들어왔습니다(4일 늦음)."
    )
    assert verification_needed(row) is None


@pytest.mark.django_db
def test_today_three_hundred_million_want_a_verified_report_before_the_fixing() -> None:
    year = a_year()
    settled(year)
    world, today = year.world, at(3, 3, year=2026)
    row = settlement.report(
        world.grant.pk, "마침", (), report_papers(), by=world.officer, at=today, key=a_key()
    )
    rule = verification_needed(row)
    assert rule is not None
    assert rule.won == Won(300_000_000)
    examined(row, world=world, city=True)
    by, day = world.city_officer, date(2026, 3, 31)
    with refused(VerificationMissing) as caught:
        settlement.submit(row.pk, "적정함", day, by=by, at=at(3, 4, year=2026), key=a_key())
    assert "지방보조금법 제17조제2항" in str(caught.value)
    settlement.ask_correction(row.pk, "검증보고서", 60, by=by, at=at(3, 4, year=2026), key=a_key())
    papers = settlement.ReportPapers(files={"verification_report": a_file()})
    settlement.correct(
        row.pk, "마침", "검증함", papers, by=world.officer, at=at(3, 20, year=2026), key=a_key()
    )
    done = settlement.submit(row.pk, "적정함", day, by=by, at=at(3, 21, year=2026), key=a_key())
    assert done.return_due_on == day
