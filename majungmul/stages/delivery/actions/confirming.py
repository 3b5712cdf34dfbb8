"""계약 확인 — by the seals on the scan, by a 발주서 for a small order, or by the 거래조합 through a code link."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from majungmul.books.files.queries import uses_of
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.delivery.actions.contracts import SCAN, refuse_without_effect
from majungmul.stages.delivery.actions.order_papers import refuse_large
from majungmul.stages.delivery.models import Confirmation, Contract, ContractKind
from majungmul.stages.delivery.models.contract import WRONG_CODES
from majungmul.stages.delivery.queries.links import WrongCode, hashed, opens, refuse_dead
from majungmul.stages.delivery.states import State, after
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal

LINK_DAYS = 14
CODE_BYTES = 9


class NoScan(Refusal):
    """계약서 스캔 없음."""

    sentence = (
        "올린 계약서나 발주서가 없습니다. 스캔을 올린 뒤 확인하거나, 거래조합에 확인 링크를 보내 주십시오."
    )


class NotAnOrder(Refusal):
    """발주서가 아님."""

    sentence = (
        "이 계약은 ‘{kind}’(으)로 등록되어 발주서로 확인할 수 없습니다. 양쪽 직인이나 링크로 확인해 주십시오."
    )


class OnlyByCode(Refusal):
    """링크로만 되는 확인."""

    sentence = (
        "링크의 확인은 거래조합이 확인번호로 합니다. 담당자는 ‘양쪽 직인’이나 ‘발주서’를 골라 주십시오."
    )


@action("contract.confirmed")
def confirm_contract(contract_id: UUID, how: str, *, by: Actor, at: datetime, key: str) -> Contract:
    """계약 확인 — the officer has seen both seals on the scan, or a 발주서. Returns the contract.

    Refuses one without a scan, and a 발주서 above the amount that the programme's settings allow.
    """
    contract = locked(Contract, by, contract_id)
    require(by, "delivery.confirm_contract", contract)
    contract.state = after("delivery.confirm_contract", contract.state, contract.item)
    refuse_without_effect(contract.award)
    contract.confirmation = written.one_of(Contract, "confirmation", how)
    _refuse_unseen(contract)
    contract.confirmed_at, contract.confirmed_by = at, by.person
    contract.save()
    return contract


@action("contract.link_sent")
def send_link(contract_id: UUID, *, by: Actor, at: datetime, key: str) -> Contract:
    """확인 링크 만들기 — a code with which the 거래조합 confirms without a login; `link_code` is shown once.

    Returns the contract, which has the code only in the answer to the first asking: what is stored is its
    hash. A second link takes the place of the first.
    """
    contract = locked(Contract, by, contract_id)
    require(by, "delivery.send_link", contract)
    contract.state = after("delivery.send_link", contract.state, contract.item)
    refuse_without_effect(contract.award)
    contract.link_code = secrets.token_urlsafe(CODE_BYTES)
    contract.link_hash, contract.wrong_codes = hashed(contract.link_code), 0
    contract.link_until = at + timedelta(days=LINK_DAYS)
    contract.save()
    return contract


def confirm_by_code(contract_id: UUID, code: str, *, by: Actor, at: datetime, key: str) -> Contract:
    """거래조합의 확인 — by who has the code; the program itself acts. Returns the contract.

    A wrong code is refused and counted; after five the link is locked. It is two actions, one of which runs:
    a refusal within an action would leave no count.
    """
    contract = found(Contract, by, contract_id)
    if not opens(contract, code):
        if contract.state == State.WAITING:
            _count_wrong_code(contract_id, by=by, at=at, key=key)
        raise WrongCode
    return _confirm_by_code(contract_id, code, by=by, at=at, key=key)


@action("contract.confirmed_by_code")
def _confirm_by_code(contract_id: UUID, code: str, *, by: Actor, at: datetime, key: str) -> Contract:
    contract = locked(Contract, by, contract_id)
    require(by, "delivery.confirm_by_code", contract)
    contract.state = after("delivery.confirm_by_code", contract.state, contract.item)
    refuse_without_effect(contract.award)
    refuse_dead(contract, at)
    if not opens(contract, code):
        raise WrongCode
    contract.confirmation, contract.confirmed_at = Confirmation.LINK, at
    contract.save()
    return contract


@action("contract.wrong_code")
def _count_wrong_code(contract_id: UUID, *, by: Actor, at: datetime, key: str) -> Contract:
    """틀린 확인번호 — one more. Returns the contract. Refuses where the link is locked or over anyway."""
    contract = locked(Contract, by, contract_id)
    require(by, "delivery.confirm_by_code", contract)
    refuse_dead(contract, at)
    contract.wrong_codes = min(contract.wrong_codes + 1, WRONG_CODES)
    contract.save()
    return contract


def _refuse_unseen(contract: Contract) -> None:
    """Nothing, where the scan shows what the confirmation says."""
    if contract.confirmation == Confirmation.LINK:
        raise OnlyByCode
    if not uses_of(contract).filter(purpose=SCAN).exists():
        raise NoScan
    if contract.confirmation == Confirmation.ORDER and contract.kind != ContractKind.ORDER:
        raise NotAnOrder(kind=contract.get_kind_display())
    if contract.kind == ContractKind.ORDER:
        refuse_large(contract)
