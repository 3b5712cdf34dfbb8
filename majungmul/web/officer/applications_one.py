"""신청 한 건 — who, what, with whom, files, what was received before, the review, all that happened; on one page."""

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from majungmul.books.parties.queries.bodies import representative_on, sanctions_on
from majungmul.books.trail.queries import events_of
from majungmul.books.trail.reading import reading
from majungmul.programmes.form import AMOUNTS, Field, Form
from majungmul.stages.application import queries as applications
from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.award.queries import award_of
from majungmul.stages.call.queries import form_of
from majungmul.stages.payment.queries import received_in
from majungmul.stages.review import queries as reviews
from majungmul.stages.review.states import State as ReviewState
from majungmul.stages.review.states import after
from majungmul.web import asked
from majungmul.web.asked import Asked
from majungmul.web.forms.typed import Typed
from majungmul.web.officer.act_pages import is_allowed
from majungmul.web.officer.applications import WHERE, where_is
from majungmul.web.officer.histories import history_of
from majungmul.web.officer.reviews import acts_of
from majungmul.web.showing import show
from majungmul.web.words import won

if TYPE_CHECKING:
    from majungmul.stages.application.models import Application
    from majungmul.stages.review.models import Review

WHY = "신청 심사"
YEARS_BACK = 2


class Said(NamedTuple):
    """적은 것 — a part of the form as it was answered: its name, and label and answer of each field."""

    label: str
    rows: list[tuple[str, str]]


class Before(NamedTuple):
    """받은 지원 — of a year, from the programme of the call."""

    year: int
    amount: Any


def application_page(request: Asked, application: UUID) -> HttpResponse:
    """신청 — everything of one; that its personal data were looked at is kept before they are shown.

    What the office itself applied for is not its own to look at: that stands with its grants.
    """
    row = applications.application_for(request.seat, application)
    if row.office_id != request.seat.actor.office:
        return HttpResponseRedirect(reverse("officer:grants"))
    review = reviews.review_of(row)
    with reading(request.actor, row, WHY):
        return show(request, "officer/application.html", **_shown(request, row, review))


def _shown(request: Asked, row: "Application", review: "Review | None") -> dict[str, Any]:
    form, day = form_of(row.call), asked.today(request)
    where = where_is(row, review)
    return {
        "application": row,
        "word": row.get_state_display() if where == "over" else WHERE[where][0],
        "review": review,
        "result": reviews.result_of(review) if review else "",
        "items": list(reviews.items_of(review)) if review else [],
        "may_check": review is not None and is_allowed(after, "review.check", review.state),
        "chair": representative_on(row.body, day),
        "said": answered(form, row.answers, apart_from="trades"),
        "trades": applications.trades_of(row),
        "files": _files(row, form),
        "corrections": _corrections(row, form),
        "sanctions": sanctions_on(row.body, day),
        "before": _received(row),
        "award": award_of(row),
        "asked": reviews.asked_for(row),
        "new": reviews.what_is_new(review) if review else (),
        "papers": _papers(row, review),
        "acts": acts_of(request, row, review),
        "takes_correction": row.origin == "paper" and row.state == ApplicationState.CORRECTING,
        "history": _history(request, row, review),
    }


def answered(form: Form, answers: dict[str, Any], *, apart_from: str = "") -> list[Said]:
    """적은 것 — the answers of a form in words, section by section, without what was left empty."""
    typed, found = Typed(form, answers), []
    for section in form.sections:
        if section.code == apart_from:
            continue
        heads = typed.rows(section) if section.repeats else range(1)
        for number in heads:
            place = f"{section.code}.{number}" if section.repeats else section.code
            rows = [
                (each.label, _words(each, typed.value(f"{place}.{each.code}"))) for each in section.fields
            ]
            label = f"{number + 1}번 {section.label}" if section.repeats else section.label
            found.append(Said(label, [(name, text) for name, text in rows if text]))
    return found


def _words(one: Field, text: str) -> str:
    if one.kind == "choice":
        return next((each.label for each in one.choices if each.code == text), text)
    if one.kind == "yes_no":
        return {"yes": "예", "no": "아니요"}.get(text, text)
    if one.kind in AMOUNTS and text.lstrip("-").isdecimal():
        return f"{won(int(text))}원"
    if one.kind == "day" and len(text) == len("2026-02-20"):
        return f"{date.fromisoformat(text):%Y. %-m. %-d.}"
    return text


def _files(row: "Application", form: Form) -> list[tuple[str, str, str]]:
    labels = {slot.code: slot.label for slot in form.papers}
    return [
        (reverse("rows:file", args=[row.pk, use.pk]), labels.get(code, code), use.name)
        for code, use in applications.papers_of(row).items()
    ]


def _corrections(row: "Application", form: Form) -> list[tuple[Any, str]]:
    typed = Typed(form, row.answers)
    return [(each, typed.label(each.field) or each.field) for each in applications.corrections_of(row)]


def _received(row: "Application") -> list[Before]:
    """받은 지원 — in the year of the call and the two before."""
    years = range(row.call.year, row.call.year - YEARS_BACK - 1, -1)
    return [Before(year, received_in(row.body, row.call.programme, year)) for year in years]


def _papers(row: "Application", review: "Review | None") -> list[tuple[str, str, str]]:
    papers = [("application_form", "신청서", row.pk), ("receipt", "접수증", row.pk)]
    if row.state == "returned":
        papers.append(("return_notice", "접수 반려 통지", row.pk))
    if review:
        papers.append(("eligibility_sheet", "자격검토표", review.pk))
    if review and review.state == ReviewState.DECIDED:
        papers.append(("selection_notice", "선정 결과 통보", review.pk))
    return [(reverse("rows:paper", args=[key, kind]), title, "") for kind, title, key in papers]


def _history(request: Asked, row: "Application", review: "Review | None") -> list[Any]:
    """What happened to the application and to its review, each once, the newest first."""
    events = {event.pk: event for event in events_of(request.jurisdiction.pk, row.pk)}
    if review:
        events |= {event.pk: event for event in events_of(request.jurisdiction.pk, review.pk)}
    return history_of(sorted(events.values(), key=lambda event: event.number))
