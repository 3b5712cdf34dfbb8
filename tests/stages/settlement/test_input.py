"""Bad input: each is refused with a sentence, and the whole database stays as it was."""

from collections.abc import Callable
from datetime import date

import pytest

from majungmul.books.files.store import Received, path_of
from majungmul.books.parties.written import Empty, ResidentNumber, TooLong
from majungmul.stages.award import actions as award
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.models import Settlement
from majungmul.stages.settlement.refusals import NotInEffect
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal
from majungmul.values.uuid7 import uuid7
from majungmul.values.won import LIMIT, Won
from tests.database import fingerprint, refused
from tests.given import a_city, a_key, an_officer
from tests.stages.settlement.givens import (
    BACK_BY,
    Year,
    a_report,
    a_settlement,
    a_year,
    examined,
    line_of,
    settled,
    submitted,
)
from tests.stages.world import an_application, an_open_call, at, reviewed, trade_row
from tests.stages.world_end import report_papers

pytestmark = pytest.mark.django_db

RESIDENT = "홍길동 900101-1234568"
NOW = at(2, 20, year=2019)
TEXTS = {"": Empty, "   ": Empty, RESIDENT: ResidentNumber, "가" * 4_001: TooLong}


def report(year: Year, summary: str = "마침", papers: settlement.ReportPapers | None = None) -> Settlement:
    by = year.world.officer
    return settlement.report(
        year.world.grant.pk, summary, (), papers or report_papers(), by=by, at=NOW, key=a_key()
    )


@pytest.fixture
def year() -> Year:
    return a_year()


def test_texts_are_not_empty_not_too_long_and_hold_no_resident_number(year: Year) -> None:
    settled(year)
    for text, why in TEXTS.items():
        with refused(why):
            report(year, text)
    row = examined(a_report(year), world=year.world, city=True)
    by, who = year.world.city_officer, year.world.city_approver
    acts: list[Callable[[str], object]] = [
        lambda text: settlement.ask_correction(row.pk, text, 7, by=by, at=NOW, key=a_key()),
        lambda text: settlement.submit(row.pk, text, BACK_BY, by=by, at=NOW, key=a_key()),
        lambda text: settlement.submit(
            row.pk, "적정함", BACK_BY, text or RESIDENT, by=by, at=NOW, key=a_key()
        ),
    ]
    for act in acts:
        _refuses_all(act)
    submitted(row, year.world, BACK_BY, city=True)
    _refuses_all(lambda text: settlement.send_back(row.pk, text, by=who, at=NOW, key=a_key()))


def test_a_reason_for_less_is_a_text_too(year: Year) -> None:
    line = line_of(a_settlement(year))
    for text, why in {RESIDENT: ResidentNumber, "가" * 301: TooLong}.items():
        with refused(why):
            settlement.examine(line.pk, Won(1), text, by=year.world.officer, at=NOW, key=a_key())


def test_amounts_and_days_that_cannot_be(year: Year) -> None:
    row = a_settlement(year)
    line, by = line_of(row), year.world.officer
    for amount in (Won(-LIMIT), Won(LIMIT)):
        with refused(Refusal):
            settlement.examine(line.pk, amount, "증빙 없음", by=by, at=NOW, key=a_key())
    examined(row, Won(1), world=year.world)
    for day in (date(1900, 1, 1), date(2999, 1, 1)):
        with refused(Refusal):
            settlement.submit(row.pk, "적정함", day, by=by, at=NOW, key=a_key())
    for days in (-3, 10_000):
        with refused(Refusal):
            settlement.ask_correction(row.pk, "이자", days, by=by, at=NOW, key=a_key())


def test_money_that_came_is_given_by_lines_of_this_settlement_and_not_below_zero(year: Year) -> None:
    row = settled(year, Won(300_000))
    by, line = year.world.officer, line_of(row)
    for amounts in ({uuid7(): Won(1)}, {line.pk: Won(-1)}, {line.pk: Won(0)}, {line.pk: Won(LIMIT)}, {}):
        with refused(Refusal):
            settlement.receive_return(row.pk, amounts, by=by, at=NOW, key=a_key())


def test_a_file_that_was_swept_is_refused(year: Year) -> None:
    settled(year)
    papers = report_papers()
    gone: Received = papers.files["bank_statement"]
    path_of(gone.sha256).unlink()
    with refused(Refusal):
        report(year, papers=papers)


def test_ids_of_another_kind_or_jurisdiction_are_not_there(year: Year) -> None:
    row = a_settlement(year)
    stranger = an_officer(a_city())
    by = year.world.officer
    for act in (
        lambda: settlement.open_settlement(row.pk, "마침", by=by, at=NOW, key=a_key()),
        lambda: settlement.submit(year.award.pk, "적정함", None, by=by, at=NOW, key=a_key()),
        lambda: settlement.examine(row.pk, Won(1), by=by, at=NOW, key=a_key()),
        lambda: settlement.close_year(row.pk, by=year.world.city_approver, at=NOW, key=a_key()),
        lambda: settlement.open_settlement(year.award.pk, "마침", by=stranger, at=NOW, key=a_key()),
        lambda: settlement.fix(row.pk, by=stranger, at=NOW, key=a_key()),
    ):
        with refused(Refusal) as caught:
            act()
        assert str(caught.value)


def test_a_seal_without_a_number_or_of_a_day_to_come_is_refused(year: Year) -> None:
    settled(year)
    row = examined(a_report(year), world=year.world, city=True)
    submitted(row, year.world, BACK_BY, city=True)
    settlement.approve(row.pk, by=year.world.city_approver, at=NOW, key=a_key())
    for seal in (
        Seal("", date(2019, 2, 20)),
        Seal("경제정책과-9", date(2019, 2, 21)),
        Seal("경제정책과-9", date(2019, 2, 20), "보탬-1"),
    ):
        with refused(Refusal):
            settlement.take_effect(row.pk, seal, by=year.world.city_officer, at=NOW, key=a_key())


def test_an_award_that_is_not_in_effect_is_not_settled(year: Year) -> None:
    world = year.world
    applied = an_application(
        world,
        an_open_call(world, title="두 번째 공고"),
        world.paper,
        trade_row(partners=world.printer.body.name),
    )
    reviewed(applied, applied.amount, (world.officer, world.approver), at(5, 2))
    line = award.LineDraft(of=world.funding.pk, recommended=applied.amount, amount=applied.amount)
    days = (date(2018, 4, 1), date(2019, 1, 1))
    drafted = award.draft(applied.pk, [line], days, by=world.officer, at=at(5, 8), key=a_key())
    with refused(NotInEffect):
        settlement.open_settlement(drafted.pk, "마침", by=world.officer, at=NOW, key=a_key())


def test_the_same_request_twice_is_one(year: Year) -> None:
    settled(year)
    key, papers = a_key(), report_papers()
    by = year.world.officer
    first = settlement.report(year.world.grant.pk, "마침", (), papers, by=by, at=NOW, key=key)
    before = fingerprint()
    again = settlement.report(year.world.grant.pk, "마침", (), papers, by=by, at=NOW, key=key)
    assert (again.pk, fingerprint()) == (first.pk, before)


def _refuses_all(act: Callable[[str], object]) -> None:
    for text in TEXTS:
        with refused(Refusal) as caught:
            act(text)
        assert str(caught.value)
