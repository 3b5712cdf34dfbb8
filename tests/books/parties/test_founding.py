"""The first act of a jurisdiction, and its offices and positions."""

import json
from datetime import timedelta

import pytest

from majungmul.books.parties.actions.founding import FoundedAlready, found, founder
from majungmul.books.parties.actions.offices import CodeTaken, SystemsOwn, new_office, new_position
from majungmul.books.parties.models import Jurisdiction, Office, Person, Position, Tenure
from majungmul.books.parties.queries.positions import actors_of, jurisdiction_named, system_actor
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.require import NotAllowed, OtherOffice
from majungmul.books.parties.written import Empty, NotACode, NotAKind, TooLong
from majungmul.books.trail import chain
from majungmul.books.trail.models import Event
from tests.database import refused
from tests.given import FOUNDED, NOON, SINCE, a_city, a_key, an_office, an_officer

pytestmark = pytest.mark.django_db


def test_founding_is_the_first_event_and_makes_all_that_acts() -> None:
    system = founder()
    city = found("seoul", "서울특별시", by=system, at=FOUNDED, key=a_key())
    assert (city.code, city.name, city.pk) == ("seoul", "서울특별시", system.jurisdiction)
    (event,) = Event.objects.filter(jurisdiction=city.pk)
    assert (event.number, event.name) == (1, "jurisdiction.founded")
    changed = [change["model"] for change in json.loads(event.payload)["changes"]]
    assert changed == [
        f"parties.{name}" for name in ("jurisdiction", "office", "position", "person", "tenure")
    ]
    office = Office.objects.of(city.pk).get()
    assert (office.name, office.kind) == ("서울특별시", "city")
    assert chain.broken(city.pk) is None


def test_the_founder_is_the_system_from_then_on() -> None:
    system = a_city()
    assert system_actor(system.jurisdiction, SINCE) == system
    assert actors_of(system.person, SINCE) == [system]
    assert not Person.objects.get(pk=system.person).has_usable_password()


def test_before_the_founding_nobody_acts() -> None:
    system = a_city()
    assert actors_of(system.person, SINCE - timedelta(days=1)) == []


def test_founding_again_with_the_same_key_changes_nothing() -> None:
    system, key = founder(), a_key()
    first = found("seoul", "서울특별시", by=system, at=FOUNDED, key=key)
    assert found("seoul", "서울특별시", by=system, at=NOON, key=key) == first
    assert Event.objects.count() == 1
    assert jurisdiction_named("seoul") == first
    assert jurisdiction_named("busan") is None


def test_founding_what_is_founded_is_refused() -> None:
    found("seoul", "서울특별시", by=founder(), at=FOUNDED, key=a_key())
    with refused(FoundedAlready) as caught:
        found("seoul", "서울시", by=founder(), at=FOUNDED, key=a_key())
    assert str(caught.value) == (
        "‘서울특별시’은(는) 이미 개설되어 있습니다. 그 자치단체를 그대로 쓰거나 다른 부호로 개설해 주십시오."
    )


def test_the_system_of_one_city_founds_no_second() -> None:
    system = a_city()
    with refused(FoundedAlready):
        found("busan", "부산광역시", by=system, at=FOUNDED, key=a_key())
    assert Jurisdiction.objects.count() == 1


@pytest.mark.parametrize("code", ["", "서울", "Seoul", "1seoul", "seoul!", "s" * 51])
def test_a_code_of_another_shape_is_refused(code: str) -> None:
    with refused(NotACode):
        found(code, "서울특별시", by=founder(), at=FOUNDED, key=a_key())


def test_a_jurisdiction_without_a_name_is_refused() -> None:
    with refused(Empty) as caught:
        found("seoul", " \u200b ", by=founder(), at=FOUNDED, key=a_key())
    assert str(caught.value) == "‘이름’ 칸이 비어 있습니다. 적어 주십시오."


# ── offices and positions ────────────────────────────────────────────────────────────────────────────────


def test_an_office_and_its_positions() -> None:
    city = a_city()
    office = new_office("kbiz", "가상중앙회 서울지역본부", "operator", by=city, at=FOUNDED, key=a_key())
    seat = new_position(office.pk, "clerk", "대리", "officer", by=city, at=FOUNDED, key=a_key())
    assert (office.kind, seat.title, seat.role, seat.office) == ("operator", "대리", "officer", office)
    assert Tenure.objects.filter(position=seat).count() == 0


def test_the_citys_administrator_registers_offices_and_nobody_else() -> None:
    city = a_city()
    administrator = an_officer(city, role="administrator")
    new_office("kbiz", "가상중앙회", "operator", by=administrator, at=NOON, key=a_key())
    operator = an_office(city)
    for actor in (an_officer(city), an_officer(city, role="administrator", office=operator.pk)):
        with refused(NotAllowed):
            new_office("audit", "가상감사", "audit", by=actor, at=NOON, key=a_key())


def test_an_administrator_makes_positions_of_the_own_office_alone() -> None:
    city = a_city()
    administrator, operator = an_officer(city, role="administrator"), an_office(city)
    new_position(administrator.office, "clerk", "주무관", "officer", by=administrator, at=NOON, key=a_key())
    with refused(OtherOffice) as caught:
        new_position(operator.pk, "clerk", "대리", "officer", by=administrator, at=NOON, key=a_key())
    assert str(caught.value) == (
        "다른 기관의 기록이라 ‘직책 등록’을(를) 할 수 없습니다. 그 기관의 담당에게 요청해 주십시오."
    )


def test_codes_are_used_once() -> None:
    city = a_city()
    office = new_office("kbiz", "가상중앙회", "operator", by=city, at=FOUNDED, key=a_key())
    new_position(office.pk, "clerk", "대리", "officer", by=city, at=FOUNDED, key=a_key())
    with refused(CodeTaken) as caught:
        new_office("kbiz", "다른 기관", "operator", by=city, at=FOUNDED, key=a_key())
    assert str(caught.value) == (
        "부호 ‘kbiz’은(는) ‘가상중앙회’이(가) 이미 쓰고 있습니다. 다른 부호를 적어 주십시오."
    )
    with refused(CodeTaken):
        new_position(office.pk, "clerk", "과장", "officer", by=city, at=FOUNDED, key=a_key())
    other = an_office(city)
    assert (
        new_position(other.pk, "clerk", "대리", "officer", by=city, at=FOUNDED, key=a_key()).code == "clerk"
    )


def test_a_kind_that_there_is_not_is_refused() -> None:
    city = a_city()
    with refused(NotAKind) as caught:
        new_office("bank", "가상은행", "bank", by=city, at=FOUNDED, key=a_key())
    assert str(caught.value) == (
        "‘구분’에 ‘bank’은(는) 없습니다. 시, 보조사업자, 감사기관, 조합·중소기업 가운데 하나를 골라 주십시오."
    )
    with refused(NotAKind):
        new_position(city.office, "king", "왕", "king", by=city, at=FOUNDED, key=a_key())
    with refused(SystemsOwn):
        new_position(city.office, "robot", "로봇", "system", by=city, at=FOUNDED, key=a_key())


def test_a_title_that_is_too_long_is_refused() -> None:
    city = a_city()
    with refused(TooLong) as caught:
        new_position(city.office, "clerk", "가" * 61, "officer", by=city, at=FOUNDED, key=a_key())
    assert str(caught.value) == "‘직책명’은(는) 60자까지 적을 수 있습니다(지금 61자). 줄여 주십시오."
    assert Position.objects.filter(code="clerk").count() == 0


def test_an_office_of_another_city_is_not_there() -> None:
    city, other = a_city(), a_city()
    with refused(NotHere) as caught:
        new_position(other.office, "clerk", "대리", "officer", by=city, at=FOUNDED, key=a_key())
    assert str(caught.value) == "그런 기관을(를) 찾을 수 없습니다. 목록에서 다시 골라 주십시오."
