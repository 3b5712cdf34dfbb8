"""사업 명세 — what was promised, since when, under which law."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.programmes import specification as specifications
from majungmul.programmes.checking import mistakes_in, read_specification
from majungmul.programmes.specification import (
    Line,
    NoSuchJurisdiction,
    NoSuchLine,
    NoSuchProgramme,
    Specification,
    jurisdictions,
    programmes_of,
    specification,
    terms_on,
    terms_over,
)
from majungmul.programmes.toml_file import HERE
from majungmul.rules import Rule
from majungmul.rules.calculation import NoTermsThen
from majungmul.rules.interest import Interest
from majungmul.rules.share import Share
from majungmul.values.period import Period, year_of
from majungmul.values.rate import Rate
from majungmul.values.rounding import Rounding
from majungmul.values.won import Won

PROGRAMMES = [(city, name) for city in jurisdictions() for name in programmes_of(city)]
LINES = [(city, name, line) for city, name in PROGRAMMES for line in specification(city, name).lines]
NINE = {
    "exchange",
    "network",
    "trade_collaboration",
    "training",
    "cooperative_consulting",
    "joint_project",
    "market_access",
    "interest_support",
    "liability_insurance",
}
MADE_UP = """\
name = "가상 지원"
law = "가상법 제1조"
purpose = ["가상"]
period = "연중"
target = "조합"
contents = ["가상"]
stages = ["call", "payment"]
[[lines]]
code = "first"
label = "첫째"
rule = "share"
payee = "조합"
terms = [
  { since = 2018-01-01, source = "가상", values = { share = 0.10, rounding = "DOWN_TO_WON" } },
  { since = 2018-07-01, source = "가상", values = { share = 0.15, rounding = "DOWN_TO_WON" } },
  { since = 2020-02-29, source = "가상", values = { share = 0.20, rounding = "DOWN_TO_WON" } },
]
"""
AGAIN = MADE_UP[MADE_UP.index("[[lines]]") :].replace('"first"', '"second"')


def made_up(tmp_path: Path, text: str = MADE_UP) -> Specification:
    path = tmp_path / "made_up.toml"
    path.write_text(text, encoding="utf-8")
    return read_specification(path)


def share_on(line: Line, day: date) -> str:
    rule = line.terms_on(day).rule
    assert isinstance(rule, Share)
    return str(rule.share)


# ── the data ───────────────────────────────────────────────────────────────────────────────────────────


def test_seoul_has_the_nine_programmes_and_the_others_one() -> None:
    assert set(programmes_of("seoul")) == NINE
    assert set(jurisdictions()) == {"seoul", "incheon", "gyeonggi", "jeju", "chuncheon"}
    for city in set(jurisdictions()) - {"seoul"}:
        assert programmes_of(city) == ("interest_support",)


@pytest.mark.parametrize(("city", "name"), PROGRAMMES)
def test_file_has_no_mistake(city: str, name: str) -> None:
    assert mistakes_in(HERE / city / f"{name}.toml") == []


def test_every_programme_names_its_law() -> None:
    named = [name for city, name in PROGRAMMES if "법 제" in specification(city, name).law]
    assert len(named) == len(PROGRAMMES)


def test_law_that_nobody_has_read_for_another_city_is_assumed() -> None:
    assumed = {city for city, name in PROGRAMMES if "law" in specification(city, name).assumed}
    assert assumed == set(jurisdictions()) - {"seoul"}


@pytest.mark.parametrize(
    ("programme", "rule"),
    [
        ("trade_collaboration", Share(Rate.of("10%"), Rounding.DOWN_TO_WON)),
        ("liability_insurance", Share(Rate.of("20%"), Rounding.DOWN_TO_WON, Won(1_000_000))),
        (
            "interest_support",
            Interest(
                rates={"bill": Rate.of("1%"), "working_capital": Rate.of("2%")},
                kinds={"bill": "어음수표", "working_capital": "단기운영"},
                year_days=365,
                rounding=Rounding.DOWN_TO_WON,
            ),
        ),
    ],
)
def test_terms_of_2018_by_value(programme: str, rule: Rule) -> None:
    terms = terms_on(date(2018, 5, 10), jurisdiction="seoul", programme=programme, line="support")
    assert terms.rule == rule
    assert "2018년 중소기업 육성사업 지원계획" in terms.source


@pytest.mark.parametrize(
    ("city", "bill", "working_capital"),
    [
        ("incheon", None, "1.5%"),
        ("gyeonggi", None, "1%"),
        ("jeju", "1.6%", "1.6%"),
        ("chuncheon", "3%", "3%"),
    ],
)
def test_rates_of_other_cities_by_value(city: str, bill: str | None, working_capital: str) -> None:
    rule = terms_on(date(2018, 5, 10), jurisdiction=city, programme="interest_support", line="support").rule
    assert isinstance(rule, Interest)
    assert rule.rates == {
        "bill": Rate.of(bill) if bill else None,
        "working_capital": Rate.of(working_capital),
    }


@pytest.mark.parametrize(
    ("programme", "first"),
    [
        ("trade_collaboration", date(2017, 1, 1)),
        ("liability_insurance", date(2018, 1, 1)),
        ("interest_support", date(2018, 1, 1)),
    ],
)
def test_day_before_the_first_terms_is_refused(programme: str, first: date) -> None:
    assert terms_on(first, jurisdiction="seoul", programme=programme, line="support").period.since == first
    with pytest.raises(NoTermsThen):
        terms_on(first - timedelta(days=1), jurisdiction="seoul", programme=programme, line="support")


@given(st.sampled_from(LINES), st.dates(date(2014, 1, 1), date(2099, 12, 31)))
def test_every_day_since_the_first_is_covered_by_exactly_one_term(
    found: tuple[str, str, Line], day: date
) -> None:
    line = found[2]
    in_force = [terms for terms in line.versions if day in terms.period]
    assert len(in_force) == (1 if day >= line.terms[0].since else 0)


# ── versions in time ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("day", "share"),
    [
        (date(2018, 1, 1), "10%"),
        (date(2018, 6, 30), "10%"),
        (date(2018, 7, 1), "15%"),
        (date(2020, 2, 28), "15%"),
        (date(2020, 2, 29), "20%"),
        (date(2099, 12, 31), "20%"),
    ],
)
def test_version_changes_on_its_day(tmp_path: Path, day: date, share: str) -> None:
    assert share_on(made_up(tmp_path).line("first"), day) == share


def test_each_version_holds_until_the_next_begins(tmp_path: Path) -> None:
    assert [terms.period for terms in made_up(tmp_path).line("first").versions] == [
        Period(date(2018, 1, 1), date(2018, 7, 1)),
        Period(date(2018, 7, 1), date(2020, 2, 29)),
        Period(date(2020, 2, 29), date.max),
    ]


def test_terms_over_a_period_are_those_of_some_day_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(specifications, "HERE", tmp_path)
    (tmp_path / "nowhere").mkdir()
    (tmp_path / "nowhere" / "_jurisdiction.toml").touch()
    made_up(tmp_path / "nowhere")

    def shares(period: Period) -> list[str]:
        found = terms_over(period, jurisdiction="nowhere", programme="made_up", line="first")
        return [str(terms.rule.share) for terms in found if isinstance(terms.rule, Share)]

    assert shares(year_of(2017)) == []
    assert shares(year_of(2018)) == ["10%", "15%"]
    assert shares(year_of(2019)) == ["15%"]
    assert shares(Period(date(2018, 1, 1), date(2018, 7, 1))) == ["10%"]
    assert shares(Period(date(2018, 6, 30), date(2020, 3, 1))) == ["10%", "15%", "20%"]


def test_terms_over_2018_of_a_real_programme() -> None:
    (terms,) = terms_over(
        year_of(2018), jurisdiction="seoul", programme="trade_collaboration", line="support"
    )
    assert terms.period == Period(date(2017, 1, 1), date.max)


# ── the line that is meant, and what is not there ──────────────────────────────────────────────────────


def test_main_line_is_support_or_the_only_one_or_none(tmp_path: Path) -> None:
    assert made_up(tmp_path).main_line == "first"
    assert made_up(tmp_path, MADE_UP + AGAIN).main_line == ""
    assert made_up(tmp_path, MADE_UP + AGAIN.replace('"second"', '"support"')).main_line == "support"


def test_main_line_of_real_programmes() -> None:
    assert specification("seoul", "trade_collaboration").main_line == "support"
    assert specification("seoul", "exchange").main_line == ""


@pytest.mark.parametrize("name", ["busan", "law", "", "../seoul"])
def test_unknown_jurisdiction_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(NoSuchJurisdiction, match=f"‘{name}’ 자치단체의 자료가 없습니다.* jeju, seoul"):
        specification(name, "interest_support")


@pytest.mark.parametrize("name", ["insurance", "_jurisdiction", "plan-2018", "interest_support.cases"])
def test_unknown_programme_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(NoSuchProgramme, match=f"‘seoul’에 ‘{name}’ 사업이 없습니다.* liability_insurance,"):
        specification("seoul", name)


def test_programme_of_another_city_is_refused() -> None:
    with pytest.raises(NoSuchProgramme, match="쓸 수 있는 이름: interest_support"):
        specification("jeju", "liability_insurance")


def test_unknown_line_is_refused_with_those_there_are() -> None:
    with pytest.raises(
        NoSuchLine, match=r"‘협동조합 간 협업 지원’에 ‘fees’ 항목이 없습니다.*support\(협업사업 지원금\)"
    ):
        terms_on(date(2018, 5, 10), jurisdiction="seoul", programme="trade_collaboration", line="fees")
