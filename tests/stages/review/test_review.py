"""자격 검토와 선정 — every item with its reason, an amount within what is asked, two persons; and another look."""

from datetime import date

import pytest

from majungmul.books.duties.models import Duty
from majungmul.books.parties.actions.deputies import act_for
from majungmul.books.parties.queries.positions import actors_of
from majungmul.books.parties.require import SamePerson
from majungmul.books.parties.written import Empty, NotAKind, ResidentNumber, TooLong
from majungmul.programmes.specification import specification
from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.review import actions
from majungmul.stages.review.actions.again import DecidedItself, NotToldYet, TooLateToAsk
from majungmul.stages.review.actions.checking import (
    CommitteeNotBuilt,
    NoSuchItem,
    WithTheApplicant,
    refuse_committee,
)
from majungmul.stages.review.actions.deciding import (
    MoreThanAsked,
    NotAllAnswered,
    NotEligible,
    NothingRecommended,
    ToldAlready,
)
from majungmul.stages.review.models import Review
from majungmul.stages.review.queries import asked_again, counts, waiting_for_approval
from majungmul.stages.review.states import State
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.review import givens
from tests.stages.review.givens import ASKED
from tests.stages.world import a_world, at, somebody

pytestmark = pytest.mark.django_db
FAILED = "holds_general_meeting"


def test_ten_items_wait_for_their_answers() -> None:
    review = givens.begun(a_world())
    items = list(review.items.order_by("order"))
    assert len(items) == 10
    assert {item.answer for item in items} == {""}
    review.application.refresh_from_db()
    assert review.application.state == ApplicationState.REVIEWING


def test_a_programme_with_a_committee_is_refused_until_one_is_built() -> None:
    programme = specification("seoul", "trade_collaboration")
    dated = programme.settings[0]
    switched = dated.model_copy(update={"values": dated.values.model_copy(update={"needs_committee": True})})
    with_committee = programme.model_copy(update={"settings": (switched,)})
    refuse_committee(programme, date(2018, 5, 2))
    with pytest.raises(CommitteeNotBuilt) as caught:
        refuse_committee(with_committee, date(2018, 5, 2))
    assert str(caught.value) == (
        "‘협동조합 간 협업 지원’은(는) 선정위원회를 거치는 사업인데, 위원회 심사는 아직 만들지 않았습니다. "
        "위원회를 따로 열어 정하거나, 사업 명세의 ‘needs_committee’를 확인해 주십시오."
    )


@pytest.mark.parametrize(
    ("code", "answer", "reason", "why"),
    [
        ("no_such_item", "met", "확인함", NoSuchItem),
        ("", "met", "확인함", NoSuchItem),
        (FAILED, "maybe", "확인함", NotAKind),
        (FAILED, "", "확인함", NotAKind),
        (FAILED, "met", " ", Empty),
        (FAILED, "met", "가" * 301, TooLong),
        (FAILED, "met", "800101-1234567", ResidentNumber),
    ],
)
def test_an_answer_is_one_of_three_with_a_reason(
    code: str, answer: str, reason: str, why: type[Refusal]
) -> None:
    world = a_world()
    review = givens.begun(world)
    with refused(why):
        actions.check(review.pk, code, answer, reason, by=world.officer, at=at(5, 2), key=a_key())


@pytest.mark.parametrize(
    ("amount", "why"),
    [
        (Won(0), NothingRecommended),
        (Won(-1), NothingRecommended),
        (Won(5_000_001), MoreThanAsked),
        (Won(10**15), MoreThanAsked),
    ],
)
def test_an_amount_is_recommended_within_what_is_asked(amount: Won, why: type[Refusal]) -> None:
    world = a_world()
    review = givens.checked(world)
    with refused(why):
        actions.submit(review.pk, amount, "적정함", by=world.officer, at=at(5, 3), key=a_key())


def test_who_does_not_meet_an_item_is_not_selected_and_the_reason_is_said() -> None:
    world = a_world()
    review = givens.begun(world)
    with refused(NotAllAnswered):
        actions.submit(review.pk, None, "미흡", by=world.officer, at=at(5, 3), key=a_key())
    givens.checked(world, review, failed=FAILED)
    with refused(NotEligible) as caught:
        actions.submit(review.pk, ASKED, "적정함", by=world.officer, at=at(5, 3), key=a_key())
    assert str(caught.value).startswith("‘올해 정기총회를 열었음(휴면조합이 아님)’이(가) 부적합이라")
    with refused(Empty):
        actions.submit(review.pk, None, "", by=world.officer, at=at(5, 3), key=a_key())
    actions.submit(review.pk, None, "휴면조합임", by=world.officer, at=at(5, 3), key=a_key())
    decided = actions.decide(review.pk, by=world.approver, at=at(5, 4), key=a_key())
    assert (decided.is_selected, decided.recommended) == (False, None)


def test_while_it_is_with_the_applicant_nothing_is_handed_in() -> None:
    world = a_world()
    review = givens.checked(world)
    actions.ask_correction(
        review.pk, "trades", "나누어 적을 것", 7, by=world.officer, at=at(5, 2), key=a_key()
    )
    with refused(WithTheApplicant):
        actions.submit(review.pk, ASKED, "적정함", by=world.officer, at=at(5, 3), key=a_key())


def test_who_hands_in_does_not_decide_nor_in_place_of_another() -> None:
    world = a_world()
    review = givens.submitted(world)
    days = (date(2018, 5, 1), date(2018, 6, 1))
    seat, deputy = world.approver.position, world.officer.position
    act_for(seat, deputy, days, "휴가", by=world.system, at=at(5, 1), key=a_key())
    acting = actors_of(world.officer.person, date(2018, 5, 4))[-1]
    with refused(SamePerson):
        actions.decide(review.pk, by=acting, at=at(5, 4), key=a_key())


def test_an_approver_sees_what_is_new_since_it_was_sent_back() -> None:
    world = a_world()
    review = givens.submitted(world)
    office, jurisdiction = world.officer.office, review.jurisdiction_id
    (first,) = waiting_for_approval(office, jurisdiction)
    assert (first.body, first.recommended, first.asked, first.new) == (
        "서울가상인쇄협동조합",
        ASKED,
        ASKED,
        (),
    )
    actions.send_back(review.pk, "금액을 줄일 것", by=world.approver, at=at(5, 4), key=a_key())
    less = Won(4_000_000)
    actions.submit(review.pk, less, "줄여 적정함", by=world.officer, at=at(5, 4, 11), key=a_key())
    (again,) = waiting_for_approval(office, jurisdiction)
    assert again.new == ("추천 금액: 5,000,000원 → 4,000,000원", "검토 의견: 적정함 → 줄여 적정함")
    assert counts(office, jurisdiction, 2018)[State.SUBMITTED] == 1


def test_the_result_is_told_once_and_its_duty_is_met() -> None:
    world = a_world()
    review = givens.decided(world)
    duty = Duty.objects.get(subject=review.pk, code="review_notice")
    assert (duty.due_on, duty.position_id, bool(duty.assumed)) == (
        date(2018, 5, 11),
        review.application.call.keeper_id,
        True,
    )
    actions.notify(review.pk, by=world.officer, at=at(5, 8), key=a_key())
    duty.refresh_from_db()
    assert duty.done_by == "review.notified"
    assert not Duty.objects.filter(subject=review.pk, code="reconsideration").exists()
    with refused(ToldAlready):
        actions.notify(review.pk, by=world.officer, at=at(5, 9), key=a_key())


# ── another look ─────────────────────────────────────────────────────────────────────────────────────────


def test_another_look_is_asked_for_within_ten_days_the_last_included() -> None:
    world = a_world()
    own = world.printer.officer
    review = givens.decided(world, None, failed=FAILED)
    with refused(NotToldYet):
        actions.request_again(review.pk, "총회를 열었음", by=own, at=at(5, 5), key=a_key())
    actions.notify(review.pk, by=world.officer, at=at(5, 8), key=a_key())
    asking = Duty.objects.get(subject=review.pk, code="reconsideration")
    assert (asking.due_on, asking.party_id) == (date(2018, 5, 18), world.printer.body.pk)
    with refused(TooLateToAsk) as caught:
        actions.request_again(review.pk, "총회를 열었음", by=own, at=at(5, 19), key=a_key())
    assert "재검토 요청은(는) 통보일부터 10일 안(2018. 5. 18.까지)" in str(caught.value)
    actions.request_again(review.pk, "총회를 열었음", by=own, at=at(5, 18, 23), key=a_key())
    asking.refresh_from_db()
    assert asking.done_by == "review.asked_again"
    answering = Duty.objects.get(subject=review.pk, code="reconsideration_answer")
    assert answering.due_on == date(2018, 6, 1)
    assert [each.reason for each in asked_again(world.officer.office, review.jurisdiction_id)] == [
        "총회를 열었음"
    ]


def test_upheld_it_is_open_again_and_what_was_decided_is_kept() -> None:
    world = a_world()
    review = givens.asked_again(world)
    answered = actions.uphold(review.pk, "의사록을 확인함", by=world.approver, at=at(5, 14), key=a_key())
    assert (answered.is_upheld, answered.answered_by) == (True, world.approver.person)
    review = Review.objects.get(pk=review.pk)
    assert (review.state, review.notified_on) == (State.CHECKING, None)
    assert review.application.state == ApplicationState.REVIEWING
    assert review.earlier == [
        {
            "on": "2018-05-14",
            "why": "재검토 요청을 받아들임",
            "result": "선정 제외",
            "recommended": "",
            "opinion": "자격이 없음",
        }
    ]
    actions.check(review.pk, FAILED, "met", "의사록", by=world.officer, at=at(5, 15), key=a_key())
    actions.submit(review.pk, ASKED, "적정함", by=world.officer, at=at(5, 15), key=a_key())
    actions.decide(review.pk, by=world.approver, at=at(5, 16), key=a_key())
    assert actions.notify(review.pk, by=world.officer, at=at(5, 17), key=a_key()).is_selected


def test_dismissed_the_decision_stays() -> None:
    world = a_world()
    review = givens.asked_again(world)
    actions.dismiss(review.pk, "의사록이 지난해 것임", by=world.approver, at=at(5, 14), key=a_key())
    review = Review.objects.get(pk=review.pk)
    assert (review.state, review.application.state) == (State.DECIDED, ApplicationState.TURNED_DOWN)
    assert Duty.objects.get(subject=review.pk, code="reconsideration_answer").done_by == "review.dismissed"


def test_who_decided_looks_again_only_where_nobody_else_can() -> None:
    world = a_world()
    review = givens.asked_again(world)
    second = somebody(world.system, world.officer.office, "approver")
    with refused(DecidedItself) as caught:
        actions.dismiss(review.pk, "그대로 둠", by=world.approver, at=at(5, 14), key=a_key())
    assert str(caught.value) == (
        f"처음 결정한 사람은 그 결정을 다시 볼 수 없습니다. 다른 결재권자({second.name})가 답하도록 넘겨 주십시오."
    )
    actions.dismiss(review.pk, "그대로 둠", by=second, at=at(5, 14), key=a_key())


@pytest.mark.parametrize(
    ("reason", "why"), [("", Empty), ("가" * 501, TooLong), ("800101-1234567", ResidentNumber)]
)
def test_a_request_says_why_in_words(reason: str, why: type[Refusal]) -> None:
    world = a_world()
    review = givens.told(world, None, failed=FAILED)
    with refused(why):
        actions.request_again(review.pk, reason, by=world.printer.officer, at=at(5, 9), key=a_key())
