"""The administrator of an office: positions, people, 인사이동, deputies, invitations; and what others may not."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from majungmul.books.parties.actions.offices import new_position
from majungmul.books.parties.actions.people import new_person
from majungmul.books.parties.models import Acting, Invitation, Person, Position, Tenure
from majungmul.books.parties.queries.positions import holder_on
from tests.given import a_key
from tests.web.account.people import OTHER, PASSWORD, TODAY, code_on, log_in, system, typed
from tests.web.conftest import NOW
from tests.web.window import Browser, Page, Window

PEOPLE, JOIN = reverse("account:people"), reverse("account:join")
TOMORROW = "2026. 11. 26."


@pytest.fixture
def administrator(window: Window) -> Browser:
    return window.of("city.administrator")


def a_colleague() -> Person:
    office = Position.objects.get(code="city-officer").office_id
    return new_person(office, "chunhyang", "성춘향", by=system(), at=NOW, key=a_key())


def page_of(browser: Browser, code: str) -> Page:
    return browser.get(reverse("account:position", args=[Position.objects.get(code=code).pk]))


# ── positions ────────────────────────────────────────────────────────────────────────────────────────────


def test_the_page_says_who_holds_what_and_what_is_vacant(administrator: Browser) -> None:
    page = administrator.get(PEOPLE)
    assert page.h1 == "직책 4개에 모두 사람이 있습니다"
    made = page.follow("직책 만들기").send("직책 만들기", it__title="정산 담당", it__role="officer")
    assert made.h1 == "정산 담당, 비어 있습니다"
    assert administrator.get(PEOPLE).h1 == "직책 5개 가운데 1개가 비어 있습니다"


def test_a_position_goes_to_another_with_all_that_is_open(administrator: Browser) -> None:
    colleague, position = a_colleague(), Position.objects.get(code="city-officer")
    page = page_of(administrator, "city-officer")
    assert page.has("성과평가")  # a duty
    moving = page.follow("인사이동")
    assert moving.has("함께 넘어가는 일")
    assert moving.has("성과평가")
    done = moving.send("넘기기", it__person=str(colleague.pk), it__on=TOMORROW)
    assert done.has("직책을 넘겼습니다")
    assert done.has("2026. 11. 26.(목)부터 성춘향 님")
    assert holder_on(position.pk, TODAY).login == "city-officer"  # type: ignore[union-attr]
    assert Tenure.objects.filter(position=position, person=colleague).count() == 1


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(administrator: Browser) -> None:
    colleague = a_colleague()
    moving = page_of(administrator, "city-officer").follow("인사이동")
    page = moving.send("넘기기", it__person=str(colleague.pk), it__on="내일")
    assert page.status == 422
    assert 'id="it.on-error"' in page.html
    assert page.form("넘기기").fields | {"key": ""} == {
        "csrfmiddlewaretoken": page.form("넘기기").fields["csrfmiddlewaretoken"],
        "key": "",
        "it.person": str(colleague.pk),
        "it.on": "내일",
    }
    before = moving.send("넘기기", it__person=str(colleague.pk), it__on="2016. 1. 1.")
    assert before.status == 422
    assert before.has("맡은 사람이 없습니다")


def test_one_does_not_give_a_position_to_oneself(administrator: Browser) -> None:
    moving = page_of(administrator, "city-officer").follow("인사이동")
    own = Person.objects.get(login="city-administrator")
    assert str(own.pk) not in moving.html
    page = moving.send("넘기기", it__person=str(own.pk), it__on=TOMORROW)
    assert page.status == 422
    assert page.has("가운데 하나를 골라")


def test_a_position_is_vacated_and_filled(administrator: Browser) -> None:
    colleague = a_colleague()
    vacated = page_of(administrator, "city-officer").follow("보직 해제").send("해제하기")
    assert vacated.h1 == "가상 주무관, 비어 있습니다"
    filled = vacated.follow("발령").send("발령하기", it__person=str(colleague.pk), it__on="2026. 11. 25.")
    assert filled.h1 == "가상 주무관, 성춘향 님이 맡고 있습니다"


def test_a_deputy_is_named_and_relieved(administrator: Browser) -> None:
    deputy = Position.objects.get(code="city-officer")
    acting = page_of(administrator, "city-approver").follow("대결·직무대리 지정")
    done = acting.send(
        "지정하기",
        it__deputy=str(deputy.pk),
        it__since="2026. 11. 25.",
        it__until="2026. 12. 1.",
        it__reason="교육",
    )
    assert done.has("가상 주무관이(가) 이 직책을 대신합니다")
    assert administrator.get(PEOPLE).has("가상 주무관 대결")
    row = Acting.objects.get()
    ended = done.follow("대결·직무대리 종료").send("끝내기", it__acting=str(row.pk), it__on="2026. 11. 25.")
    assert ended.has("대결·직무대리를 끝냈습니다")
    assert Acting.objects.get().never_held


def test_a_new_person_is_invited_and_takes_the_position_over(window: Window, administrator: Browser) -> None:
    invite = page_of(administrator, "city-officer").follow("새 사람 초대")
    assert invite.has("함께 넘어가는 일")
    sheet = invite.send("안내문 만들기", it__name="성춘향")
    assert sheet.h1 == "성춘향 님께"
    assert administrator.get(PEOPLE).has("2026. 12. 9.(수) 10:00까지")
    home = window.nobody().get(JOIN).send("등록하고 들어가기", **typed(code_on(sheet)))
    assert home.address == reverse("city:year")
    assert page_of(administrator, "city-officer").h1 == "가상 주무관, 성춘향 님이 맡고 있습니다"


def test_who_cannot_choose_anybody_is_led_on(administrator: Browser) -> None:
    for login in ("city-officer", "city-auditor"):
        person = Person.objects.get(login=login)
        administrator.get(reverse("account:person", args=[person.pk])).send("사용 중지하기")
    page = page_of(administrator, "city-approver").follow("인사이동")
    assert page.has("고를 사람이나 직책이 없습니다")


# ── people ───────────────────────────────────────────────────────────────────────────────────────────────


def test_who_left_can_do_nothing_any_more(window: Window, administrator: Browser) -> None:
    officer = window.of("city.officer")
    page = administrator.get(PEOPLE).follow("한시청")
    assert page.h1 == "한시청 님, 가상 주무관"
    done = page.send("사용 중지하기")
    assert done.has("한시청 님의 사용을 중지했습니다")
    assert done.has("사용을 중지한 사람 1명")
    assert officer.get(reverse("city:year")).address.startswith("/account/login/")
    again = administrator.get(reverse("account:person", args=[Person.objects.get(login="city-officer").pk]))
    assert again.h1 == "한시청 님, 사용을 중지했습니다"


def test_a_colleague_who_forgot_the_password_gets_a_sheet(window: Window, administrator: Browser) -> None:
    sheet = administrator.get(PEOPLE).follow("한시청").send("비밀번호 안내문 만들기")
    assert sheet.h1 == "한시청 님께"
    reset = window.nobody().get(reverse("account:reset_with", args=[code_on(sheet)]))
    done = reset.send("비밀번호 정하고 들어가기", it__new_password=OTHER, it__again_password=OTHER)
    assert done.address == reverse("city:year")
    assert log_in(window.nobody(), "city-officer", OTHER).address == reverse("city:year")
    assert log_in(window.nobody(), "city-officer", PASSWORD).status == 422


# ── not for others ───────────────────────────────────────────────────────────────────────────────────────


def test_another_offices_people_and_positions_are_not_there(administrator: Browser) -> None:
    theirs = Person.objects.get(login="operator-officer")
    position = Position.objects.get(code="operator-officer")
    program = Position.objects.get(code="system")
    for address in (
        reverse("account:person", args=[theirs.pk]),
        reverse("account:person", args=[uuid4()]),
        *(reverse("account:position", args=[pk]) for pk in (position.pk, program.pk, uuid4())),
        reverse("account:position_hand_over", args=[position.pk]),
    ):
        assert administrator.get(address).status == 404
    for name, pk in (
        ("person_reset", theirs.pk),
        ("person_deactivate", theirs.pk),
        ("position_vacate", position.pk),
    ):
        assert administrator.send(reverse(f"account:{name}", args=[pk]), {"key": "k"}).status == 404
    assert Person.objects.get(pk=theirs.pk).is_active
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("person", ["city.officer", "operator.officer", "printers.officer", "city.auditor"])
def test_the_pages_are_for_administrators_alone(window: Window, person: str) -> None:
    browser = window.of(person)
    own = Position.objects.get(code=person.replace(".", "-"))
    for address in (PEOPLE, reverse("account:position", args=[own.pk]), reverse("account:position_new")):
        assert browser.get(address).status == 404


def test_as_many_queries_for_many_people_as_for_few(administrator: Browser) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert administrator.get(PEOPLE).status == 200
        return len(asked)

    before, office = queries(), Position.objects.get(code="city-officer").office_id
    for n in range(5):
        new_person(office, f"gasang{n}", f"홍길동{n}", by=system(), at=NOW, key=a_key())
        new_position(office, f"gasang{n}", f"가상 직책 {n}", "officer", by=system(), at=NOW, key=a_key())
    assert queries() == before
