"""접수: in time to the microsecond, once for one key, with a number, a check code and every mistake at its field."""

from datetime import date, timedelta

import pytest

from majungmul.books.duties.queries import duties_of
from majungmul.books.parties.actions.bodies import add_alias
from majungmul.books.parties.actions.sanctions import sanction
from majungmul.programmes.form import NoSuchSlot
from majungmul.stages.application import actions
from majungmul.stages.application.models import Application
from majungmul.stages.application.queries import by_check_code, trades_of
from majungmul.stages.application.refusals import (
    AppliedAlready,
    CallNotOpen,
    Excluded,
    Incomplete,
    NotDesignated,
    OwnCall,
)
from majungmul.stages.call.models import Call
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.application.givens import grant_papers, handed_in, moment
from tests.stages.world import (
    a_file,
    a_world,
    an_application,
    an_open_call,
    answers_of,
    at,
    grant_answers,
    papers,
    trade_row,
)

pytestmark = pytest.mark.django_db
CLOSES = moment(30, 18)


def test_what_is_planned_and_its_ten_per_cent() -> None:
    world = a_world()
    trades = [trade_row(amount="50,000,000"), trade_row(amount="439,240,956", role="seller")]
    applied = an_application(world, an_open_call(world), world.printer, *trades)
    assert (applied.trade_total, applied.amount) == (Won(489_240_956), Won(48_924_095))
    assert applied.because == "10% 지원(원 미만 절사)"
    assert [str(trade.amount) for trade in trades_of(applied)] == ["50,000,000원", "439,240,956원"]
    assert applied.number == "2018-신청-00001"
    assert applied.is_made_up


@pytest.mark.parametrize(("before", "is_in_time"), [(timedelta(microseconds=1), True), (timedelta(0), False)])
def test_a_call_closes_by_itself_at_the_instant_printed(before: timedelta, is_in_time: bool) -> None:  # noqa: FBT001
    world = a_world()
    call = an_open_call(world, closes_at=CLOSES)
    if is_in_time:
        assert an_application(world, call, world.printer, when=CLOSES - before).received_at < CLOSES
        return
    with refused(CallNotOpen) as caught:
        an_application(world, call, world.printer, when=CLOSES - before)
    assert str(caught.value) == (
        "‘2018년 협동조합 간 협업 지원 공고’의 접수 기간은 2018. 4. 3. 09:00부터 2018. 4. 30. 18:00 전까지입니다. "
        "궁금한 것은 서울지역본부 02-000-0001에 물어 주십시오."
    )


def test_it_is_not_open_before_its_hour() -> None:
    world = a_world()
    call = an_open_call(world, opens_at=moment(3, 9))
    with refused(CallNotOpen):
        an_application(world, call, world.printer, when=moment(3, 8, 59, 59, 999_999))
    assert an_application(world, call, world.printer, when=moment(3, 9)).state == "received"


def test_the_same_request_twice_gives_the_same_row() -> None:
    world = a_world()
    call, key = an_open_call(world), a_key()
    answers, files = answers_of(world.printer.body), papers()
    first = handed_in(call, world.printer, answers, files, key=key)
    again = handed_in(call, world.printer, answers, files, key=key, at=at(4, 11))
    assert (again.pk, again.received_at) == (first.pk, at(4, 10))
    assert Application.objects.filter(call=call).count() == 1


def test_a_receipt_is_found_by_its_code_however_it_was_typed() -> None:
    world = a_world()
    applied = an_application(world, an_open_call(world), world.printer)
    code = applied.check_code
    assert len(code) == 8
    assert not set(code) & set("01OIL")
    assert by_check_code(applied.jurisdiction_id, f" {code[:4].lower()} {code[4:]}") == applied
    assert by_check_code(applied.jurisdiction_id, "22222222") is None


def test_one_applies_once_and_again_after_withdrawing() -> None:
    world = a_world()
    call = an_open_call(world)
    first = an_application(world, call, world.printer)
    with refused(AppliedAlready) as caught:
        an_application(world, call, world.printer)
    assert first.number in str(caught.value)
    actions.withdraw(first.pk, "잘못 냄", by=world.printer.officer, at=at(4, 11), key=a_key())
    assert an_application(world, call, world.printer).number == "2018-신청-00002"


def test_who_is_excluded_reads_what_for_and_until_when() -> None:
    world = a_world()
    call = an_open_call(world)
    days = (date(2018, 1, 1), date(2019, 1, 1))
    article, reason = "지방재정법 제32조의8제7항", "거짓 신청"
    body = world.printer.body.pk
    sanction(body, "no_grant", days, article, reason, by=world.city_approver, at=at(3, 2), key=a_key())
    with refused(Excluded) as caught:
        an_application(world, call, world.printer)
    assert str(caught.value) == (
        "‘서울가상인쇄협동조합’은(는) 2018. 12. 31.까지 교부 제한 중이라 신청할 수 없습니다"
        "(근거: 지방재정법 제32조의8제7항)."
    )


def test_the_office_that_calls_does_not_apply_to_itself() -> None:
    world = a_world()
    call = an_open_call(world)
    with refused(OwnCall):
        actions.hand_in(
            call.pk,
            answers_of(world.printer.body),
            papers(),
            by=world.officer,
            at=at(4, 10),
            key=a_key(),
        )


def test_the_designated_body_alone_applies() -> None:
    world = a_world()
    designation = Call.objects.get(kind="designation")
    with refused(NotDesignated):
        handed_in(designation, world.printer, grant_answers(), grant_papers(), at=at(2, 20))


def test_the_name_and_the_number_are_those_of_the_registered_body() -> None:
    world = a_world()
    call = an_open_call(world)
    answers = answers_of(world.printer.body)
    answers["applicant"] |= {
        "name": "서울인쇄조합",
        "business_number": world.paper.body.business_number,
    }
    with refused(Incomplete) as caught:
        handed_in(call, world.printer, answers)
    assert isinstance(caught.value, Incomplete)
    assert [mistake.field for mistake in caught.value.mistakes] == [
        "applicant.name",
        "applicant.business_number",
    ]
    assert "서울가상인쇄협동조합" in caught.value.mistakes[0].sentence
    add_alias(world.printer.body.pk, "서울인쇄조합", by=world.officer, at=at(4, 9), key=a_key())
    answers["applicant"] |= {"business_number": world.printer.body.business_number}
    assert handed_in(call, world.printer, answers).state == "received"


def test_every_mistake_is_named_at_once_and_nothing_is_kept() -> None:
    world = a_world()
    call = an_open_call(world, also_required=("minutes",))
    answers = answers_of(world.printer.body, trade_row(amount="0", partners=""), trade_row(tax="?"))
    answers["applicant"] |= {"phone": "전화 없음", "contact": "주민번호 900101-1234567"}
    sent = {"bankbook": a_file(), "business_registration": a_file()}
    with refused(Incomplete) as caught:
        handed_in(call, world.printer, answers, sent)
    assert isinstance(caught.value, Incomplete)
    assert {mistake.field for mistake in caught.value.mistakes} == {
        "applicant.phone",
        "applicant.contact",
        "trades.0.partners",
        "trades.0.amount",
        "trades.1.tax",
        "papers.sealed_application",
        "papers.minutes",
    }


@pytest.mark.parametrize(
    "answers", [None, [], "글", {"trades": "글"}, {"applicant": [1]}, {"없는 칸": {}}, 10**40]
)
def test_whatever_is_handed_in_is_read_or_refused(answers: object) -> None:
    world = a_world()
    call = an_open_call(world)
    with refused(Incomplete):
        handed_in(call, world.printer, answers)  # type: ignore[arg-type]


def test_a_file_for_no_slot_of_the_form_is_refused() -> None:
    world = a_world()
    call = an_open_call(world)
    with refused(NoSuchSlot):
        handed_in(call, world.printer, answers_of(world.printer.body), papers() | {"holiday_photo": a_file()})


def test_the_office_owes_a_look_within_fourteen_days() -> None:
    world = a_world()
    applied = an_application(world, an_open_call(world), world.printer)
    (duty,) = duties_of(applied)
    assert (duty.code, duty.position_id, str(duty.due_on)) == (
        "application_check",
        world.officer.position,
        "2018-04-24",
    )
    assert "2018년 계획 3" in duty.basis
    actions.take_up(applied.pk, by=world.officer, at=at(4, 16), key=a_key())
    (duty,) = duties_of(applied)
    assert duty.done_by == "application.taken_up"
