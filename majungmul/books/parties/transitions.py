"""상태의 이동 — which act leads from which state to which, under which law: one table for each kind of row."""

from dataclasses import dataclass

from django.db.models import TextChoices

from majungmul.books.parties.rights import RIGHTS
from majungmul.values.refusal import Refusal


class NotInThisState(Refusal):
    """맞지 않는 상태."""

    sentence = (
        "‘{title}’은(는) 지금 ‘{state}’ 상태라 ‘{act}’을(를) 할 수 없습니다. "
        "‘{when}’ 상태일 때 할 수 있습니다."
    )


@dataclass(frozen=True, slots=True)
class Transition:
    """상태의 이동 — an act, the states before and after it, and the law; the same state twice where it stays.

    `before` is None for the act by which the row comes to be. Who may is what `parties.rights` says.
    """

    act: str
    before: TextChoices | None
    after: TextChoices
    law: str

    @property
    def who(self) -> str:
        """Who may, in words: `시의 결재권자`."""
        return RIGHTS[self.act].who


def after(transitions: tuple[Transition, ...], act: str, state: str, title: str) -> str:
    """다음 상태 — where the act leads from this state. Refuses (NotInThisState) one without place in it."""
    for transition in transitions:
        if (transition.act, transition.before) == (act, state):
            return str(transition.after.value)
    states = type(transitions[0].after)
    allowed = [each.before for each in transitions if each.act == act and each.before is not None]
    when = "·".join(str(each.label) for each in allowed)
    raise NotInThisState(title=title, state=states(state).label, act=RIGHTS[act].name, when=when)
