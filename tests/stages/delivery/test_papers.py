"""The papers of 수행: what each has to say, its figures proved, its law that of the day of the act."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from majungmul.formats.html_paper import html_of, text_of
from majungmul.formats.paper import Approval, Paper
from majungmul.proof.papers import unproved
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.models import MidCheck, Order, ProgressReport
from majungmul.stages.delivery.papers import (
    PAPERS,
    contract_sheet,
    midway_check,
    order_sheet,
    progress_report,
)
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.given import a_key
from tests.stages.delivery.givens import (
    Work,
    a_hall,
    all_met,
    an_order_draft,
    approved,
    at_work,
    confirmed,
    drafted,
    entered,
    waiting,
)
from tests.stages.world_people import World, a_file, at
from tests.stages.world_year import a_world

pytestmark = pytest.mark.django_db

TODAY = at(3, 30, year=2026)
"""A day of today's law; what was granted in 2018 is reported late."""


def a_changed_contract() -> Paper:
    work = at_work()
    contract = confirmed(work)
    delivery.change_contract(
        contract.pk,
        {"supply": Won(40_000_000), "vat": Won(4_000_000), "deliver_by": date(2018, 10, 31)},
        "수량을 줄임",
        date(2018, 5, 25),
        a_file("변경계약서.pdf"),
        by=work.own.officer,
        at=at(5, 26),
        key=a_key(),
    )
    contract.refresh_from_db()
    return contract_sheet(contract)


def reported(world: World, when: datetime, given: Seal | None = None) -> ProgressReport:
    return delivery.report_progress(
        world.grant.pk,
        "q1",
        "설명회를 열고 공고함.\n조합 32곳이 옴.",
        "신청이 적음: 다시 알림",
        given,
        by=world.officer,
        at=when,
        key=a_key(),
    )


def a_report() -> Paper:
    world = a_world()
    approved(world)
    return progress_report(reported(world, at(3, 30), Seal("서울지역본부-30", date(2018, 3, 30))))


def a_report_of_today() -> Paper:
    given = Seal("서울지역본부-30", date(2026, 3, 30), "B-2026-1", date(2026, 3, 30))
    return progress_report(reported(a_world(), TODAY, given))


def checked(world: World, when: datetime, *, is_met: bool = True) -> MidCheck:
    first = delivery.Checked("evidenced", is_met=is_met, reason="이체확인증 12건을 봄")
    met = [item for item in all_met(world.grant) if item.label != "evidenced"]
    opinion = "2차 교부에 지장이 없음"
    return delivery.check_midway(
        world.grant.pk, [first, *met], opinion, by=world.city_officer, at=when, key=a_key()
    )


def a_check() -> Paper:
    return midway_check(checked(a_world(), at(6, 25)))


def a_check_of_today() -> Paper:
    return midway_check(checked(a_world(), TODAY, is_met=False))


THEN = at(3, 5)


def an_order(when: datetime = THEN) -> Order:
    world = a_world()
    draft = an_order_draft(world)
    order = delivery.draft_order(draft, {"견적서": a_file()}, by=world.officer, at=when, key=a_key())
    delivery.submit_order(order.pk, by=world.officer, at=when, key=a_key())
    return delivery.approve_order(order.pk, by=world.approver, at=when, key=a_key())


ITEMS: list[tuple[Callable[[], Paper], tuple[str, ...]]] = [
    (
        a_changed_contract,
        (
            "계약 확인서",
            "2018-계약-00001",
            "2018년 협동조합 간 협업 지원 공고",
            "신청조합: 서울가상인쇄협동조합",
            "파는 쪽: 경기가상지류협동조합",
            "사는 쪽: 서울가상인쇄협동조합",
            "계약일: 2018. 5. 18.",
            "수량·단가: 3,000부×15,000원",
            "부가세: 4,000,000원",
            "합계: 44,000,000원",
            "납품기한: 2018. 10. 31.",
            "대금 지급조건: 납품 후 30일 안 계좌이체",
            "처음 계약 | 2018. 5. 18. | 45,000,000 | 4,500,000 | 49,500,000",
            "변경 1차 | 2018. 5. 25. | 40,000,000 | 4,000,000 | 44,000,000",
            "1차(2018. 5. 25.): 수량을 줄임",
            "공급가액: 45,000,000원 → 40,000,000원",
            "납품기한: 2018. 9. 30. → 2018. 10. 31.",
            "2018. 5. 21. 10:00 담당자(",
            "가 확인하였습니다. 확인 방법: 양쪽 직인(스캔).",
            "2018. 12. 15.까지 결과보고와 지원금 청구",
            "문의: 서울지역본부 02-000-0001",
            "계약서 1부.",
        ),
    ),
    (
        a_report,
        (
            "2018년 1분기 수행상황 보고",
            "서울지역본부-30",
            "2018. 3. 30.",
            "중소기업중앙회 서울지역본부장",
            "서울특별시장",
            "지방재정법 제32조의5제1항~제4항",
            "교부결정: 경제정책과-120",
            "설명회 등 홍보비 | 10,000,000 | 5,000,000 | - | 5,000,000 | 0.0 | 1,100,000",
            "계 | 1,300,000,000 | 650,000,000 | - | 650,000,000 | 0.0 | 1,100,000",
            "조합 32곳이 옴.",
            "문제점과 대책: 신청이 적음: 다시 알림",
        ),
    ),
    (
        a_report_of_today,
        ("지방보조금법 제16조제1항", "B-2026-1 (2026. 3. 30.)"),
    ),
    (
        a_check,
        (
            "2018년 보조사업 중간점검표",
            "당시 법 확인 필요",
            "지방재정법 제32조의5제1항~제4항",
            "중소기업중앙회 서울지역본부장 귀하",
            "점검일: 2018. 6. 25.",
            "집행마다 지출결의서와 증빙(세금계산서, 이체확인증)이 있음",
            "적합 | 이체확인증 12건을 봄",
            "점검 결과: 적합",
            "점검 의견: 2차 교부에 지장이 없음",
            "2차 교부청구서를 내 주십시오.",
            "결과가 사실과 다르면 이유를 적어 알려 주십시오.",
        ),
    ),
    (
        a_check_of_today,
        (
            "지방보조금 관리기준 제9조제3항",
            "지방보조금법 제16조제1항",
            "지방보조금 관리기준 제11조",
            "점검 결과: 부적합(1개 항목)",
            "부적합한 항목을 바로잡고 알려 주십시오.",
        ),
    ),
    (
        lambda: order_sheet(an_order()),
        (
            "집행 품의서",
            "2018-품의-00001",
            "소요예산 항목: 설명회 등 홍보비",
            "보조비목: 장소 사용료",
            "내용: 사업설명회 장소 대관",
            "쓰는 날: 2018. 3. 23.",
            "금1,100,000원(금일백일십만원)",
            "10,000,000 | - | 10,000,000 | 1,100,000 | 8,900,000",
            "지출결의서에 증빙을 붙여",
            "견적서 1부.",
            "당시 법 확인 필요",
        ),
    ),
    (
        lambda: order_sheet(an_order(TODAY)),
        ("지방보조금 관리기준 제11조제1항", "(사후 품의)"),
    ),
]


@pytest.mark.parametrize(("make", "items"), ITEMS)
def test_each_paper_says_what_it_has_to(make: Callable[[], Paper], items: tuple[str, ...]) -> None:
    paper = make()
    text = text_of(paper)
    assert [item for item in items if item not in text] == [], text
    assert unproved(paper) == []
    assert "가상 자료" in text
    assert "가상 자료" in html_of(paper)


@pytest.mark.parametrize("make", [a_changed_contract, a_report, a_check, lambda: order_sheet(an_order())])
def test_an_act_of_2018_cites_no_law_of_later(make: Callable[[], Paper]) -> None:
    text = text_of(make())
    assert "지방보조금법" not in text
    assert "관리기준" not in text


@pytest.mark.parametrize("make", [a_report_of_today, a_check_of_today])
def test_an_act_of_today_cites_no_law_of_then(make: Callable[[], Paper]) -> None:
    assert "지방재정법" not in text_of(make())


def test_a_contract_says_how_it_stands_in_every_state() -> None:
    work = at_work()
    assert "아직 확인하지 않았습니다" in text_of(contract_sheet(entered(work)))
    linked = waiting(work, item="연필", vat=Won(0))
    assert "부가세: 0원(면세)" in text_of(contract_sheet(linked))
    done = delivery.confirm_by_code(
        linked.pk, linked.link_code, by=work.world.system, at=at(5, 22), key=a_key()
    )
    text = text_of(contract_sheet(done))
    assert "2018. 5. 22. 10:00 거래조합 ‘경기가상지류협동조합’이(가) 확인번호로 확인하였습니다." in text
    assert linked.link_code not in text
    gone = delivery.cancel_contract(done.pk, "공급이 어려움", by=work.own.officer, at=at(5, 23), key=a_key())
    assert "해제한 까닭: 공급이 어려움" in text_of(contract_sheet(gone))


def test_who_brokers_is_neither_side() -> None:
    work: Work = at_work()
    text = text_of(contract_sheet(confirmed(work, side="broker")))
    assert "파는 쪽: 서울가상인쇄협동조합(중개)" in text
    assert contract_sheet(confirmed(work, side="seller")).body


def test_an_order_has_places_to_sign_until_it_is_signed() -> None:
    world = a_world()
    hall = a_hall(world).pk
    first = approved(world, contractor=hall)
    draft = drafted(world, contractor=hall, amount=Won(2_000_000))
    paper = order_sheet(draft)
    assert paper.approvals[1] == Approval("결재", "")
    assert "10,000,000 | 1,100,000 | 8,900,000 | 2,000,000 | 6,900,000" in text_of(paper)
    names = [approval.name for approval in order_sheet(first).approvals]
    assert names == [world.officer.name, world.approver.name]


def test_nothing_received_has_no_rate() -> None:
    world = a_world()
    report = reported(world, at(3, 30))
    report.figures = [{"line": "가", "decided": 1, "received": 0, "spent": 0, "promised": 0, "left": 0}]
    paper = progress_report(report)
    assert "가 | 1 | - | - | - | - | -" in text_of(paper)
    assert unproved(paper) == []


def test_every_kind_has_its_title_and_its_row() -> None:
    assert {kind: (title, model.__name__) for kind, (title, model, _) in PAPERS.items()} == {
        "contract_sheet": ("계약 확인서", "Contract"),
        "progress_report": ("수행상황보고서", "ProgressReport"),
        "midway_check": ("중간점검표", "MidCheck"),
        "order_sheet": ("집행 품의서", "Order"),
    }
