"""결정의 상태 — of awards and of changes asked for; one table for each of who may do what in which."""

from django.db.models import TextChoices

from majungmul.books.parties import transitions
from majungmul.books.parties.transitions import Transition


class State(TextChoices):
    """결정의 상태 — where an award stands."""

    DRAFT = "draft", "작성"
    SUBMITTED = "submitted", "결재 올림"
    APPROVED = "approved", "결재(시행 전)"
    EFFECTIVE = "effective", "결정"
    ENDED = "ended", "종료"


class ChangeState(TextChoices):
    """변경의 상태 — where a change that was asked for stands."""

    REQUESTED = "requested", "신청"
    SUBMITTED = "submitted", "결재 올림"
    APPROVED = "approved", "승인"
    DECLINED = "declined", "불승인"


DECIDE = "지방재정법 제32조의2제6항(2018년), 지방보조금법 제8조·제10조; 공고"
CONDITIONS = "지방보조금법 제9조; 조례"
CHANGE = "지방재정법 제32조의4제2항(2018년), 지방보조금법 제14조; 공고"
END = "지방재정법 제32조의8(2018년), 지방보조금법 제11조·제12조·제15조; 공고"
OBJECT = "지방재정법 제32조의10(2018년), 지방보조금법 제36조의2"

TRANSITIONS = (
    Transition("award.draft", None, State.DRAFT, DECIDE),
    Transition("award.submit", State.DRAFT, State.SUBMITTED, DECIDE),
    Transition("award.redraft", State.DRAFT, State.DRAFT, DECIDE),
    Transition("award.send_back", State.SUBMITTED, State.DRAFT, DECIDE),
    Transition("award.decide", State.SUBMITTED, State.EFFECTIVE, DECIDE),
    Transition("award.approve", State.SUBMITTED, State.APPROVED, DECIDE),
    Transition("award.take_effect", State.APPROVED, State.EFFECTIVE, DECIDE),
    Transition("award.fulfil_condition", State.EFFECTIVE, State.EFFECTIVE, CONDITIONS),
    Transition("award.request_change", State.EFFECTIVE, State.EFFECTIVE, CHANGE),
    Transition("award.submit_change", State.EFFECTIVE, State.EFFECTIVE, CHANGE),
    Transition("award.approve_change", State.EFFECTIVE, State.EFFECTIVE, CHANGE),
    Transition("award.decline_change", State.EFFECTIVE, State.EFFECTIVE, CHANGE),
    Transition("award.object", State.EFFECTIVE, State.EFFECTIVE, OBJECT),
    Transition("award.answer_objection", State.EFFECTIVE, State.EFFECTIVE, OBJECT),
    Transition("award.object", State.ENDED, State.ENDED, OBJECT),
    Transition("award.answer_objection", State.ENDED, State.ENDED, OBJECT),
    Transition("award.give_up", State.DRAFT, State.ENDED, END),
    Transition("award.give_up", State.SUBMITTED, State.ENDED, END),
    Transition("award.give_up", State.APPROVED, State.ENDED, END),
    Transition("award.give_up", State.EFFECTIVE, State.ENDED, END),
    Transition("award.propose_revocation", State.EFFECTIVE, State.EFFECTIVE, END),
    Transition("award.revoke", State.EFFECTIVE, State.ENDED, END),
    Transition("award.end", State.EFFECTIVE, State.ENDED, END),
)
"""Whatever is not here is refused. After money left, 종료 is called by `settlement` (`award.end`); a selected
application without an award is declined by `award.decline_offer`, which makes none."""

CHANGES = (
    Transition("award.request_change", None, ChangeState.REQUESTED, CHANGE),
    Transition("award.submit_change", ChangeState.REQUESTED, ChangeState.SUBMITTED, CHANGE),
    Transition("award.approve_change", ChangeState.SUBMITTED, ChangeState.APPROVED, CHANGE),
    Transition("award.decline_change", ChangeState.REQUESTED, ChangeState.DECLINED, CHANGE),
    Transition("award.decline_change", ChangeState.SUBMITTED, ChangeState.DECLINED, CHANGE),
    Transition("award.propose_revocation", None, ChangeState.SUBMITTED, END),
    Transition("award.revoke", ChangeState.SUBMITTED, ChangeState.APPROVED, END),
)
"""A minor change (경미한 변경, as data says) is approved as it is asked for; one that waits when its award ends is
declined with it."""


def after(act: str, state: str, title: str) -> State:
    """다음 상태 — where the act leads from this state. Refuses (NotInThisState) one without place in it."""
    return State(transitions.after(TRANSITIONS, act, state, title))


def change_after(act: str, state: str, title: str) -> ChangeState:
    """변경의 다음 상태 — as `after`, for a change."""
    return ChangeState(transitions.after(CHANGES, act, state, title))
