"""줄 찾기 — one row of one's own jurisdiction, to read or to change."""

from typing import TypeVar
from uuid import UUID

from majungmul.books.trail.models import Recorded
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal

Row = TypeVar("Row", bound=Recorded)


class NotHere(Refusal):
    """찾을 수 없음."""

    sentence = "그런 {what}을(를) 찾을 수 없습니다. 목록에서 다시 골라 주십시오."


def found(model: type[Row], by: Actor, row: UUID) -> Row:
    """The row, to read. Refuses one that is not in the actor's jurisdiction."""
    return _one(model, model.objects.of(by.jurisdiction).filter(pk=row).first())


def locked(model: type[Row], by: Actor, row: UUID) -> Row:
    """The row, held until the end of the action. Refuses one that is not in the actor's jurisdiction."""
    rows = model.objects.of(by.jurisdiction).select_for_update(of=("self",))
    return _one(model, rows.filter(pk=row).first())


def _one(model: type[Row], row: Row | None) -> Row:
    if row is None:
        raise NotHere(what=model._meta.verbose_name)
    return row
