"""공모에 묻기 — which calls there are, which are open now and how much is left; read only."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from majungmul.books.files.models import SealedStep
from majungmul.books.ledger.queries import available_in
from majungmul.books.parties.queries.letters import head_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.queries.seats import Seat
from majungmul.books.parties.queries.sight import in_sight
from majungmul.books.trail.models import RecordedQuerySet
from majungmul.programmes.form import Form
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.programmes.specification import specification, terms_on
from majungmul.rules import Rule
from majungmul.stages.call.models import Amendment, Briefing, Call, Kind
from majungmul.stages.call.states import State
from majungmul.stages.plan.models import Plan
from majungmul.values.won import Won

DESIGNATION_STEP = "designation"
"""The step of a designation that is sealed by its paper."""


@dataclass(frozen=True, slots=True)
class OpenCall:
    """지금 신청할 수 있는 공고 — with 신청 가능 금액 in won: what is free in the account that funds it."""

    call: Call
    available: Won


def calls_of(jurisdiction: UUID, year: int) -> RecordedQuerySet[Call]:
    """공고 — all calls of a year, in the order in which they were begun."""
    calls: RecordedQuerySet[Call] = Call.objects.of(jurisdiction)
    return calls.filter(year=year).order_by("id")


def years_of(office: UUID, jurisdiction: UUID) -> list[int]:
    """회계연도 — those in which an office has calls, the latest first."""
    years = Call.objects.of(jurisdiction).filter(office=office).values_list("year", flat=True)
    return list(years.order_by("-year").distinct())


def open_calls(jurisdiction: UUID, at: datetime) -> RecordedQuerySet[Call]:
    """지금 신청할 수 있는 공고 — open at that instant, the one that closes first first."""
    calls: RecordedQuerySet[Call] = Call.objects.of(jurisdiction)
    is_open = calls.filter(state=State.ANNOUNCED, kind=Kind.PUBLIC, opens_at__lte=at, closes_at__gt=at)
    return is_open.select_related("office", "account").order_by("closes_at", "id")


def open_with_available(jurisdiction: UUID, at: datetime) -> list[OpenCall]:
    """열린 공고와 신청 가능 금액 — as `open_calls`; two calls of one account share what it has. One query."""
    return [OpenCall(call, call.account.free) for call in open_calls(jurisdiction, at)]


def available_for(call: Call) -> Won:
    """신청 가능 금액 — what is free now in the account that the call names, in won."""
    return available_in(call.account_id)


def designations_for(body: UUID, jurisdiction: UUID, at: datetime) -> RecordedQuerySet[Call]:
    """지정 — those under which a body may apply at that instant."""
    calls: RecordedQuerySet[Call] = Call.objects.of(jurisdiction)
    return calls.filter(
        kind=Kind.DESIGNATION, designated=body, state=State.ANNOUNCED, opens_at__lte=at, closes_at__gt=at
    ).order_by("closes_at", "id")


def designations_by(office: UUID, jurisdiction: UUID, year: int) -> RecordedQuerySet[Call]:
    """지정 — those of an office in a year, in the order in which they were made."""
    calls: RecordedQuerySet[Call] = Call.objects.of(jurisdiction)
    own = calls.filter(office=office, kind=Kind.DESIGNATION, year=year)
    return own.select_related("designated").order_by("id")


def designations_without_number(office: UUID, jurisdiction: UUID) -> RecordedQuerySet[Call]:
    """시행을 기다리는 지정 — those of an office of which the paper has no 문서번호 yet, the oldest first."""
    calls: RecordedQuerySet[Call] = Call.objects.of(jurisdiction)
    own = calls.filter(office=office, kind=Kind.DESIGNATION, state=State.ANNOUNCED)
    sealed = SealedStep.objects.of(jurisdiction).filter(subject_model="call.call", step=DESIGNATION_STEP)
    return own.exclude(pk__in=sealed.values("subject")).select_related("designated").order_by("id")


def amendments_of(call: Call) -> RecordedQuerySet[Amendment]:
    """정정공고 — of a call, the first first."""
    amendments: RecordedQuerySet[Amendment] = Amendment.objects.of(call.jurisdiction_id)
    return amendments.filter(call=call).order_by("number")


def briefings_of(call: Call) -> RecordedQuerySet[Briefing]:
    """설명회 — of a call, in the order of time."""
    briefings: RecordedQuerySet[Briefing] = Briefing.objects.of(call.jurisdiction_id)
    return briefings.filter(call=call).order_by("held_at", "id")


def unrecorded_briefings(office: UUID, jurisdiction: UUID, at: datetime) -> RecordedQuerySet[Briefing]:
    """결과를 적을 설명회 — those of an office's calls that were held, and whose people were not yet counted."""
    briefings: RecordedQuerySet[Briefing] = Briefing.objects.of(jurisdiction)
    held = briefings.filter(call__office=office, call__state=State.ANNOUNCED, people=None, held_at__lte=at)
    return held.select_related("call").order_by("held_at", "id")


def form_of(call: Call) -> Form:
    """서식 — the form of the call's programme, or the city's 교부신청서 where one was designated.

    Refuses (NoSuchSlot) a further paper that the form does not know.
    """
    if call.kind == Kind.DESIGNATION:
        form = jurisdiction(call.jurisdiction.code).form("grant_application")
    else:
        form = specification(call.jurisdiction.code, call.programme).form("application")
    return form.with_required(tuple(call.also_required))


def plan_behind(call: Call) -> Plan | None:
    """지원계획 — whose money the call is for, up the chain of accounts; None where no plan has it."""
    root = call.account
    while root.of is not None:
        root = root.of
    return Plan.objects.of(call.jurisdiction_id).filter(account=root).first()


def rule_of(call: Call) -> Rule:
    """셈 — by which a call's line gives support, under the terms of the day on which the call opens."""
    return terms_on(
        timezone.localdate(call.opens_at),
        jurisdiction=call.jurisdiction.code,
        programme=call.programme,
        line=call.account.line,
    ).rule


def sender_of(call: Call) -> str:
    """발신 명의 — 서울특별시장, or who stands for the operator."""
    body = call.office.organisation
    return head_of(body) if body and call.kind == Kind.PUBLIC else jurisdiction(call.jurisdiction.code).head


def closes_in_words(call: Call) -> str:
    """마감 — `2018. 4. 30. 18:00 전까지`; a midnight as the day that ends with it: `2018. 4. 30.까지`."""
    closes_at = timezone.localtime(call.closes_at)
    if (closes_at.hour, closes_at.minute) == (0, 0):
        return f"{closes_at - timedelta(days=1):%Y. %-m. %-d.}까지"
    return f"{closes_at:%Y. %-m. %-d. %H:%M} 전까지"


# ── one of them, to look at ─────────────────────────────────────────────────────────────────────────


def call_for(seat: Seat, row: UUID) -> Call:
    """공고 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Call, seat, row)


def briefing_for(seat: Seat, row: UUID) -> Briefing:
    """설명회 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Briefing, seat, row)


# ── what everybody may see ──────────────────────────────────────────────────────────────────────────


def announced(jurisdiction: UUID) -> RecordedQuerySet[Call]:
    """공고된 것 — every public call that was announced, cancelled ones too, the newest first."""
    calls: RecordedQuerySet[Call] = Call.objects.of(jurisdiction)
    public = calls.filter(kind=Kind.PUBLIC, announced_on__isnull=False).select_related("office", "account")
    return public.order_by("-announced_on", "-id")


def announced_call(jurisdiction: UUID, row: UUID) -> Call:
    """공고 — for everybody. Refuses (NotHere) a draft, a 지정, and what is not there."""
    call = announced(jurisdiction).filter(pk=row).select_related("jurisdiction").first()
    if call is None:
        raise NotHere(what="공고")
    return call
