"""한 가지 일의 쪽 — a page of its own for each act that asks for a reason or a few fields: what follows, a button."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse

from majungmul.programmes.form import Form
from majungmul.web.asked import Asked
from majungmul.web.forms.doing import Deed, do
from majungmul.web.forms.typed import Typed, of
from majungmul.web.showing import show

Crumb = tuple[str, str] | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """한 가지 일 — its heading, what it means, the facts beside it, its form and its button."""

    title: str
    lead: str
    button: str
    form: Form
    crumbs: tuple[Crumb, ...]
    is_danger: bool = False
    facts: tuple[tuple[str, str], ...] = ()
    because: str = ""
    begins_with: Mapping[str, Any] = field(default_factory=dict)


def act_page(request: Asked, act: Act, deed: Deed, *, then: str, said: str) -> HttpResponse:
    """Show the form; sent, run its deed and go on to `then`, where `said` is said."""

    def again(typed: Typed) -> HttpResponse:
        return show(request, "applicant/act.html", act=act, typed=typed, back=then)

    if request.method != "POST":
        return again(Typed(act.form, of(act.begins_with)))
    return do(request, act.form, deed, then=lambda _made: then, again=again, said=said)
