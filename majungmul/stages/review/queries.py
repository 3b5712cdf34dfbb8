"""심사에 묻기 — reviews, what waits in them, until when another look may be asked for; read only."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from majungmul.books.duties.actions.inside import last_day
from majungmul.books.parties.kinds import Role
from majungmul.books.parties.models import Organisation, Tenure, holds_on
from majungmul.books.parties.queries.bodies import family
from majungmul.books.parties.queries.seats import Seat
from majungmul.books.parties.queries.sight import in_sight
from majungmul.books.trail.models import RecordedQuerySet
from majungmul.programmes.conditions import article_on
from majungmul.programmes.legislation import law_on
from majungmul.programmes.specification import specification
from majungmul.stages.application.models import Application
from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.call.models import Call, Kind
from majungmul.stages.plan.queries.days_off import days_off
from majungmul.stages.review.models import CheckedItem, Reconsideration, Review
from majungmul.stages.review.states import State
from majungmul.values.duty import Due
from majungmul.values.won import Won

GONE = (ApplicationState.WITHDRAWN, ApplicationState.RETURNED)


def review_of(application: Application) -> Review | None:
    """심사 — of an application, or None where it has not begun."""
    return Review.objects.of(application.jurisdiction_id).filter(application=application).first()


def reviews_of(call: Call) -> RecordedQuerySet[Review]:
    """심사 — of all applications of a call, in the order of 접수."""
    reviews: RecordedQuerySet[Review] = Review.objects.of(call.jurisdiction_id)
    found = reviews.filter(application__call=call).select_related("application__body")
    return found.order_by("application__received_at", "id")


def reviews_by(body: Organisation) -> RecordedQuerySet[Review]:
    """심사 — of all applications of a body, with what was asked to be looked at again."""
    reviews: RecordedQuerySet[Review] = Review.objects.of(body.jurisdiction_id)
    own = reviews.filter(application__body__in=family(body))
    return own.prefetch_related("reconsiderations").order_by("id")


def reviews_behind(jurisdiction: UUID, applications: Collection[UUID]) -> dict[UUID, Review]:
    """심사 — of many applications, by application; those whose review has not begun are not in it. One query."""
    reviews: RecordedQuerySet[Review] = Review.objects.of(jurisdiction)
    return {review.application_id: review for review in reviews.filter(application__in=applications)}


def items_of(review: Review) -> RecordedQuerySet[CheckedItem]:
    """자격검토표 — its items in order."""
    items: RecordedQuerySet[CheckedItem] = CheckedItem.objects.of(review.jurisdiction_id)
    return items.filter(review=review).order_by("order")


def asked_again(office: UUID, jurisdiction: UUID) -> RecordedQuerySet[Reconsideration]:
    """재검토 요청 — those of an office that wait for an answer, the oldest first."""
    rows: RecordedQuerySet[Reconsideration] = Reconsideration.objects.of(jurisdiction)
    waiting = rows.filter(review__office=office, answered_at=None)
    return waiting.select_related("review__application__body").order_by("asked_at", "id")


def asked_for(application: Application) -> Won:
    """신청 금액 — what an application asks for, in won; of a 교부신청 the amount that its form adds up to."""
    amount: Won = application.amount or application.trade_total
    return amount


def counts(office: UUID, jurisdiction: UUID, year: int) -> dict[State, int]:
    """단계별 건수 — how many reviews of an office's year stand in each state; not those whose application went."""
    reviews = Review.objects.of(jurisdiction).filter(office=office, application__call__year=year)
    found = Counter(reviews.exclude(application__state__in=GONE).values_list("state", flat=True))
    return {state: found[state.value] for state in State}


@dataclass(frozen=True, slots=True)
class Waiting:
    """결재함의 선정 — what is handed in, for whom, how much, by whom; and what is new since it was sent back."""

    review: Review
    body: str
    is_selected: bool
    recommended: Won | None
    asked: Won
    submitted_by: UUID
    submitted_at: datetime
    new: tuple[str, ...]


def waiting_for_approval(office: UUID, jurisdiction: UUID) -> list[Waiting]:
    """결재함 — the reviews of an office that wait for an approver, the oldest first."""
    rows = Review.objects.of(jurisdiction).filter(office=office, state=State.SUBMITTED)
    return [
        Waiting(
            review=row,
            body=row.application.body.name,
            is_selected=bool(row.is_selected),
            recommended=row.recommended,
            asked=asked_for(row.application),
            submitted_by=row.submitted_by,
            submitted_at=row.submitted_at,
            new=what_is_new(row),
        )
        for row in rows.select_related("application__body").order_by("submitted_at", "id")
        if row.submitted_by and row.submitted_at
    ]


def what_is_new(review: Review) -> tuple[str, ...]:
    """달라진 것 — what the proposal says otherwise than the one before, in words; empty for the first."""
    if not review.earlier:
        return ()
    before, now = review.earlier[-1], proposal_of(review)
    labels = {"result": "결과", "recommended": "추천 금액", "opinion": "검토 의견"}
    return tuple(
        f"{label}: {before[name] or '없음'} → {now[name] or '없음'}"
        for name, label in labels.items()
        if before[name] != now[name]
    )


def proposal_of(review: Review) -> dict[str, str]:
    """안 — what a review proposes or decided, in words: result, amount, opinion."""
    return {
        "result": result_of(review),
        "recommended": str(review.recommended) if review.recommended else "",
        "opinion": review.opinion,
    }


def result_of(review: Review) -> str:
    """결과 — 선정 or 선정 제외; empty where nothing is proposed."""
    return "" if review.is_selected is None else "선정" if review.is_selected else "선정 제외"


def other_approvers(office: UUID, person: UUID | None, on: date) -> list[str]:
    """다른 결재권자 — the names of those who hold an approver's position of the office and are not this person."""
    seats = Tenure.objects.filter(holds_on(on), position__office=office, position__role=Role.APPROVER)
    others = seats.filter(person__is_active=True).exclude(person=person).select_related("person")
    return sorted({tenure.person.name for tenure in others})


@dataclass(frozen=True, slots=True)
class Again:
    """다시 볼 것을 요청하는 길 — its word, how many days, under what, its last day (uncertain: 확인 필요)."""

    word: str
    days: int
    basis: str
    last: date
    is_certain: bool


def ways_again(call: Call, told_on: date) -> Again:
    """재검토 요청·이의신청 — until when a decision told on that day may be questioned.

    Of the operator's: the settings of its programme. Of the city's: the law of that day.
    """
    code = call.jurisdiction.code
    if call.kind == Kind.DESIGNATION:
        word, days = "이의신청", law_on(told_on, code)["objection.days"].number
        basis = article_on(told_on, "objection.days", code)
    else:
        word, days = (
            "재검토 요청",
            specification(code, call.programme).settings_on(told_on).reconsideration_days,
        )
        basis = f"사업 공고({call.number})" if call.number else "사업 공고"
    last, is_certain = last_day(Due(told_on, days=days), days_off(call.jurisdiction))
    return Again(word, days, basis, last, is_certain)


# ── one of them, to look at ─────────────────────────────────────────────────────────────────────────


def review_for(seat: Seat, row: UUID) -> Review:
    """심사 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Review, seat, row)


def reconsideration_for(seat: Seat, row: UUID) -> Reconsideration:
    """재검토 요청 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Reconsideration, seat, row)
