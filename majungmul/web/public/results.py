"""결과·집행 — who got how much and why: by year and programme, with totals that equal the ledger's."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpResponse

from majungmul.books.ledger.queries import years_of
from majungmul.books.ledger.queries.progress import Progress, in_all, progress_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.stages.settlement.queries import (
    Granted,
    OwnSpending,
    granted_in,
    own_spending,
    year_of_programme,
)
from majungmul.stages.settlement.queries.published import Sums, sums_of
from majungmul.web.asked import Asked, today
from majungmul.web.public.downloads import csv_page
from majungmul.web.public.spending import name_of, spending_in, year_to_show
from majungmul.web.showing import show

A_PAGE = 50
HEADINGS = (
    "단체",
    "결정번호",
    "결정일",
    "처음 결정액(원)",
    "지금 결정액(원)",
    "지급액(원)",
    "인정액(원)",
    "반납액(원)",
    "셈",
)


@dataclass(frozen=True, slots=True)
class Result:
    """결과 — of a programme in a year: its progress, whom it was granted, what was spent directly, the sums."""

    name: str
    progress: Progress
    lines: list[Progress]
    granted: list[Granted]
    own: list[OwnSpending]
    sums: Sums


def results(request: Asked) -> HttpResponse:
    """결과 목록 — every programme of a year, `?year=`; at first the year to show."""
    of = request.jurisdiction
    years = years_of(of.pk)
    asked = request.GET.get("year", "")
    year = int(asked) if asked in map(str, years) else year_to_show(of.pk, today(request).year)
    return show(
        request,
        "public/results.html",
        years=years,
        spending=spending_in(of.pk, of.code, year) if year else None,
    )


def result(request: Asked, year: int, programme: str) -> HttpResponse:
    """결과 — of one programme in a year: each body, its amounts, each with its sentence."""
    found = _result(request, year, programme)
    return show(
        request,
        "public/result.html",
        year=year,
        code=programme,
        it=found,
        page=Paginator(found.granted, A_PAGE).get_page(request.GET.get("page")),
        whole=year_of_programme(request.jurisdiction, year, programme),
        other_years=[each for each in years_of(request.jurisdiction.pk) if each != year],
    )


def result_csv(request: Asked, year: int, programme: str) -> HttpResponse:
    """결과 — the same, to download."""
    found = _result(request, year, programme)
    granted = [
        (
            each.body,
            each.number,
            each.on,
            each.decided,
            each.amount,
            each.paid,
            each.recognised,
            each.returned,
            each.because,
        )
        for each in found.granted
    ]
    own = [
        (f"직접 쓴 금액: {each.label}", "", None, None, None, each.paid, None, None, f"{each.contractors}곳")
        for each in found.own
    ]
    return csv_page(f"{year}년 {found.name} 결과", HEADINGS, [*granted, *own])


def _result(request: Asked, year: int, programme: str) -> Result:
    """Refuses (NotHere) a programme that the year's budget does not have."""
    of = request.jurisdiction
    lines = [each for each in progress_of(of.pk, year) if each.programme == programme]
    if not lines:
        raise NotHere(what="사업")
    granted, own = granted_in(of.pk, year, programme), own_spending(of.pk, year, programme)
    progress = in_all(lines)
    name = name_of(of.code, programme, lines[0].label)
    return Result(name, progress, lines, granted, own, sums_of(granted, own, progress.spent))
