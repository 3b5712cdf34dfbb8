"""신청서, 교부신청서, 접수증, 보완요청서, 반려 통지: what each must say is found; its tables are proved."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from majungmul.books.files.queries import uses_of
from majungmul.formats.html_paper import text_of
from majungmul.formats.paper import Paper
from majungmul.proof.papers import unproved
from majungmul.stages.application import actions, papers
from majungmul.stages.application.models import Application
from majungmul.stages.application.refusals import NotReturned
from majungmul.stages.call.models import Call
from majungmul.stages.call.refusals import OtherPaper
from majungmul.values.seal import Seal
from tests.given import a_key
from tests.stages.application.givens import asked, entered, handed_in, moment
from tests.stages.world import World, a_world, an_application, an_open_call, answers_of, at, trade_row

pytestmark = pytest.mark.django_db


def two_trades(world: World) -> Application:
    rows = [
        trade_row(item="카탈로그 용지", amount="439,240,956"),
        trade_row(item="제책", partners="가조합", others="14곳", amount="9", role="broker"),
    ]
    answers = answers_of(world.printer.body, *rows)
    return handed_in(an_open_call(world), world.printer, answers, at=moment(10, 9, 5, 7))


def the_grant() -> Application:
    return Application.objects.get(call=Call.objects.get(kind="designation"))


def returned(world: World) -> Application:
    applied = an_application(world, an_open_call(world), world.printer)
    given: dict[str, Any] = {"by": world.officer, "at": at(4, 12), "key": a_key()}
    return actions.return_to_sender(applied.pk, "다른 사업의 신청서임", **given)


MADE: dict[str, Callable[[World], Paper]] = {
    "application_form": lambda world: papers.application_form(two_trades(world)),
    "grant_application": lambda _: papers.grant_application(the_grant()),
    "receipt": lambda world: papers.receipt(two_trades(world)),
    "correction_request": lambda world: papers.correction_request(asked(world, two_trades(world))),
    "return_notice": lambda world: papers.return_notice(returned(world)),
}
ITEMS = {
    "application_form": (
        "협동조합 간 협업 지원 신청서(사업계획서)",
        "1. 신청조합",
        "신청조합 이름(사업자등록증대로): 서울가상인쇄협동조합",
        "주무관청: 서울특별시",
        "올해 정기총회 개최일: 2026. 2. 20.",
        "2. 거래계획",
        "1 | 사는 쪽 | 경기가상지류협동조합 | 카탈로그 용지 | 4~9월 | 439,240,956 | 과세 | 계좌이체 | 43,924,095",
        "2 | 중개 | 가조합 외 14곳 | 제책 | 4~9월 | 9 | 과세 | 계좌이체 | -",
        "계 |  |  |  |  | 439,240,965 |  |  | 43,924,095",
        "같은 거래로 받는 다른 지원: 없음",
        "기대효과: 구매단가 8% 절감",
        "지원 신청액: 10% 지원(원 미만 절사)",
        "사업자등록증 1부.",
        "직인 찍은 신청서 1부.",
        "2018. 4. 10.",
        "신청인 서울가상인쇄협동조합 이사장 홍길동 (직인)",
        "중소기업중앙회 서울지역본부장 귀하",
    ),
    "grant_application": (
        "지방보조금 교부신청서",
        "수신: 서울특별시장",
        "근거: 지방재정법 제32조의2제6항, 시행령 제29조제5항",
        "1. 신청자",
        "2. 지방보조사업의 목적과 내용",
        "3. 지방보조사업에 드는 경비와 교부받으려는 금액",
        "교부받으려는 지방보조금: 금1,300,000,000원(금일십삼억원)",
        "4. 자기가 부담하는 금액",
        "자부담: 금0원(금영원)",
        "5. 착수와 완료 예정일",
        "착수 예정일: 2018. 2. 1.",
        "6. 그 밖에 필요한 사항",
        "통장사본 1부.",
        "청렴이행서약서 1부.",
        "사업계획서 1부.  끝.",
        "중소기업중앙회 서울지역본부장",
    ),
    "receipt": (
        "접수번호: 2018-신청-00001",
        "접수일시: 2018. 4. 10. 09:05:07",
        "확인번호: ",
        "신청인: 서울가상인쇄협동조합",
        "접수 경로: 온라인",
        "예정 거래금액: 439,240,965원",
        "신청 금액: 43,924,095원",
        "연번 | 서류 | 파일 이름 | 받은 날 | 해시(sha256) 앞 12자",
        "1 | 사업자등록증 | 가상 서류.pdf | 2018. 4. 10. | ",
        "다음에 일어날 일: 담당자가 2018. 4. 24.까지 신청서를 확인하고 자격 검토를 시작합니다.",
        "문의처: 서울지역본부 02-000-0001",
    ),
    "correction_request": (
        "수신: 서울가상인쇄협동조합 이사장",
        "문서번호: 2018-신청-00001 보완 1",
        "시행일: 2018. 4. 12.",
        "보완할 칸: 거래계획 1번 예정 거래금액(공급가액)",
        "보완할 내용: 공급가액으로 적어 주십시오.",
        "보완 기한: 2018. 4. 19.까지",
        "문의처: 서울지역본부 02-000-0001",
        "담당 홍길동",
        "끝.",
    ),
    "return_notice": (
        "수신: 서울가상인쇄협동조합 이사장",
        "반려 사유: 다른 사업의 신청서임",
        "고쳐서 다시 신청하실 수 있습니다. 접수는 2018. 4. 30. 18:00 전까지입니다.",
        "문의처: 서울지역본부 02-000-0001",
    ),
}


@pytest.mark.parametrize("kind", papers.PAPERS)
def test_a_paper_says_what_it_must(kind: str) -> None:
    world = a_world()
    made = MADE[kind](world)
    text = text_of(made)
    assert made.kind == kind
    assert [item for item in (*ITEMS[kind], "가상 자료", "근거") if item not in text] == []
    assert unproved(made) == []
    assert "지방보조금법" not in text  # not yet in 2018


def test_a_receipt_names_each_file_by_the_beginning_of_its_hash() -> None:
    world = a_world()
    applied = two_trades(world)
    text = text_of(papers.receipt(applied))
    assert applied.check_code in text
    assert all(f"| {use.file.sha256[:12]}" in text for use in uses_of(applied))


def test_a_receipt_of_what_came_on_paper_says_who_took_it() -> None:
    world = a_world()
    text = text_of(papers.receipt(entered(world, an_open_call(world), world.printer)))
    assert f"접수 경로: 종이(받은 사람 {world.officer.name})" in text
    assert "접수일시: 2018. 4. 9. 10:00:00" in text


def test_a_grant_application_bears_its_number_once_it_is_entered() -> None:
    world = a_world()
    assert "문서번호: __________" in text_of(papers.grant_application(the_grant()))
    paper = Seal("중앙회-85호", date(2018, 2, 10))
    actions.seal(the_grant().pk, paper, by=world.officer, at=at(2, 12), key=a_key())
    assert "문서번호: 중앙회-85호" in text_of(papers.grant_application(the_grant()))


def test_each_paper_is_of_its_own_kind_of_row() -> None:
    world = a_world()
    applied = an_application(world, an_open_call(world), world.printer)
    with pytest.raises(NotReturned):
        papers.return_notice(applied)
    with pytest.raises(OtherPaper):
        papers.grant_application(applied)
    with pytest.raises(OtherPaper):
        papers.application_form(the_grant())
