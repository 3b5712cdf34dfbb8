"""행위의 쪽 — one act on one row: what it does in a sentence, its small form, one button."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse

from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.queries.seats import Seat
from majungmul.books.parties.rights import RIGHTS
from majungmul.programmes.form import Field, Slot
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import ask
from majungmul.web.forms.doing import Files, Values, do
from majungmul.web.forms.typed import Typed, of
from majungmul.web.keys import key_of
from majungmul.web.showing import show

Parts = tuple[Field | Slot, ...]


def _nothing(*_of: object) -> Parts:
    return ()


def _empty(*_of: object) -> dict[str, Any]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """행위 — its verb in the table of rights, its words, what it asks, and how it is done.

    `note` says what follows; `asks` gives the fields for a row, `begins` what stands in them at first; `step`
    is its verb in the table of states, where that is another one. `is_for_paper`: what a body does itself, and
    an officer only for one that came on paper.
    """

    verb: str
    title: str
    button: str
    said: str
    deed: Callable[[Asked, Any, Values, Files], Any]
    note: str = ""
    kind: str = "primary"
    step: str = ""
    is_for_paper: bool = False
    asks: Callable[[Asked, Any], Parts] = field(default=_nothing)
    begins: Callable[[Asked, Any], dict[str, Any]] = field(default=_empty)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """자리 — of an act's page: the crumbs above it, where it goes back to, and on what it is done."""

    crumbs: tuple[tuple[str, str], ...]
    back: str
    about: str


def act_named(acts: Mapping[str, Act], slug: str) -> Act:
    """행위 — by the word in its address. Refuses (NotHere) another."""
    if slug not in acts:
        raise NotHere(what="하려는 일")
    return acts[slug]


def act_page(request: Asked, act: Act, row: Any, place: Place) -> HttpResponse:  # noqa: ANN401 - a row of any stage
    """행위의 쪽 — shown, or done: then back to the row."""
    form = ask(act.title, *act.asks(request, row))

    def again(typed: Typed) -> HttpResponse:
        return show(request, "officer/act.html", act=act, typed=typed, place=place)

    if request.method != "POST":
        return again(Typed(form, of(act.begins(request, row))))
    return do(
        request,
        form,
        lambda values, files: act.deed(request, row, values, files),
        then=lambda _made: place.back,
        again=again,
        said=act.said,
    )


def how(request: Asked, part: str = "") -> dict[str, Any]:
    """어떻게 — by whom, when and under which key an act is done; `part`: one of several of a form."""
    key = key_of(request)
    return {"by": request.actor, "at": request.at, "key": f"{key}:{part}" if part else key}


def may(seat: Seat, verb: str) -> bool:
    """Whether the table of rights gives the verb to the seat's role and office."""
    right = RIGHTS[verb]
    return seat.role in right.roles and seat.office_kind in right.offices


def offered(
    seat: Seat,
    acts: Mapping[str, Act],
    after: Callable[[str, str, str], object],
    state: str,
    *,
    is_on_paper: bool = False,
) -> list[tuple[str, Act]]:
    """할 수 있는 일 — those acts that the seat may do and the state allows, each with its word."""
    return [
        (slug, act)
        for slug, act in acts.items()
        if may(seat, act.verb)
        and is_allowed(after, act.step or act.verb, state)
        and (is_on_paper or not act.is_for_paper)
    ]


def is_allowed(after: Callable[[str, str, str], object], verb: str, state: str) -> bool:
    """Whether the stage's table of states has a place for the act in this state."""
    try:
        after(verb, state, "")
    except Refusal:
        return False
    return True
