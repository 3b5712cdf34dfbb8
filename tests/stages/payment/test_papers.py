"""The papers of payment: what each must say is found in its text; its tables are proved; 가상 is said."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from majungmul.books.trail.recorded import Recorded
from majungmul.formats.html_paper import html_of, text_of
from majungmul.proof.papers import unproved
from majungmul.stages.award.papers.parts import NotYet, OtherPaper
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.queries import midway_items
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment.models import BankList, Claim
from majungmul.stages.payment.papers import PAPERS
from majungmul.stages.payment.queries import grants_of, proofs_of
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.given import a_key
from tests.stages.delivery.givens import approved as approved_order
from tests.stages.payment.givens import Case, a_case, claimed, correcting, fresh, pay
from tests.stages.payment.test_own import evidence, with_account
from tests.stages.world import a_file, a_proof, at

pytestmark = pytest.mark.django_db

FOUND = {
    "result_report": (
        "결과보고서",
        "중소기업중앙회 서울지역본부",
        "지원결정번호",
        "2018-지원결정-00001",
        "경기가상지류협동조합",
        "실제 거래금액(공급가액)",
        "50,000,000",
        "44,500,000",
        "△5,500,000",
        "89.0",
        "차이 사유",
        "수량을 줄임",
        "2018. 6. 2. 사무국장",
        "참여 조합원 12개사, 단가 8% 절감",
        "사진",
        "작성자·작성일",
        "거래명세서 1부.",
        "(직인)",
        "가상",
    ),
    "claim_form": (
        "지원금 청구서",
        "청구금액",
        "금4,450,000원(금사백사십오만원)",
        "44,500,000원 × 10% = 4,450,000원(원 미만 절사)",
        "가상은행 •••-••••-••0001",
        "예금주 서울가상인쇄협동조합",
        "같은 증빙으로 다른 지원을 받지 않았음을 확인합니다.",
        "10% 지원(원 미만 절사)",
        "전자세금계산서",
        "수정세금계산서",
        "△500,000",
        "2018. 6. 30. 계좌이체 49,500,000원",
        "공급자",
        "공급받는자",
        "발급일",
        "3~4쪽",
        "세금계산서 1부.",
        "청구인 서울가상인쇄협동조합",
        "2018. 7. 3.",
    ),
    "grant_claim": (
        "2018년 보조금 교부청구서(1차)",
        "서울특별시장",
        "1차분",
        "교부결정액",
        "이번 청구액",
        "145,000,000",
        "협업사업 지원금",
        "지방재정법 제32조의2제6항",
        "당시 법 확인 필요",
        "받을 계좌",
        "교부결정 경제정책과-120",
    ),
    "spending_resolution": (
        "지출결의서",
        "금990,000원(금구십구만원)",
        "주식회사 가상회의장",
        "예산과목(통계목)",
        "307-",
        "장소 사용료",
        "사업설명회 장소 대관",
        "전자세금계산서 20180326-41000000-",
        "당시 법 확인 필요",
        "담당",
        "결재",
        "홍길동",
    ),
    "payment_notice": (
        "지원금 지급 통지",
        "서울가상인쇄협동조합 이사장",
        "금3,950,000원(금삼백구십오만원)",
        "지급일: 2018. 7. 12.",
        "•••-••••-••0001",
        "청구하신 4,450,000원보다 500,000원 적습니다.",
        "이유: 계약에 없는 품목",
        "39,500,000원 × 10% = 3,950,000원(원 미만 절사)",
        "5년 동안 보관",
        "다시 살펴 답해 드립니다",
        "문의: 서울지역본부 02-000-0001",
    ),
    "claim_correction_request": (
        "청구 보완요청서",
        "서울가상인쇄협동조합 이사장",
        "칸: 세금계산서",
        "내용: 흐려서 읽을 수 없음",
        "기한: 2018. 7. 11.까지",
        "다시 내 주십시오",
        "문의: 서울지역본부 02-000-0001",
    ),
    "bank_list_sheet": (
        "이체 목록",
        "2018-이체-00001",
        "가상은행",
        "000-",
        "-000001",
        "3,950,000",
        "예금주",
        "이체 중",
        "담당자와 은행만 보고",
    ),
    "grant_paid_notice": (
        "2018년 보조금 교부 통지(1차)",
        "서울특별시장",
        "중소기업중앙회 서울지역본부",
        "경제정책과-130",
        "2018. 2. 26.",
        "이번 교부액",
        "145,000,000",
        "지방재정법 제32조의2제6항",
    ),
}
"""What `practice.md` §5 asks of the report and the claim, 관리기준 of a 지출결의서, and sense of the rest."""


def listed_less(case: Case) -> Claim:
    """A claim with goods given back, of which the officer left out 5,000,000원, with the bank."""
    back = a_proof(case.trade, kind="corrected_invoice", supply=Won(-500_000), vat=Won(-50_000), settlings=())
    claim = claimed(case, [a_proof(case.trade, pages="3~4쪽"), back], claimed=4_450_000)
    whole, given_back = proofs_of(claim)
    said: dict[str, Any] = {"by": case.world.officer, "at": at(7, 5)}
    payment.recognise_proof(whole.pk, Won(40_000_000), "계약에 없는 품목", **said, key=a_key())
    payment.recognise_proof(given_back.pk, given_back.supply, **said, key=a_key())
    payment.submit(claim.pk, **said, key=a_key())
    payment.approve(claim.pk, by=case.world.approver, at=at(7, 9), key=a_key())
    payment.list_for_bank([claim.pk], by=case.world.officer, at=at(7, 11), key=a_key())
    return fresh(claim)


def resolved(case: Case) -> Claim:
    """The hall of the briefing, its 지출결의 approved."""
    world = case.world
    order = with_account(world, approved_order(world))
    said: dict[str, Any] = {"by": world.officer, "at": at(3, 28)}
    files = {"invoice": a_file()}
    claim = payment.claim_own(order.pk, (evidence(),), files, **said, key=a_key())
    payment.submit(claim.pk, **said, key=a_key())
    return payment.approve(claim.pk, by=world.approver, at=at(3, 29), key=a_key())


ROWS: dict[str, Callable[[Case], Recorded]] = {
    "result_report": listed_less,
    "claim_form": listed_less,
    "grant_claim": lambda case: grants_of(case.world.grant)[0],
    "spending_resolution": resolved,
    "payment_notice": lambda case: pay(case, listed_less(case)),
    "claim_correction_request": lambda case: correcting(case).corrections.get(),
    "bank_list_sheet": lambda case: listed_less(case) and BankList.objects.get(),
    "grant_paid_notice": lambda case: grants_of(case.world.grant)[0],
}


def test_every_kind_is_looked_at() -> None:
    assert set(PAPERS) == set(FOUND) == set(ROWS)


@pytest.mark.parametrize("kind", PAPERS)
def test_a_paper_says_what_it_must(kind: str) -> None:
    title, model, make = PAPERS[kind]
    row = ROWS[kind](a_case())
    assert isinstance(row, model)
    paper = make(row)
    text = text_of(paper)
    assert [each for each in FOUND[kind] if each not in text] == []
    assert title[:2] in paper.title.replace("지원금 ", "") or title in paper.title
    assert unproved(paper) == []
    assert paper.is_made_up
    assert "가상" in html_of(paper)
    assert "{" not in text


def test_a_claim_of_support_has_a_resolution_too() -> None:
    case = a_case()
    claim = listed_less(case)
    text = text_of(PAPERS["spending_resolution"][2](claim))
    assert "거래 1번 카탈로그 용지" in text
    assert "금3,950,000원(금삼백구십오만원)" in text


def test_a_paper_that_there_is_not_yet_is_refused() -> None:
    case = a_case()
    claim = claimed(case)
    for kind in ("payment_notice", "spending_resolution"):
        with pytest.raises(NotYet):
            PAPERS[kind][2](claim)
    for kind in ("grant_claim", "grant_paid_notice"):
        with pytest.raises(OtherPaper):
            PAPERS[kind][2](claim)
    grant = grants_of(case.world.grant)[0]
    for kind in ("claim_form", "result_report", "payment_notice", "spending_resolution"):
        with pytest.raises(OtherPaper):
            PAPERS[kind][2](grant)
    assert grant.paid_on == date(2018, 2, 26)


def test_an_act_of_today_stands_under_the_law_of_today() -> None:
    world = a_case().world
    items = [delivery.Checked(each.code, is_met=True, reason="맞음") for each in midway_items(world.grant)]
    delivery.check_midway(
        world.grant.pk, items, "봄", by=world.city_officer, at=at(6, 25, year=2026), key=a_key()
    )
    said = payment.GrantClaim(amounts={world.line().pk: Won(1_000_000)})
    claim = payment.claim_grant(world.grant.pk, said, by=world.officer, at=at(7, 2, year=2026), key=a_key())
    payment.submit(claim.pk, by=world.city_officer, at=at(7, 3, year=2026), key=a_key())
    payment.approve(claim.pk, by=world.city_approver, at=at(7, 4, year=2026), key=a_key())
    paper = Seal("경제정책과-9", date(2026, 7, 6), "보탬e-12", date(2026, 7, 6))
    payment.disburse(claim.pk, paper, by=world.city_officer, at=at(7, 6, year=2026), key=a_key())
    text = text_of(PAPERS["grant_paid_notice"][2](fresh(claim)))
    for said_today in ("지방보조금 관리기준 제9조제3항", "보탬e-12 (2026. 7. 6.)", "2차분", "경제정책과-9"):
        assert said_today in text
    for of_then in ("지방재정법", "당시 법 확인 필요"):
        assert of_then not in text
