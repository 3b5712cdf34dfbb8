"""여럿을 한 번에 — first said what will be done with which, then each done as its own act; one refused stops none."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from majungmul.books.parties.queries.rows import NotHere
from majungmul.programmes.form import Form
from majungmul.programmes.form_answers import read
from majungmul.stages.application.queries import Filter
from majungmul.stages.review import actions
from majungmul.stages.review.queries import asked_for
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import ask, field
from majungmul.web.forms.doing import Values
from majungmul.web.forms.typed import Typed, typed_in
from majungmul.web.keys import key_of
from majungmul.web.officer.applications import Line, lines_of
from majungmul.web.showing import show

MOST = 50
NOTHING_ASKED = ask("여럿에 하는 일")


class Came(NamedTuple):
    """한 건의 결과 — whose, which number, and the sentence of what happened; `is_done`: whether it was done."""

    line: Line
    sentence: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Bulk:
    """여럿에 하는 일 — its words, where those are that it is for, the act, and what is asked once for all."""

    title: str
    promise: str
    sentence: str
    button: str
    done: str
    where: str
    deed: Callable[[Asked, Line, Values, str], Any]
    form: Form = NOTHING_ASKED


def bulk_page(request: Asked, kind: str) -> HttpResponse:
    """여럿을 한 번에 — what it will do; and once it is sent, what happened to each."""
    if kind not in KINDS:
        raise NotHere(what="하려는 일")
    bulk = KINDS[kind]
    chosen = (request.POST if request.method == "POST" else request.GET).getlist("row")[:MOST]
    lines = [line for line in lines_of(request, Filter()) if str(line.application.pk) in chosen]
    fitting = [line for line in lines if line.where == bulk.where]
    others = [line for line in lines if line.where != bulk.where]
    typed = Typed(bulk.form)
    if request.method == "POST":
        typed.answers = typed_in(bulk.form, request.POST)
        found = read(bulk.form, typed.answers)
        typed.mistakes = list(found.mistakes)
        if not typed.is_wrong:
            came = _each(request, bulk, lines, found.values.get("it", {}))
            return show(request, "officer/bulk_done.html", bulk=bulk, came=came)
    if not lines:
        return HttpResponseRedirect(reverse("officer:applications"))
    status = 422 if typed.is_wrong else 200
    said = {"bulk": bulk, "fitting": fitting, "others": others, "typed": typed}
    return show(request, "officer/bulk.html", status=status, **said)


def _each(request: Asked, bulk: Bulk, lines: list[Line], values: Values) -> list[Came]:
    """Each as its own act, under its own key: the same form sent again does nothing twice."""
    key = key_of(request)
    return [_one(request, bulk, line, values, f"{key}:{line.application.pk}") for line in lines]


def _one(request: Asked, bulk: Bulk, line: Line, values: Values, key: str) -> Came:
    try:
        bulk.deed(request, line, values, key)
    except Refusal as refusal:
        return Came(line, str(refusal), is_done=False)
    return Came(line, bulk.done, is_done=True)


def _begin(request: Asked, line: Line, _values: Values, key: str) -> object:
    return actions.begin(line.application.pk, by=request.actor, at=request.at, key=key)


def _notify(request: Asked, line: Line, _values: Values, key: str) -> object:
    review = _review_of(line)
    return actions.notify(review, by=request.actor, at=request.at, key=key)


def _submit(request: Asked, line: Line, values: Values, key: str) -> object:
    """With what was asked for as the recommended amount; the action refuses what is not complete."""
    said = (_review_of(line), asked_for(line.application), values["opinion"])
    return actions.submit(*said, by=request.actor, at=request.at, key=key)


def _review_of(line: Line) -> Any:  # noqa: ANN401 - the key of a review
    if line.review is None:
        raise NotHere(what="심사")
    return line.review.pk


KINDS = {
    "begin": Bulk(
        "심사 시작",
        "건의 심사를 시작합니다",
        "자격검토표가 만들어지고, 조합은 심사 중인 것을 봅니다.",
        "심사 시작",
        "심사를 시작했습니다.",
        "received",
        _begin,
    ),
    "notify": Bulk(
        "결과 통보",
        "건의 결과를 알립니다",
        "결정된 결과와 그 까닭을 조합에 알립니다. 알린 것은 되돌릴 수 없습니다.",
        "결과 통보",
        "결과를 알렸습니다.",
        "to_tell",
        _notify,
    ),
    "submit": Bulk(
        "결재 올림",
        "건의 결재를 올립니다",
        "신청 금액 그대로 추천합니다. 검토 항목을 모두 답한 신청만 올라갑니다.",
        "결재 올림",
        "결재를 올렸습니다.",
        "checking",
        _submit,
        ask(
            "결재 올림",
            field(
                "opinion", "검토 의견(모두에 같이)", limit=300, example="요건을 모두 갖추고 거래계획이 알맞음"
            ),
        ),
    ),
}
