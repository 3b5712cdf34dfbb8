"""할 일에 묻기 — what a position or a body has to do, seen from a day; what moved, and why."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Q

from majungmul.books.duties.models import Bucket, DueMove, Duty, HolidayChange
from majungmul.books.parties.kinds import OfficeKind
from majungmul.books.parties.models import Office
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.queries.seats import Seat
from majungmul.books.trail.models import Recorded, RecordedQuerySet

Agenda = dict[Bucket, list[Duty]]
"""Every bucket, with what is in it, the first due first."""

RECORDS_KEPT = "records_kept"
"""The code of a day until which papers are kept: what nobody has to do."""


def agenda(jurisdiction: UUID, positions: Collection[UUID], *, on: date) -> Agenda:
    """할 일 — the open duties of these positions, by where they stand on the day; one query.

    Who acts for another position names that one, too, and sees its duties as long as it acts for it.
    """
    return _seen(_of(jurisdiction).filter(position__in=positions), on)


def agenda_of_party(jurisdiction: UUID, party: UUID, *, on: date) -> Agenda:
    """할 일 — the open duties of a body, as `agenda`."""
    return _seen(_of(jurisdiction).filter(party=party), on)


def overdue_in(jurisdiction: UUID, on: date) -> RecordedQuerySet[Duty]:
    """기한이 지난 할 일 — of the city and the operator, seen from a day, the longest overdue first.

    Without what an applicant may do (재검토 요청) and the days until which papers are kept (자료 보관).
    """
    operating = Office.objects.of(jurisdiction).filter(kind=OfficeKind.OPERATOR, organisation__isnull=False)
    whose = Q(position__office__kind__in=(OfficeKind.CITY, OfficeKind.OPERATOR))
    whose |= Q(party__in=operating.values("organisation"))
    late = _of(jurisdiction).filter(whose, done_at=None, is_certain=True, due_on__lt=on)
    late = late.exclude(code=RECORDS_KEPT)
    return late.select_related("position__office", "party").order_by("due_on", "id")


def duties_of(row: Recorded) -> RecordedQuerySet[Duty]:
    """The duties that a row started, open and done, the first due first."""
    subject = {"subject_model": row._meta.label_lower, "subject": row.pk}
    return _of(row.jurisdiction_id).filter(**subject).order_by("due_on", "id")


def moved_by(change: HolidayChange) -> RecordedQuerySet[DueMove]:
    """기한 변경 — the moves that a change of holidays made, by the new last day."""
    moves: RecordedQuerySet[DueMove] = DueMove.objects.of(change.jurisdiction_id)
    return moves.filter(holidays=change).select_related("duty").order_by("due_on", "id")


def duty_for(seat: Seat, row: UUID) -> Duty:
    """할 일 — of a position of the seat's office, or of the body that it is of. Refuses (NotHere) another."""
    whose = Q(position__office=seat.actor.office)
    if seat.body:
        whose |= Q(party=seat.body)
    found = _of(seat.actor.jurisdiction).filter(whose, pk=row).select_related("position", "party").first()
    if found is None:
        raise NotHere(what="할 일")
    return found


def _of(jurisdiction: UUID) -> RecordedQuerySet[Duty]:
    duties: RecordedQuerySet[Duty] = Duty.objects.of(jurisdiction)
    return duties


def _seen(duties: RecordedQuerySet[Duty], on: date) -> Agenda:
    seen: Agenda = {bucket: [] for bucket in Bucket}
    for duty in duties.filter(done_at=None).select_related("position", "party").order_by("due_on", "id"):
        seen[duty.bucket_on(on)].append(duty)
    return seen
