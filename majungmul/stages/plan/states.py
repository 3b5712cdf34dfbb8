"""지원계획의 상태 — and one table of who may do what in which: from, to, act, law."""

from django.db.models import TextChoices

from majungmul.books.parties import transitions
from majungmul.books.parties.transitions import Transition


class State(TextChoices):
    """지원계획의 상태 — where a year's plan stands."""

    DRAFT = "draft", "작성"
    SUBMITTED = "submitted", "제출"
    FIXED = "fixed", "확정"
    ANNOUNCED = "announced", "통보"
    CLOSED = "closed", "마감"


SCHEDULE = "지원계획의 추진일정(2018년 계획 4)"
SPENDING = "지방재정법 제32조의2(2018년), 지방보조금법(2021. 7. 13.부터)"
CHANGE = "지방재정법 제45조(추경)·제49조(전용): 조문 번호는 실무로 적었고 원문을 읽지 않음"
YEAR_END = "지방회계법 제7조제1항"

TRANSITIONS = (
    Transition("plan.draft", State.DRAFT, State.DRAFT, SPENDING),
    Transition("plan.adopt", State.DRAFT, State.FIXED, SPENDING),
    Transition("plan.submit", State.DRAFT, State.SUBMITTED, SCHEDULE),
    Transition("plan.send_back", State.SUBMITTED, State.DRAFT, SCHEDULE),
    Transition("plan.fix", State.SUBMITTED, State.FIXED, SPENDING),
    Transition("plan.announce", State.FIXED, State.ANNOUNCED, SCHEDULE),
    Transition("plan.change_line", State.FIXED, State.FIXED, CHANGE),
    Transition("plan.change_line", State.ANNOUNCED, State.ANNOUNCED, CHANGE),
    Transition("plan.tell_results", State.FIXED, State.FIXED, SCHEDULE),
    Transition("plan.tell_results", State.ANNOUNCED, State.ANNOUNCED, SCHEDULE),
    Transition("plan.cut_off", State.ANNOUNCED, State.ANNOUNCED, YEAR_END),
    Transition("plan.close", State.ANNOUNCED, State.CLOSED, YEAR_END),
)
"""Whatever is not here is refused. A plan begins in 작성."""


def after(act: str, state: str, title: str) -> State:
    """다음 상태 — where the act leads from this state. Refuses (NotInThisState) one without place in it."""
    return State(transitions.after(TRANSITIONS, act, state, title))
