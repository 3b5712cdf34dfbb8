"""Whoever looks at personal data leaves a line that stays, before anything is shown."""

from datetime import UTC, datetime

import pytest

from majungmul.books.trail.models import Event, Reading
from majungmul.books.trail.queries import readings_of
from majungmul.books.trail.reading import NoReason, reading
from majungmul.books.trail.running import OtherJurisdiction
from majungmul.values.actor import Actor
from tests.books.trail.deeds import NOON, name_body, somebody_of_a_new_city
from tests.database import Scratch, refused


@pytest.fixture
def by(scratch: Scratch) -> Actor:
    return somebody_of_a_new_city()


def test_a_read_says_who_looked_at_whose_and_why(by: Actor) -> None:
    body = name_body("흄관조합", by=by, at=NOON, key="1")
    events = Event.objects.count()
    with reading(by, body, " 입금 계좌 확인 "):
        (read,) = readings_of(by.jurisdiction, body.id)
    assert (read.person, read.position, read.title) == (by.person, by.position, "주무관")
    assert (read.whose_model, read.why, read.request) == ("parties.organisation", "입금 계좌 확인", "화면-1")
    assert abs((read.recorded_at - datetime.now(UTC)).total_seconds()) < 300
    assert Event.objects.count() == events, "열람은 사슬에 들지 않습니다."


def test_a_read_stays_whatever_happens_then(by: Actor) -> None:
    body = name_body("흄관조합", by=by, at=NOON, key="1")
    with pytest.raises(ZeroDivisionError), reading(by, body, "계좌 확인"):
        1 / 0  # noqa: B018 - the page falls over
    assert Reading.objects.count() == 1


@pytest.mark.parametrize("why", ["", "   "])
def test_without_a_reason_nothing_is_shown(by: Actor, why: str) -> None:
    body = name_body("흄관조합", by=by, at=NOON, key="1")
    with refused(NoReason), reading(by, body, why):
        pytest.fail("보여 주었습니다.")


def test_nobody_looks_into_another_jurisdiction(by: Actor) -> None:
    other = somebody_of_a_new_city()
    body = name_body("부산조합", by=other, at=NOON, key="1")
    with refused(OtherJurisdiction), reading(by, body, "궁금해서"):
        pytest.fail("보여 주었습니다.")
