"""거래 — what was delivered under a confirmed contract, or taken back as a mistake."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.delivery.actions.contracts import refuse_without_effect
from majungmul.stages.delivery.actions.sane import happened, priced
from majungmul.stages.delivery.models import Contract, Trade
from majungmul.stages.delivery.states import after
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won, total


class WithdrawnAlready(Refusal):
    """이미 거둔 거래."""

    sentence = "거래 {number}은(는) 이미 거두었습니다(‘{reason}’). 다시 거두지 않아도 됩니다."


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeDraft:
    """거래 안 — what was delivered, when, for how much (`vat` zero for tax-free goods), and who received it."""

    delivered_on: date
    item: str
    supply: Won
    vat: Won
    received_by: str


@action("trade.recorded")
def record_trade(contract_id: UUID, said: TradeDraft, *, by: Actor, at: datetime, key: str) -> Trade:
    """거래 등록 — Returns the trade; what an officer should see of it, `queries.remarks_on` says.

    Refuses a delivery that is yet to come, one of nothing, and an award that has ended.
    """
    contract = locked(Contract, by, contract_id)
    require(by, "delivery.record_trade", contract)
    after("delivery.record_trade", contract.state, contract.item)
    refuse_without_effect(contract.award)
    happened("납품일", said.delivered_on, timezone.localdate(at))
    priced(said.supply, said.vat)
    own = Trade.objects.of(by.jurisdiction).filter(award=contract.award)
    _ = total(each.total for each in own) + said.supply + said.vat  # refuses (TooLarge) what no sum can hold
    trade = Trade(
        jurisdiction_id=by.jurisdiction,
        contract=contract,
        award=contract.award,
        office=contract.office,
        body=contract.body,
        number=own.count() + 1,
        delivered_on=said.delivered_on,
        item=written.line(Trade, "item", said.item),
        supply=said.supply,
        vat=said.vat,
        received_by=written.line(Trade, "received_by", said.received_by),
    )
    trade.save()
    return trade


@action("trade.withdrawn")
def withdraw_trade(trade_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Trade:
    """거래 거두기 — recorded by mistake. Returns the trade. Refuses one taken back before.

    Whether it is claimed, this stage cannot know (a stage never looks ahead): payment, the later of the two,
    refuses to claim a trade that was taken back, and bars one that is claimed already.
    """
    trade = locked(Trade, by, trade_id)
    require(by, "delivery.withdraw_trade", trade)
    after("delivery.withdraw_trade", trade.contract.state, trade.item)
    if trade.is_withdrawn:
        raise WithdrawnAlready(number=trade.number, reason=trade.reason)
    trade.is_withdrawn, trade.reason = True, written.line(Trade, "reason", reason)
    trade.save()
    return trade
