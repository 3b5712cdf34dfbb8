"""수행상황 보고와 중간점검 — how far the work is, said by the operator; what the city saw of it; when it pays again."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.duties.actions import close, close_all
from majungmul.books.duties.models import Duty
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.programmes.stage_settings import Item
from majungmul.stages.award.models import Award
from majungmul.stages.delivery.actions.contracts import refuse_without_effect
from majungmul.stages.delivery.models import MidCheck, ProgressReport, Quarter
from majungmul.stages.delivery.queries.figures import figures_of
from majungmul.stages.delivery.queries.lists import midway_items
from majungmul.stages.plan.actions.sealing import seal_step
from majungmul.stages.plan.queries import plan_of
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal
from majungmul.values.won import Won

REPORT, CHECK = "progress_report", "mid_check"
"""Duties that these acts fulfil, and the steps under which their papers are sealed."""


class ReportedAlready(Refusal):
    """이미 보고함."""

    sentence = "{period}의 수행상황은 {on:%Y. %-m. %-d.}에 이미 보고했습니다. 다른 분기를 골라 주십시오."


class QuarterNotBegun(Refusal):
    """시작하지 않은 분기."""

    sentence = "{period}는 {first:%Y. %-m. %-d.}에 시작합니다. 그 뒤에 보고하거나 다른 분기를 골라 주십시오."


class NotGranted(Refusal):
    """교부결정이 아님."""

    sentence = "‘{award}’은(는) 시의 교부결정이 아닙니다. 교부받은 보조사업의 결정을 골라 주십시오."


class ItemsMissing(Refusal):
    """빠진 점검 항목."""

    sentence = "점검하지 않은 항목이 있습니다: {missing}. 항목마다 적합 여부와 까닭을 적어 주십시오."


class ItemTwice(Refusal):
    """두 번 적은 점검 항목."""

    sentence = "점검 항목 ‘{label}’이(가) 두 번 적혀 있습니다. 하나만 남겨 주십시오."


@dataclass(frozen=True, slots=True)
class Checked:
    """점검 항목 — what was looked at (code or label), whether it is as it should be, and why."""

    label: str
    is_met: bool
    reason: str


@action("progress.reported")
def report_progress(
    award_id: UUID,
    period: str,
    summary: str,
    problems: str = "",
    given: Seal | None = None,
    *,
    by: Actor,
    at: datetime,
    key: str,
) -> ProgressReport:
    """수행상황 보고 — of a quarter (`q1`), in words, with each line's figures as they stand now. Returns the report.

    `given` is its 문서번호 and, today, its entry in 보탬e. The plan's duty of that quarter is done. Refuses a
    quarter that was reported, or has not begun.
    """
    award = locked(Award, by, award_id)
    require(by, "delivery.report_progress", award)
    refuse_without_effect(award)
    today, quarter = timezone.localdate(at), Quarter(written.one_of(ProgressReport, "period", period))
    _refuse_quarter(award, quarter, today)
    report = ProgressReport(
        jurisdiction_id=by.jurisdiction,
        award=award,
        office=award.office,
        body=award.body,
        period=quarter,
        reported_on=today,
        reported_by=by.person,
        summary=written.text(ProgressReport, "summary", summary),
        problems=problems and written.line(ProgressReport, "problems", problems),
        figures=_figures(award),
    )
    report.save()
    if given is not None:
        seal_step(report, REPORT, given, today=today)
    _close_quarter(award, quarter)
    return report


@action("award.checked_midway")
def check_midway(
    award_id: UUID,
    items: Sequence[Checked],
    opinion: str,
    given: Seal | None = None,
    *,
    by: Actor,
    at: datetime,
    key: str,
) -> MidCheck:
    """중간점검 — every item of the jurisdiction's list, and others; passed where all are met. Returns the check.

    A check that is passed does the duty. Refuses a list with an item missing or twice, or without a reason.
    """
    award = locked(Award, by, award_id)
    require(by, "delivery.check_midway", award)
    refuse_without_effect(award)
    refuse_ungranted(award)
    looked = _looked_at(midway_items(award), items)
    check = MidCheck(
        jurisdiction_id=by.jurisdiction,
        award=award,
        office=award.office,
        checked_on=timezone.localdate(at),
        items=looked,
        is_passed=all(item["is_met"] for item in looked),
        opinion=written.line(MidCheck, "opinion", opinion),
        checked_by=by.person,
    )
    check.save()
    if given is not None:
        seal_step(check, CHECK, given, today=timezone.localdate(at))
    if check.is_passed:
        close_all(award, CHECK)
    return check


def refuse_ungranted(award: Award) -> None:
    """Nothing, where the award is the city's. Refuses one of the tier below, which has no instalments."""
    if award.application.call.designated_id is None:
        raise NotGranted(award=award.number)


def _refuse_quarter(award: Award, quarter: Quarter, today: date) -> None:
    refuse_ungranted(award)
    first = quarter.first_day(award.application.call.year)
    if today < first:
        raise QuarterNotBegun(period=quarter.label, first=first)
    earlier = ProgressReport.objects.of(award.jurisdiction_id).filter(award=award, period=quarter).first()
    if earlier:
        raise ReportedAlready(period=quarter.label, on=earlier.reported_on)


def _close_quarter(award: Award, quarter: Quarter) -> None:
    """The plan of the year holds the duty of each quarter; a year without a plan here has none."""
    year = award.application.call.year
    plan = plan_of(award.jurisdiction_id, award.office_id, year)
    if plan is None:
        return
    open_ones = Duty.objects.of(award.jurisdiction_id).filter(subject=plan.pk, code=REPORT, done_at=None)
    for duty in open_ones.filter(occasion=quarter.last_month(year)).select_for_update(of=("self",)):
        close(duty, note=f"{quarter.label} 보고")


def _looked_at(due: Sequence[Item], items: Sequence[Checked]) -> list[dict[str, object]]:
    """The items as they are kept: those of the list in its order, then others that were looked at."""
    labels = {item.code: item.label for item in due}
    said: dict[str, Checked] = {}
    for each in items:
        label = labels.get(each.label) or written.line(MidCheck, "opinion", each.label)
        if label in said:
            raise ItemTwice(label=label)
        said[label] = each
    missing = [label for label in labels.values() if label not in said]
    if missing or not said:
        raise ItemsMissing(missing=", ".join(missing) or "점검 항목")
    order = [*labels.values(), *(label for label in said if label not in labels.values())]
    codes = {label: code for code, label in labels.items()}
    return [_kept(codes.get(label, ""), label, said[label]) for label in order]


def _kept(code: str, label: str, said: Checked) -> dict[str, object]:
    """As JSON can hold it; `code` is empty where the item is none of the list."""
    reason = written.line(MidCheck, "opinion", said.reason)
    return {"code": code, "label": label, "is_met": said.is_met, "reason": reason}


def _figures(award: Award) -> list[dict[str, object]]:
    """항목별 수치 — as the accounts say now, in won, as JSON can hold it."""
    return [
        {
            field.name: value.amount if isinstance(value := getattr(line, field.name), Won) else value
            for field in fields(line)
        }
        for line in figures_of(award)
    ]
