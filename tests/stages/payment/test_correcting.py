"""The papers of a claim, and its correction: fewer lines, other proofs; what was said before is kept."""

from typing import Any

import pytest

from majungmul.books.files.refusals import FileGone
from majungmul.books.files.store import Received, path_of
from majungmul.books.parties.written import Empty, ResidentNumber, TooLong
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment import refusals as why
from majungmul.stages.payment.models import Proof
from majungmul.stages.payment.queries import lines_of, papers_of, proofs_of, required_slots
from majungmul.stages.payment.states import State
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.payment.givens import (
    Case,
    a_case,
    claimed,
    correcting,
    draft,
    hand_in,
    new_account,
    submitted,
)
from tests.stages.world import a_file, a_proof, a_trade, at, claim_draft
from tests.stages.world_trades import claim_papers

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    return a_case()


# ── 붙임 ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_forms_say_which_papers_are_needed(case: Case) -> None:
    assert required_slots(case.award) == (
        "invoice",
        "statement",
        "transfer_receipt",
        "sealed_claim",
        "photos",
        "sealed_report",
    )
    with refused(why.PapersMissing) as caught:
        hand_in(case, draft(case), {"invoice": a_file()})
    assert "거래명세서, 입금증(이체확인증), 청구서(직인), 사진, 직인 찍은 결과보고서" in str(caught.value)
    with refused(why.NoSuchSlot):
        hand_in(case, draft(case), {**claim_papers(case.award), "invoices": a_file()})


def test_one_bundle_serves_every_slot_with_page_numbers(case: Case) -> None:
    bundle = a_file("묶음.pdf")
    proof = a_proof(case.trade, pages="3~4쪽")
    claim = hand_in(case, draft(case, [proof]), dict.fromkeys(required_slots(case.award), bundle))
    assert {use.file.sha256 for uses in papers_of(claim).values() for use in uses} == {bundle.sha256}
    assert proofs_of(claim)[0].pages == "3~4쪽"


def test_several_photos_go_into_one_slot(case: Case) -> None:
    files = {**claim_papers(case.award), "photos": [a_file("납품.pdf"), a_file("검수.pdf")]}
    claim = hand_in(case, draft(case), files)
    assert [use.name for use in papers_of(claim)["photos"]] == ["납품.pdf", "검수.pdf"]


def test_a_file_that_was_swept_is_refused(case: Case) -> None:
    swept = a_file()
    path_of(swept.sha256).unlink()
    with refused(FileGone):
        hand_in(case, draft(case), {**claim_papers(case.award), "photos": swept})
    assert isinstance(swept, Received)


def test_a_changed_account_needs_its_bankbook(case: Case) -> None:
    changed = new_account(case)
    with refused(why.PapersMissing) as caught:
        claimed(case, bank_account=changed.pk)
    assert "통장사본" in str(caught.value)
    said = draft(case, bank_account=changed.pk)
    claim = hand_in(case, said, {**claim_papers(case.award), "bankbook": a_file()})
    assert claim.bank_account == changed


def test_an_account_of_another_is_refused(case: Case) -> None:
    with refused(why.NotTheirAccount):
        claimed(case, bank_account=case.world.paper.account.pk)


# ── 보완과 취하 ───────────────────────────────────────────────────────────────────────────────────────────


def correct(case: Case, claim: Any, said: payment.ClaimDraft, **how: Any) -> Any:
    how = {"by": case.world.printer.officer, "at": at(7, 6), "key": a_key(), **how}
    return payment.correct(claim.pk, said, how.pop("files", {}), how.pop("answer", "다시 올림"), **how)


def test_a_corrected_claim_may_have_fewer_lines(case: Case) -> None:
    second = a_trade(case.world, case.contract, Won(4_000_000))
    claim = hand_in(case, claim_draft(case.world, [case.trade, second]))
    payment.ask_correction(
        claim.pk, "거래", "2번은 반품됨", 7, by=case.world.officer, at=at(7, 4), key=a_key()
    )
    claim = correct(case, claim, draft(case))
    assert (claim.claimed, claim.calculated, claim.version) == (Won(4_500_000), Won(4_500_000), 2)
    assert [line.trade for line in lines_of(claim)] == [case.trade]
    assert submitted(case, claim).recognised == Won(4_500_000)
    again = claim_draft(case.world, [second])
    assert hand_in(case, again).claimed == Won(400_000)


def test_a_correction_keeps_what_was_said_before(case: Case) -> None:
    claim = correcting(case)
    before = proofs_of(claim)[0].approval_number
    proof = a_proof(case.trade, approval_number=before, pages="1쪽")
    claim = correct(case, claim, draft(case, [proof]), files={"photos": a_file("새 사진.pdf")})
    assert claim.state == State.RECEIVED
    assert Proof.objects.filter(claim=claim, approval_number=before).count() == 2
    assert len(papers_of(claim)["photos"]) == 2
    (asked,) = claim.corrections.all()
    assert (asked.answer, asked.answered_at) == ("다시 올림", at(7, 6))


def test_a_proof_that_was_taken_out_is_not_recognised(case: Case) -> None:
    claim = correcting(case)
    old = proofs_of(claim)[0]
    correct(case, claim, draft(case))
    with refused(why.ProofTakenOut):
        payment.recognise_proof(old.pk, old.supply, by=case.world.officer, at=at(7, 7), key=a_key())


@pytest.mark.parametrize(("answer", "reason"), [("", Empty), ("가" * 301, TooLong)])
def test_a_correction_without_an_answer_is_refused(case: Case, answer: str, reason: type[Refusal]) -> None:
    claim = correcting(case)
    with refused(reason):
        correct(case, claim, draft(case), answer=answer)


@pytest.mark.parametrize(
    ("field", "what", "days", "reason"),
    [
        ("", "흐림", 7, Empty),
        ("세금계산서", "가" * 301, 7, TooLong),
        ("세금계산서", "900101-1234567", 7, ResidentNumber),
        ("세금계산서", "흐림", 0, why.NoDaysToCorrect),
        ("세금계산서", "흐림", -1, why.NoDaysToCorrect),
        ("세금계산서", "흐림", 10_000_000, why.NoDaysToCorrect),
    ],
)
def test_a_request_that_is_not_whole_is_refused(
    case: Case, field: str, what: str, days: int, reason: type[Refusal]
) -> None:
    claim = claimed(case)
    with refused(reason):
        payment.ask_correction(claim.pk, field, what, days, by=case.world.officer, at=at(7, 4), key=a_key())


def test_the_same_request_is_done_once(case: Case) -> None:
    said, files, key = draft(case), claim_papers(case.award), a_key()
    first = hand_in(case, said, files, key=key)
    again = hand_in(case, said, files, key=key, at=at(7, 3, 11))
    assert first == again
