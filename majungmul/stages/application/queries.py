"""신청에 묻기 — the applications of a call, a body or an office, what they plan, what is owed; read only."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Max, Q
from django.utils import timezone

from majungmul.books.files.models import FileUse
from majungmul.books.files.queries import uses_among, uses_of
from majungmul.books.parties.models import Office, Organisation, Person
from majungmul.books.parties.queries.bodies import family
from majungmul.books.parties.queries.seats import Seat
from majungmul.books.parties.queries.sight import in_sight
from majungmul.books.trail.drafts import people_drafting
from majungmul.books.trail.models import RecordedQuerySet
from majungmul.stages.application.models import AmendmentNotice, Application, Correction, PlannedTrade
from majungmul.stages.application.states import OVER, State
from majungmul.stages.application.support import Support, worked_out_of
from majungmul.stages.call.models import Call
from majungmul.values.actor import Actor

DRAFT = "application"
"""The form under which `trail.drafts` keeps what an applicant types; it is about the call."""


@dataclass(frozen=True, slots=True)
class Mine:
    """내 신청 — an application of a body with what it owes: open corrections, and notices not yet read."""

    application: Application
    corrections: list[Correction]
    notices: list[AmendmentNotice]


@dataclass(frozen=True, slots=True)
class Filter:
    """신청 목록의 조건 — states (none: all), text in name or number, least days of waiting, one call."""

    states: tuple[State, ...] = ()
    text: str = ""
    waiting_days: int = 0
    call: UUID | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """신청 목록의 줄 — an application and for how many days the office has had it: from receipt, or its 보완."""

    application: Application
    days: int


# ── applications ─────────────────────────────────────────────────────────────────────────────────────────


def applications_of(call: Call) -> RecordedQuerySet[Application]:
    """신청 — of a call, in the order of 접수."""
    return _all(call.jurisdiction_id).filter(call=call).select_related("body").order_by("received_at", "id")


def applications_by(body: Organisation) -> RecordedQuerySet[Application]:
    """내 신청 — of a body, the newest first."""
    own = _all(body.jurisdiction_id).filter(body__in=family(body))
    return own.select_related("call").order_by("-received_at", "-id")


def trades_of(application: Application) -> RecordedQuerySet[PlannedTrade]:
    """거래계획 — as it holds now, in the order of the form."""
    rows: RecordedQuerySet[PlannedTrade] = PlannedTrade.objects.of(application.jurisdiction_id)
    return rows.filter(application=application, replaced=False).prefetch_related("partners").order_by("order")


def by_check_code(jurisdiction: UUID, code: str) -> Application | None:
    """접수증 확인 — the application with this code, however it was typed, or None."""
    return _all(jurisdiction).filter(check_code="".join(code.split()).upper()).first()


def counts_of(office: Office) -> dict[State, int]:
    """상태별 건수 — how many applications of an office's calls are in each state, the empty ones too."""
    own = _all(office.jurisdiction_id).filter(office=office).values("state").order_by()
    found = dict(own.annotate(count=Count("pk")).values_list("state", "count"))
    return {state: found.get(state, 0) for state in State}


def counts_by_call(jurisdiction: UUID, calls: Collection[UUID]) -> dict[UUID, int]:
    """공고별 건수 — how many applied under each of these calls; those under which nobody did are not in it."""
    found = _all(jurisdiction).filter(call__in=calls).values("call").order_by()
    return dict(found.annotate(count=Count("pk")).values_list("call", "count"))


def search(office: Office, wanted: Filter, on: date) -> list[Waiting]:
    """신청 목록 — of an office's calls, the longest waiting first; days are counted up to the day `on`."""
    found = _all(office.jurisdiction_id).filter(office=office)
    if wanted.states:
        found = found.filter(state__in=wanted.states)
    if wanted.call:
        found = found.filter(call=wanted.call)
    if text := wanted.text.strip():
        found = found.filter(Q(number__icontains=text) | Q(body__name__icontains=text))
    rows = found.select_related("body", "call").annotate(answered_at=Max("corrections__answered_at"))
    waiting = [Waiting(row, _days(row, on)) for row in rows.order_by("received_at", "id")]
    return sorted((row for row in waiting if row.days >= wanted.waiting_days), key=lambda row: -row.days)


def papers_of(application: Application) -> dict[str, FileUse]:
    """붙임 — the file of each slot that has one: the one that was handed in last."""
    return {use.purpose: use for use in uses_of(application)}


# ── what is owed ─────────────────────────────────────────────────────────────────────────────────────────


def mine(body: Organisation) -> list[Mine]:
    """내 신청 — of a body, the newest first, each with the corrections and notices that wait for it."""
    return [
        Mine(each, list(open_corrections_of(each)), list(_unread(each.jurisdiction_id, application=each)))
        for each in applications_by(body)
    ]


def corrections_of(application: Application) -> RecordedQuerySet[Correction]:
    """보완요청 — of an application, answered or not, the first first."""
    asked: RecordedQuerySet[Correction] = Correction.objects.of(application.jurisdiction_id)
    return asked.filter(application=application).order_by("asked_at", "id")


def open_corrections_of(application: Application) -> RecordedQuerySet[Correction]:
    """답할 보완요청 — those that wait for an answer; none of an application that asks for nothing any more."""
    waiting = corrections_of(application).filter(answered_at=None)
    return waiting if application.is_live else waiting.none()


def overdue_corrections(office: Office, on: date) -> RecordedQuerySet[Correction]:
    """기한이 지난 보완요청 — of an office's calls, the longest overdue first. Nothing follows by itself."""
    asked: RecordedQuerySet[Correction] = Correction.objects.of(office.jurisdiction_id)
    late = asked.filter(application__office=office, answered_at=None, due_on__lt=on)
    return late.exclude(application__state__in=OVER).select_related("application").order_by("due_on", "id")


def unread_notices(by: Actor) -> RecordedQuerySet[AmendmentNotice]:
    """읽지 않은 정정 알림 — for the person, and for the body of the person's office; the newest first."""
    body = Office.objects.get(pk=by.office).organisation
    for_body = Q(application__body__in=family(body)) if body else Q(pk=None)
    unread = _unread(by.jurisdiction).filter(Q(person=by.person) | for_body)
    return unread.select_related("amendment__call").order_by("-at", "-id")


def who_is_writing(call: Call, body: Organisation) -> list[Person]:
    """작성 중인 사람 — those of the body's office who keep a draft under this call, by name."""
    drafting = people_drafting(call.jurisdiction_id, DRAFT, call.pk)
    people = Person.objects.filter(pk__in=drafting, office__organisation__in=family(body))
    return list(people.order_by("name", "pk"))


def _all(jurisdiction: UUID) -> RecordedQuerySet[Application]:
    applications: RecordedQuerySet[Application] = Application.objects.of(jurisdiction)
    return applications


def _unread(jurisdiction: UUID, **of: object) -> RecordedQuerySet[AmendmentNotice]:
    notices: RecordedQuerySet[AmendmentNotice] = AmendmentNotice.objects.of(jurisdiction)
    return notices.filter(read_at=None, **of)


def _days(row: Application, on: date) -> int:
    """For how many days the office has had it; none while it is with the applicant, or over."""
    if row.state not in (State.RECEIVED, State.REVIEWING):
        return 0
    since = getattr(row, "answered_at", None) or row.received_at
    return max(0, (on - timezone.localdate(since)).days)


# ── before it is handed in ──────────────────────────────────────────────────────────────────────────


def live_application(call: Call, body: Organisation) -> Application | None:
    """이미 낸 신청 — the one with which the body applies under the call now, or None."""
    return _all(call.jurisdiction_id).filter(call=call, body__in=family(body)).exclude(state__in=OVER).first()


def estimate(call: Call, answers: object) -> Support | None:
    """지원 신청액 미리 보기 — of what was typed so far, as it will be worked out when it is handed in."""
    return worked_out_of(call, answers)


def box_of(body: Organisation) -> list[FileUse]:
    """서류함 — every paper of the body: kept in the box, or handed in with an application. The newest first.

    The same content for the same purpose stands once.
    """
    applied = _all(body.jurisdiction_id).filter(body__in=family(body)).values_list("pk", flat=True)
    once: dict[tuple[str, UUID], FileUse] = {}
    for use in uses_among(body.jurisdiction_id, [*family(body), *applied]):
        once.setdefault((use.purpose, use.file_id), use)
    return list(once.values())


# ── one of them, to look at ─────────────────────────────────────────────────────────────────────────


def application_for(seat: Seat, row: UUID) -> Application:
    """신청 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Application, seat, row)


def correction_for(seat: Seat, row: UUID) -> Correction:
    """보완요청 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Correction, seat, row)


def notice_for(seat: Seat, row: UUID) -> AmendmentNotice:
    """정정 알림 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(AmendmentNotice, seat, row)
