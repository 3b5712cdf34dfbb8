"""People: a new login, its passwords, its end."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from pytest_django.fixtures import Settings

from majungmul.books.parties.actions.offices import SystemsOwn
from majungmul.books.parties.actions.passwords import (
    SameAsLogin,
    SamePassword,
    TooShort,
    WrongPassword,
    set_password,
    upgrade_password,
)
from majungmul.books.parties.actions.people import LeftAlready, LoginTaken, deactivate, new_person
from majungmul.books.parties.actions.tenures import appoint, vacate
from majungmul.books.parties.models import Person, Tenure
from majungmul.books.parties.queries.positions import actors_of, holder_on
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.require import NotAllowed, OtherOffice, PersonLeft
from majungmul.books.parties.written import NotALogin, NotAnEmail, NotAPhone, ResidentNumber
from majungmul.books.trail.actions import KeyUsedForOther
from majungmul.books.trail.models import Event, PersonalValue
from majungmul.books.trail.running import OutsideAnAction
from majungmul.values.actor import Actor
from tests.database import refused
from tests.given import NOON, a_city, a_key, an_office, an_officer

pytestmark = pytest.mark.django_db

TODAY = NOON.date()
SPOKEN = "한 바가지 마중물을 붓고"


def a_person(by: Actor, login: str = "hong.gildong") -> Person:
    return new_person(by.office, login, "홍길동", by=by, at=NOON, key=a_key())


def test_a_person_has_no_password_and_no_position_yet() -> None:
    city = a_city()
    person = new_person(
        city.office,
        "Hong.Gildong",
        " 홍  길동 ",
        phone="02 000 0000",
        email="hong@example.com",
        by=city,
        at=NOON,
        key="k",
    )
    assert (person.login, person.name, person.phone) == ("hong.gildong", "홍 길동", "02-000-0000")
    assert not person.has_usable_password()
    assert actors_of(person.pk, TODAY) == []


def test_a_login_is_used_once_in_a_jurisdiction() -> None:
    city = a_city()
    a_person(city)
    with refused(LoginTaken) as caught:
        a_person(city, "HONG.GILDONG")
    assert str(caught.value) == "아이디 ‘hong.gildong’은(는) 이미 있습니다. 다른 아이디를 적어 주십시오."
    assert a_person(a_city()).login == "hong.gildong"


@pytest.mark.parametrize("login", ["", "홍길동", "abc", "hong gildong", "-hong", "hоng.gildong", "h" * 61])
def test_a_login_of_another_shape_is_refused(login: str) -> None:
    city = a_city()
    with refused(NotALogin):
        a_person(city, login)


@pytest.mark.parametrize("phone", ["전화 없음", "12", "02-000-000O", "0" * 21])
def test_a_phone_of_another_shape_is_refused(phone: str) -> None:
    city = a_city()
    with refused(NotAPhone):
        new_person(city.office, "hong", "홍길동", phone=phone, by=city, at=NOON, key=a_key())


def test_an_email_of_another_shape_is_refused() -> None:
    city = a_city()
    with refused(NotAnEmail):
        new_person(city.office, "hong", "홍길동", email="hong@", by=city, at=NOON, key=a_key())


@pytest.mark.parametrize(
    "typed",
    [
        {"name": "홍길동 900101-1234567"},
        {"name": "홍길동９００１０１－１２３４５６７"},
        {"name": "9001011234567"},
        {"phone": "900101-1234567"},
        {"email": "900101-1234567@example.com"},
        {"login": "900101-1234567"},
    ],
)
def test_a_resident_number_is_refused_in_any_field(typed: dict[str, str]) -> None:
    city = a_city()
    fields = {"login": "hong", "name": "홍길동", **typed}
    with refused(ResidentNumber) as caught:
        new_person(city.office, **fields, by=city, at=NOON, key=a_key())
    assert "주민등록번호로 보이는 숫자" in str(caught.value)


def test_only_administrators_register_people_and_only_of_their_office() -> None:
    city = a_city()
    administrator, officer, operator = (
        an_officer(city, role="administrator"),
        an_officer(city),
        an_office(city),
    )
    assert a_person(administrator).office_id == city.office
    with refused(NotAllowed):
        a_person(officer, "hong2")
    with refused(OtherOffice):
        new_person(operator.pk, "hong2", "홍길동", by=administrator, at=NOON, key=a_key())
    elsewhere = a_city()
    with refused(NotHere):
        new_person(elsewhere.office, "hong2", "홍길동", by=administrator, at=NOON, key=a_key())


# ── passwords ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_password_is_set_by_oneself_as_argon2() -> None:
    officer = an_officer()
    person = set_password(officer.person, SPOKEN, by=officer, at=NOON, key=a_key())
    assert person.password.startswith("argon2$argon2id$")
    assert Person.objects.get(pk=officer.person).check_password(SPOKEN)
    assert not person.check_password(SPOKEN + "!")


def test_a_password_leaves_nothing_in_the_trail() -> None:
    officer = an_officer()
    person = set_password(officer.person, SPOKEN, by=officer, at=NOON, key=a_key())
    event = Event.objects.filter(jurisdiction=officer.jurisdiction).order_by("-number")[0]
    assert event.name == "person.password_set"
    everything = event.payload + json.dumps(list(PersonalValue.objects.values_list("value", flat=True)))
    assert "argon2" not in everything
    assert person.password not in everything
    assert SPOKEN not in everything


def test_the_same_request_again_is_known_as_one() -> None:
    officer, key = an_officer(), a_key()
    first = set_password(officer.person, SPOKEN, by=officer, at=NOON, key=key)
    again = set_password(officer.person, SPOKEN, by=officer, at=NOON + timedelta(minutes=1), key=key)
    assert again.password == first.password
    with refused(KeyUsedForOther):
        set_password(officer.person, SPOKEN + "!", by=officer, at=NOON, key=key)


def test_an_administrator_sets_a_password_for_the_own_office() -> None:
    city = a_city()
    administrator, officer = an_officer(city, role="administrator"), an_officer(city)
    set_password(officer.person, SPOKEN, by=administrator, at=NOON, key=a_key())
    assert Person.objects.get(pk=officer.person).check_password(SPOKEN)


def test_nobody_else_sets_a_password() -> None:
    city = a_city()
    officer, colleague, elsewhere = an_officer(city), an_officer(city), a_city()
    operators = an_officer(city, role="administrator", office=an_office(city).pk)
    with refused(NotAllowed) as caught:
        set_password(officer.person, SPOKEN, by=colleague, at=NOON, key=a_key())
    assert str(caught.value).startswith(
        "‘비밀번호 다시 정하기’은(는) 시·보조사업자·감사기관·조합·중소기업의 관리자의 일입니다. 지금 직책"
    )
    with refused(OtherOffice):
        set_password(officer.person, SPOKEN, by=operators, at=NOON, key=a_key())
    with refused(NotHere):
        set_password(officer.person, SPOKEN, by=elsewhere, at=NOON, key=a_key())


def test_weak_passwords_are_refused() -> None:
    city = a_city()
    officer = an_officer(city)
    login = Person.objects.get(pk=officer.person).login
    with refused(TooShort) as caught:
        set_password(officer.person, "가나다라마바사아자", by=officer, at=NOON, key=a_key())
    assert str(caught.value) == "비밀번호는 10자 이상이어야 합니다. 더 길게 적어 주십시오."
    with refused(SameAsLogin):
        set_password(officer.person, f"{login.upper()}12345", by=officer, at=NOON, key=a_key())
    set_password(officer.person, SPOKEN, by=officer, at=NOON, key=a_key())
    with refused(SamePassword):
        set_password(officer.person, SPOKEN, by=officer, at=NOON, key=a_key())
    with refused(SystemsOwn):
        set_password(city.person, SPOKEN, by=city, at=NOON, key=a_key())


class Weaker(Argon2PasswordHasher):
    """As passwords were kept before."""

    time_cost = 1


def test_a_login_makes_an_older_hash_stronger(settings: Settings) -> None:
    city = a_city()
    officer = an_officer(city)
    settings.PASSWORD_HASHERS = [f"{__name__}.Weaker"]
    weak = set_password(officer.person, SPOKEN, by=officer, at=NOON, key=a_key()).password
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    assert Person.objects.get(pk=officer.person).check_password(SPOKEN)
    assert Person.objects.get(pk=officer.person).password == weak
    with refused(WrongPassword):
        upgrade_password(officer.person, SPOKEN + "!", by=city, at=NOON, key=a_key())
    with refused(NotAllowed):
        upgrade_password(officer.person, SPOKEN, by=officer, at=NOON, key=a_key())
    strong = upgrade_password(officer.person, SPOKEN, by=city, at=NOON, key=a_key())
    assert "t=2" in strong.password
    assert "t=1" in weak
    events = Event.objects.count()
    assert upgrade_password(officer.person, SPOKEN, by=city, at=NOON, key=a_key()).password == strong.password
    assert Event.objects.count() == events


def test_a_person_saves_nothing_behind_the_actions() -> None:
    person = Person.objects.get(pk=an_officer().person)
    person.set_password(SPOKEN)
    with refused(OutsideAnAction):
        person.save()


# ── the end ──────────────────────────────────────────────────────────────────────────────────────────────


def test_who_leaves_holds_nothing_from_that_day() -> None:
    city = a_city()
    officer = an_officer(city)
    person = deactivate(officer.person, by=city, at=NOON, key=a_key())
    assert not person.is_active
    assert holder_on(officer.position, TODAY - timedelta(days=1)) == person
    assert holder_on(officer.position, TODAY) is None
    assert actors_of(officer.person, TODAY) == []
    with refused(PersonLeft) as caught:
        set_password(officer.person, SPOKEN, by=officer, at=NOON - timedelta(days=1), key=a_key())
    assert str(caught.value) == "이 계정은 사용이 중지되어 있습니다. 기관의 관리자에게 문의해 주십시오."


def test_what_had_ended_before_stays_as_it_was() -> None:
    city = a_city()
    officer = an_officer(city)
    ended = vacate(officer.position, TODAY - timedelta(days=30), by=city, at=NOON, key=a_key())
    deactivate(officer.person, by=city, at=NOON, key=a_key())
    assert Tenure.objects.get(pk=ended.pk).until == TODAY - timedelta(days=30)


def test_who_leaves_takes_up_nothing_later() -> None:
    city = a_city()
    officer, later = an_officer(city), an_officer(city)
    deactivate(later.person, by=city, at=NOON, key=a_key())
    tomorrow = TODAY + timedelta(days=1)
    appoint(later.position, officer.person, tomorrow, by=city, at=NOON, key=a_key())
    deactivate(officer.person, by=city, at=NOON, key=a_key())
    taken_back = Tenure.objects.get(position=later.position, person=officer.person)
    assert taken_back.never_held
    assert holder_on(later.position, tomorrow) is None
    with refused(PersonLeft):
        appoint(later.position, officer.person, tomorrow, by=city, at=NOON, key=a_key())


def test_leaving_is_once_and_not_for_the_system() -> None:
    city = a_city()
    officer, administrator = an_officer(city), an_officer(city, role="administrator")
    deactivate(officer.person, by=city, at=NOON, key=a_key())
    with refused(LeftAlready) as caught:
        deactivate(officer.person, by=city, at=NOON, key=a_key())
    assert str(caught.value).endswith("님의 계정은 이미 사용이 중지되어 있습니다.")
    with refused(SystemsOwn):
        deactivate(city.person, by=administrator, at=NOON, key=a_key())
