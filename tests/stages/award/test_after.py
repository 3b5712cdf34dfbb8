"""After the decision: 조건 met, 이의신청 answered, what an officer and an approver see waiting."""

from datetime import date

import pytest

from majungmul.books.duties.models import Duty
from majungmul.books.parties.written import Empty, ResidentNumber, TooLong
from majungmul.stages.award import actions
from majungmul.stages.award.actions.conditions import FulfilledAlready, FulfilledWhen
from majungmul.stages.award.actions.objections import (
    AnsweredAlready,
    NothingToObject,
    ObjectionThere,
    TooLateToObject,
)
from majungmul.stages.award.models import Condition
from majungmul.stages.award.queries import counts, open_conditions, waiting_for_approval
from majungmul.stages.award.states import State
from majungmul.stages.review.actions.again import DecidedItself
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.award.givens import YEAR, a_submitted, decided, line_draft, request, revoked
from tests.stages.world import World, a_world, at, somebody

pytestmark = pytest.mark.django_db

# ── conditions ───────────────────────────────────────────────────────────────────────────────────────────


def condition(world: World, code: str = "final_report") -> Condition:
    return Condition.objects.get(award=world.grant, code=code)


def test_a_condition_is_open_until_it_is_met_and_its_duty_with_it() -> None:
    world = a_world()
    office, jurisdiction = world.system.office, world.plan.jurisdiction_id
    day = date(2019, 3, 1)
    seen = open_conditions(office, jurisdiction, day)
    assert [(each.condition.code, each.when, each.is_overdue) for each in seen[:2]] == [
        ("final_report", "2019. 2. 28.까지", True),
        ("purpose", "사업을 하는 동안", False),
    ]
    row = condition(world)
    when = at(2, 20, year=2019)
    actions.fulfil_condition(
        row.pk, date(2019, 1, 30), "정산보고서를 받음", by=world.city_officer, at=when, key=a_key()
    )
    assert len(open_conditions(office, jurisdiction, day)) == len(seen) - 1
    assert len(open_conditions(office, jurisdiction, date(2019, 1, 29))) == len(seen)
    assert Duty.objects.get(subject=row.pk).done_by == "award.condition_fulfilled"
    with refused(FulfilledAlready):
        actions.fulfil_condition(
            row.pk, date(2019, 1, 30), "다시", by=world.city_officer, at=when, key=a_key()
        )


@pytest.mark.parametrize(
    ("on", "note", "why"),
    [
        (date(2018, 2, 19), "확인함", FulfilledWhen),
        (date(2018, 3, 3), "확인함", FulfilledWhen),
        (date.max, "확인함", FulfilledWhen),
        (date(2018, 3, 1), " ", Empty),
        (date(2018, 3, 1), "가" * 301, TooLong),
        (date(2018, 3, 1), "800101-1234567", ResidentNumber),
    ],
)
def test_it_is_met_on_a_day_that_can_be_with_a_note(on: date, note: str, why: type[Refusal]) -> None:
    world = a_world()
    row = condition(world)
    with refused(why):
        actions.fulfil_condition(row.pk, on, note, by=world.city_officer, at=at(3, 2), key=a_key())


# ── objections ───────────────────────────────────────────────────────────────────────────────────────────


def test_the_law_gives_twenty_days_and_the_last_is_in_time() -> None:
    world = a_world()
    with refused(TooLateToObject) as caught:
        actions.file_objection(world.grant.pk, "적음", by=world.officer, at=at(3, 13), key=a_key())
    assert str(caught.value) == (
        "이의신청은(는) 통지일부터 20일 안(2018. 3. 12.까지)에 할 수 있었습니다(지방재정법 제32조의10)."
    )
    filed = actions.file_objection(world.grant.pk, "적음", by=world.officer, at=at(3, 12, 23), key=a_key())
    assert filed.filed_on == date(2018, 3, 12)
    objecting = Duty.objects.get(subject=world.grant.pk, code="objection")
    assert objecting.done_by == "award.objected"
    answering = Duty.objects.get(subject=world.grant.pk, code="award_objection_answer")
    assert (answering.due_on, answering.basis) == (date(2018, 3, 26), "당시 법에 답할 기한 없음")
    with refused(ObjectionThere):
        actions.file_objection(world.grant.pk, "또", by=world.officer, at=at(3, 12, 23), key=a_key())
    answered = actions.answer_objection(
        filed.pk, "예산이 정해져 있음", upheld=False, by=world.city_approver, at=at(3, 20), key=a_key()
    )
    assert (answered.is_upheld, answered.answered_by) == (False, world.city_approver.person)
    answering.refresh_from_db()
    assert answering.done_at is not None
    with refused(AnsweredAlready):
        actions.answer_objection(
            filed.pk, "또", upheld=True, by=world.city_approver, at=at(3, 21), key=a_key()
        )


def test_the_operators_settings_give_ten_days() -> None:
    world = a_world()
    award = decided(world)
    own = world.printer.officer
    # The tenth day, 20 May 2018, is a Sunday.
    with refused(TooLateToObject) as caught:
        actions.file_objection(award.pk, "적음", by=own, at=at(5, 22), key=a_key())
    assert "재검토 요청은(는) 통지일부터 10일 안(2018. 5. 21.까지)" in str(caught.value)
    actions.file_objection(award.pk, "적음", by=own, at=at(5, 21), key=a_key())


def test_being_revoked_may_be_questioned() -> None:
    world = a_world()
    gone = revoked(world)
    own = world.printer.officer
    actions.file_objection(gone.pk, "계약했음", by=own, at=at(5, 25), key=a_key())
    with refused(ObjectionThere):
        actions.file_objection(gone.pk, "또", by=own, at=at(5, 25), key=a_key())


def test_what_was_given_up_is_not_questioned() -> None:
    world = a_world()
    award = decided(world)
    own = world.printer.officer
    actions.give_up(award.pk, "그만둠", by=own, at=at(5, 12), key=a_key())
    with refused(NothingToObject):
        actions.file_objection(award.pk, "아까움", by=own, at=at(5, 13), key=a_key())


def test_who_decided_answers_only_where_nobody_else_can() -> None:
    world = a_world()
    filed = actions.file_objection(world.grant.pk, "적음", by=world.officer, at=at(3, 5), key=a_key())
    second = somebody(world.system, world.system.office, "approver")
    with refused(DecidedItself) as caught:
        actions.answer_objection(
            filed.pk, "그대로", upheld=False, by=world.city_approver, at=at(3, 6), key=a_key()
        )
    assert second.name in str(caught.value)
    actions.answer_objection(filed.pk, "그대로", upheld=False, by=second, at=at(3, 6), key=a_key())


@pytest.mark.parametrize(
    ("text", "why"), [("", Empty), ("가" * 501, TooLong), ("800101-1234567", ResidentNumber)]
)
def test_an_objection_says_why_in_words(text: str, why: type[Refusal]) -> None:
    world = a_world()
    with refused(why):
        actions.file_objection(world.grant.pk, text, by=world.officer, at=at(3, 5), key=a_key())


# ── what waits ───────────────────────────────────────────────────────────────────────────────────────────


def test_an_approver_sees_what_how_much_to_whom_who_asked_and_what_is_new() -> None:
    world = a_world()
    submitted = a_submitted(world)
    office, jurisdiction = world.officer.office, world.plan.jurisdiction_id
    (first,) = waiting_for_approval(office, jurisdiction)
    assert (first.what, first.body, first.amount, first.submitted_by, first.new) == (
        "2018-신청-00001의 결정",
        "서울가상인쇄협동조합",
        Won(5_000_000),
        world.officer.person,
        (),
    )
    actions.send_back(submitted.pk, "줄일 것", by=world.approver, at=at(5, 9, 11), key=a_key())
    assert waiting_for_approval(office, jurisdiction) == []
    less = line_draft(world, amount=Won(4_000_000), difference_reason="줄임")
    days = (YEAR[0], date(2018, 10, 1))
    actions.redraft(submitted.pk, [less], days, by=world.officer, at=at(5, 9, 12), key=a_key())
    actions.submit(submitted.pk, by=world.officer, at=at(5, 9, 13), key=a_key())
    (again,) = waiting_for_approval(office, jurisdiction)
    assert again.new == (
        "1. 협업사업 지원금: 5,000,000원 → 4,000,000원",
        "사업기간: 2018. 4. 1.부터 2019. 1. 1. 전까지 → 2018. 4. 1.부터 2018. 10. 1. 전까지",
    )


def test_an_approver_sees_changes_too_and_an_officer_the_pipeline() -> None:
    world = a_world()
    change = request(world, decided(world), "partner", partner="서울가상제책조합")
    office, jurisdiction = world.officer.office, world.plan.jurisdiction_id
    actions.submit_change(change.pk, by=world.officer, at=at(5, 15), key=a_key())
    (waiting,) = waiting_for_approval(office, jurisdiction)
    assert (waiting.what, waiting.new) == (
        "2018-지원결정-00001 거래조합 변경",
        ("거래조합: 경기가상지류협동조합 → 거래조합: 서울가상제책조합",),
    )
    found = counts(office, jurisdiction, 2018)
    assert (found[State.EFFECTIVE], found[State.DRAFT]) == (1, 0)
