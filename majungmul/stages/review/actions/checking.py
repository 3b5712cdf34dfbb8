"""자격 검토 — an application is taken up, and each item of the 자격검토표 answered with its reason."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.programmes.specification import Specification, specification
from majungmul.programmes.stage_settings import Item
from majungmul.stages.application import actions as applications
from majungmul.stages.application.models import Application
from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.call.models import Call, Kind
from majungmul.stages.review.models import Answer, CheckedItem, Review
from majungmul.stages.review.queries import GONE
from majungmul.stages.review.states import State, after
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal


class NoSuchItem(Refusal):
    """없는 항목."""

    sentence = "자격검토표에 ‘{code}’ 항목이 없습니다. 검토표에 있는 항목을 골라 주십시오."


class CommitteeNotBuilt(Refusal):
    """선정위원회를 거치는 사업."""

    sentence = (
        "‘{programme}’은(는) 선정위원회를 거치는 사업인데, 위원회 심사는 아직 만들지 않았습니다. "
        "위원회를 따로 열어 정하거나, 사업 명세의 ‘needs_committee’를 확인해 주십시오."
    )


class WithTheApplicant(Refusal):
    """보완 중."""

    sentence = "접수번호 {number}은(는) 보완 중입니다. 보완이 끝나 검토를 다시 시작한 뒤 해 주십시오."


class ApplicationGone(Refusal):
    """철회·반려된 신청."""

    sentence = "접수번호 {number}은(는) ‘{state}’ 상태라 더 심사하지 않습니다. 신청 목록에서 확인해 주십시오."


@action("review.begun")
def begin(application_id: UUID, *, by: Actor, at: datetime, key: str) -> Review:
    """자격 검토 시작 — the application is in 심사 중, and every item of its programme waits for its answer.

    Where the review had begun and a 보완 came between, it goes on. Returns the review.
    Refuses a programme that needs a committee: that is not built yet.
    """
    application = found(Application, by, application_id)
    require(by, "review.begin", application)
    if application.call.kind == Kind.PUBLIC:
        programme = specification(application.call.jurisdiction.code, application.call.programme)
        refuse_committee(programme, timezone.localdate(at))
    applications.take_up(application_id, by=by, at=at, key=key)
    if earlier := Review.objects.of(by.jurisdiction).filter(application=application).first():
        return earlier
    review = Review(
        jurisdiction_id=by.jurisdiction,
        application=application,
        office=application.office,
        state=State.CHECKING,
    )
    review.save()
    for order, item in enumerate(_items(application.call), start=1):
        CheckedItem(
            jurisdiction_id=by.jurisdiction, review=review, code=item.code, label=item.label, order=order
        ).save()
    return review


@action("review.checked")
def check(
    review_id: UUID, code: str, answer: str, reason: str, *, by: Actor, at: datetime, key: str
) -> CheckedItem:
    """자격 검토 — one item is met, not met or not asked, and why. Returns the item."""
    review = locked(Review, by, review_id)
    require(by, "review.check", review)
    after("review.check", review.state, review.application.number)
    refuse_gone(review)
    item = review.items.filter(code=code).first()
    if item is None:
        raise NoSuchItem(code=code)
    item.answer = Answer(written.one_of(CheckedItem, "answer", answer))
    item.reason = written.line(CheckedItem, "reason", reason)
    item.save()
    return item


@action("review.correction_asked")
def ask_correction(
    review_id: UUID, field: str, what: str, days: int | None = None, *, by: Actor, at: datetime, key: str
) -> Review:
    """검토 중 보완요청 — as the application's own, while it is reviewed; 심사 goes on once it is corrected."""
    review = locked(Review, by, review_id)
    require(by, "review.ask_correction", review)
    after("review.ask_correction", review.state, review.application.number)
    applications.ask_correction_reviewed(review.application_id, field, what, days, by=by, at=at, key=key)
    return review


def refuse_committee(programme: Specification, day: date) -> None:
    """Refuse a programme whose settings of the day ask for a committee."""
    if programme.settings_on(day).needs_committee:
        raise CommitteeNotBuilt(programme=programme.name)


def refuse_gone(review: Review) -> None:
    """Refuse to go on with an application that was withdrawn or returned."""
    application = review.application
    if application.state in GONE:
        raise ApplicationGone(number=application.number, state=application.get_state_display())


def refuse_not_here(review: Review) -> None:
    """Refuse to go on with an application that is gone, or with the applicant to be put right."""
    refuse_gone(review)
    if review.application.state != ApplicationState.REVIEWING:
        raise WithTheApplicant(number=review.application.number)


def _items(call: Call) -> tuple[Item, ...]:
    """자격검토표의 항목 — of the programme; of the city's examination (법 제8조) where one was designated."""
    if call.kind == Kind.DESIGNATION:
        return jurisdiction(call.jurisdiction.code).eligibility
    return specification(call.jurisdiction.code, call.programme).eligibility
