"""실적보고와 정산 시작 — the operator reports on the city's award; it opens the settlement of its own ones itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.duties.actions import close_all
from majungmul.books.files.actions import attach
from majungmul.books.files.store import Received
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.books.trail.numbering import next_number
from majungmul.stages.award.models import Award
from majungmul.stages.award.states import State as AwardState
from majungmul.stages.plan.actions.owing import CITY, owe_after
from majungmul.stages.plan.actions.sealing import seal_step
from majungmul.stages.settlement.actions.figures import name_unsettled, read_figures, refuse_open_claims
from majungmul.stages.settlement.models import Settlement
from majungmul.stages.settlement.queries.lateness import report_due_on
from majungmul.stages.settlement.queries.settling import plan_behind
from majungmul.stages.settlement.refusals import NoSuchPaper, NotInEffect, PapersMissing, SettledAlready
from majungmul.stages.settlement.states import State
from majungmul.values.actor import Actor
from majungmul.values.seal import Seal
from majungmul.values.won import Won

STATEMENT, BANK, VERIFICATION = "settlement_statement", "bank_statement", "verification_report"
PAPERS_OF_A_REPORT = {
    STATEMENT: "정산보고서(직인)",
    BANK: "통장 거래내역(이자 포함)",
    VERIFICATION: "검증보고서",
    "other": "그 밖의 서류",
}
REQUIRED = (STATEMENT, BANK)
REPORT_STEP = "report"
REPORT_DUTY, VERIFICATION_DUTY, REVIEW_EVENT = "final_report", "verification_report", "report.received"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReport:
    """항목별 실적 — the interest that really arose on a line's money, in won, as the bank's paper says it."""

    line: UUID
    interest: Won


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPapers:
    """실적보고의 붙임 — its files, why accounts below are not settled yet, and its letter with 보탬e.

    `unsettled` names the account of an award's line (or of an own payee) that still holds something.
    """

    files: Mapping[str, Received] = field(default_factory=dict)
    unsettled: Mapping[UUID, str] = field(default_factory=dict)
    letter: Seal | None = None


NO_PAPERS = ReportPapers()


@action("settlement.reported")
def report(
    award_id: UUID,
    summary: str,
    interest: tuple[LineReport, ...],
    papers: ReportPapers = NO_PAPERS,
    *,
    by: Actor,
    at: datetime,
    key: str,
) -> Settlement:
    """실적보고 — with the 정산보고서: each line's figures are those of the ledger. Returns the settlement.

    Refuses without 정산보고서 and 통장 거래내역, and while an award below is neither settled nor named with a
    reason. A late one is taken in; by how much it is late, and what that may cost, `queries.lateness_of` says.
    """
    award = locked(Award, by, award_id)
    require(by, "settlement.report", award)
    _refuse_papers(papers.files)
    if missing := [PAPERS_OF_A_REPORT[each] for each in REQUIRED if each not in papers.files]:
        raise PapersMissing(missing=", ".join(missing))
    settlement = _begin(award, summary, at)
    read_figures(settlement, {each.line: each.interest for each in interest})
    name_unsettled(settlement, papers.unsettled)
    if papers.letter:
        seal_step(settlement, REPORT_STEP, papers.letter, today=settlement.reported_on)
    take_in(settlement, papers.files)
    owe_after(REVIEW_EVENT, settlement.reported_on, of=settlement, owners={CITY: award.keeper})
    return settlement


@action("settlement.opened")
def open_settlement(award_id: UUID, summary: str, *, by: Actor, at: datetime, key: str) -> Settlement:
    """정산 시작 — of the operator's own award, once none of its claims is open. Returns the settlement."""
    award = locked(Award, by, award_id)
    require(by, "settlement.open", award)
    refuse_open_claims(award)
    settlement = _begin(award, summary, at)
    read_figures(settlement, {})
    return settlement


def take_in(settlement: Settlement, files: Mapping[str, Received]) -> None:
    """붙임 — the files of a report; the yearly duties that it meets are done. Refuses an unknown kind of paper."""
    _refuse_papers(files)
    for slot, received in files.items():
        attach(received, to=settlement, purpose=slot)
    if plan := plan_behind(settlement.award):
        close_all(plan, REPORT_DUTY)
        if VERIFICATION in files:
            close_all(plan, VERIFICATION_DUTY)


def _refuse_papers(files: Mapping[str, Received]) -> None:
    for slot in files:
        if slot not in PAPERS_OF_A_REPORT:
            raise NoSuchPaper(found=slot, offered=", ".join(PAPERS_OF_A_REPORT.values()))


def _begin(award: Award, summary: str, at: datetime) -> Settlement:
    if there := Settlement.objects.of(award.jurisdiction_id).filter(award=award).first():
        raise SettledAlready(award=award.number, state=there.get_state_display())
    if award.state not in (AwardState.EFFECTIVE, AwardState.ENDED) or not award.number:
        title = award.number or f"{award.application.number}의 결정"
        raise NotInEffect(award=title, state=award.get_state_display())
    own = Settlement.objects.of(award.jurisdiction_id).filter(office=award.office)
    settlement = Settlement(
        jurisdiction_id=award.jurisdiction_id,
        award=award,
        office=award.office,
        body=award.body,
        state=State.REPORTED,
        number=next_number(own, f"{award.application.call.year}-정산"),
        reported_on=timezone.localdate(at),
        due_on=report_due_on(award),
        summary=written.text(Settlement, "summary", summary),
    )
    settlement.save()
    return settlement
