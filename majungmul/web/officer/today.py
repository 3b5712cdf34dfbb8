"""오늘 할 일 — what the seat owes, how many stand at each stage, what waits to be looked at, what changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from majungmul.books.duties.queries import agenda, agenda_of_party
from majungmul.books.parties.queries.directory import names_behind
from majungmul.books.parties.queries.sight import own_office
from majungmul.stages.application import queries as applications
from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.award import queries as awards
from majungmul.stages.award.states import State as AwardState
from majungmul.stages.call.queries import unrecorded_briefings
from majungmul.stages.delivery.queries import contracts_waiting
from majungmul.stages.payment import queries as payments
from majungmul.stages.review import queries as reviews
from majungmul.stages.review.states import State as ReviewState
from majungmul.stages.settlement.queries import settlements_by
from majungmul.web import asked
from majungmul.web.asked import Asked
from majungmul.web.officer.today_changes import changes_since, day_before
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.books.duties.models import Duty

KEPT = "records_kept"
"""자료 보관: its last day is no deadline, but the day until which papers are kept."""


class Stop(NamedTuple):
    """단계 — of the pipeline: its name, how many stand there, a word below, where they are."""

    label: str
    many: int
    below: str
    address: str
    is_hot: bool = False


class Look(NamedTuple):
    """살필 것 — what it is, why it is here, since or until when, where it is done."""

    title: str
    why: str
    when: str
    address: str
    button: str


class Owed(NamedTuple):
    """할 일의 줄 — a duty, about whom, of whom it is, whether this seat may say that it is done."""

    duty: "Duty"
    body: str
    whose: str
    is_own: bool
    address: str


def today(request: Asked) -> HttpResponse:
    """오늘 할 일."""
    owed, day = _agenda(request), asked.today(request)
    late, kept = _apart(owed["overdue"])
    since = day_before(day)
    changes = changes_since(request, since)
    return show(
        request,
        "officer/today.html",
        owed=owed | {"overdue": late},
        kept=kept,
        today=day,
        since=since,
        stops=_pipeline(request, day.year),
        looks=_looks(request),
        changes=changes,
        by_word=_by_word([change.words for change in changes]),
    )


def _agenda(request: Asked) -> dict[str, list[Owed]]:
    """The duties of the person's seats in this office, and of the body that the office is of."""
    office, day = request.seat.actor.office, asked.today(request)
    here = [seat for seat in request.seats if seat.actor.office == office]
    found = agenda(request.jurisdiction.pk, [seat.actor.position for seat in here], on=day)
    body = request.seat.body
    of_body = agenda_of_party(request.jurisdiction.pk, body, on=day) if body else {}
    names = _names(office, (duty for each in (found, of_body) for some in each.values() for duty in some))
    return {
        bucket.value: sorted(
            (_owed(request, duty, names) for duty in (*duties, *of_body.get(bucket, ()))),
            key=lambda each: (each.duty.due_on, each.duty.pk),
        )
        for bucket, duties in found.items()
    }


def _names(office: UUID, duties: "Iterable[Duty]") -> dict[UUID, str]:
    """About whom the duties are, by their row; one query for each kind of row."""
    rows: dict[str, set[UUID]] = defaultdict(set)
    for duty in duties:
        rows[duty.subject_model].add(duty.subject)
    return {
        pk: name for label, keys in rows.items() for pk, name in names_behind(office, label, keys).items()
    }


def _owed(request: Asked, duty: "Duty", names: Mapping[UUID, str]) -> Owed:
    is_own = duty.position_id == request.actor.position
    whose = duty.position.title if duty.position else "기관이 함께 하는 일"
    address = reverse("officer:go", args=[duty.subject_model, duty.subject])
    is_somewhere = duty.subject_model != "parties.position"
    return Owed(
        duty,
        names.get(duty.subject, ""),
        "" if is_own else whose,
        is_own or duty.position is None,
        address if is_somewhere else "",
    )


def _apart(owed: list[Owed]) -> tuple[list[Owed], list[Owed]]:
    """What is late, and papers whose time of keeping is over."""
    kept = [each for each in owed if each.duty.code == KEPT]
    return [each for each in owed if each.duty.code != KEPT], kept


def _pipeline(request: Asked, year: int) -> list[Stop]:
    """접수부터 정산까지 — how many stand where, of the seat's office."""
    office, place = own_office(request.seat), (request.seat.actor.office, request.jurisdiction.pk)
    applied = applications.counts_of(office)
    looked = reviews.counts(*place, year)
    decided = awards.counts(*place, year)
    claims = payments.waiting_for_review(place[1], place[0]).count()
    in_inbox = looked[ReviewState.SUBMITTED] + decided[AwardState.SUBMITTED]
    paying = payments.waiting_for_approval(place[1], place[0]).count()
    settling = settlements_by(*place, year).count()
    listed, chosen = reverse("officer:applications"), reverse("officer:awards")
    to_decide = len(awards.selected_without_award(*place))
    return [
        Stop(
            "접수",
            applied[ApplicationState.RECEIVED],
            f"보완 중 {applied[ApplicationState.CORRECTING]}",
            f"{listed}?show=received",
        ),
        Stop("자격 검토", looked[ReviewState.CHECKING], "검토하는 중", f"{listed}?show=checking"),
        Stop("결정", to_decide + decided[AwardState.DRAFT], f"결정 전 {to_decide}", chosen),
        Stop(
            "계약",
            contracts_waiting(*place).count(),
            f"효력 있는 결정 {decided[AwardState.EFFECTIVE]}",
            f"{chosen}?show=effective",
        ),
        Stop("지급 심사", claims, "청구를 살핌", reverse("officer:claims"), is_hot=claims > 0),
        Stop("결재", in_inbox + paying, f"지급 결재 {paying}", f"{listed}?show=submitted"),
        Stop("정산", settling, f"{year}년", reverse("officer:settlements")),
    ]


def _looks(request: Asked) -> list[Look]:
    """살필 것 — late corrections, other looks asked for, briefings without record, contracts to confirm."""
    office, place = own_office(request.seat), (request.seat.actor.office, request.jurisdiction.pk)
    late = applications.overdue_corrections(office, asked.today(request)).select_related("application__body")
    looks = [
        Look(
            f"{each.application.body.name} 보완 기한이 지남",
            each.what,
            f"{each.due_on:%Y. %-m. %-d.}까지였음",
            reverse("officer:application", args=[each.application_id]),
            "보기",
        )
        for each in late
    ]
    looks += [
        Look(
            f"{each.review.application.body.name} 재검토 요청",
            each.reason,
            "결재권자가 답함",
            reverse("officer:application", args=[each.review.application_id]),
            "보기",
        )
        for each in reviews.asked_again(*place)
    ]
    return looks + _looks_further(request, place)


def _looks_further(request: Asked, place: tuple[UUID, UUID]) -> list[Look]:
    held = unrecorded_briefings(*place, request.at)
    looks = [
        Look(
            f"{each.call.title} 설명회 결과 적기",
            f"{each.place}. 참석 인원과 서명부를 적습니다",
            f"{each.held_at:%Y. %-m. %-d.}에 열림",
            reverse("officer:briefing", args=[each.pk]),
            "적기",
        )
        for each in held
    ]
    return looks + [
        Look(
            f"{each.body.name} 계약 확인",
            f"{each.counterpart.name}, {each.item}",
            f"{each.signed_on:%Y. %-m. %-d.} 계약",
            reverse("officer:award", args=[each.award_id]),
            "확인하기",
        )
        for each in contracts_waiting(*place)
    ]


def _by_word(words: list[str]) -> list[tuple[str, int]]:
    return [(word, words.count(word)) for word in dict.fromkeys(words)]
