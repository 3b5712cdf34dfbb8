"""What the plan's tests start from: the founded Seoul, its people, a small plan, and plans in each state."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from majungmul.books.parties.actions.founding import found, founder
from majungmul.books.parties.kinds import Role
from majungmul.programmes import plan as file
from majungmul.stages.plan import actions
from majungmul.stages.plan.models import BudgetLine, Plan
from majungmul.stages.plan.queries import edition_of
from majungmul.stages.plan.states import State
from majungmul.values.actor import Actor
from tests.given import FOUNDED, SEOUL, a_key, an_officer

YEAR = 2019
NOW = datetime(2019, 1, 20, 10, tzinfo=SEOUL)
"""When nothing else is said."""


def seoul() -> Actor:
    """The program itself, in Seoul as it is just founded."""
    system = founder()
    found("seoul", "서울특별시", by=system, at=FOUNDED, key=a_key())
    return system


def the_file() -> file.Plan:
    """The plan of 2018 as its file writes it."""
    return file.plan("seoul", 2018)


def budget(*rows: tuple[str, int, object]) -> dict[str, Any]:
    """소요예산 in 천원: the key, the level and the amount of each row."""
    return {
        "key": "budget",
        "title": "소요예산",
        "unit": "천원",
        "totals": "앞",
        "columns": [
            {"key": "basis", "label": "산출기초", "unit": ""},
            {"key": "amount", "label": "소요예산", "adds": True},
        ],
        "rows": [
            {"key": key, "level": level, "label": f"{key} 항목", "cells": ["", amount]}
            for key, level, amount in rows
        ],
    }


SMALL = budget(
    ("total", 0, 7_000),
    ("exchange", 1, 5_000),
    ("exchange.ceremony", 2, 3_000),
    ("exchange.news", 2, 2_000),
    ("liability_insurance", 1, 2_000),
)
"""7,000천원 in three lines: the second programme has one line, and no row for it."""


RESULTS = {
    "key": "results",
    "title": "2018년 가상 사업실적",
    "unit": "원",
    "totals": "앞",
    "columns": [
        {"key": "budget", "label": "예산", "adds": True},
        {"key": "settled", "label": "결산", "adds": True},
    ],
    "rows": [
        {"key": "motivation", "level": 1, "label": "1. 가상 부문", "cells": [5_000_000, 4_000_000]},
        {"key": "exchange", "level": 2, "label": "가. 가상 행사", "cells": [5_000_000, 4_000_000]},
    ],
}
"""What the year before had and spent."""


def a_plan(**said: object) -> file.Plan:
    """A small plan of Seoul; `said` goes before what is said here."""
    return file.Plan.model_validate(
        {
            "title": "2019년 가상 지원계획",
            "year": YEAR,
            "jurisdiction": "seoul",
            "operator": "중소기업중앙회 가상지역본부",
            "purpose": "시험",
            "law": "중소기업협동조합법 제135조제2항",
            "report": {"title": "2018년 가상 실적보고", "number": "가상-1호", "date": "2019-01-15"},
            "account": {"code": "100-307-02", "names": ["민간경상사업보조"]},
            "calendar": [{"what": "통보", "who": "시→중앙회", "months": ["2019-02"]}],
            "contents": [{"year": YEAR, "items": ["가", "나"]}],
            "checklist": [{"key": "jobs", "label": "일자리", "question": "살폈는가", "answer": "해당없음"}],
            "tables": [SMALL, RESULTS],
            **said,
        }
    )


@dataclass(frozen=True, slots=True)
class Office:
    """Seoul's office with somebody in a position of each role."""

    system: Actor
    administrator: Actor
    officer: Actor
    approver: Actor
    auditor: Actor

    def of(self, role: Role) -> Actor:
        actor: Actor = getattr(self, role.value)
        return actor


def an_office_at_work() -> Office:
    system = seoul()
    people = {role.value: an_officer(system, role=role.value) for role in Role if role is not Role.SYSTEM}
    return Office(system=system, **people)


def drafted(office: Office, written: file.Plan | None = None) -> Plan:
    return actions.draft(written or a_plan(), by=office.officer, at=NOW, key=a_key())


def submitted(office: Office) -> Plan:
    return actions.submit(drafted(office).pk, by=office.officer, at=NOW, key=a_key())


def fixed(office: Office) -> Plan:
    return actions.fix(submitted(office).pk, "경제정책과-100", by=office.approver, at=NOW, key=a_key())


def announced(office: Office) -> Plan:
    return actions.announce(fixed(office).pk, "경제정책과-101", by=office.officer, at=NOW, key=a_key())


def cut_off(office: Office) -> Plan:
    return actions.cut_off(announced(office).pk, by=office.approver, at=NOW, key=a_key())


def closed(office: Office) -> Plan:
    return actions.close(cut_off(office).pk, by=office.approver, at=NOW, key=a_key())


IN_STATE = {
    State.DRAFT: drafted,
    State.SUBMITTED: submitted,
    State.FIXED: fixed,
    State.ANNOUNCED: cut_off,
    State.CLOSED: closed,
}
"""How a plan comes to each state; in 통보 its year is cut off, so that it may be closed."""


def line_of(plan: Plan, programme: str, code: str) -> BudgetLine:
    """A line of the edition that holds."""
    return BudgetLine.objects.get(edition=edition_of(plan), programme=programme, code=code)
