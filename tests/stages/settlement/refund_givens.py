"""What orders to pay back start from: 4,500,000 won paid to the printers' co-operative on 12 July 2018.

refund = ordered(world, award)                 # proposed by the officer, ordered by the approver
revocation = revoked(world)                    # 교부결정 of the city, revoked by its paper
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from majungmul.books.ledger import accounts
from majungmul.books.ledger.kinds import Kind
from majungmul.books.ledger.models import Account
from majungmul.books.ledger.verification import recomputed
from majungmul.stages.award.models import Award, AwardLine
from majungmul.stages.plan import actions as plan
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.models import Refund, Revocation
from majungmul.values.actor import Actor
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.given import a_key
from tests.stages.world import (
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

PAID = Won(4_500_000)
AUGUST = at(8, 1)
TODAY = at(11, 23, year=2026)
"""A Monday, under the law of today."""


@dataclass(frozen=True, slots=True)
class Given:
    """A world with an award of tier 2 of which 4,500,000 won was paid."""

    world: World
    award: Award

    @property
    def line(self) -> AwardLine:
        return AwardLine.objects.select_related("account", "award").get(award=self.award)

    @property
    def own(self) -> Account:
        account = self.line.account
        assert account is not None
        return Account.objects.select_related("of__of").get(pk=account.pk)

    @property
    def payee(self) -> Account:
        return Account.objects.get(of=self.own, kind=Kind.PAYEE)

    @property
    def granted(self) -> Account:
        """The account of the city's award to the operator."""
        return self.world.funding

    @property
    def budget(self) -> Account:
        """The account of the budget line."""
        return self.granted.funding


def given() -> Given:
    world = a_world()
    award = an_award(world, an_application(world, an_open_call(world), world.printer))
    paid(world, a_claim(world, award, [a_trade(world, a_contract(world, award))]))
    return Given(world, award)


def balance(account: Account, kind: Kind | None = None) -> int:
    """What stands in an account, or beside it."""
    found = accounts.beside(account, kind) if kind else Account.objects.get(pk=account.pk)
    return found.balance.amount


def draft(on: Given, **said: Any) -> settlement.RefundDraft:
    whole = {
        "line": on.line.pk,
        "kind": "wrong",
        "grounds": "misuse",
        "principal": Won(1_000_000),
        "reason": "납품하지 않은 물건의 세금계산서",
        "due_on": date(2018, 8, 31),
        **said,
    }
    return settlement.RefundDraft(**whole)


def today(**said: Any) -> dict[str, Any]:
    """What an order of today says in place of 2018."""
    return {"due_on": date(2026, 12, 23), **said}


def proposed(on: Given, when: datetime = AUGUST, by: Actor | None = None, **said: Any) -> Refund:
    return settlement.propose_refund(draft(on, **said), by=by or on.world.officer, at=when, key=a_key())


def ordered(on: Given, when: datetime = AUGUST, **said: Any) -> Refund:
    refund = proposed(on, when, **said)
    return settlement.order_refund(refund.pk, by=on.world.approver, at=when, key=a_key())


def received(on: Given, refund: Refund, when: date, *parts: Won) -> Refund:
    """All that is left, or these parts of principal and interest, on a day."""
    return settlement.receive_refund(
        refund.pk, when, *parts, by=on.world.officer, at=at(when.month, when.day, year=when.year), key=a_key()
    )


def submitted(world: World, when: datetime = AUGUST, **said: Any) -> Revocation:
    """The revocation of the city's award, handed in."""
    whole = {
        "award": world.grant.pk,
        "grounds": "misuse",
        "facts": "홍보비를 다른 사업에 씀",
        "principal": Won(2_000_000),
        **said,
    }
    return settlement.submit_revocation(
        settlement.RevocationDraft(**whole), by=world.city_officer, at=when, key=a_key()
    )


def revoked(world: World, when: datetime = AUGUST, **said: Any) -> Revocation:
    row = submitted(world, when, **said)
    seal = Seal("경제정책과-500", when.date())
    return settlement.revoke(row.pk, seal, by=world.city_approver, at=when, key=a_key())


def city_proposed(on: Given, revocation: Revocation, when: datetime = AUGUST, **said: Any) -> Refund:
    """An order of the city after its revocation, proposed; the line is 협업's."""
    whole = {
        "line": on.world.line().pk,
        "kind": "revoked",
        "revocation": revocation.pk,
        "principal": Won(2_000_000),
        "interest_basis": "actual",
        "interest": Won(1_234),
        "interest_because": "통장 이자 내역",
        **said,
    }
    return settlement.propose_refund(draft(on, **whole), by=on.world.city_officer, at=when, key=a_key())


def city_ordered(on: Given, revocation: Revocation, when: datetime = AUGUST, **said: Any) -> Refund:
    refund = city_proposed(on, revocation, when, **said)
    seal = Seal("경제정책과-501", when.date())
    return settlement.order_refund(refund.pk, seal, by=on.world.city_approver, at=when, key=a_key())


def close_the_year(world: World) -> None:
    """출납폐쇄 on 2 January 2019, 마감 on 30 December 2019, with what is open named."""
    approver = world.city_approver
    plan.cut_off(world.plan.pk, by=approver, at=at(1, 2, year=2019), key=a_key())
    plan.close(world.plan.pk, by=approver, at=at(12, 30, year=2019), key=a_key())


def sound(on: Given) -> None:
    """Every total of the ledger is what its transfers come to."""
    assert list(recomputed(on.award.jurisdiction_id)) == []
