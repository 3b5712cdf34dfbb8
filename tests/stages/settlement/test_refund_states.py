"""Every act on an order or a revocation in every state by every role and office: as the tables say, or refused."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from majungmul.books.parties.kinds import OfficeKind, Role
from majungmul.books.parties.require import NotAllowed, OtherBody, OtherOffice
from majungmul.books.parties.rights import RIGHTS, Over
from majungmul.books.parties.transitions import NotInThisState
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.models import Refund, RefundObjection, Revocation
from majungmul.stages.settlement.states import REFUNDS, REVOCATIONS, RefundState, RevocationState
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.database import fingerprint
from tests.given import a_key
from tests.stages.settlement.refund_givens import TODAY, Given, draft, given, submitted, today
from tests.stages.world import somebody

pytestmark = pytest.mark.django_db

IN_NOVEMBER = date(2026, 11, 23)
SEAL = Seal("가상경제정책과-900", IN_NOVEMBER)
FRACTION = Won(300_000)


@dataclass(frozen=True, slots=True)
class Someone:
    """An actor, with the role and the kind of office in which it acts."""

    actor: Actor
    role: Role
    kind: OfficeKind
    is_own: bool = True


def everyone(on: Given) -> list[Someone]:
    world = on.world
    city, operator = world.city_officer.office, world.officer.office
    return [
        Someone(world.city_officer, Role.OFFICER, OfficeKind.CITY),
        Someone(world.city_approver, Role.APPROVER, OfficeKind.CITY),
        Someone(somebody(world.system, city, "administrator"), Role.ADMINISTRATOR, OfficeKind.CITY),
        Someone(somebody(world.system, city, "auditor"), Role.AUDITOR, OfficeKind.CITY),
        Someone(world.officer, Role.OFFICER, OfficeKind.OPERATOR),
        Someone(world.approver, Role.APPROVER, OfficeKind.OPERATOR),
        Someone(somebody(world.system, operator, "administrator"), Role.ADMINISTRATOR, OfficeKind.OPERATOR),
        Someone(somebody(world.system, operator, "auditor"), Role.AUDITOR, OfficeKind.OPERATOR),
        Someone(world.printer.officer, Role.OFFICER, OfficeKind.APPLICANT),
        Someone(world.paper.officer, Role.OFFICER, OfficeKind.APPLICANT, is_own=False),
        Someone(world.system, Role.SYSTEM, OfficeKind.CITY),
    ]


def may(act: str, who: Someone, row: Refund | Revocation) -> type[Refusal] | None:
    """Why this one may not, whatever the state; None where it is the state alone that decides."""
    right = RIGHTS[act]
    if who.role not in right.roles or who.kind not in right.offices:
        return NotAllowed
    if right.over is Over.OWN_OFFICE and who.actor.office != row.office_id:
        return OtherOffice
    if right.over is Over.BODY_OR_OFFICE and not who.is_own:
        return OtherBody
    return None


# ── orders ───────────────────────────────────────────────────────────────────────────────────────────────

REFUND_ACTS: dict[str, Callable[[Refund, Actor], object]] = {
    "settlement.send_back_refund": lambda row, by: settlement.send_back_refund(
        row.pk, "금액 확인", by=by, at=TODAY, key=a_key()
    ),
    "settlement.order_refund": lambda row, by: settlement.order_refund(row.pk, by=by, at=TODAY, key=a_key()),
    "settlement.notify_city": lambda row, by: settlement.notify_city(
        row.pk, IN_NOVEMBER, by=by, at=TODAY, key=a_key()
    ),
    "settlement.receive_refund": lambda row, by: settlement.receive_refund(
        row.pk, IN_NOVEMBER, by=by, at=TODAY, key=a_key()
    ),
    "settlement.withdraw_refund": lambda row, by: settlement.withdraw_refund(
        row.pk, "잘못 셈함", by=by, at=TODAY, key=a_key()
    ),
    "settlement.surcharge": lambda row, by: settlement.surcharge(
        row.pk, Won(1), "가상 심의", by=by, at=TODAY, key=a_key()
    ),
    "settlement.exclude": lambda row, by: settlement.exclude(
        row.pk, "restricted", (IN_NOVEMBER, date(2027, 11, 23)), by=by, at=TODAY, key=a_key()
    ),
    "settlement.object": lambda row, by: settlement.file_objection(
        row.pk, "맞음", by=by, at=TODAY, key=a_key()
    ),
    "settlement.answer_objection": lambda row, by: settlement.answer_objection(
        objection_of(row).pk, "확인함", upheld=False, by=by, at=TODAY, key=a_key()
    ),
}
REFUND_PLACES = {(each.act, each.before): each.after for each in reversed(REFUNDS)}


def a_refund(on: Given) -> Refund:
    said = draft(on, **today(principal=FRACTION, wronged_on=date(2026, 10, 5)))
    return settlement.propose_refund(said, by=on.world.officer, at=TODAY, key=a_key())


def in_state(on: Given, state: RefundState, *, objected: bool = True, is_told: bool = False) -> Refund:
    """An order in this state; one that was ordered has an objection that waits, unless it is withdrawn."""
    row = a_refund(on)
    if state == RefundState.SENT_BACK:
        return refund_act("send_back_refund", row, on.world.approver)
    if state == RefundState.PROPOSED:
        return row
    row = refund_act("order_refund", row, on.world.approver)
    if is_told:
        row = refund_act("notify_city", row, on.world.officer)
    if objected:
        refund_act("object", row, on.world.printer.officer)
    if state == RefundState.PAID:
        return refund_act("receive_refund", row, on.world.officer)
    return refund_act("withdraw_refund", row, on.world.approver) if state == RefundState.WITHDRAWN else row


def refund_act(act: str, row: Refund, by: Actor) -> Refund:
    REFUND_ACTS[f"settlement.{act}"](row, by)
    return Refund.objects.get(pk=row.pk)


def objection_of(row: Refund) -> RefundObjection:
    return RefundObjection.objects.get(refund=row)


def test_the_tables_and_the_rights_name_the_same_acts() -> None:
    creating = {"settlement.propose_refund", "settlement.submit_revocation"}
    named = {each.act for each in (*REFUNDS, *REVOCATIONS)}
    assert named == {*REFUND_ACTS, *REVOCATION_ACTS, *creating}
    assert named <= set(RIGHTS)
    assert all(each.law and each.who for each in (*REFUNDS, *REVOCATIONS))


def test_what_the_tables_do_not_allow_on_an_order_is_refused_and_leaves_nothing() -> None:
    on = given()
    people, tried = everyone(on), 0
    for state in RefundState:
        row = in_state(on, state)
        before = fingerprint()
        for act, do in REFUND_ACTS.items():
            if act == "settlement.answer_objection" and not RefundObjection.objects.filter(refund=row):
                continue
            for who in people:
                expected = may(act, who, row) or (None if (act, state) in REFUND_PLACES else NotInThisState)
                if expected is None:
                    continue
                with pytest.raises(expected) as caught:
                    do(row, who.actor)
                assert str(caught.value)
                tried += 1
        assert fingerprint() == before, f"‘{state.label}’의 거절이 무엇인가 남겼습니다."
    assert tried > 400


def test_what_the_tables_allow_on_an_order_is_done() -> None:
    on = given()
    people = everyone(on)
    for (act, state), after in REFUND_PLACES.items():
        if state is None:
            continue
        row = in_state(
            on,
            RefundState(state),
            objected=act != "settlement.object",
            is_told=act in {"settlement.surcharge", "settlement.exclude"},
        )
        who = next(each for each in people if may(act, each, row) is None)
        REFUND_ACTS[act](row, who.actor)
        assert Refund.objects.get(pk=row.pk).state == after, act


def test_only_an_officer_of_the_office_proposes() -> None:
    on = given()
    people = everyone(on)
    before = fingerprint()
    for who in people:
        if who.actor != on.world.officer:
            with pytest.raises((NotAllowed, OtherOffice)):
                settlement.propose_refund(draft(on, **today()), by=who.actor, at=TODAY, key=a_key())
        if who.actor != on.world.city_officer:
            with pytest.raises((NotAllowed, OtherOffice)):
                settlement.submit_revocation(a_revocation(on), by=who.actor, at=TODAY, key=a_key())
    assert fingerprint() == before


# ── revocations ──────────────────────────────────────────────────────────────────────────────────────────

REVOCATION_ACTS: dict[str, Callable[[Revocation, Actor], object]] = {
    "settlement.send_back_revocation": lambda row, by: settlement.send_back_revocation(
        row.pk, "소명을 들을 것", by=by, at=TODAY, key=a_key()
    ),
    "settlement.revoke": lambda row, by: settlement.revoke(row.pk, SEAL, by=by, at=TODAY, key=a_key()),
}
REVOCATION_PLACES = {(each.act, each.before): each.after for each in REVOCATIONS}


def a_revocation(on: Given) -> Any:
    return settlement.RevocationDraft(
        award=on.world.grant.pk, grounds="misuse", facts="가상의 사실", principal=FRACTION, is_whole=False
    )


def revocation_in(on: Given, state: RevocationState) -> Revocation:
    row = submitted(on.world, TODAY, principal=FRACTION, is_whole=False)
    if state == RevocationState.SENT_BACK:
        REVOCATION_ACTS["settlement.send_back_revocation"](row, on.world.city_approver)
    if state == RevocationState.EFFECTIVE:
        REVOCATION_ACTS["settlement.revoke"](row, on.world.city_approver)
    return Revocation.objects.get(pk=row.pk)


def test_what_the_tables_do_not_allow_on_a_revocation_is_refused_and_leaves_nothing() -> None:
    on = given()
    people = everyone(on)
    for state in (RevocationState.SENT_BACK, RevocationState.EFFECTIVE, RevocationState.SUBMITTED):
        row = revocation_in(on, state)
        before = fingerprint()
        for act, do in REVOCATION_ACTS.items():
            for who in people:
                expected = may(act, who, row) or (
                    None if (act, state) in REVOCATION_PLACES else NotInThisState
                )
                if expected is not None:
                    with pytest.raises(expected):
                        do(row, who.actor)
        assert fingerprint() == before


def test_what_the_tables_allow_on_a_revocation_is_done() -> None:
    on = given()
    for (act, state), after in REVOCATION_PLACES.items():
        if state is not None:
            row = revocation_in(on, RevocationState(state))
            REVOCATION_ACTS[act](row, on.world.city_approver)
            assert Revocation.objects.get(pk=row.pk).state == after
