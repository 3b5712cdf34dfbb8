"""이체 — the file for the bank, what came back from it, and that nothing is listed or paid twice."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from majungmul.books.trail.models import Reading
from tests.web.window import Page, Window

FLORISTS = "서울가상꽃도매협동조합"


def listed(window: Window) -> Page:
    bank = window.of("operator.accountant").get("/office/claims/bank/")
    return bank.send("고른 것으로 이체 목록 만들기").send("이체 목록 만들기")


def test_the_file_for_the_bank_names_whole_accounts_and_is_written_down(window: Window) -> None:
    page = listed(window)
    before = Reading.objects.count()
    address = next(each for each, label in page.links() if "이체 파일" in label)
    answer = page.browser.client.get(address)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    text = answer.content.decode("utf-8-sig")
    assert text.splitlines()[0] == "순번,은행,계좌번호,예금주,금액(원),받는 곳,청구번호"
    assert "2640000" in text
    assert "•" not in text
    assert Reading.objects.count() == before + 1


def test_what_came_back_is_listed_again(window: Window) -> None:
    page = listed(window).follow("돌아옴")
    assert page.h1 == "은행이 돌려보낸 까닭을 적어 주십시오"
    assert page.send("반송 적기", it__reason="").status == 422
    page = page.send("반송 적기", it__reason="계좌 없음(가상)")
    assert page.has("반송")
    again = window.of("operator.accountant").get("/office/claims/bank/")
    assert again.has("은행에서 돌아온 것")


def test_a_paid_claim_may_bounce(window: Window) -> None:
    page = listed(window).follow("지급 확인")
    wrong = page.send("지급했음", it__paid_on="2026. 12. 31.")
    assert wrong.status == 422
    assert "it.paid_on-error" in wrong.html
    page = page.send("지급했음", it__paid_on="2026. 11. 25.")
    assert page.has("2,640,000원을 2026. 11. 25.(수) 지급했습니다")
    page = page.follow("지급한 돈이 돌아옴").send("돌아옴 적기", it__reason="계좌 해지(가상)")
    assert page.has("돌아온 것을 적었습니다")


def test_a_list_sent_twice_is_one(window: Window) -> None:
    browser = window.of("operator.accountant")
    first = browser.get("/office/claims/bank/").send("고른 것으로 이체 목록 만들기")
    lists = {first.send("이체 목록 만들기").address for _ in range(3)}
    assert len(lists) == 1


def test_the_lists_ask_a_bounded_number_of_questions(window: Window) -> None:
    browser = window.of("operator.officer")
    for address in (
        "/office/claims/",
        "/office/claims/?show=paid",
        "/office/claims/bank/",
        "/office/settlements/",
    ):
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(address).status == 200
        assert len(asked) <= 20, address


def test_a_list_is_not_there_for_others(window: Window) -> None:
    address = listed(window).address
    assert window.of("florists.officer").get(address).status == 404
    assert window.of("city.officer").get(address).status == 404
