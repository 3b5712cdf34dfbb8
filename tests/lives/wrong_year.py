"""The deeds of a year in which much goes wrong: each tells one mishap, and what came of it."""

from datetime import date, datetime, timedelta
from uuid import UUID

from majungmul.books.parties.actions.accounts import confirm_account, enter_account
from majungmul.books.parties.actions.deputies import act_for
from majungmul.books.parties.actions.facts import new_representative
from majungmul.books.parties.actions.people import new_person
from majungmul.books.parties.actions.sanctions import sanction
from majungmul.books.parties.actions.tenures import hand_over
from majungmul.books.parties.models import Position
from majungmul.books.parties.queries.positions import actors_of
from majungmul.books.parties.require import PositionEnded, SamePerson
from majungmul.stages.application import actions as application
from majungmul.stages.application.models import Application
from majungmul.stages.application.refusals import CallNotOpen, Excluded
from majungmul.stages.award import actions as award
from majungmul.stages.award.models import Award
from majungmul.stages.call.models import Call
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment.models import Claim
from majungmul.stages.payment.refusals_of_proofs import NumberUsed
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.models import Refund
from majungmul.values.actor import Actor
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.world import (
    Body,
    World,
    a_body,
    a_claim,
    a_contract,
    a_proof,
    a_trade,
    an_application,
    answers_of,
    approved,
    at,
    papers,
    somebody,
)

CLOSING = at(4, 30, 18)
MICROSECOND = timedelta(microseconds=1)


def a_member(world: World, name: str) -> Body:
    """One more co-operative of this year."""
    world.bodies[name] = a_body(world.system, world.officer, world.approver, f"{name}협동조합")
    return world.bodies[name]


# ── who could not apply ──────────────────────────────────────────────────────────────────────────────────


def one_is_late(world: World, call: Call) -> str:
    """At 18:00:00.000 nothing is received any more; a microsecond earlier it is. What the late one reads."""
    late, just = a_member(world, "가상늦은"), a_member(world, "가상제때")
    an_application(world, call, just, when=CLOSING - MICROSECOND)
    with refused(CallNotOpen) as caught:
        an_application(world, call, late, when=CLOSING)
    return str(caught.value)


def one_withdraws(world: World, call: Call) -> Application:
    """It thinks better of it."""
    body = a_member(world, "가상철회")
    applied = an_application(world, call, body)
    return application.withdraw(applied.pk, "사정이 바뀜", by=body.officer, at=at(4, 12), key=a_key())


def one_is_excluded(world: World, call: Call) -> str:
    """It may not apply until the end of 2019. What it reads."""
    body = a_member(world, "가상제외")
    days = (date(2017, 1, 1), date(2020, 1, 1))
    sanction(
        body.body.pk,
        "excluded",
        days,
        "2016년 공고 제9조",
        "허위 서류",
        by=world.city_approver,
        at=at(3, 2),
        key=a_key(),
    )
    with refused(Excluded) as caught:
        answers = answers_of(body.body)
        application.hand_in(call.pk, answers, papers(), by=body.officer, at=at(4, 11), key=a_key())
    return str(caught.value)


# ── awards that change and end ───────────────────────────────────────────────────────────────────────────


def one_changes(world: World, granted: Award) -> None:
    """From five to four million: asked for by the body, handed in by one officer, approved by another."""
    own, line = world.bodies["가상변경"], granted.lines.get()
    asked = award.ChangeRequest(kind="amount", line=line.pk, amount=Won(4_000_000), reason="물량을 줄임")
    change = award.request_change(granted.pk, asked, by=own.officer, at=at(5, 20), key=a_key())
    assert not change.is_minor
    award.submit_change(change.pk, by=world.officer, at=at(5, 21), key=a_key())
    deputy = _for_the_approver(world)
    with refused(SamePerson):
        award.approve_change(change.pk, "적정", by=deputy, at=at(5, 21), key=a_key())
    award.approve_change(change.pk, "적정", by=world.approver, at=at(5, 23), key=a_key())


def _for_the_approver(world: World) -> Actor:
    """The officer, acting for the approver who is absent on 21 and 22 May."""
    days, deputy = (date(2018, 5, 21), date(2018, 5, 23)), world.officer.position
    act_for(world.approver.position, deputy, days, "출장", by=world.system, at=at(5, 18), key=a_key())
    return next(each for each in actors_of(world.officer.person, date(2018, 5, 21)) if each.for_title)


def one_gives_up(world: World, granted: Award) -> None:
    """Its money is free again, for others."""
    before = world.funding.free
    own = world.bodies["가상포기"]
    award.give_up(granted.pk, "거래조합이 문을 닫음", by=own.officer, at=at(5, 25), key=a_key())
    assert world.funding.free == before + Won(5_000_000)


# ── claims ───────────────────────────────────────────────────────────────────────────────────────────────


def an_invoice_is_used_twice(world: World, first: Award, second: Award) -> tuple[Claim, Claim, str]:
    """The second claim with one 승인번호 is refused, and received with an invoice of its own."""
    trade, other = (a_trade(world, a_contract(world, each)) for each in (first, second))
    invoice = a_proof(trade)
    claimed = a_claim(world, first, [trade], trades=(_whole(trade.pk, invoice),))
    same = a_proof(other, approval_number=invoice.approval_number)
    with refused(NumberUsed) as caught:
        a_claim(world, second, [other], trades=(_whole(other.pk, same),))
    return claimed, a_claim(world, second, [other]), str(caught.value)


def _whole(trade: UUID, invoice: payment.ProofDraft) -> payment.TradeClaim:
    return payment.TradeClaim(trade=trade, claimed=Won(4_500_000), proofs=(invoice,))


def a_deputy_approves(world: World, claim: Claim) -> Claim:
    """The approver is ill; a colleague who had nothing to do with it acts for the seat, and it says so."""
    colleague = somebody(world.system, world.officer.office, "officer")
    days = (date(2018, 7, 9), date(2018, 7, 14))
    seat = Position.objects.get(pk=colleague.position)
    act_for(world.approver.position, seat.pk, days, "병가", by=world.system, at=at(7, 8), key=a_key())
    deputy = next(each for each in actors_of(colleague.person, date(2018, 7, 9)) if each.for_title)
    for proof in claim.proofs.filter(is_withdrawn=False):
        payment.recognise_proof(proof.pk, proof.supply, by=world.officer, at=at(7, 5), key=a_key())
    payment.submit(claim.pk, by=world.officer, at=at(7, 6), key=a_key())
    return payment.approve(claim.pk, by=deputy, at=at(7, 9), key=a_key())


def a_transfer_fails(world: World, claim: Claim) -> Claim:
    """The account was closed: a new one, confirmed by another person, is paid, once."""
    approved(world, claim)
    payment.list_for_bank([claim.pk], by=world.officer, at=at(7, 11), key=a_key())
    payment.fail(claim.pk, "해지된 계좌", by=world.officer, at=at(7, 12), key=a_key())
    body = claim.body
    account = enter_account(
        body.pk, "가상은행", "000-0000-777777", body.name, by=world.officer, at=at(7, 13), key=a_key()
    )
    confirm_account(account.pk, by=world.approver, at=at(7, 16), key=a_key())
    payment.list_for_bank([claim.pk], by=world.officer, at=at(7, 17), key=a_key())
    return payment.pay(claim.pk, date(2018, 7, 18), by=world.officer, at=at(7, 18), key=a_key())


def the_officer_moves(world: World, claim: Claim) -> Claim:
    """On 18 July another person sits there: the former one can pay nothing, the new one finds it all and does."""
    before = world.officer
    new = new_person(before.office, "successor", "김후임", by=world.system, at=at(7, 16), key=a_key())
    hand_over(before.position, new.pk, date(2018, 7, 19), by=world.system, at=at(7, 16), key=a_key())
    payment.list_for_bank([claim.pk], by=before, at=at(7, 18), key=a_key())
    with refused(PositionEnded):
        payment.pay(claim.pk, date(2018, 7, 19), by=before, at=at(7, 19), key=a_key())
    (world.officer,) = actors_of(new.pk, date(2018, 7, 19))
    return payment.pay(claim.pk, date(2018, 7, 19), by=world.officer, at=at(7, 19), key=a_key())


# ── what comes back ──────────────────────────────────────────────────────────────────────────────────────


def goods_come_back(world: World, granted: Award) -> Refund:
    """After payment, goods for ten million are sent back: one million is asked back, and paid."""
    said = _draft(granted, "goods_returned", Won(1_000_000), "10,000,000원어치 반품", date(2018, 9, 28))
    return _paid_back(world, said, at(9, 3), at(9, 20))


def proved_wrong_after_the_year(world: World, granted: Award) -> Refund:
    """In May 2019, with the year closed, half a million proves wrong: asked back, and paid into this year."""
    said = _draft(granted, "wrong", Won(500_000), "감사에서 드러난 과다 청구", date(2019, 6, 28))
    return _paid_back(world, said, at(5, 13, year=2019), at(6, 10, year=2019))


def _draft(granted: Award, kind: str, principal: Won, reason: str, due: date) -> settlement.RefundDraft:
    line = granted.lines.get()
    return settlement.RefundDraft(line=line.pk, kind=kind, principal=principal, reason=reason, due_on=due)


def _paid_back(world: World, said: settlement.RefundDraft, when: datetime, paid: datetime) -> Refund:
    proposed = settlement.propose_refund(said, by=world.officer, at=when, key=a_key())
    deputy = _deputising(world, when)
    with refused(SamePerson):
        settlement.order_refund(proposed.pk, by=deputy, at=when, key=a_key())
    settlement.order_refund(proposed.pk, by=world.approver, at=when + timedelta(days=3), key=a_key())
    return settlement.receive_refund(proposed.pk, paid.date(), by=world.officer, at=paid, key=a_key())


def _deputising(world: World, when: datetime) -> Actor:
    """The officer who proposed it, acting for the approver on that day."""
    days = (when.date(), when.date() + timedelta(days=1))
    act_for(
        world.approver.position, world.officer.position, days, "출장", by=world.system, at=when, key=a_key()
    )
    return next(each for each in actors_of(world.officer.person, when.date()) if each.for_title)


def a_new_head_in_february(world: World, body: Body) -> None:
    """이사장, seal, account and login change together."""
    february = at(2, 25, year=2019)
    new_representative(
        body.body.pk, "이새롬", "이사장", date(2019, 2, 22), by=world.officer, at=february, key=a_key()
    )
    account = enter_account(
        body.body.pk,
        "가상은행",
        "000-0000-888888",
        body.body.name,
        by=world.officer,
        at=february,
        key=a_key(),
    )
    confirm_account(account.pk, by=world.approver, at=february, key=a_key())
