"""전용과 추경 — the budget of lines, changed after 확정, each with its reason and its paper."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from majungmul.books.ledger import postings
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.plan.models import BudgetLine, LineChange, Plan
from majungmul.stages.plan.queries.plans import edition_of
from majungmul.stages.plan.states import after
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won


class LinesOfTwoPlans(Refusal):
    """다른 계획의 항목."""

    sentence = "두 항목이 같은 지원계획의 것이 아니어서 전용할 수 없습니다. 같은 계획의 항목을 골라 주십시오."


class SameLine(Refusal):
    """같은 항목."""

    sentence = "‘{line}’에서 같은 항목으로는 전용할 수 없습니다. 다른 항목을 골라 주십시오."


class OldLine(Refusal):
    """지난 판의 항목."""

    sentence = "‘{line}’은(는) 지난 판의 항목입니다. 지금 계획의 항목에서 다시 골라 주십시오."


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """예산 변경 — from a line to a line (전용); only to one (추경 증액) or only from one (추경 감액)."""

    amount: Won
    from_line: UUID | None = None
    to_line: UUID | None = None

    def __post_init__(self) -> None:
        """A change of no line is a bug."""
        if not (self.from_line or self.to_line):
            message = "a change names at least one line"
            raise TypeError(message)


@action("plan.line_changed")
def change_line(change: Change, reason: str, paper: str, *, by: Actor, at: datetime, key: str) -> LineChange:
    """예산 변경 — moves what is free in a line, or brings it new money; `paper` is what decided it.

    Returns the change. Refuses to take more than is free (what is committed stays), a plan not in force,
    lines of two plans, and a change without a reason or a paper.
    """
    lines = [found(BudgetLine, by, each) for each in (change.from_line, change.to_line) if each]
    plan = locked(Plan, by, lines[0].edition.plan_id)
    require(by, "plan.change_line", plan)
    after("plan.change_line", plan.state, edition_of(plan).title)
    _refuse_other_lines(plan, lines)
    row = LineChange(
        jurisdiction_id=by.jurisdiction,
        plan=plan,
        from_line=lines[0] if change.from_line else None,
        to_line=lines[-1] if change.to_line else None,
        amount=change.amount,
        reason=written.line(LineChange, "reason", reason),
        paper=written.line(LineChange, "paper", paper),
        at=at,
    )
    _post(row)
    row.save()
    return row


def _refuse_other_lines(plan: Plan, lines: list[BudgetLine]) -> None:
    """Refuse lines of another plan, of an earlier edition, or the same one twice."""
    if len({line.pk for line in lines}) < len(lines):
        raise SameLine(line=lines[0].row.label)
    edition = edition_of(plan)
    for line in lines:
        if line.edition.plan_id != plan.pk:
            raise LinesOfTwoPlans
        if line.edition_id != edition.pk:
            raise OldLine(line=line.row.label)


def _post(change: LineChange) -> None:
    """전용, 추경 증액, 추경 감액 — as the lines say."""
    source, target = change.from_line, change.to_line
    if source and target:
        postings.reallocate(source.account, target.account, change.amount, change.reason)
    elif target:
        postings.appropriate(change.plan.account, change.amount)
        postings.allot(target.account, change.amount)
    elif source:
        postings.cut(source.account, change.amount, change.reason)
        postings.reduce_appropriation(change.plan.account, change.amount, change.reason)
