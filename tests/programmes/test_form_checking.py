"""양식 점검 — each mistake in a form, a list of the review, a condition or a setting, with its line and key."""

from pathlib import Path

import pytest

from majungmul.programmes.checking import mistakes_in
from tests.programmes.form_made_up import MADE_UP, written

FORM = "forms.application"
CLUB, STALLS = f"{FORM}.sections[1]", f"{FORM}.sections[2]"


def found(folder: Path, *changes: tuple[str, str]) -> list[str]:
    return [str(mistake) for mistake in mistakes_in(written(folder, *changes))]


def line_of(text: str) -> int:
    """The line on which this stands in the file with no change."""
    return MADE_UP[: MADE_UP.index(text)].count("\n") + 1


def test_the_made_up_programme_has_none(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "key", "write"),
    [
        (
            'kind = "phone"',
            'kind = "fax"',
            f"{CLUB}.fields[4].kind",
            "다음 가운데 하나로 적어 주십시오: text, long_text,",
        ),
        ('code = "phone"', 'code = "Phone"', f"{CLUB}.fields[4].code", "영어 소문자·숫자·밑줄로"),
        ('code = "email"', 'code = "phone"', f"{CLUB}.fields[5].code", "저마다 다른 이름을 적어 주십시오"),
        ('code = "stalls"', 'code = "club"', f"{STALLS}.code", "저마다 다른 이름을 적어 주십시오"),
        ('code = "club"', 'code = "papers"', f"{CLUB}.code", "‘papers’는 붙임 파일의 이름입니다"),
        ('code = "photo"', 'code = "plan"', f"{FORM}.papers[3].code", "저마다 다른 이름을 적어 주십시오"),
        ('code = "large"', 'code = "small"', f"{STALLS}.fields[1].choices[2].code", "저마다 다른 이름을"),
        ('kind = "phone"', 'kind = "choice"', f"{CLUB}.fields[4].choices", "고를 것을 {"),
        (
            'size", label = "크기", kind = "choice"',
            'size", label = "크기"',
            f"{STALLS}.fields[1].choices",
            "choice",
        ),
        ("limit = 10,", "limit = 0,", f"{CLUB}.fields[1].limit", "1 이상의 정수로"),
        ("limit = 10,", "limit = 10_001,", f"{CLUB}.fields[1].limit", "10,000 이하의 정수로"),
        ("limit = 10,", 'limit = "10",', f"{CLUB}.fields[1].limit", "따옴표 없이 정수로"),
        ("limit = 10,", "limits = 10,", f"{CLUB}.fields[1].limits", "‘limit’을(를) 뜻한 것이 아닌지"),
        ("repeats = true", 'repeats = "네"', f"{STALLS}.repeats", "true 또는 false로"),
        ("repeats = true", "repeats = false", STALLS, "되풀이하지 않는 묶음에는 least와 most를"),
        ("least = 1", "least = 4", f"{STALLS}.most", "least)보다 작을 수 없습니다"),
        (
            'field = "size"',
            'field = "sizes"',
            f"{STALLS}.fields[2].shown_when.field",
            "쓸 수 있는 칸: club.is_company, size",
        ),
        ('field = "size"', 'field = "opens"', f"{STALLS}.fields[2].shown_when.field", "앞에 나온 고르는 칸"),
        ('field = "size"', 'field = "a.b.c"', f"{STALLS}.fields[2].shown_when.field", "영어 소문자"),
        (
            '["large"]',
            '["huge"]',
            f"{STALLS}.fields[2].shown_when.is_one_of[1]",
            "쓸 수 있는 답: small, large",
        ),
        ('["yes"]', '["maybe"]', f"{CLUB}.fields[3].shown_when.is_one_of[1]", "쓸 수 있는 답: yes, no"),
        ('["large"]', "[]", f"{STALLS}.fields[2].shown_when.is_one_of", "하나 이상 적어 주십시오"),
        (
            'adds = "stalls.cost"',
            'adds = "stalls.opens"',
            f"{FORM}.adds",
            "쓸 수 있는 칸: club.own_share, club.taken_back, stalls.cost",
        ),
        ('adds = "stalls.cost"', 'adds = "cost"', f"{FORM}.adds", "금액 칸의 이름을 적어 주십시오"),
        ('adds = "stalls.cost"\n', "", f"{FORM}.rate_of", "율을 곱할 합계가 없습니다"),
        ('rate_of = "support"', 'rate_of = "loan"', f"{FORM}.rate_of", "쓸 수 있는 항목: support"),
        ("assumed.sections", "assumed.fields", f"{FORM}.assumed.fields", "가정한 이유 옆에 그 값이 없습니다"),
        ('title = "가상 신청서"\n', "", f"{FORM}.title", "빠졌습니다"),
        ("[forms.application]", "[forms.Application]", "forms.Application.[key]", "영어 소문자"),
        (
            'code = "local"',
            'code = "local"\nassumed.law = "가"\nassumed.lay = "나"',
            "eligibility[1].assumed.lay",
            "옆에",
        ),
        ('label = "가상시의 모임임"', 'label = ""', "eligibility[1].label", "비어 있습니다"),
        (
            'law = "use.purpose_only"',
            'law = "use.purpose_onyl"',
            "conditions[1].law",
            "쓸 수 있는 이름: use.purpose_only",
        ),
        (
            'law = "use.purpose_only"',
            'due = "someday"',
            "conditions[1].due",
            "none, always, before_second_disbursement",
        ),
        (
            'day_counts = "issued"',
            'day_counts = "signed"',
            "settings[1].values.day_counts",
            "delivered, issued, paid",
        ),
        ('day_counts = "issued"\n', "", "settings[1].values.day_counts", "빠졌습니다"),
        (
            "needs_committee = true",
            "needs_committee = 1",
            "settings[1].values.needs_committee",
            "true 또는 false",
        ),
        (
            'last_claim_day = "02-29"',
            'last_claim_day = "2-29"',
            "settings[1].values.last_claim_day",
            "‘12-15’처럼 두 자리씩",
        ),
        (
            'last_claim_day = "02-29"',
            'last_claim_day = "W02-2"',
            "settings[1].values.last_claim_day",
            "‘12-15’처럼",
        ),
        (
            'last_claim_day = "02-29"',
            'last_claim_day = "02-30"',
            "settings[1].values.last_claim_day",
            "‘12-15’처럼",
        ),
        (
            "correction_days = 3",
            "correction_day = 3",
            "settings[1].values.correction_day",
            "‘correction_days’을(를) 뜻한",
        ),
    ],
)
def test_mistake_of_a_form_is_named(tmp_path: Path, old: str, new: str, key: str, write: str) -> None:
    named = [each for each in found(tmp_path, (old, new)) if each.partition(": ")[0].split()[1] == key]
    assert len(named) == 1, found(tmp_path, (old, new))
    assert write in named[0]


def test_a_mistake_stands_on_its_line(tmp_path: Path) -> None:
    people, photo = line_of('code = "people"'), line_of('code = "photo"')
    (named,) = found(tmp_path, ('field = "size"', 'field = "sizes"'))
    assert named.startswith(f"{people}행 ")
    (named,) = found(tmp_path, ('code = "photo"', 'code = "plan"'))
    assert named.startswith(f"{photo}행 ")


@pytest.mark.parametrize("table", ["eligibility", "conditions"])
def test_a_code_used_twice_in_a_list_is_named(tmp_path: Path, table: str) -> None:
    start = MADE_UP.index(f"[[{table}]]")
    again = MADE_UP[start : MADE_UP.index("[[", start + 2)]
    (named,) = found(tmp_path, (again, again + again))
    assert f"{table}[2].code: " in named


def test_settings_come_in_order_of_days(tmp_path: Path) -> None:
    start, end = MADE_UP.index("[[settings]]"), MADE_UP.index("[forms.application]")
    again = MADE_UP[start:end]
    (named,) = found(tmp_path, (again, again + again))
    assert "settings[2].since: 앞의 조건보다 뒤의 날이어야" in named
    assert found(tmp_path, (again, again + again.replace("2018-01-01", "2019-01-01"))) == []


@pytest.mark.parametrize(
    "forms", ['forms = "가"', "forms = [1]", "forms.application = 3", "forms = { a = [] }"]
)
def test_what_is_no_form_is_named(tmp_path: Path, forms: str) -> None:
    path = tmp_path / "odd.toml"
    path.write_text(f"{forms}\n" + MADE_UP[: MADE_UP.index("[forms.application]")], encoding="utf-8")
    (named,) = mistakes_in(path)
    assert named.place.startswith("1행 forms")
    assert "이름 = 값 꼴의 표로 적어 주십시오." in named.sentence
