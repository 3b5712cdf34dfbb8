"""2018년 — the paper's own plan, with 2017 as it tells it, and a made-up execution of 협업 until March 2019."""

from majungmul.programmes.plan import plan as written_plan
from majungmul.stages.application import actions as application
from majungmul.stages.plan import actions as plan
from majungmul.stages.review import actions as review
from majungmul.story import applying, changing, claiming, trading
from majungmul.story.applying import Missing
from majungmul.story.calling import tell_call, tell_costs
from majungmul.story.cases_2018 import (
    CASES,
    FLORISTS,
    FURNITURE,
    GARAGES,
    GLOVES,
    GROCERS,
    JEWELLERS,
    LIGHTS,
    PAID,
    PLUMBERS,
    PRINTERS,
    SALT,
    SELECTED,
    STEEL,
    TRAVEL,
)
from majungmul.story.chores import tell_chores
from majungmul.story.going_wrong import tell_grant_objection
from majungmul.story.grant import Instalment, Papers, tell_check, tell_grant, tell_instalment, tell_reports
from majungmul.story.people import CITY, CITY_APPROVER, CITY_OFFICER
from majungmul.story.settling import tell_final, tell_settlement
from majungmul.story.telling import Script, Step
from majungmul.values.won import Won

YEAR = 2018
INTEREST = {"support": 214_300, "publicity": 9_820}
"""이자 — that the operator's separate account bore, by line, in won."""


def steps() -> list[Step]:
    """The whole year, and what came of it in the next."""
    script = Script(YEAR)
    papers = Papers(script.year, has_portal=False)
    _tell_plan(script, papers)
    tell_grant(script, papers)
    tell_instalment(script, papers, 1, 2, Instalment(support=80_000_000, publicity=6_000_000))
    tell_grant_objection(script, ((2, 27), (3, 6)))
    tell_call(script)
    tell_costs(script)
    _tell_applications(script)
    _tell_selection(script)
    _tell_work(script)
    _tell_claims(script)
    _tell_end(script, papers)
    tell_chores(script)
    tell_chores(script, later=1)
    return script.steps


def _tell_plan(script: Script, papers: Papers) -> None:
    """지원계획 결재 → 통보; what it says of 2017 told in the ledger."""
    made = written_plan(CITY, YEAR)
    row = script.pk("plan")
    script.add(script.on(1, 29), "plan", "지원계획 작성", plan.draft, CITY_OFFICER, made)
    script.add(script.on(1, 30), "plan.submitted", "지원계획 제출", plan.submit, CITY_OFFICER, row)
    script.add(
        script.on(1, 31), "plan.fixed", "지원계획 확정", plan.fix, CITY_APPROVER, row, papers.named(101)
    )
    script.add(
        script.on(2, 1), "plan.told", "지원계획 통보", plan.announce, CITY_OFFICER, row, papers.named(102)
    )
    script.add(script.on(2, 2), "results", "2017년 실적 옮기기", plan.tell_results, CITY_APPROVER, row)


def _tell_applications(script: Script) -> None:
    """Twelve apply: one on paper, one takes it back, one is too late by no time at all."""
    for case in CASES:
        applying.tell_application(script, case, script.on(*case.applied, 11))
    applying.tell_application(script, LIGHTS, script.on(3, 30, 18), is_refused=True)
    why = (script.pk("garages.application"), "거래 시기가 내년으로 미루어짐(가상)")
    what = f"{GARAGES.of.name} 신청 철회"
    script.add(script.on(3, 27), "garages.withdrawn", what, application.withdraw, GARAGES.of.login, *why)


def _tell_selection(script: Script) -> None:
    """자격검토: one is corrected on the way, two are left out, one of these is looked at again and selected."""
    said = (
        "trades.0.partners",
        "거래조합 이름을 사업자등록증대로 적어 주십시오.",
        "사업자등록증대로 고쳐 적음",
    )
    applying.tell_correction(script, GLOVES, ((3, 23), (3, 27)), said)
    for case in SELECTED:
        applying.tell_selection(script, case, (4, 9))
        applying.tell_award(script, case, (4, 23))
    tour = Missing("no_tour_or_event", "조합원 나들이를 위한 거래임")
    applying.tell_left_out(script, TRAVEL, (4, 9), tour)
    meeting = Missing("holds_general_meeting", "올해 정기총회의 의사록이 없음")
    applying.tell_left_out(script, PLUMBERS, (4, 9), meeting)
    days = ((4, 16), (4, 25))
    again = ("나들이가 아니라 교육 여행임", "행사 일정표로 보아 나들이임")
    applying.tell_asked_again(script, TRAVEL, days, again, review.dismiss)
    again = ("총회를 2월 20일에 열었고 의사록을 냄", "의사록으로 확인함")
    applying.tell_asked_again(script, PLUMBERS, days, again, review.uphold)
    applying.tell_selected_again(script, PLUMBERS, (4, 27), meeting)
    applying.tell_award(script, PLUMBERS, (5, 8))


def _tell_work(script: Script) -> None:
    """Contracts and trades; one award changed, one given up."""
    for case in PAID:
        trading.tell_contracts(script, case)
        trading.tell_deliveries(script, case)
    changing.tell_given_up(script, GROCERS, (7, 20), "산지의 냉해로 물량을 구하지 못함(가상)")
    why = "동관 시세가 올라 거래금액이 늘어남(가상)"
    changing.tell_change(script, PLUMBERS, (9, 10), (Won(6_300_000), why))
    changing.tell_contract_change(script, PLUMBERS, (9, 20), (Won(63_000_000), why))


def _tell_claims(script: Script) -> None:
    """Claims as they came: one corrected, one recognised for less, one sent back by the bank and paid once."""
    for case in PAID:
        claiming.tell_claim(script, case)
    changing.tell_claim_correction(
        script, PRINTERS, ((7, 18), (7, 23)), "6월 11일 거래명세서가 빠져 있습니다."
    )
    claiming.tell_approval(script, PRINTERS, (7, 26))
    claiming.tell_payment(script, (PRINTERS,), (7, 30))
    claiming.tell_approval(script, JEWELLERS, (8, 20))
    claiming.tell_payment(script, (JEWELLERS,), (8, 22))
    claiming.tell_approval(script, GLOVES, (9, 10))
    less = {3: (152_760_000, "납품서의 수량이 14장 적음(가상)")}
    claiming.tell_approval(script, FURNITURE, (9, 27), less)
    claiming.tell_payment(script, (GLOVES, FURNITURE), (10, 1), failed="gloves")
    changing.tell_new_account(script, GLOVES, (10, 8), "000-0107-000002")
    claiming.tell_payment(script, (GLOVES,), (10, 15))
    claiming.tell_approval(script, STEEL, (10, 30))
    claiming.tell_payment(script, (STEEL,), (11, 5))
    claiming.tell_approval(script, SALT, (11, 20))
    claiming.tell_approval(script, FLORISTS, (12, 4))
    claiming.tell_approval(script, PLUMBERS, (12, 11))
    claiming.tell_payment(script, (SALT, FLORISTS, PLUMBERS), (12, 17))


def _tell_end(script: Script, papers: Papers) -> None:
    """보고, 점검, 2차 교부; each award settled; then the whole."""
    tell_reports(
        script,
        papers,
        (
            "교부결정을 받고 사업공고와 설명회를 마침. 신청을 받는 중",
            "신청한 11곳 가운데 9곳을 지원하기로 하고 계약과 거래를 시작함",
            "3곳에 지원금을 지급함. 1곳은 포기하고 1곳은 금액을 늘림",
            "지원한 8곳에 모두 지급함. 조합마다 정산하는 중",
        ),
    )
    tell_check(script, papers, 9, 17)
    tell_instalment(script, papers, 2, 9, Instalment(support=60_000_000, publicity=0))
    for case in PAID:
        tell_settlement(script, case, (12, 27))
    tell_final(script, papers, INTEREST)
