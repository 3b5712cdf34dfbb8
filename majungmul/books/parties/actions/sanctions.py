"""제재 — a body is barred, restricted or excluded for a time, and the time may end before its day."""

from datetime import date, datetime
from uuid import UUID

from majungmul.books.parties import written
from majungmul.books.parties.actions.bodies import live
from majungmul.books.parties.models import Sanction
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor
from majungmul.values.period import Period
from majungmul.values.refusal import Refusal


class LiftedAlready(Refusal):
    """이미 끝난 제재."""

    sentence = "이 제재는 {last_day:%Y. %-m. %-d.}에 이미 끝났습니다."


@action("sanction.imposed")
def sanction(
    organisation_id: UUID,
    kind: str,
    days: tuple[date, date | None],
    article: str,
    reason: str,
    *,
    by: Actor,
    at: datetime,
    key: str,
) -> Sanction:
    """제재 — the body may not operate, receive or be chosen on `days`, `[since, until)`, or until lifted.

    Returns it. Refuses an end that is not after the beginning (지방보조금법 제32조).
    """
    body = live(organisation_id, "parties.sanction", by)
    since, until = days
    if until is not None:
        Period(since, until)
    imposed = Sanction(
        jurisdiction_id=by.jurisdiction,
        organisation=body,
        kind=written.one_of(Sanction, "kind", kind),
        article=written.line(Sanction, "article", article),
        reason=written.line(Sanction, "reason", reason),
        since=since,
        until=until,
    )
    imposed.save()
    return imposed


@action("sanction.lifted")
def lift(sanction_id: UUID, on: date, reason: str, *, by: Actor, at: datetime, key: str) -> Sanction:
    """제재 해제 — from a day on; one not begun by then is taken back. Refuses one ended by then."""
    imposed = locked(Sanction, by, sanction_id)
    require(by, "parties.lift", imposed.organisation)
    if imposed.until is not None and imposed.until <= on:
        raise LiftedAlready(last_day=imposed.last_day)
    imposed.end(on)
    imposed.lift_reason = written.line(Sanction, "lift_reason", reason)
    imposed.save()
    return imposed
