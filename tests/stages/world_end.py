"""How the year ends: the second half, settlements of both tiers, what is left returned, the year closed."""

from datetime import date, datetime
from uuid import UUID

from majungmul.stages.award.models import Award
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.queries import midway_items
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment.models import Claim
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.models import Settlement
from majungmul.values.seal import Seal
from majungmul.values.won import Won, total
from tests.given import a_key
from tests.stages.world_people import World, a_file, at


def second_half(world: World) -> Claim:
    """중간점검 passed, then the rest of every line claimed and paid out, on 10 July 2018."""
    items = [
        delivery.Checked(each.code, is_met=True, reason="통장과 맞음") for each in midway_items(world.grant)
    ]
    delivery.check_midway(world.grant.pk, items, "적합", by=world.city_officer, at=at(7, 2), key=a_key())
    amounts = {
        line.pk: line.amount - _received(line.pk, world) for line in world.grant.lines.order_by("order")
    }
    claim = payment.claim_grant(
        world.grant.pk, payment.GrantClaim(amounts=amounts), by=world.officer, at=at(7, 4), key=a_key()
    )
    payment.submit(claim.pk, by=world.city_officer, at=at(7, 5), key=a_key())
    payment.approve(claim.pk, by=world.city_approver, at=at(7, 6), key=a_key())
    seal = Seal("경제정책과-400", date(2018, 7, 10))
    return payment.disburse(claim.pk, seal, by=world.city_officer, at=at(7, 10), key=a_key())


def _received(line: UUID, world: World) -> Won:
    found = world.grant.lines.select_related("account").get(pk=line)
    assert found.account is not None
    return found.account.credits_posted


def settled(world: World, award: Award, when: datetime | None = None) -> Settlement:
    """The settlement of an award of tier 2, all of it recognised, in December 2018."""
    when = when or at(12, 20)
    row = settlement.open_settlement(award.pk, "마침", by=world.officer, at=when, key=a_key())
    for line in row.lines.all():
        settlement.examine(line.pk, line.reported, by=world.officer, at=when, key=a_key())
    settlement.submit(row.pk, "적정함", None, by=world.officer, at=when, key=a_key())
    return settlement.fix(row.pk, by=world.approver, at=when, key=a_key())


def report_papers() -> settlement.ReportPapers:
    """정산보고서 and 통장 거래내역, which a final report must have beside it."""
    return settlement.ReportPapers(
        files={slot: a_file() for slot in ("settlement_statement", "bank_statement")}
    )


def grant_settled(world: World) -> Settlement:
    """실적보고 → 심사 → 금액 확정 → 반납 → 완료 of the city's award, from January to March 2019."""
    row = settlement.report(
        world.grant.pk, "마침", (), report_papers(), by=world.officer, at=at(1, 30, year=2019), key=a_key()
    )
    for line in row.lines.all():
        settlement.examine(
            line.pk, line.reported, by=world.city_officer, at=at(2, 11, year=2019), key=a_key()
        )
    due = date(2019, 3, 29)
    settlement.submit(row.pk, "적정함", due, by=world.city_officer, at=at(2, 12, year=2019), key=a_key())
    settlement.approve(row.pk, by=world.city_approver, at=at(2, 13, year=2019), key=a_key())
    seal = Seal("경제정책과-90", date(2019, 2, 14))
    settlement.take_effect(row.pk, seal, by=world.city_officer, at=at(2, 14, year=2019), key=a_key())
    settlement.receive_return(row.pk, by=world.city_officer, at=at(3, 20, year=2019), key=a_key())
    return settlement.close(row.pk, by=world.city_officer, at=at(3, 21, year=2019), key=a_key())


def whole(award: Award) -> Won:
    """What an award decided in all."""
    return total(line.amount for line in award.lines.all())
