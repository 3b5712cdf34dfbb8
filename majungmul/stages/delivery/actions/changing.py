"""변경계약 — what of a confirmed contract was agreed anew, with its scan; what it said before is kept."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.files.actions import attach
from majungmul.books.files.store import Received
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.delivery.actions.contracts import SCAN, refuse_without_effect
from majungmul.stages.delivery.actions.order_papers import refuse_large
from majungmul.stages.delivery.actions.sane import happened, in_order, near, priced
from majungmul.stages.delivery.models import Confirmation, Contract, ContractChange
from majungmul.stages.delivery.states import after
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won

KINDS: Mapping[str, type] = {
    "supply": Won,
    "vat": Won,
    "deliver_by": date,
    "quantity": str,
    "item": str,
    "place": str,
    "payment_terms": str,
}
"""What a 변경계약 may change, and in what it is given."""


class NothingChanged(Refusal):
    """바뀐 것 없음."""

    sentence = "변경계약에 바뀐 것이 없습니다. 바뀐 내용을 적어 주십시오."


class NotChangeable(Refusal):
    """변경계약으로 바꿀 수 없는 것."""

    sentence = (
        "‘{what}’은(는) 변경계약으로 바꿀 수 없습니다. 바꿀 수 있는 것: {offered}. "
        "상대가 바뀌면 이 계약을 해제하고 새로 등록해 주십시오."
    )


@action("contract.changed")
def change_contract(
    contract_id: UUID,
    changes: dict[str, object],
    reason: str,
    signed_on: date,
    scan: Received,
    *,
    by: Actor,
    at: datetime,
    key: str,
) -> ContractChange:
    """변경계약 등록 — of a confirmed contract; what it said before is kept. Returns the change.

    Refuses what a change cannot change, a change of nothing, a day before the contract's or to come, and a
    발주서 that would grow beyond what one may be.
    """
    contract = locked(Contract, by, contract_id)
    require(by, "delivery.change_contract", contract)
    after("delivery.change_contract", contract.state, contract.item)
    refuse_without_effect(contract.award)
    happened("변경계약일", signed_on, timezone.localdate(at))
    in_order("계약일", contract.signed_on, "변경계약일", signed_on)
    before, now = _changed(contract, changes, timezone.localdate(at))
    contract.save()
    change = ContractChange(
        jurisdiction_id=by.jurisdiction,
        contract=contract,
        number=contract.changes.count() + 1,
        signed_on=signed_on,
        reason=written.line(ContractChange, "reason", reason),
        before=before,
        after=now,
    )
    change.save()
    attach(scan, to=change, purpose=SCAN)
    return change


def _changed(
    contract: Contract, changes: dict[str, object], today: date
) -> tuple[dict[str, object], dict[str, object]]:
    """The contract as it is from now on; what of it was and is, as JSON can hold it."""
    said = {name: _read(name, value) for name, value in changes.items()}
    before = {name: getattr(contract, name) for name in said if getattr(contract, name) != said[name]}
    if not before:
        raise NothingChanged
    for name in before:
        setattr(contract, name, said[name])
    near("납품기한", contract.deliver_by, today)
    in_order("계약일", contract.signed_on, "납품기한", contract.deliver_by)
    priced(contract.supply, contract.vat)
    if contract.confirmation == Confirmation.ORDER:
        refuse_large(contract)
    return _plain(before), _plain({name: said[name] for name in before})


def _read(name: str, value: object) -> object:
    """The value as it is kept. Refuses what is not to be changed; a value of another kind is a bug."""
    if name not in KINDS:
        offered = ", ".join(map(Contract.label_of, KINDS))
        raise NotChangeable(what=Contract.label_of(name), offered=offered)
    if not isinstance(value, KINDS[name]):
        message = f"{name} takes {KINDS[name].__name__}, not {value!r}"
        raise TypeError(message)
    return written.line(Contract, name, value) if isinstance(value, str) else value


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    """What JSON can hold: won as a number, a day in ISO."""
    return {
        name: value.amount
        if isinstance(value, Won)
        else value.isoformat()
        if isinstance(value, date)
        else value
        for name, value in values.items()
    }
