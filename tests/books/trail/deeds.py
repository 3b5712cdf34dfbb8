"""What is done in the tests of the trail: actions of their own, on rows that parties lends."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from time import sleep
from uuid import UUID

from majungmul.books.parties.models import Jurisdiction, Office, Organisation, Person, Representative
from majungmul.books.trail.actions import action
from majungmul.books.trail.personal import destroy
from majungmul.books.trail.running import room
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.uuid7 import uuid7

NOON = datetime(2018, 3, 17, 12, tzinfo=UTC)


class Unwanted(Refusal):
    """원하지 않음."""

    sentence = "그 이름은 쓸 수 없습니다. 다른 이름을 적어 주십시오."


def an_actor(jurisdiction: UUID | None = None, person: UUID | None = None) -> Actor:
    """Somebody of a city: of a new one, if none is named. The position has the person's number."""
    city, own = jurisdiction or uuid7(), person or uuid7()
    return Actor(city, uuid7(), own, name="김주무", position=own, title="주무관", request="화면-1")


def somebody_of_a_new_city() -> Actor:
    by = an_actor()
    found(f"city-{by.jurisdiction.hex[-12:]}", by=by, at=NOON, key="city")
    return by


@action("test.city_founded")
@room("parties")
def found(code: str, *, by: Actor, at: datetime, key: str) -> Jurisdiction:
    city = Jurisdiction(id=by.jurisdiction, code=code, name="서울특별시")
    city.save()
    return city


@action("test.body_named")
@room("parties")
def name_body(name: str, *, by: Actor, at: datetime, key: str) -> Organisation:
    body = Organisation(jurisdiction_id=by.jurisdiction, kind="cooperative", name=name)
    body.save()
    return body


@action("test.body_named_slowly")
@room("parties")
def name_slowly(name: str, said: str = "", *, by: Actor, at: datetime, key: str) -> Organisation:
    """As `name_body`, the transaction open for a while; `said` is printed as soon as the row is written."""
    body = name_body(name, by=by, at=at, key=key)
    if said:
        print(said, flush=True)  # noqa: T201 - told to the process that started this one
    sleep(0.02)
    return body


@action("test.body_renamed")
@room("parties")
def rename(body_id: UUID, name: str, *, by: Actor, at: datetime, key: str) -> Organisation:
    body = Organisation.objects.of(by.jurisdiction).get(id=body_id)
    body.name = name
    body.save()
    if name == "금지":
        raise Unwanted
    return body


@action("test.all_renamed")
@room("parties")
def rename_all(names: dict[UUID, str], *, by: Actor, at: datetime, key: str) -> Organisation:
    """Give each its name by an inner action; what is refused is left as it is."""
    for body_id, name in names.items():
        try:
            body = rename(body_id, name, by=by, at=at, key=key)
        except Unwanted:
            continue
    return body


@action("test.chair_elected")
@room("parties")
def elect(body_id: UUID, name: str, *, by: Actor, at: datetime, key: str) -> Representative:
    own = {"jurisdiction_id": by.jurisdiction, "organisation_id": body_id, "title": "이사장"}
    chair = Representative(name=name, since=date(2018, 2, 1), until=None, **own)
    chair.save()
    return chair


@action("test.chair_forgotten")
@room("parties")
def forget(chair_id: UUID, *, by: Actor, at: datetime, key: str) -> Representative:
    chair = Representative.objects.of(by.jurisdiction).get(id=chair_id)
    chair.name = ""
    chair.save()
    destroy(chair)
    return chair


@action("test.password_set")
@room("parties")
def set_password(login: str, encoded: str, *, by: Actor, at: datetime, key: str) -> Person:
    office = Office(jurisdiction_id=by.jurisdiction, code="city", name="서울특별시", kind="city")
    office.save()
    person = Person(jurisdiction_id=by.jurisdiction, office=office, login=login, name="홍길동")
    person.password = encoded
    person.save()
    return person


def inside(by: Actor, deed: Callable[[], Organisation]) -> Organisation:
    """Whatever a test wants done inside an action that may write the rows of parties."""

    @action("test.done")
    @room("parties")
    def do(*, by: Actor, at: datetime, key: str) -> Organisation:
        return deed()

    return do(by=by, at=NOON, key=str(uuid7()))
