"""공모의 상태 — where a call stands; that it is closed is no state: the instant printed on it says so."""

from django.db.models import TextChoices

from majungmul.books.parties import transitions
from majungmul.books.parties.transitions import Transition


class State(TextChoices):
    """공모의 상태 — where a call stands."""

    DRAFT = "draft", "작성"
    ANNOUNCED = "announced", "공고"
    CANCELLED = "cancelled", "취소"


CALL = "지방재정법 제32조의2제4항(2018년), 지방보조금법 제7조제2항"
PLAN = "2018년 계획 3: 사업공고 및 설명회(서울본부)"

TRANSITIONS = (
    Transition("call.draft", None, State.DRAFT, PLAN),
    Transition("call.designate", None, State.ANNOUNCED, CALL),
    Transition("call.seal_designation", State.ANNOUNCED, State.ANNOUNCED, CALL),
    Transition("call.announce", State.DRAFT, State.ANNOUNCED, CALL),
    Transition("call.amend", State.ANNOUNCED, State.ANNOUNCED, CALL),
    Transition("call.cancel", State.DRAFT, State.CANCELLED, CALL),
    Transition("call.cancel", State.ANNOUNCED, State.CANCELLED, CALL),
    Transition("call.plan_briefing", State.DRAFT, State.DRAFT, PLAN),
    Transition("call.plan_briefing", State.ANNOUNCED, State.ANNOUNCED, PLAN),
    Transition("call.record_briefing", State.ANNOUNCED, State.ANNOUNCED, PLAN),
)
"""Whatever is not here is refused."""


def after(act: str, state: str, title: str) -> State:
    """다음 상태 — where the act leads from this state. Refuses (NotInThisState) one without place in it."""
    return State(transitions.after(TRANSITIONS, act, state, title))
