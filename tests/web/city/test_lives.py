"""Lives of the city through its pages: a plan, a designation, a decision, an instalment, a settlement."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from majungmul.books.parties.queries.positions import jurisdiction_named
from majungmul.books.parties.queries.seats import person_with_login, seats_of
from majungmul.stages.application import actions as application
from majungmul.stages.award import actions as award
from majungmul.stages.award.queries import awards_by, lines_of
from majungmul.stages.payment import actions as payment
from majungmul.stages.plan import actions as plan
from majungmul.stages.review import actions as review
from majungmul.stages.review.queries import review_of
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.queries import revocations_of, settlement_of
from majungmul.story.people import OPERATOR, number_of
from majungmul.story.scans import scan
from majungmul.story.this_year import plan_for
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.web.conftest import NOW

if TYPE_CHECKING:
    from majungmul.stages.award.models import Award
    from tests.web.window import Browser, Page, Window

JANUARY = datetime(2027, 1, 11, 10, 0, tzinfo=NOW.tzinfo)
SEAL = {"it__number": "가상경제과-9001", "it__on": "2026. 11. 25."}

NEXT = {"it__on": "2027. 1. 11."}


@dataclass
class Others:
    """What others do meanwhile, by the actions of their own pages."""

    at: datetime = NOW
    count: int = 0

    def how(self, person: str) -> dict[str, Any]:
        jurisdiction = jurisdiction_named("seoul")
        assert jurisdiction
        found = person_with_login(jurisdiction.pk, person.replace(".", "-"))
        assert found
        self.count += 1
        return {"by": seats_of(found.pk, self.at.date())[0].actor, "at": self.at, "key": f"test:{self.count}"}


def _grant(others: Others) -> "Award":
    by = others.how("city.officer")["by"]
    (found,) = awards_by(by.office, by.jurisdiction, 2026)
    return found


def _instalment(others: Others) -> "UUID":
    row = _grant(others)
    line = next(each for each in lines_of(row) if each.code == "support")
    said = payment.GrantClaim(amounts={line.pk: Won(10_000_000)})
    claim = payment.claim_grant(row.pk, said, **others.how("operator.officer"))
    return claim.pk


def test_an_instalment_is_handed_in_sealed_and_paid(window: "Window") -> None:
    others, officer = Others(), window.of("city.officer")
    claim = _instalment(others)
    page = officer.get(f"/city/awards/{_grant(others).pk}/")
    assert page.has("10,000,000")
    page = page.follow("교부 결재 올림").send("결재 올림")
    assert page.has("교부를 결재에 올렸습니다")
    payment.approve(claim, **others.how("city.approver"))
    waiting = officer.get("/city/seals/")
    assert waiting.h1 == "시행을 기다리는 문서가 1건 있습니다"
    form = waiting.follow("시행 적기")
    wrong = form.send("교부한 것 적기", it__number="가상경제과-9001", it__on="내일")
    assert wrong.status == 422
    assert "가상경제과-9001" in wrong.html
    later = form.send("교부한 것 적기", it__number="가상경제과-9001", it__on="2026. 12. 25.")
    assert later.status == 422
    page = form.send("교부한 것 적기", None, **SEAL)
    assert page.has("교부했습니다")
    assert page.has("156,000,000")
    assert officer.get("/city/seals/").h1 == "시행을 기다리는 문서가 없습니다"


def test_a_plan_is_drafted_handed_in_fixed_and_announced(window: "Window") -> None:
    others = Others()
    plan.draft(plan_for(2027), **others.how("city.officer"))
    page = window.of("city.officer").get("/city/plan/?year=2027")
    assert page.follow("지원계획 제출").send("결재 올림").has("결재에 올렸습니다")
    approver = window.of("city.approver")
    form = approver.get("/city/plan/?year=2027").follow("지원계획 확정")
    assert form.send("확정", it__approval="").status == 422
    assert form.send("확정", it__approval="가상경제과-7001").has("지원계획을 확정했습니다")
    page = window.of("city.officer").get("/city/plan/?year=2027")
    address = next(at for at, _ in page.links() if at.endswith("/announce/"))
    page = page.browser.get(address).send("통보 적기", it__notice="가상경제과-7002")
    assert page.has("통보한 것으로 적었습니다")
    change = page.follow("전용·추경")
    nothing = change.send("바꾸기", it__amount="1,000", it__reason="까닭", it__paper="가상-1")
    assert nothing.status == 422
    assert nothing.has("항목 가운데 적어도 하나")


def test_a_plan_is_written_from_the_file_that_was_exported(window: "Window") -> None:
    officer = window.of("city.officer")
    plan_page = officer.get("/city/plan/?year=2026")
    address = next(at for at, words in plan_page.links() if "내보내기" in words)
    text = officer.client.get(address).content.decode()
    form = plan_page.follow("파일로 작성")
    assert form.send("작성").has("지원계획 파일을 골라 주십시오")
    for odd in ("year = [", "year = 2027", "\x00", "title = 'x'\nyear = 'y'"):
        wrong = form.send("작성", {"papers.plan": SimpleUploadedFile("plan.toml", odd.encode())})
        assert wrong.status == 422, odd
    again = form.send("작성", {"papers.plan": SimpleUploadedFile("plan.toml", text.encode())})
    assert again.status == 422  # that plan is announced already
    later = re.sub(r"^year( *)= 2026$", r"year\1= 2027", text, count=1, flags=re.MULTILINE)
    made = form.send("작성", {"papers.plan": SimpleUploadedFile("plan.toml", later.encode())})
    assert made.has("2027년 지원계획을 작성했습니다")


def test_a_designation_becomes_a_decision_in_effect(
    window: "Window", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("majungmul.web.asked.now", lambda: JANUARY)
    others, officer, approver = Others(JANUARY), window.of("city.officer"), window.of("city.approver")
    made = plan.draft(plan_for(2027), **others.how("city.officer"))
    plan.submit(made.pk, **others.how("city.officer"))
    plan.fix(made.pk, "가상경제과-7001", **others.how("city.approver"))
    page = _designated(approver)
    assert page.has("지정했습니다"), page.text
    seal = officer.get("/city/seals/").follow("시행 적기").send("시행 적기", None, **(SEAL | NEXT))
    assert seal.has("지정 통보를 시행한 것으로 적었습니다")
    applied = _applied(others, seal.address)
    page = officer.get(seal.address).follow("심사 시작").send("심사 시작")
    page = _checked(page.follow("검토표 적기"))
    page = page.follow("선정으로 결재 올림").send("결재 올림", it__opinion="금액이 알맞음")
    assert page.has("결재를 올렸습니다")
    looked = review_of(applied)
    assert looked
    review.decide(looked.pk, **others.how("city.approver"))
    draft = officer.get(seal.address).follow("교부결정 작성")
    name = next(each for each in draft.form("교부결정 작성").fields if each.startswith("it.line_"))
    few = draft.send(
        "교부결정 작성", None, **{name: "1,000", "it.since": "2027. 2. 1.", "it.last": "2027. 12. 31."}
    )
    assert few.status == 422
    _decided(window, others, draft, seal.address)


def _designated(approver: "Browser") -> "Page":
    form = approver.get("/city/awards/").follow("수행기관 지정")
    wrong = form.send("지정", it__title="2027년 지원")
    assert wrong.status == 422
    assert "2027년 지원" in wrong.html
    offered = {
        "it.account": _option(form.html, "2027년 지원계획"),
        "it.body": _option(form.html, "중소기업중앙회"),
        "it.reason_code": "sole_applicant",
        "it.title": "2027년 협동조합 간 협업 지원(가상)",
        "it.reason": "법에 따라 설립된 하나뿐인 단체(가상)",
        "it.closes_on": "2027. 2. 10.",
        "it.closes_hour": "18:00",
        "it.contact": "경제정책과 02-000-0000",
    }
    return form.send("지정", None, **offered)


def _option(html: str, words: str) -> str:
    before = html.split(words, maxsplit=1)[0]
    return before.rsplit('value="', 1)[1].split('"')[0]


def _applied(others: Others, address: str) -> Any:
    files = {
        "bankbook": scan("통장사본", "가상")({}),
        "integrity_pledge": scan("청렴이행서약서", "가상")({}),
        "project_plan": scan("사업계획서", "가상")({}),
    }
    answers = {
        "applicant": {
            "name": "중소기업중앙회 서울지역본부",
            "business_number": number_of(OPERATOR),
            "representative": "이중앙(가상)",
            "address": "서울특별시 영등포구 가상로 100",
        },
        "project": {
            "title": "2027년 협업 지원",
            "purpose": "거래를 북돋음",
            "contents": "공고와 지원금 지급",
        },
        "money": {"total_cost": "300,000,000", "requested": "300,000,000"},
        "own_share": {"amount": "0"},
        "schedule": {"starts_on": "2027-02-01", "ends_on": "2027-12-31"},
    }
    call = UUID(address.rstrip("/").rsplit("/", 1)[1])
    return application.hand_in(call, answers, files, **others.how("operator.officer"))


def _checked(sheet: "Page") -> "Page":
    names = [name for name in sheet.form("저장").fields if name.endswith("_reason")]
    answers = {name.replace("_reason", "_answer"): "met" for name in names}
    return sheet.send("저장", None, **answers)


def _decided(window: "Window", others: Others, draft: "Page", address: str) -> None:
    lines = [name for name in draft.form("교부결정 작성").fields if name.startswith("it.line_")]
    spot = dict.fromkeys(lines, "")
    labels = draft.html
    support = next(line for line in lines if "협업사업 지원금" in labels.split(f'for="{line}"')[1][:80])
    publicity = next(line for line in lines if "홍보비" in labels.split(f'for="{line}"')[1][:80])
    typed = spot | {support: "290,000,000", publicity: "10,000,000", "it.since": "2027. 2. 1."}
    page = draft.send("교부결정 작성", None, **typed, **{"it.last": "2027. 12. 31."})
    assert page.has("교부결정을 작성했습니다")
    page = window.of("city.officer").get(address).follow("교부결정 보기")
    page = page.follow("결재 올림").send("결재 올림")
    row = UUID(page.address.rstrip("/").rsplit("/", 1)[1])
    award.approve(row, **others.how("city.approver"))
    page = (
        window.of("city.officer")
        .get("/city/seals/")
        .follow("시행 적기")
        .send("시행 적기", None, **(SEAL | NEXT))
    )
    assert page.has("교부결정을 시행했습니다")
    assert page.has("300,000,000")


def test_a_report_is_examined_beside_the_ledger(window: "Window") -> None:
    others, officer = Others(), window.of("city.officer")
    row = _grant(others)
    interest = tuple(settlement.LineReport(line=each.pk, interest=Won(1_000)) for each in lines_of(row))
    papers = _report_papers(row)
    settlement.report(row.pk, "가상 성과", interest, papers, **others.how("operator.officer"))
    made = settlement_of(row)
    assert made
    page = officer.get("/city/settlements/").follow(made.number)
    assert page.has("보고한 것과 원장")
    form = page.follow("협업사업 지원금 심사")
    more = form.send("심사 저장", it__recognised="999,000,000,000")
    assert more.status == 422
    assert "999,000,000,000" in more.html
    page = form.send("심사 저장")
    assert page.has("심사한 금액을 적었습니다")
    page = page.follow("정산 보완요청").send("보완요청", it__what="이자를 확인해 주십시오.", it__days="7")
    assert page.has("정산 보완을 요청했습니다")
    assert page.has("이자를 확인해 주십시오.")


def _report_papers(row: "Award") -> settlement.ReportPapers:
    from majungmul.stages.settlement.queries.held import open_below  # noqa: PLC0415 - of this test alone

    below = [each for line in lines_of(row) if line.account for each in open_below(line.account)]
    return settlement.ReportPapers(
        files={
            "settlement_statement": scan("정산보고서", "가상")({}),
            "bank_statement": scan("통장 거래내역", "가상")({}),
        },
        unsettled={each.pk: "아직 사업을 하고 있음(가상)" for each in below},
    )


def test_a_decision_is_revoked_and_money_ordered_back(window: "Window") -> None:
    others, officer = Others(), window.of("city.officer")
    row = _grant(others)
    page = officer.get(f"/city/awards/{row.pk}/")
    form = page.follow("교부결정 취소 올림")
    said = {"it__facts": "다른 용도에 씀(가상)", "it__principal": "1,000,000", "it__is_whole": "no"}
    ground = _option(form.html, "용도")
    assert form.send("결재 올림", None, **said).status == 422
    page = form.send("결재 올림", None, **said, it__grounds=ground)
    assert page.has("교부결정 취소를 결재에 올렸습니다")
    revoked = revocations_of(row).get()
    seal = Seal("가상경제과-9100", NOW.date())
    settlement.revoke(revoked.pk, seal, **others.how("city.approver"))
    form = officer.get(f"/city/awards/{row.pk}/").follow("반환명령 올림")
    line = next(each for each in lines_of(row) if each.code == "support")
    typed = {
        "it__revocation": str(revoked.pk),
        "it__line": str(line.pk),
        "it__due_on": "2026. 12. 24.",
        "it__reason": "다른 용도에 쓴 돈(가상)",
        "it__interest_basis": "actual",
        "it__interest": "0",
        "it__interest_because": "통장 이자 내역(가상)",
    }
    assert form.send("결재 올림", None, **typed, it__principal="9,000,000").status == 422
    page = form.send("결재 올림", None, **typed, it__principal="1,000,000")
    assert page.has("반환명령을 결재에 올렸습니다")
    assert page.has("1,000,000")
