"""결정이 여는 할 일 — what a decision brings, by when and under what; and what ends with it."""

from datetime import date

from majungmul.books.duties.actions import close_all, open_one
from majungmul.books.parties.models import Organisation, Position
from majungmul.programmes.conditions import article_on
from majungmul.programmes.legislation import law_on
from majungmul.programmes.specification import specification
from majungmul.stages.award.actions.conditions import DUTY as CONDITION
from majungmul.stages.award.actions.conditions import owe_conditions
from majungmul.stages.award.models import Award, AwardChange
from majungmul.stages.award.queries import changes_of, conditions_of, is_of_city, lines_of, title
from majungmul.stages.plan.actions.owing import OPERATOR, owe_after
from majungmul.stages.plan.queries.days_off import days_off
from majungmul.stages.review.queries import ways_again
from majungmul.values.duty import Due, Owed
from majungmul.values.won import total

DECISION, OBJECTION, LAST_CLAIM = "award_decision", "objection", "last_claim"
ANSWER_CHANGE, ANSWER_OBJECTION = "award_change_answer", "award_objection_answer"
ANSWER_DAYS = 14


def owe_after_decision(award: Award, told_on: date) -> None:
    """결정 통지 뒤의 할 일 — of the city's by the law of the day, of the operator's by its call and settings."""
    if is_of_city(award):
        close_all(award.application, DECISION)
        if is_audited(award, told_on):
            owe_after("award.notified", told_on, award, {OPERATOR: award.body})
        owe_after("decision.notified", told_on, award, {OPERATOR: award.body})
    else:
        may_question(award, told_on)
        _owe_last_claim(award, told_on)
    owe_conditions(award)


def may_question(award: Award, told_on: date) -> None:
    """재검토 요청·이의신청 — the body has some days to question what it was told."""
    way = ways_again(award.application.call, told_on)
    assumed = "" if is_of_city(award) else "날수는 계획에 없어 사업의 설정으로 둠"
    owed = Owed(
        OBJECTION,
        f"{way.word}(할 때, {title(award)})",
        "조합",
        way.basis,
        Due(told_on, days=way.days),
        "",
        assumed,
    )
    owe(award, owed, award.body)


def owe_answer_to_change(change: AwardChange, on: date) -> None:
    """변경 신청에 답하기 — the office owes an answer within some days that we put: no text says how many."""
    award = change.award
    basis = article_on(on, "change.approval", award.jurisdiction.code) if is_of_city(award) else "사업 공고"
    owed = Owed(
        ANSWER_CHANGE,
        f"{title(award)} {change.get_kind_display()}에 답하기",
        "시",
        basis or "당시 법 확인 필요",
        Due(on, days=ANSWER_DAYS),
        assumed=f"답할 날수를 정한 글이 없어 {ANSWER_DAYS}일로 둠",
    )
    open_one(owed, owner=award.keeper, of=change, holidays=days_off(award.jurisdiction))


def owe_answer_to_objection(award: Award, what: str, on: date) -> None:
    """이의신청에 답하기 — within the days of the law, where it said so on that day (행정기본법 제36조제2항)."""
    row = law_on(on, award.jurisdiction.code).get("objection.answer_days") if is_of_city(award) else None
    basis, days, assumed = (
        (row.article, row.number, "")
        if row
        else ("당시 법에 답할 기한 없음", ANSWER_DAYS, f"답할 날수를 정한 글이 없어 {ANSWER_DAYS}일로 둠")
    )
    owe(award, Owed(ANSWER_OBJECTION, what, "시", basis, Due(on, days=days), f"{on}", assumed), award.keeper)


def owe(award: Award, owed: Owed, owner: Position | Organisation) -> None:
    """할 일 — hangs on the award."""
    open_one(owed, owner=owner, of=award, holidays=days_off(award.jurisdiction))


def owe_nothing_more(award: Award, note: str) -> None:
    """What the decision brought ends with it, but for the audit of what was received."""
    for code in (OBJECTION, LAST_CLAIM):
        close_all(award, code, note=note)
    for change in changes_of(award):
        close_all(change, ANSWER_CHANGE, note=note)
    for condition in conditions_of(award).filter(fulfilled_on=None):
        close_all(condition, CONDITION, note=note)


def _owe_last_claim(award: Award, told_on: date) -> None:
    call = award.application.call
    day = specification(call.jurisdiction.code, call.programme).settings_on(told_on).last_claim_on(call.year)
    if day >= told_on:
        what = f"마지막 청구와 결과보고({title(award)})"
        assumed = "계획에 없음: 경기도 2017년 공고의 날짜를 둠"
        owe(award, Owed(LAST_CLAIM, what, "조합", "사업 공고", Due(day), f"{call.year}", assumed), award.body)


def is_audited(award: Award, told_on: date) -> bool:
    """회계감사 대상 — whether the grant reaches the threshold of the day's law; in 2018 there was none."""
    row = law_on(told_on, award.jurisdiction.code).get("audit.threshold")
    return row is not None and total(line.amount for line in lines_of(award)) >= row.won
