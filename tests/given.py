"""What tests start from, made through actions: a city, offices, people in positions, bodies. All invented.

city = a_city()                                   # the program itself, in a new jurisdiction
officer = an_officer(city)                        # 담당자 of the city, appointed by the program
operator = an_office(city, kind="operator")
approver = an_officer(city, role="approver", office=operator.pk)
cooperative, firm = a_cooperative(officer), a_firm(officer)
"""

from datetime import date, datetime
from itertools import count
from uuid import UUID
from zoneinfo import ZoneInfo

from majungmul.books.parties.actions.bodies import register
from majungmul.books.parties.actions.founding import found, founder
from majungmul.books.parties.actions.offices import new_office, new_position
from majungmul.books.parties.actions.people import new_person
from majungmul.books.parties.actions.tenures import appoint
from majungmul.books.parties.models import Office, Organisation
from majungmul.books.parties.queries.positions import actors_of
from majungmul.values.actor import Actor
from majungmul.values.business_number import check_digit
from majungmul.values.uuid7 import uuid7

SEOUL = ZoneInfo("Asia/Seoul")
SINCE = date(2016, 1, 1)
"""Since when given people hold their positions: before all that the tests tell."""
FOUNDED = datetime(2016, 1, 1, 9, tzinfo=SEOUL)
NOON = datetime(2018, 3, 2, 12, tzinfo=SEOUL)
"""When nothing else is said."""

_numbers = count(1)


def a_key() -> str:
    """A request of its own."""
    return str(uuid7())


def a_business_number() -> str:
    """A number with a right check digit, of a tax office that there is not (000)."""
    nine = f"00000{next(_numbers):04}"
    return f"{nine}{check_digit(nine)}"


def a_city() -> Actor:
    """The program itself, acting in a jurisdiction founded just now (its office is the city's)."""
    number, system = next(_numbers), founder()
    found(f"gasang{number}", f"가상{number}시", by=system, at=FOUNDED, key=a_key())
    return system


def an_office(city: Actor, kind: str = "operator") -> Office:
    """An office of the city's jurisdiction, yet without people."""
    number = next(_numbers)
    return new_office(f"office{number}", f"가상기관{number}", kind, by=city, at=FOUNDED, key=a_key())


def an_officer(
    city: Actor | None = None, *, role: str = "officer", office: UUID | None = None, since: date = SINCE
) -> Actor:
    """A person in a position of this role: in the city's office or the named one; of a new city without."""
    system = city or a_city()
    number, of = next(_numbers), office or system.office
    seat = new_position(of, f"seat{number}", f"가상직책{number}", role, by=system, at=FOUNDED, key=a_key())
    person = new_person(of, f"gasang{number}", f"홍길동{number}", by=system, at=FOUNDED, key=a_key())
    appoint(seat.pk, person.pk, since, by=system, at=FOUNDED, key=a_key())
    (actor,) = actors_of(person.pk, since)
    return actor


def a_cooperative(by: Actor) -> Organisation:
    """A co-operative with its business number."""
    name = f"가상{next(_numbers)}협동조합"
    return register("cooperative", name, a_business_number(), by=by, at=NOON, key=a_key())


def a_firm(by: Actor) -> Organisation:
    """A firm with its business number."""
    name = f"주식회사 가상{next(_numbers)}"
    return register("firm", name, a_business_number(), by=by, at=NOON, key=a_key())
