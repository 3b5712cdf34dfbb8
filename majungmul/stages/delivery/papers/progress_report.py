"""수행상황보고서 — the operator tells the city how far the work is, with each line's figures as they stood."""

from collections.abc import Mapping
from typing import Any

from majungmul.books.files.seals import seal_of
from majungmul.books.parties.queries.letters import head_of
from majungmul.books.parties.queries.positions import name_of
from majungmul.formats.paper import (
    Approval,
    Block,
    Entry,
    Grid,
    Heading,
    Item,
    Paper,
    Paragraph,
    day,
    rate,
    table,
)
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.stages.delivery.models import ProgressReport
from majungmul.stages.delivery.papers.parts import articles
from majungmul.values.table import Difference, Ratio, Table
from majungmul.values.won import Won, total

STEP, BASIS = "progress_report", ("progress.report",)
COLUMNS: tuple[Heading, ...] = (
    ("소요예산 항목", "text"),
    ("결정액", "won"),
    ("교부액", "won"),
    ("집행액", "won"),
    ("집행잔액", "won", Difference("교부액", "집행액")),
    ("집행률(%)", "percent", Ratio("집행액", "교부액", 1)),
    ("집행 예정", "won"),
)
SUMMED = ("decided", "received", "spent", "promised")


def progress_report(report: ProgressReport) -> Paper:
    """수행상황보고서 — of a quarter; its number and day are those of its letter, else places to write them."""
    award, sealed = report.award, seal_of(report, STEP)
    year, code = award.application.call.year, report.jurisdiction.code
    return Paper(
        kind="progress_report",
        title=f"{year}년 {report.get_period_display()} 수행상황 보고",
        sender=head_of(report.body),
        receiver=jurisdiction(code).head,
        number=sealed.number if sealed else "",
        effective=sealed.effective_on if sealed else None,
        portal=sealed.portal if sealed else "",
        basis=articles(report.reported_on, BASIS, code),
        body=(
            Item(f"{year}년 {report.get_period_display()}의 보조사업 수행상황을 다음과 같이 보고합니다."),
            Item(
                "보고의 대상",
                (
                    Item(f"보조사업: {award.application.call.title}"),
                    Item(f"교부결정: {award.number}"),
                    Item(f"보고일: {day(report.reported_on)}"),
                ),
            ),
            Item("집행 상황", (Grid(_table(report), _note(report)),)),
            Item("수행 내용", _paragraphs(report.summary)),
            Item(f"문제점과 대책: {report.problems or '없음'}"),
            Item("이 보고에 고칠 것이 있으면 담당자에게 알려 주십시오."),
        ),
        approvals=(Approval("담당", name_of(report.reported_by), report.reported_on),),
        is_made_up=report.is_made_up,
    )


def _table(report: ProgressReport) -> Table:
    rows = [_row(str(each["line"]), each) for each in report.figures]
    sums = {name: sum(int(each[name]) for each in report.figures) for name in SUMMED}
    return table("progress", "항목별 집행", "원", COLUMNS, rows, _row("계", sums))


def _row(label: str, figures: Mapping[str, Any]) -> list[Entry]:
    decided, received, spent, promised = (Won(int(figures[name])) for name in SUMMED)
    return [
        label,
        decided,
        received,
        spent,
        received - spent,
        rate(spent, received) if received else "-",
        promised,
    ]


def _note(report: ProgressReport) -> str:
    left = total(Won(int(each["left"])) for each in report.figures)
    return (
        f"※ {day(report.reported_on)}에 장부에 있던 금액입니다. 집행잔액 {left}은 교부받아 아직 쓰지 않은 돈이고, "
        "집행 예정은 결정하거나 계약하고 아직 치르지 않은 돈입니다."
    )


def _paragraphs(text: str) -> tuple[Block, ...]:
    return (Paragraph(text),)
