"""안 — what a page of the 결재함 shows of one matter, and what may be done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from majungmul.books.ledger.queries import Effect
from majungmul.books.parties.queries.seats import Seat
from majungmul.programmes.form import Field, Form
from majungmul.values.won import Won
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import ask, field
from majungmul.web.forms.doing import Values
from majungmul.web.officer.act_pages import is_allowed, may

WHOLES = ("award", "review", "refund")
"""What a change, a request or an objection is a part of."""
Papers = tuple[tuple[str, UUID], ...]
"""문서 — of which kind, of which row."""

WHY_BACK = field(
    "reason", "돌려보내는 까닭", "long_text", limit=200, help="적은 그대로 올린 사람에게 전해집니다."
)
ANSWER = field("answer", "답하는 까닭", "long_text", limit=300, help="적은 그대로 신청한 곳에 통지됩니다.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """결재의 일 — its right, its words, what it asks, and the one action that it is.

    `is_another`: not for who handed the matter in. `step`: its name in the table of states, where that is another.
    """

    verb: str
    button: str
    said: str
    deed: Callable[[Asked, Values], Any]
    parts: tuple[Field, ...] = ()
    note: str = ""
    kind: str = "secondary"
    is_another: bool = False
    step: str = ""

    def form(self, name: str) -> Form:
        """서식 — what it asks; several stand on one page, so its fields bear the name of the deed."""
        own = (part.model_copy(update={"code": f"{name}_{part.code}"}) for part in self.parts)
        return ask(self.button, *own)

    def done(self, request: Asked, name: str, values: Values) -> object:
        """한 일 — the one action, with what was typed."""
        return self.deed(request, {code.removeprefix(f"{name}_"): value for code, value in values.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """안의 항목 — what it is, its amounts by name, why, what an officer saw in it."""

    label: str
    amounts: tuple[tuple[str, Won | None], ...]
    because: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """안 — of one matter: the row, what is proposed in a sentence, and everything that bears on it."""

    row: Any
    title: str
    state: str
    code: str
    after: Callable[[str, str, str], object]
    deeds: dict[str, Deed]
    about: str = ""
    asked_by: UUID | None = None
    since: date | datetime | None = None
    figures: tuple[tuple[str, Won], ...] = ()
    because: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    effects: tuple[Effect, ...] = ()
    effects_of: str = ""
    lines: tuple[Line, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    papers: Papers = ()
    files_of: tuple[Any, ...] = ()
    held_for: str = ""

    @property
    def office(self) -> UUID:
        """기관 — whose matter it is: the row's own, or that of what it is a part of."""
        whole = next((name for name in WHOLES if hasattr(self.row, f"{name}_id")), "")
        of: UUID = (
            getattr(self.row, whole) if whole and not hasattr(self.row, "office_id") else self.row
        ).office_id
        return of

    def offered(self, seat: Seat) -> dict[str, Deed]:
        """할 수 있는 일 — what the seat has a right to, and the state a place for; nothing once it is answered."""
        if not self.code:
            return {}
        return {
            name: deed
            for name, deed in self.deeds.items()
            if may(seat, deed.verb) and is_allowed(self.after, deed.step or deed.verb, self.code)
        }


def who_acts(request: Asked, key: str) -> dict[str, Any]:
    """누가 언제 — what every action is handed."""
    return {"by": request.actor, "at": request.at, "key": key}
