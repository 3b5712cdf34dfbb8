"""권한 확인 — may this actor do this, to this row, on this day? `rights` says, and nothing else decides."""

from datetime import date
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties.kinds import Role
from majungmul.books.parties.models import Acting, Office, Person, Position, Tenure, holds_on
from majungmul.books.parties.queries.bodies import family
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.rights import RIGHTS, Over, Right
from majungmul.books.trail.models import Recorded
from majungmul.books.trail.running import OutsideAnAction, running
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal


class PersonLeft(Refusal):
    """사용 중지."""

    sentence = "이 계정은 사용이 중지되어 있습니다. 기관의 관리자에게 문의해 주십시오."


class PositionNotHeld(Refusal):
    """맡지 않은 직책."""

    sentence = "‘{title}’ 직책을 맡고 있지 않습니다. 지금 맡은 직책을 골라 다시 해 주십시오."


class PositionEnded(Refusal):
    """끝난 보직."""

    sentence = (
        "‘{title}’ 보직은 {last_day:%Y. %-m. %-d.}에 끝났습니다. "
        "지금 맡은 직책을 골라 다시 하거나, 후임자에게 넘겨 주십시오."
    )


class PositionNotYet(Refusal):
    """시작 전의 보직."""

    sentence = "‘{title}’ 보직은 {since:%Y. %-m. %-d.}부터입니다. 그날부터 할 수 있습니다."


class NotActing(Refusal):
    """대리 기간 밖."""

    sentence = (
        "지금은 ‘{title}’의 대결·직무대리 기간이 아닙니다. "
        "본래 직책을 골라 다시 하거나, 기관의 관리자에게 대리 지정을 요청해 주십시오."
    )


class NotAllowed(Refusal):
    """권한 없음."""

    sentence = (
        "‘{name}’은(는) {who}의 일입니다. 지금 직책(‘{title}’)으로는 할 수 없으니 그쪽에 요청해 주십시오."
    )


class OtherOffice(Refusal):
    """다른 기관의 일."""

    sentence = "다른 기관의 기록이라 ‘{name}’을(를) 할 수 없습니다. 그 기관의 담당에게 요청해 주십시오."


class OtherBody(Refusal):
    """다른 단체의 것."""

    sentence = "다른 단체의 기록이라 ‘{name}’을(를) 할 수 없습니다. 그 단체의 담당자에게 요청해 주십시오."


class SomebodyElse(Refusal):
    """남의 것."""

    sentence = "‘{name}’은(는) 본인만 할 수 있습니다. 본인에게 요청해 주십시오."


class SamePerson(Refusal):
    """같은 사람."""

    sentence = "같은 사람이 두 일을 모두 할 수 없습니다. 다른 사람이 하도록 넘겨 주십시오."


def require(actor: Actor, verb: str, subject: Recorded | None = None) -> None:
    """권한 — nothing, where the actor may do this to the subject on the day of the running action.

    `subject` is the row acted on; None where it is yet to be made, in the actor's own office. Refuses a
    person who left, a position not held on the day (not yet, no longer), a deputyship outside its period, a
    role or office without the right, a row of another office or body; one of another jurisdiction is not there.
    """
    right, on = RIGHTS[verb], _day(verb)
    position = _position_held(actor, on)
    if position.role not in right.roles or position.office.kind not in right.offices:
        raise NotAllowed(name=right.name, who=right.who, title=position.title)
    if subject is not None:
        _within_reach(right, actor, position, subject)


def another_person(actor: Actor, *earlier: UUID | None) -> None:
    """두 사람 — nothing, where the actor acted in none of the earlier steps. Refuses the same person."""
    if actor.person in earlier:
        raise SamePerson


def _day(verb: str) -> date:
    """The day on which the running action happens, in the country's own time."""
    frame = running()
    if frame is None:
        raise OutsideAnAction(row=f"‘{RIGHTS[verb].name}’")
    return timezone.localdate(frame.at)


def _position_held(actor: Actor, on: date) -> Position:
    """The position in which the actor acts. Refuses one not held, or acted for, on the day."""
    seats = Position.objects.of(actor.jurisdiction).select_related("office__organisation")
    position = seats.filter(pk=actor.position, office=actor.office).first()
    if position is None:
        raise PositionNotHeld(title=actor.for_title or actor.title)
    if not Person.objects.of(actor.jurisdiction).filter(pk=actor.person, is_active=True).exists():
        raise PersonLeft
    if actor.for_title:
        _acting(actor, position, on)
    else:
        _holding(actor, position, on)
    return position


def _holding(actor: Actor, position: Position, on: date) -> None:
    tenures = [
        tenure
        for tenure in Tenure.objects.filter(position=position, person=actor.person).order_by("-since")
        if not tenure.never_held
    ]
    if not tenures:
        raise PositionNotHeld(title=position.title)
    if any(tenure.holds(on) for tenure in tenures):
        return
    ended = [tenure for tenure in tenures if tenure.until is not None and tenure.until <= on]
    if ended:
        raise PositionEnded(title=position.title, last_day=ended[0].last_day)
    raise PositionNotYet(title=position.title, since=tenures[-1].since)


def _acting(actor: Actor, position: Position, on: date) -> None:
    held = Tenure.objects.filter(holds_on(on), person=actor.person).values("position")
    if not Acting.objects.filter(holds_on(on), position=position, by__in=held).exists():
        raise NotActing(title=position.title)


def _within_reach(right: Right, actor: Actor, position: Position, subject: Recorded) -> None:
    """Compare the subject's jurisdiction, and its office where the right is over one's own."""
    if subject.jurisdiction_id != actor.jurisdiction:
        raise NotHere(what=subject._meta.verbose_name)
    if right.over is Over.SELF and subject.pk != actor.person:
        raise SomebodyElse(name=right.name)
    # The program itself acts for the whole jurisdiction.
    if right.over is Over.OWN_OFFICE and position.role != Role.SYSTEM and _office_of(subject) != actor.office:
        raise OtherOffice(name=right.name)
    if right.over is Over.OWN_BODY and not _is_of_own_body(subject, position):
        raise OtherBody(name=right.name)
    if right.over is Over.BODY_OR_OFFICE and not (
        _office_of(subject) == actor.office or _is_of_own_body(subject, position)
    ):
        raise OtherBody(name=right.name)


def _is_of_own_body(subject: Recorded, position: Position) -> bool:
    """Whether the row belongs to the body of the actor's office, or to a row that was merged into it."""
    own = position.office.organisation
    return own is not None and subject.body_id in family(own)  # type: ignore[attr-defined]


def _office_of(subject: Recorded) -> UUID:
    """The office that a row belongs to. A row without one is a bug of the table."""
    if isinstance(subject, Office):
        return subject.pk
    office: UUID = subject.office_id  # type: ignore[attr-defined]
    return office
