"""1단계 — the city and the operator: from 지원계획 to 교부, with its reports and its check. The same in every year."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from majungmul.stages.application import actions as application
from majungmul.stages.award import actions as award
from majungmul.stages.award.queries import lines_of
from majungmul.stages.call import actions as call
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.queries import midway_items
from majungmul.stages.payment import actions as payment
from majungmul.stages.plan.queries import lines_of as plan_lines
from majungmul.stages.review import actions as review
from majungmul.story.people import CITY_APPROVER, CITY_OFFICER, OFFICER, OPERATOR, number_of
from majungmul.story.scans import scan
from majungmul.story.telling import Row, Rows, Script
from majungmul.values.actor import Actor
from majungmul.values.seal import Seal
from majungmul.values.won import ZERO, Won

PROGRAMME = "trade_collaboration"
SUPPORT, PUBLICITY = "support", "publicity"
DEPARTMENT, OFFICE = "가상경제과", "가상서울본부"
FIRST_YEAR, THOUSAND = 2018, 1_000


@dataclass(frozen=True, slots=True)
class Instalment:
    """교부 회차 — how much of each line, in won."""

    support: int
    publicity: int


class Papers:
    """시행 문서의 번호 — of papers of the city and the operator, and of 보탬e where the year has it."""

    def __init__(self, year: int, *, has_portal: bool) -> None:
        """Of a year; whether each step is entered in 보탬e, too."""
        self.year, self.has_portal = year, has_portal

    def seal(self, number: int, on: date, of: str = DEPARTMENT) -> Seal:
        """문서번호와 시행일 — of the city or of the operator; and the entry in 보탬e on the same day."""
        paper = self.named(number, of)
        return Seal(paper, on, f"가상-{on:%Y}-{number:06}", on) if self.has_portal else Seal(paper, on)

    def named(self, number: int, of: str = DEPARTMENT) -> str:
        """문서번호 — those of two years are never the same."""
        return f"{of}-{(self.year - FIRST_YEAR) * THOUSAND + number}"


def tell_grant(script: Script, papers: Papers) -> None:
    """지정 → 교부신청 → 심사 → 교부결정 in effect, of the lines of 협업."""
    _tell_designation(script, papers)
    _tell_application(script, papers)
    _tell_review(script)
    _tell_decision(script, papers)


def _tell_designation(script: Script, papers: Papers) -> None:
    """지정 — without an open call, and told to the operator the same day."""
    reason = (
        "중소기업 육성사업 지원계획에 수행기관으로 적혀 있고, 서울지역 협동조합을 모두 회원으로 둔 "
        "중앙회가 아니면 사업의 목적을 이룰 수 없음(가상)"
    )

    def designation(rows: Rows) -> call.Designation:
        return call.Designation(
            account=rows[script.name("plan")].account_id,
            body=rows[OPERATOR].pk,
            title=f"{script.year}년 협동조합 간 협업 지원(가상)",
            reason_code="sole_applicant",
            reason=reason,
            closes_at=script.at(3, 2, 18),
            contact=f"{DEPARTMENT} 02-000-0000",
            is_made_up=True,
        )

    name, what = "grant.call", "수행기관 지정"
    script.add(script.on(2, 6), name, what, call.designate, CITY_APPROVER, designation)
    told = (script.pk(name), papers.seal(110, script.day(2, 6)))
    at = script.on(2, 6, 15)
    script.add(at, f"{name}.told", f"{what} 통보", call.seal_designation, CITY_OFFICER, *told)


def _tell_application(script: Script, papers: Papers) -> None:
    """교부신청 — of the operator, with its letter."""
    year = f"{script.year}년"
    files = {
        "bankbook": scan("통장사본", "중소기업중앙회 서울지역본부"),
        "integrity_pledge": scan("청렴이행서약서", year),
        "project_plan": scan("사업계획서", f"{year} 협동조합 간 협업 지원"),
    }
    handed = (script.pk("grant.call"), _answers(script), files)
    name = "grant.application"
    script.add(script.on(2, 9), name, "교부신청", application.hand_in, OFFICER, *handed)
    letter = (script.pk(name), papers.seal(305, script.day(2, 9), OFFICE))
    script.add(script.on(2, 9, 11), f"{name}.letter", "교부신청 문서", application.seal, OFFICER, *letter)


def _tell_review(script: Script) -> None:
    """교부신청의 심사 — every item met, by two persons."""
    name, applied = "grant.review", script.pk("grant.application")
    script.add(script.on(2, 12), name, "교부신청 심사 시작", review.begin, CITY_OFFICER, applied)
    row, looked = script.pk(name), script.row(name)
    at = script.on(2, 12, 14)
    script.add(at, f"{name}.checked", "교부신청 심사", check_all, CITY_OFFICER, looked)
    said = (row, Won(300_000_000), "법령과 예산의 목적에 맞고 금액이 알맞음")
    script.add(script.on(2, 13), f"{name}.up", "심사 결재 올림", review.submit, CITY_OFFICER, *said)
    script.add(script.on(2, 13, 15), f"{name}.decided", "심사 결재", review.decide, CITY_APPROVER, row)


def _tell_decision(script: Script, papers: Papers) -> None:
    """교부결정 — decided within the city, in effect by its paper."""
    days = (date(script.year, 2, 1), date(script.year + 1, 1, 1))
    draft = (script.pk("grant.application"), _lines(script), days)
    script.add(script.on(2, 14), "grant", "교부결정 작성", award.draft, CITY_OFFICER, *draft)
    row = script.pk("grant")
    script.add(script.on(2, 14, 11), "grant.up", "교부결정 결재 올림", award.submit, CITY_OFFICER, row)
    script.add(script.on(2, 19), "grant.approved", "교부결정 결재", award.approve, CITY_APPROVER, row)
    sealed = (row, papers.seal(120, script.day(2, 20)))
    at = script.on(2, 20, 15)
    script.add(at, "grant.sealed", "교부결정 시행", award.take_effect, CITY_OFFICER, *sealed)


def tell_instalment(script: Script, papers: Papers, number: int, month: int, amounts: Instalment) -> None:
    """교부청구 on the 22nd of a month → 결재 → 교부 by the city's paper on the 26th."""
    name = f"grant.claim{number}"

    def claim(rows: Rows) -> payment.GrantClaim:
        lines = {line.code: line.pk for line in lines_of(rows[script.name("grant")])}
        return payment.GrantClaim(
            amounts={
                lines[SUPPORT]: Won(amounts.support),
                lines[PUBLICITY]: Won(amounts.publicity),
            }
        )

    asked = (script.pk("grant"), claim)
    script.add(script.on(month, 22), name, f"{number}차 교부청구", payment.claim_grant, OFFICER, *asked)
    row = script.pk(name)
    script.add(script.on(month, 23), f"{name}.submitted", "교부 결재 올림", payment.submit, CITY_OFFICER, row)
    script.add(script.on(month, 24), f"{name}.approved", "교부 결재", payment.approve, CITY_APPROVER, row)
    seal = papers.seal(130 + number, script.day(month, 26))
    what = f"{number}차 교부"
    script.add(script.on(month, 26, 15), f"{name}.paid", what, payment.disburse, CITY_OFFICER, row, seal)


def tell_reports(script: Script, papers: Papers, said: tuple[str, str, str, str]) -> None:
    """수행상황 보고 — each quarter, in words of its own."""
    days = ((3, 29), (6, 28), (9, 27), (12, 26))
    for quarter, (summary, when) in enumerate(zip(said, days, strict=True), start=1):
        seal = papers.seal(300 + quarter, script.day(*when), OFFICE)
        report = (script.pk("grant"), f"q{quarter}", summary, "", seal)
        name, what = f"grant.progress{quarter}", f"{quarter}분기 수행상황 보고"
        script.add(script.on(*when), name, what, delivery.report_progress, OFFICER, *report)


def tell_check(script: Script, papers: Papers, month: int, day: int) -> None:
    """중간점검 — planned two weeks before, and passed, before the second 교부."""
    granted = script.pk("grant")
    planned = (granted, script.day(month, day) + timedelta(days=7))
    script.add(
        script.on(month, 1),
        "grant.second",
        "2차 교부 계획",
        delivery.plan_second_disbursement,
        CITY_OFFICER,
        *planned,
    )

    def items(rows: Rows) -> list[delivery.Checked]:
        return [
            delivery.Checked(item.code, is_met=True, reason="통장과 증빙, 분기 보고를 대조함(가상)")
            for item in midway_items(rows[script.name("grant")])
        ]

    seal = papers.seal(125, script.day(month, day))
    check = (granted, items, "2차 교부에 지장 없음(가상)", seal)
    script.add(script.on(month, day), "grant.check", "중간점검", delivery.check_midway, CITY_OFFICER, *check)
    tell_fulfilled(script, "progress", script.on(month, day, 15))


def tell_fulfilled(script: Script, code: str, at: datetime) -> None:
    """교부조건 이행 확인 — of one condition of the city's decision."""
    seen, granted = partial(fulfil, code=code), script.row("grant")
    script.add(at, f"grant.{code}", "교부조건 이행 확인", seen, CITY_OFFICER, granted)


def fulfil(granted: Row, *, code: str, by: Actor, at: datetime, key: str) -> Row:
    """조건 이행 확인 — the condition of this code is met. Returns it; None where the year's law laid none."""
    condition = granted.conditions.filter(code=code).first()
    if condition is None:
        return None
    return award.fulfil_condition(condition.pk, at.date(), "제출 서류로 확인함(가상)", by=by, at=at, key=key)


def account_of(script: Script, rows: Rows, code: str) -> Row:
    """재원 — the key of the account of a line of the city's decision, which funds the operator's own."""
    return next(line.account_id for line in lines_of(rows[script.name("grant")]) if line.code == code)


def check_all(looked: Row, *, but: str = "", by: Actor, at: datetime, key: str) -> Row:
    """자격 검토 — every item of a review is met (`but` one that is left open). Returns the last item."""
    item = None
    for each in looked.items.exclude(code=but).order_by("order"):
        item = review.check(
            looked.pk, each.code, "met", "제출 서류로 확인함", by=by, at=at, key=f"{key}:{each.code}"
        )
    return item


def _answers(script: Script) -> dict[str, Any]:
    """교부신청서 — of 협업 alone."""
    year = script.year
    return {
        "applicant": {
            "name": "중소기업중앙회 서울지역본부",
            "business_number": number_of(OPERATOR),
            "representative": "이중앙(가상)",
            "address": "서울특별시 영등포구 가상로 100",
        },
        "project": {
            "title": f"{year}년 협동조합 간 협업 지원",
            "purpose": "협동조합 사이의 거래를 북돋아 조합의 기능을 살리고 중소기업의 판로를 넓힘",
            "contents": "사업공고와 설명회, 대상 선정, 조합 사이 계약과 거래, 결과보고와 지원금 지급",
        },
        "money": {"total_cost": "300,000,000", "requested": "300,000,000"},
        "own_share": {"amount": "0"},
        "schedule": {"starts_on": f"{year}-02-01", "ends_on": f"{year}-12-31"},
    }


def _lines(script: Script) -> Callable[[Rows], list[award.LineDraft]]:
    """교부결정 항목 — of the plan's lines of 협업, as the plan has them."""

    def lines(rows: Rows) -> list[award.LineDraft]:
        own = [line for line in plan_lines(rows[script.name("plan")]) if line.programme == PROGRAMME]
        amounts = {line.account: line.amount or ZERO for line in own}
        return [award.LineDraft(of=of, recommended=amount, amount=amount) for of, amount in amounts.items()]

    return lines
