"""심사의 상태 — and one table of who may do what in which: from, to, act, law."""

from django.db.models import TextChoices

from majungmul.books.parties import transitions
from majungmul.books.parties.transitions import Transition


class State(TextChoices):
    """심사의 상태 — where the review of an application stands."""

    CHECKING = "checking", "검토"
    SUBMITTED = "submitted", "결재 올림"
    DECIDED = "decided", "결정"
    RECONSIDERING = "reconsidering", "재검토 중"
    WITHDRAWN = "withdrawn", "철회"


SELECT = "2018년 계획: 사업계획제출 및 대상선정; 지방보조금법 제8조"
AGAIN = "공고: 재검토 요청"

TRANSITIONS = (
    Transition("review.begin", None, State.CHECKING, SELECT),
    Transition("review.check", State.CHECKING, State.CHECKING, SELECT),
    Transition("review.ask_correction", State.CHECKING, State.CHECKING, SELECT),
    Transition("review.submit", State.CHECKING, State.SUBMITTED, SELECT),
    Transition("review.send_back", State.SUBMITTED, State.CHECKING, SELECT),
    Transition("review.decide", State.SUBMITTED, State.DECIDED, SELECT),
    Transition("review.notify", State.DECIDED, State.DECIDED, SELECT),
    Transition("review.request_again", State.DECIDED, State.RECONSIDERING, AGAIN),
    Transition("review.uphold", State.RECONSIDERING, State.CHECKING, AGAIN),
    Transition("review.dismiss", State.RECONSIDERING, State.DECIDED, AGAIN),
    Transition("review.withdraw", State.CHECKING, State.WITHDRAWN, SELECT),
    Transition("review.withdraw", State.SUBMITTED, State.WITHDRAWN, SELECT),
    Transition("review.withdraw", State.RECONSIDERING, State.WITHDRAWN, AGAIN),
)
"""Whatever is not here is refused."""


def after(act: str, state: str, title: str) -> State:
    """다음 상태 — where the act leads from this state. Refuses (NotInThisState) one without place in it."""
    return State(transitions.after(TRANSITIONS, act, state, title))
