"""A city with everything in it: what is looked through for what must not be there."""

from dataclasses import dataclass
from datetime import date

from majungmul.books.parties.actions.accounts import confirm_account, enter_account
from majungmul.books.parties.actions.bodies import add_alias, rename
from majungmul.books.parties.actions.deputies import act_for
from majungmul.books.parties.actions.facts import move, new_representative
from majungmul.books.parties.actions.invitations import invite
from majungmul.books.parties.actions.merging import merge
from majungmul.books.parties.actions.offices import new_position
from majungmul.books.parties.actions.people import deactivate, new_person
from majungmul.books.parties.actions.sanctions import lift, sanction
from majungmul.books.parties.actions.tenures import appoint, hand_over
from majungmul.books.parties.models import (
    Acting,
    BankAccount,
    Invitation,
    Organisation,
    Person,
    Position,
    Sanction,
)
from majungmul.values.actor import Actor
from tests.given import NOON, a_city, a_cooperative, a_firm, a_key, an_office, an_officer

SPRING, SUMMER = date(2018, 3, 1), date(2018, 7, 1)

PERSONAL = (
    *("성춘향", "이몽룡", "chunhyang", "mongryong", "02-000-1234", "spring@example.com"),
    "향단이",
    *("000-11-222222", "가상조합 성춘향", "서울특별시 가상구 가상로 1", "병가"),
)
"""What is typed below of people."""


@dataclass(frozen=True, slots=True)
class City:
    """What a city of this story holds."""

    system: Actor
    officer: Actor
    second: Actor
    head: Actor
    person: Person
    position: Position
    acting: Acting
    body: Organisation
    merged: Organisation
    account: BankAccount
    sanction: Sanction
    invitation: Invitation


def a_whole_city() -> City:
    """Every action of parties, but for passwords (a hash takes long), done once; `test_invitations` has the rest."""
    system = a_city()
    officer, second = an_officer(system), an_officer(system)
    head = an_officer(system, role="approver")
    an_office(system)
    person, position = people(system)
    days = (SPRING, SUMMER)
    acting = act_for(head.position, officer.position, days, "병가", by=system, at=NOON, key=a_key())
    body, merged, account = bodies(officer, second)
    days_of_sanction = (SPRING, None)
    article = "지방보조금법 제32조제3항"
    imposed = sanction(
        body.pk, "restricted", days_of_sanction, article, "거짓 신청", by=head, at=NOON, key=a_key()
    )
    lift(imposed.pk, SUMMER, "소명을 받아들임", by=head, at=NOON, key=a_key())
    invited = invite(position.pk, "향단이", by=system, at=NOON, key=a_key())
    return City(
        system, officer, second, head, person, position, acting, body, merged, account, imposed, invited
    )


def people(by: Actor) -> tuple[Person, Position]:
    """Two people, one position, handed from one to the other."""
    position = new_position(by.office, "clerk", "주무관", "officer", by=by, at=NOON, key=a_key())
    contact = {"phone": "02-000-1234", "email": "spring@example.com"}
    person = new_person(by.office, "chunhyang", "성춘향", **contact, by=by, at=NOON, key=a_key())
    other = new_person(by.office, "mongryong", "이몽룡", by=by, at=NOON, key=a_key())
    appoint(position.pk, other.pk, SPRING, by=by, at=NOON, key=a_key())
    hand_over(position.pk, person.pk, SUMMER, by=by, at=NOON, key=a_key())
    deactivate(other.pk, by=by, at=NOON, key=a_key())
    return person, position


def bodies(officer: Actor, second: Actor) -> tuple[Organisation, Organisation, BankAccount]:
    """A body with all that is known of it, another merged into it, and its account."""
    body, merged = a_cooperative(officer), a_firm(officer)
    add_alias(body.pk, "흄관(조)", by=officer, at=NOON, key=a_key())
    rename(body.pk, "가상흄관공업협동조합", by=officer, at=NOON, key=a_key())
    new_representative(body.pk, "성춘향", "이사장", SPRING, by=officer, at=NOON, key=a_key())
    new_representative(body.pk, "이몽룡", "이사장", SUMMER, by=officer, at=NOON, key=a_key())
    move(body.pk, "서울특별시 가상구 가상로 1", SPRING, by=officer, at=NOON, key=a_key())
    number, holder = "000-11-222222", "가상조합 성춘향"
    account = enter_account(body.pk, "가상은행", number, holder, by=officer, at=NOON, key=a_key())
    confirm_account(account.pk, by=second, at=NOON, key=a_key())
    merge(merged.pk, body.pk, "등록증으로 확인", by=officer, at=NOON, key=a_key())
    return body, merged, account
