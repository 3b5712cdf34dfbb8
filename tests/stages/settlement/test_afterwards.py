"""Duties open with their article and close by the act that meets them; papers are kept five years from 금액 확정."""

from datetime import date, datetime
from uuid import UUID

import pytest

from majungmul.books.duties.actions import open_one
from majungmul.books.duties.models import Duty
from majungmul.books.duties.queries import duties_of
from majungmul.books.files.models import FileUse
from majungmul.books.files.queries import uses_of
from majungmul.books.parties.queries.rows import locked
from majungmul.books.trail.actions import action
from majungmul.stages.delivery.queries import contracts_of
from majungmul.stages.plan.models import Plan
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.models import Settlement
from majungmul.stages.settlement.refusals import CorrectionDays
from majungmul.values.actor import Actor
from majungmul.values.calendar import Holidays
from majungmul.values.duty import Counting, Due, Owed
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.settlement.givens import (
    BACK_BY,
    Year,
    a_report,
    a_year,
    in_effect,
    line_of,
    settled,
)
from tests.stages.world import at
from tests.stages.world_end import report_papers

pytestmark = pytest.mark.django_db


def reported() -> tuple[Year, Settlement]:
    year = a_year()
    settled(year)
    return year, a_report(year)


def duty(row: object, code: str) -> Duty:
    return duties_of(row).get(code=code)  # type: ignore[arg-type]


def test_the_report_meets_the_year_s_duty_and_opens_the_city_s() -> None:
    year, row = reported()
    met = duty(year.world.plan, "final_report")
    assert (met.done_at is not None, met.due_on, met.basis) == (
        True,
        date(2019, 2, 28),
        "지방재정법 제32조의6제1항, 시행령 제37조의3",
    )
    review = duty(row, "settlement_review")
    assert (review.due_on, review.done_at) == (date(2019, 3, 4), None)
    assert review.position_id == year.world.city_officer.position
    assert review.basis == "지방재정법 제32조의6제2항·제3항"


def test_in_effect_the_review_is_done_and_the_return_is_due_on_the_day_that_was_set() -> None:
    year, row = reported()
    in_effect(row, year.world)
    assert duty(row, "settlement_review").done_at is not None
    back = duty(row, "balance_return")
    assert (back.due_on, back.party_id, back.basis) == (
        BACK_BY,
        year.world.operator.pk,
        "지방재정법 제32조의8제2항·제3항",
    )
    by, part = year.world.city_officer, {line_of(row).pk: Won(1_000)}
    settlement.receive_return(row.pk, part, by=by, at=at(3, 4, year=2019), key=a_key())
    assert duty(row, "balance_return").done_at is None
    settlement.receive_return(row.pk, by=by, at=at(3, 20, year=2019), key=a_key())
    assert duty(row, "balance_return").done_at is not None


def test_below_the_co_operative_owes_what_was_not_recognised() -> None:
    year = a_year()
    row = settled(year, Won(300_000))
    back = duty(row, "balance_return")
    assert (back.due_on, back.party_id, back.basis) == (
        date(2019, 1, 15),
        year.world.printer.body.pk,
        "공고와 지원조건",
    )
    settlement.receive_return(row.pk, by=year.world.officer, at=at(1, 3, year=2019), key=a_key())
    assert duty(row, "balance_return").done_at is not None


def test_papers_are_to_be_kept_by_both_from_the_day_of_fixing() -> None:
    year, row = reported()
    in_effect(row, year.world)
    kept = duties_of(row).filter(code="records_kept")
    assert {(each.position_id, each.party_id) for each in kept} == {
        (year.world.city_officer.position, None),
        (None, year.world.operator.pk),
    }
    assert {each.due_on for each in kept} == {date(2024, 2, 14)}
    uses = list(uses_of(row))
    assert {each.purpose for each in uses} == {"settlement_statement", "bank_statement"}
    assert {(each.kept_since, each.kept_until) for each in uses} == {(date(2019, 2, 14), date(2024, 2, 15))}
    assert {each.kept_under for each in uses} == {"지방재정법 제32조의5제5항, 시행령 제37조의2"}


def test_the_claim_s_and_the_contract_s_files_are_kept_from_then_on_too() -> None:
    year = a_year()
    settled(year)
    (contract,) = contracts_of(year.award)
    for row in (year.claim, contract):
        uses = FileUse.objects.filter(subject=row.pk)
        assert uses.exists()
        assert {each.kept_since for each in uses} == {date(2018, 12, 23)}


def test_a_correction_is_a_duty_of_the_body_until_it_is_answered() -> None:
    year, row = reported()
    by = year.world.city_officer
    for days in (0, 91):
        with refused(CorrectionDays):
            settlement.ask_correction(row.pk, "이자", days, by=by, at=at(2, 1, year=2019), key=a_key())
    asked = settlement.ask_correction(row.pk, "이자를 다시", 1, by=by, at=at(2, 1, year=2019), key=a_key())
    owed = duty(row, "settlement_correction")
    assert asked.due_on == owed.due_on == date(2019, 2, 7)  # 2일은 토요일, 4~6일은 설
    assert (owed.party_id, owed.basis) == (
        year.world.operator.pk,
        "지방재정법 제32조의6제1항, 시행령 제37조의3",
    )
    said = (settlement.LineReport(line=year.world.line().pk, interest=Won(77)),)
    settlement.correct(
        row.pk,
        "성과",
        "통장 이자를 더함",
        report_papers(),
        said,
        by=year.world.officer,
        at=at(2, 7, year=2019),
        key=a_key(),
    )
    assert duty(row, "settlement_correction").done_at is not None
    assert line_of(row).interest == Won(77)
    assert uses_of(row).count() == 4


def test_in_2018_the_plan_brings_no_duty_to_return_nor_to_verify() -> None:
    """The standard of 2024 and the act of 2021 brought them."""
    year, row = reported()
    there = set(duties_of(year.world.plan).values_list("code", flat=True))
    assert {"balance_return", "verification_report"}.isdisjoint(there)
    assert duty(row, "settlement_review").assumed


@action("settlement_test.owed")
def owe_return(plan_id: UUID, *, by: Actor, at: datetime, key: str) -> Plan:
    """The yearly duty, as a plan of today brings it."""
    plan = locked(Plan, by, plan_id)
    due = Due(date(2019, 12, 31), counting=Counting.EXACT)
    owed = Owed("balance_return", "집행잔액과 이자 반납", "중앙회", "지방보조금 관리기준 제19조제3항", due)
    assert plan.operator is not None
    open_one(owed, owner=plan.operator, of=plan, holidays=Holidays(frozenset()))
    return plan


def test_where_the_plan_brings_it_the_yearly_duty_moves_to_the_day_that_was_set_and_is_met() -> None:
    year, row = reported()
    by = year.world.city_officer
    owe_return(year.world.plan.pk, by=by, at=at(2, 1, year=2019), key=a_key())
    in_effect(row, year.world)
    back = duty(year.world.plan, "balance_return")
    assert (back.due_on, back.moves.get().was_due_on) == (BACK_BY, date(2019, 12, 31))
    assert not duties_of(row).filter(code="balance_return").exists()
    settlement.receive_return(row.pk, by=by, at=at(3, 20, year=2019), key=a_key())
    assert duty(year.world.plan, "balance_return").done_at is not None
