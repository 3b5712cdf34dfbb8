"""결재함 — everything that waits for an approver of the office, of all kinds, in the order in which it came."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from majungmul.books.parties.queries.positions import names_of
from majungmul.books.parties.queries.seats import Seat
from majungmul.stages.award import queries as awards
from majungmul.stages.delivery import queries as delivery
from majungmul.stages.payment import queries as payments
from majungmul.stages.plan import queries as plans
from majungmul.stages.review import queries as reviews
from majungmul.stages.settlement import queries as settlements
from majungmul.values.won import Won


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """결재할 것 — of which kind, what, how much, who handed it in and when, what is new; where it is looked at."""

    kind: str
    word: str
    row: UUID
    what: str
    since: date | datetime
    amount: Won | None = None
    by: UUID | None = None
    new: tuple[str, ...] = ()
    note: str = ""
    address: str = ""

    @property
    def day(self) -> date:
        """The day since which it waits."""
        return timezone.localdate(self.since) if isinstance(self.since, datetime) else self.since

    @property
    def at(self) -> str:
        """The address of its page."""
        return self.address or reverse("approver:matter", args=(self.kind, self.row))


def to_decide(seat: Seat, year: int) -> list[Matter]:
    """결재할 것 — handed in, the oldest first."""
    office, of = seat.actor.office, seat.actor.jurisdiction
    found = [*_decisions(office, of), *_money(office, of), *_endings(office, of), *_plans(office, of, year)]
    return sorted(found, key=lambda each: (each.day, each.row))


def to_answer(seat: Seat) -> list[Matter]:
    """답할 것 — requests to look again and objections, the oldest first."""
    office, of = seat.actor.office, seat.actor.jurisdiction
    asked = [
        Matter(
            kind="again",
            word="재검토 요청",
            row=each.pk,
            what=f"{each.review.application.body.name}의 재검토 요청",
            since=each.asked_at,
            note=each.reason,
        )
        for each in reviews.asked_again(office, of)
    ]
    asked += [
        Matter(
            kind="objection",
            word="이의신청",
            row=each.pk,
            what=f"{each.award.body.name}의 이의신청",
            since=each.filed_on,
            note=each.reason,
        )
        for each in awards.objections_to_answer(office, of)
    ]
    asked += [
        Matter(
            kind="refund-objection",
            word="이의신청",
            row=each.pk,
            what=f"{each.refund.body.name}의 이의신청(반환명령)",
            since=each.filed_on,
            note=each.reason,
        )
        for each in settlements.objections_to_answer(office, of)
    ]
    return sorted(asked, key=lambda each: (each.day, each.row))


def on_the_way(seat: Seat) -> list[Matter]:
    """지켜볼 지급 — stopped, or approved and not with the bank yet: what an approver may still stop or let go."""
    office, of = seat.actor.office, seat.actor.jurisdiction
    held = list(payments.on_hold(of, office))
    waiting = list(payments.waiting_for_bank(of, office))
    return [
        Matter(
            kind="claim",
            word="보류" if each.held_for else "이체 대기",
            row=each.pk,
            what=f"{each.body.name} 지급",
            amount=each.recognised,
            since=each.decided_at or each.received_at,
            note=each.held_for,
        )
        for each in [*held, *waiting]
    ]


def names(seat: Seat, matters: list[Matter]) -> dict[UUID, str]:
    """올린 사람 — the names of those who handed these in; one query."""
    return names_of(seat.actor.jurisdiction, [each.by for each in matters if each.by])


def _decisions(office: UUID, of: UUID) -> Iterator[Matter]:
    for each in reviews.waiting_for_approval(office, of):
        yield Matter(
            kind="selection",
            word="선정",
            row=each.review.pk,
            what=f"{each.body} {'선정' if each.is_selected else '선정 제외'}",
            amount=each.recommended,
            by=each.submitted_by,
            since=each.submitted_at,
            new=each.new,
        )
    for waiting in awards.waiting_for_approval(office, of):
        is_change = hasattr(waiting.row, "award_id")
        yield Matter(
            kind="change" if is_change else "award",
            word="변경" if is_change else "결정",
            row=waiting.row.pk,
            what=f"{waiting.body} {waiting.what}" if is_change else f"{waiting.body} 결정",
            amount=waiting.amount,
            by=waiting.submitted_by,
            since=waiting.since,
            new=waiting.new,
        )


def _money(office: UUID, of: UUID) -> Iterator[Matter]:
    for order in delivery.orders_waiting(office, of):
        yield Matter(
            kind="order",
            word="집행 품의",
            row=order.pk,
            what=order.what,
            amount=order.amount,
            by=order.submitted_by,
            since=order.submitted_on or order.drafted_on,
        )
    for claim in payments.waiting_for_approval(of, office):
        if not claim.held_for:
            yield Matter(
                kind="claim",
                word="교부" if claim.kind == "grant" else "지급",
                row=claim.pk,
                what=f"{claim.body.name} {claim.get_kind_display()}",
                amount=claim.recognised,
                by=claim.submitted_by,
                since=claim.submitted_at or claim.received_at,
            )


def _endings(office: UUID, of: UUID) -> Iterator[Matter]:
    for settled in settlements.settlements_to_decide(office, of):
        yield Matter(
            kind="settlement",
            word="정산",
            row=settled.pk,
            what=f"{settled.body.name} 정산",
            by=settled.submitted_by,
            since=settled.submitted_on or settled.reported_on,
        )
    for refund in settlements.refunds_to_decide(of, office):
        yield Matter(
            kind="refund",
            word="반환명령",
            row=refund.pk,
            what=f"{refund.body.name} 반환명령",
            amount=refund.principal,
            by=refund.proposed_by,
            since=refund.proposed_on,
        )
    for revoked in settlements.revocations_to_decide(office, of):
        yield Matter(
            kind="revocation",
            word="결정 취소",
            row=revoked.pk,
            what=f"{revoked.body.name} 결정 취소",
            amount=revoked.principal,
            by=revoked.submitted_by,
            since=revoked.submitted_on,
        )


def _plans(office: UUID, of: UUID, year: int) -> Iterator[Matter]:
    """The plans of this year and the next; they are looked at on their own page."""
    for each in (year, year + 1):
        plan = plans.plan_of(of, office, each)
        if plan and plan.state == "submitted":
            edition = plans.edition_of(plan)
            yield Matter(
                kind="plan",
                word="지원계획",
                row=plan.pk,
                what=edition.title,
                since=date(each, 1, 1),
                address=reverse("city:plan"),
            )
