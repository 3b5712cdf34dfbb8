"""청구서와 결과보고서의 서식 — what the programme's two forms ask, in the order in which one who claims has it.

A 증빙 says of which trade it is, and on which pages of the scan; the account is chosen among those registered.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from majungmul.programmes.form import Choice, Field, Form, Section, Slot
from majungmul.programmes.form_answers import Answers
from majungmul.stages.payment.queries import forms_of
from majungmul.values.business_number import BusinessNumber
from majungmul.web.forms.asking import choices, field

if TYPE_CHECKING:
    from datetime import date

    from majungmul.books.parties.models import BankAccount, Organisation
    from majungmul.stages.award.models import Award
    from majungmul.stages.delivery.models import Trade
    from majungmul.stages.payment.models import Claim, Proof

KINDS = {
    "tax_invoice": "e_invoice",
    "invoice": "tax_free_invoice",
    "card_slip": "card_slip",
    "corrected_invoice": "corrected_invoice",
}
"""증빙의 종류 — by its code in the specification, what it is in the books."""
BACK = {kept: code for code, kept in KINDS.items()}
ANSWER = "answer"
PROOF_FIELDS = (
    "kind",
    "approval_number",
    "written_on",
    "issued_on",
    "seller_number",
    "buyer_number",
    "supply",
    "vat",
    "paid",
    "paid_on",
    "payment_method",
    "paid_amount",
    "vat_deducted",
)
DIFFERENCE_HELP = "신청한 거래계획과 금액이 다르면 까닭을 적습니다. 같으면 비워 둡니다."
SCAN_HELP = "여러 증빙을 한 파일에 묶어 올렸으면 몇 쪽인지 적습니다."


def claim_form(award: "Award", trades: "Iterable[Trade]", accounts: "Iterable[BankAccount]") -> Form:
    """청구 서식 — proofs by trade, the report, the claim itself, and the files of both forms."""
    claim, report = forms_of(award)
    sections = (_proofs(claim, trades), _report(report), _claim(claim, accounts))
    return claim.model_copy(
        update={"title": "결과보고와 지원금 청구서", "sections": sections, "papers": _slots(claim, report)}
    )


def with_answer(form: Form) -> Form:
    """보완 서식 — the same, with what was done about the request."""
    done = field(ANSWER, "무엇을 고쳤습니까", "long_text", limit=300, help="담당자가 읽고 다시 살펴봅니다.")
    section = Section.model_construct(
        code=ANSWER, label="보완한 내용", help="", fields=(done,), repeats=False, least=1, most=1
    )
    return form.model_copy(update={"sections": (*form.sections, section)})


def begun_with(trades: "list[Trade]", account: "BankAccount | None", by: str, on: "date") -> Answers:
    """미리 적힌 것 — a row for each trade with what the contract and its delivery already say."""
    last = max(trades, key=lambda trade: trade.delivered_on, default=None)
    return {
        "proofs": [_row(trade) for trade in trades],
        "report": {
            "delivered_on": _day(last.delivered_on) if last else "",
            "received_by": last.received_by if last else "",
            "author": by,
            "written_on": _day(on),
        },
        "claim": {"bank_account": str(account.pk) if account else "", "account_changed": "no"},
    }


def as_claimed(claim: "Claim", proofs: "Iterable[Proof]") -> Answers:
    """청구한 대로 — the answers of a claim, to be put right."""
    report = claim.report
    return {
        "proofs": [_claimed(proof) for proof in proofs],
        "report": {
            "delivered_on": _day(report.delivered_on),
            "received_by": report.received_by,
            "difference": report.difference_reason,
            "outcome": report.outcome,
            "author": report.written_by,
            "written_on": _day(report.written_on),
        },
        "claim": {
            "bank_account": str(claim.bank_account_id or ""),
            "account_changed": "no",
            "no_other_support": "confirmed",
        },
    }


def _proofs(claim: Form, trades: "Iterable[Trade]") -> Section:
    section = _section(claim, "proofs")
    known = {each.code: each for each in section.fields}
    offered = choices((str(each.pk), _trade_words(each)) for each in trades)
    of_trade = field("trade", "어느 거래의 증빙입니까").model_copy(
        update={"kind": "choice", "choices": offered}
    )
    pages = field("pages", "파일의 쪽", required=False, example="1~3쪽", help=SCAN_HELP, limit=40)
    fields = (of_trade, *(known[code] for code in PROOF_FIELDS if code in known), pages)
    return section.model_copy(update={"fields": fields})


def _report(report: Form) -> Section:
    trades = {each.code: each for each in _section(report, "trades").fields}
    result = {each.code: each for each in _section(report, "result").fields}
    difference = trades["difference"].model_copy(
        update={"required": False, "help": DIFFERENCE_HELP, "limit": 300}
    )
    delivered = [
        trades[code].model_copy(update={"shown_when": None}) for code in ("delivered_on", "received_by")
    ]
    fields = (*delivered, difference, result["outcome"], result["author"], result["written_on"])
    return Section.model_construct(
        code="report",
        label="결과보고",
        help="거래가 어떻게 되었는지 적습니다. 이 내용으로 결과보고서가 만들어집니다.",
        fields=fields,
        repeats=False,
        least=1,
        most=1,
    )


def _claim(claim: Form, accounts: "Iterable[BankAccount]") -> Section:
    section = _section(claim, "claim")
    known = {each.code: each for each in section.fields}
    offered: tuple[Choice, ...] = choices(
        (str(each.pk), f"{each.bank} {each.masked} · {each.holder}") for each in accounts
    )
    account = field(
        "bank_account", "입금받을 계좌", help="다른 계좌로 받으려면 통장사본과 함께 중앙회에 알려 주십시오."
    ).model_copy(update={"kind": "choice", "choices": offered})
    changed, sure = known["account_changed"], known["no_other_support"]
    return section.model_copy(update={"fields": (account, changed, sure)})


def _slots(claim: Form, report: Form) -> tuple[Slot, ...]:
    """The files of both forms, each once: required where either requires it."""
    slots: dict[str, Slot] = {}
    for each in (*claim.papers, *report.papers):
        there = slots.get(each.code, each)
        slots[each.code] = there.model_copy(update={"required": there.required or each.required})
    return tuple(slots.values())


def _section(form: Form, code: str) -> Section:
    return next(each for each in form.sections if each.code == code)


def _trade_words(trade: "Trade") -> str:
    return f"거래 {trade.number} · {trade.item} ({trade.supply})"


def _row(trade: "Trade") -> dict[str, str]:
    contract = trade.contract
    seller, buyer = contract.seller, contract.buyer
    return {
        "trade": str(trade.pk),
        "kind": "tax_invoice" if trade.vat else "invoice",
        "seller_number": _business_number(seller),
        "buyer_number": _business_number(buyer),
        "supply": f"{trade.supply.amount:,}",
        "vat": f"{trade.vat.amount:,}",
    }


def _claimed(proof: "Proof") -> Mapping[str, Any]:
    settlings = list(proof.settlings.all())
    paid = settlings[0] if settlings else None
    return {
        "trade": str(proof.line.trade_id or ""),
        "kind": BACK.get(proof.kind, ""),
        "approval_number": proof.approval_number,
        "written_on": _day(proof.written_on),
        "issued_on": _day(proof.issued_on),
        "seller_number": str(BusinessNumber(proof.supplier)),
        "buyer_number": str(BusinessNumber(proof.buyer)),
        "supply": f"{proof.supply.amount:,}",
        "vat": f"{proof.vat.amount:,}",
        "paid": "yes" if paid else "no",
        "paid_on": _day(paid.paid_on) if paid else "",
        "payment_method": paid.method if paid else "",
        "paid_amount": f"{sum(abs(each.amount.amount) for each in settlings):,}" if paid else "",
        "vat_deducted": "yes" if proof.vat_reclaimed else "no",
        "pages": proof.pages,
    }


def _business_number(body: "Organisation | None") -> str:
    return str(BusinessNumber(body.business_number)) if body and body.business_number else ""


def _day(day: "date") -> str:
    return f"{day.year}. {day.month}. {day.day}."


__all__ = ["ANSWER", "KINDS", "Field", "as_claimed", "begun_with", "claim_form", "with_answer"]
