"""What an officer sees of a claim, recognises of each proof, and hands in: by value, with the sentences."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from majungmul.books.parties.actions.sanctions import sanction
from majungmul.books.parties.written import TooLong
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment import refusals as why
from majungmul.stages.payment.models import Claim
from majungmul.stages.payment.queries import Flag, examination, flags_on, lines_of, proofs_of
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_business_number, a_key
from tests.stages.payment.givens import (
    Case,
    a_case,
    claimed,
    correcting,
    draft,
    hand_in,
    new_account,
)
from tests.stages.world import a_file, a_proof, a_trade, at, claim_draft
from tests.stages.world_trades import claim_papers

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    return a_case()


def flags(claim: Claim) -> dict[str, Flag]:
    found = {flag.code: flag for flag in flags_on(claim)}
    assert all(flag.sentence.endswith(".") and flag.way.endswith(".") for flag in found.values())
    return found


def recognise(case: Case, claim: Claim, amount: int, reason: str = "", place: int = 0) -> None:
    proof = proofs_of(claim)[place]
    payment.recognise_proof(proof.pk, Won(amount), reason, by=case.world.officer, at=at(7, 5), key=a_key())


def submit(case: Case, claim: Claim) -> Claim:
    return payment.submit(claim.pk, by=case.world.officer, at=at(7, 6), key=a_key())


# ── 표시 ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_plain_claim_has_no_flag(case: Case) -> None:
    assert flags(claimed(case)) == {}


@pytest.mark.parametrize(
    ("said", "code", "part"),
    [
        ({"supplier": a_business_number()}, "other_parties", "거래한 두 조합의 사업자등록번호와 다릅니다"),
        ({"settlings": ()}, "settled_differs", "(차이 49,500,000원)"),
        ({"vat": Won(4_400_000)}, "vat_not_a_tenth", "세액 4,400,000원이 공급가액 45,000,000원의 10%가"),
        ({"approval_number": "1234567890"}, "number_shape", "24자리인데 10자리입니다"),
        (
            {"written_on": date(2018, 3, 2), "issued_on": date(2018, 3, 2)},
            "proof_outside_period",
            "작성일자 2018. 3. 2., 발급일 2018. 3. 2.",
        ),
    ],
)
def test_what_is_odd_about_a_proof_is_shown_with_why(
    case: Case, said: dict[str, Any], code: str, part: str
) -> None:
    flag = flags(claimed(case, [a_proof(case.trade, **said)]))[code]
    assert part.replace("원이 ", "원이(가) ") in flag.sentence
    assert (flag.trade, flag.is_barring) == (case.trade.number, False)


@pytest.mark.parametrize(("method", "word"), [("bill", "어음"), ("offset", "상계"), ("credit", "외상")])
def test_a_payment_without_a_receipt_is_shown(case: Case, method: str, word: str) -> None:
    part = payment.SettlingDraft(paid_on=date(2018, 6, 30), method="transfer", amount=Won(40_000_000))
    rest = payment.SettlingDraft(paid_on=date(2018, 6, 30), method=method, amount=Won(9_500_000))
    found = flags(claimed(case, [a_proof(case.trade, settlings=(part, rest))]))
    assert list(found) == ["no_transfer_receipt"]
    assert f"{word} 9,500,000원: 입금증이 없는 결제" in found["no_transfer_receipt"].sentence


def test_the_same_file_elsewhere_is_a_flag(case: Case) -> None:
    papers = claim_papers(case.award)
    first = hand_in(case, draft(case), papers)
    other = a_trade(case.world, case.contract, Won(1_000_000), delivered_on=date(2018, 6, 3))
    again = hand_in(
        case, claim_draft(case.world, [other]), {**claim_papers(case.award), "photos": papers["photos"]}
    )
    flag = flags(again)["file_elsewhere"]
    assert first.number in flag.sentence
    assert "file_elsewhere" in flags(first)


def test_remarks_of_the_trade_are_among_the_flags(case: Case) -> None:
    a_trade(case.world, case.contract, Won(2_000_000), delivered_on=date(2018, 6, 3))
    found = flags(claimed(case))
    assert "above_contract" in found
    assert found["above_contract"].trade == case.trade.number


def test_a_late_claim_is_shown_and_not_refused(case: Case) -> None:
    claim = hand_in(case, draft(case), at=at(12, 16))
    assert flags(claim)["late"].sentence == (
        "마지막 청구일 2018. 12. 15.이 지난 2018. 12. 16.에 받은 청구입니다."
    )
    assert "late" not in flags(replace_received(claim))


def replace_received(claim: Claim) -> Claim:
    claim.received_at = at(12, 15, 23)
    return claim


def test_another_account_or_holder_is_shown(case: Case) -> None:
    account = new_account(case, "홍길동", confirmed=False)
    claim = hand_in(
        case, draft(case, bank_account=account.pk), {**claim_papers(case.award), "bankbook": a_file()}
    )
    assert {"account_changed", "account_unconfirmed", "other_holder"} <= set(flags(claim))


def test_a_sanction_and_a_trade_taken_back_are_shown(case: Case) -> None:
    days = (date(2018, 7, 1), date(2019, 7, 1))
    sanction(
        case.world.printer.body.pk,
        "restricted",
        days,
        "공고",
        "거짓 청구",
        by=case.world.city_approver,
        at=at(7, 1),
        key=a_key(),
    )
    claim = claimed(case)
    delivery.withdraw_trade(case.trade.pk, "반품", by=case.world.printer.officer, at=at(7, 4), key=a_key())
    assert {"sanctioned", "trade_withdrawn"} <= set(flags(claim))
    with refused(why.TradeTakenBack):
        recognise(case, claim, 45_000_000)


# ── 심사 ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_examination_is_one_value(case: Case) -> None:
    claim = claimed(case, [a_proof(case.trade, settlings=())], claimed=4_000_000)
    seen = examination(claim)
    (line,) = seen.lines
    (proof,) = line.proofs
    assert (line.rule, line.difference, seen.difference) == (
        "10% 지원(원 미만 절사)",
        Won(500_000),
        Won(500_000),
    )
    assert (proof.most, proof.recognised, seen.unlooked) == (Won(45_000_000), None, 1)
    assert [flag.code for flag in proof.flags] == ["settled_differs"]
    assert (seen.award.decided, seen.award.claimed, seen.award.left) == (
        Won(5_000_000),
        Won(4_000_000),
        Won(1_000_000),
    )
    assert [each.what for each in examination(correcting(a_case())).corrections] == ["흐려서 읽을 수 없음"]


# ── 인정 ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_recognised_is_worked_out_by_the_same_rule(case: Case) -> None:
    claim = claimed(case)
    recognise(case, claim, 40_000_009, "계약에 없는 품목을 뺌")
    done = submit(case, claim)
    (line,) = lines_of(done)
    assert (done.recognised, line.recognised) == (Won(4_000_000), Won(4_000_000))
    assert line.recognised_because == "40,000,009원 × 10% = 4,000,000원(원 미만 절사)"


def test_no_more_is_recognised_than_was_claimed(case: Case) -> None:
    claim = claimed(case, claimed=3_000_000)
    recognise(case, claim, 45_000_000)
    done = submit(case, claim)
    assert done.recognised == Won(3_000_000)
    assert lines_of(done)[0].recognised_because.endswith(", 청구한 3,000,000원까지")


def test_goods_given_back_count_whole(case: Case) -> None:
    back = a_proof(case.trade, kind="corrected_invoice", supply=Won(-500_000), vat=Won(-50_000), settlings=())
    whole = a_proof(case.trade)
    claim = claimed(case, [whole, back], claimed=4_450_000)
    recognise(case, claim, 45_000_000)
    with refused(why.ReturnCountsWhole):
        recognise(case, claim, 0, "없던 일로 함", place=1)
    recognise(case, claim, -500_000, place=1)
    assert submit(case, claim).recognised == Won(4_450_000)


@pytest.mark.parametrize(
    ("amount", "reason", "refusal"),
    [
        (45_000_001, "", why.MoreThanProved),
        (44_999_999, "", why.LessWithoutReason),
        (44_999_999, "  ", why.LessWithoutReason),
        (-1, "잘못", why.LessThanNothing),
        (0, "가" * 301, TooLong),
    ],
)
def test_what_may_not_be_recognised_is_refused(
    case: Case, amount: int, reason: str, refusal: type[Refusal]
) -> None:
    claim = claimed(case)
    with refused(refusal):
        recognise(case, claim, amount, reason)


def test_a_trade_before_the_citys_notice_is_not_recognised(case: Case) -> None:
    early = a_trade(case.world, case.contract, Won(3_000_000), delivered_on=date(2018, 2, 19))
    said = claim_draft(case.world, [early])
    said = replace(said, report=replace(said.report, delivered_on=date(2018, 2, 19)))
    claim = hand_in(case, said)
    assert flags(claim)["before_grant"].is_barring
    with refused(why.BarredTrade) as caught:
        recognise(case, claim, 3_000_000)
    assert "교부결정 통지(2018. 2. 20.)" in str(caught.value)
    recognise(case, claim, 0, "시의 통지 전 거래")
    with refused(why.NothingRecognised):
        submit(case, claim)


def test_every_proof_is_looked_at_first(case: Case) -> None:
    claim = claimed(case)
    with refused(why.NotAllLooked) as caught:
        submit(case, claim)
    assert "1장" in str(caught.value)
