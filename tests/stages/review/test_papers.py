"""문서 — 자격검토표, 선정 결과 통보, 재검토 요청에 대한 답: what each has to say, and its tables proved."""

import pytest

from majungmul.formats.html_paper import text_of
from majungmul.formats.paper import Paper
from majungmul.proof.papers import unproved
from majungmul.stages.review import actions
from majungmul.stages.review.models import Review
from majungmul.stages.review.papers import PAPERS, NotAnsweredYet, NotDecidedYet
from tests.database import refused
from tests.given import a_key
from tests.stages.review import givens
from tests.stages.world import World, a_world, at

pytestmark = pytest.mark.django_db
FAILED = "holds_general_meeting"

ITEMS = {
    "eligibility_sheet": [
        "자격검토표",
        "서울가상인쇄협동조합",
        "2018-신청-00001",
        "신청 금액: 5,000,000원",
        "올해 정기총회를 열었음(휴면조합이 아님)",
        "적합",
        "확인함",
        "당시 법 확인 필요",
        "금5,000,000원(금오백만원)",
        "50,000,000원 × 10% = 5,000,000원",
        "검토 의견: 적정함",
        "담당",
        "결재",
    ],
    "selection_notice": [
        "중소기업중앙회 서울지역본부장",
        "서울가상인쇄협동조합 이사장",
        "결과: 선정 제외",
        "이유: 자격이 없음",
        "올해 정기총회를 열었음(휴면조합이 아님): 정기총회를 열지 않음",
        "10일 안(2018. 5. 18.까지)",
        "재검토 요청",
        "서울지역본부 02-000-0001",
        "끝.",
    ],
    "reconsideration_answer": [
        "재검토 요청에 대한 답",
        "요청하신 이유: 총회를 열었음",
        "처음의 결정을 그대로 둡니다.",
        "이유: 의사록이 지난해 것임",
        "2018. 5. 14.",
    ],
}


def made(kind: str, world: World) -> Paper:
    """The paper of a kind, from rows of 2018."""
    function = PAPERS[kind][2]
    if kind == "eligibility_sheet":
        return function(givens.decided(world))
    if kind == "selection_notice":
        return function(givens.told(world, None, failed=FAILED))
    review = givens.asked_again(world)
    return function(
        actions.dismiss(review.pk, "의사록이 지난해 것임", by=world.approver, at=at(5, 14), key=a_key())
    )


@pytest.mark.parametrize("kind", ITEMS)
def test_a_paper_says_what_it_has_to(kind: str) -> None:
    assert set(ITEMS) == set(PAPERS)
    paper = made(kind, a_world())
    assert (paper.kind, unproved(paper), paper.is_made_up) == (kind, [], True)
    text = text_of(paper)
    missing = [item for item in [*ITEMS[kind], "가상 자료"] if item not in text]
    assert not missing, text
    assert "지방보조금법" not in text


def test_the_citys_sheet_has_the_four_checks_in_the_law_of_its_day() -> None:
    world = a_world()
    text = text_of(PAPERS["eligibility_sheet"][2](Review.objects.get(application=world.grant.application_id)))
    for item in (
        "금액을 셈하는 데 잘못이 없음",
        "지방재정법 제32조의2제6항",
        "금1,300,000,000원(금일십삼억원)",
    ):
        assert item in text
    notice = text_of(
        PAPERS["selection_notice"][2](Review.objects.get(application=world.grant.application_id))
    )
    assert "이의신청을 해 주십시오(지방재정법 제32조의10)" in notice


def test_what_is_not_decided_has_a_sheet_and_no_letter() -> None:
    review = givens.submitted(a_world())
    with refused(NotDecidedYet):
        PAPERS["selection_notice"][2](review)
    assert "결과: 선정" in text_of(PAPERS["eligibility_sheet"][2](review))


def test_what_is_not_answered_has_no_answer() -> None:
    asked = givens.asked_again(a_world()).reconsiderations.get()
    with refused(NotAnsweredYet):
        PAPERS["reconsideration_answer"][2](asked)
