"""계약 확인서 — what two co-operatives agreed, what was changed of it, and how it is known that both agreed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from majungmul.books.parties.queries.positions import name_of
from majungmul.formats.paper import Block, Entry, Grid, Heading, Item, Pairs, Paper, day, moment, table
from majungmul.stages.delivery.models import Confirmation, Contract, ContractChange
from majungmul.stages.delivery.papers.parts import attached, vat_in_words
from majungmul.stages.delivery.queries import changes_of, settings_of
from majungmul.stages.delivery.states import State
from majungmul.values.won import Won

COLUMNS: tuple[Heading, ...] = (
    ("구분", "text"),
    ("계약일", "date"),
    ("공급가액", "price"),
    ("부가세", "price"),
    ("합계", "price"),
)
MONEY = ("supply", "vat")


def contract_sheet(contract: Contract) -> Paper:
    """계약 확인서 — in whatever state the contract is: it says which. Its amounts as they were first and are now."""
    call = contract.award.application.call
    return Paper(
        kind="contract_sheet",
        title="계약 확인서",
        receiver=f"{call.office.name} 귀중",
        has_head=False,
        number=contract.number,
        basis=(f"{call.title}({call.number})", f"지원결정 {contract.award.number}"),
        body=(
            Pairs(_parties(contract), "계약의 당사자"),
            Pairs(_terms(contract), "계약의 내용"),
            Grid(table("amounts", "계약금액", "원", COLUMNS, _amounts(contract))),
            Item("변경계약", _changes(contract)),
            Item("확인", (Item(f"상태: {contract.get_state_display()}"), Item(_confirmed(contract)))),
            Item("다음에 하실 일", (Item(_next(contract)),)),
            Item(f"문의: {call.contact}"),
        ),
        attachments=attached(contract),
        is_made_up=contract.is_made_up,
        notes=("금액은 부가세를 뺀 공급가액과 부가세를 나누어 적고, 지원금은 공급가액으로 셈합니다.",),
    )


def _parties(contract: Contract) -> tuple[tuple[str, str], ...]:
    broker = f"{contract.body.name}(중개)"
    return (
        ("신청조합", contract.body.name),
        ("우리 조합의 역할", contract.get_side_display()),
        ("거래조합", contract.counterpart.name),
        ("파는 쪽", contract.seller.name if contract.seller else broker),
        ("사는 쪽", contract.buyer.name if contract.buyer else broker),
    )


def _terms(contract: Contract) -> tuple[tuple[str, str], ...]:
    return (
        ("종류", contract.get_kind_display()),
        ("계약일", day(contract.signed_on)),
        ("품목", contract.item),
        ("수량·단가", contract.quantity),
        ("공급가액", f"{contract.supply}"),
        ("부가세", vat_in_words(contract.vat)),
        ("합계", f"{contract.total}"),
        ("납품기한", day(contract.deliver_by)),
        ("납품장소", contract.place),
        ("대금 지급조건", contract.payment_terms),
    )


def _amounts(contract: Contract) -> list[list[Entry]]:
    """What was agreed first, and after each change of the amount."""
    changes = [change for change in changes_of(contract) if set(MONEY) & change.before.keys()]
    now: dict[str, int] = {name: getattr(contract, name).amount for name in MONEY}
    for change in reversed(changes):
        now |= _money(change.before)
    rows = [_row("처음 계약", contract.signed_on, now)]
    for change in changes:
        now = now | _money(change.after)
        rows.append(_row(f"변경 {change.number}차", change.signed_on, now))
    return rows


def _row(name: str, on: date, amounts: Mapping[str, int]) -> list[Entry]:
    supply, vat = Won(amounts["supply"]), Won(amounts["vat"])
    return [name, on, supply, vat, supply + vat]


def _money(said: Mapping[str, Any]) -> dict[str, int]:
    return {name: said[name] for name in MONEY if name in said}


def _changes(contract: Contract) -> tuple[Block, ...]:
    changes = changes_of(contract)
    if not changes:
        return (Item("바꾼 것이 없습니다."),)
    return tuple(
        Item(
            f"{change.number}차({day(change.signed_on)}): {change.reason}",
            tuple(Item(_change(change, name)) for name in change.before),
        )
        for change in changes
    )


def _change(change: ContractChange, name: str) -> str:
    return (
        f"{Contract.label_of(name)}: {_said(name, change.before[name])} → {_said(name, change.after[name])}"
    )


def _said(name: str, value: object) -> str:
    """A value of a change as a paper says it: won, or a day, or words."""
    if name in MONEY and isinstance(value, int):
        return f"{Won(value)}"
    return day(date.fromisoformat(str(value))) if name == "deliver_by" else str(value)


def _confirmed(contract: Contract) -> str:
    if contract.state == State.CANCELLED:
        return f"해제한 까닭: {contract.reason}"
    if contract.confirmed_at is None:
        return "두 조합이 계약한 사실을 아직 확인하지 않았습니다."
    at = moment(timezone.localtime(contract.confirmed_at))
    if contract.confirmation == Confirmation.LINK:
        return f"{at} 거래조합 ‘{contract.counterpart.name}’이(가) 확인번호로 확인하였습니다."
    who = name_of(contract.confirmed_by) if contract.confirmed_by else ""
    return f"{at} 담당자({who})가 확인하였습니다. 확인 방법: {contract.get_confirmation_display()}."


def _next(contract: Contract) -> str:
    if contract.state == State.CANCELLED:
        return "더 하실 일은 없습니다. 다시 계약하면 새로 등록해 주십시오."
    if contract.state != State.CONFIRMED:
        return "양쪽 직인이 찍힌 계약서를 올리거나 거래조합에 확인 링크를 보내 확인을 받아 주십시오."
    until = day(settings_of(contract.award).last_claim_on(contract.award.application.call.year))
    return f"납품을 마치면 거래를 등록하고, {until}까지 결과보고와 지원금 청구를 해 주십시오."
