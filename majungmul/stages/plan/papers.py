"""지원계획의 문서 — 지원계획 통보: the city tells its operator what the year gives, and what to hand in by when."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils import timezone

from majungmul.books.duties.models import Duty
from majungmul.books.duties.queries import duties_of
from majungmul.books.files.seals import seal_of
from majungmul.books.parties.queries.letters import head_of
from majungmul.books.parties.queries.positions import name_of
from majungmul.books.trail.models import Recorded
from majungmul.formats.paper import Approval, Block, Grid, Item, Paper, day
from majungmul.programmes.conditions import article_on
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.stages.plan.models import Content, Edition, Plan, ScheduledEvent
from majungmul.stages.plan.queries import edition_of, lines_of, tables_of
from majungmul.stages.plan.states import State
from majungmul.values.refusal import Refusal
from majungmul.values.won import ZERO, total

STEP, NOTICE_DUTY, APPLICATION_DUTY = "notice", "plan_notice", "grant_application"
DETAILS, BUDGET = "comparison", "budget"
"""세부내역 and 소요예산: the two tables of the plan that the operator is told."""

BASIS = ("award.rules", "application.items")
FORM = "grant_application"


class NotFixedYet(Refusal):
    """확정 전의 지원계획."""

    sentence = (
        "‘{title}’은(는) 지금 ‘{state}’ 상태라 통보문을 만들 수 없습니다. 결재로 확정된 뒤 만들어 주십시오."
    )


def plan_notice(plan: Plan) -> Paper:
    """지원계획 통보 — the plan's purpose, amount, 세부내역 and 소요예산; then 교부신청: which papers, until when.

    Before 통보 its number and day are places to write them. Refuses a plan that is not fixed.
    """
    edition = edition_of(plan)
    if plan.state in (State.DRAFT, State.SUBMITTED) or plan.operator is None:
        raise NotFixedYet(title=edition.title, state=plan.get_state_display())
    told, city, sealed = _told_on(plan), jurisdiction(plan.jurisdiction.code), seal_of(plan, STEP)
    on = told or date(plan.year, 1, 1)
    return Paper(
        kind="plan_notice",
        title=f"{edition.title} 통보",
        sender=city.head,
        receiver=head_of(plan.operator),
        number=plan.notice,
        effective=told,
        portal=sealed.portal if sealed else "",
        basis=_basis(edition, on),
        body=(
            Item(f"{plan.year}년 지원계획을 다음과 같이 확정하여 알려 드립니다."),
            Item("지원계획의 내용", _content(plan, edition)),
            Item("하실 일: 교부신청", _to_do(plan, on)),
            Item(f"문의: {plan.office.name} {plan.keeper.title}"),
        ),
        attachments=(f"{edition.title} 1부.",),
        approvals=_approvals(plan),
    )


PAPERS: dict[str, tuple[str, type[Recorded], Callable[[Any], Paper]]] = {
    "plan_notice": ("지원계획 통보", Plan, plan_notice),
}
"""문서의 종류 — its title, the row whose id it is asked by, and the function that makes it."""


def _told_on(plan: Plan) -> date | None:
    """통보일 — when the city's duty to tell was done; None before, or where it owed none (a year of history)."""
    done = duties_of(plan).filter(code=NOTICE_DUTY, done_at__isnull=False).last()
    return timezone.localdate(done.done_at) if done and done.done_at else None


def _basis(edition: Edition, on: date) -> tuple[str, ...]:
    """근거 — what the plan itself names, and what the law of the day says of 보조금."""
    code = edition.plan.jurisdiction.code
    articles = [article for key in BASIS if (article := article_on(on, key, code))]
    return tuple(dict.fromkeys((edition.law, *articles)))


def _content(plan: Plan, edition: Edition) -> tuple[Block, ...]:
    tables = {table.key: table for table in tables_of(edition)}
    shown = [tables[key] for key in (DETAILS, BUDGET) if key in tables]
    amount = total(line.amount or ZERO for line in lines_of(plan))
    contents = Content.objects.filter(edition=edition, year=plan.year).order_by("order")
    return (
        Item(f"목적: {edition.purpose}"),
        Item("지원 금액", amount=amount),
        Item(f"예산과목: {' > '.join(edition.budget_names)}({edition.budget_code})"),
        Item(f"수행기관: {edition.operator}"),
        *([Item("사업내용", tuple(Item(each.text) for each in contents))] if contents else []),
        *(Grid(table) for table in shown),
        Item("추진일정", tuple(_event(each) for each in ScheduledEvent.objects.filter(edition=edition))),
    )


def _event(event: ScheduledEvent) -> Item:
    months = [_month(month) for month in (event.first_month, event.last_month) if month]
    who = f" ({event.who})" if event.who else ""
    return Item(f"{' ~ '.join(months)}: {event.what}{who}")


def _month(month: str) -> str:
    """`2018. 2.` of `2018-02`."""
    year, number = month.split("-")
    return f"{year}. {int(number)}."


def _to_do(plan: Plan, on: date) -> tuple[Block, ...]:
    """교부신청 — by when, with which papers; and that nothing is spent before the notice of the grant."""
    article = article_on(on, "spending.before_award", plan.jurisdiction.code)
    form = jurisdiction(plan.jurisdiction.code).form(FORM)
    papers = [paper.label for paper in form.papers]
    due = duties_of(plan).filter(code=APPLICATION_DUTY).first()
    return (
        Item(f"낼 것: {form.title}와 붙임({', '.join(papers)})"),
        Item(f"낼 때: {_until(due)}"),
        Item(
            "교부결정 통지를 받기 전에 쓴 돈은 보조금으로 메울 수 없습니다. 통지를 받은 뒤에 시작해 주십시오"
            f"{f'({article})' if article else ''}."
        ),
    )


def _until(due: Duty | None) -> str:
    if due is None:
        return "시와 상의한 날"
    return (
        f"{day(due.due_on)}까지({due.basis})" if due.is_certain else f"{day(due.due_on)}까지(날짜 확인 필요)"
    )


def _approvals(plan: Plan) -> tuple[Approval, ...]:
    """결재란 — who handed the plan in; its 결재 is the city's own paper, named by its number."""
    drafted = [Approval("담당", name_of(plan.submitted_by))] if plan.submitted_by else []
    return (*drafted, *([Approval("결재", plan.approval)] if plan.approval else []))
