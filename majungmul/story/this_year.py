"""올해 — the current year, open: today's law, a made-up plan, and whatever would have happened by today."""

from datetime import date, datetime
from typing import Any

from majungmul.books.parties.actions.facts import new_representative
from majungmul.programmes.plan import Plan
from majungmul.programmes.plan import plan as written_plan
from majungmul.stages.application import actions as application
from majungmul.stages.award import actions as award
from majungmul.stages.plan import actions as plan
from majungmul.stages.review import actions as review
from majungmul.story import applying, changing, claiming, going_wrong, trading
from majungmul.story.applying import Missing
from majungmul.story.calling import tell_call, tell_costs, tell_second_call
from majungmul.story.cases_now import (
    CASES,
    FLORISTS,
    FURNITURE,
    GARAGES,
    GLOVES,
    GROCERS,
    JEWELLERS,
    LIGHTS,
    PLUMBERS,
    PRINTERS,
    SALT,
    SELECTED,
    STEEL,
    TRAVEL,
    WORKING,
)
from majungmul.story.chores import tell_chores
from majungmul.story.grant import (
    Instalment,
    Papers,
    check_all,
    tell_check,
    tell_grant,
    tell_instalment,
    tell_reports,
)
from majungmul.story.people import CITY, CITY_OFFICER, OFFICER
from majungmul.story.settling import tell_settlement
from majungmul.story.telling import SYSTEM, ZONE, Script, Step
from majungmul.values.won import Won

MODEL = 2018
"""The year whose plan is copied: no other is here."""


def steps(year: int) -> list[Step]:
    """The whole year as it is meant to go; what is later than today is not told."""
    script = Script(year)
    papers = Papers(script.year, has_portal=True)
    _tell_plan(script, papers)
    tell_grant(script, papers)
    tell_instalment(script, papers, 1, 2, Instalment(support=80_000_000, publicity=6_000_000))
    tell_call(script)
    tell_second_call(script)
    tell_costs(script)
    _tell_applications(script)
    _tell_selection(script)
    _tell_second(script)
    _tell_work(script)
    _tell_claims(script)
    _tell_wrong(script)
    _tell_watch(script, papers)
    tell_chores(script)
    return script.steps


def plan_for(year: int) -> Plan:
    """올해의 지원계획(가상) — that of 2018 with its years moved on: what the city decided is in no paper here."""
    model = written_plan(CITY, MODEL)
    told = model.model_dump(exclude_defaults=True)
    told["year"], told["title"] = year, f"{year}년 중소기업 육성사업 지원계획(가상)"
    told["report"] = {
        "title": f"{year - 1}년 중소기업 육성사업 실적보고(가상)",
        "number": "가상-1호",
        "date": date(year, 1, 1),
    }
    for event in told["calendar"]:
        event["months"] = [_moved(month, year) for month in event["months"]]
    for contents in told["contents"]:
        contents["year"] += year - MODEL
    return Plan.model_validate(told)


def _moved(month: str, year: int) -> str:
    """`2018-02` → `2026-02`."""
    written, _, number = month.partition("-")
    return f"{int(written) + year - MODEL}-{number}"


def _tell_plan(script: Script, papers: Papers) -> None:
    """The plan is there on the first of January; the operator is told in February."""
    first = datetime(script.year, 1, 1, tzinfo=ZONE)
    script.add(first, "plan", "지원계획 확정", plan.adopt, SYSTEM, plan_for(script.year))
    told: tuple[Any, ...] = (script.pk("plan"), papers.named(102))
    script.add(script.on(2, 3), "plan.told", "지원계획 통보", plan.announce, CITY_OFFICER, *told)


def _tell_applications(script: Script) -> None:
    """Twelve apply: two on paper, of which one is sent back, one too late; one has a new head since February."""
    new = (lambda rows: rows["printers"].pk, PRINTERS.chair, "이사장", date(script.year, 2, 20))
    what = f"{PRINTERS.of.name} 이사장 변경"
    script.add(script.on(2, 23), "printers.chair", what, new_representative, OFFICER, *new)
    for case in CASES:
        applying.tell_application(script, case, script.on(*case.applied, 11))
    why = (script.pk("garages.application"), "신청서의 직인이 조합의 것이 아니고 대표자 확인이 없음(가상)")
    what = f"{GARAGES.of.name} 접수 반려"
    script.add(script.on(3, 27), "garages.returned", what, application.return_to_sender, OFFICER, *why)
    applying.tell_application(script, GLOVES, script.on(3, 30, 18), is_refused=True)


def _tell_selection(script: Script) -> None:
    """자격검토: one is corrected on the way, one is left out."""
    said = ("trades.0.item", "품목의 규격과 수량을 적어 주십시오.", "규격과 수량을 적음")
    applying.tell_correction(script, LIGHTS, ((3, 25), (3, 27)), said)
    for case in SELECTED:
        applying.tell_selection(script, case, (4, 8))
        applying.tell_award(script, case, (4, 22))
    applying.tell_left_out(script, TRAVEL, (4, 8), Missing("no_tour_or_event", "조합원 나들이를 위한 거래임"))


def _tell_second(script: Script) -> None:
    """2차 공고: one is selected and gives up before a decision, one comes late in the year and is sent back."""
    call, who = "call.second", GLOVES.of.name
    applying.tell_application(script, GLOVES, script.on(11, 9, 11), call=call)
    begun = (script.pk("gloves.application.second"),)
    script.add(script.on(11, 16), "gloves.review", f"{who} 자격검토 시작", review.begin, OFFICER, *begun)
    looked = script.row("gloves.review")
    script.add(script.on(11, 17), "gloves.review.checked", f"{who} 자격검토", check_all, OFFICER, looked)
    said = (Won(GLOVES.support), "요건을 모두 갖추고 남은 재원 안에 있음(가상)")
    applying.tell_handed_in(script, GLOVES, (11, 24), said)
    applying.tell_decided(script, GLOVES, (12, 2))
    why = (*begun, "겨울 물량을 구하지 못함(가상)")
    script.add(
        script.on(12, 4), "gloves.declined", f"{who} 선정 포기", award.decline_offer, GLOVES.of.login, *why
    )
    applying.tell_application(script, GARAGES, script.on(11, 23, 11), call=call)
    why = (script.pk("garages.application.second"), "올해 안에 거래를 마칠 수 없어 다시 냄(가상)")
    what = f"{GARAGES.of.name} 접수 반려"
    script.add(script.on(12, 10), "garages.returned.again", what, application.return_to_sender, OFFICER, *why)


def _tell_work(script: Script) -> None:
    """Contracts and trades; one award changed, one given up."""
    for case in WORKING:
        trading.tell_contracts(script, case)
        trading.tell_deliveries(script, case)
    changing.tell_given_up(script, GROCERS, (7, 21), "산지의 우박으로 물량을 구하지 못함(가상)")
    why = "동관 시세가 올라 거래금액이 늘어남(가상)"
    changing.tell_change(script, PLUMBERS, (9, 9), (Won(9_000_000), why))
    changing.tell_contract_change(script, PLUMBERS, (9, 21), (Won(90_000_000), why))


def _tell_claims(script: Script) -> None:
    """Claims month by month: paid, sent back by the bank, corrected, waiting to be looked at."""
    for case in WORKING:
        claiming.tell_claim(script, case)
    changing.tell_claim_correction(
        script, PRINTERS, ((6, 17), (6, 22)), "5월 26일 거래명세서가 빠져 있습니다."
    )
    claiming.tell_approval(script, PRINTERS, (6, 25))
    claiming.tell_payment(script, (PRINTERS,), (6, 29))
    less = {2: (158_840_000, "납품서의 수량이 20장 적음(가상)")}
    claiming.tell_approval(script, FURNITURE, (7, 22), less)
    claiming.tell_approval(script, JEWELLERS, (8, 26))
    claiming.tell_payment(script, (FURNITURE,), (7, 28))
    claiming.tell_payment(script, (JEWELLERS,), (9, 1), failed="jewellers")
    changing.tell_new_account(script, JEWELLERS, (9, 8), "000-0103-000002")
    claiming.tell_payment(script, (JEWELLERS,), (9, 16))
    claiming.tell_approval(script, STEEL, (9, 28))
    claiming.tell_payment(script, (STEEL,), (10, 12))
    claiming.tell_approval(script, SALT, (10, 28))
    claiming.tell_payment(script, (SALT,), (11, 3))
    claiming.tell_approval(script, FLORISTS, (11, 24))
    claiming.tell_approval(script, LIGHTS, (12, 1))
    claiming.tell_payment(script, (FLORISTS, LIGHTS), (12, 4))
    claiming.tell_approval(script, PLUMBERS, (12, 14))
    claiming.tell_payment(script, (PLUMBERS,), (12, 17))


def _tell_wrong(script: Script) -> None:
    """What comes out after payment: goods given back, an order withdrawn, one decision revoked in part."""
    going_wrong.tell_goods_returned(script, FURNITURE, ((10, 7), (10, 14), (11, 2)), 380_000)
    going_wrong.tell_withdrawn(script, SALT, ((11, 5), (11, 9)), 260_000)
    going_wrong.tell_revoked(script, PRINTERS, ((11, 10), (11, 18)), 360_000)


def _tell_watch(script: Script, papers: Papers) -> None:
    """보고, 점검, 2차 교부, and the awards settled in the last days; the year itself stays open."""
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
    tell_check(script, papers, 9, 15)
    tell_instalment(script, papers, 2, 9, Instalment(support=60_000_000, publicity=0))
    for case in WORKING:
        tell_settlement(script, case, (12, 28))
