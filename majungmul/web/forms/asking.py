"""묻는 것 — small forms of our own, of the same fields as those that specifications write."""

from collections.abc import Iterable
from typing import Any

from majungmul.programmes.form import Choice, Field, Form, Section, Slot

IT = "it"
"""The one section of a small form."""


def ask(title: str, *parts: Field | Slot, code: str = "ask") -> Form:
    """서식 — one section of fields, and file slots. Its values stand under `it`."""
    fields = tuple(part for part in parts if isinstance(part, Field))
    slots = tuple(part for part in parts if isinstance(part, Slot))
    section = Section.model_construct(
        code=IT, label=title, help="", fields=fields, repeats=False, least=1, most=1
    )
    return Form.model_construct(
        code=code, title=title, sections=(section,), papers=slots, adds="", rate_of="", assumed={}
    )


def field(code: str, label: str, kind: str = "text", **more: Any) -> Field:  # noqa: ANN401 - as the specification has it
    """칸 — a field as a specification writes it: `required`, `example`, `help`, `limit`, `choices`, `shown_when`."""
    return Field.model_validate({"code": code, "label": label, "kind": kind, **more})


def slot(code: str, label: str, *, required: bool = True, help: str = "") -> Slot:  # noqa: A002 - the word of the specification
    """붙임 — a file that the form asks for."""
    return Slot(code=code, label=label, required=required, help=help)


def choices(offered: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    """고를 것 — codes (also keys of rows) with their labels."""
    return tuple(Choice.model_construct(code=str(code), label=str(label)) for code, label in offered)


def choice(
    code: str,
    label: str,
    offered: Iterable[tuple[str, str]],
    **more: Any,  # noqa: ANN401 - as above
) -> Field:
    """고르는 칸 — a field that offers these, in this order."""
    made = field(code, label, **more)
    return made.model_copy(update={"kind": "choice", "choices": choices(offered)})


def secret(code: str, label: str, **more: Any) -> Field:  # noqa: ANN401 - as above
    """비밀 칸 — one whose letters are not shown, and which no page hands back."""
    return field(code, label, limit=200, **more).model_copy(update={"kind": "password"})


REASON = field("reason", "까닭", "long_text", limit=300, help="적은 그대로 상대방에게 전해집니다.")
"""The reason for which something is returned, cancelled or rejected."""
