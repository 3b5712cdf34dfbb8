"""What a settlement starts from: a co-operative that was paid 4,500,000원 of 5,000,000원, and how far things went.

year = a_year()                    # the world, its award of tier 2, the claim of July paid
below = a_settlement(year)         # 정산 of tier 2, opened on 20 December 2018
whole = a_report(year)             # 실적보고 of tier 1 on 30 January 2019, once tier 2 is settled
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from majungmul.books.ledger.kinds import Kind
from majungmul.books.ledger.models import Account
from majungmul.stages.award.models import Award
from majungmul.stages.payment.models import Claim
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.models import Settlement, SettlementLine
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.given import a_key
from tests.stages.world import (
    LINE,
    PROGRAMME,
    World,
    a_claim,
    a_contract,
    a_trade,
    a_world,
    an_application,
    an_award,
    an_open_call,
    at,
    paid,
)
from tests.stages.world_end import report_papers

PAID = Won(4_500_000)
BACK_BY = date(2019, 3, 29)


@dataclass(slots=True)
class Year:
    """A world, an award of it and, where one is told of, the claim that was paid under it."""

    world: World
    award: Award
    paid: Claim | None = None

    @property
    def claim(self) -> Claim:
        """What was claimed, paid in the end or not."""
        assert self.paid is not None
        return self.paid


def a_year(*, pay: bool = True) -> Year:
    """A trade of 45,000,000원 is claimed and, unless it is not to be, paid: 4,500,000원 on 12 July 2018."""
    world = a_world()
    award = an_award(world, an_application(world, an_open_call(world), world.printer))
    claim = a_claim(world, award, [a_trade(world, a_contract(world, award))])
    return Year(world, award, paid(world, claim) if pay else claim)


def a_settlement(year: Year) -> Settlement:
    """정산 시작 of the co-operative's award."""
    by = year.world.officer
    return settlement.open_settlement(year.award.pk, "마침", by=by, at=at(12, 20), key=a_key())


def examined(row: Settlement, less: Won | None = None, *, world: World, city: bool = False) -> Settlement:
    """Every line recognised as reported; the line of 협업 지원금 by so much less."""
    by, when = (world.city_officer, at(2, 11, year=2019)) if city else (world.officer, at(12, 21))
    for line in row.lines.select_related("line").order_by("order"):
        is_it = less is not None and (line.line.programme, line.line.code) == (PROGRAMME, LINE)
        amount = line.reported - less if is_it and less else line.reported
        reason = "증빙 없음" if amount < line.reported else ""
        settlement.examine(line.pk, amount, reason, by=by, at=when, key=a_key())
    return row


def submitted(row: Settlement, world: World, day: date | None = None, *, city: bool = False) -> Settlement:
    """Handed in with a day of return."""
    by, when = (world.city_officer, at(2, 12, year=2019)) if city else (world.officer, at(12, 22))
    return settlement.submit(row.pk, "적정함", day, by=by, at=when, key=a_key())


def settled(year: Year, less: Won | None = None) -> Settlement:
    """금액 확정 of tier 2 on 23 December 2018, with so much not recognised."""
    row = examined(a_settlement(year), less, world=year.world)
    submitted(row, year.world, date(2019, 1, 15) if less else None)
    return settlement.fix(row.pk, by=year.world.approver, at=at(12, 23), key=a_key())


def a_report(year: Year, interest: int = 0, **papers: Any) -> Settlement:
    """실적보고 on 30 January 2019, with interest on the line of 협업 지원금."""
    said = (settlement.LineReport(line=year.world.line().pk, interest=Won(interest)),)
    return settlement.report(
        year.world.grant.pk,
        "협업 1건, 단가 8% 절감",
        said,
        settlement.ReportPapers(**{"files": report_papers().files, **papers}),
        by=year.world.officer,
        at=at(1, 30, year=2019),
        key=a_key(),
    )


def in_effect(row: Settlement, world: World, less: Won | None = None) -> Settlement:
    """금액 확정 of tier 1, in effect on 14 February 2019."""
    examined(row, less, world=world, city=True)
    submitted(row, world, BACK_BY, city=True)
    settlement.approve(row.pk, by=world.city_approver, at=at(2, 13, year=2019), key=a_key())
    seal = Seal("경제정책과-90", date(2019, 2, 14))
    return settlement.take_effect(row.pk, seal, by=world.city_officer, at=at(2, 14, year=2019), key=a_key())


def line_of(row: Settlement) -> SettlementLine:
    """The line of 협업 지원금, as it is now."""
    return SettlementLine.objects.select_related("line__account__of", "settlement").get(
        settlement=row, line__programme=PROGRAMME, line__code=LINE
    )


def beside(account: Account, kind: Kind) -> Won:
    """What stands beside an account now."""
    return Account.objects.get(of=account, kind=kind).balance


def funding_of(year: Year) -> Account:
    """The operator's account of 협업 지원금, as it is now."""
    return year.world.funding
