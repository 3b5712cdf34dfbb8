"""대결·직무대리 — one position acts for another of its office, for a time."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Q

from majungmul.books.parties import written
from majungmul.books.parties.actions.offices import SystemsOwn
from majungmul.books.parties.kinds import Role
from majungmul.books.parties.models import Acting, Position
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import OtherOffice, require
from majungmul.books.parties.rights import RIGHTS
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor
from majungmul.values.period import Period
from majungmul.values.refusal import Refusal


class ActedForAlready(Refusal):
    """이미 대리가 있음."""

    sentence = "그 기간에는 ‘{deputy}’이(가) 이미 ‘{title}’을(를) 대신합니다. 그 대리를 먼저 끝내 주십시오."


class ForItself(Refusal):
    """스스로의 대리."""

    sentence = "‘{title}’은(는) 스스로를 대신할 수 없습니다. 다른 직책을 골라 주십시오."


class EndedAlready(Refusal):
    """이미 끝난 대리."""

    sentence = "이 대결·직무대리는 {last_day:%Y. %-m. %-d.}에 이미 끝났습니다."


@action("position.acted_for")
def act_for(
    position_id: UUID,
    deputy_id: UUID,
    days: tuple[date, date | None],
    reason: str,
    *,
    by: Actor,
    at: datetime,
    key: str,
) -> Acting:
    """대결·직무대리 지정 — whoever holds the deputy position acts for the other on `days`, `[since, until)`.

    `until` is None until further notice (결원). Returns the acting, which is shown on all that is decided so.
    Refuses positions of two offices, the system's, a position for itself, one that is acted for in that time.
    """
    position, deputy = locked(Position, by, position_id), locked(Position, by, deputy_id)
    require(by, "parties.act_for", position)
    _may_act(deputy, position)
    since, until = days
    if until is not None:
        Period(since, until)
    _nobody_acts_yet(position, since, until)
    acting = Acting(
        jurisdiction_id=by.jurisdiction,
        position=position,
        by=deputy,
        reason=written.line(Acting, "reason", reason),
        since=since,
        until=until,
    )
    acting.save()
    return acting


@action("position.no_longer_acted_for")
def end_acting(acting_id: UUID, on: date, *, by: Actor, at: datetime, key: str) -> Acting:
    """대결·직무대리 종료 — from a day on; one not begun is taken back. Refuses one that has ended."""
    acting = locked(Acting, by, acting_id)
    require(by, "parties.end_acting", acting.position)
    if acting.until is not None and acting.until <= on:
        raise EndedAlready(last_day=acting.last_day)
    acting.end(on)
    acting.save()
    return acting


def _may_act(deputy: Position, position: Position) -> None:
    """Refuse a deputy of another office, of the system or for the system, and a position for itself."""
    if deputy.pk == position.pk:
        raise ForItself(title=position.title)
    if deputy.office_id != position.office_id:
        raise OtherOffice(name=RIGHTS["parties.act_for"].name)
    if Role.SYSTEM in (deputy.role, position.role):
        raise SystemsOwn


def _nobody_acts_yet(position: Position, since: date, until: date | None) -> None:
    others = position.acted_for.exclude(until=F("since")).filter(Q(until=None) | Q(until__gt=since))
    if until is not None:
        others = others.filter(since__lt=until)
    other = others.select_related("by").first()
    if other:
        raise ActedForAlready(deputy=other.by.title, title=position.title)
