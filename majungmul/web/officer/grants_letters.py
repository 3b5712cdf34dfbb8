"""공문 — the operator's own letters to the city: their number and day, and where 보탬e has them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse

from majungmul.books.files.seals import NoNumber, PortalIncomplete, SealedInFuture
from majungmul.books.parties.queries.rows import NotHere
from majungmul.programmes.form import Field
from majungmul.stages.application.actions import seal
from majungmul.stages.application.queries import application_for
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import ask, field
from majungmul.web.forms.doing import Files, Values, do
from majungmul.web.forms.typed import Typed
from majungmul.web.keys import key_of
from majungmul.web.showing import show

SEAL_PLACES: Mapping[type[Refusal], str] = {
    NoNumber: "it.number",
    SealedInFuture: "it.on",
    PortalIncomplete: "it.portal_on",
}


class DayMissing(Refusal):
    """시행일 없음."""

    sentence = "문서번호나 보탬e 등록을 적으면 시행일도 적어야 합니다. ‘2026. 11. 25.’처럼 적어 주십시오."
    field = "it.on"


def grant_letter(request: Asked, application: UUID) -> HttpResponseBase:
    """교부신청 문서 적기 — the number and day of the letter by which we applied."""
    applied = application_for(request.seat, application)
    if applied.body_id != request.seat.body:
        raise NotHere(what="교부신청")
    form = ask("교부신청 문서", *seal_fields(is_required=True))

    def deed(values: Values, _: Files) -> Any:  # noqa: ANN401 - what the action makes
        given = seal_in(values)
        if given is None:
            raise NoNumber
        return seal(applied.pk, given, by=request.actor, at=request.at, key=key_of(request))

    def page(typed: Typed) -> HttpResponse:
        return show(
            request,
            "officer/grant_act.html",
            typed=typed,
            name="교부신청 문서",
            asks="교부신청 공문의 번호와 시행일을 적어 주십시오",
            button="문서 적기",
            award=None,
            facts=(),
            here=request.path,
        )

    if request.method != "POST":
        return page(Typed(form))
    return do(
        request,
        form,
        deed,
        then=lambda _: reverse("officer:grants"),
        again=page,
        said="교부신청 문서를 적었습니다.",
        places=SEAL_PLACES,
    )


def seal_fields(*, is_required: bool = False) -> tuple[Field, ...]:
    """시행 — the fields of our own letter; by halves it is asked for again."""
    return (
        field("number", "우리 문서번호", required=is_required, limit=120, example="서울지역-305"),
        field("on", "시행일", "day", required=is_required, example="2026. 11. 25."),
        field("portal_number", "보탬e 등록번호", required=False, limit=60),
        field("portal_on", "보탬e 등록일", "day", required=False, example="2026. 11. 25."),
    )


def seal_in(values: Values) -> Seal | None:
    """공문 — the letter, where something of it was typed. Refuses half of one."""
    number, on = values.get("number") or "", values.get("on")
    portal, portal_on = values.get("portal_number") or "", values.get("portal_on")
    if not any((number, on, portal, portal_on)):
        return None
    if on is None:
        raise DayMissing
    return Seal(number=number, on=on, portal_number=portal, portal_on=portal_on)
