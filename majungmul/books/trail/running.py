"""진행 중인 행위 — the action that is running, what it changed, and where it may write."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any
from uuid import UUID

from django.apps import apps

from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal


class OutsideAnAction(Refusal):
    """행위 밖의 기록."""

    sentence = "{row}은(는) 정해진 행위를 거쳐서만 고칠 수 있습니다. 담당 화면의 단추로 다시 해 주십시오."


class OtherStagesRow(Refusal):
    """다른 단계의 기록."""

    sentence = "‘{action}’ 행위는 {row}을(를) 고칠 수 없습니다. 그 기록은 제 단계의 행위로만 고칩니다."


class OtherJurisdiction(Refusal):
    """다른 자치단체의 기록."""

    sentence = "{row}은(는) 다른 자치단체의 기록입니다. 그 자치단체의 담당자에게 문의해 주십시오."


@dataclass(frozen=True, slots=True)
class Change:
    """바뀐 것 — one row, the fields that changed, and how they were and are.

    The values of `personal` fields stay out of the chain; those of `secret` ones are kept nowhere.
    """

    model: str
    row: UUID
    before: dict[str, Any]
    after: dict[str, Any]
    personal: frozenset[str]
    secret: frozenset[str]


@dataclass(slots=True)
class Running:
    """진행 중인 행위 — its name, who acts, when it happened, its key, and what it did so far."""

    name: str
    rooms: tuple[str, ...]
    by: Actor
    at: datetime
    key: str
    changes: list[Change] = field(default_factory=list)
    destroyed: set[UUID] = field(default_factory=set)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    outermost: str = ""

    def next_key(self, movement: str) -> str:
        """The key of the next movement: the outermost action and its key, the movement, and a number.

        Two actions may be asked for with one key: the name of the action keeps their movements apart.
        """
        return f"{self.outermost or self.name}:{self.key}:{movement}:{next(self.numbers)}"


_running: ContextVar[Running | None] = ContextVar("running", default=None)


def running() -> Running | None:
    """The innermost action that is running, or None."""
    return _running.get()


@contextmanager
def within(frame: Running) -> Iterator[Running]:
    """Let this action run."""
    token = _running.set(frame)
    try:
        yield frame
    finally:
        _running.reset(token)


@contextmanager
def room(book: str) -> Iterator[Running]:
    """Let the running action write a book's rows, through a function of that book. No stage lends its."""
    frame = _running.get()
    if frame is None:
        raise OutsideAnAction(row=book)
    config = apps.get_app_config(book)
    if not config.name.startswith("majungmul.books."):
        raise OtherStagesRow(action=frame.name, row=config.verbose_name)
    rooms = frame.rooms
    frame.rooms = (*rooms, book)
    try:
        yield frame
    finally:
        frame.rooms = rooms


def permit(app: str, row: str, jurisdiction: UUID) -> Running:
    """The running action, if it may write this row of this app. Refuses otherwise, with a sentence."""
    frame = _running.get()
    if frame is None:
        raise OutsideAnAction(row=row)
    if app not in frame.rooms:
        raise OtherStagesRow(action=frame.name, row=row)
    if jurisdiction != frame.by.jurisdiction:
        raise OtherJurisdiction(row=row)
    return frame
