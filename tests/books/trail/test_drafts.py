"""What is typed is kept as it is typed, outside the trail, until it is handed in."""

from datetime import datetime

import pytest

from majungmul.books.parties.models import Organisation
from majungmul.books.trail import drafts
from majungmul.books.trail.actions import action
from majungmul.books.trail.drafts import NothingTyped, SavedElsewhere
from majungmul.books.trail.models import Draft, Event
from majungmul.books.trail.running import OutsideAnAction
from majungmul.values.actor import Actor
from majungmul.values.uuid7 import uuid7
from tests.books.trail.deeds import NOON, Unwanted, an_actor, name_body, somebody_of_a_new_city
from tests.database import Scratch, at_once, refused

ABOUT = uuid7()


@pytest.fixture
def by(db: None) -> Actor:
    return somebody_of_a_new_city()


@action("test.handed_in")
def hand_in(*, by: Actor, at: datetime, key: str) -> Organisation:
    typed = drafts.hand_in("신청서", ABOUT, by=by)
    if typed["이름"] == "금지":
        raise Unwanted
    return name_body(typed["이름"], by=by, at=at, key=key)


def test_a_draft_is_kept_version_by_version_without_an_event(by: Actor) -> None:
    events = Event.objects.count()
    assert drafts.of("신청서", ABOUT, by=by) is None
    first = drafts.keep("신청서", ABOUT, {"이름": "흄"}, 0, by=by)
    second = drafts.keep("신청서", ABOUT, {"이름": "흄관조합"}, first.version, by=by)
    found = drafts.of("신청서", ABOUT, by=by)
    assert found is not None
    assert (second.version, found.content) == (2, {"이름": "흄관조합"})
    assert Event.objects.count() == events


def test_another_window_does_not_write_over_it(by: Actor) -> None:
    drafts.keep("신청서", ABOUT, {"이름": "흄관조합"}, 0, by=by)
    with refused(SavedElsewhere):
        drafts.keep("신청서", ABOUT, {"이름": "가구조합"}, 0, by=by)


def test_a_draft_of_a_version_that_never_was_is_not_made(by: Actor) -> None:
    with refused(SavedElsewhere):
        drafts.keep("신청서", ABOUT, {"이름": "가구조합"}, 4, by=by)


def test_a_draft_is_its_persons_own(by: Actor) -> None:
    drafts.keep("신청서", ABOUT, {"이름": "흄관조합"}, 0, by=by)
    assert drafts.of("신청서", ABOUT, by=an_actor(by.jurisdiction)) is None


def test_handing_in_is_the_first_event_and_ends_the_draft(by: Actor) -> None:
    drafts.keep("신청서", ABOUT, {"이름": "흄관조합"}, 0, by=by)
    assert hand_in(by=by, at=NOON, key="1").name == "흄관조합"
    assert not Draft.objects.exists()
    assert hand_in(by=by, at=NOON, key="1").name == "흄관조합", "다시 눌러도 같은 것입니다."


def test_a_draft_whose_handing_in_is_refused_stays(by: Actor) -> None:
    drafts.keep("신청서", ABOUT, {"이름": "금지"}, 0, by=by)
    with refused(Unwanted):
        hand_in(by=by, at=NOON, key="1")


def test_without_a_draft_nothing_is_handed_in(by: Actor) -> None:
    with refused(NothingTyped):
        hand_in(by=by, at=NOON, key="1")


def test_a_draft_ends_in_an_action_alone(by: Actor) -> None:
    drafts.keep("신청서", ABOUT, {"이름": "흄관조합"}, 0, by=by)
    with refused(OutsideAnAction):
        drafts.hand_in("신청서", ABOUT, by=by)


def test_of_windows_that_save_at_once_one_does(scratch: Scratch) -> None:
    by = somebody_of_a_new_city()
    saved = at_once([lambda: drafts.keep("신청서", ABOUT, {"이름": "흄관조합"}, 0, by=by)] * 6)
    assert [type(result) for result in saved].count(Draft) == 1
    assert [type(result) for result in saved].count(SavedElsewhere) == 5
