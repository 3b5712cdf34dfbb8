"""신청의 상태 — and one table of who may do what in which: from, to, act, law."""

from django.db.models import TextChoices

from majungmul.books.parties import transitions
from majungmul.books.parties.transitions import Transition


class State(TextChoices):
    """신청의 상태 — where an application stands."""

    RECEIVED = "received", "접수"
    CORRECTING = "correcting", "보완 중"
    REVIEWING = "reviewing", "심사 중"
    WITHDRAWN = "withdrawn", "철회"
    RETURNED = "returned", "접수 반려"
    TURNED_DOWN = "turned_down", "선정 제외"


OVER = (State.WITHDRAWN, State.RETURNED, State.TURNED_DOWN)
"""What asks for nothing any more: the same may be applied for again."""

APPLY = "지방재정법 제32조의2제6항(2018년), 지방보조금법 제7조제1항, 공고"
PLAN = "2018년 계획: 사업계획제출 및 대상선정(조합)"

TRANSITIONS = (
    Transition("application.hand_in", None, State.RECEIVED, APPLY),
    Transition("application.enter_paper", None, State.RECEIVED, APPLY),
    Transition("application.ask_correction", State.RECEIVED, State.CORRECTING, APPLY),
    Transition("application.ask_correction", State.CORRECTING, State.CORRECTING, APPLY),
    Transition("application.ask_correction_reviewed", State.REVIEWING, State.CORRECTING, APPLY),
    Transition("application.correct", State.CORRECTING, State.RECEIVED, APPLY),
    Transition("application.take_up", State.RECEIVED, State.REVIEWING, PLAN),
    Transition("application.turn_down", State.REVIEWING, State.TURNED_DOWN, PLAN),
    Transition("application.reopen", State.TURNED_DOWN, State.REVIEWING, PLAN),
    Transition("application.seal", State.RECEIVED, State.RECEIVED, APPLY),
    Transition("application.seal", State.CORRECTING, State.CORRECTING, APPLY),
    Transition("application.seal", State.REVIEWING, State.REVIEWING, APPLY),
    Transition("application.withdraw", State.RECEIVED, State.WITHDRAWN, APPLY),
    Transition("application.withdraw", State.CORRECTING, State.WITHDRAWN, APPLY),
    Transition("application.withdraw_reviewed", State.REVIEWING, State.WITHDRAWN, APPLY),
    Transition("application.return_to_sender", State.RECEIVED, State.RETURNED, APPLY),
    Transition("application.return_to_sender", State.CORRECTING, State.RETURNED, APPLY),
    Transition("application.cancel_call", State.RECEIVED, State.RETURNED, APPLY),
    Transition("application.cancel_call", State.CORRECTING, State.RETURNED, APPLY),
)
"""Whatever is not here is refused. 심사 중의 보완요청과 철회, 선정 제외, 다시 심사는 `review`가 부른다."""


def after(act: str, state: str, title: str) -> State:
    """다음 상태 — where the act leads from this state. Refuses (NotInThisState) one without place in it."""
    return State(transitions.after(TRANSITIONS, act, state, title))
