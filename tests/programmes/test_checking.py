"""명세 점검 — each kind of mistake is named with its line, its key and what to write instead."""

from pathlib import Path

import pytest

from majungmul.programmes.checking import mistakes_in, read_specification
from majungmul.programmes.toml_file import HERE
from majungmul.values.mistake import Mistaken

GOOD = """\
name = "가상 지원"
law = "가상법 제1조"
purpose = ["가상으로 도움"]
period = "연중"
target = "가상시의 조합"
contents = ["가상으로 지원"]
stages = ["call", "application", "payment"]
[assumed]
stages = "계획에 없음"
[[procedure]]
step = "신청"
actor = "조합"
[[lines]]
code = "support"
label = "지원금"
rule = "share"
payee = "조합"
columns.on = ["on", "거래일"]
[[lines.terms]]
since = 2018-01-01
source = "가상"
values.share = 0.10
values.limit = 1_000_000
values.rounding = "DOWN_TO_WON"
assumed.limit = "계획에 없음"
[[lines]]
code = "loan"
label = "이자"
rule = "interest"
payee = "업체"
[[lines.terms]]
since = 2018-01-01
source = "가상"
values.rates = { bill = 0.01, quick = "-" }
values.kinds = { bill = "어음수표", quick = "단기" }
values.year_days = 365
values.rounding = "DOWN_TO_WON"
values.months = 12
values.paid_ceiling = true
[[lines.terms]]
since = 2019-01-01
source = "가상"
values.rates = { bill = 0.02, quick = 0.01 }
values.kinds = { bill = "어음수표", quick = "단기" }
values.year_days = 365
values.rounding = "DOWN_TO_WON"
[[lines]]
code = "costs"
label = "회의"
rule = "actual_cost"
payee = "계약상대자"
[[lines.terms]]
since = 2018-01-01
source = "가상"
values.items = [{ code = "meal", label = "회의비", limit = 30_000, per = "명" }]
[[lines]]
code = "visits"
label = "방문"
rule = "unit_price"
payee = "컨설턴트"
[[lines.terms]]
since = 2018-01-01
source = "가상"
values.price = 250_000
values.unit = "개"
values.most_times = 3
"""
FIRST_TERMS, LOAN_TERMS = "lines[1].terms[1]", "lines[2].terms[1]"
ITEM = '{ code = "meal", label = "회의비", limit = 30_000, per = "명" }'


def found(tmp_path: Path, *changes: tuple[str, str]) -> list[str]:
    """Every mistake, as one line, of the good file with these changes."""
    text = GOOD
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = tmp_path / "made_up.toml"
    path.write_text(text, encoding="utf-8")
    return [str(mistake) for mistake in mistakes_in(path)]


def test_good_file_has_none(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "write"),
    [
        ('law = "가상법 제1조"\n', "", "1행 law", "빠졌습니다. 적어 주십시오"),
        ('law = "가상법 제1조"', 'lau = "가"\nlaw = "나"', "2행 lau", "‘law’을(를) 뜻한 것이 아닌지"),
        ('"가상 지원"', "3", "1행 name", "따옴표로 묶은 글자"),
        ('"가상 지원"', '" "', "1행 name", "비어 있습니다"),
        ('["가상으로 도움"]', "[]", "3행 purpose", "하나 이상 적어 주십시오"),
        (
            '["가상으로 도움"]',
            '"가상으로 도움"',
            "3행 purpose",
            '대괄호 목록으로 적어 주십시오(예: ["가", "나"])',
        ),
        ('["가상으로 도움"]', '["가", ""]', "3행 purpose[2]", "비어 있습니다"),
        ('"call", "app', '"calling", "app', "7행 stages[1]", "다음 가운데 하나로 적어 주십시오: plan, call,"),
        ('"call", "app', '"payment", "app', "7행 stages", "삶의 순서대로 한 번씩"),
        ('"call", "app', '"call", "call", "app', "7행 stages", "삶의 순서대로 한 번씩"),
        ('[assumed]\nstages = "계획에 없음"\n', 'assumed = "없음"\n', "8행 assumed", "이름 = 값 꼴의 표로"),
        ('stages = "계획', 'stagse = "계획', "9행 assumed.stagse", "가정한 이유 옆에 그 값이 없습니다"),
        (
            'actor = "조합"',
            'actors = "조합"',
            "12행 procedure[1].actors",
            "쓸 수 있는 이름: step, actor, note",
        ),
        ('actor = "조합"\n', "", "10행 procedure[1].actor", "빠졌습니다"),
        ('code = "support"', 'code = "Support"', "14행 lines[1].code", "영어 소문자·숫자·밑줄로"),
        ('code = "support"', 'code = ["support"]', "14행 lines[1].code", "따옴표로 묶은 글자"),
        ('code = "loan"', 'code = "support"', "27행 lines[2].code", "항목마다 다른 이름을 적어 주십시오"),
        (
            'rule = "share"',
            'rule = "ratio"',
            "16행 lines[1].rule",
            "share, interest, unit_price, actual_cost",
        ),
        ('rule = "share"', 'rule = ["share"]', "16행 lines[1].rule", "따옴표로 묶은 글자"),
        ('payee = "조합"', 'paye = "조합"', "17행 lines[1].paye", "‘payee’을(를) 뜻한 것이 아닌지"),
        ('["on", "거래일"]', '"on"', "18행 lines[1].columns.on", "대괄호 목록으로"),
        ("since = 2018-01-01\n", "", f"19행 {FIRST_TERMS}.since", "빠졌습니다"),
        ("2018-01-01", '"2018-01-01"', f"20행 {FIRST_TERMS}.since", "따옴표 없이 날짜로"),
        ("2018-01-01", "2018-01-01T09:00:00", f"20행 {FIRST_TERMS}.since", "날짜로 적어 주십시오"),
        ("source = ", "sauce = ", f"21행 {FIRST_TERMS}.sauce", "‘source’을(를) 뜻한"),
        ("2019-01-01", "2018-01-01", "41행 lines[2].terms[2].since", "앞의 조건보다 뒤의 날이어야"),
        (
            "assumed.limit",
            "assumed.limits",
            f"25행 {FIRST_TERMS}.assumed.limits",
            "limit, rounding, share, since",
        ),
    ],
)
def test_mistake_of_shape_is_named(tmp_path: Path, old: str, new: str, place: str, write: str) -> None:
    named = [mistake for mistake in found(tmp_path, (old, new)) if mistake.startswith(f"{place}: ")]
    assert len(named) == 1
    assert write in named[0]


@pytest.mark.parametrize(
    ("old", "new", "place", "write"),
    [
        ("share = 0.10", "share = 10", f"22행 {FIRST_TERMS}.values.share", "0과 1 사이의 수로 적습니다"),
        ("share = 0.10", 'share = "10%"', f"22행 {FIRST_TERMS}.values.share", "‘10%’: 율은"),
        ("share = 0.10", "share = nan", f"22행 {FIRST_TERMS}.values.share", "0과 1 사이의 수로"),
        ("share = 0.10", "share = true", f"22행 {FIRST_TERMS}.values.share", "0과 1 사이의 수로"),
        ("limit = 1_000_000", "limit = 0", f"23행 {FIRST_TERMS}.values.limit", "1 이상의 원 단위 정수로"),
        ("limit = 1_000_000", "limit = 1.5", f"23행 {FIRST_TERMS}.values.limit", "100만원은 1_000_000"),
        ("limit = 1_000_000", "limits = 1", f"23행 {FIRST_TERMS}.values.limits", "‘limit’을(를) 뜻한"),
        ('"DOWN_TO_WON"', '"절사"', f"24행 {FIRST_TERMS}.values.rounding", "DOWN_TO_WON(원 미만 절사)"),
        (
            'values.rounding = "DOWN_TO_WON"\n',
            "",
            f"22행 {FIRST_TERMS}.values.rounding",
            "values.rounding = …",
        ),
        ('quick = "-" }', 'quick = "없음" }', f"34행 {LOAN_TERMS}.values.rates", "0과 1 사이의 수로"),
        ('{ bill = 0.01, quick = "-" }', "{}", f"34행 {LOAN_TERMS}.values.rates", '없으면 "-"'),
        ('quick = "단기" }', "quick = 1 }", f"35행 {LOAN_TERMS}.values.kinds", "따옴표로 묶은 글자로"),
        ("year_days = 365", "year_days = 0", f"36행 {LOAN_TERMS}.values.year_days", "1 이상의 정수로"),
        ("months = 12", 'months = "열둘"', f"38행 {LOAN_TERMS}.values.months", "‘열둘’: 1 이상의 정수로"),
        (
            "paid_ceiling = true",
            "paid_ceiling = 1",
            f"39행 {LOAN_TERMS}.values.paid_ceiling",
            "true 또는 false",
        ),
        (f"[{ITEM}]", "[]", "55행 lines[3].terms[1].values.items", "비목을 {"),
        (f"[{ITEM}]", '["회의비"]', "55행 lines[3].terms[1].values.items", "비목을 {"),
        (', per = "명"', "", "55행 lines[3].terms[1].values.items", "한도(limit)와 그 단위"),
        ('label = "회의비", ', "", "55행 lines[3].terms[1].values.items", "code와 label이 있어야"),
        (
            "limit = 30_000",
            "cap = 30_000",
            "55행 lines[3].terms[1].values.items",
            "code, label, limit, per만",
        ),
        ('unit = "개"', 'unit = ""', "65행 lines[4].terms[1].values.unit", "따옴표로 묶은 글자로"),
        ("most_times = 3", "most_times = -1", "66행 lines[4].terms[1].values.most_times", "1 이상의 정수로"),
    ],
)
def test_mistake_of_terms_is_named(tmp_path: Path, old: str, new: str, place: str, write: str) -> None:
    (named,) = found(tmp_path, (old, new))
    assert named.startswith(f"{place}: ")
    assert write in named


def test_rule_that_is_unknown_makes_no_noise_about_its_terms(tmp_path: Path) -> None:
    assert len(found(tmp_path, ('rule = "share"', 'rule = "ratio"'))) == 1


def test_several_mistakes_come_in_one_go_in_order_of_lines(tmp_path: Path) -> None:
    changes = [("0.10", "10"), ('period = "연중"', "period = 1"), ('code = "loan"', 'code = "support"')]
    assert [mistake.partition(":")[0] for mistake in found(tmp_path, *changes)] == [
        "4행 period",
        "22행 lines[1].terms[1].values.share",
        "27행 lines[2].code",
    ]


def test_every_key_that_must_be_there_is_asked_for_of_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.toml"
    path.write_text("", encoding="utf-8")
    places = [mistake.place for mistake in mistakes_in(path)]
    keys = ["contents", "law", "lines", "name", "period", "purpose", "stages", "target"]
    assert places == [f"1행 {key}" for key in keys]


def test_things_that_are_no_tables_are_named(tmp_path: Path) -> None:
    path = tmp_path / "odd.toml"
    path.write_text('lines = ["가", { terms = ["나", {}] }]\nprocedure = ["다"]\n', encoding="utf-8")
    places = [mistake.place for mistake in mistakes_in(path)]
    assert {"1행 lines[1]", "1행 lines[2].terms[1]", "1행 lines[2].terms[2].since"} <= set(places)
    assert "2행 procedure[1]" in places


def test_syntax_error_stands_alone_with_its_line(tmp_path: Path) -> None:
    (mistake,) = found(tmp_path, ('period = "연중"', "period = 연중"), ("0.10", "10"))
    assert mistake.startswith("4행: TOML 문법에 맞지 않습니다")


def test_reading_refuses_with_every_mistake(tmp_path: Path) -> None:
    path = tmp_path / "made_up.toml"
    path.write_text(GOOD.replace("0.10", "10").replace('"연중"', "1"), encoding="utf-8")
    with pytest.raises(Mistaken, match="2곳을 고쳐 주십시오") as caught:
        read_specification(path)
    assert len(caught.value.mistakes) == 2


def test_reading_gives_the_specification_of_a_good_file(tmp_path: Path) -> None:
    path = tmp_path / "made_up.toml"
    path.write_text(GOOD, encoding="utf-8")
    specification = read_specification(path)
    assert [line.code for line in specification.lines] == ["support", "loan", "costs", "visits"]


@pytest.mark.parametrize(
    ("before", "after", "place", "sentence"),
    [
        ("columns.on", "columns.onn", "lines[1].columns.onn", "묻지 않는 칸"),
        (
            "values.kinds.bill",
            "values.kinds.note",
            "lines[1].terms[1].values",
            "한쪽에만 있는 종류: bill, note",
        ),
    ],
)
def test_what_does_not_fit_together_is_named(
    tmp_path: Path, before: str, after: str, place: str, sentence: str
) -> None:
    name = "trade_collaboration" if "columns" in before else "interest_support"
    broken = tmp_path / "broken.toml"
    broken.write_text((HERE / "seoul" / f"{name}.toml").read_text().replace(before, after, 1))
    assert [mistake.place.split()[1] for mistake in mistakes_in(broken)] == [place]
    assert sentence in mistakes_in(broken)[0].sentence
