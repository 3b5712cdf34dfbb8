"""시행: a step of a row is sealed once, by a number and a day that has come; 보탬e whole or not at all."""

from datetime import date

import pytest

from majungmul.books.files.models import SealedStep
from majungmul.books.files.seals import (
    NoNumber,
    PortalIncomplete,
    SealedAlready,
    SealedInFuture,
    seal,
    seal_of,
    seals_of,
)
from majungmul.books.parties.models import Jurisdiction
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal
from tests.books.a_stage import inside
from tests.database import refused
from tests.given import a_city, an_officer

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)
BOTH = Seal("경제정책과-101", TODAY, "보탬e-2026-7", date(2026, 3, 1))


def sealed(officer: Actor, given: Seal, step: str = "award") -> SealedStep:
    row = Jurisdiction.objects.get(pk=officer.jurisdiction)
    return inside(officer, lambda: seal(row, step, given, today=TODAY))


def test_a_step_is_sealed_and_read_again() -> None:
    officer = an_officer(a_city())
    made = sealed(officer, BOTH)
    row = Jurisdiction.objects.get(pk=officer.jurisdiction)
    assert seal_of(row, "award") == made
    assert (made.number, made.effective_on, made.portal) == (
        "경제정책과-101",
        TODAY,
        "보탬e-2026-7 (2026. 3. 1.)",
    )
    assert seal_of(row, "settlement") is None
    sealed(officer, Seal("경제정책과-90", date(2026, 2, 1)), "application")
    assert [each.step for each in seals_of(row)] == ["application", "award"]


def test_2018_had_no_portal() -> None:
    assert sealed(an_officer(a_city()), Seal("경제정책과-101", date(2018, 2, 20))).portal == ""


def test_a_step_is_sealed_once() -> None:
    officer = an_officer(a_city())
    sealed(officer, BOTH)
    with refused(SealedAlready) as caught:
        sealed(officer, Seal("다른-1", TODAY))
    assert str(caught.value) == (
        "이 단계는 문서 ‘경제정책과-101’(2026. 3. 2.)(으)로 이미 시행되었습니다. 다시 적지 않아도 됩니다."
    )


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (Seal("  ", TODAY), NoNumber),
        (Seal("가-1", date(2026, 3, 3)), SealedInFuture),
        (Seal("가-1", TODAY, "보탬e-1"), PortalIncomplete),
        (Seal("가-1", TODAY, "", TODAY), PortalIncomplete),
    ],
)
def test_half_a_seal_is_refused(given: Seal, why: type[Refusal]) -> None:
    officer = an_officer(a_city())
    with refused(why):
        sealed(officer, given)
