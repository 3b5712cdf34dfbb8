"""다시 인쇄된 숫자: another place, another unit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.proof.repeated import wrong_repeats
from majungmul.values.table import Again, Cell, Column, Row, Table, Value


def _table(value: Value, unit: str, *texts: str, printed: str = "") -> Table:
    cell = Cell(printed, value, tuple(Again("예산집행 실적", text) for text in texts))
    return Table("t", "실적", unit, (Column("settled", "결산", unit),), (Row("all", "계", 0, (cell,)),))


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (770_450_186, "원", "770백만원"),
        (770_450_186, "원", "770,450,186원"),
        (770_550_186, "원", "771백만원"),  # rounded half up
        (770_550_186, "원", "770백만원"),  # cut down
        (1_300_000_000, "천원", "1,300백만원"),
        (1_300_000_000, "백만원", "13억원"),
        (1_300_000_000, "백만원", "13억 원"),
        (1_300_000_000, "백만원", "130,000만원"),
        (1_300_000_000, "백만원", "총 1,300,000천원"),
        (1_350_000_000, "백만원", "13.5억원"),
        (300_000_000_000, "원", "3천억원"),
        (30_000_000_000, "원", "3백억 원"),
        (3_000_000_000, "원", "3십억원"),
        (3_000_000_000_000, "원", "3조 원"),
        (30_000_000, "원", "3천만원"),
        (300_000, "원", "3십만원"),
        (-35_000_000, "백만원", "△35백만원"),
        (-35_600_000, "원", "△36백만원"),
        (-35_600_000, "원", "-35백만원"),
        (0, "백만원", "-"),
        (None, "천원", "미정"),
        (Decimal("96.3"), "%", "96.3%"),
        (Decimal("96.3"), "%", "96.3"),
        (Decimal("96.31"), "%", "96.3%"),
        (Decimal("1.6"), "%", "1.6%p"),
        (None, "%", "-"),
        (36, "명,업체", "36개 협동조합"),
        (327, "업체", "327개 중소기업"),
        (338, "건", "338건"),
        (84, "개", "84"),
        (600, "명", "600여명"),
        (100_000, "부", "10만부"),
        (1_003, "명", "1,003명"),
        (0, "건", "-"),
        (600, "명", "６００명"),
    ],
)
def test_the_same_figure_in_another_place(value: Value, unit: str, text: str) -> None:
    assert wrong_repeats(_table(value, unit, text)) == []


@pytest.mark.parametrize(
    ("value", "unit", "text", "expected", "difference"),
    [
        (770_450_186, "원", "771백만원", "770백만원", 1_000_000),
        (770_450_186, "원", "770,450,187원", "770,450,186원", 1),
        (1_300_000_000, "백만원", "1,300천원", "1,300,000천원", -1_298_700_000),
        (1_300_000_000, "백만원", "13.1억원", "13억원", 10_000_000),
        (-35_000_000, "백만원", "35백만원", "△35백만원", 70_000_000),
        (35_000_000, "백만원", "-", "35백만원", -35_000_000),
        (Decimal("96.3"), "%", "96.4%", "96.3%", None),
        (Decimal("96.3"), "%", "-", "96.3", None),
        (16, "개", "84개 기업", "16개 기업", None),
        (100_000, "부", "11만부", "10만부", None),
        (36, "건", "36백만원", "36", None),
        (36, "원", "36명", "36", None),
        (5_000, "천원", "미정", "5", None),
    ],
)
def test_another_figure_in_another_place_is_found(
    value: Value, unit: str, text: str, expected: str, difference: int | None
) -> None:
    [found] = wrong_repeats(_table(value, unit, text))
    assert (found.kind, found.place) == ("repeated", "실적 > 계 > 결산")
    assert (found.printed, found.expected, found.difference) == (text, expected, difference)


def test_an_unknown_figure_that_is_printed_elsewhere_is_found() -> None:
    [found] = wrong_repeats(_table(None, "천원", "300,000천원", printed="미정"))
    assert (found.kind, found.printed, found.expected) == ("repeated", "300,000천원", "미정")
    assert found.sentence == (
        "‘계’의 ‘결산’ 값(미정)이 ‘예산집행 실적’에는 ‘300,000천원’으로 적혀 있습니다. "
        "어느 쪽이 맞는지 확인해 주십시오."
    )


def test_the_sentence_tells_both_figures_and_how_much() -> None:
    [found] = wrong_repeats(_table(770_450_186, "원", "771백만원"))
    assert found.sentence == (
        "‘계’의 ‘결산’ 값(770,450,186원)을 옮기면 770백만원인데 ‘예산집행 실적’에는 "
        "771백만원으로 적혀 있습니다(1백만원 많음)."
    )


@pytest.mark.parametrize(
    ("value", "unit", "text", "by"),
    [
        (Decimal("96.3"), "%", "96.4", "0.1%p 높음"),
        (100_000, "부", "11만부", "10,000부 많음"),
        (16, "개", "84개 기업", "68개 많음"),
        (1_300_000_000, "백만원", "12.5억원", "50,000,000원 적음"),
        (5_000, "천원", "-", "5천원 적음"),
    ],
)
def test_how_much_is_told_in_the_unit_at_hand(value: Value, unit: str, text: str, by: str) -> None:
    [found] = wrong_repeats(_table(value, unit, text))
    assert found.sentence.endswith(f"적혀 있습니다({by}).")


@pytest.mark.parametrize(
    "text", ["칠억", "7,70백만원", "770빽만원", "10만48회", "128", "△35", "1.2.3원", "9" * 30]
)
def test_what_cannot_be_read_is_a_finding_of_its_own(text: str) -> None:
    [found] = wrong_repeats(_table(128_000_000, "백만원", text))
    assert (found.kind, found.printed, found.expected, found.difference) == ("unreadable", text, "128", None)
    assert found.sentence == (
        f"‘예산집행 실적’의 ‘{text}’에서 숫자와 단위를 읽을 수 없습니다. "
        "‘1,300백만원’처럼 단위까지 적어 주십시오."
    )


def test_every_place_is_checked() -> None:
    findings = wrong_repeats(_table(5_000, "원", "5천원", "6천원", "오천원"))
    assert [found.kind for found in findings] == ["repeated", "unreadable"]


@given(
    st.integers(0, 10**15),
    st.sampled_from([("천원", 10**3), ("만원", 10**4), ("백만원", 10**6), ("억원", 10**8)]),
)
def test_money_agrees_with_its_cut_and_rounded_text_and_no_other(value: int, unit: tuple[str, int]) -> None:
    name, size = unit
    cut, rounded = value // size, (value * 2 + size) // (size * 2)
    assert wrong_repeats(_table(value, "원", f"{cut:,}{name}", f"{rounded:,}{name}")) == []
    assert len(wrong_repeats(_table(value, "원", f"{rounded + 1:,}{name}"))) == 1
    assert cut == 0 or len(wrong_repeats(_table(value, "원", f"{cut - 1:,}{name}"))) == 1
