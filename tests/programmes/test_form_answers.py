"""답 — what is typed into a form, by value; every mistake at its field, with what to do."""

from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from majungmul.programmes.form import Form
from majungmul.programmes.form_answers import FieldMistake, missing_papers, plain, read
from majungmul.values.business_number import BusinessNumber
from majungmul.values.won import LIMIT, ZERO, Won
from tests.programmes.form_made_up import form_of

NUMBER = "123-45-67891"
LARGE = {"size": "large", "people": "3명", "permit": "가-1", "opens": "2018. 5. 10.", "cost": "1,500,000원"}
SMALL = {"size": "small", "permit": "가-2", "opens": "2018-05-11", "cost": 250_000}
GOOD: dict[str, Any] = {
    "club": {
        "name": " 가상  모임 ",
        "is_company": "예",
        "number": "1234567891",
        "phone": "02 000 0000",
        "email": "a@example.com",
        "account": "110-123-456789",
        "own_share": "0원",
        "taken_back": "△1,000",
        "story": "첫 줄\r\n둘째  줄",
    },
    "stalls": [LARGE, SMALL],
    "papers": ["plan", "registration"],
}


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return form_of(tmp_path)


def changed(section: str, **answers: Any) -> dict[str, Any]:
    """The good answers with others in the club or in the first stall; None takes one away."""
    old = GOOD[section] if section == "club" else GOOD[section][0]
    new = {code: answer for code, answer in {**old, **answers}.items() if answer is not None}
    return {**GOOD, section: new if section == "club" else [new, *GOOD[section][1:]]}


def mistake(form: Form, answers: object) -> tuple[str, str]:
    (only,) = read(form, answers).mistakes
    return only.field, only.sentence


def test_every_kind_is_read_by_value(form: Form) -> None:
    found = read(form, GOOD)
    assert found.mistakes == []
    assert found.total == Won(1_750_000)
    assert found.values == {
        "club": {
            "name": "가상 모임",
            "is_company": True,
            "number": BusinessNumber("1234567891"),
            "phone": "02-000-0000",
            "email": "a@example.com",
            "account": "110-123-456789",
            "own_share": ZERO,
            "taken_back": Won(-1_000),
            "story": "첫 줄\n둘째 줄",
        },
        "stalls": [
            {
                "size": "large",
                "people": 3,
                "permit": "가-1",
                "opens": date(2018, 5, 10),
                "cost": Won(1_500_000),
            },
            {"size": "small", "permit": "가-2", "opens": date(2018, 5, 11), "cost": Won(250_000)},
        ],
        "papers": ["plan", "registration"],
    }


def test_values_go_into_json_and_come_back_the_same(form: Form) -> None:
    values = read(form, GOOD).values
    kept = plain(values)
    assert kept["club"]["number"] == NUMBER
    assert kept["club"]["taken_back"] == -1_000
    assert kept["stalls"][0]["opens"] == "2018-05-10"
    assert kept["stalls"][0]["cost"] == 1_500_000
    assert read(form, kept).values == values


def test_a_hidden_field_is_neither_asked_nor_kept(form: Form) -> None:
    answers = changed("club", is_company=False, number="엉터리")
    found = read(form, answers)
    assert found.mistakes == []
    assert "number" not in found.values["club"]
    assert [sorted(row) for row in found.values["stalls"]] == [
        ["cost", "opens", "people", "size"],
        ["cost", "opens", "size"],
    ]


def test_a_field_that_is_shown_is_asked(form: Form) -> None:
    assert mistake(form, changed("club", number=None)) == (
        "club.number",
        "‘사업자등록번호’ 칸이 비어 있습니다. 적어 주십시오.",
    )
    assert mistake(form, changed("stalls", people="")) == (
        "stalls.0.people",
        "‘인원’ 칸이 비어 있습니다. 적어 주십시오.",
    )


def test_an_empty_optional_field_has_no_value(form: Form) -> None:
    found = read(form, changed("club", phone="", email="  ", story=None))
    assert found.mistakes == []
    assert not {"phone", "email", "story"} & found.values["club"].keys()


@pytest.mark.parametrize(
    ("section", "code", "typed", "sentence"),
    [
        ("club", "name", "\u200b \u3164", "‘모임 이름’ 칸이 비어 있습니다. ‘가상회’처럼 적어 주십시오."),
        ("club", "name", "가" * 11, "‘모임 이름’은(는) 10자까지 적을 수 있습니다(지금 11자). 줄여 주십시오."),
        (
            "club",
            "name",
            "가" * 10**7,
            "‘모임 이름’은(는) 10자까지 적을 수 있습니다(지금 10,000,000자). 줄여 주십시오.",
        ),
        ("club", "name", ["가상"], "‘모임 이름’ 칸의 값을 읽을 수 없습니다. ‘가상회’처럼 적어 주십시오."),
        ("club", "name", 5, "‘모임 이름’ 칸의 값을 읽을 수 없습니다. ‘가상회’처럼 적어 주십시오."),
        (
            "club",
            "is_company",
            "글쎄",
            "‘사업자인지’에 고를 수 없는 것이 왔습니다(‘글쎄’). 예, 아니요 가운데 하나를",
        ),
        ("club", "is_company", 1, "‘사업자인지’에 고를 수 없는 것이 왔습니다(‘…’)."),
        ("club", "is_company", " ", "‘사업자인지’ 칸이 비어 있습니다. 예, 아니요 가운데 하나를 골라"),
        ("club", "number", "123-45-67890", "사업자등록번호 ‘123-45-67890’의 끝자리가 맞지 않습니다."),
        ("club", "number", "12345", "사업자등록번호는 숫자 10자리입니다(‘12345’)."),
        ("club", "phone", "공이", "전화번호는 숫자와 ‘-’로 적습니다(‘공이’). ‘02-000-0000’처럼"),
        ("club", "phone", "119", "전화번호는 숫자와 ‘-’로 적습니다(‘119’)."),
        ("club", "email", "a@b", "전자우편 주소의 모양이 아닙니다(‘a@b’). ‘hong@example.com’처럼"),
        ("club", "account", "1234-567", "계좌번호는 숫자 8~16자리와 ‘-’로 적습니다."),
        ("club", "own_share", "-1", "‘-1’은(는) 0보다 작은 수입니다."),
        ("club", "taken_back", "--1", "‘-1’은(는) 0보다 작은 수입니다."),
        ("club", "story", "가" * 101, "‘소개’은(는) 100자까지"),
        ("stalls", "size", "작음", "‘크기’에 고를 수 없는 것이 왔습니다(‘작음’). 작음, 큼 가운데 하나를"),
        ("stalls", "size", None, "‘크기’ 칸이 비어 있습니다. 작음, 큼 가운데 하나를 골라 주십시오."),
        ("stalls", "people", "셋", "‘셋’은(는) 숫자로 읽을 수 없습니다. 수를 ‘12’처럼 숫자로"),
        ("stalls", "opens", "2018-02-29", "‘2018-02-29’은(는) 달력에 없는 날입니다."),
        ("stalls", "opens", 20180510, "‘여는 날’ 칸의 값을 읽을 수 없습니다."),
        (
            "stalls",
            "cost",
            "5천만원",
            "‘5천만원’은(는) 숫자로 읽을 수 없습니다. 금액을 원 단위로 ‘5,000,000’처럼",
        ),
        ("stalls", "cost", "5,00,000", "쉼표 자리가 맞지 않습니다."),
        ("stalls", "cost", "", "‘비용’ 칸이 비어 있습니다. ‘50,000원’처럼 적어 주십시오."),
        ("stalls", "cost", 0, "0이 적혀 있습니다."),
        ("stalls", "cost", True, "‘비용’ 칸의 값을 읽을 수 없습니다."),
        ("stalls", "cost", 1.5, "‘비용’ 칸의 값을 읽을 수 없습니다."),
        ("stalls", "cost", 10**400, "1,000조 원을 넘을 수 없습니다"),
        ("stalls", "cost", "1" * 16, "1,000조 원을 넘을 수 없습니다"),
    ],
)
def test_each_mistake_is_one_sentence_at_its_field(
    form: Form, section: str, code: str, typed: Any, sentence: str
) -> None:
    place, said = mistake(form, changed(section, **{code: typed}) if code != "size" else sized(typed))
    assert place == (f"club.{code}" if section == "club" else f"stalls.0.{code}")
    assert sentence in said
    assert said.endswith("주십시오.")
    assert len(said) < 200


def sized(typed: Any) -> dict[str, Any]:
    """A first stall of that size, without what only a large one has."""
    return changed("stalls", size=typed, people=None)


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("story", "９００１０１１２３４５６７"),
        ("story", "주민번호 900101 - 2345678 입니다"),
        ("story", "900\u200b101-1234567"),
        ("phone", "9001011234567"),
        ("email", "a9001011234567@example.com"),
        ("account", "900101-1234567"),
        ("number", "900101-1234567"),
    ],
)
def test_a_resident_number_is_refused_in_any_field(form: Form, code: str, typed: str) -> None:
    place, said = mistake(
        form, changed("club", **{code: typed}, **({} if code == "name" else {"name": "가"}))
    )
    assert place == f"club.{code}"
    assert "주민등록번호로 보이는 숫자가 있어 받지 않습니다. 그 숫자를 지우고" in said
    assert "1234567" not in said


def test_thirteen_digits_may_be_an_account_or_an_amount(form: Form) -> None:
    answers = changed("club", account="9001011234567", own_share="9001011234567")
    assert read(form, answers).mistakes == []


def test_text_is_composed_and_loses_what_nobody_sees(form: Form) -> None:
    typed = normalize("NFD", "가상") + "\ufeff\u202e\x00\ud800\u2003회"
    assert read(form, changed("club", name=typed)).values["club"]["name"] == "가상 회"


def test_rows_are_between_the_least_and_the_most(form: Form) -> None:
    too_few = ("stalls", "‘부스’을(를) 1건 이상 적어 주십시오.")
    assert mistake(form, {**GOOD, "stalls": []}) == mistake(form, {**GOOD, "stalls": None}) == too_few
    many = read(form, {**GOOD, "stalls": [SMALL] * 5_000})
    assert many.mistakes == [
        FieldMistake("stalls", "‘부스’은(는) 3건까지 적을 수 있습니다(지금 5,000건). 줄여 주십시오.")
    ]
    assert len(many.values["stalls"]) == 3
    assert many.total == Won(750_000)


def test_the_total_counts_what_could_be_read(form: Form) -> None:
    broken = {**LARGE, "opens": "내일", "people": ""}
    found = read(form, {**GOOD, "stalls": [broken, {**SMALL, "cost": "오만원"}, SMALL]})
    assert [each.field for each in found.mistakes] == ["stalls.0.people", "stalls.0.opens", "stalls.1.cost"]
    assert found.total == Won(1_750_000)


def test_a_total_beyond_every_amount_is_a_mistake(form: Form) -> None:
    found = read(form, {**GOOD, "stalls": [{**SMALL, "cost": LIMIT}] * 2})
    assert [each.field for each in found.mistakes] == ["stalls"]
    assert "1,000조 원을 넘을 수 없습니다" in found.mistakes[0].sentence
    assert found.total == Won(LIMIT)


@pytest.mark.parametrize(
    ("answers", "place", "sentence"),
    [
        ({**GOOD, "extra": 1}, "extra", "‘가상 신청서’에 없는 칸입니다(‘extra’). 지워 주십시오."),
        (changed("club", other="x"), "club.other", "‘모임’에 없는 칸입니다(‘other’). 지워 주십시오."),
        (
            changed("stalls", other="x"),
            "stalls.0.other",
            "‘부스’에 없는 칸입니다(‘other’). 지워 주십시오.",
        ),
        (
            {**GOOD, "stalls": {"0": LARGE}},
            "stalls",
            "‘부스’을(를) 읽을 수 없습니다. 목록으로 적어 주십시오.",
        ),
        ({**GOOD, "papers": "plan"}, "papers", "붙임을 읽을 수 없습니다."),
        ({**GOOD, "papers": ["plan"] * 9}, "papers", "붙임을 읽을 수 없습니다."),
        ({**GOOD, "papers": ["plan", "plan"]}, "papers.1", "이 양식에 없는 붙임입니다."),
        ({**GOOD, "papers": [["plan"]]}, "papers.0", "쓸 수 있는 붙임: 계획서, 사업자등록증, 사진."),
    ],
)
def test_nothing_unknown_is_accepted(form: Form, answers: object, place: str, sentence: str) -> None:
    found_place, said = mistake(form, answers)
    assert found_place == place
    assert sentence in said


def test_thousands_of_unknown_names_are_named_in_a_few_sentences(form: Form) -> None:
    answers = {**GOOD, **{f"x{number}": 1 for number in range(5_000)}, "가" * 10**6: 1}
    mistakes = read(form, answers).mistakes
    assert len(mistakes) == 11
    assert mistakes[-1].sentence == "‘가상 신청서’에 없는 칸이 5,001개 있습니다. 지워 주십시오."


@pytest.mark.parametrize("answers", [None, [], "가", 7, True, {"club": [], "stalls": [1, None]}])
def test_what_is_no_form_at_all_is_a_list_of_mistakes(form: Form, answers: object) -> None:
    found = read(form, answers)
    assert found.mistakes
    assert found.total == ZERO


def test_a_required_paper_that_is_shown_must_be_there(form: Form) -> None:
    company = read(form, GOOD).values
    club = read(form, changed("club", is_company="no")).values
    assert missing_papers(form, company, {"photo"}) == [
        FieldMistake("papers.plan", "‘계획서’ 파일이 없습니다. 파일을 올려 주십시오."),
        FieldMistake("papers.registration", "‘사업자등록증’ 파일이 없습니다. 파일을 올려 주십시오."),
    ]
    assert missing_papers(form, company, {"plan", "registration"}) == []
    assert missing_papers(form, club, {"plan"}) == []
    assert [each.field for each in missing_papers(form.with_required(["photo"]), club, {"plan"})] == [
        "papers.photo"
    ]
