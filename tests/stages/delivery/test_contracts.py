"""Contracts: entered with their scan, confirmed by seals or a 발주서, changed with what was before kept."""

from datetime import date
from typing import Any

import pytest

from majungmul.books.files.queries import uses_of
from majungmul.books.files.refusals import FileGone
from majungmul.books.files.store import path_of
from majungmul.books.parties.actions.merging import merge
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.written import Empty, NotAKind, ResidentNumber, TooLong
from majungmul.stages.award import actions as award
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.actions import changing, confirming, contracts, order_papers, sane
from majungmul.stages.delivery.models import Contract
from majungmul.stages.delivery.queries import changes_of, contracts_of, contracts_waiting
from majungmul.values.refusal import Refusal
from majungmul.values.uuid7 import uuid7
from majungmul.values.won import TooLarge, Won
from tests.database import refused
from tests.given import a_city, a_cooperative, a_key, an_officer
from tests.stages.delivery.givens import (
    a_draft,
    a_hall,
    at_work,
    confirmed,
    entered,
    traded,
)
from tests.stages.world_people import a_file, at

pytestmark = pytest.mark.django_db


def test_a_contract_is_entered_with_its_scan_and_confirmed_by_its_seals() -> None:
    work = at_work()
    scan, quote = a_file("계약서.pdf"), a_file("견적서.pdf")
    contract = delivery.enter_contract(
        work.award.pk, a_draft(work), scan, {"견적서": quote}, by=work.own.officer, at=at(5, 20), key=a_key()
    )
    assert (contract.number, contract.total) == ("2018-계약-00001", Won(49_500_000))
    assert contract.buyer == work.own.body
    assert contract.seller == work.world.paper.body
    assert [use.purpose for use in uses_of(contract)] == ["계약서", "견적서"]
    assert list(contracts_waiting(work.world.officer.office, contract.jurisdiction_id)) == [contract]
    done = delivery.confirm_contract(contract.pk, "seals", by=work.world.officer, at=at(5, 21), key=a_key())
    assert (done.state, done.confirmation, done.confirmed_by) == (
        "confirmed",
        "seals",
        work.world.officer.person,
    )
    assert not contracts_waiting(work.world.officer.office, contract.jurisdiction_id)
    assert list(contracts_of(work.award)) == [done]


def test_the_operator_enters_one_for_a_co_operative_from_paper_and_a_colleague_goes_on() -> None:
    work = at_work()
    contract = delivery.enter_contract(
        work.award.pk, a_draft(work), a_file(), by=work.world.officer, at=at(5, 20), key=a_key()
    )
    assert (contract.body, contract.office) == (work.own.body, work.award.office)
    colleague = an_officer(work.world.system, office=work.own.officer.office)
    gone = delivery.cancel_contract(contract.pk, "다시 씀", by=colleague, at=at(5, 21), key=a_key())
    assert gone.state == "cancelled"


IMPOSSIBLE: list[tuple[dict[str, Any], type[Refusal]]] = [
    ({"signed_on": date(2018, 5, 21)}, sane.NotYet),
    ({"signed_on": date(1018, 5, 18)}, sane.FarDay),
    ({"deliver_by": date(2018, 5, 17)}, sane.DaysReversed),
    ({"deliver_by": date(9999, 5, 17)}, sane.FarDay),
    ({"supply": Won(0), "vat": Won(0)}, sane.NothingTraded),
    ({"supply": Won(-1)}, sane.NothingTraded),
    ({"vat": Won(-1)}, sane.VatTooMuch),
    ({"supply": Won(4_500_000), "vat": Won(45_000_000)}, sane.VatTooMuch),
    ({"supply": Won(10**15), "vat": Won(10**14)}, TooLarge),
    ({"side": "both"}, NotAKind),
    ({"kind": "handshake"}, NotAKind),
    ({"item": " "}, Empty),
    ({"item": "가" * 201}, TooLong),
    ({"quantity": ""}, Empty),
    ({"place": "800101-1234567"}, ResidentNumber),
    ({"payment_terms": "가" * 161}, TooLong),
    ({"counterpart": uuid7()}, NotHere),
]


def test_what_cannot_be_a_contract_is_refused() -> None:
    work = at_work()
    for said, by in IMPOSSIBLE:
        with refused(by) as caught:
            entered(work, **said)
        assert str(caught.value)


def test_vat_is_zero_for_tax_free_goods() -> None:
    contract = entered(at_work(), vat=Won(0))
    assert contract.total == Won(45_000_000)


def test_nobody_contracts_with_itself_under_whatever_row() -> None:
    work = at_work()
    other = a_cooperative(work.world.officer)
    with refused(contracts.WithItself):
        entered(work, counterpart=work.own.body.pk)
    merge(other.pk, work.own.body.pk, "같은 조합", by=work.world.officer, at=at(5, 19), key=a_key())
    with refused(contracts.WithItself):
        entered(work, counterpart=other.pk)


def test_a_merged_counterpart_is_taken_as_it_stands_now() -> None:
    work = at_work()
    old = a_cooperative(work.world.officer)
    merge(old.pk, work.world.paper.body.pk, "같은 조합", by=work.world.officer, at=at(5, 19), key=a_key())
    assert entered(work, counterpart=old.pk).counterpart == work.world.paper.body


def test_a_firm_is_no_counterpart_and_one_of_another_city_is_not_there() -> None:
    work = at_work()
    hall = a_hall(work.world)
    with refused(contracts.NotACooperative) as caught:
        entered(work, counterpart=hall.pk)
    assert "조합끼리 한 계약만" in str(caught.value)
    elsewhere = a_cooperative(an_officer(a_city()))
    with refused(NotHere):
        entered(work, counterpart=elsewhere.pk)


def test_an_award_of_the_city_and_one_that_ended_take_no_contract() -> None:
    work = at_work()
    with refused(contracts.NotOfATrade):
        delivery.enter_contract(
            work.world.grant.pk, a_draft(work), a_file(), by=work.world.officer, at=at(5, 20), key=a_key()
        )
    contract = confirmed(work)
    award.give_up(work.award.pk, "사업을 하지 않음", by=work.own.officer, at=at(5, 22), key=a_key())
    work.award.refresh_from_db()
    assert work.award.state == "ended"
    with refused(contracts.NotInEffect):
        entered(work)
    with refused(contracts.NotInEffect):
        traded(work, contract)


def test_a_scan_that_was_swept_is_refused() -> None:
    work, scan = at_work(), a_file()
    path_of(scan.sha256).unlink()
    with refused(FileGone):
        entered(work, scan)


# ── 확인 ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_without_a_scan_no_seals_are_seen_until_one_is_added() -> None:
    work = at_work()
    contract = entered(work, unseen=True)
    with refused(confirming.NoScan):
        delivery.confirm_contract(contract.pk, "seals", by=work.world.officer, at=at(5, 21), key=a_key())
    delivery.add_scan(contract.pk, a_file("계약서.pdf"), by=work.own.officer, at=at(5, 21), key=a_key())
    done = delivery.confirm_contract(contract.pk, "seals", by=work.world.officer, at=at(5, 22), key=a_key())
    assert done.state == "confirmed"


@pytest.mark.parametrize(("supply", "by"), [(5_000_000, None), (5_000_001, order_papers.OrderTooLarge)])
def test_a_small_order_needs_no_contract(supply: int, by: type[Refusal] | None) -> None:
    work = at_work()
    contract = entered(work, kind="order", supply=Won(supply), vat=Won(0))

    def confirm() -> Contract:
        return delivery.confirm_contract(
            contract.pk, "order", by=work.world.officer, at=at(5, 21), key=a_key()
        )

    if by is None:
        assert confirm().confirmation == "order"
    else:
        with refused(by) as caught:
            confirm()
        assert str(caught.value) == (
            "발주서만으로는 5,000,000원까지 됩니다(이 계약 5,000,001원). "
            "양쪽 직인이 찍힌 계약서를 올려 주십시오."
        )


def test_a_contract_is_no_order_and_a_link_is_not_for_the_officer() -> None:
    work = at_work()
    contract = entered(work, supply=Won(100_000), vat=Won(0))
    for how, by in (("order", confirming.NotAnOrder), ("link", confirming.OnlyByCode), ("phone", NotAKind)):
        with refused(by):
            delivery.confirm_contract(contract.pk, how, by=work.world.officer, at=at(5, 21), key=a_key())


# ── 변경과 해제 ───────────────────────────────────────────────────────────────────────────────────────────


def change(contract: Contract, changes: dict[str, object], work: Any, **said: Any) -> Any:
    return delivery.change_contract(
        contract.pk,
        changes,
        said.get("reason", "수량을 줄임"),
        said.get("signed_on", date(2018, 5, 25)),
        a_file("변경계약서.pdf"),
        by=work.own.officer,
        at=at(5, 26),
        key=a_key(),
    )


def test_what_a_contract_said_before_is_kept_with_the_scan_of_the_change() -> None:
    work = at_work()
    contract = confirmed(work)
    made = change(contract, {"supply": Won(40_000_000), "vat": Won(4_000_000), "item": "카탈로그 용지"}, work)
    assert (made.number, made.before, made.after) == (
        1,
        {"supply": 45_000_000, "vat": 4_500_000},
        {"supply": 40_000_000, "vat": 4_000_000},
    )
    assert [use.purpose for use in uses_of(made)] == ["계약서"]
    contract.refresh_from_db()
    assert contract.total == Won(44_000_000)
    again = change(contract, {"deliver_by": date(2018, 10, 31)}, work)
    assert (again.number, again.after) == (2, {"deliver_by": "2018-10-31"})
    assert list(changes_of(contract)) == [made, again]


NO_CHANGE: list[tuple[dict[str, object], dict[str, Any], type[Refusal]]] = [
    ({}, {}, changing.NothingChanged),
    ({"item": "카탈로그 용지"}, {}, changing.NothingChanged),
    ({"counterpart": uuid7()}, {}, changing.NotChangeable),
    ({"state": "cancelled"}, {}, changing.NotChangeable),
    ({"supply": Won(0)}, {}, sane.NothingTraded),
    ({"vat": Won(50_000_000)}, {}, sane.VatTooMuch),
    ({"deliver_by": date(2018, 5, 1)}, {}, sane.DaysReversed),
    ({"item": ""}, {}, Empty),
    ({"item": "종이"}, {"reason": ""}, Empty),
    ({"item": "종이"}, {"signed_on": date(2018, 5, 17)}, sane.DaysReversed),
    ({"item": "종이"}, {"signed_on": date(2018, 5, 27)}, sane.NotYet),
]


def test_what_no_change_can_do_is_refused() -> None:
    work = at_work()
    contract = confirmed(work)
    for changes, said, by in NO_CHANGE:
        with refused(by):
            change(contract, changes, work, **said)


def test_an_order_does_not_grow_beyond_what_an_order_may_be() -> None:
    work = at_work()
    contract = entered(work, kind="order", supply=Won(1_000_000), vat=Won(100_000))
    delivery.confirm_contract(contract.pk, "order", by=work.world.officer, at=at(5, 21), key=a_key())
    with refused(order_papers.OrderTooLarge):
        change(contract, {"supply": Won(6_000_000)}, work)


def test_a_contract_with_trades_stays_until_they_are_taken_back() -> None:
    work = at_work()
    contract = confirmed(work)
    trade = traded(work, contract)

    def cancel() -> Contract:
        return delivery.cancel_contract(contract.pk, "깨짐", by=work.own.officer, at=at(6, 4), key=a_key())

    with refused(contracts.TradesUnderIt) as caught:
        cancel()
    assert "1건" in str(caught.value)
    delivery.withdraw_trade(trade.pk, "잘못 적음", by=work.own.officer, at=at(6, 4), key=a_key())
    assert cancel().state == "cancelled"
