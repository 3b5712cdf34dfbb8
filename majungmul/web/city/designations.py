"""지정 — who does the work of a year's plan: told by a paper, its 교부신청 looked at, the decision drafted."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from majungmul.books.files.queries import uses_of
from majungmul.books.files.seals import seals_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.trail.reading import reading
from majungmul.stages.application.queries import applications_of, corrections_of
from majungmul.stages.award.queries import award_of
from majungmul.stages.call.queries import call_for
from majungmul.stages.review.queries import items_of, review_of
from majungmul.web.asked import Asked
from majungmul.web.audit.papers_of import papers_there
from majungmul.web.city import designation_acts as acts
from majungmul.web.forms.doing import do
from majungmul.web.forms.typed import Typed
from majungmul.web.officer import reviews
from majungmul.web.officer.act_pages import Place, act_named, act_page
from majungmul.web.officer.reviews_acts import reviewed
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.application.models import Application
    from majungmul.stages.call.models import Call


def designation(request: Asked, call: UUID) -> HttpResponse:
    """지정 — its paper, the 교부신청 and how far it is looked at. What was applied for is personal: read so."""
    row = _designation(request, call)
    application = applied_for(row)
    if application is None:
        return _shown(request, row, None)
    with reading(request.actor, application, "교부신청 검토"):
        return _shown(request, row, application)


def designate(request: Asked) -> HttpResponse:
    """지정하기 — by an approver, for a plan in force."""
    home = reverse("city:awards")
    place = Place(
        crumbs=(("교부", home),), back=home, about="지원계획의 사업을 맡을 기관을 공모 없이 정합니다."
    )
    return act_page(request, acts.DESIGNATE, None, place)


def designation_act(request: Asked, call: UUID, act: str) -> HttpResponse:
    """지정에 할 일 — on the designation, its application, its review, or the decision to be drafted."""
    row = _designation(request, call)
    if act in acts.OF_DESIGNATION:
        return act_page(request, acts.OF_DESIGNATION[act], row, _place(row))
    return act_page(request, act_named(acts.OF_APPLICATION, act), _there(row), _place(row))


def sheet(request: Asked, call: UUID) -> HttpResponse:
    """자격검토표 — every item with its answer and the reason; each is kept as an act of its own."""
    row = _designation(request, call)
    review = reviewed(_there(row))
    form, place = reviews.sheet_form(review), _place(row)

    def again(typed: Typed) -> HttpResponse:
        return show(request, "city/sheet.html", typed=typed, place=place)

    if request.method != "POST":
        return again(Typed(form, reviews.sheet_begins(review)))
    return do(
        request,
        form,
        lambda values, _files: acts.answer_sheet(request, review, values),
        then=lambda _made: place.back,
        again=again,
        said="검토표를 저장했습니다.",
    )


def applied_for(call: "Call") -> "Application | None":
    """교부신청 — the last one under a designation, or None."""
    return applications_of(call).last()


def _shown(request: Asked, call: "Call", application: "Application | None") -> HttpResponse:
    review = review_of(application) if application else None
    award = award_of(application) if application else None
    return show(
        request,
        "city/designation.html",
        call=call,
        seal=seals_of(call).first(),
        application=application,
        letter=seals_of(application).first() if application else None,
        corrections=list(corrections_of(application)) if application else [],
        review=review,
        items=list(items_of(review)) if review else [],
        award=award,
        acts=acts.offered_on(request, call, application, review, award),
        call_papers=papers_there(call),
        papers=papers_there(application) if application else [],
        review_papers=papers_there(review) if review else [],
        files=list(uses_of(application)) if application else [],
    )


def _designation(request: Asked, call: UUID) -> "Call":
    """The designation. Refuses (NotHere) a public call, which is the operator's."""
    row = call_for(request.seat, call)
    if row.designated_id is None:
        raise NotHere(what="지정")
    return row


def _there(call: "Call") -> "Application":
    application = applied_for(call)
    if application is None:
        raise NotHere(what="교부신청")
    return application


def _place(call: "Call") -> Place:
    back = reverse("city:designation", args=[call.pk])
    about = f"{call.designated.name if call.designated else ''} · {call.title}"
    return Place(crumbs=(("교부", reverse("city:awards")), (call.number, back)), back=back, about=about)
