"""표시 — what of a trade an officer should see, with why; few of it bars, the rest is to be looked at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from majungmul.books.parties.queries.bodies import family
from majungmul.books.trail.models import RecordedQuerySet
from majungmul.programmes.conditions import article_on
from majungmul.stages.award.queries import granted_on, lines_of
from majungmul.stages.delivery.models import Contract, Side, Trade
from majungmul.stages.delivery.queries.lists import settings_of
from majungmul.stages.delivery.states import State
from majungmul.values.won import Won, total

LAST_OF_VAT = 100
"""Won by which VAT may differ from a tenth, since each invoice is rounded (부가가치세법 제30조: 10%)."""
OTHER_SIDE = {Side.BUYER.value: Side.SELLER.value, Side.SELLER.value: Side.BUYER.value}


@dataclass(frozen=True, slots=True)
class Remark:
    """표시 — what of a trade an officer should see; `is_barring` where it may not be recognised, under `law`."""

    code: str
    sentence: str
    is_barring: bool = False
    law: str = ""


def remarks_on(trade: Trade) -> list[Remark]:
    """표시 — of a trade, those that bar first."""
    found = [remark for look in LOOKS for remark in look(trade)]
    return sorted(found, key=lambda remark: not remark.is_barring)


def barring(trade: Trade) -> list[Remark]:
    """인정하지 않을 까닭 — the remarks that bar a trade; none where it may be recognised."""
    return [remark for remark in remarks_on(trade) if remark.is_barring]


def remarked(office: UUID, jurisdiction: UUID, year: int) -> list[tuple[Trade, list[Remark]]]:
    """표시가 있는 거래 — of an office's awards in a year, the newest first, each with its remarks."""
    trades = _live(jurisdiction).filter(office=office, award__application__call__year=year)
    looked = ((trade, remarks_on(trade)) for trade in trades.order_by("-id"))
    return [(trade, remarks) for trade, remarks in looked if remarks]


def _before_grant(trade: Trade) -> Iterator[Remark]:
    """Before the city's 통지 nothing is recognised: by account, since the city's award is of another tier."""
    days = [granted_on(line.of) for line in lines_of(trade.award)]
    granted = max((day for day in days if day), default=None)
    if granted and trade.delivered_on < granted:
        law = article_on(trade.delivered_on, "spending.before_award", trade.jurisdiction.code)
        sentence = f"시의 교부결정 통지({_said(granted)}) 전의 거래라 인정하지 않습니다."
        yield Remark("before_grant", sentence, is_barring=True, law=law)


def _before_award(trade: Trade) -> Iterator[Remark]:
    decided = trade.award.effective_on
    if decided and trade.delivered_on < decided:
        refused = settings_of(trade.award).spending_before_own_award == "refused"
        end = "이 사업은 그런 거래를 인정하지 않습니다." if refused else "확인해 주십시오."
        yield Remark("before_award", f"지원결정({_said(decided)}) 전의 거래입니다. {end}", is_barring=refused)


def _outside_period(trade: Trade) -> Iterator[Remark]:
    award = trade.award
    if not award.since <= trade.delivered_on < award.until:
        days = f"{_said(award.since)}부터 {_said(award.until)} 전까지"
        yield Remark("outside_period", f"사업 기간({days}) 밖의 거래입니다. 확인해 주십시오.")


def _before_contract(trade: Trade) -> Iterator[Remark]:
    signed = trade.contract.signed_on
    if trade.delivered_on < signed:
        yield Remark("before_contract", f"계약일({_said(signed)})보다 먼저 납품하였습니다. 확인해 주십시오.")


def _above_contract(trade: Trade) -> Iterator[Remark]:
    same = _live(trade.jurisdiction_id).filter(contract=trade.contract)
    delivered: Won = total(each.supply for each in same)
    if delivered > trade.contract.supply:
        over = delivered - trade.contract.supply
        sentence = f"거래의 합계 {delivered}이(가) 계약 금액보다 {over} 많습니다. 확인해 주십시오."
        yield Remark("above_contract", sentence)


def _of_vat(trade: Trade) -> Iterator[Remark]:
    apart = abs(trade.vat.amount * 10 - trade.supply.amount)
    if trade.vat and apart > LAST_OF_VAT * 10:
        sentence = (
            f"부가세 {trade.vat}이(가) 공급가액 {trade.supply}의 10%가 아닙니다. "
            "면세가 섞였는지 세금계산서와 견주어 주십시오."
        )
        yield Remark("vat", sentence, law="부가가치세법 제30조")


def _mutual(trade: Trade) -> Iterator[Remark]:
    """The two also trade the other way round, in this jurisdiction and year."""
    contract = trade.contract
    side = OTHER_SIDE.get(contract.side)
    if side is None:
        return
    us, them = family(contract.body), family(contract.counterpart)
    own = Q(body__in=us, counterpart__in=them, side=side)
    theirs = Q(body__in=them, counterpart__in=us, side=contract.side)
    live = Contract.objects.of(trade.jurisdiction_id).exclude(state=State.CANCELLED)
    live = live.filter(award__application__call__year=trade.award.application.call.year)
    between = live.filter(body__in=[*us, *them], counterpart__in=[*us, *them])  # what an index answers
    for other in between.filter(own | theirs).select_related("body").order_by("id"):
        sentence = (
            f"‘{contract.counterpart.name}’와(과)는 서로 사고파는 거래가 있습니다(계약 {other.number}, "
            f"{_said(other.signed_on)}, ‘{other.item}’, {other.body.name}). 실제 거래인지 확인해 주십시오."
        )
        yield Remark("mutual", sentence)


def _twice(trade: Trade) -> Iterator[Remark]:
    """The same counterpart, item and amount once more."""
    contract = trade.contract
    same = _like(trade, family(contract.body), family(contract.counterpart))
    for other in same.filter(item=trade.item):
        sentence = (
            f"거래조합·품목·금액이 같은 거래가 또 있습니다({other.award.number}의 거래 {other.number}, "
            f"{_said(other.delivered_on)}). 두 번 적은 것이 아닌지 확인해 주십시오."
        )
        yield Remark("twice", sentence)


def _by_both(trade: Trade) -> Iterator[Remark]:
    """The 거래조합 has entered a trade of its own that may well be this one."""
    contract = trade.contract
    mirrored = _like(trade, family(contract.counterpart), family(contract.body)).filter(
        contract__side=OTHER_SIDE.get(contract.side, contract.side)
    )
    for other in mirrored.filter(Q(item=trade.item) | Q(delivered_on=trade.delivered_on)):
        sentence = (
            f"거래조합 ‘{other.body.name}’도 같은 것으로 보이는 거래를 적었습니다({other.award.number}의 거래 "
            f"{other.number}, {_said(other.delivered_on)}). 한 거래에 두 번 지원하지 않는지 확인해 주십시오."
        )
        yield Remark("by_both", sentence)


LOOKS = (
    _before_grant,
    _before_award,
    _outside_period,
    _before_contract,
    _above_contract,
    _of_vat,
    _mutual,
    _twice,
    _by_both,
)


def _like(trade: Trade, bodies: list[UUID], counterparts: list[UUID]) -> RecordedQuerySet[Trade]:
    """Other trades of the same amount in the same year, under contracts of these with those."""
    contracts = Contract.objects.of(trade.jurisdiction_id).filter(
        body__in=bodies, counterpart__in=counterparts
    )
    year = trade.award.application.call.year
    live = _live(trade.jurisdiction_id).exclude(pk=trade.pk).filter(supply=trade.supply)
    return live.filter(award__application__call__year=year, contract__in=contracts).order_by("id")


def _live(jurisdiction: UUID) -> RecordedQuerySet[Trade]:
    trades: RecordedQuerySet[Trade] = Trade.objects.of(jurisdiction)
    return trades.filter(is_withdrawn=False).select_related("contract__counterpart", "body", "award")


def _said(day: date) -> str:
    return f"{day:%Y. %-m. %-d.}"
