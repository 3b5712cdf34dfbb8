"""결재함 — what waits for an approver: what, how much, to whom, who asked, what is new against last time."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from majungmul.books.trail.models import RecordedQuerySet
from majungmul.stages.award.models import Award, AwardChange, AwardLine, AwardObjection
from majungmul.stages.award.queries.awards import lines_of, title
from majungmul.stages.award.queries.changes import change_in_words
from majungmul.stages.award.states import ChangeState, State
from majungmul.values.won import ZERO, Won


@dataclass(frozen=True, slots=True)
class Waiting:
    """결재함의 결정 — an award, or a change of one: what, to whom, how much, who handed it in, what is new.

    `amount` is what the award comes to as handed in; for a change, what it comes to now.
    """

    row: Award | AwardChange
    what: str
    body: str
    amount: Won
    submitted_by: UUID
    since: datetime
    new: tuple[str, ...]


def waiting_for_approval(office: UUID, jurisdiction: UUID) -> list[Waiting]:
    """결재함 — awards and changes of an office that wait for an approver, the oldest first."""
    awards = Award.objects.of(jurisdiction).filter(office=office, state=State.SUBMITTED)
    changes = AwardChange.objects.of(jurisdiction).filter(
        award__office=office, award__state=State.EFFECTIVE, state=ChangeState.SUBMITTED
    )
    asked = list(changes.select_related("award__body", "award__application", "line", "to_line"))
    amounts = _amounts(jurisdiction, {*awards.values_list("pk", flat=True), *(row.award_id for row in asked)})
    found = [_of_award(row, amounts) for row in awards.select_related("body", "application")]
    found += [_of_change(row, amounts) for row in asked]
    return sorted((each for each in found if each), key=lambda each: (each.since, each.row.pk))


def objections_to_answer(office: UUID, jurisdiction: UUID) -> RecordedQuerySet[AwardObjection]:
    """답할 이의신청 — against awards of an office, the oldest first."""
    rows: RecordedQuerySet[AwardObjection] = AwardObjection.objects.of(jurisdiction)
    own = rows.filter(award__office=office, is_upheld=None)
    return own.select_related("award__body", "award__application").order_by("filed_on", "id")


def what_is_new(award: Award) -> tuple[str, ...]:
    """달라진 것 — what the award says otherwise than when it was sent back, in words; empty for the first time."""
    if not award.earlier:
        return ()
    before, now = award.earlier[-1]["said"], proposal_of(award)
    return tuple(
        f"{name}: {before.get(name, '없음')} → {now.get(name, '없음')}"
        for name in dict.fromkeys((*before, *now))
        if before.get(name) != now.get(name)
    )


def proposal_of(award: Award) -> dict[str, str]:
    """안 — what an award says, in words: each line's amount, and the days."""
    amounts = {f"{line.order}. {line.label}": str(line.amount) for line in lines_of(award)}
    return amounts | {"사업기간": f"{award.since:%Y. %-m. %-d.}부터 {award.until:%Y. %-m. %-d.} 전까지"}


def _amounts(jurisdiction: UUID, awards: Collection[UUID]) -> dict[UUID, Won]:
    """What each award comes to; one query."""
    amounts = dict.fromkeys(awards, ZERO)
    for line in AwardLine.objects.of(jurisdiction).filter(award__in=awards):
        amounts[line.award_id] += line.amount
    return amounts


def _of_award(award: Award, amounts: Mapping[UUID, Won]) -> Waiting | None:
    if not award.submitted_by or not award.submitted_at:
        return None
    amount = amounts[award.pk]
    who, since = award.submitted_by, award.submitted_at
    return Waiting(award, f"{title(award)}", award.body.name, amount, who, since, what_is_new(award))


def _of_change(change: AwardChange, amounts: Mapping[UUID, Won]) -> Waiting | None:
    if not change.submitted_by:
        return None
    award, new = change.award, f"{change.before} → {change_in_words(change)}"
    what = f"{title(award)} {change.get_kind_display()}"
    amount = amounts[award.pk]
    return Waiting(change, what, award.body.name, amount, change.submitted_by, change.requested_at, (new,))
