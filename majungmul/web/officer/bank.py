"""이체 — approved claims are put on a list for the bank; what the bank says of each is written down."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from majungmul.books.trail.reading import reading
from majungmul.formats.csv_file import csv_of
from majungmul.stages.payment.actions import list_for_bank, pay
from majungmul.stages.payment.queries import (
    bank_list_for,
    bank_lists_of,
    entries_of,
    waiting_for_bank,
    worth_of,
)
from majungmul.stages.payment.refusals import NothingToList
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked, today
from majungmul.web.forms.asking import ask, field
from majungmul.web.forms.doing import do
from majungmul.web.forms.typed import Typed, of
from majungmul.web.keys import key_of
from majungmul.web.officer.claims import page_asked
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.payment.models import BankEntry, BankList, Claim

A_PAGE = 50
LISTED = "listed"
KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
MAKE = ask("이체 목록 만들기")
PAID = ask("모두 지급 확인", field("paid_on", "은행이 이체한 날", "day", example="2026. 11. 25."))
HEADINGS = ("순번", "은행", "계좌번호", "예금주", "금액(원)", "받는 곳", "청구번호")


def bank(request: Asked) -> HttpResponse:
    """이체 — the claims that may go to the bank, to be chosen; and the lists so far."""
    waiting = list(waiting_for_bank(request.actor.jurisdiction, request.actor.office))
    page = page_asked(request)
    lists = bank_lists_of(request.actor.jurisdiction, request.actor.office)
    return show(
        request,
        "officer/bank.html",
        waiting=waiting,
        whole=worth_of(waiting),
        lists=list(lists[(page - 1) * A_PAGE : page * A_PAGE]),
        count=lists.count(),
        page=page,
        a_page=A_PAGE,
    )


def making(request: Asked) -> HttpResponseBase:
    """이체 목록 만들기 — says first what it will do; then makes the one list."""
    if request.method != "POST":
        return _ask_first(request, request.GET.getlist("claim"), Typed(MAKE))
    chosen = request.POST.getlist("claim")
    return do(
        request,
        MAKE,
        lambda *_: list_for_bank(
            _keys(chosen),
            by=request.actor,
            at=request.at,
            key=key_of(request),
        ),
        then=lambda made: reverse("officer:bank_list", args=[made.pk]),
        again=lambda typed: _ask_first(request, chosen, typed),
        said="이체 목록을 만들었습니다. 파일을 내려받아 은행에 보내고, 결과를 여기에 적어 주십시오.",
    )


def bank_list(request: Asked, bank_list: UUID) -> HttpResponseBase:
    """이체 목록 — its entries with the accounts to compare, and what became of each."""
    day = today(request)
    begun = Typed(PAID, of({"paid_on": f"{day.year}. {day.month}. {day.day}."}))
    return _list_page(request, bank_list_for(request.seat, bank_list), begun)


def all_paid(request: Asked, bank_list: UUID) -> HttpResponseBase:
    """모두 지급 확인 — each entry that waits, by an action of its own: one that is refused stops no other."""
    row = bank_list_for(request.seat, bank_list)
    if request.method != "POST":
        return redirect("officer:bank_list", row.pk)
    waiting = [each for each in entries_of(row) if each.state == LISTED]
    return do(
        request,
        PAID,
        lambda values, _: _pay_all(request, waiting, values["paid_on"]),
        then=lambda _: reverse("officer:bank_list", args=[row.pk]),
        again=lambda typed: _list_page(request, row, typed),
    )


def bank_file(request: Asked, bank_list: UUID) -> HttpResponse:
    """이체 파일 — of a list, for the bank: CSV that a spreadsheet opens."""
    row = bank_list_for(request.seat, bank_list)
    with reading(request.actor, row, "은행에 보낼 이체 파일"):
        rows = [
            (
                str(number),
                each.bank_account.bank,
                each.bank_account.number,
                each.bank_account.holder,
                each.amount,
                each.claim.body.name,
                each.claim.number,
            )
            for number, each in enumerate(entries_of(row), start=1)
        ]
        response = HttpResponse(csv_of(HEADINGS, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = (
        f"attachment; filename=\"transfers.csv\"; filename*=UTF-8''{quote(f'{row.number}.csv')}"
    )
    response["Cache-Control"] = "private, no-store"
    return response


def _ask_first(request: Asked, chosen: Sequence[str], typed: Typed) -> HttpResponse:
    """What will be done, before it is done."""
    claims = _chosen(request, chosen)
    if not claims and not typed.is_wrong:
        typed.refusal = NothingToList()
    return show(
        request,
        "officer/bank_making.html",
        status=200 if claims else 422,
        claims=claims,
        whole=worth_of(claims),
        typed=typed,
    )


def _keys(chosen: Sequence[str]) -> list[UUID]:
    """The claims as they were sent, whatever became of them since: the same form again is the same list."""
    return [UUID(each) for each in chosen if KEY.fullmatch(each)]


def _chosen(request: Asked, chosen: Sequence[str]) -> "list[Claim]":
    """Those that wait for the bank and were chosen."""
    waiting = waiting_for_bank(request.actor.jurisdiction, request.actor.office)
    return [claim for claim in waiting if str(claim.pk) in set(chosen)]


def _list_page(request: Asked, row: "BankList", typed: Typed) -> HttpResponse:
    with reading(request.actor, row, "이체할 계좌를 견줌"):
        entries = list(entries_of(row))
        return show(
            request,
            "officer/bank_list.html",
            bank_list=row,
            entries=entries,
            waiting=sum(each.state == LISTED for each in entries),
            returned=sum(each.state == "failed" for each in entries),
            typed=typed,
        )


def _pay_all(request: Asked, waiting: "list[BankEntry]", paid_on: object) -> None:
    """Each by itself; says how many were paid, and why one was not."""
    key, done = key_of(request), 0
    for each in waiting:
        try:
            pay(each.claim_id, paid_on, by=request.actor, at=request.at, key=f"{key}:{each.pk}")  # type: ignore[arg-type]
        except Refusal as refusal:
            messages.warning(request, f"{each.claim.body.name}: {refusal}")
        else:
            done += 1
    messages.success(request, f"{done}건을 지급한 것으로 적었습니다.")
