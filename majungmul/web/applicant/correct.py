"""보완 — the form as it was handed in, the asked field in front, an answer: handed in again under its number."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect

from majungmul.books.parties.queries.bodies import family
from majungmul.books.parties.queries.sight import own_body
from majungmul.books.trail.reading import reading
from majungmul.programmes.form import Form, Section
from majungmul.programmes.form_answers import Answers
from majungmul.stages.application.actions import correct as answer_correction
from majungmul.stages.application.queries import application_for, open_corrections_of, papers_of
from majungmul.stages.application.states import State
from majungmul.stages.call.queries import form_of
from majungmul.web.applicant.apply import total_of
from majungmul.web.applicant.box import keeping, offered_for
from majungmul.web.asked import Asked
from majungmul.web.environment import url
from majungmul.web.forms.asking import field
from majungmul.web.forms.steps import Files, Offered, Writing
from majungmul.web.forms.steps_kept import Place
from majungmul.web.forms.steps_sent import autosave, fill_in
from majungmul.web.forms.steps_start import as_typed
from majungmul.web.keys import key_of

if TYPE_CHECKING:
    from majungmul.stages.application.models import Application, Correction

DRAFT = "correction"
"""The form under which what is put right is kept; it is about the application."""
REPLY = Section(
    code="reply",
    label="보완한 내용",
    help="무엇을 어떻게 고쳤는지 담당자가 알 수 있게 적어 주십시오.",
    fields=(
        field("answer", "보완한 내용", "long_text", limit=300, example="통장사본을 조합 명의로 다시 붙임"),
    ),
)
RECEIVED = "보완한 것을 받았습니다. 처음 접수한 날에 낸 것으로 봅니다."
WHY = "종이로 들어온 보완의 입력"


def correct(request: Asked, application: UUID) -> HttpResponse:
    """보완 — its steps, and handing it in."""
    row = application_for(request.seat, application)
    if _is_own(request, row):
        return fill_in(request, _writing(request, row))
    with reading(request.actor, row, WHY):
        return fill_in(request, _writing(request, row))


def save(request: Asked, application: UUID) -> HttpResponse:
    """저절로 저장 — as somebody types."""
    if request.method != "POST":
        return HttpResponseRedirect(url("applicant:correct", application))
    return autosave(request, _writing(request, application_for(request.seat, application)))


def _writing(request: Asked, row: "Application") -> Writing:
    asked, is_own, plain_form = list(open_corrections_of(row)), _is_own(request, row), form_of(row.call)
    form = plain_form.model_copy(update={"sections": (*plain_form.sections, REPLY)})
    home = url("applicant:application" if is_own else "officer:application", row.pk)
    return Writing(
        form=form,
        place=Place(DRAFT, row.pk, partial(as_typed, form, row.answers)),
        address=url("applicant:correct", row.pk),
        autosave=url("applicant:correct_save", row.pk),
        title=f"보완: {row.call.title}",
        button="보완하여 다시 내기",
        deed=partial(_hand_in, request, row),
        then=lambda _: home,
        template="applicant/correct.html",
        said={"application": row, "asked": _told(form, asked), "is_own": is_own, "home": home},
        asked=_by_field(asked),
        present={slot: use.name for slot, use in papers_of(row).items()},
        total=total_of(row.call),
        offered=partial(_others, request, form, row) if is_own else dict,
        keep=partial(keeping, request) if is_own else None,
        gone=lambda: None if row.state == State.CORRECTING else HttpResponseRedirect(home),
        first=_first(form, asked),
        last_label="확인하고 내기",
    )


def _hand_in(request: Asked, row: "Application", answers: Answers, files: Files) -> "Application":
    said = dict(answers)
    reply = said.pop(REPLY.code, {}).get("answer", "")
    made = answer_correction(row.pk, said, files, reply, by=request.actor, at=request.at, key=key_of(request))
    messages.success(request, RECEIVED)
    return made


def _by_field(asked: Sequence["Correction"]) -> dict[str, str]:
    """What was asked at each field; two of one field one after the other."""
    said: dict[str, str] = {}
    for each in asked:
        said[each.field] = f"{said.get(each.field, '')} {each.what}".strip()
    return said


def _others(request: Asked, form: Form, row: "Application") -> dict[str, list[Offered]]:
    """Papers of the box that the application does not have already."""
    there = {(slot, use.file.sha256) for slot, use in papers_of(row).items()}
    return {
        slot: [each for each in files if (slot, each.file.sha256) not in there]
        for slot, files in offered_for(request, form).items()
    }


def _is_own(request: Asked, row: "Application") -> bool:
    """Whether the seat's body applies itself; else an officer enters what came on paper."""
    return bool(request.seat.body) and row.body_id in family(own_body(request.seat))


def _first(form: Form, asked: Sequence["Correction"]) -> str:
    """The step of the field that was asked first."""
    codes = {*(section.code for section in form.sections), "papers"}
    heads = (each.field.partition(".")[0] for each in asked)
    return next((head for head in heads if head in codes), "")


def _told(form: Form, asked: Sequence["Correction"]) -> list[tuple[str, str, "Correction"]]:
    """Each 보완요청 with the step and the place at which its field stands."""
    codes = {section.code for section in form.sections}
    return [
        (head if (head := each.field.partition(".")[0]) in codes else "papers", each.field, each)
        for each in asked
    ]
