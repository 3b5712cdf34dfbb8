"""신청서 — written step by step, handed in once, and its receipt."""

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect

from majungmul.books.duties.queries import duties_of
from majungmul.books.files.queries import uses_of
from majungmul.books.parties.queries.bodies import address_on, representative_on
from majungmul.books.parties.queries.sight import own_body
from majungmul.programmes.form import Form
from majungmul.programmes.form_answers import Answers, read
from majungmul.stages.application.actions import hand_in
from majungmul.stages.application.papers import drafted
from majungmul.stages.application.queries import (
    DRAFT,
    application_for,
    applications_by,
    estimate,
    live_application,
)
from majungmul.stages.call.queries import available_for, form_of
from majungmul.values.business_number import BusinessNumber
from majungmul.web.applicant.box import keeping, offered_for
from majungmul.web.applicant.calls import writing_too
from majungmul.web.applicant.opened import call_to_apply_for
from majungmul.web.asked import Asked, today
from majungmul.web.audiences import Audience, home_of, is_for
from majungmul.web.environment import url
from majungmul.web.forms.steps import LAST, Files, Total, Writing
from majungmul.web.forms.steps_kept import Place, kept_of
from majungmul.web.forms.steps_page import step_address
from majungmul.web.forms.steps_sent import autosave, fill_in
from majungmul.web.keys import key_of
from majungmul.web.papers import page_of
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.books.parties.models import Organisation
    from majungmul.stages.application.models import Application
    from majungmul.stages.call.models import Call

FROM_BODY = "조합 정보에서 옮겨 왔습니다"
FROM_LAST = "지난 신청에서 옮겨 왔습니다"
AGAIN = ("contact", "phone", "email", "ministry", "ministry_name")
"""What the last application said of the applicant, and is likely to be so still."""


def apply(request: Asked, call: UUID) -> HttpResponse:
    """신청서 — its steps, and 제출."""
    return fill_in(request, writing_of(request, call_to_apply_for(request, call)))


def save(request: Asked, call: UUID) -> HttpResponse:
    """저절로 저장 — as somebody types."""
    if request.method != "POST":
        return HttpResponseRedirect(url("applicant:apply", call))
    return autosave(request, writing_of(request, call_to_apply_for(request, call), is_page=False))


def draft_paper(request: Asked, call: UUID) -> HttpResponse:
    """쓰던 신청서 — as the paper that it becomes: to be printed, sealed and scanned."""
    found = call_to_apply_for(request, call)
    writing = writing_of(request, found)
    answers = kept_of(writing.place, request.actor).answers
    if read(writing.form, answers).mistakes:
        messages.info(request, "아래 고칠 곳을 고치면 신청서를 인쇄할 수 있습니다.")
        return HttpResponseRedirect(step_address(writing, LAST))
    return page_of(drafted(found, own_body(request.seat), answers, request.at))


def receipt(request: Asked, application: UUID) -> HttpResponse:
    """접수증 — number, time, what was received; what comes next, by when, whom to call."""
    row = application_for(request.seat, application)
    slots = {slot.code: slot.label for slot in form_of(row.call).papers}
    files = [(url("rows:file", row.pk, use.pk), use.name, slots.get(use.purpose, "")) for use in uses_of(row)]
    return show(
        request,
        "applicant/receipt.html",
        application=row,
        files=files,
        home=_home(request, row),
        duty=duties_of(row).first(),
    )


def writing_of(request: Asked, call: "Call", *, is_page: bool = True) -> Writing:
    """신청서 쓰기 — under a call, begun with what is known of the body; what only a page shows, for a page."""
    body, form = own_body(request.seat), form_of(call)
    begun = cache(partial(begun_with, request, body, form))
    return Writing(
        form=form,
        place=Place(DRAFT, call.pk, lambda: begun()[0]),
        address=url("applicant:apply", call.pk),
        autosave=url("applicant:save", call.pk),
        title=f"{call.title} 신청서",
        button="신청서 제출",
        deed=partial(_hand_in, request, call),
        then=lambda made: url("applicant:handed_in", made.pk),
        template="applicant/apply.html",
        said=_said(request, call, body) if is_page else {},
        kept_words=begun()[1] if is_page else {},
        total=total_of(call),
        offered=partial(offered_for, request, form),
        keep=partial(keeping, request),
        gone=lambda: _gone(call, body),
    )


def _said(request: Asked, call: "Call", body: "Organisation") -> dict[str, Any]:
    """What stands beside the form."""
    return {
        "call": call,
        "available": available_for(call),
        "applied": live_application(call, body),
        "home": home_of(request.seat),
        "others": writing_too(request, call, body),
    }


def begun_with(request: Asked, body: "Organisation", form: Form) -> tuple[Answers, dict[str, str]]:
    """미리 적힌 것 — what is registered of the body, and what its last application said; with where from."""
    on = today(request)
    chair, seat = representative_on(body, on), address_on(body, on)
    number = BusinessNumber(body.business_number) if body.business_number else ""
    known = {
        "name": body.name,
        "business_number": str(number),
        "representative": chair.name if chair else "",
        "address": seat.text if seat else "",
    }
    last: dict[str, Any] = next((each.answers.get("applicant", {}) for each in applications_by(body)[:1]), {})
    asked = {
        field.code for section in form.sections if section.code == "applicant" for field in section.fields
    }
    row = {code: value for code, value in known.items() if code in asked and value}
    again = {code: str(last[code]) for code in AGAIN if code in asked and last.get(code)}
    words = {f"applicant.{code}": FROM_BODY for code in row} | {
        f"applicant.{code}": FROM_LAST for code in again
    }
    return {"applicant": row | again}, words


def total_of(call: "Call") -> Callable[[Answers], Total | None]:
    """합계 — of what was typed, as it will be worked out."""
    code = form_of(call).adds.partition(".")[0]

    def total(answers: Answers) -> Total | None:
        found = estimate(call, answers)
        if found is None:
            return None
        if found.amount is None:
            label = "교부받으려는 금액" if not found.rate else "거래금액 합계"
            return Total(label, found.spent)
        return Total(
            f"거래 {found.count}건 합계",
            found.spent,
            f"신청할 수 있는 지원금 ({found.rate})",
            found.amount,
            found.because,
            each={f"{code}.{row}": amount for row, amount in found.each.items()},
            each_label=f"이 거래의 지원금 ({found.rate})",
        )

    return total


def _hand_in(request: Asked, call: "Call", answers: Answers, files: Files) -> "Application":
    return hand_in(call.pk, answers, files, by=request.actor, at=request.at, key=key_of(request))


def _home(request: Asked, row: "Application") -> str:
    """Where the application is followed from here: by the co-operative, or by the operator that was designated."""
    return (
        url("applicant:application", row.pk)
        if is_for(request.seat, Audience.APPLICANT)
        else home_of(request.seat)
    )


def _gone(call: "Call", body: "Organisation") -> HttpResponse | None:
    """Where to, when the body has handed in already: to the receipt."""
    made = live_application(call, body)
    return HttpResponseRedirect(url("applicant:handed_in", made.pk)) if made else None
