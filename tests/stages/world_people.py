"""Who is there: a world's people and bodies, the files they hand in, the examples they type."""

import io
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from typing import Any

from majungmul.books.files.store import Received, receive
from majungmul.books.ledger.models import Account
from majungmul.books.parties.actions.accounts import confirm_account, enter_account
from majungmul.books.parties.actions.bodies import register
from majungmul.books.parties.actions.offices import new_office, new_position
from majungmul.books.parties.actions.people import new_person
from majungmul.books.parties.actions.tenures import appoint
from majungmul.books.parties.models import BankAccount, Organisation
from majungmul.books.parties.queries.positions import actors_of
from majungmul.stages.award.models import Award, AwardLine
from majungmul.stages.plan.models import Plan
from majungmul.values.actor import Actor
from tests.books.files.samples import pdf
from tests.given import FOUNDED, SEOUL, a_business_number, a_key

PROGRAMME, LINE = "trade_collaboration", "support"

numbers = count(1)


def at(month: int, day: int, hour: int = 10, year: int = 2018) -> datetime:
    """An instant of the year, in Seoul."""
    return datetime(year, month, day, hour, tzinfo=SEOUL)


def a_file(name: str = "가상 서류.pdf") -> Received:
    """A small PDF of its own."""
    return receive(io.BytesIO(pdf(f"% {next(numbers)}\n".encode())), name)


@dataclass(frozen=True, slots=True)
class Body:
    """A co-operative: its row, its person's actor, its account."""

    body: Organisation
    officer: Actor
    account: BankAccount


@dataclass(slots=True)
class World:
    """Who is there, and what was granted."""

    system: Actor
    city_officer: Actor
    city_approver: Actor
    operator: Organisation
    officer: Actor
    approver: Actor
    plan: Plan
    grant: Award
    printer: Body
    paper: Body
    bodies: dict[str, Body] = field(default_factory=dict)

    def line(self, code: str = LINE) -> AwardLine:
        """A line of the city's award to the operator."""
        return AwardLine.objects.select_related("account").get(
            award=self.grant, programme=PROGRAMME, code=code
        )

    @property
    def funding(self) -> Account:
        """The account that funds 협업, as it is now."""
        account = self.line().account
        assert account is not None
        return Account.objects.get(pk=account.pk)


def somebody(system: Actor, office: Any, role: str) -> Actor:
    """A person in a new position of an office."""
    number = next(numbers)
    seat = new_position(
        office, f"w-seat{number}", f"가상직책{number}", role, by=system, at=FOUNDED, key=a_key()
    )
    person = new_person(office, f"w-person{number}", f"홍길동{number}", by=system, at=FOUNDED, key=a_key())
    appoint(seat.pk, person.pk, date(2016, 1, 1), by=system, at=FOUNDED, key=a_key())
    (actor,) = actors_of(person.pk, date(2016, 1, 1))
    return actor


def a_body(system: Actor, officer: Actor, approver: Actor, name: str) -> Body:
    """A co-operative with its office, person, and an account that two people have seen."""
    number = next(numbers)
    body = register("cooperative", name, a_business_number(), by=officer, at=FOUNDED, key=a_key())
    office = new_office(f"w-body{number}", name, "applicant", body.pk, by=system, at=FOUNDED, key=a_key())
    digits = f"000-{number:04}-000001"
    account = enter_account(body.pk, "가상은행", digits, name, by=officer, at=FOUNDED, key=a_key())
    account = confirm_account(account.pk, by=approver, at=FOUNDED, key=a_key())
    return Body(body, somebody(system, office.pk, "officer"), account)


def examples(form: Any) -> dict[str, Any]:
    """A form answered with the examples that stand at its fields."""
    answers: dict[str, Any] = {}
    for section in form.sections:
        row = {each.code: example_of(each) for each in section.fields if each.required}
        answers[section.code] = [row] if section.repeats else row
    return answers


def example_of(each: Any) -> str:
    """What a person might type into a field."""
    if each.kind == "choice":
        return str(each.choices[0].code)
    plain = {
        "yes_no": "yes",
        "business_number": "123-45-67891",
        "email": "a@example.com",
        "phone": "02-000-0000",
    }
    return plain.get(each.kind) or str(each.example) or "가상"
