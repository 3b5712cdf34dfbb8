"""품의 안 — what an order says, read against the terms of its line and what is free of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from majungmul.books.parties import written
from majungmul.books.parties.models import Office, Organisation
from majungmul.books.parties.queries.bodies import family, standing
from majungmul.books.parties.queries.rows import found
from majungmul.programmes.specification import terms_on
from majungmul.rules.actual_cost import ActualCost, ItemNotAllowed
from majungmul.stages.award.models import AwardLine
from majungmul.stages.delivery.actions.contracts import refuse_without_effect
from majungmul.stages.delivery.actions.sane import near, something
from majungmul.stages.delivery.models import Order
from majungmul.stages.delivery.queries.figures import free_of
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won


class NotOurLine(Refusal):
    """우리 기관의 항목이 아님."""

    sentence = (
        "‘{line}’은(는) 이 품의로 쓸 수 있는 항목이 아닙니다. 이 기관이 교부받은 항목에서 골라 주십시오."
    )


class NotOwnSpending(Refusal):
    """자체 집행 항목이 아님."""

    sentence = (
        "‘{line}’은(는) 조합에 지원하는 항목이라 직접 쓸 수 없습니다. ‘설명회 등 홍보비’처럼 실제 쓴 돈을 "
        "치르는 항목을 골라 주십시오."
    )


class BeyondFree(Refusal):
    """품의할 수 있는 금액 초과."""

    sentence = (
        "‘{line}’에서 더 품의할 수 있는 금액은 {free}인데 {asked}을 적었습니다(결재를 기다리는 품의 포함). "
        "{short} 줄여 주십시오."
    )


class OutsideTime(Refusal):
    """쓸 수 없는 날."""

    sentence = (
        "쓰는 날 {day:%Y. %-m. %-d.}은(는) 보조금을 쓸 수 있는 기간({since:%Y. %-m. %-d.}부터 "
        "{until:%Y. %-m. %-d.} 전까지) 밖입니다. 교부결정 통지 전에 쓴 돈은 인정되지 않습니다."
    )


class OrderedFromOneself(Refusal):
    """자기 기관과의 계약."""

    sentence = "계약상대자가 우리 기관(‘{body}’)입니다. 일을 맡은 다른 업체를 골라 주십시오."


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDraft:
    """품의 안 — from which line, of whom, which 보조비목 (code or label), what, how much with VAT, used when."""

    line: UUID
    contractor: UUID
    cost_item: str
    what: str
    amount: Won
    needed_on: date


def refuse_others_line(line: AwardLine, office: Office) -> None:
    """Nothing, where the line was granted to the office's body and is in effect. Refuses another."""
    own = office.organisation is not None and line.award.body_id in family(office.organisation)
    if not own or line.account is None:
        raise NotOurLine(line=line.label)
    refuse_without_effect(line.award)


def fill(order: Order, said: OrderDraft, today: date, by: Actor) -> None:
    """The order says what the draft says, read. Refuses what cannot be ordered."""
    near("쓰는 날", said.needed_on, today)
    order.contractor = _contractor(order, said.contractor, by)
    order.needed_on = _in_time(order, said.needed_on)
    order.cost_item = _cost_item(order.line, said)
    order.what = written.line(Order, "what", said.what)
    something("품의 금액", said.amount)
    order.amount = said.amount
    refuse_beyond(order)


def refuse_beyond(order: Order) -> None:
    """Nothing, where the amount is free, other orders that wait for 결재 apart. Refuses more."""
    free = free_of(order.line)
    if order.amount > free:
        raise BeyondFree(line=order.line.label, free=free, asked=order.amount, short=order.amount - free)


def _contractor(order: Order, key: UUID, by: Actor) -> Organisation:
    contractor = standing(found(Organisation, by, key))
    if contractor.pk in family(order.award.body):
        raise OrderedFromOneself(body=contractor.name)
    return contractor


def _in_time(order: Order, day: date) -> date:
    since = max(order.award.since, order.award.effective_on or order.award.since)
    if not since <= day < order.award.until:
        raise OutsideTime(day=day, since=since, until=order.award.until)
    return day


def _cost_item(line: AwardLine, said: OrderDraft) -> str:
    """보조비목 — its code in the terms of the day on which the money is used; given by code or label."""
    terms = terms_on(
        said.needed_on, jurisdiction=line.jurisdiction.code, programme=line.programme, line=line.code
    )
    if not isinstance(terms.rule, ActualCost):
        raise NotOwnSpending(line=line.label)
    for item in terms.rule.items:
        if said.cost_item in (item.code, item.label):
            return item.code
    raise ItemNotAllowed(item=said.cost_item, allowed=", ".join(item.label for item in terms.rule.items))
