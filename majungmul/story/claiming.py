"""청구와 지급 — the report and the claim with all their proofs, looked at, approved by another person, paid."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from majungmul.books.parties.queries.rows import found
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment.queries import proofs_of
from majungmul.story.cases import TENTH, Case, Deal, Delivery
from majungmul.story.people import ACCOUNTANT, APPROVER, BODIES, OFFICER, number_of
from majungmul.story.scans import photo, scan
from majungmul.story.telling import Row, Rows, Script, at_work
from majungmul.story.trading import trade_name
from majungmul.values.actor import Actor
from majungmul.values.won import Won

Less = dict[int, tuple[int, str]]
"""덜 인정한 증빙 — by its place in the claim: how much of it counts, in won, and why."""


def tell_claim(script: Script, case: Case) -> None:
    """결과보고와 지원금 청구 — of all that was delivered, at 10 in the morning of the case's day."""
    given = (script.pk(f"{case.body}.award"), claim_of(script, case), files_of(script, case))
    what = f"{case.of.name} 결과보고·청구"
    script.add(script.on(*case.claimed), f"{case.body}.claim", what, payment.claim, case.of.login, *given)


def tell_approval(script: Script, case: Case, day: tuple[int, int], less: Less | None = None) -> None:
    """증빙 인정 → 결재 올림 → 결재, on one day."""
    name, who = f"{case.body}.claim", case.of.name
    row = script.pk(name)
    looked = partial(recognise_all, less=less or {})
    script.add(script.on(*day, 10), f"{name}.looked", f"{who} 증빙 확인", looked, OFFICER, script.row(name))
    script.add(
        script.on(*day, 14), f"{name}.submitted", f"{who} 지급 결재 올림", payment.submit, OFFICER, row
    )
    script.add(script.on(*day, 16), f"{name}.approved", f"{who} 지급 결재", payment.approve, APPROVER, row)


def tell_payment(script: Script, cases: tuple[Case, ...], day: tuple[int, int], *, failed: str = "") -> None:
    """이체 — one list for the bank of several claims; each is paid on the next business day, but the failed one."""
    names = [script.name(f"{case.body}.claim") for case in cases]
    listed = f"list.{day[0]}.{day[1]}"

    def claims(rows: Rows) -> list[Any]:
        return [rows[name].pk for name in names]

    script.add(script.on(*day, 17), listed, "이체 목록", payment.list_for_bank, ACCOUNTANT, claims)
    at = script.on(*day, 11) + timedelta(days=1)
    for case in cases:
        name, row = f"{case.body}.claim", script.pk(f"{case.body}.claim")
        if case.body == failed:
            why = (row, "예금주 이름이 달라 은행이 돌려보냄(가상)")
            script.add(at, f"{name}.failed", f"{case.of.name} 이체 반송", payment.fail, ACCOUNTANT, *why)
            continue
        carried = (row, at_work(at).date())
        script.add(
            at, f"{name}.paid.{day[0]}", f"{case.of.name} 지원금 지급", payment.pay, ACCOUNTANT, *carried
        )


def recognise_all(claim: Row, *, less: Less, by: Actor, at: datetime, key: str) -> Row:
    """증빙 인정 — every proof of a claim as it says, or less with its reason. Returns the last proof."""
    proof = None
    for place, each in enumerate(proofs_of(found(type(claim), by, claim.pk)), start=1):
        amount, reason = less.get(place, (each.supply.amount, ""))
        proof = payment.recognise_proof(
            each.pk, Won(amount), reason, by=by, at=at, key=f"{key}:{each.approval_number}"
        )
    return proof


def claim_of(script: Script, case: Case) -> Callable[[Rows], payment.ClaimDraft]:
    """청구서와 결과보고서 — as the co-operative fills them in."""

    def draft(rows: Rows) -> payment.ClaimDraft:
        return payment.ClaimDraft(
            trades=tuple(
                payment.TradeClaim(
                    trade=rows[script.name(trade_name(case, number, count))].pk,
                    claimed=Won((each.supply - each.returned) // TENTH),
                    proofs=_proofs(script, case, deal, each),
                )
                for number, deal in enumerate(case.deals, start=1)
                for count, each in enumerate(deal.deliveries, start=1)
            ),
            report=_report(script, case),
            bank_account=rows[f"{case.body}.account"].pk,
            no_other_support=True,
        )

    return draft


def files_of(script: Script, case: Case) -> dict[str, Any]:
    """청구의 붙임 — scans and a picture, each saying 가상."""
    who, year = case.of.name, f"{script.year}년"
    return {
        "invoice": scan("세금계산서 묶음", who, year),
        "statement": scan("거래명세서", who, year),
        "transfer_receipt": scan("이체확인증", who, year),
        "sealed_claim": scan("직인 찍은 청구서", who, year),
        "sealed_report": scan("직인 찍은 결과보고서", who, year),
        "photos": photo(f"{year} {who} 납품"),
    }


def _report(script: Script, case: Case) -> payment.ReportDraft:
    last = max(each.on for deal in case.deals for each in deal.deliveries)
    differs = case.planned != case.delivered
    return payment.ReportDraft(
        outcome=case.outcome,
        delivered_on=script.day(*last),
        received_by=f"사무국장 {case.of.officer}",
        written_by=f"사무국장 {case.of.officer}",
        written_on=script.day(*case.claimed),
        difference_reason="수량과 단가가 바뀌어 실제 거래금액이 계획과 다름(가상)" if differs else "",
    )


def _proofs(script: Script, case: Case, deal: Deal, each: Delivery) -> tuple[payment.ProofDraft, ...]:
    """증빙 — of one delivery: an invoice or a slip; and a 수정세금계산서 for what came back."""
    on = script.day(*each.on)
    invoice = "e_invoice" if deal.is_taxed else "tax_free_invoice"
    kind = "card_slip" if each.method == "card" else invoice
    settlings = _settlings(deal, each, on)
    proofs = [_proof(case, deal, kind, on, each.supply, settlings)]
    if each.returned:
        back = on + timedelta(days=10)
        proofs.append(_proof(case, deal, "corrected_invoice", back, -each.returned, ()))
    return tuple(proofs)


def _settlings(deal: Deal, each: Delivery, on: date) -> tuple[payment.SettlingDraft, ...]:
    """결제 — in equal parts two weeks apart; what came back is set off."""
    back = each.returned + deal.vat(each.returned)
    due = each.supply + deal.vat(each.supply) - back
    shares = [due // each.parts] * (each.parts - 1)
    made = [
        payment.SettlingDraft(
            paid_on=on if each.method == "card" else on + timedelta(days=14 * part),
            method=each.method,
            amount=Won(share),
        )
        for part, share in enumerate([*shares, due - sum(shares)], start=1)
    ]
    if back:
        offset = payment.SettlingDraft(paid_on=on + timedelta(days=10), method="offset", amount=Won(back))
        made.append(offset)
    return tuple(made)


def _proof(
    case: Case,
    deal: Deal,
    kind: str,
    on: date,
    supply: int,
    settlings: tuple[payment.SettlingDraft, ...],
) -> payment.ProofDraft:
    own, other = number_of(case.body), number_of(deal.partner)
    seller, buyer = (other, own) if deal.side == "buyer" else (own, other)
    place = BODIES.index(case.of) * 10 + case.deals.index(deal) + 1
    vat = deal.vat(abs(supply)) * (1 if supply > 0 else -1)
    return payment.ProofDraft(
        kind=kind,
        approval_number=f"{on:%Y%m%d}-{place:08}-{abs(supply) % 100_000_000:08}",
        written_on=on,
        issued_on=on,
        supplier=seller,
        buyer=buyer,
        supply=Won(supply),
        vat=Won(vat),
        settlings=settlings,
    )
