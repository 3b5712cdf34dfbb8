"""공고문, 정정공고문, 지정 통보: what each must say is found in its text; its tables are proved."""

from datetime import date
from typing import Any

import pytest

from majungmul.formats.html_paper import text_of
from majungmul.formats.paper import Paper
from majungmul.proof.papers import unproved
from majungmul.stages.call import actions
from majungmul.stages.call.models import Call
from majungmul.stages.call.papers import PAPERS, amendment_notice, call_notice, designation_notice
from majungmul.stages.call.refusals import OtherPaper
from majungmul.values.seal import Seal
from tests.given import a_key
from tests.stages.call.givens import designated, planned
from tests.stages.world import World, a_world, an_open_call, at

pytestmark = pytest.mark.django_db

MADE_UP = "가상 자료"


def a_call(world: World) -> Call:
    call = an_open_call(world, text="자세한 것은 누리집을 보십시오.", also_required=("minutes",))
    planned(world, call)
    return call


def amended(world: World) -> Paper:
    call = an_open_call(world)
    changes: dict[str, object] = {"closes_at": at(5, 10, 18), "also_required": ["minutes"]}
    given: dict[str, Any] = {"by": world.officer, "at": at(4, 20), "key": a_key()}
    return amendment_notice(actions.amend(call.pk, changes, "접수 기간 연장", **given))


ITEMS = {
    "call_notice": (
        "문서번호: 2018-공고-00001",
        "시행일: 2018. 4. 2.",
        "수신: 서울지역 중소기업협동조합",
        "근거: 중소기업협동조합법 제135조제2항, 지방재정법 제32조의2제4항(공모)에 준함",
        "사업: 협동조합 간 협업 지원",
        "지원율: 10% 지원(원 미만 절사)",
        "계산의 예: 50,000,000원 × 10% = 5,000,000원",
        "신청 가능 금액: 금290,000,000원(금이억구천만원)",
        "접수 기간: 2018. 4. 3. 09:00부터 2018. 4. 30. 18:00 전까지",
        "2018. 4. 6. 14:00, 중소기업중앙회 서울지역본부 회의실",
        "서식: 협동조합 간 협업 지원 신청서(사업계획서)",
        "반드시 내는 서류: 사업자등록증, 통장사본(조합 명의), 직인 찍은 신청서, 총회·이사회 의사록 발췌",
        "지원절차: 사업공고 및 설명회(서울본부) ⇨ 사업계획제출 및 대상선정(조합)",
        "결과를 통보받은 날부터 10일 안에 이유를 적어 재검토를 요청",
        "문의처: 서울지역본부 02-000-0001",
        "자세한 것은 누리집을 보십시오.",
        "붙임  협동조합 간 협업 지원 신청서(사업계획서) 1부.  끝.",
        "중소기업중앙회 서울지역본부장",
    ),
    "amendment_notice": (
        "정정공고(제1차)",
        "문서번호: 2018-공고-00001 정정 1",
        "정정 사유: 접수 기간 연장",
        "접수 마감 | 2018. 4. 30. 18:00 | 2018. 5. 10. 18:00",
        "더 내야 하는 서류 | 없음 | 총회·이사회 의사록 발췌(의결 대목만)",
        "이미 낸 신청은 그대로 유효합니다",
        "지방재정법",
    ),
    "designation_notice": (
        "수신: 중소기업중앙회 서울지역본부장",
        "근거: 지방재정법 제32조의2제4항제4호",
        "지원계획의 예산액: 금1,300,000,000원(금일십삼억원)",
        "공모하지 않는 사유: 신청해 예산에 반영된 사업으로 그 신청자가 아니면 목적을 이룰 수 없음",
        "기한: 2018. 4. 30.까지",
        "반드시 내는 서류: 통장사본, 청렴이행서약서, 사업계획서",
        "문의처: 경제정책과 02-000-0000",
        "서울특별시장",
    ),
}


@pytest.mark.parametrize("kind", PAPERS)
def test_a_paper_says_what_it_must(kind: str) -> None:
    world = a_world()
    made = {
        "call_notice": lambda: call_notice(a_call(world)),
        "amendment_notice": lambda: amended(world),
        "designation_notice": lambda: designation_notice(designated(world)),
    }[kind]()
    text = text_of(made)
    assert made.kind == kind
    assert [item for item in (*ITEMS[kind], MADE_UP) if item not in text] == []
    assert unproved(made) == []
    assert "지방보조금법" not in text  # not yet in 2018


def test_a_designation_bears_its_number_once_it_is_told() -> None:
    world = a_world()
    call = designated(world)
    assert "문서번호: __________" in text_of(designation_notice(call))
    paper = Seal("경제정책과-105", date(2018, 4, 2))
    actions.seal_designation(call.pk, paper, by=world.city_officer, at=at(4, 3), key=a_key())
    assert "문서번호: 경제정책과-105\n시행일: 2018. 4. 2." in text_of(designation_notice(call))


def test_a_call_has_no_designation_and_a_designation_no_call() -> None:
    world = a_world()
    with pytest.raises(OtherPaper):
        designation_notice(an_open_call(world))
    with pytest.raises(OtherPaper):
        call_notice(designated(world))
