"""중간점검표 — what the city looked at before the second instalment, what it found, and whether it goes on."""

from datetime import date
from typing import Any

from majungmul.books.files.seals import seal_of
from majungmul.books.parties.queries.letters import head_of
from majungmul.books.parties.queries.positions import name_of
from majungmul.formats.paper import Approval, Entry, Grid, Heading, Item, Pairs, Paper, day, table
from majungmul.programmes.conditions import article_on
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.stages.delivery.models import MidCheck
from majungmul.stages.delivery.papers.parts import articles
from majungmul.stages.delivery.queries import midway_items

STEP, BASIS = "mid_check", ("disbursement.least_times", "progress.report")
COLUMNS: tuple[Heading, ...] = (
    ("연번", "number"),
    ("점검 항목", "text"),
    ("근거", "text"),
    ("결과", "text"),
    ("까닭", "text"),
)


def midway_check(check: MidCheck) -> Paper:
    """중간점검표 — every item with its article of that day, what was found and why; and what comes next."""
    award, code, sealed = check.award, check.jurisdiction.code, seal_of(check, STEP)
    unmet = sum(not item["is_met"] for item in check.items)
    result = "적합" if check.is_passed else f"부적합({unmet}개 항목)"
    return Paper(
        kind="midway_check",
        title=f"{award.application.call.year}년 보조사업 중간점검표",
        sender=jurisdiction(code).head,
        receiver=f"{head_of(award.body)} 귀하",
        has_head=False,
        number=sealed.number if sealed else "",
        effective=sealed.effective_on if sealed else None,
        portal=sealed.portal if sealed else "",
        basis=articles(check.checked_on, BASIS, code),
        body=(
            Pairs(
                (
                    ("보조사업자", award.body.name),
                    ("보조사업", award.application.call.title),
                    ("교부결정", award.number),
                    ("점검일", day(check.checked_on)),
                    ("점검한 사람", name_of(check.checked_by)),
                ),
                "점검의 대상",
            ),
            Grid(table("items", "점검 항목", "", COLUMNS, _rows(check, check.checked_on, code))),
            Item(f"점검 결과: {result}"),
            Item(f"점검 의견: {check.opinion}"),
            Item(f"다음에 하실 일: {_next(check)}"),
            Item(f"문의: {award.application.call.contact}. 결과가 사실과 다르면 이유를 적어 알려 주십시오."),
        ),
        approvals=(Approval("점검", name_of(check.checked_by), check.checked_on),),
        is_made_up=check.is_made_up,
    )


def _rows(check: MidCheck, on: date, code: str) -> list[list[Entry]]:
    laws = {item.code: item.law for item in midway_items(check.award)}
    items: list[dict[str, Any]] = check.items
    return [
        [
            order,
            item["label"],
            article_on(on, laws.get(item["code"], ""), code),
            "적합" if item["is_met"] else "부적합",
            item["reason"],
        ]
        for order, item in enumerate(items, start=1)
    ]


def _next(check: MidCheck) -> str:
    if check.is_passed:
        return "2차 교부청구서를 내 주십시오."
    return "부적합한 항목을 바로잡고 알려 주십시오. 다시 점검하여 모두 적합하면 2차 교부를 합니다."
