"""심사 중 철회 — the applicant withdraws before the decision; the application is withdrawn with it."""

from datetime import datetime
from uuid import UUID

from majungmul.books.duties.actions import close_all
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.application import actions as applications
from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.review.actions.again import ANSWER
from majungmul.stages.review.models import Review
from majungmul.stages.review.states import after
from majungmul.values.actor import Actor


@action("review.withdrawn")
def withdraw(review_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Review:
    """심사 중 철회 — with a reason. Returns the review."""
    review = locked(Review, by, review_id)
    require(by, "review.withdraw", review)
    review.state = after("review.withdraw", review.state, review.application.number)
    if review.application.state != ApplicationState.TURNED_DOWN:  # that is over already
        applications.withdraw_reviewed(review.application_id, reason, by=by, at=at, key=key)
    review.save()
    close_all(review, ANSWER, note="철회함")
    return review
