"""첫 화면 — how much of this year's money went where, and what may be applied for now."""

from django.http import HttpResponse

from majungmul.books.parties.queries.rows import NotHere
from majungmul.stages.call.queries import open_with_available
from majungmul.web.asked import Asked, today
from majungmul.web.public.downloads import csv_page
from majungmul.web.public.spending import spending_in, year_to_show
from majungmul.web.public.summaries import summary_of
from majungmul.web.showing import show
from majungmul.web.words import percent

HEADINGS = ("사업", "예산(원)", "집행(원)", "지급 예정(원)", "남은 금액(원)", "집행률(%)")


def home(request: Asked) -> HttpResponse:
    """첫 화면 — 올해 예산 가운데 얼마가 쓰였나."""
    of = request.jurisdiction
    year = year_to_show(of.pk, today(request).year)
    calls = open_with_available(of.pk, request.at)
    return show(
        request,
        "public/home.html",
        city=of.name,
        spending=spending_in(of.pk, of.code, year) if year else None,
        is_this_year=year == today(request).year,
        calls=[(each, summary_of(of.code, each.call.programme)) for each in calls],
    )


def spending_csv(request: Asked, year: int) -> HttpResponse:
    """집행 현황 — the table of a year, to download."""
    of = request.jurisdiction
    spending = spending_in(of.pk, of.code, year)
    if not spending.programmes:
        raise NotHere(what="해")
    rows = [*spending.programmes, ("합계", spending.whole)]
    return csv_page(
        f"{year}년 중소기업 육성사업 집행 현황",
        HEADINGS,
        [
            (name, each.budget, each.spent, each.promised, each.left, percent(each.spent, each.budget))
            for name, each in rows
        ],
    )
