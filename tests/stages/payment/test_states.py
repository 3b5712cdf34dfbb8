"""Every act of payment in every state by every role and office: done as the tables say, refused otherwise."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from majungmul.books.parties.require import NotAllowed, OtherBody, OtherOffice
from majungmul.books.parties.rights import RIGHTS
from majungmul.books.parties.transitions import NotInThisState
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment.models import Claim
from majungmul.stages.payment.states import TRANSITIONS, State
from majungmul.values.actor import Actor
from majungmul.values.seal import Seal
from tests.database import fingerprint
from tests.given import a_key
from tests.stages.payment.givens import IN_STATE, Case, a_case, draft, fresh, new_account, proof_of
from tests.stages.world import at, somebody

pytestmark = pytest.mark.django_db

NOW = at(7, 20)
Act = Callable[[Case, Claim, Actor], Any]
Said = dict[str, Any]


def said(by: Actor) -> Said:
    return {"by": by, "at": NOW, "key": a_key()}


def recognise(case: Case, claim: Claim, by: Actor) -> Any:
    proof = claim.proofs.order_by("id")[0] if claim.proofs.exists() else proof_of(claim)
    return payment.recognise_proof(proof.pk, proof.supply, **said(by))


ACTS: dict[str, Act] = {
    "payment.ask_correction": lambda _, claim, by: payment.ask_correction(
        claim.pk, "사진", "한 장 더", 7, **said(by)
    ),
    "payment.correct": lambda case, claim, by: payment.correct(claim.pk, draft(case), {}, "올림", **said(by)),
    "payment.withdraw": lambda _, claim, by: payment.withdraw(claim.pk, "다시 냄", **said(by)),
    "payment.recognise_proof": recognise,
    "payment.reject": lambda _, claim, by: payment.reject(claim.pk, "거래 없음", **said(by)),
    "payment.submit": lambda _, claim, by: payment.submit(claim.pk, **said(by)),
    "payment.send_back": lambda _, claim, by: payment.send_back(claim.pk, "다시", **said(by)),
    "payment.approve": lambda _, claim, by: payment.approve(claim.pk, "예금주 확인서", **said(by)),
    "payment.hold": lambda _, claim, by: payment.hold(claim.pk, "점검 중", **said(by)),
    "payment.release": lambda _, claim, by: payment.release(claim.pk, **said(by)),
    "payment.accept_holder": lambda _, claim, by: payment.accept_holder(claim.pk, "확인서", **said(by)),
    "payment.list_for_bank": lambda _, claim, by: payment.list_for_bank([claim.pk], **said(by)),
    "payment.pay": lambda _, claim, by: payment.pay(claim.pk, date(2018, 7, 12), **said(by)),
    "payment.fail": lambda _, claim, by: payment.fail(claim.pk, "없는 계좌", **said(by)),
    "payment.bounce": lambda _, claim, by: payment.bounce(claim.pk, "수취 불능", **said(by)),
    "payment.disburse": lambda _, claim, by: payment.disburse(
        claim.pk, Seal("경제정책과-1", date(2018, 7, 20)), **said(by)
    ),
}
BEGINNINGS = {"payment.claim", "payment.claim_grant", "payment.claim_own"}
OF_SUPPORT = [each for each in TRANSITIONS if each.before and each.act != "payment.disburse"]
"""교부(payment.disburse) is of the city's claims alone: `test_grants`."""
MOVING = [each for each in OF_SUPPORT if each.before != each.after]


def actors(case: Case) -> dict[str, Actor]:
    """Who there is, by office and role."""
    world = case.world
    seats = {
        f"{office} {role}": somebody(world.system, where, role)
        for office, where in (("시", world.city_officer.office), ("중앙회", world.officer.office))
        for role in ("administrator", "auditor")
    }
    return {
        "시 담당자": world.city_officer,
        "시 결재권자": world.city_approver,
        "중앙회 담당자": world.officer,
        "중앙회 결재권자": world.approver,
        "우리 조합": world.printer.officer,
        "다른 조합": world.paper.officer,
        "시스템": world.system,
        **seats,
    }


MAY = {
    "payment.correct": {"우리 조합", "중앙회 담당자"},
    "payment.withdraw": {"우리 조합", "중앙회 담당자"},
    "payment.ask_correction": {"중앙회 담당자"},
    "payment.recognise_proof": {"중앙회 담당자"},
    "payment.submit": {"중앙회 담당자"},
    "payment.list_for_bank": {"중앙회 담당자"},
    "payment.pay": {"중앙회 담당자"},
    "payment.fail": {"중앙회 담당자"},
    "payment.bounce": {"중앙회 담당자"},
    "payment.reject": {"중앙회 결재권자"},
    "payment.send_back": {"중앙회 결재권자"},
    "payment.approve": {"중앙회 결재권자"},
    "payment.hold": {"중앙회 결재권자"},
    "payment.release": {"중앙회 결재권자"},
    "payment.accept_holder": {"중앙회 결재권자"},
    "payment.disburse": set(),
}


def test_the_tables_name_the_same_acts() -> None:
    verbs = {verb for verb in RIGHTS if verb.startswith("payment.")}
    assert {each.act for each in TRANSITIONS} == {*ACTS, *BEGINNINGS} == verbs
    assert set(MAY) == set(ACTS)
    assert all(each.law and each.who for each in TRANSITIONS)


@pytest.mark.parametrize("state", State)
def test_what_the_tables_do_not_allow_is_refused(state: State) -> None:
    case = a_case()
    claim, everybody = IN_STATE[state](case), actors(case)
    there = {each.act for each in OF_SUPPORT if each.before == state}
    wrong = [(act, name) for act in ACTS for name in everybody if not (name in MAY[act] and act in there)]
    before = fingerprint()
    for act, name in wrong:
        expected = (NotInThisState,) if name in MAY[act] else (NotAllowed, OtherOffice, OtherBody)
        with pytest.raises(expected) as caught:
            ACTS[act](case, claim, everybody[name])
        assert str(caught.value)
    assert fingerprint() == before, "거절이 무엇인가 남겼습니다."
    for stays in [each for each in OF_SUPPORT if each.before == each.after == state]:
        _do(case, claim, stays)


@pytest.mark.parametrize("transition", MOVING, ids=[f"{each.act}-{each.before}" for each in MOVING])
def test_what_the_tables_allow_is_done(transition: Any) -> None:
    case = a_case()
    _do(case, IN_STATE[transition.before](case), transition)


def _do(case: Case, claim: Claim, transition: Any) -> None:
    """The operator's own does it, and the claim stands where the table says."""
    who = {"중앙회 담당자": case.world.officer, "중앙회 결재권자": case.world.approver}
    (name,) = MAY[transition.act] & set(who)
    prepare(case, claim, transition.act)
    ACTS[transition.act](case, claim, who[name])
    assert fresh(claim).state == transition.after


def prepare(case: Case, claim: Claim, act: str) -> None:
    """What an act needs besides its state."""
    if act == "payment.accept_holder":
        new_account(case, "홍길동")
    if act == "payment.submit":
        for proof in claim.proofs.all():
            payment.recognise_proof(proof.pk, proof.supply, **said(case.world.officer))
