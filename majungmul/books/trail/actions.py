"""행위 — `@action`: one transaction, one key, one event."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from functools import partial, wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar

from django.apps import apps
from django.db import transaction  # noqa: TID251 - the one place
from django.db.models import Model

from majungmul.books.trail import chain
from majungmul.books.trail.canonical import canonical
from majungmul.books.trail.models import Asked, Event
from majungmul.books.trail.recorded import Recorded
from majungmul.books.trail.running import OtherJurisdiction, Running, running, within
from majungmul.books.trail.turn import turn
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal

LONGEST_KEY = 200

Args = ParamSpec("Args")
Made = TypeVar("Made", bound=Recorded)
Kept = TypeVar("Kept", bound=Model)


class KeyUsedForOther(Refusal):
    """같은 요청 번호, 다른 내용."""

    sentence = (
        "같은 요청 번호로 다른 내용이 이미 처리되었습니다. 화면을 새로 열어 확인한 뒤 다시 해 주십시오."
    )


class NoKey(Refusal):
    """요청 번호 없음."""

    sentence = "요청 번호가 없거나 너무 길어 처리하지 않았습니다. 화면을 새로 열어 다시 해 주십시오."


def action(name: str) -> Callable[[Callable[Args, Made]], Callable[Args, Made]]:
    """행위 — the function runs in one transaction and leaves one event on the chain of its jurisdiction.

    It takes `by`, `at` and `key` by keyword, and returns the row that the event is about. The outermost
    action opens the transaction and owns the key: the same key with the same content (`at` apart) gives the
    same row, as it is now; other content is refused. An action called inside runs in a savepoint, so that an
    outer one that catches its Refusal keeps nothing of it, and adds its own event. What is secret (a
    password) is handed in hashed already: the hash of the arguments is kept.
    """

    def decorate(function: Callable[Args, Made]) -> Callable[Args, Made]:
        room = function.__module__.split(".")[2]

        @wraps(function)
        def act(*args: Args.args, **kwargs: Args.kwargs) -> Made:
            frame = Running(name, (room,), *_who(kwargs))
            run = partial(function, *args, **kwargs)
            if outer := running():
                return _inner(frame, outer, run)
            if not 0 < len(frame.key) <= LONGEST_KEY:
                raise NoKey
            with turn(), transaction.atomic(durable=True):
                return _outermost(frame, run, _content(frame, function, args, kwargs))

        return act

    return decorate


def _who(kwargs: dict[str, Any]) -> tuple[Actor, datetime, str]:
    return kwargs["by"], kwargs["at"], kwargs["key"]


def _inner(frame: Running, outer: Running, run: Callable[[], Made]) -> Made:
    """Run inside another action: in a savepoint of it, under its key."""
    if frame.by.jurisdiction != outer.by.jurisdiction:
        raise OtherJurisdiction(row=frame.name)
    frame.key, frame.numbers, frame.outermost = outer.key, outer.numbers, outer.outermost or outer.name
    with transaction.atomic():
        row, _ = _run(frame, run, outermost=False)
    outer.destroyed |= frame.destroyed
    return row


def _outermost(frame: Running, run: Callable[[], Made], content: str) -> Made:
    """Run, unless this key has run before: then the row that it made, as it is now."""
    chain.lock(frame.by.jurisdiction)
    own = {"jurisdiction": frame.by.jurisdiction, "name": frame.name, "key": frame.key, "outermost": True}
    if before := Event.objects.filter(**own).first():
        if not Asked.objects.filter(event=before.id, content=content).exists():
            raise KeyUsedForOther
        made: Made = apps.get_model(before.row_model)._base_manager.get(pk=before.row)
        return made
    row, event = _run(frame, run, outermost=True)
    Asked.objects.create(jurisdiction=event.jurisdiction, event=event.id, content=content)
    return row


def _run(frame: Running, run: Callable[[], Made], *, outermost: bool) -> tuple[Made, Event]:
    """Run the function and leave its event."""
    with within(frame):
        row = run()
    return row, chain.append(frame, row._meta.label_lower, row.pk, outermost=outermost)


def _content(
    frame: Running, function: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> str:
    """The hash of what is asked: action, person, position, arguments; not `at`, which a retry reads again."""
    bound = signature(function).bind(*args, **kwargs)
    bound.apply_defaults()
    asked = {name: value for name, value in bound.arguments.items() if name not in ("by", "at", "key")}
    said = {"action": frame.name, "person": frame.by.person, "position": frame.by.position, "asked": asked}
    return hashlib.sha256(canonical(said).encode()).hexdigest()


def after_commit(call: Callable[[], None]) -> None:
    """Do this once everything is stored (mail goes out after, never inside); what goes wrong then is logged.

    Nothing is done if the action, or the inner one that asked for it, is refused.
    """
    transaction.on_commit(call, robust=True)


def unlogged(function: Callable[Args, Kept]) -> Callable[Args, Kept]:
    """임시 저장 — a transaction of its own and no event: for what is no record until it is handed in."""

    @wraps(function)
    def save(*args: Args.args, **kwargs: Args.kwargs) -> Kept:
        with turn(), transaction.atomic(durable=True):
            return function(*args, **kwargs)

    return save
