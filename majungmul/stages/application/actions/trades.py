"""거래계획 — the trades of an application are written as rows, and those that may not be are refused."""

from collections.abc import Iterator
from typing import Any

from majungmul.books.parties.names import plain
from majungmul.books.parties.queries.bodies import family, standing
from majungmul.programmes.form_answers import FieldMistake
from majungmul.stages.application.actions.partners import Partners, key_of, partners_of, same_bodies
from majungmul.stages.application.models import Application, Partner, PlannedTrade
from majungmul.stages.application.refusals import SameTrade, TradeTwice, WithItself
from majungmul.stages.application.states import OVER
from majungmul.stages.application.support import sentence, worked_out
from majungmul.stages.call.models import Call
from majungmul.values.won import total

Planned = list[dict[str, Any]]
"""거래계획의 줄 — as `programmes.form_answers` read them."""
LONGEST_NAME = 80
WHO = "거래조합의 이름이나 ‘외 14곳’처럼 곳수를 적어 주십시오."
LONG = f"거래조합 하나의 이름은 {LONGEST_NAME}자까지입니다. 여러 곳이면 쉼표(,)로 나누어 적어 주십시오."


def partner_mistakes(call: Call, planned: Planned) -> Iterator[FieldMistake]:
    """고칠 칸 — a trade without any partner, or with a name that is too long to be one."""
    for place, row in enumerate(planned):
        if "partners" not in row:
            continue
        partners = partners_of(call.jurisdiction_id, row)
        if not partners.known and not partners.others:
            yield FieldMistake(f"trades.{place}.partners", WHO)
        if any(len(name) > LONGEST_NAME for name in partners.known):
            yield FieldMistake(f"trades.{place}.partners", LONG)


def refuse_trades(application: Application, planned: Planned) -> None:
    """Refuse a trade with oneself, one that stands twice, and one that another application has too."""
    partners = [partners_of(application.jurisdiction_id, row) for row in planned]
    for order, each in enumerate(partners, start=1):
        if _is_own(application, each):
            raise WithItself(order=order)
    for second, row in enumerate(planned):
        for first in range(second):
            if _alike(row, partners[second].keys, planned[first], partners[first].keys):
                raise TradeTwice(first=first + 1, second=second + 1, item=row["item"], amount=row["amount"])
        _refuse_elsewhere(application, second + 1, row, partners[second])


def write_trades(application: Application, planned: Planned) -> None:
    """Write the trades, in place of those before, and the amount that they come to by the terms of the day."""
    _work_out(application, planned)
    application.save()
    for earlier in application.trades.filter(replaced=False):
        earlier.replaced = True
        earlier.save()
    for order, row in enumerate(planned, start=1):
        partners = partners_of(application.jurisdiction_id, row)
        trade = PlannedTrade(
            jurisdiction_id=application.jurisdiction_id,
            application=application,
            order=order,
            role=row["role"],
            item=row["item"],
            amount=row["amount"],
            others=partners.others,
        )
        trade.save()
        for name, body in partners.known.items():
            Partner(jurisdiction_id=application.jurisdiction_id, trade=trade, name=name, body=body).save()


def _is_own(application: Application, partners: Partners) -> bool:
    """Whether the applicant is among them: by number, by any of its names, by a row merged into it."""
    own = standing(application.body)
    named = [body for name in partners.known for body in same_bodies(application.jurisdiction_id, name)]
    return own in named or own in partners.known.values()


def _alike(row: dict[str, Any], keys: frozenset[str], other: dict[str, Any], others: frozenset[str]) -> bool:
    """Whether both are one trade: the same item and amount, with a partner in common (or none known)."""
    same = (row["amount"], plain(row["item"])) == (other["amount"], plain(other["item"]))
    return same and (bool(keys & others) or not (keys or others))


def _refuse_elsewhere(application: Application, order: int, row: dict[str, Any], partners: Partners) -> None:
    """Refuse a trade that another live application of the body has in the same year."""
    live = Application.objects.of(application.jurisdiction_id).filter(
        body__in=family(application.body), call__year=application.call.year
    )
    elsewhere = live.exclude(state__in=OVER).exclude(pk=application.pk).values_list("pk", flat=True)
    trades = PlannedTrade.objects.filter(
        application__in=list(elsewhere), amount=row["amount"], replaced=False
    )
    for other in trades.select_related("application").prefetch_related("partners").order_by("id"):
        keys = frozenset(key_of(each.name, each.body_id) for each in other.partners.all())
        if _alike(row, partners.keys, {"amount": other.amount, "item": other.item}, keys):
            number = other.application.number
            raise SameTrade(order=order, item=other.item, amount=other.amount, number=number)


def _work_out(application: Application, planned: Planned) -> None:
    """신청 금액 — each trade's share by the rule of the call's line, rounded for each."""
    if not planned:
        return
    if worked := worked_out(application.call, [row["amount"] for row in planned]):
        application.amount = total(each.amount for each in worked)
        application.because = sentence(application.call, worked)
