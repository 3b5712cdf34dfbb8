"""문서 — each names what its article asks for, in the law of its day; every table is proved; 가상 is said."""

from datetime import date

import pytest

from majungmul.formats.html_paper import text_of
from majungmul.formats.paper import Paper
from majungmul.proof.papers import unproved
from majungmul.stages.award import actions
from majungmul.stages.award.models import Award, AwardChange
from majungmul.stages.award.papers import PAPERS
from majungmul.stages.award.papers.parts import NotYet, OtherPaper
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.award.givens import a_draft, an_approved, approved_change, decided, request, revoked
from tests.stages.award.today import an_approved_of_today
from tests.stages.world import World, a_world, at

pytestmark = pytest.mark.django_db

ITEMS = {
    # 법 제10조, 시행령 제5조: 대상, 금액, 조건, 반환, 이의신청
    "grant_notice": [
        "서울특별시장",
        "중소기업중앙회 서울지역본부장",
        "경제정책과-120",
        "2018. 2. 20.",
        "지방재정법 제32조의2제6항, 시행령 제29조제5항",
        "중소기업협동조합법 제135조제2항",
        "금1,300,000,000원(금일십삼억원)",
        "금이억구천만원",
        "(단위 : 원)",
        "협업사업 지원금",
        "사업기간: 2018. 2. 1.부터 2018. 12. 31.까지",
        "교부조건",
        "2019. 2. 28.까지",
        "지방재정법 제32조의4제2항",
        "지방재정법 제32조의8제2항·제3항",
        "지방재정법 제32조의8제1항",
        "20일 안(2018. 3. 12.까지)",
        "지방재정법 제32조의10",
        "교부청구서",
        "경제정책과 02-000-0000",
        "담당",
        "결재",
        "끝.",
    ],
    "award_notice": [
        "중소기업중앙회 서울지역본부장",
        "서울가상인쇄협동조합 이사장",
        "2018-지원결정-00001",
        "2018. 5. 10.",
        "금4,000,000원(금사백만원)",
        "50,000,000원 × 10% = 5,000,000원",
        "추천한 금액과 다르게 정한 까닭: 가격 조사로 줄임",
        "△1,000,000",
        "2018. 12. 31.까지",
        "경기가상지류협동조합",
        "지원조건",
        "양쪽 직인",
        "발주서",
        "2018. 12. 17.까지",
        "10일 안(2018. 5. 21.까지)",
        "재검토 요청",
        "서울지역본부 02-000-0001",
    ],
    "change_notice": [
        "거래조합 변경 승인 통지",
        "바꾸기 전: 거래조합: 경기가상지류협동조합",
        "거래조합: 서울가상제책조합",
        "사정이 바뀜",
        "타당함",
        "지금의 결정액",
    ],
    "ending_notice": [
        "지원결정 취소 통지",
        "2018. 5. 15.",
        "계약하지 않아 취소함",
        "금5,000,000원(금오백만원)",
        "10일 안(2018. 5. 25.까지)",
    ],
    "objection": [
        "이의신청서",
        "서울특별시장 귀하",
        "경제정책과-120",
        "금액이 적음",
        "지방재정법 제32조의10",
        "(직인)",
        "2018. 3. 5.",
    ],
    "objection_answer": [
        "이의신청에 대한 답",
        "금액이 적음",
        "처음의 결정을 그대로 둡니다.",
        "예산이 정해져 있음",
        "2018. 3. 5.",
    ],
}


def made(kind: str, world: World) -> Paper:
    """The paper of a kind, from rows of 2018."""
    function = PAPERS[kind][2]
    match kind:
        case "grant_notice":
            return function(world.grant)
        case "award_notice":
            return function(decided(world, amount=Won(4_000_000), difference_reason="가격 조사로 줄임"))
        case "change_notice":
            change = request(world, decided(world), "partner", partner="서울가상제책조합")
            return function(approved_change(world, change))
        case "ending_notice":
            return function(revoked(world))
    filed = actions.file_objection(world.grant.pk, "금액이 적음", by=world.officer, at=at(3, 5), key=a_key())
    if kind == "objection_answer":
        answer = "예산이 정해져 있음"
        filed = actions.answer_objection(
            filed.pk, answer, upheld=False, by=world.city_approver, at=at(3, 9), key=a_key()
        )
    return function(filed)


@pytest.mark.parametrize("kind", ITEMS)
def test_a_paper_says_what_it_has_to(kind: str) -> None:
    assert set(ITEMS) == set(PAPERS)
    paper = made(kind, a_world())
    assert (paper.kind, unproved(paper), paper.is_made_up) == (kind, [], True)
    text = text_of(paper)
    missing = [item for item in [*ITEMS[kind], "가상 자료"] if item not in text]
    assert not missing, text
    assert "보탬e" not in text
    assert "지방보조금법" not in text


def test_of_today_the_grant_cites_the_law_of_today_and_names_botame() -> None:
    world = a_world()
    award, day = an_approved_of_today(world), date(2026, 3, 19)
    seal = Seal("경제정책과-140", day, "가상-2026-1", day)
    now = at(3, 20, year=2026)
    text = text_of(
        PAPERS["grant_notice"][2](
            actions.take_effect(award.pk, seal, by=world.city_officer, at=now, key=a_key())
        )
    )
    for item in (
        "지방보조금법 제8조제1항, 제10조",
        "지방보조금법 제36조의2제1항·제2항",
        "지방보조금법 제31조",
        "가상-2026-1 (2026. 3. 19.)",
        "20일 안(2026. 4. 8.까지)",
    ):
        assert item in text
    assert "지방재정법 제32조의10" not in text


def test_before_it_is_sealed_the_city_has_its_text_with_places() -> None:
    world = a_world()
    paper = PAPERS["grant_notice"][2](an_approved(world))
    assert (paper.number, paper.effective) == ("", None)
    assert "통지를 받은 날부터 20일 안에" in text_of(paper)


def test_a_change_that_is_not_approved_says_so_with_its_reason() -> None:
    world = a_world()
    change = request(world, decided(world), "partner", partner="서울가상제책조합")
    with refused(NotYet):
        PAPERS["change_notice"][2](change)
    actions.decline_change(change.pk, "취지에 맞지 않음", by=world.approver, at=at(5, 15), key=a_key())
    text = text_of(PAPERS["change_notice"][2](AwardChange.objects.get(pk=change.pk)))
    for item in ("거래조합 변경 불승인 통지", "결과: 불승인", "이유: 취지에 맞지 않음"):
        assert item in text


def test_the_citys_change_bears_its_paper_and_article() -> None:
    world = a_world()
    change = request(
        world, world.grant, "amount", line=world.line().pk, amount=Won(200_000_000), on=at(5, 14)
    )
    text = text_of(PAPERS["change_notice"][2](approved_change(world, change, at(5, 16))))
    for item in ("경제정책과-200", "지방재정법 제32조의4제2항", "금1,210,000,000원(금일십이억일천만원)"):
        assert item in text


def test_each_tier_has_its_own_paper() -> None:
    world = a_world()
    award = a_draft(world)
    for kind, row in (("grant_notice", award), ("award_notice", world.grant)):
        with refused(OtherPaper):
            PAPERS[kind][2](row)
    with refused(NotYet):
        PAPERS["ending_notice"][2](award)


def test_what_was_given_up_says_that_one_may_apply_again() -> None:
    world = a_world()
    award = decided(world)
    own = world.printer.officer
    actions.give_up(award.pk, "거래가 취소됨", by=own, at=at(5, 12), key=a_key())
    text = text_of(PAPERS["ending_notice"][2](Award.objects.get(pk=award.pk)))
    assert "지원결정 포기 통지" in text
    assert "다시 신청하실 수 있습니다" in text
