"""신청할 사업 — the calls that are open, and those that a body was designated for: how much, until when, whether."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse

from majungmul.books.parties.queries.bodies import sanctions_on
from majungmul.books.parties.queries.sight import own_body
from majungmul.books.trail import drafts
from majungmul.stages.application.queries import DRAFT, applications_by, who_is_writing
from majungmul.stages.application.states import OVER
from majungmul.stages.call.queries import available_for, designations_for, open_with_available
from majungmul.values.won import Won
from majungmul.web.asked import Asked, today
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.books.parties.models import Organisation
    from majungmul.stages.application.models import Application
    from majungmul.stages.call.models import Call


@dataclass(frozen=True, slots=True)
class Choice:
    """신청할 수 있는 공고 — with what is left in it, what the body has done of it, and why not, where it may not."""

    call: "Call"
    available: Won
    applied: "Application | None"
    is_begun: bool
    why_not: str


def calls(request: Asked) -> HttpResponse:
    """신청할 사업."""
    body = own_body(request.seat)
    applied = {each.call_id: each for each in applications_by(body) if each.state not in OVER}
    excluded, begun = _excluded(request, body), drafts.begun(DRAFT, by=request.actor)
    found = [(each.call, each.available) for each in open_with_available(body.jurisdiction_id, request.at)]
    designated = designations_for(body.pk, body.jurisdiction_id, request.at)
    found += [(call, available_for(call)) for call in designated]
    choices = [
        Choice(
            call,
            available,
            applied.get(call.pk),
            call.pk in begun,
            _why_not(call, body, excluded),
        )
        for call, available in found
    ]
    return show(request, "applicant/calls.html", choices=choices, body=body)


def writing_too(request: Asked, call: "Call", body: "Organisation") -> list[str]:
    """함께 쓰는 사람 — others of the body's office who keep a draft under the call, by name."""
    return [each.name for each in who_is_writing(call, body) if each.pk != request.actor.person]


def _excluded(request: Asked, body: "Organisation") -> str:
    for each in sanctions_on(body, today(request)):
        until = f"{each.last_day:%Y. %-m. %-d.}까지" if each.last_day else "따로 풀 때까지"
        return f"{until} {each.get_kind_display()} 중이라 신청할 수 없습니다(근거: {each.article})."
    return ""


def _why_not(call: "Call", body: "Organisation", excluded: str) -> str:
    if call.office.organisation_id == body.pk:
        return "이 공고를 낸 기관이라 신청할 수 없습니다."
    return excluded
