"""확인 링크 — what the 거래조합 is asked by a code, without a login.

A code is looked for by its hash alone, and only the hash is stored: how long an answer takes tells nothing of
any code, and nobody who reads the database can confirm with what it holds.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.stages.delivery.models import Contract
from majungmul.stages.delivery.models.contract import WRONG_CODES
from majungmul.stages.delivery.states import State
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won


class WrongCode(Refusal):
    """맞지 않는 확인번호."""

    sentence = "확인번호가 맞지 않습니다. 신청한 조합에서 받은 링크를 그대로 열어 주십시오."


class LinkExpired(Refusal):
    """기한이 지난 링크."""

    sentence = "이 링크는 {until:%Y. %-m. %-d. %H:%M}까지였습니다. 신청한 조합에 새 링크를 요청해 주십시오."


class LinkLocked(Refusal):
    """잠긴 링크."""

    sentence = "확인번호가 {times}번 틀려 이 링크를 잠갔습니다. 신청한 조합에 새 링크를 요청해 주십시오."


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedByLink:
    """확인 내용 — what is asked behind a link: whose contract, of what, for how much, until when.

    `is_waiting`: it can still be confirmed; otherwise `state` says how it stands.
    """

    contract: UUID
    applicant: str
    counterpart: str
    side: str
    signed_on: date
    item: str
    quantity: str
    supply: Won
    vat: Won
    total: Won
    deliver_by: date
    place: str
    payment_terms: str
    until: datetime
    state: str
    is_waiting: bool
    is_made_up: bool


def asked_by_code(jurisdiction: UUID, code: str, *, at: datetime) -> AskedByLink:
    """확인 내용 — of the contract that this code belongs to.

    Refuses a code that none has (WrongCode), one that is over (LinkExpired) or locked (LinkLocked).
    """
    contracts = Contract.objects.of(jurisdiction).select_related("body", "counterpart", "award__application")
    contract = contracts.filter(link_hash=hashed(code)).first()
    if contract is None or contract.link_until is None:
        raise WrongCode
    if contract.state == State.WAITING:
        refuse_dead(contract, at)
    return AskedByLink(
        contract=contract.pk,
        applicant=contract.body.name,
        counterpart=contract.counterpart.name,
        side=contract.get_side_display(),
        signed_on=contract.signed_on,
        item=contract.item,
        quantity=contract.quantity,
        supply=contract.supply,
        vat=contract.vat,
        total=contract.total,
        deliver_by=contract.deliver_by,
        place=contract.place,
        payment_terms=contract.payment_terms,
        until=timezone.localtime(contract.link_until),
        state=contract.get_state_display(),
        is_waiting=contract.state == State.WAITING,
        is_made_up=contract.is_made_up,
    )


def refuse_dead(contract: Contract, at: datetime) -> None:
    """Nothing, where its link may still be used. Refuses one that is locked, or over."""
    if contract.wrong_codes >= WRONG_CODES:
        raise LinkLocked(times=WRONG_CODES)
    if contract.link_until is None or at >= contract.link_until:
        raise LinkExpired(until=timezone.localtime(contract.link_until or at))


def opens(contract: Contract, code: str) -> bool:
    """Whether this is the code of the contract's link."""
    return hmac.compare_digest(contract.link_hash, hashed(code))


def hashed(code: str) -> str:
    """The hash under which a code is kept: it is random and long enough to need no salt."""
    return hashlib.sha256(code.strip().encode()).hexdigest()
