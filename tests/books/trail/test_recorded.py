"""A row of the books is written in an action of its own app, one by one, by whatever way Django has."""

import asyncio
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, models

from majungmul.books.parties.models import Jurisdiction, Organisation
from majungmul.books.trail.actions import action
from majungmul.books.trail.models import Draft, Event
from majungmul.books.trail.recorded import ChangedMeanwhile, OnlyRowByRow, Recorded, RecordedQuerySet
from majungmul.books.trail.running import OtherJurisdiction, OtherStagesRow, OutsideAnAction, room
from majungmul.values.actor import Actor
from majungmul.values.uuid7 import uuid7
from tests.books.trail.deeds import NOON, inside, name_body, rename, somebody_of_a_new_city
from tests.database import refused

pytestmark = pytest.mark.usefixtures("db")

Body = Organisation
Given = tuple[Actor, Organisation]


@pytest.fixture
def given() -> Given:
    by = somebody_of_a_new_city()
    return by, name_body("흄관조합", by=by, at=NOON, key="1")


def new(by: Actor) -> dict[str, Any]:
    return {"jurisdiction_id": by.jurisdiction, "kind": "cooperative", "name": "가구조합"}


# ── outside an action ────────────────────────────────────────────────────────────────────────────────────

WRITES: dict[str, Callable[[Actor, Organisation], object]] = {
    "save": lambda _, body: body.save(),
    "save_base": lambda _, body: body.save_base(),
    "save of some fields": lambda _, body: body.save(update_fields=["name"]),
    "asave": lambda _, body: asyncio.run(body.asave()),
    "create": lambda by, _: Body.objects.create(**new(by)),
    "acreate": lambda by, _: asyncio.run(Body.objects.acreate(**new(by))),
    "get_or_create": lambda by, _: Body.objects.get_or_create(**new(by)),
    "update_or_create": lambda _, body: Body.objects.update_or_create({"name": "나"}, id=body.id),
    "through the city": lambda by, _: Body(
        jurisdiction=Jurisdiction.objects.get(id=by.jurisdiction), name="나"
    ).save(),
}
MANY: dict[str, Callable[[Actor, Organisation], object]] = {
    "update": lambda _, body: Body.objects.filter(id=body.id).update(name="나"),
    "aupdate": lambda _, body: asyncio.run(Body.objects.filter(id=body.id).aupdate(name="나")),
    "locked update": lambda _, body: (
        Body.objects.select_for_update(of=("self",)).filter(id=body.id).update(name="나")
    ),
    "delete": lambda _, body: Body.objects.filter(id=body.id).delete(),
    "adelete": lambda _, body: asyncio.run(Body.objects.filter(id=body.id).adelete()),
    "delete of a row": lambda _, body: body.delete(),
    "adelete of a row": lambda _, body: asyncio.run(body.adelete()),
    "bulk_create": lambda by, _: Body.objects.bulk_create([Body(**new(by))]),
    "abulk_create": lambda by, _: asyncio.run(Body.objects.abulk_create([Body(**new(by))])),
    "bulk_update": lambda _, body: Body.objects.bulk_update([body], ["name"]),
    "abulk_update": lambda _, body: asyncio.run(Body.objects.abulk_update([body], ["name"])),
    "raw": lambda _, __: list(Body.objects.raw("UPDATE parties_organisation SET name = 'x' RETURNING *")),
    "add to a relation": lambda _, body: body.merged.add(body),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_outside_an_action_no_row_is_written(
    given: Given, write: Callable[[Actor, Organisation], object]
) -> None:
    with refused(OutsideAnAction):
        write(*given)


@pytest.mark.parametrize("write", MANY.values(), ids=MANY)
def test_rows_are_never_written_unseen(given: Given, write: Callable[[Actor, Organisation], object]) -> None:
    by, body = given
    with refused(OnlyRowByRow):
        write(by, body)

    def unseen() -> Organisation:
        write(by, body)
        return body

    with refused(OnlyRowByRow):
        inside(by, unseen)


@pytest.mark.parametrize("verb", ["create", "get_or_create", "update_or_create"])
def test_inside_an_action_they_write_and_are_told(given: Given, verb: str) -> None:
    by, _ = given
    write = getattr(Body.objects, verb)

    def make() -> Organisation:
        made = write(**new(by))
        return made[0] if isinstance(made, tuple) else made  # type: ignore[no-any-return]

    made = inside(by, make)
    assert Body.objects.of(by.jurisdiction).get(id=made.id).name == "가구조합"


# ── inside another's ─────────────────────────────────────────────────────────────────────────────────────


def test_another_stages_action_is_refused(given: Given) -> None:
    by, body = given

    def seize(*, by: Actor, at: datetime, key: str) -> Organisation:
        body.name = "남의 것"
        body.save()
        return body

    seize.__module__ = "majungmul.stages.plan.actions"
    with refused(OtherStagesRow):
        action("test.seized")(seize)(by=by, at=NOON, key="2")


def test_a_book_lends_its_room_and_a_stage_does_not(given: Given) -> None:
    def enter() -> Organisation:
        with room("plan"):
            return given[1]

    with refused(OtherStagesRow):
        inside(given[0], enter)


def test_there_is_no_room_outside_an_action() -> None:
    with refused(OutsideAnAction), room("parties"):
        pass


def test_a_row_of_another_jurisdiction_is_refused(given: Given) -> None:
    other = somebody_of_a_new_city()
    _, body = given

    def seize() -> Organisation:
        body.name = "남의 것"
        body.save()
        return body

    with refused(OtherJurisdiction):
        inside(other, seize)


# ── what is written is what is told ──────────────────────────────────────────────────────────────────────


def test_a_row_changed_meanwhile_is_not_written_over(given: Given) -> None:
    by, _ = given
    stale = Body.objects.of(by.jurisdiction).get()
    rename(stale.id, "서울흄관협동조합", by=by, at=NOON, key="2")

    def overwrite() -> Organisation:
        stale.kind = "firm"
        stale.save()
        return stale

    with refused(ChangedMeanwhile):
        inside(by, overwrite)
    stale.refresh_from_db()
    assert inside(by, overwrite).name == "서울흄관협동조합"


def test_what_a_refused_inner_action_left_in_memory_is_not_written(given: Given) -> None:
    by, body = given

    def quietly() -> Organisation:
        body.name = "금지"
        body.save()
        raise OtherStagesRow(action="안쪽", row="단체")

    def outer() -> Organisation:
        with pytest.raises(OtherStagesRow):
            inside(by, quietly)
        body.kind = "firm"
        body.save()
        return body

    with refused(ChangedMeanwhile):
        inside(by, outer)


def test_only_the_fields_that_were_asked_for_are_told(given: Given) -> None:
    by, body = given

    def some() -> Organisation:
        body.name, body.kind = "서울흄관협동조합", "firm"
        body.save(update_fields=["name"])
        return body

    inside(by, some)
    assert Body.objects.of(by.jurisdiction).get().kind == "cooperative"
    event = Event.objects.filter(jurisdiction=by.jurisdiction).last()
    assert event
    assert json.loads(event.payload)["changes"][0]["after"] == {"name": "서울흄관협동조합"}
    body.refresh_from_db()
    assert body.kind == "cooperative"


def test_a_deferred_field_is_left_alone(given: Given) -> None:
    by, body = given
    part = Body.objects.only("kind").get(id=body.id)

    def change() -> Organisation:
        part.kind = "firm"
        part.save()
        return part

    inside(by, change)
    assert (body.name, Body.objects.get(id=body.id).name) == ("흄관조합", "흄관조합")


def test_no_row_takes_the_key_of_another(given: Given) -> None:
    by, body = given

    def usurp() -> Organisation:
        other = Body(id=body.id, **new(by))
        other.save()
        return other

    with pytest.raises(DatabaseError):
        inside(by, usurp)


def test_no_row_comes_back_by_being_saved(given: Given) -> None:
    by, _ = given

    def ghost() -> Organisation:
        made = Body(id=uuid7(), **new(by))
        made._state.adding = False  # as a row that was read and is gone
        made.save()
        return made

    with pytest.raises(DatabaseError):
        inside(by, ghost)


# ── the house ────────────────────────────────────────────────────────────────────────────────────────────

OF_THE_TRAIL = {"trail.event", "trail.asked", "trail.personalvalue", "trail.reading", Draft._meta.label_lower}


def own_models() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("majungmul.")
    ]


def test_every_row_of_the_house_is_recorded() -> None:
    loose = {model._meta.label_lower for model in own_models() if not issubclass(model, Recorded)}
    assert loose == OF_THE_TRAIL


def test_what_django_writes_behind_the_scenes_is_refused_too() -> None:
    recorded = [model for model in own_models() if issubclass(model, Recorded)]
    assert [m for m in recorded if not isinstance(m._base_manager.all(), RecordedQuerySet)] == []
    assert [m for m in recorded if not isinstance(m._default_manager.all(), RecordedQuerySet)] == []


def test_every_recorded_row_has_one_uuid_and_its_jurisdiction_in_every_unique_key() -> None:
    for model in own_models():
        assert isinstance(model._meta.pk, models.UUIDField), model
        for constraint in model._meta.constraints:
            if isinstance(constraint, models.UniqueConstraint) and model is not Jurisdiction:
                assert "jurisdiction" in constraint.fields, constraint.name
