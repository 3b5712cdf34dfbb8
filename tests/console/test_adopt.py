"""`majungmul adopt` — on an empty home: everything it needs; again: nothing."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from majungmul.books.ledger.models import Transfer
from majungmul.books.parties.models import Jurisdiction, Person
from majungmul.books.trail import chain
from majungmul.books.trail.installed import missing_guards
from majungmul.books.trail.models import Event
from majungmul.stages.plan.models import Plan
from tests.console.nowhere import nowhere
from tests.console.said import Console
from tests.console.work import tampered
from tests.database import Scratch, fingerprint
from tests.stages.plan.plans import seoul

__all__ = ["nowhere"]


@pytest.mark.usefixtures("nowhere")
def test_on_an_empty_home_it_asks_nothing_and_ends_in_fixed(majungmul: Console) -> None:
    said = majungmul("adopt", "--year", 2018, "--json")
    assert (said.status, said.err) == (0, "")
    assert said.json == {
        "jurisdiction": "seoul",
        "year": 2018,
        "title": "2018년 중소기업 육성사업 지원계획",
        "state": "확정",
        "adopted": True,
        "lines": 22,
        "appropriated": 1_300_000_000,
        "allotted": 1_300_000_000,
        "same_as_file": True,
    }
    seoul = Jurisdiction.objects.get()
    assert (seoul.code, seoul.name) == ("seoul", "서울특별시")
    assert Plan.objects.get().state == "fixed"
    assert [person.login for person in Person.objects.all()] == ["system"]


@pytest.mark.usefixtures("nowhere")
def test_the_chain_is_whole_and_every_guard_stands(majungmul: Console) -> None:
    majungmul("adopt", "--year", 2018)
    seoul = Jurisdiction.objects.get().pk
    assert chain.broken(seoul) is None
    assert missing_guards() == []
    assert {event.person for event in Event.objects.all()} == {Person.objects.get().pk}


@pytest.mark.usefixtures("nowhere")
def test_again_it_changes_nothing_and_says_so(majungmul: Console) -> None:
    first = majungmul("adopt", "--year", 2018)
    assert first.out.splitlines()[:2] == [
        "2018년 중소기업 육성사업 지원계획: 확정",
        "편성 1,300,000,000원, 배정 1,300,000,000원(항목 22개)",
    ]
    before = fingerprint()
    again = majungmul("adopt", "--year", 2018)
    assert again.status == 0
    assert again.out == (
        "2018년 중소기업 육성사업 지원계획은(는) 이미 있습니다(상태: 확정). 아무것도 바꾸지 않았습니다.\n"
    )
    assert majungmul("adopt", "--year", 2018, "--json").json["adopted"] is False
    assert fingerprint() == before
    assert Transfer.objects.count() == 23


@pytest.mark.usefixtures("nowhere")
def test_rows_that_are_not_what_the_file_says_are_named_and_left(majungmul: Console) -> None:
    majungmul("adopt", "--year", 2018)
    tampered("UPDATE plan_plancell SET won = won + 1000 WHERE printed = %s", "439,240,956")
    before = fingerprint()
    said = majungmul("adopt", "--year", 2018)
    assert said.out.splitlines()[1].startswith("지금의 계획 파일과는 다릅니다.")
    assert majungmul("adopt", "--year", 2018, "--json").json["same_as_file"] is False
    assert fingerprint() == before


@pytest.mark.parametrize("wrong", [("--year", 2030), ("--jurisdiction", "nowhere"), ("--year", "next")])
@pytest.mark.usefixtures("nowhere")
def test_a_plan_that_there_is_not_makes_no_database(majungmul: Console, wrong: tuple[object, ...]) -> None:
    said = majungmul("adopt", *wrong)
    assert (said.status, said.out) == (2, "")
    assert "주십시오" in said.err or "쓸 수 있는" in said.err
    assert connection.introspection.table_names() == []


@pytest.mark.usefixtures("scratch")
def test_a_database_of_another_version_is_left_alone(majungmul: Console) -> None:
    MigrationRecorder(connection).record_applied("plan", "0999_of_tomorrow")
    before = fingerprint()
    said = majungmul("adopt", "--year", 2018)
    assert said.status == 2
    assert "이 프로그램보다 새 판입니다(plan 0999_of_tomorrow)" in said.err
    assert fingerprint() == before


@pytest.mark.usefixtures("scratch")
def test_what_was_founded_and_not_adopted_is_carried_on(majungmul: Console) -> None:
    """As after a crash between the two."""
    system = seoul()
    assert majungmul("adopt", "--year", 2018, "--json").json["adopted"] is True
    assert Jurisdiction.objects.get().pk == system.jurisdiction


def test_in_an_office_with_an_officer_the_duties_are_the_officers(
    majungmul: Console, nowhere: Scratch
) -> None:
    secret = nowhere.home / "secret"
    secret.write_text("long-enough-1\n", encoding="utf-8")
    office = ("office", "new", "--jurisdiction", "seoul", "--person", "홍길동", "--login", "hong.gildong")
    assert majungmul(*office, "--password-file", secret).status == 0
    assert majungmul("adopt", "--year", 2018, "--json").json["adopted"] is True
    assert Plan.objects.get().keeper.tenures.get().person.login == "hong.gildong"
