"""Sheets of paper: a co-operative's bookkeeper comes in, a forgotten password is set anew, by letter or by sheet."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.urls import reverse

from majungmul.books.parties.models import Invitation, Organisation, Person
from majungmul.books.trail.models import Event
from tests.web.account.people import OTHER, PASSWORD, TODAY, code_on, log_in, logged_in, typed, with_password
from tests.web.conftest import NOW
from tests.web.window import Page, Window

PARTNER = "인천가상목재협동조합"
JOIN, RESET, FORGOT = reverse("account:join"), reverse("account:reset"), reverse("account:forgot")


def page_of_body(window: Window, name: str = PARTNER, person: str = "operator.officer") -> Page:
    body = Organisation.objects.get(name=name)
    return window.of(person).get(reverse("account:invite_body", args=[body.pk]))


def without_login(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "it__login"}


# ── coming in ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_bookkeeper_without_email_comes_in_by_a_sheet_and_logs_in_from_then_on(window: Window) -> None:
    officer = window.of("operator.officer")
    listed = officer.get(reverse("account:invitations") + "?q=목재")
    asked = listed.follow("초대하기")
    assert asked.h1 == f"{PARTNER}, 아직 들어올 수 있는 사람이 없습니다"
    sheet = asked.send("안내문 만들기", it__name="성춘향", it__title="담당자")
    assert (sheet.status, sheet.h1) == (200, "성춘향 님께")
    for words in (code_on(sheet), PARTNER, "담당자", f"{JOIN}", "2026. 12. 9."):
        assert words in sheet.html
    browser = window.nobody()
    home = browser.get(JOIN).send("등록하고 들어가기", **typed(code_on(sheet).lower()))
    assert home.address == reverse("applicant:mine")
    assert home.has("성춘향")
    assert home.has(f"{PARTNER} 담당자")
    assert log_in(window.nobody(), "chunhyang").address == reverse("applicant:mine")
    assert page_of_body(window).h1 == f"{PARTNER}, 1명이 들어올 수 있습니다"
    used = window.nobody().get(JOIN).send("등록하고 들어가기", **typed(code_on(sheet), it__login="mongryong"))
    assert used.status == 422
    assert used.has("이미 썼습니다")


def test_the_sheet_is_for_who_made_it_with_this_request_alone(window: Window) -> None:
    sheet = page_of_body(window).send("안내문 만들기", it__name="성춘향", it__title="담당자")
    assert window.of("operator.officer").get(sheet.address).status == 200  # printed once more
    for person in ("operator.accountant", "city.officer", "printers.officer", "city.administrator"):
        assert window.of(person).get(sheet.address).status == 404
    assert window.of("operator.officer").get(sheet.address.partition("?")[0]).status == 404


def test_a_link_fills_the_number_in_and_tells_nothing(window: Window) -> None:
    sheet = page_of_body(window).send("안내문 만들기", it__name="성춘향", it__title="담당자")
    pages = [window.nobody().get(f"{JOIN}{code}/") for code in (code_on(sheet), "AAAA-AAAA-AA")]
    for page, code in zip(pages, (code_on(sheet), "AAAA-AAAA-AA"), strict=True):
        assert page.form("등록하고 들어가기").fields["it.code"] == code
        assert not page.has("성춘향")
    assert Invitation.objects.get().wrong_codes == 0


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"it__code": "AAAA-AAAA-AA"}, "이 번호를 찾을 수 없습니다"),
        ({"it__code": ""}, "‘안내문의 번호’ 칸이 비어 있습니다"),
        ({"it__login": "printers-officer"}, "이미 있습니다"),
        ({"it__login": "홍길동"}, "아이디는 영문 소문자"),
        ({"it__again_password": OTHER}, "서로 다릅니다"),
        ({"it__new_password": "짧음", "it__again_password": "짧음"}, "10자 이상"),
        (
            {"it__new_password": "chunhyang-2026", "it__again_password": "chunhyang-2026"},
            "아이디를 넣을 수 없습니다",
        ),
    ],
)
def test_what_is_to_be_put_right_stands_at_its_field(
    window: Window, change: dict[str, str], sentence: str
) -> None:
    code = code_on(page_of_body(window).send("안내문 만들기", it__name="성춘향", it__title="담당자"))
    page = window.nobody().get(JOIN).send("등록하고 들어가기", **typed(code, **change))
    assert page.status == 422
    assert page.has(sentence)
    assert any(f'id="{each.replace("__", ".")}-error"' in page.html for each in change)
    kept = page.form("등록하고 들어가기").fields
    assert kept["it.login"] == change.get("it__login", "chunhyang")
    assert kept["it.new_password"] == kept["it.again_password"] == ""
    again = typed(code)
    assert page.send("등록하고 들어가기", **again).address == reverse("applicant:mine")


def test_a_sheet_is_over_after_its_days_and_when_it_is_withdrawn(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = page_of_body(window).send("안내문 만들기", it__name="성춘향", it__title="담당자")
    with monkeypatch.context() as later:
        later.setattr("majungmul.web.asked.now", lambda: NOW + timedelta(days=14))
        page = window.nobody().get(JOIN).send("등록하고 들어가기", **typed(code_on(sheet)))
        assert page.has("2026. 12. 9. 10:00까지였습니다")
    listed = window.of("operator.officer").get(reverse("account:invitations"))
    assert listed.h1 == "나가 있는 안내문 1장"
    assert listed.send("거두기").has("안내문의 번호를 거두었습니다")
    page = window.nobody().get(JOIN).send("등록하고 들어가기", **typed(code_on(sheet)))
    assert page.has("이 번호는 더 쓰지 않습니다")


def test_who_guesses_numbers_is_stopped(window: Window) -> None:
    code = code_on(page_of_body(window).send("안내문 만들기", it__name="성춘향", it__title="담당자"))
    browser = window.nobody()
    wrong = [
        f"{code[:10]}{end}"
        for end in ("22", "23", "24", "25", "26", "27", "28", "29", "32", "33", "34", "35")
    ]
    for each in [each for each in wrong if each != code][:10]:
        assert browser.get(JOIN).send("등록하고 들어가기", **typed(each)).has("찾을 수 없습니다")
    assert browser.get(JOIN).send("등록하고 들어가기", **typed(code)).has("맞지 않아 잠갔습니다")
    for _ in range(9):
        page = browser.get(JOIN).send("등록하고 들어가기", **typed("AAAA-AAAA-AA"))
    page = browser.get(JOIN).send("등록하고 들어가기", **typed("AAAA-AAAA-AA"))
    assert (page.status, page.has("10분 뒤에 다시 해 주십시오")) == (429, True)


def test_a_successor_takes_the_position_over(window: Window) -> None:
    page = page_of_body(window, "서울가상인쇄협동조합")
    sheet = page.send("안내문 만들기", it__name="성춘향", it__title="가상 사무국장")
    former = window.of("printers.officer")
    assert former.get(reverse("applicant:mine")).status == 200
    home = window.nobody().get(JOIN).send("등록하고 들어가기", **typed(code_on(sheet)))
    assert home.has("서울가상인쇄협동조합 가상 사무국장")
    assert former.get(reverse("applicant:mine")).h1 == "오늘 맡은 자리가 없습니다"


def test_another_offices_body_page_is_not_there_for_co_operatives(window: Window) -> None:
    body = Organisation.objects.get(name=PARTNER)
    for person in ("printers.officer", "operator.approver", "city.auditor"):
        assert window.of(person).get(reverse("account:invite_body", args=[body.pk])).status == 404
    assert page_of_body(window, person="city.officer").status == 200


def test_a_name_is_asked_for_and_what_was_typed_is_kept(window: Window) -> None:
    page = page_of_body(window).send("안내문 만들기", it__name="", it__title="회계 담당")
    assert page.status == 422
    assert page.has("‘받는 사람 이름’ 칸이 비어 있습니다")
    assert page.form("안내문 만들기").fields["it.title"] == "회계 담당"
    assert not Invitation.objects.exists()


# ── a forgotten password ─────────────────────────────────────────────────────────────────────────────────


def test_a_sheet_sets_a_forgotten_password_anew(window: Window) -> None:
    page = page_of_body(window, "서울가상인쇄협동조합")
    sheet = page.send("비밀번호")
    assert sheet.h1 == "이보기 님께"
    assert sheet.has("printers-officer")
    elsewhere = window.of("printers.officer")
    reset = window.nobody().get(RESET)
    done = reset.send("비밀번호 정하고 들어가기", **without_login(typed(code_on(sheet))))
    assert done.address == reverse("applicant:mine")
    assert elsewhere.get(reverse("applicant:mine")).address.startswith(
        "/account/login/"
    )  # other sessions are over
    assert log_in(window.nobody(), "printers-officer").address == reverse("applicant:mine")
    values = without_login(typed(code_on(sheet), it__new_password=OTHER, it__again_password=OTHER))
    again = window.nobody().get(RESET).send("비밀번호 정하고 들어가기", **values)
    assert again.has("이미 썼습니다")


def test_only_people_of_that_body_get_a_sheet(window: Window) -> None:
    body = Organisation.objects.get(name="서울가상인쇄협동조합")
    other = Person.objects.get(login="florists-officer")
    officer = window.of("operator.officer")
    page = officer.send(reverse("account:body_reset", args=[body.pk, other.pk]), {"key": "k"})
    assert page.status == 404
    assert not Invitation.objects.exists()


@pytest.fixture
def letters(settings: Any) -> list[Any]:
    settings.HAS_MAIL = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []
    return mail.outbox


def with_email(window: Window, person: str) -> None:
    page = window.of(person).get(reverse("account:me")).follow("전화번호와 전자우편 고치기")
    done = page.send("고치기", it__email="spring@example.com", it__phone="02-000-1234")
    assert done.has("연락처를 고쳤습니다")
    assert done.has("spring@example.com")


def test_ones_contact_is_put_right_at_its_field(window: Window) -> None:
    page = window.of("printers.officer").get(reverse("account:contact"))
    wrong = page.send("고치기", it__email="봄", it__phone="02-000-1234")
    assert wrong.status == 422
    assert 'id="it.email-error"' in wrong.html
    assert wrong.form("고치기").fields["it.phone"] == "02-000-1234"
    assert wrong.send("고치기", it__email="").has("02-000-1234")


def test_a_letter_goes_to_who_has_an_address_and_the_answer_is_the_same_for_all(
    window: Window, letters: list[Any]
) -> None:
    with_email(window, "printers.officer")
    pages = [window.nobody().get(FORGOT).send("편지 받기", it__login=login) for login in
             ("printers-officer", "florists-officer", "nobody-at-all")]  # fmt: skip
    assert len({page.text for page in pages}) == 1
    (letter,) = letters
    assert letter.to == ["spring@example.com"]
    address = next(line for line in letter.body.splitlines() if line.startswith("http"))
    page = window.nobody().get(address.partition("127.0.0.1")[2])
    done = page.send("비밀번호 정하고 들어가기", it__new_password=OTHER, it__again_password=OTHER)
    assert done.address == reverse("applicant:mine")


def test_letters_are_few(window: Window, letters: list[Any]) -> None:
    with_email(window, "printers.officer")
    pages = [window.nobody().get(FORGOT).send("편지 받기", it__login="printers-officer") for _ in range(6)]
    assert len(letters) == 3
    assert [page.status for page in pages] == [200] * 5 + [429]


def test_without_mail_the_page_says_whom_to_ask(window: Window) -> None:
    page = window.nobody().get(FORGOT)
    assert page.has("육성지원 담당에게 전화해")
    assert "편지 받기" not in page.text


# ── one's own password ───────────────────────────────────────────────────────────────────────────────────


def test_ones_own_password_is_changed_and_other_sessions_end(window: Window) -> None:
    browser, other = logged_in(window, "printers-officer"), window.of("printers.officer")
    page = browser.get(reverse("account:me"))
    values: dict[str, Any] = {"it__new_password": OTHER, "it__again_password": OTHER}
    wrong = page.send("비밀번호 바꾸기", it__password="아무것이나 적었음", **values)  # noqa: S106 - a wrong one
    assert wrong.status == 422
    assert 'id="it.password-error"' in wrong.html
    done = wrong.send("비밀번호 바꾸기", it__password=PASSWORD, **values)
    assert done.has("비밀번호를 바꿨습니다")
    assert browser.get(reverse("applicant:mine")).status == 200
    assert other.get(reverse("applicant:mine")).address.startswith("/account/login/")
    assert log_in(window.nobody(), "printers-officer", OTHER).address == reverse("applicant:mine")
    assert Event.objects.filter(name="person.password_set", at=NOW).count() == 2


def test_the_new_password_is_not_the_old_one(window: Window) -> None:
    with_password("printers-officer")
    page = logged_in(window, "florists-officer").get(reverse("account:me"))
    same: dict[str, Any] = {
        "it__password": PASSWORD,
        "it__new_password": PASSWORD,
        "it__again_password": PASSWORD,
    }
    assert page.send("비밀번호 바꾸기", **same).has("지금 쓰는 비밀번호와 같습니다")
    assert TODAY
