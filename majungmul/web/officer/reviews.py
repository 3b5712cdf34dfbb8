"""신청의 심사 — the page of each act on an application, and the 자격검토표 with its answers and reasons."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from majungmul.programmes.form import Form
from majungmul.programmes.form_answers import FieldMistake
from majungmul.stages.application import states as application_states
from majungmul.stages.application.queries import application_for
from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.review import actions, states
from majungmul.stages.review.queries import items_of
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import ask, choice, field
from majungmul.web.forms.doing import Values, do
from majungmul.web.forms.typed import Typed
from majungmul.web.officer.act_pages import Place, act_named, act_page, how, offered
from majungmul.web.officer.reviews_acts import ACTS, OF_APPLICATION, OF_CORRECTED, OF_REVIEW, reviewed
from majungmul.web.showing import show

if TYPE_CHECKING:
    from collections.abc import Callable

    from majungmul.stages.application.models import Application
    from majungmul.stages.review.models import Review

ANSWERS = (("met", "적합"), ("not_met", "부적합"), ("not_asked", "해당 없음"))
NOT_MET = "not_met"
SEEN = "서류로 확인함"
"""What stands as the reason of an item until somebody writes another."""


class SaysNotWhy(Refusal):
    """부적합의 까닭 없음."""

    sentence = "부적합으로 본 까닭을 적어 주십시오. 결과를 알릴 때의 근거가 됩니다."

    def __init__(self, items: list[str]) -> None:
        """Keep the reasons that are missing, each at its field."""
        super().__init__()
        self.mistakes = tuple(FieldMistake(f"it.{code}_reason", str(self)) for code in items)


def application_act(request: Asked, application: UUID, act: str) -> HttpResponse:
    """신청에 할 일."""
    row = application_for(request.seat, application)
    return act_page(request, act_named(ACTS, act), row, place_of(row))


def check_page(request: Asked, application: UUID) -> HttpResponse:
    """자격검토표 — every item with its answer and the reason; each is kept as an act of its own."""
    row = application_for(request.seat, application)
    review = reviewed(row)
    form, back = sheet_form(review), reverse("officer:application", args=[row.pk])

    def again(typed: Typed) -> HttpResponse:
        return show(request, "officer/check.html", typed=typed, application=row, place=place_of(row))

    if request.method != "POST":
        return again(Typed(form, sheet_begins(review)))
    return do(
        request,
        form,
        lambda values, _files: _check(request, review, values),
        then=lambda _made: f"{back}#sheet",
        again=again,
        said="자격검토표를 저장했습니다.",
    )


def place_of(row: "Application") -> Place:
    """The place of an act's page under an application."""
    back = reverse("officer:application", args=[row.pk])
    crumbs = (("신청", reverse("officer:applications")), (row.number, back))
    return Place(crumbs=crumbs, back=back, about=f"{row.body.name}, 접수번호 {row.number}")


def acts_of(request: Asked, row: "Application", review: "Review | None") -> list[tuple[str, str, str]]:
    """할 수 있는 일 — by the state of the review where it goes on, else by the application's own."""
    is_on_paper = row.origin == "paper"
    table, state = OF_CORRECTED if review else OF_APPLICATION, row.state
    of: Callable[[str, str, str], object] = application_states.after
    if review is not None and row.state in (ApplicationState.REVIEWING, ApplicationState.TURNED_DOWN):
        table, of, state = OF_REVIEW, states.after, review.state
    found = offered(request.seat, table, of, state, is_on_paper=is_on_paper)
    if review is not None:
        told = ("notify",) if review.notified_on else ("again",)
        found = [(slug, act) for slug, act in found if slug not in told]
    return [
        (act.title, reverse("officer:application_act", args=[row.pk, slug]), act.kind) for slug, act in found
    ]


def sheet_form(review: "Review") -> Form:
    """자격검토표의 서식 — an answer and a reason for each item."""
    parts = [
        part
        for item in items_of(review)
        for part in (
            choice(f"{item.code}_answer", f"{item.order}. {item.label}", ANSWERS, required=False),
            field(f"{item.code}_reason", "이유", required=False, limit=300),
        )
    ]
    return ask("자격검토표", *parts)


def sheet_begins(review: "Review") -> dict[str, Any]:
    """What stands in the 자격검토표 already."""
    typed = {}
    for item in items_of(review):
        typed[f"{item.code}_answer"] = item.answer
        typed[f"{item.code}_reason"] = item.reason or SEEN
    return {"it": typed}


def _check(request: Asked, review: "Review", values: Values) -> object:
    """Each item that says something else than before, under a key of its own. Refuses 부적합 without its reason."""
    said_of = {
        item: (values.get(f"{item.code}_answer") or "", values.get(f"{item.code}_reason") or "")
        for item in items_of(review)
    }
    if unsaid := [item.code for item, said in said_of.items() if said in ((NOT_MET, SEEN), (NOT_MET, ""))]:
        raise SaysNotWhy(unsaid)
    for item, said in said_of.items():
        if said[0] and said != (item.answer, item.reason):
            actions.check(review.pk, item.code, *said, **how(request, item.code))
    return review
