"""교부의 일 — what the operator does with the city's grant: claim an instalment, report, correct."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from majungmul.programmes.form import Form
from majungmul.programmes.legislation import NotInForce
from majungmul.programmes.reasons import Departure, reasons_on
from majungmul.stages.award.actions.changing import BelowWhatLeft, NotInLine, OutsideTheYear
from majungmul.stages.delivery.actions import report_progress
from majungmul.stages.delivery.queries import reports_of
from majungmul.stages.payment.actions import GrantClaim, claim_grant
from majungmul.stages.payment.queries import rests_of
from majungmul.stages.settlement.actions import LineReport, ReportPapers, correct, report
from majungmul.stages.settlement.actions.reporting import PAPERS_OF_A_REPORT, REQUIRED
from majungmul.stages.settlement.queries import corrections_of, lines_of, open_below_of, settlement_for
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked, today
from majungmul.web.forms.asking import ask, choice, field, slot
from majungmul.web.forms.doing import Deed, Files, Values, do
from majungmul.web.forms.typed import Typed, of
from majungmul.web.keys import key_of
from majungmul.web.officer.grants import own_grant
from majungmul.web.officer.grants_letters import SEAL_PLACES, seal_fields, seal_in
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.award.models import Award

PLACES: Mapping[type[Refusal], str] = {
    **SEAL_PLACES,
    BelowWhatLeft: "it.amount",
    NotInLine: "it.amount",
    OutsideTheYear: "it.until",
}
QUARTERS = (("q1", "1분기"), ("q2", "2분기"), ("q3", "3분기"), ("q4", "4분기"))


def grant_claim(request: Asked, award: UUID) -> HttpResponseBase:
    """교부청구 — how much of each line, and why all at once where it is so."""
    row = own_grant(request, award)
    rests = rests_of(row)

    def deed(values: Values, _: Files) -> Any:  # noqa: ANN401 - what the action makes
        amounts = {each.line.pk: values[f"amount_{each.line.order}"] for each in rests}
        said = GrantClaim(amounts=amounts, single_reason=values.get("single_reason") or "")
        return claim_grant(row.pk, said, **done(request))

    lines = [
        field(
            f"amount_{each.line.order}",
            each.line.label,
            "won_or_zero",
            help=f"결정액 {each.decided}, 앞으로 청구할 수 있는 금액 {each.left}",
        )
        for each in rests
    ]
    form = ask(
        "교부청구",
        *lines,
        choice(
            "single_reason",
            "결정액을 한 번에 모두 청구하는 사유",
            _single(request, row),
            required=False,
            help="나누어 청구하면 고르지 않습니다.",
        ),
    )
    return ask_about(
        request,
        row,
        form,
        deed,
        heads=("교부청구", "항목마다 얼마를 청구할지 적어 주십시오", "교부청구"),
        begins={},
        said="교부를 청구했습니다. 시가 결재하고 교부하면 여기에 보입니다.",
    )


def grant_progress(request: Asked, award: UUID) -> HttpResponseBase:
    """수행상황 보고 — of a quarter; the figures of each line come from the books."""
    row = own_grant(request, award)
    reported = {each.period for each in reports_of(row)}
    open_ones = [each for each in QUARTERS if each[0] not in reported]
    if not open_ones and request.method != "POST":
        messages.success(request, "네 분기의 수행상황을 모두 보고했습니다. 해가 끝나면 실적을 보고합니다.")
        return redirect("officer:grant", row.pk)

    def deed(values: Values, _: Files) -> Any:  # noqa: ANN401 - what the action makes
        said = (values["period"], values["summary"], values.get("problems") or "", seal_in(values))
        return report_progress(row.pk, *said, **done(request))

    form = ask(
        "수행상황 보고",
        choice("period", "분기", open_ones),
        field(
            "summary",
            "수행 내용",
            "long_text",
            limit=2_000,
            example="공고와 설명회를 마치고 9개 조합을 결정함",
        ),
        field("problems", "문제점과 대책", "long_text", required=False, limit=500),
        *seal_fields(),
    )
    return ask_about(
        request,
        row,
        form,
        deed,
        heads=("수행상황 보고", "분기 동안 한 일을 적어 주십시오", "보고"),
        begins={"period": open_ones[0][0]} if open_ones else {},
        said="수행상황을 보고했습니다. 항목별 수치는 지금의 원장에서 옮겼습니다.",
    )


def grant_report(request: Asked, award: UUID) -> HttpResponseBase:
    """실적보고 — with its files, the interest of each line, and why what is below is not settled yet."""
    row = own_grant(request, award)
    below = open_below_of(row)

    def deed(values: Values, files: Files) -> Any:  # noqa: ANN401 - what the action makes
        return report(
            row.pk, values["summary"], _interest(row, values), _papers(values, files, below), **done(request)
        )

    form = _report_form(row, below, is_first=True)
    return ask_about(
        request,
        row,
        form,
        deed,
        heads=("실적보고", "한 해의 실적과 이자를 보고해 주십시오", "실적보고"),
        begins={f"interest_{each.order}": "0" for each in _account_lines(row)},
        said="실적을 보고했습니다. 시가 심사해 금액을 확정합니다.",
    )


def grant_correct(request: Asked, settlement: UUID) -> HttpResponseBase:
    """정산 보완 — of our report to the city: as it is now, with an answer."""
    settled = settlement_for(request.seat, settlement)
    row = own_grant(request, settled.award_id)
    below = open_below_of(row)

    def deed(values: Values, files: Files) -> Any:  # noqa: ANN401 - what the action makes
        papers = _papers(values, files, below)
        said = (values["summary"], values["answer"], papers, _interest(row, values))
        return correct(settled.pk, *said, **done(request))

    interest = {f"interest_{each.order}": f"{each.interest.amount:,}" for each in lines_of(settled)}
    asked = [each for each in corrections_of(settled) if each.answered_at is None]
    return ask_about(
        request,
        row,
        _report_form(row, below, is_first=False),
        deed,
        heads=("정산 보완", "시가 요청한 것을 고쳐 다시 내 주십시오", "보완해 내기"),
        begins={"summary": settled.summary, **interest},
        said="보완해 냈습니다.",
        facts=[(each.due_on, each.what) for each in asked],
    )


def ask_about(
    request: Asked,
    row: "Award",
    form: Form,
    deed: Deed,
    *,
    heads: tuple[str, str, str],
    begins: dict[str, Any],
    said: str,
    facts: Any = (),  # noqa: ANN401 - days and what was asked
) -> HttpResponseBase:
    """A page of one form about the grant: shown, or sent."""
    if request.method != "POST":
        return _page(request, Typed(form, of(begins)), heads, row, facts)
    return do(
        request,
        form,
        deed,
        then=lambda _: reverse("officer:grant", args=[row.pk]),
        again=lambda typed: _page(request, typed, heads, row, facts),
        said=said,
        places=PLACES,
    )


def _page(
    request: Asked,
    typed: Typed,
    heads: tuple[str, str, str],
    row: "Award",
    facts: Any = (),  # noqa: ANN401 - as above
) -> HttpResponse:
    name, asks, button = heads
    return show(
        request,
        "officer/grant_act.html",
        typed=typed,
        name=name,
        asks=asks,
        button=button,
        award=row,
        facts=facts,
        here=request.path,
    )


def _report_form(row: "Award", below: list[Any], *, is_first: bool) -> Form:
    """실적보고의 서식 — interest by line, a reason for each account below, the letter, the files."""
    interest = [
        field(f"interest_{each.order}", f"{each.label}의 통장 이자", "won_or_zero", example="12,340원")
        for each in _account_lines(row)
    ]
    reasons = [
        field(
            f"reason_{number}",
            f"{account.label}: 아직 정산하지 못한 이유",
            limit=200,
            example="반품 처리 중",
            help=f"열려 있는 금액 {amount}",
        )
        for number, (account, amount) in enumerate(below)
    ]
    answer = [] if is_first else [field("answer", "보완한 내용", "long_text", limit=300)]
    slots = [
        slot(code, label, required=is_first and code in REQUIRED)
        for code, label in PAPERS_OF_A_REPORT.items()
    ]
    summary = field("summary", "사업 성과", "long_text", limit=4_000)
    return ask("실적보고", summary, *answer, *interest, *reasons, *seal_fields(), *slots)


def _interest(row: "Award", values: Values) -> tuple[LineReport, ...]:
    return tuple(
        LineReport(line=each.pk, interest=values[f"interest_{each.order}"]) for each in _account_lines(row)
    )


def _papers(values: Values, files: Files, below: list[Any]) -> ReportPapers:
    reasons = {account.pk: values[f"reason_{number}"] for number, (account, _) in enumerate(below)}
    return ReportPapers(files=files, unsettled=reasons, letter=seal_in(values))


def _account_lines(row: "Award") -> list[Any]:
    return [each.line for each in rests_of(row) if each.line.account]


def _single(request: Asked, row: "Award") -> list[tuple[str, str]]:
    try:
        found = reasons_on(today(request), Departure.SINGLE_DISBURSEMENT, row.jurisdiction.code)
    except NotInForce:
        return []
    return [(each.code, each.label) for each in found]


def done(request: Asked) -> dict[str, Any]:
    """Who does it, when, and under which key: what every action takes."""
    return {"by": request.actor, "at": request.at, "key": key_of(request)}
