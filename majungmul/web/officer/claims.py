"""지급 — the claims of the office, by what is to be done with each: a sentence a list."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from majungmul.books.ledger.queries import years_of
from majungmul.stages.payment.queries import (
    correcting,
    on_hold,
    paid_in,
    waiting_for_approval,
    waiting_for_bank,
    waiting_for_review,
    with_bank,
    worth_of,
)
from majungmul.web.asked import Asked, today
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.payment.models import Claim

A_PAGE = 50
MOST_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Pile:
    """청구의 묶음 — what is to be done, with which button; how many there are, and those of the page."""

    code: str
    title: str
    what: str
    button: str
    rows: list[tuple["Claim", int]]
    count: int
    whole: object


Asking = Callable[[UUID, UUID], Any]

PILES: dict[str, tuple[str, str, str, Asking]] = {
    "review": ("심사할 청구", "증빙을 보고 결재를 올릴 청구", "심사", waiting_for_review),
    "correcting": ("보완 중", "조합이 고쳐 다시 낼 청구", "보기", correcting),
    "approval": ("결재 중", "결재권자가 결재할 청구", "보기", waiting_for_approval),
    "bank": ("이체할 청구", "결재가 나서 이체 목록에 넣을 청구", "보기", waiting_for_bank),
    "sent": ("이체 중", "은행에 보낸 청구. 결과를 적어야 지급이 끝납니다", "결과 적기", with_bank),
    "held": ("보류", "결재권자가 멈춘 청구", "보기", on_hold),
}
"""By its word in the address: title, what it is, the button of a row, the query."""
PAID = ("paid", "지급됨", "그해 사업의 지급한 청구", "보기")


def claims(request: Asked) -> HttpResponse:
    """지급 — every list that has something; one of them alone by `?show=`."""
    chosen = request.GET.get("show", "")
    page = page_asked(request)
    years = years_of(request.actor.jurisdiction)
    wanted = request.GET.get("year", "")
    year = int(wanted) if wanted in {str(each) for each in years} else today(request).year
    paid = _paid(request, page, year, is_alone=chosen == "paid")
    piles = [*(_pile(request, code, page) for code in PILES), paid]
    shown = [pile for pile in piles if pile.code == chosen] or [
        pile for pile in piles if pile.rows and pile.code != "paid"
    ]
    return show(
        request,
        "officer/claims.html",
        piles=piles,
        shown=shown,
        chosen=chosen if any(pile.code == chosen for pile in piles) else "",
        years=years,
        year=year,
        page=page,
        a_page=A_PAGE,
        work=next(pile for pile in piles if pile.code == "review").count,
        bank=next(pile for pile in piles if pile.code == "bank"),
    )


def page_asked(request: Asked) -> int:
    """쪽 — the number behind `?page=`; the first where it is none."""
    typed = request.GET.get("page", "")
    return max(int(typed), 1) if typed.isdecimal() and len(typed) <= MOST_DIGITS else 1


def _pile(request: Asked, code: str, page: int) -> Pile:
    title, what, button, query = PILES[code]
    found = list(query(request.actor.jurisdiction, request.actor.office))
    rows = [(row, _days(request, row)) for row in found[(page - 1) * A_PAGE : page * A_PAGE]]
    return Pile(code, title, what, button, rows, len(found), worth_of(found))


def _paid(request: Asked, page: int, year: int, *, is_alone: bool) -> Pile:
    code, title, what, button = PAID
    found = paid_in(request.actor.jurisdiction, request.actor.office, year)
    rows = list(found[(page - 1) * A_PAGE : page * A_PAGE]) if is_alone else []
    return Pile(code, title, what, button, [(row, 0) for row in rows], found.count(), None)


def _days(request: Asked, row: "Claim") -> int:
    """For how many days it has been here."""
    return (today(request) - timezone.localdate(row.received_at)).days
