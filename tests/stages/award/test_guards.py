"""What the database itself refuses, whoever writes: what was decided, met or answered is never written anew."""

import pytest
from django.db import DatabaseError

from majungmul.stages.award import actions
from majungmul.stages.review import actions as reviews
from tests.books.ledger.raw import key_of, run
from tests.given import a_key
from tests.stages.award.givens import decided, line_of, request
from tests.stages.review import givens as of_review
from tests.stages.world import a_world, at

pytestmark = pytest.mark.django_db

ALWAYS = {
    "the day of an award": "UPDATE award_award SET effective_on = '2018-01-01' WHERE id = {award}",
    "who decided": "UPDATE award_award SET decided_by = submitted_by WHERE id = {award}",
    "another who decided": "UPDATE award_award SET decided_by = id WHERE id = {award}",
    "no number": "UPDATE award_award SET number = '' WHERE id = {award}",
    "back to a draft": "UPDATE award_award SET state = 'draft' WHERE id = {award}",
    "ended without a reason": "UPDATE award_award SET state = 'ended' WHERE id = {award}",
    "an award less": "DELETE FROM award_award WHERE id = {award}",
    "what was decided": "UPDATE award_awardline SET decided = 1 WHERE id = {line}",
    "the account of a line": "UPDATE award_awardline SET account_id = of_id WHERE id = {line}",
    "an amount below zero": "UPDATE award_awardline SET amount = -1 WHERE id = {line}",
    "no sentence": "UPDATE award_awardline SET because = '' WHERE id = {line}",
    "other than recommended, without a reason": "UPDATE award_awardline SET recommended = 1 WHERE id = {line}",
    "a change of nothing": "UPDATE award_awardchange SET partner = '' WHERE id = {change}",
    "an approved change without an answer": (
        "UPDATE award_awardchange SET state = 'approved' WHERE id = {change}"
    ),
    "a condition met without a note": (
        "UPDATE award_condition SET fulfilled_on = '2018-05-10' WHERE award_id = {award}"
    ),
    "an objection less": "DELETE FROM award_awardobjection WHERE id = {objection}",
    "an answered objection answered anew": (
        "UPDATE award_awardobjection SET is_upheld = NOT is_upheld WHERE id = {objection}"
    ),
}


@pytest.mark.parametrize("statement", ALWAYS.values(), ids=ALWAYS)
def test_an_award_keeps_what_it_said(statement: str) -> None:
    world = a_world()
    award = decided(world)
    own = world.printer.officer
    change = request(world, award, "partner", partner="서울가상제책조합")
    filed = actions.file_objection(award.pk, "적음", by=own, at=at(5, 14), key=a_key())
    actions.answer_objection(filed.pk, "그대로", upheld=False, by=world.approver, at=at(5, 15), key=a_key())
    keys = {"award": award.pk, "line": line_of(award).pk, "change": change.pk, "objection": filed.pk}
    with pytest.raises(DatabaseError):
        run(statement.format(**{name: key_of(key) for name, key in keys.items()}))


OF_A_REVIEW = {
    "selected without an amount": "UPDATE review_review SET recommended = NULL WHERE id = {review}",
    "an amount of nothing": "UPDATE review_review SET recommended = 0 WHERE id = {review}",
    "who decided": "UPDATE review_review SET decided_by = submitted_by WHERE id = {review}",
    "back to the beginning": "UPDATE review_review SET state = 'checking' WHERE id = {review}",
    "an item without a reason": "UPDATE review_checkeditem SET reason = '' WHERE review_id = {review}",
    "an item of another answer": "UPDATE review_checkeditem SET answer = 'x' WHERE review_id = {review}",
    "a review less": "DELETE FROM review_review WHERE id = {review}",
}


@pytest.mark.parametrize("statement", OF_A_REVIEW.values(), ids=OF_A_REVIEW)
def test_a_review_keeps_what_it_said(statement: str) -> None:
    review = of_review.decided(a_world())
    with pytest.raises(DatabaseError):
        run(statement.format(review=key_of(review.pk)))


def test_an_answered_request_is_not_answered_anew() -> None:
    world = a_world()
    review = of_review.asked_again(world)
    asked = reviews.dismiss(review.pk, "그대로 둠", by=world.approver, at=at(5, 14), key=a_key())
    with pytest.raises(DatabaseError):
        run(f"UPDATE review_reconsideration SET answered_at = asked_at WHERE id = {key_of(asked.pk)}")
