"""사업 안내 — what each programme is, for whom, how much, how it goes, and what we assumed of it."""

import re
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse

from majungmul.books.ledger.queries.progress import Progress, in_all, progress_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.programmes.assumptions import assumptions_in
from majungmul.programmes.form import Slot
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.programmes.specification import (
    Specification,
    programmes_of,
    specification,
    specification_file,
)
from majungmul.stages.call.queries import open_with_available
from majungmul.web.asked import Asked, today
from majungmul.web.public.calculator import worked
from majungmul.web.public.spending import year_to_show
from majungmul.web.public.summaries import how_much, main_line_of, summary_of
from majungmul.web.showing import show

HANDED_IN = re.compile("제출|신청|접수")
AFTERWARDS = ("contract", "report", "claim")
"""Forms that follow an award, in their order."""


@dataclass(frozen=True, slots=True)
class Papers:
    """제출서류 — of one form: what is always handed in, and what is where it applies."""

    title: str
    always: tuple[Slot, ...]
    sometimes: tuple[Slot, ...]


def programmes(request: Asked) -> HttpResponse:
    """사업 안내 — every programme: what, for whom, how much."""
    code, day = request.jurisdiction.code, today(request)
    openly = {each.call.programme for each in open_with_available(request.jurisdiction.pk, request.at)}
    every = [
        (summary_of(code, each), how_much(main_line_of(specification(code, each)), day))
        for each in programmes_of(code)
    ]
    every.sort(key=lambda one: (one[0].code not in openly, one[0].name))
    return show(request, "public/programmes.html", every=every, openly=openly)


def programme(request: Asked, code: str) -> HttpResponse:
    """사업 안내 — of one programme, with a calculator that stores nothing."""
    of, day = request.jurisdiction, today(request)
    if code not in programmes_of(of.code):
        raise NotHere(what="사업")
    chosen = specification(of.code, code)
    own = [each for each in open_with_available(of.pk, request.at) if each.call.programme == code]
    return show(
        request,
        "public/programme.html",
        code=code,
        it=chosen,
        line=main_line_of(chosen),
        how_much=how_much(main_line_of(chosen), day),
        source=_source(chosen, day),
        calls=own,
        steps=_steps(chosen, is_open=bool(own)),
        worked=worked(of.code, code, chosen, day, request.GET),
        papers=_papers(chosen),
        budget=_budget(request, code),
        ordinance=jurisdiction(of.code).ordinance,
        assumed=[each.reason for each in assumptions_in(specification_file(of.code, code))],
        questions=f"public/questions/{of.code}/{code}.html",
    )


def _steps(chosen: Specification, *, is_open: bool) -> list[tuple[str, str, str]]:
    """지원절차 — each step, who does it, and where one is while a call is open: where the plan is handed in."""
    names = [each.step for each in chosen.procedure]
    now = next((at for at, name in enumerate(names) if HANDED_IN.search(name)), None) if is_open else None
    return [
        (
            each.step,
            f"하는 곳: {each.actor}" + (f" · {each.note}" if each.note else ""),
            "" if now is None or at > now else "active" if at == now else "done",
        )
        for at, each in enumerate(chosen.procedure)
    ]


def _source(chosen: Specification, day: date) -> str:
    """Where the terms that hold were promised."""
    held = [terms.source for terms in main_line_of(chosen).versions if day in terms.period]
    return next(iter(held), "")


def _papers(chosen: Specification) -> list[Papers]:
    """제출서류 — of the application, then of what follows; empty where the specification has no forms."""
    forms = [chosen.forms[name] for name in ("application", *AFTERWARDS) if name in chosen.forms]
    return [
        Papers(
            form.title,
            tuple(slot for slot in form.papers if slot.required and slot.shown_when is None),
            tuple(slot for slot in form.papers if not slot.required or slot.shown_when is not None),
        )
        for form in forms
    ]


def _budget(request: Asked, code: str) -> tuple[int, Progress, list[Progress]] | None:
    """소요예산 — of the year shown: in all, and by line; None where the year has none for it."""
    year = year_to_show(request.jurisdiction.pk, today(request).year)
    lines = (
        [each for each in progress_of(request.jurisdiction.pk, year) if each.programme == code]
        if year
        else []
    )
    return (year, in_all(lines), lines) if year and lines else None
