"""Offices of bodies: a co-operative's people act for it alone, or its office looks after what came on paper."""

from typing import Any
from uuid import UUID

import pytest

from majungmul.books.parties.actions.merging import merge
from majungmul.books.parties.actions.offices import BodyHasOffice, WhoseOffice, new_office
from majungmul.books.parties.kinds import OfficeKind
from majungmul.books.parties.require import NotAllowed, OtherBody, require
from majungmul.values.actor import Actor
from tests.books.a_stage import inside
from tests.database import refused
from tests.given import FOUNDED, NOON, a_city, a_cooperative, a_key, an_office, an_officer

pytestmark = pytest.mark.django_db


class Row:
    """A row of a stage, as `require` looks at it: whose, and of which office."""

    def __init__(self, jurisdiction: UUID, office: UUID, body: UUID) -> None:
        self.jurisdiction_id, self.office_id, self.body_id = jurisdiction, office, body


def may(actor: Actor, verb: str, row: Any) -> None:
    inside(actor, lambda: require(actor, verb, row))


def test_people_of_a_body_act_for_it_alone() -> None:
    city = a_city()
    operator = an_office(city)
    officer = an_officer(city, office=operator.pk)
    own, other = a_cooperative(officer), a_cooperative(officer)
    offices = [
        new_office(f"body{n}", each.name, "applicant", each.pk, by=city, at=FOUNDED, key=a_key())
        for n, each in enumerate((own, other))
    ]
    mine, theirs = (an_officer(city, office=office.pk) for office in offices)
    row = Row(city.jurisdiction, operator.pk, own.pk)
    may(mine, "application.correct", row)
    may(officer, "application.correct", row)
    with pytest.raises(OtherBody):
        may(theirs, "application.correct", row)
    with pytest.raises(NotAllowed):
        may(mine, "application.ask_correction", row)


def test_an_operator_elsewhere_may_not_act_for_a_body() -> None:
    city = a_city()
    operator, elsewhere = an_office(city), an_office(city)
    officer = an_officer(city, office=operator.pk)
    body = a_cooperative(officer)
    row = Row(city.jurisdiction, operator.pk, body.pk)
    with pytest.raises(OtherBody) as caught:
        may(an_officer(city, office=elsewhere.pk), "payment.claim", row)
    assert str(caught.value) == (
        "다른 단체의 기록이라 ‘지원금 청구’을(를) 할 수 없습니다. 그 단체의 담당자에게 요청해 주십시오."
    )


def test_a_merged_body_is_still_ones_own() -> None:
    city = a_city()
    operator = an_office(city)
    officer = an_officer(city, office=operator.pk)
    own, twin = a_cooperative(officer), a_cooperative(officer)
    office = new_office("body", own.name, "applicant", own.pk, by=city, at=FOUNDED, key=a_key())
    merge(twin.pk, own.pk, "같은 단체", by=officer, at=NOON, key=a_key())
    may(
        an_officer(city, office=office.pk),
        "application.correct",
        Row(city.jurisdiction, operator.pk, twin.pk),
    )


def test_applicants_have_a_body_and_a_body_one_office() -> None:
    city = a_city()
    body = a_cooperative(an_officer(city))
    with refused(WhoseOffice):
        new_office("body", "가상조합", OfficeKind.APPLICANT, by=city, at=FOUNDED, key=a_key())
    new_office("body", "가상조합", OfficeKind.APPLICANT, body.pk, by=city, at=FOUNDED, key=a_key())
    with refused(BodyHasOffice):
        new_office("again", "가상조합 둘", OfficeKind.APPLICANT, body.pk, by=city, at=FOUNDED, key=a_key())
