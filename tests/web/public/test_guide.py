"""사업 안내, 공고, 접수증, 거래 확인: what anybody may look up, and what is nobody's business."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from majungmul.books.parties.kinds import OrganisationKind
from majungmul.books.parties.models import Organisation, Tenure
from majungmul.books.parties.queries.positions import actors_of
from majungmul.programmes.specification import programmes_of
from majungmul.stages.application.models import Application
from majungmul.stages.award.models import Award
from majungmul.stages.award.states import State as AwardState
from majungmul.stages.call.models import Call, Kind
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.models import Contract
from majungmul.stages.delivery.states import State
from majungmul.values.won import Won
from tests.web.conftest import NOW
from tests.web.window import Window

ALLOWED = {
    "CSV",
    "XLSX",
    "PL",
    "LA",
    "CEO",
    "BIZ",
    "UP",
    "PDF",
    "MB",
    "HRD",
    "HWP",
    "HWPX",
    "Product",
    "Liability",
}
ALLOWED |= {"Insurance", "N"}


def _latin(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]+", text)) - ALLOWED


# ── 사업 안내 ───────────────────────────────────────────────────────────────────────────────────────────


def test_all_programmes_are_listed_and_each_has_its_page(window: Window) -> None:
    page = window.nobody().get("/programmes/")
    assert page.h1.startswith("사업")
    assert "9개" in page.h1
    for code in programmes_of("seoul"):
        guide = window.nobody().get(f"/programmes/{code}/")
        assert guide.status == 200
        assert guide.has("근거")
        assert guide.has("확인이 더 필요한 것")
        assert not _latin(guide.text), code
        assert len(guide.parsed.ids) == len(set(guide.parsed.ids))


def test_a_trade_is_worked_out_with_its_sentence(window: Window) -> None:
    page = window.nobody().get("/programmes/trade_collaboration/")
    page = page.send("계산하기", it__amount="50,230,000")
    assert page.has("5,023,000")
    assert page.has("50,230,000원 × 10% = 5,023,000원(원 미만 절사)")


def test_a_loan_is_worked_out(window: Window) -> None:
    page = window.nobody().get(
        "/programmes/interest_support/?it.kind=bill&it.principal=100000000&it.days=180"
    )
    assert page.has("100,000,000원 × 1% × 180/365일 = 493,150원(원 미만 절사)")


def test_a_premium_is_worked_out_up_to_its_limit(window: Window) -> None:
    page = window.nobody().get("/programmes/liability_insurance/").send("계산하기", it__amount="9,000,000")
    assert page.has("1,000,000")
    assert page.has("한도")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("it.amount=오천만&x", "오천만"), ("it.amount=", "적어 주십시오"), ("it.amount=-5", "-5")],
)
def test_what_is_no_amount_is_said_at_its_field(window: Window, typed: str, sentence: str) -> None:
    page = window.nobody().get(f"/programmes/trade_collaboration/?{typed}")
    assert page.status == 200
    assert 'aria-invalid="true"' in page.html
    assert sentence in page.html
    assert page.has("아직 계산하지 않았습니다")


def test_too_many_days_and_too_many_visits_are_said(window: Window) -> None:
    loan = "/programmes/interest_support/?it.kind=bill&it.principal=5000&it.days=999999"
    assert window.nobody().get(loan).has("날수는 3,650일까지 셈합니다")
    visits = window.nobody().get("/programmes/cooperative_consulting/?it.count=1&it.times=9")
    assert visits.has("3회까지")


@pytest.mark.parametrize(
    "address", ["/", "/calls/", "/results/2026/trade_collaboration/", "/proof/", "/about/"]
)
def test_no_english(window: Window, address: str) -> None:
    assert not _latin(window.nobody().get(address).text)


def test_an_unknown_programme_is_not_there(window: Window) -> None:
    assert window.nobody().get("/programmes/nothing/").status == 404
    assert window.nobody().get("/programmes/_jurisdiction/").status == 404


# ── 공고 ────────────────────────────────────────────────────────────────────────────────────────────────


def test_calls_are_found_by_words_year_and_standing(window: Window) -> None:
    page = window.nobody().get("/calls/")
    public = Call.objects.filter(kind=Kind.PUBLIC, announced_on__isnull=False)
    assert page.has(f"모두 {public.count()}개")
    assert page.follow("2018년").has("2018년 협동조합 간 협업 지원 공고(가상)")
    assert not page.follow("2018년").has("2026년 협동조합 간 협업 지원 공고(가상)")
    assert page.send("찾기", q="협업 2018").has("모두 1개")
    assert page.send("찾기", q="없는 말").has("찾는 공고가 없습니다")
    assert page.follow("접수 예정").has("찾는 공고가 없습니다")


def test_a_call_shows_what_was_amended_and_its_papers(window: Window) -> None:
    page = window.nobody().get("/calls/").follow("2026년 협동조합 간 협업 지원 공고")
    assert page.has("정정공고 1번")
    assert page.has("2026. 3. 23. 18:00")
    assert page.has("접수를 마쳤습니다")
    notice = page.follow("공고문 보기")
    assert notice.status == 200
    assert "공고" in notice.html
    assert "'unsafe-inline'" not in notice.headers["Content-Security-Policy"]
    assert page.follow("제1차 정정공고문").status == 200
    assert page.follow("결과 보기").has("서울가상인쇄협동조합")


def test_who_may_not_apply_is_not_asked_to(window: Window) -> None:
    open_one = Call.objects.filter(kind=Kind.PUBLIC, opens_at__lte=NOW, closes_at__gt=NOW).first()
    assert open_one
    address = f"/calls/{open_one.pk}/"
    for browser in (window.nobody(), window.of("printers.officer")):
        assert any(words == "신청하기" for _, words in browser.get(address).links())
    assert not any(words == "신청하기" for _, words in window.of("city.officer").get(address).links())


def test_drafts_and_designations_are_nobodys_business(window: Window) -> None:
    designation = Call.objects.filter(kind=Kind.DESIGNATION).first()
    assert designation
    for row in (designation.pk, uuid4()):
        for rest in ("", "notice/", "amendments/1/"):
            assert window.nobody().get(f"/calls/{row}/{rest}").status == 404


def test_queries_of_the_list_do_not_grow_with_calls(window: Window) -> None:
    with CaptureQueriesContext(connection) as one:
        window.nobody().get("/calls/?year=2018")
    with CaptureQueriesContext(connection) as all_of_them:
        window.nobody().get("/calls/")
    assert len(one) == len(all_of_them) <= 6


# ── 접수증 ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_receipt_is_confirmed_however_its_code_is_typed(window: Window) -> None:
    application = Application.objects.filter(call__kind=Kind.PUBLIC, call__year=2026).first()
    assert application
    code = application.check_code
    page = window.nobody().get("/receipt/").send("확인하기", it__code=f" {code[:4].lower()} {code[4:]}")
    assert page.h1 == "맞는 접수증입니다"
    assert page.has(application.number)
    assert page.has(application.body.name)
    assert not page.has(str(application.answers["applicant"]["contact"]))


@pytest.mark.parametrize("code", ["nope", "", "2" * 8, "가" * 500, "%00"])
def test_a_wrong_code_always_has_the_same_answer(window: Window, code: str) -> None:
    page = window.nobody().get(f"/receipt/?it.code={code}")
    assert page.status == 422
    assert page.has("이 확인번호의 접수증을 찾을 수 없습니다. 접수증에 적힌 그대로 다시 적어 주십시오.")


# ── 거래조합의 확인 ─────────────────────────────────────────────────────────────────────────────────────


def _link() -> tuple[Contract, str]:
    """A new contract that waits for its partner, and the code of its link."""
    year = Award.objects.filter(application__call__year=2026, application__call__kind=Kind.PUBLIC)
    award = year.filter(state=AwardState.EFFECTIVE).order_by("id").first()
    assert award
    partner = Organisation.objects.filter(kind=OrganisationKind.COOPERATIVE).exclude(pk=award.body_id).first()
    holder = Tenure.objects.filter(position__office__organisation=award.body).first()
    assert partner
    assert holder
    actor = actors_of(holder.person_id, NOW.date())[0]
    said = delivery.ContractDraft(
        counterpart=partner.pk,
        side="buyer",
        kind="contract",
        signed_on=date(2026, 11, 20),
        item="가상 카탈로그",
        quantity="3,000부",
        supply=Won(1_000_000),
        vat=Won(100_000),
        deliver_by=date(2026, 12, 1),
        place="가상 사무국",
        payment_terms="납품 후 30일 안 계좌이체",
    )
    made = delivery.enter_contract(award.pk, said, None, by=actor, at=NOW, key=uuid4().hex)
    sent = delivery.send_link(made.pk, by=actor, at=NOW, key=uuid4().hex)
    return made, sent.link_code


def test_a_partner_confirms_by_code_without_login(window: Window) -> None:
    contract, code = _link()
    page = window.nobody().get(f"/confirm/{code}/")
    assert page.has(contract.item)
    assert page.has("내용이 다르면")
    done = page.send("확인합니다")
    assert done.status == 200
    assert done.has("거래를 확인했습니다")
    assert done.h1.startswith("이 계약의 확인은 끝났습니다")
    contract.refresh_from_db()
    assert contract.confirmation == "link"
    again = page.send("확인합니다")
    assert again.status == 200


def test_a_code_may_be_typed(window: Window) -> None:
    contract, code = _link()
    page = window.nobody().get("/confirm/").send("계약 보기", it__code=f" {code} ")
    assert page.has(contract.item)
    assert window.nobody().get("/confirm/").send("계약 보기", it__code="가나다").status == 422


def test_a_wrong_and_an_expired_code_have_their_sentences(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, code = _link()
    wrong = window.nobody().get("/confirm/abcdefgh/")
    assert wrong.status == 404
    assert wrong.has("확인번호가 맞지 않습니다")
    monkeypatch.setattr("majungmul.web.asked.now", lambda: NOW + timedelta(days=15))
    late = window.nobody().get(f"/confirm/{code}/")
    assert late.has("새 링크를 요청해 주십시오")


def test_a_press_without_key_confirms_nothing(window: Window) -> None:
    contract, code = _link()
    page = window.nobody().send(f"/confirm/{code}/", {})
    assert page.status == 422
    contract.refresh_from_db()
    assert contract.state == State.WAITING


def test_about_says_what_is_kept_and_where_the_data_are(window: Window) -> None:
    page = window.nobody().get("/").follow("마중물은")
    assert page.has("개인정보는 이렇게 다룹니다")
    assert any(address.endswith("/spending/2026.csv") for address, _ in page.links())


# ── whatever is asked ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "address",
    [
        "/results/99999999999999999999/training/",
        "/spending/99999999999999999999.csv",
        "/calls/?page=abc&which=x&year=zz&q=%00",
        "/calls/?page=-1",
        "/results/?year=%C2%B2",
        "/receipt/?it.code=%00",
        "/receipt/?it.code=A%00A",
        "/confirm/?it.code=%00",
        "/programmes/trade_collaboration/?it.amount=%00",
        "/programmes/trade_collaboration/?it.amount=999999999999999999999",
        "/programmes/trade_collaboration/?it.amount=1&it.amount=2",
        "/programmes/interest_support/?it.kind=zzz&it.principal=1&it.days=1",
        "/programmes/interest_support/?it.kind=bill&it.principal=1000000000000000&it.days=3650",
        "/programmes/cooperative_consulting/?it.count=99999999999&it.times=3",
        "/programmes/cooperative_consulting/?it.count=99999999999999999999999&it.times=3",
        "/results/2026/trade_collaboration/?page=99",
        "/programmes/exchange/?it.count=5&it.times=1",
        "/programmes/market_access/?it.count=5&it.times=1",
        "/proof/?example=zzz",
        f"/confirm/{'a' * 300}/",
    ],
)
def test_whatever_is_asked_nothing_breaks(window: Window, address: str) -> None:
    assert window.nobody().get(address).status in (200, 404, 422)
