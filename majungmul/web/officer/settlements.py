"""정산 — of the office's awards: begun once nothing is claimed any more, examined line by line, fixed, closed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from majungmul.books.files.queries import uses_of
from majungmul.books.ledger.queries import years_of
from majungmul.stages.award.queries import awards_by, lines_of
from majungmul.stages.award.queries.sight import award_for
from majungmul.stages.payment.queries import awards_being_claimed, open_claims_of, totals_of
from majungmul.stages.review.queries import other_approvers
from majungmul.stages.settlement.actions import examine, open_settlement
from majungmul.stages.settlement.actions.fixing import to_come_back
from majungmul.stages.settlement.actions.reporting import PAPERS_OF_A_REPORT
from majungmul.stages.settlement.queries import (
    Seen,
    corrections_of,
    lateness_of,
    open_refunds,
    owed_now,
    refunds_of,
    review_of,
    revocations_of,
    settlement_for,
    settlement_line_for,
    settlements_by,
    unsettled_of,
)
from majungmul.stages.settlement.refusals import LessWithoutReason, RecognisedMore
from majungmul.stages.settlement.states import TRANSITIONS
from majungmul.values.won import Won, total
from majungmul.web.asked import Asked, today
from majungmul.web.forms.asking import ask, field
from majungmul.web.forms.doing import do
from majungmul.web.forms.typed import Typed
from majungmul.web.keys import key_of
from majungmul.web.officer.settlements_forms import ACTS, begun
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.programmes.form import Form
    from majungmul.stages.award.models import Award
    from majungmul.stages.settlement.models import Settlement, SettlementLine

A_PAGE = 50
PILES = (
    ("reported", "심사할 정산", "심사"),
    ("correcting", "보완 중", "보기"),
    ("submitted", "결재 중", "보기"),
    ("fixed", "확정: 반납을 받고 마칠 정산", "보기"),
    ("closed", "마친 정산", "보기"),
)
BEGIN = ask(
    "정산 시작",
    field(
        "summary",
        "사업 성과",
        "long_text",
        limit=2000,
        example="참여 조합원 28개사, 원목 구매 단가 5% 절감",
    ),
)


def settlements(request: Asked) -> HttpResponse:
    """정산 — of a year: what is to be begun, examined, fixed, closed; and what is still to be paid back."""
    years = years_of(request.actor.jurisdiction)
    wanted = request.GET.get("year", "")
    year = int(wanted) if wanted in {str(each) for each in years} else today(request).year
    own = (request.actor.office, request.actor.jurisdiction, year)
    begun_ones = list(settlements_by(*own))
    settled = {each.award_id for each in begun_ones}
    waiting = [
        each
        for each in awards_by(*own)
        if each.number and each.state in ("effective", "ended") and each.pk not in settled
    ]
    busy = awards_being_claimed(request.actor.jurisdiction, request.actor.office, year)
    refunds = open_refunds(request.actor.jurisdiction, today(request), office=request.actor.office)
    return show(
        request,
        "officer/settlements.html",
        years=years,
        year=year,
        waiting=[each for each in waiting if each.pk not in busy][:A_PAGE],
        busy=[each for each in waiting if each.pk in busy][:A_PAGE],
        piles=[
            (code, title, button, [each for each in begun_ones if each.state == code][:A_PAGE])
            for code, title, button in PILES
        ],
        refunds=refunds[:A_PAGE],
        late=sum(each.overdue_days > 0 for each in refunds),
    )


def settlement_new(request: Asked, award: UUID) -> HttpResponseBase:
    """정산 시작 — of an award whose claims are all paid, or done with."""
    row = award_for(request.seat, award)
    if request.method != "POST":
        return _begin(request, row, Typed(BEGIN))
    return do(
        request,
        BEGIN,
        lambda values, _: open_settlement(
            row.pk, values["summary"], by=request.actor, at=request.at, key=key_of(request)
        ),
        then=lambda made: reverse("officer:settlement", args=[made.pk]),
        again=lambda typed: _begin(request, row, typed),
        said="정산을 시작했습니다. 항목마다 인정할 금액을 정해 주십시오.",
    )


def settlement(request: Asked, settlement: UUID) -> HttpResponseBase:
    """정산 심사 — the page; the city's own of our award stands with the grant."""
    row = settlement_for(request.seat, settlement)
    if row.office_id != request.actor.office:
        return redirect("officer:grant", row.award_id)
    return settlement_page(request, row)


def line(request: Asked, settlement: UUID, line: UUID) -> HttpResponseBase:
    """정산 심사 — how much of one line is recognised."""
    row, looked = settlement_for(request.seat, settlement), settlement_line_for(request.seat, line)
    if request.method != "POST":
        return redirect("officer:settlement", row.pk)
    place = f"l{looked.order}"
    return do(
        request,
        _line_form(looked),
        lambda values, _: examine(
            looked.pk,
            values[place]["recognised"],
            values[place].get("reason") or "",
            by=request.actor,
            at=request.at,
            key=key_of(request),
        ),
        then=lambda _: reverse("officer:settlement", args=[row.pk]),
        again=lambda typed: settlement_page(request, row, lines={looked.pk: typed}),
        said=f"‘{looked.line.label}’의 인정액을 적었습니다.",
        places={LessWithoutReason: f"{place}.reason", RecognisedMore: f"{place}.recognised"},
    )


def act(request: Asked, settlement: UUID, act: str) -> HttpResponseBase:
    """정산의 일 — 보완요청, 결재 올림, 반납 확인, 정산 완료: the one that the address names."""
    row = settlement_for(request.seat, settlement)
    if request.method != "POST" or act not in ACTS:
        return redirect("officer:settlement", row.pk)
    chosen = ACTS[act]
    return do(
        request,
        chosen.form(row),
        lambda values, _: chosen.verb(request, row, values),
        then=lambda _: reverse("officer:settlement", args=[row.pk]),
        again=lambda typed: settlement_page(request, row, acts={act: typed}),
        said=chosen.said,
        places=chosen.places,
    )


def settlement_page(
    request: Asked,
    row: "Settlement",
    *,
    lines: Mapping[UUID, Typed] | None = None,
    acts: Mapping[str, Typed] | None = None,
) -> HttpResponse:
    """The page of a settlement, with what was typed into one of its forms."""
    seen = review_of(row)
    may = {each.act.rpartition(".")[2] for each in TRANSITIONS if each.before == row.state}
    return show(
        request,
        "officer/settlement.html",
        settlement=row,
        seen=seen,
        sums=_sums(row, seen),
        typed={each.line.pk: (lines or {}).get(each.line.pk) or _begun(each) for each in seen},
        may=may,
        acts={
            code: (acts or {}).get(code) or begun(code, row, today(request)) for code in ACTS if code in may
        },
        wrong=next(iter(acts or {}), ""),
        unlooked=sum(each.line.recognised is None for each in seen),
        lateness=lateness_of(row),
        unsettled=unsettled_of(row),
        corrections=corrections_of(row),
        files=[(PAPERS_OF_A_REPORT.get(use.purpose, use.purpose), use) for use in uses_of(row)],
        approvers=other_approvers(row.office_id, request.actor.person, today(request)),
        refunds=refunds_of(row.award),
        revocations=revocations_of(row.award),
    )


def _sums(row: "Settlement", seen: list[Seen]) -> dict[str, Won]:
    """The strip: sums of the lines, and what is to come back."""
    return {
        "decided": total(each.line.decided for each in seen),
        "received": total(each.line.received for each in seen),
        "reported": total(each.line.reported for each in seen),
        "back": total(owed_now(each.line) for each in seen) if row.fixed_on else to_come_back(row),
    }


def _line_form(looked: "SettlementLine") -> "Form":
    form = ask(
        "정산 심사",
        field("recognised", "인정액", "won_or_zero"),
        field(
            "reason",
            "덜 인정하는 까닭",
            "long_text",
            required=False,
            limit=300,
            help="집행액을 모두 인정하면 비워 둡니다. 적은 까닭은 통지서에 적힙니다.",
        ),
    )
    section = form.sections[0].model_copy(update={"code": f"l{looked.order}"})
    return form.model_copy(update={"sections": (section,)})


def _begun(each: Seen) -> Typed:
    amount = each.line.reported if each.line.recognised is None else each.line.recognised
    said = {"recognised": f"{amount.amount:,}", "reason": each.line.less_reason}
    return Typed(_line_form(each.line), {f"l{each.line.order}": said})


def _begin(request: Asked, award: "Award", typed: Typed) -> HttpResponse:
    return show(
        request,
        "officer/settlement_new.html",
        award=award,
        typed=typed,
        totals=totals_of(award),
        lines=lines_of(award),
        claims=open_claims_of(award),
        here=request.path,
    )
