"""보완: at a field, by a day, several at once; a duty of the body, or of the office where it came on paper."""

from datetime import date
from typing import Any

import pytest

from majungmul.books.duties.queries import duties_of
from majungmul.books.parties.transitions import NotInThisState
from majungmul.books.parties.written import Empty, ResidentNumber, TooLong
from majungmul.stages.application import actions
from majungmul.stages.application.models import Application
from majungmul.stages.application.queries import (
    corrections_of,
    open_corrections_of,
    overdue_corrections,
    papers_of,
    trades_of,
)
from majungmul.stages.application.refusals import DaysOutOfRange, Incomplete, NoSuchField, ScanMissing
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.application.givens import asked, entered, in_correction, office_of
from tests.stages.world import (
    World,
    a_file,
    a_world,
    an_application,
    an_open_call,
    answers_of,
    at,
    trade_row,
)

pytestmark = pytest.mark.django_db


def corrected(world: World, applied: Application, **said: object) -> Application:
    answers = said.pop("answers", answers_of(world.printer.body, trade_row(amount="45,454,545")))
    given: dict[str, Any] = {"by": world.printer.officer, "at": at(4, 16), "key": a_key(), **said}
    files = given.pop("files", {})
    return actions.correct(applied.pk, answers, files, "공급가액으로 고침", **given)  # type: ignore[arg-type]


def test_it_is_asked_at_a_field_and_owed_by_the_body() -> None:
    world = a_world()
    applied = an_application(world, an_open_call(world), world.printer)
    correction = asked(world, applied)
    applied.refresh_from_db()
    assert applied.state == "correcting"
    assert (correction.field, correction.due_on) == ("trades.0.amount", date(2018, 4, 19))
    (duty,) = duties_of(correction)
    assert (duty.party, duty.position) == (world.printer.body, None)
    assert duty.what == "보완요청에 답하기(2018-신청-00001): 거래계획 1번 예정 거래금액(공급가액)"
    assert (str(duty.due_on), duty.basis) == ("2018-04-19", f"공고 {applied.call.number}")
    assert duty.assumed == "보완 기한이 정해져 있지 않아 7일로 둠"


def test_its_last_day_is_no_day_off() -> None:
    world = a_world()
    applied = an_application(world, an_open_call(world), world.printer)
    # 15 days from 22 April 2018 end on 7 May, 어린이날 대체공휴일
    assert asked(world, applied, days=15, at=at(4, 22)).due_on == date(2018, 5, 8)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("trades.0.amount", "trades.0.amount"),
        ("예정 거래금액(공급가액)", "trades.0.amount"),
        ("amount", "trades.0.amount"),
        ("거래계획", "trades"),
        ("통장사본(조합 명의)", "papers.bankbook"),
        ("applicant.phone", "applicant.phone"),
    ],
)
def test_the_field_is_named_by_its_place_or_by_what_the_form_prints(said: str, place: str) -> None:
    world = a_world()
    applied = an_application(world, an_open_call(world), world.printer)
    assert asked(world, applied, said).field == place


def test_what_is_asked_must_make_sense() -> None:
    world = a_world()
    applied = an_application(world, an_open_call(world), world.printer)
    for field in ("trades.1.amount", "", "없는 칸", "trades.0.amount.x"):
        with refused(NoSuchField):
            asked(world, applied, field)
    for days in (0, -1, 91, 10**20, True):
        with refused(DaysOutOfRange):
            asked(world, applied, days=days)
    for what, reason in (("", Empty), ("가" * 301, TooLong), ("900101-1234567", ResidentNumber)):
        with refused(reason):
            actions.ask_correction(applied.pk, "trades", what, by=world.officer, at=at(4, 12), key=a_key())


def test_the_whole_form_is_handed_in_again_and_the_duty_is_done() -> None:
    world = a_world()
    applied = an_application(world, an_open_call(world), world.printer)
    first, second = asked(world, applied), asked(world, applied, "papers.bankbook")
    again = corrected(world, applied, files={"bankbook": a_file("새 통장사본.pdf")})
    assert (again.state, again.number) == ("received", applied.number)
    assert (again.trade_total, again.amount) == (Won(45_454_545), Won(4_545_454))
    assert [str(trade.amount) for trade in trades_of(again)] == ["45,454,545원"]
    assert [each.answer for each in corrections_of(again)] == ["공급가액으로 고침"] * 2
    assert [duty.done_by for each in (first, second) for duty in duties_of(each)] == [
        "application.corrected"
    ] * 2
    assert papers_of(again)["bankbook"].name == "새 통장사본.pdf"
    assert not open_corrections_of(again)


def test_a_form_that_is_still_wrong_is_refused_and_leaves_it_as_it_was() -> None:
    world = a_world()
    applied = in_correction(world, an_open_call(world), world.printer)
    with refused(Incomplete):
        corrected(world, applied, answers=answers_of(world.printer.body, trade_row(amount="")))
    with refused(Empty):
        actions.correct(
            applied.pk,
            answers_of(world.printer.body),
            {},
            " ",
            by=world.printer.officer,
            at=at(4, 16),
            key=a_key(),
        )


def test_late_is_shown_and_nothing_follows_by_itself() -> None:
    world = a_world()
    applied = an_application(world, an_open_call(world), world.printer)
    correction = asked(world, applied)
    office = office_of(world.officer)
    assert not overdue_corrections(office, date(2018, 4, 19))
    assert list(overdue_corrections(office, date(2018, 4, 20))) == [correction]
    correction.refresh_from_db()
    assert correction.is_overdue(date(2018, 4, 20))
    assert corrected(world, applied, at=at(5, 2)).state == "received"
    assert not overdue_corrections(office, date(2018, 5, 3))


def test_while_it_is_reviewed_it_may_be_asked_and_the_office_owes_a_look_again() -> None:
    world = a_world()
    applied = an_application(world, an_open_call(world), world.printer)
    actions.take_up(applied.pk, by=world.officer, at=at(4, 11), key=a_key())
    with refused(NotInThisState):
        asked(world, applied)
    given: Any = {"by": world.officer, "at": at(4, 12), "key": a_key()}
    actions.ask_correction_reviewed(applied.pk, "trades.0.amount", "공급가액으로 적어 주십시오.", **given)
    corrected(world, applied)
    done = [bool(duty.done_at) for duty in duties_of(applied)]
    assert sorted(done) == [False, True]


def test_what_came_on_paper_is_owed_by_the_office_and_corrected_with_a_scan() -> None:
    world = a_world()
    applied = entered(world, an_open_call(world), world.printer)
    (duty,) = duties_of(asked(world, applied))
    assert (duty.party, duty.position_id) == (None, world.officer.position)
    with refused(ScanMissing):
        corrected(world, applied, by=world.officer)
    files = {"sealed_application": a_file("보완한 신청서.pdf")}
    assert corrected(world, applied, by=world.officer, files=files).state == "received"


def test_withdrawing_closes_what_was_asked() -> None:
    world = a_world()
    applied = an_application(world, an_open_call(world), world.printer)
    correction = asked(world, applied)
    gone = actions.withdraw(applied.pk, "사업 포기", by=world.printer.officer, at=at(4, 13), key=a_key())
    (duty,) = duties_of(correction)
    assert (duty.done_by, duty.note) == ("application.withdrawn", "철회")
    assert not open_corrections_of(gone)
    assert [duty.done_by for duty in duties_of(gone)] == ["application.withdrawn"]
