"""An action: one transaction, one key, one event; what it is refused leaves nothing."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError

from majungmul.books.parties.models import Jurisdiction, Organisation
from majungmul.books.trail.actions import KeyUsedForOther, NoKey, action, after_commit
from majungmul.books.trail.chain import broken
from majungmul.books.trail.models import Event
from majungmul.books.trail.running import OtherJurisdiction, room, running
from majungmul.values.actor import Actor
from majungmul.values.uuid7 import uuid7
from tests.books.trail.deeds import (
    NOON,
    Unwanted,
    elect,
    name_body,
    rename,
    rename_all,
    somebody_of_a_new_city,
)
from tests.database import fingerprint, refused

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def by() -> Actor:
    return somebody_of_a_new_city()


def events(by: Actor) -> list[Event]:
    return list(Event.objects.filter(jurisdiction=by.jurisdiction).order_by("number"))


def said(event: Event) -> dict[str, Any]:
    payload: dict[str, Any] = json.loads(event.payload)
    return payload


# ── the event ────────────────────────────────────────────────────────────────────────────────────────────


def test_one_action_leaves_one_event_with_before_and_after(by: Actor) -> None:
    body = name_body("흄관조합", by=by, at=NOON, key="1")
    rename(body.id, "서울흄관협동조합", by=by, at=NOON, key="2")
    _, named, renamed = events(by)
    assert said(named)["changes"][0]["before"] == {}
    assert said(named)["changes"][0]["after"]["name"] == "흄관조합"
    assert said(renamed)["changes"] == [
        {
            "model": "parties.organisation",
            "row": str(body.id),
            "before": {"name": "흄관조합"},
            "after": {"name": "서울흄관협동조합"},
        }
    ]


def test_an_event_says_who_in_which_position_when_and_from_where(by: Actor) -> None:
    name_body("흄관조합", by=by, at=NOON, key="열쇠")
    event = events(by)[-1]
    now = said(event)
    assert (now["person"], now["position"], now["office"]) == tuple(
        map(str, (by.person, by.position, by.office))
    )
    assert (now["title"], now["for_title"], now["request"], now["key"]) == ("주무관", "", "화면-1", "열쇠")
    assert (event.name, event.number, event.at) == ("test.body_named", 2, NOON)
    assert event.recorded_at > NOON + timedelta(days=365), "기록한 때는 데이터베이스의 시계입니다."


def test_an_action_that_changes_nothing_leaves_its_event_all_the_same(by: Actor) -> None:
    body = name_body("흄관조합", by=by, at=NOON, key="1")
    rename(body.id, "흄관조합", by=by, at=NOON, key="2")
    assert said(events(by)[-1])["changes"] == []


def test_what_a_caught_refusal_had_done_is_gone_and_the_rest_stays(by: Actor) -> None:
    first, second = (name_body(name, by=by, at=NOON, key=name) for name in ("가", "나"))
    rename_all({first.id: "다", second.id: "금지"}, by=by, at=NOON, key="3")
    assert {body.name for body in Organisation.objects.of(by.jurisdiction)} == {"다", "나"}
    *_, inner, outer = events(by)
    assert [(inner.name, inner.outermost), (outer.name, outer.outermost)] == [
        ("test.body_renamed", False),
        ("test.all_renamed", True),
    ]
    assert inner.key == outer.key == "3"
    assert broken(by.jurisdiction) is None


def test_a_refused_action_leaves_nothing(by: Actor) -> None:
    body = name_body("흄관조합", by=by, at=NOON, key="1")
    with refused(Unwanted):
        rename(body.id, "금지", by=by, at=NOON, key="2")


def test_a_fault_leaves_nothing_either(by: Actor) -> None:
    before = fingerprint()
    with pytest.raises(IntegrityError):
        elect(None, "홍길동", by=by, at=NOON, key="1")  # type: ignore[arg-type]
    assert fingerprint() == before


def test_each_jurisdiction_has_a_chain_of_its_own(by: Actor) -> None:
    other = somebody_of_a_new_city()
    name_body("서울조합", by=by, at=NOON, key="1")
    name_body("부산조합", by=other, at=NOON, key="1")
    assert [event.number for event in events(by)] == [event.number for event in events(other)] == [1, 2]


def test_an_inner_action_stays_in_the_jurisdiction_of_the_outer(by: Actor) -> None:
    other = somebody_of_a_new_city()

    @action("test.lent")
    def lend(*, by: Actor, at: datetime, key: str) -> Organisation:
        return name_body("남의 조합", by=other, at=at, key=key)

    with refused(OtherJurisdiction):
        lend(by=by, at=NOON, key="1")


def test_an_instant_without_its_zone_is_a_bug(by: Actor) -> None:
    with pytest.raises(TypeError, match="time zone"):
        name_body("흄관조합", by=by, at=datetime(2018, 3, 17), key="1")  # noqa: DTZ001


# ── the key ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_repeat_gives_the_same_row_as_it_is_now(by: Actor) -> None:
    body = name_body("흄관조합", by=by, at=NOON, key="1")
    rename(body.id, "서울흄관협동조합", by=by, at=NOON, key="2")
    again = name_body("흄관조합", by=by, at=NOON + timedelta(seconds=3), key="1")
    assert (again.id, again.name) == (body.id, "서울흄관협동조합")
    assert len(events(by)) == 3


def test_the_key_with_other_content_is_refused(by: Actor) -> None:
    name_body("흄관조합", by=by, at=NOON, key="1")
    with refused(KeyUsedForOther):
        name_body("가구조합", by=by, at=NOON, key="1")


def test_the_key_from_another_person_or_position_is_refused(by: Actor) -> None:
    name_body("흄관조합", by=by, at=NOON, key="1")
    for other in (replace(by, person=uuid7()), replace(by, position=uuid7())):
        with refused(KeyUsedForOther):
            name_body("흄관조합", by=other, at=NOON, key="1")


def test_movements_of_two_actions_with_one_key_have_keys_of_their_own(by: Actor) -> None:
    keys: list[str] = []

    @action("test.moved")
    @room("parties")
    def move(*, by: Actor, at: datetime, key: str) -> Jurisdiction:
        if frame := running():
            keys.extend(frame.next_key("지급") for _ in range(2))
        return Jurisdiction.objects.get(id=by.jurisdiction)

    @action("test.moved_twice")
    def move_twice(*, by: Actor, at: datetime, key: str) -> Jurisdiction:
        move(by=by, at=at, key="안쪽의 열쇠")
        return move(by=by, at=at, key="안쪽의 열쇠")

    move(by=by, at=NOON, key="1")
    move_twice(by=by, at=NOON, key="1")
    assert keys == [
        *(f"test.moved:1:지급:{number}" for number in (1, 2)),
        *(f"test.moved_twice:1:지급:{number}" for number in (1, 2, 3, 4)),
    ]


def test_a_key_is_an_actions_own(by: Actor) -> None:
    body = name_body("흄관조합", by=by, at=NOON, key="1")
    rename(body.id, "가구조합", by=by, at=NOON, key="1")
    assert len(events(by)) == 3


def test_a_default_left_out_is_the_same_content(by: Actor) -> None:
    @action("test.named_so")
    @room("parties")
    def name_so(name: str = "흄관조합", *, by: Actor, at: datetime, key: str) -> Organisation:
        body = Organisation(jurisdiction_id=by.jurisdiction, kind="cooperative", name=name)
        body.save()
        return body

    assert name_so(by=by, at=NOON, key="1") == name_so("흄관조합", by=by, at=NOON, key="1")


@pytest.mark.parametrize("key", ["", "긴" * 201], ids=["none", "long"])
def test_without_a_key_nothing_is_done(by: Actor, key: str) -> None:
    with refused(NoKey):
        name_body("흄관조합", by=by, at=NOON, key=key)
    assert name_body("흄관조합", by=by, at=NOON, key="긴" * 200)


def test_a_refused_key_may_be_used_again(by: Actor) -> None:
    body = name_body("흄관조합", by=by, at=NOON, key="1")
    with refused(Unwanted):
        rename(body.id, "금지", by=by, at=NOON, key="2")
    assert rename(body.id, "가구조합", by=by, at=NOON, key="2").name == "가구조합"


# ── after it ─────────────────────────────────────────────────────────────────────────────────────────────


def test_mail_goes_out_after_and_not_for_what_was_refused(
    by: Actor,
    django_capture_on_commit_callbacks: Any,
) -> None:
    sent: list[str] = []

    @action("test.told")
    @room("parties")
    def tell(word: str, *, by: Actor, at: datetime, key: str) -> Jurisdiction:
        after_commit(lambda: sent.append(word))
        if word == "거절":
            raise Unwanted
        assert sent == []
        return Jurisdiction.objects.get(id=by.jurisdiction)

    with django_capture_on_commit_callbacks(execute=True), pytest.raises(Unwanted):
        tell("거절", by=by, at=NOON, key=str(uuid7()))
    with django_capture_on_commit_callbacks(execute=True):
        tell("알림", by=by, at=NOON, key=str(uuid7()))
    assert sent == ["알림"]


def test_mail_that_goes_wrong_does_not_undo_what_is_done(
    by: Actor,
    django_capture_on_commit_callbacks: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def post() -> None:
        raise OSError

    @action("test.told_wrongly")
    @room("parties")
    def tell(*, by: Actor, at: datetime, key: str) -> Jurisdiction:
        after_commit(post)
        return Jurisdiction.objects.get(id=by.jurisdiction)

    with django_capture_on_commit_callbacks(execute=True):
        assert tell(by=by, at=NOON, key=str(uuid7()))
    assert "on_commit" in caplog.text
