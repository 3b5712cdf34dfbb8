"""지원계획의 상태 — and one table of who may do what in which: from, to, act, law."""

from dataclasses import dataclass

from django.db.models import TextChoices

from majungmul.books.parties.rights import RIGHTS
from majungmul.values.refusal import Refusal


class State(TextChoices):
    """지원계획의 상태 — where a year's plan stands."""

    DRAFT = "draft", "작성"
    SUBMITTED = "submitted", "제출"
    FIXED = "fixed", "확정"
    ANNOUNCED = "announced", "통보"
    CLOSED = "closed", "마감"


class NotInThisState(Refusal):
    """맞지 않는 상태."""

    sentence = (
        "‘{title}’은(는) 지금 ‘{state}’ 상태라 ‘{act}’을(를) 할 수 없습니다. "
        "‘{when}’ 상태일 때 할 수 있습니다."
    )


@dataclass(frozen=True, slots=True)
class Transition:
    """상태의 이동 — an act, the states before and after it, and the law; the same state twice where it stays.

    Who may is what `parties.rights` says of the act.
    """

    act: str
    before: State
    after: State
    law: str

    @property
    def who(self) -> str:
        """Who may, in words: `시의 결재권자`."""
        return RIGHTS[self.act].who


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
    for transition in TRANSITIONS:
        if (transition.act, transition.before) == (act, state):
            return transition.after
    when = "·".join(each.before.label for each in TRANSITIONS if each.act == act)
    raise NotInThisState(title=title, state=State(state).label, act=RIGHTS[act].name, when=when)
