"""계약과 거래 — contracts are entered and confirmed, goods delivered, under the awards."""

from collections.abc import Callable
from datetime import datetime

from majungmul.stages.delivery import actions as delivery
from majungmul.story.cases import Case, Deal, Delivery
from majungmul.story.people import OFFICER
from majungmul.story.scans import scan
from majungmul.story.telling import SYSTEM, Row, Rows, Script
from majungmul.values.actor import Actor
from majungmul.values.won import Won


def tell_contracts(script: Script, case: Case) -> None:
    """계약 — of each deal: entered with its scan, confirmed by seals, by a 발주서 or by the 거래조합's link."""
    for number, deal in enumerate(case.deals, start=1):
        name = contract_name(case, number)
        draft = _draft(script, case, deal)
        page = scan(
            "계약서" if deal.kind == "contract" else "발주서", case.of.name, deal.counterpart.name, deal.item
        )
        entered = (script.pk(f"{case.body}.award"), draft, page)
        what = f"{case.of.name} 계약: {deal.item}"
        at = script.on(*case.contracted, 10 + number)
        script.add(at, name, what, delivery.enter_contract, case.of.login, *entered)
        _tell_confirmed(script, case, deal, name)


def tell_deliveries(script: Script, case: Case) -> None:
    """납품 — of each deal, as it went; recorded on its day."""
    for number, deal in enumerate(case.deals, start=1):
        contract = script.pk(contract_name(case, number))
        for count, each in enumerate(deal.deliveries, start=1):
            trade = delivery.TradeDraft(
                delivered_on=script.day(*each.on),
                item=f"{deal.item} {count}차" if len(deal.deliveries) > 1 else deal.item,
                supply=Won(each.supply),
                vat=Won(deal.vat(each.supply)),
                received_by=f"사무국장 {case.of.officer}" if deal.side == "buyer" else "거래조합 총무",
            )
            what = f"{case.of.name} 납품: {deal.item}"
            at = script.on(*each.on, 16)
            name = trade_name(case, number, count)
            script.add(at, name, what, delivery.record_trade, case.of.login, contract, trade)


def contract_name(case: Case, number: int) -> str:
    """The contract of the deal of this number."""
    return f"{case.body}.contract{number}"


def trade_name(case: Case, number: int, count: int) -> str:
    """The delivery of this count under the deal of this number."""
    return f"{case.body}.trade{number}.{count}"


def by_link(contract_id: Row, by_system: Actor, *, by: Actor, at: datetime, key: str) -> Row:
    """거래조합의 확인 — the co-operative makes a link, its partner opens it. Returns the contract.

    Told again after an interruption, a link that was lost is made anew.
    """
    made = delivery.send_link(contract_id, by=by, at=at, key=key)
    if made.confirmed_at:
        return made
    if not made.link_code:
        made = delivery.send_link(contract_id, by=by, at=at, key=f"{key}:anew")
    return delivery.confirm_by_code(contract_id, made.link_code, by=by_system, at=at, key=f"{key}:opened")


def _tell_confirmed(script: Script, case: Case, deal: Deal, name: str) -> None:
    row, what = script.pk(name), f"{case.of.name} 계약 확인"
    if deal.confirmed == "link":
        linked = (row, lambda rows: rows[SYSTEM])
        script.add(script.on(*case.contracted, 15), f"{name}.link", what, by_link, case.of.login, *linked)
        return
    at = script.on(*case.contracted, 16)
    script.add(at, f"{name}.seen", what, delivery.confirm_contract, OFFICER, row, deal.confirmed)


def _draft(script: Script, case: Case, deal: Deal) -> Callable[[Rows], delivery.ContractDraft]:
    last: Delivery = deal.deliveries[-1]

    def draft(rows: Rows) -> delivery.ContractDraft:
        return delivery.ContractDraft(
            counterpart=rows[deal.partner].pk,
            side=deal.side,
            kind=deal.kind,
            signed_on=script.day(*case.contracted),
            item=deal.item,
            quantity=deal.quantity,
            supply=Won(deal.supply),
            vat=Won(deal.vat(deal.supply)),
            deliver_by=script.day(last.on[0], 28),
            place="신청조합 사무국" if deal.side == "buyer" else "거래조합이 정한 곳",
            payment_terms="납품 후 30일 안 계좌이체",
        )

    return draft
