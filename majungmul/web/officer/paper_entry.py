"""종이 신청 입력 — whose it is, then the form step by step, with the time at which it came and its scan."""

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect

from majungmul.books.parties.queries.directory import body_for, looked_for
from majungmul.programmes.form import Form, Section
from majungmul.programmes.form_answers import Answers, read
from majungmul.stages.application.actions import enter_paper
from majungmul.stages.call.queries import call_for, form_of
from majungmul.web.applicant.apply import begun_with, total_of
from majungmul.web.asked import Asked
from majungmul.web.environment import url
from majungmul.web.forms.steps import Files, Writing
from majungmul.web.forms.steps_kept import Place
from majungmul.web.forms.steps_sent import autosave, fill_in
from majungmul.web.officer.act_pages import how
from majungmul.web.officer.moments import day_and_hour, instant
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.books.parties.models import Organisation
    from majungmul.stages.call.models import Call

CAME = "came"
"""The section that asks when the paper came; it is no part of the form."""


def paper_entry(request: Asked, call: UUID) -> HttpResponse:
    """종이 신청 — whose it is: found by any way of writing its name."""
    row, name = call_for(request.seat, call), request.GET.get("name", "").strip()[:100]
    found = looked_for(request.jurisdiction.pk, name) if name else None
    return show(request, "officer/paper_entry.html", call=row, name=name, found=found)


def paper_form(request: Asked, call: UUID, body: UUID) -> HttpResponse:
    """종이 신청서 — its steps, and 접수."""
    return fill_in(request, _writing(request, call, body))


def paper_save(request: Asked, call: UUID, body: UUID) -> HttpResponse:
    """저절로 저장 — as somebody types."""
    if request.method != "POST":
        return HttpResponseRedirect(url("officer:paper_form", call, body))
    return autosave(request, _writing(request, call, body))


def _writing(request: Asked, call: UUID, body: UUID) -> Writing:
    row, whose = call_for(request.seat, call), body_for(request.seat, body)
    form = _with_coming(form_of(row))
    start, words = begun_with(request, whose, form_of(row))
    return Writing(
        form=form,
        place=Place(f"paper.{row.pk.hex}", whose.pk, start),
        address=url("officer:paper_form", row.pk, whose.pk),
        autosave=url("officer:paper_save", row.pk, whose.pk),
        title=f"{whose.name} 종이 신청",
        button="접수",
        deed=partial(_enter, request, row, whose, form),
        then=lambda made: url("officer:application", made.pk),
        template="officer/paper_form.html",
        said={"call": row},
        kept_words=words,
        total=total_of(row),
    )


def _enter(
    request: Asked,
    call: "Call",
    body: "Organisation",
    form: Form,
    answers: Answers,
    files: Files,
) -> Any:  # noqa: ANN401 - a row of a stage
    came = instant("came", read(form, answers).values[CAME], section=CAME)
    said = {code: rows for code, rows in answers.items() if code != CAME}
    return enter_paper(call.pk, body.pk, said, files, came, **how(request))


def _with_coming(form: Form) -> Form:
    """The form, and before it the day and hour at which the paper came."""
    coming = Section.model_construct(
        code=CAME,
        label="접수",
        help="종이가 들어온 날짜와 시각을 적습니다. 접수 기간 안이어야 합니다.",
        fields=day_and_hour("came", "들어온", hour="14:05"),
        repeats=False,
        least=1,
        most=1,
    )
    return form.model_copy(update={"sections": (coming, *form.sections)})
