"""정산 심사 — what is to be put right is asked for and answered; each line is examined, less for a reason."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.duties.actions import close_all, open_one
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.programmes.conditions import article_on
from majungmul.stages.plan.actions.sealing import seal_step
from majungmul.stages.plan.queries.days_off import days_off
from majungmul.stages.settlement.actions.figures import is_of_the_city, name_unsettled, read_figures
from majungmul.stages.settlement.actions.reporting import (
    NO_PAPERS,
    REPORT_STEP,
    LineReport,
    ReportPapers,
    take_in,
)
from majungmul.stages.settlement.models import Settlement, SettlementCorrection, SettlementLine
from majungmul.stages.settlement.refusals import (
    BelowZero,
    CorrectionDays,
    LessWithoutReason,
    RecognisedMore,
)
from majungmul.stages.settlement.states import after
from majungmul.values.actor import Actor
from majungmul.values.duty import Due, Owed
from majungmul.values.won import ZERO, Won

CORRECTION_DUTY = "settlement_correction"
DAYS = range(1, 91)
BY_AGREEMENT = "공고와 지원조건"


@action("settlement.correction_asked")
def ask_correction(
    settlement_id: UUID, what: str, days: int, *, by: Actor, at: datetime, key: str
) -> SettlementCorrection:
    """정산 보완요청 — within so many days, counted over days off; a duty of the body. Returns the correction."""
    settlement = locked(Settlement, by, settlement_id)
    require(by, "settlement.ask_correction", settlement)
    settlement.state = after("settlement.ask_correction", settlement.state, settlement.award.number)
    if days not in DAYS:
        raise CorrectionDays(least=DAYS[0], most=DAYS[-1], days=days)
    settlement.save()
    owed = Owed(
        code=CORRECTION_DUTY,
        what="정산 보완(보완요청에 답하기)",
        who=settlement.body.name,
        basis=_basis(settlement, at),
        due=Due(timezone.localdate(at), days=days),
        occasion=key,
    )
    duty = open_one(owed, owner=settlement.body, of=settlement, holidays=days_off(settlement.jurisdiction))
    correction = SettlementCorrection(
        jurisdiction_id=by.jurisdiction,
        settlement=settlement,
        what=written.line(SettlementCorrection, "what", what),
        due_on=duty.due_on,
        asked_at=at,
    )
    correction.save()
    return correction


@action("settlement.corrected")
def correct(
    settlement_id: UUID,
    summary: str,
    answer: str,
    papers: ReportPapers = NO_PAPERS,
    interest: tuple[LineReport, ...] = (),
    *,
    by: Actor,
    at: datetime,
    key: str,
) -> Settlement:
    """정산 보완 — the report as it is now; the figures are read anew, files are added. Returns the settlement."""
    settlement = locked(Settlement, by, settlement_id)
    require(by, "settlement.correct", settlement)
    settlement.state = after("settlement.correct", settlement.state, settlement.award.number)
    settlement.summary = written.text(Settlement, "summary", summary)
    settlement.save()
    read_figures(settlement, {each.line: each.interest for each in interest})
    if is_of_the_city(settlement):
        name_unsettled(settlement, papers.unsettled)
    take_in(settlement, papers.files)
    if papers.letter:
        seal_step(
            settlement,
            f"{REPORT_STEP}_again{_answers(settlement)}",
            papers.letter,
            today=timezone.localdate(at),
        )
    said = written.line(SettlementCorrection, "answer", answer)
    for correction in settlement.corrections.filter(answered_at=None):
        correction.answered_at, correction.answer = at, said
        correction.save()
    close_all(settlement, CORRECTION_DUTY)
    return settlement


@action("settlement.examined")
def examine(
    line_id: UUID, recognised: Won, reason: str = "", *, by: Actor, at: datetime, key: str
) -> SettlementLine:
    """정산 심사 — how much of what a line reports is recognised; less needs a reason. Returns the line."""
    row = locked(SettlementLine, by, line_id)
    settlement = locked(Settlement, by, row.settlement_id)
    require(by, "settlement.examine", settlement)
    after("settlement.examine", settlement.state, settlement.award.number)
    if recognised < ZERO:
        raise BelowZero(line=row.line.label, what="인정액", amount=recognised)
    if recognised > row.reported:
        raise RecognisedMore(line=row.line.label, reported=row.reported)
    if recognised < row.reported and not reason.strip():
        raise LessWithoutReason(line=row.line.label)
    row.recognised = recognised
    row.less_reason = reason and written.line(SettlementLine, "less_reason", reason)
    row.save()
    return row


def _answers(settlement: Settlement) -> int:
    return settlement.corrections.count()


def _basis(settlement: Settlement, at: datetime) -> str:
    """The article under which a report is asked for; below the city, what the call laid down."""
    if not is_of_the_city(settlement):
        return BY_AGREEMENT
    return article_on(timezone.localdate(at), "report.months", settlement.jurisdiction.code) or BY_AGREEMENT
