"""A call that is open on the day of the browsers: the story's own closed in spring."""

from datetime import timedelta
from uuid import UUID, uuid4

from majungmul.books.parties.models import Organisation
from majungmul.books.parties.queries.positions import actors_of, jurisdiction_named
from majungmul.books.parties.queries.seats import person_with_login, seats_of
from majungmul.books.parties.queries.sight import own_body
from majungmul.stages.call.actions import CallDraft, announce, draft
from majungmul.stages.call.queries import calls_of
from majungmul.values.actor import Actor
from tests.web.conftest import NOW

TITLE = "겨울 협업 지원"


def actor(person: str) -> Actor:
    jurisdiction = jurisdiction_named("seoul")
    assert jurisdiction
    found = person_with_login(jurisdiction.pk, person.replace(".", "-"))
    assert found
    return actors_of(found.pk, NOW.date())[0]


def open_call(closes_in: int = 9) -> UUID:
    """Open since this morning, for so many days, of the account that the year's call is paid from."""
    jurisdiction = jurisdiction_named("seoul")
    assert jurisdiction
    earlier = next(each for each in calls_of(jurisdiction.pk, NOW.year) if each.programme)
    at = NOW - timedelta(hours=2)
    said = CallDraft(
        account=earlier.account_id,
        title=TITLE,
        opens_at=NOW - timedelta(hours=1),
        closes_at=NOW + timedelta(days=closes_in),
        contact="육성지원 담당 02-000-0000",
        is_made_up=True,
    )
    call = draft(said, by=actor("operator.officer"), at=at, key=uuid4().hex)
    return announce(call.pk, by=actor("operator.approver"), at=at, key=uuid4().hex).pk


def body_of(person: str) -> Organisation:
    """The body for which somebody applies."""
    by = actor(person)
    found = seats_of(by.person, NOW.date())[0]
    return own_body(found)
