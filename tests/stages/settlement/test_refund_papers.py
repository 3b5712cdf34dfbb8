"""The papers of what is asked back: every item that its article asks for, under the law of its day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from majungmul.books.trail.models import Recorded
from majungmul.formats.html_paper import text_of
from majungmul.proof.papers import unproved
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.models import Refund
from majungmul.stages.settlement.papers.refunding import PAPERS
from majungmul.stages.settlement.papers.sanctions import NotAnswered, NotExcluded
from majungmul.values.won import Won
from tests.given import a_key
from tests.stages.settlement.refund_givens import (
    AUGUST,
    TODAY,
    Given,
    city_ordered,
    given,
    ordered,
    revoked,
    today,
)
from tests.stages.world import at

pytestmark = pytest.mark.django_db

NOVEMBER = date(2026, 11, 23)


def of_today(on: Given) -> Refund:
    refund = ordered(on, TODAY, **today(wronged_on=date(2026, 10, 5)))
    return settlement.notify_city(refund.pk, NOVEMBER, by=on.world.officer, at=TODAY, key=a_key())


def withdrawn(on: Given) -> Refund:
    refund = ordered(on)
    settlement.receive_refund(
        refund.pk, date(2018, 8, 2), Won(300_000), by=on.world.officer, at=at(8, 2), key=a_key()
    )
    return settlement.withdraw_refund(
        refund.pk, "납품이 확인됨", by=on.world.approver, at=at(8, 3), key=a_key()
    )


def surcharged(on: Given) -> Recorded:
    return settlement.surcharge(
        of_today(on).pk, Won(2_000_000), "위원회 제7회", by=on.world.city_approver, at=TODAY, key=a_key()
    )


def excluded(on: Given) -> Refund:
    return settlement.exclude(
        of_today(on).pk,
        "restricted",
        (NOVEMBER, date(2028, 11, 23)),
        by=on.world.city_approver,
        at=TODAY,
        key=a_key(),
    )


def objected(on: Given) -> Recorded:
    return settlement.file_objection(
        ordered(on).pk, "세금계산서가 맞음", by=on.world.printer.officer, at=at(8, 9), key=a_key()
    )


def answered(on: Given, *, upheld: bool = True) -> Recorded:
    return settlement.answer_objection(
        objected(on).pk, "확인해 보니 맞음", upheld=upheld, by=on.world.approver, at=at(8, 14), key=a_key()
    )


def revocation_below(on: Given) -> Recorded:
    said = settlement.RevocationDraft(
        award=on.award.pk, grounds="agreement", facts="거짓 세금계산서를 냄", principal=Won(4_500_000)
    )
    row = settlement.submit_revocation(said, by=on.world.officer, at=AUGUST, key=a_key())
    return settlement.revoke(row.pk, by=on.world.approver, at=AUGUST, key=a_key())


@dataclass(frozen=True, slots=True)
class Case:
    kind: str
    row: Callable[[Given], Recorded]
    items: tuple[str, ...]
    never: tuple[str, ...] = ()


ONE_MILLION = "금1,000,000원(금일백만원)"
CASES = [
    Case(
        "refund_order",
        ordered,
        (
            "반환명령서",
            "2018-반환-00001",
            "2018. 8. 1.",
            "서울가상인쇄협동조합 이사장",
            "협약과 지원조건",
            ONE_MILLION,
            "협약이나 지원조건을 어김: 납품하지 않은 물건의 세금계산서",
            "이자: 이자 없음",
            "납부 기한: 2018. 8. 31.까지",
            "납부할 곳: 중앙회의 사업비 계좌",
            "2018. 8. 13.까지 이의신청서를 서면으로",
            "서울지역본부 02-000-0001",
        ),
        ("지방보조금법",),
    ),
    Case(
        "refund_order",
        of_today,
        (
            "지방보조금법 제34조제1항",
            "다른 용도에 씀: 납품하지 않은 물건의 세금계산서",
            "납부 기한: 2026. 12. 23.까지",
            "2026. 12. 14.까지 이의신청서를 서면으로",
            "지방보조금법 제36조의2제1항·제2항",
        ),
    ),
    Case(
        "refund_order",
        lambda on: city_ordered(on, revoked(on.world)),
        (
            "서울특별시장",
            "경제정책과-501",
            "지방재정법 제32조의8제2항·제3항",
            "금2,001,234원(금이백만일천이백삼십사원)",
            "원금",
            "1,234",
            "실제로 생긴 이자 — 통장 이자 내역",
            "지방세를 걷는 방법으로 받을 수 있습니다(지방재정법 제32조의8제4항)",
            "지방재정법 제32조의10",
        ),
        ("지방보조금법",),
    ),
    Case(
        "refund_told",
        of_today,
        (
            "반환명령 사실 통보서",
            "서울특별시장",
            "지방보조금법 제34조제2항, 시행령 제20조",
            "성명(단체 이름)",
            "서울가상인쇄협동조합",
            "반환 사유",
            ONE_MILLION,
            "2026. 12. 3.까지",
        ),
    ),
    Case("refund_told", ordered, ("당시 법에는 통보 의무가 없어 협약에 따라",), ("시행령 제20조",)),
    Case(
        "refund_withdrawal",
        withdrawn,
        (
            "반환명령 철회 통지",
            "금700,000원(금칠십만원)",
            "금300,000원(금삼십만원)",
            "납품이 확인됨",
            "2018. 8. 3.",
        ),
    ),
    Case(
        "revocation_notice",
        lambda on: revoked(on.world),
        (
            "교부결정 취소 통지서",
            "경제정책과-500",
            "지방재정법 제32조의8제1항",
            "다른 용도에 씀",
            "홍보비를 다른 사업에 씀",
            "금2,000,000원(금이백만원)",
            "전부를",
            "지방재정법 제32조의10",
        ),
        ("지방보조금법",),
    ),
    Case(
        "revocation_notice",
        lambda on: revoked(on.world, TODAY),
        ("지방보조금법 제12조제1항", "지방보조금법 제36조의2제1항·제2항"),
        ("지방재정법",),
    ),
    Case(
        "revocation_notice",
        revocation_below,
        ("지원결정 취소 통지", "협약과 지원조건", "금4,500,000원(금사백오십만원)"),
        ("지방재정법", "지방보조금법"),
    ),
    Case(
        "surcharge_notice",
        surcharged,
        (
            "제재부가금 부과 통지",
            "서울특별시장",
            "서울특별시 지방보조금 관리 조례 제25조",
            "금2,000,000원(금이백만원)",
            "위원회 제7회",
            "2026. 12. 23.까지(지방보조금법 시행령 제21조제5항)",
            "가산금",
        ),
    ),
    Case(
        "exclusion_notice",
        excluded,
        (
            "제외 통지",
            "지급 제한",
            "2026. 11. 23.부터 2028. 11. 22.까지",
            "지방보조금법 제32조제3항, 시행령 제19조제3항",
            "통보한 날부터 15일 안에 소명",
            "20일 안에 서면으로 이의를 신청할 수 있습니다(지방보조금법 제36조의2제1항·제2항)",
            "서울특별시 담당 부서",
        ),
    ),
    Case(
        "refund_objection",
        objected,
        ("이의신청서", "세금계산서가 맞음", "2018-반환-00001", "2018. 8. 9.", "(직인)", "귀하", ONE_MILLION),
    ),
    Case(
        "refund_objection_answer",
        answered,
        ("이의신청 결과 통지", "결정: 받아들임", "이유: 확인해 보니 맞음", "반환명령을 철회합니다"),
    ),
    Case(
        "refund_objection_answer",
        lambda on: answered(on, upheld=False),
        ("결정: 받아들이지 않음", "반환명령은 그대로입니다. 2018. 8. 31.까지"),
        ("철회합니다",),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.kind)
def test_a_paper_has_every_item(case: Case) -> None:
    row = case.row(given())
    title, model, make = PAPERS[case.kind]
    assert isinstance(row, model)
    paper = make(model.objects.get(pk=row.pk))
    assert paper.kind == case.kind
    assert title
    assert unproved(paper) == []
    text = text_of(paper)
    for item in ("가상 자료", *case.items):
        assert item in text, item
    for never in case.never:
        assert never not in text, never


def test_every_kind_is_tried() -> None:
    assert {case.kind for case in CASES} == set(PAPERS)


def test_what_was_not_decided_has_no_paper() -> None:
    on = given()
    with pytest.raises(NotExcluded):
        PAPERS["exclusion_notice"][2](ordered(on))
    with pytest.raises(NotAnswered):
        PAPERS["refund_objection_answer"][2](objected_again(on))


def objected_again(on: Given) -> Recorded:
    return settlement.file_objection(
        ordered(on).pk, "맞음", by=on.world.printer.officer, at=at(8, 9), key=a_key()
    )
