"""보완: what was asked stands in front, the form is as it was handed in, and goes back under its number."""

from datetime import timedelta
from uuid import uuid4

from majungmul.stages.application.actions import ask_correction
from majungmul.stages.application.models import Application
from majungmul.stages.application.queries import corrections_of
from tests.web.applicant.applying import WHO, live, scan, to_last
from tests.web.applicant.opened import actor, open_call
from tests.web.conftest import NOW
from tests.web.window import Browser, Window


def corrected(browser: Browser, field: str, what: str) -> Application:
    call = open_call()
    to_last(browser, call).send("신청서 제출")
    [made] = live()
    ask_correction(
        made.pk, field, what, by=actor("operator.officer"), at=NOW + timedelta(minutes=1), key=uuid4().hex
    )
    found: Application = live()[0]
    return found


def test_what_was_asked_is_put_right_and_handed_in_again(window: Window) -> None:
    browser = window.of(WHO)
    made = corrected(browser, "trades.0.amount", "견적서와 금액이 다릅니다")
    page = browser.get(f"/mine/applications/{made.pk}/correct/")
    assert page.has("견적서와 금액이 다릅니다")
    assert page.has("보완요청 견적서와 금액이 다릅니다"), "at its field, too"
    form = page.form("다음: 보완한 내용")
    assert form.fields["trades.0.amount"] == "27,418,905"
    page = page.send("다음: 보완한 내용", trades__0__amount="30,000,000")
    page = page.send("다음: 서류")
    assert page.has("‘보완한 내용’ 칸이 비어 있습니다")
    page = page.send("다음: 서류", reply__answer="금액을 견적서대로 고침")
    page = page.send("다음: 확인하고 내기", files={"papers.bankbook": scan("새 통장.pdf")})
    page.send("보완하여 다시 내기")
    [again] = live()
    assert (again.pk, again.number, again.state) == (made.pk, made.number, "received")
    assert again.trade_total.amount == 30_000_000
    [answered] = corrections_of(again)
    assert answered.answer == "금액을 견적서대로 고침"


def test_one_that_nothing_is_asked_of_leads_back(window: Window) -> None:
    browser = window.of(WHO)
    to_last(browser, open_call()).send("신청서 제출")
    [made] = live()
    page = browser.get(f"/mine/applications/{made.pk}/correct/")
    assert page.address == f"/mine/applications/{made.pk}/"
