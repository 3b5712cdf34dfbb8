"""계약 — entered by the applicant with its scan, or cancelled."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from django.utils import timezone

from majungmul.books.files.actions import attach
from majungmul.books.files.store import Received
from majungmul.books.parties import written
from majungmul.books.parties.kinds import OrganisationKind
from majungmul.books.parties.models import Organisation
from majungmul.books.parties.queries.bodies import standing
from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.books.trail.numbering import next_number
from majungmul.stages.award.models import Award
from majungmul.stages.award.states import State as AwardState
from majungmul.stages.call.models import Kind as CallKind
from majungmul.stages.delivery.actions.sane import happened, in_order, near, priced
from majungmul.stages.delivery.models import Contract
from majungmul.stages.delivery.states import State, after
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won

SCAN = "계약서"
NO_PAPERS: Mapping[str, Received] = MappingProxyType({})
NO_COOPERATIVES = (
    OrganisationKind.FIRM,
    OrganisationKind.SUPPLIER,
    OrganisationKind.LOCAL_GOVERNMENT,
)
"""Bodies with which a contract is none between co-operatives (2018년 계획: 조합끼리 계약하여)."""


class NotInEffect(Refusal):
    """효력이 없는 결정."""

    sentence = (
        "‘{award}’은(는) 지금 ‘{state}’ 상태라 할 수 없습니다. 결정이 난 뒤, 끝나기 전에만 할 수 있습니다."
    )


class NotOfATrade(Refusal):
    """거래를 지원하는 결정이 아님."""

    sentence = (
        "‘{award}’은(는) 시가 수행기관에 준 교부결정이라 조합 간 계약을 등록하지 않습니다. "
        "조합이 받은 지원결정에 등록해 주십시오."
    )


class WithItself(Refusal):
    """자기 자신과의 계약."""

    sentence = "거래조합이 우리 조합(‘{body}’)과 같습니다. 계약한 상대 조합을 골라 주십시오."


class NotACooperative(Refusal):
    """조합이 아닌 상대."""

    sentence = (
        "‘{body}’은(는) ‘{kind}’(으)로 등록되어 있습니다. 조합끼리 한 계약만 지원하니 거래조합을 다시 "
        "고르거나, 등록이 잘못되었으면 중소기업중앙회에 알려 주십시오."
    )


class TradesUnderIt(Refusal):
    """거래가 있는 계약."""

    sentence = (
        "이 계약에는 거래가 {count}건 있어 해제할 수 없습니다. 잘못 적은 거래이면 먼저 거두고, "
        "실제 거래이면 계약을 그대로 두어 주십시오."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractDraft:
    """계약 안 — what the contract says (`practice.md` §5), amounts in won; `vat` is zero for tax-free goods."""

    counterpart: UUID
    side: str
    kind: str
    signed_on: date
    item: str
    quantity: str
    supply: Won
    vat: Won
    deliver_by: date
    place: str
    payment_terms: str


@action("contract.entered")
def enter_contract(
    award_id: UUID,
    said: ContractDraft,
    scan: Received | None,
    papers: Mapping[str, Received] = NO_PAPERS,
    *,
    by: Actor,
    at: datetime,
    key: str,
) -> Contract:
    """계약 등록 — under an award in effect, with its scan; `papers` are others by name (견적서). Returns the contract.

    Without a scan it can be confirmed by a code link alone. Refuses a contract with oneself (whatever name it
    is under), with one that is no co-operative, of nothing, and days that cannot be.
    """
    award = locked(Award, by, award_id)
    require(by, "delivery.enter_contract", award)
    refuse_without_effect(award)
    if award.application.call.kind == CallKind.DESIGNATION:
        raise NotOfATrade(award=title(award))
    _refuse_insane(said, timezone.localdate(at))
    contract = _written(award, said, by)
    contract.save()
    for slot, file in (({SCAN: scan} if scan else {}) | dict(papers)).items():
        attach(file, to=contract, purpose=slot)
    return contract


@action("contract.scan_added")
def add_scan(contract_id: UUID, scan: Received, *, by: Actor, at: datetime, key: str) -> Contract:
    """계약서 올리기 — the scan of a contract that is not yet confirmed; the earlier ones stay. Returns the contract."""
    contract = locked(Contract, by, contract_id)
    require(by, "delivery.add_scan", contract)
    after("delivery.add_scan", contract.state, contract.item)
    attach(scan, to=contract, purpose=SCAN)
    return contract


@action("contract.cancelled")
def cancel_contract(contract_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Contract:
    """계약 해제 — with the reason. Returns the contract. Refuses one under which trades stand."""
    contract = locked(Contract, by, contract_id)
    require(by, "delivery.cancel_contract", contract)
    contract.state = after("delivery.cancel_contract", contract.state, contract.item)
    if count := contract.trades.filter(is_withdrawn=False).count():
        raise TradesUnderIt(count=count)
    contract.reason = written.line(Contract, "reason", reason)
    contract.save()
    return contract


def refuse_without_effect(award: Award) -> None:
    """Nothing, where the award is in effect. Refuses one not decided yet, or ended."""
    if award.state != AwardState.EFFECTIVE:
        raise NotInEffect(award=title(award), state=award.get_state_display())


def title(award: Award) -> str:
    """How a sentence names the award."""
    return award.number or award.application.number


def _counterpart(award: Award, key: UUID, by: Actor) -> Organisation:
    """거래조합 — as it stands now; whatever row of it was chosen."""
    counterpart = standing(found(Organisation, by, key))
    if counterpart == standing(award.body):
        raise WithItself(body=counterpart.name)
    if counterpart.kind in NO_COOPERATIVES:
        raise NotACooperative(body=counterpart.name, kind=counterpart.get_kind_display())
    return counterpart


def _written(award: Award, said: ContractDraft, by: Actor) -> Contract:
    """The contract as it is kept, with the next number of the office's year."""
    contracts = Contract.objects.of(by.jurisdiction).filter(office=award.office)
    return Contract(
        jurisdiction_id=by.jurisdiction,
        award=award,
        office=award.office,
        body=award.body,
        counterpart=_counterpart(award, said.counterpart, by),
        number=next_number(contracts, f"{award.application.call.year}-계약"),
        state=State.DRAFT,
        signed_on=said.signed_on,
        supply=said.supply,
        vat=said.vat,
        deliver_by=said.deliver_by,
        **_words(said),
    )


def _refuse_insane(said: ContractDraft, today: date) -> None:
    happened("계약일", said.signed_on, today)
    near("납품기한", said.deliver_by, today)
    in_order("계약일", said.signed_on, "납품기한", said.deliver_by)
    priced(said.supply, said.vat)


def _words(said: ContractDraft) -> dict[str, str]:
    """What is written in words, as it is kept."""
    return {
        "side": written.one_of(Contract, "side", said.side),
        "kind": written.one_of(Contract, "kind", said.kind),
        **{
            name: written.line(Contract, name, getattr(said, name))
            for name in ("item", "quantity", "place", "payment_terms")
        },
    }
