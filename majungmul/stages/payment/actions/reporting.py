"""결과보고 — what a claimant reports of plan and result, beside the claim."""

from datetime import date

from majungmul.books.parties import written
from majungmul.stages.application.queries import trades_of as planned_trades
from majungmul.stages.payment.actions.drafts import ReportDraft
from majungmul.stages.payment.models import Claim, ClaimLine, Report
from majungmul.stages.payment.refusals import DifferenceUnexplained, WrittenTooEarly
from majungmul.values.won import ZERO, Won, total


def write_report(row: Claim, said: ReportDraft, lines: list[ClaimLine], today: date) -> Report:
    """결과보고 — Returns it. Refuses a difference between plan and result that nobody explains, and odd days."""
    planned: Won = total(trade.amount for trade in planned_trades(row.award.application))
    actual: Won = total(line.traded or ZERO for line in lines)
    if planned != actual and not said.difference_reason.strip():
        raise DifferenceUnexplained(planned=planned, actual=actual)
    _refuse_days(said, today)
    report = Report.objects.filter(claim=row).first() or Report(
        jurisdiction_id=row.jurisdiction_id, claim=row
    )
    report.planned, report.actual = planned, actual
    report.difference_reason = said.difference_reason.strip() and written.line(
        Report, "difference_reason", said.difference_reason
    )
    report.delivered_on, report.written_on = said.delivered_on, said.written_on
    report.received_by = written.line(Report, "received_by", said.received_by)
    report.written_by = written.line(Report, "written_by", said.written_by)
    report.outcome = written.text(Report, "outcome", said.outcome)
    report.save()
    return report


def _refuse_days(said: ReportDraft, today: date) -> None:
    if said.written_on > today:
        raise WrittenTooEarly(what="작성일", day=said.written_on, must="오늘이나 그 전")
    if said.delivered_on > said.written_on:
        raise WrittenTooEarly(what="납품일", day=said.delivered_on, must="작성일이나 그 전")
