"""양식 — the forms of 협업 as data, and what every form gives."""

from datetime import date

import pytest

from majungmul.programmes.form import AMOUNTS, Form, NoSuchForm, NoSuchSlot
from majungmul.programmes.form_answers import plain, read
from majungmul.programmes.form_checking import wrong_in
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.programmes.specification import (
    NoSettingsThen,
    jurisdictions,
    programmes_of,
    specification,
)
from majungmul.values.won import Won

COLLABORATION = specification("seoul", "trade_collaboration")
APPLICATION = COLLABORATION.form("application")
GRANT = jurisdiction("seoul").form("grant_application")
EVERY = [*COLLABORATION.forms.values(), GRANT]
APPLICANT = {
    "name": "서울가상인쇄협동조합",
    "business_number": "123-45-67891",
    "representative": "홍길동",
    "contact": "사무국장 김가상",
    "phone": "02-000-0000",
    "email": "hong@example.com",
    "address": "서울특별시 중구 ○○로 1",
    "ministry": "seoul",
    "general_meeting": "2026. 2. 20.",
}
TRADE = {
    "role": "buyer",
    "partners": "경기가상지류조합",
    "item": "카탈로그 3,000부, 조합원 홍보",
    "period": "4~9월",
    "amount": "50,000,000원",
    "tax": "taxable",
    "payment_method": "transfer",
    "other_support": "없음",
    "effect": "구매단가 8% 절감",
}


def labels(form: Form, section: str) -> dict[str, str]:
    (found,) = (each for each in form.sections if each.code == section)
    return {field.code: field.label for field in found.fields}


def example_of(form: Form, section: str, code: str) -> str:
    (found,) = (each for each in form.sections if each.code == section)
    return next(field.example for field in found.fields if field.code == code)


def test_the_application_asks_what_practice_asks() -> None:
    assert labels(APPLICATION, "applicant") == {
        "name": "신청조합 이름(사업자등록증대로)",
        "business_number": "사업자등록번호",
        "representative": "이사장(대표자)",
        "contact": "담당자",
        "phone": "직통전화",
        "email": "전자우편",
        "address": "소재지",
        "ministry": "주무관청",
        "ministry_name": "그 밖의 주무관청",
        "general_meeting": "올해 정기총회 개최일",
        "resolution": "사업계획을 의결한 회의",
    }
    assert labels(APPLICATION, "trades") == {
        "role": "우리 조합의 역할",
        "partners": "거래조합",
        "others": "외 N곳",
        "partner_number": "거래조합 사업자등록번호",
        "item": "품목·용도",
        "period": "예정 시기",
        "amount": "예정 거래금액(공급가액)",
        "tax": "세금 구분",
        "payment_method": "결제방법",
        "credit_days": "외상 날수",
        "other_support": "같은 거래로 받는 다른 지원",
        "related": "임직원·가족 관계",
        "effect": "기대효과",
    }
    assert example_of(APPLICATION, "trades", "item") == "카탈로그 3,000부, 조합원 홍보"
    assert (APPLICATION.adds, APPLICATION.rate_of) == ("trades.amount", "support")


def test_only_what_tells_of_a_person_is_personal() -> None:
    personal = {
        field.code for form in EVERY for part in form.sections for field in part.fields if field.personal
    }
    assert personal == {"contact", "phone", "email", "address", "received_by", "author"}


def test_the_files_that_must_and_may_be_handed_in() -> None:
    required = [slot.code for slot in APPLICATION.papers if slot.required]
    assert required == ["business_registration", "bankbook", "sealed_application"]
    optional = [slot.code for slot in APPLICATION.papers if not slot.required]
    assert optional == [
        "registry",
        "minutes",
        "tax_certificate",
        "consent",
        "integrity_pledge",
        "partner_list",
    ]


def test_a_call_may_require_more_files_and_none_that_the_form_has_not() -> None:
    more = APPLICATION.with_required(["minutes", "bankbook"])
    assert [slot.code for slot in more.papers if slot.required] == [
        "business_registration",
        "bankbook",
        "sealed_application",
        "minutes",
    ]
    assert sum(slot.required for slot in APPLICATION.papers) == 3
    with pytest.raises(NoSuchSlot, match=r"‘photos’ 붙임이 없습니다\. .*minutes\(총회·이사회 의사록 발췌"):
        APPLICATION.with_required(["photos"])


def test_an_application_as_an_officer_of_a_cooperative_fills_it_in() -> None:
    other = {**TRADE, "partners": "부산가상조합, 대구가상조합", "others": "14곳", "amount": "439,240,956"}
    found = read(APPLICATION, {"applicant": APPLICANT, "trades": [TRADE, other]})
    assert found.mistakes == []
    assert found.total == Won(489_240_956)
    assert found.values["trades"][1]["others"] == 14
    assert found.values["applicant"]["general_meeting"] == date(2026, 2, 20)
    assert plain(found.values)["trades"][0]["amount"] == 50_000_000
    rule = COLLABORATION.line(APPLICATION.rate_of).terms_on(date(2026, 3, 2)).rule
    assert rule.in_words == "10% 지원(원 미만 절사)"


def test_fields_shown_on_a_condition() -> None:
    elsewhere = {**APPLICANT, "ministry": "other"}
    on_credit = {**TRADE, "payment_method": "credit", "credit_days": "30일"}
    found = read(
        APPLICATION, {"applicant": elsewhere, "trades": [on_credit, {**TRADE, "credit_days": "30일"}]}
    )
    assert [mistake.field for mistake in found.mistakes] == ["applicant.ministry_name"]
    assert found.values["trades"][0]["credit_days"] == 30
    assert "credit_days" not in found.values["trades"][1]


def test_the_six_items_of_a_grant_application() -> None:
    assert [section.code for section in GRANT.sections] == [
        "applicant",
        "project",
        "money",
        "own_share",
        "schedule",
        "other",
    ]
    assert [slot.code for slot in GRANT.papers if slot.required] == [
        "bankbook",
        "integrity_pledge",
        "project_plan",
    ]
    assert GRANT.adds == "money.requested"


@pytest.mark.parametrize("form", EVERY, ids=lambda form: form.code)
def test_every_form_says_that_it_is_assumed_and_adds_an_amount(form: Form) -> None:
    assert {"sections", "papers"} <= form.assumed.keys()
    section, _, code = form.adds.partition(".")
    fields = {(part.code, field.code): field for part in form.sections for field in part.fields}
    assert fields[section, code].kind in AMOUNTS


@pytest.mark.parametrize("city", jurisdictions())
def test_no_form_of_a_city_has_a_mistake(city: str) -> None:
    forms = jurisdiction(city).forms.values()
    assert [found for form in forms for found in wrong_in(form, ())] == []


def test_an_unknown_form_is_refused_with_those_there_are() -> None:
    with pytest.raises(
        NoSuchForm, match=r"‘협동조합 간 협업 지원’에 ‘visit’ 양식이 .*claim\(지원금 청구서\)\."
    ):
        COLLABORATION.form("visit")
    with pytest.raises(NoSuchForm, match=r"‘인천광역시’에 ‘grant_application’ 양식이 없습니다\. .*: 없음"):
        jurisdiction("incheon").form("grant_application")


def test_the_settings_of_the_stages_by_value_and_each_is_assumed() -> None:
    settings = COLLABORATION.settings_on(date(2018, 3, 2))
    assert settings.model_dump() == {
        "day_counts": "delivered",
        "reconsideration_days": 10,
        "correction_days": 7,
        "small_order_up_to": 5_000_000,
        "minor_change_percent": 10,
        "last_claim_day": "12-15",
        "spending_before_own_award": "shown",
        "needs_committee": False,
        "payee_from": "applicant",
        "interest_on_recipient_refund": False,
    }
    (dated,) = COLLABORATION.settings
    assert dated.assumed.keys() == {"since", *settings.model_fields_set}
    assert settings.last_claim_on(2018) == date(2018, 12, 15)
    last = settings.model_copy(update={"last_claim_day": "02-29"})
    assert (last.last_claim_on(2018), last.last_claim_on(2020)) == (date(2018, 2, 28), date(2020, 2, 29))


def test_a_day_without_settings_is_refused() -> None:
    with pytest.raises(NoSettingsThen, match=r"‘협동조합 간 협업 지원’에는 2016\. 12\. 31\.에 시행된"):
        COLLABORATION.settings_on(date(2016, 12, 31))
    other = next(name for name in programmes_of("seoul") if not specification("seoul", name).settings)
    with pytest.raises(NoSettingsThen):
        specification("seoul", other).settings_on(date(2018, 3, 2))


def test_each_thing_that_a_review_looks_at_is_assumed_but_what_the_plan_says() -> None:
    assert [item.code for item in COLLABORATION.eligibility if not item.assumed] == ["seoul_cooperative"]
    assert len(COLLABORATION.eligibility) == 10
