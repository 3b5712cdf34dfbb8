"""법령: what was in force on a day, and never a rule of another day."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.programmes.legislation import NotInForce, NotRead, Row, ValueNotRead, law_on, rows
from majungmul.values.rate import Rate
from majungmul.values.won import Won

PLAN = date(2018, 6, 1)
FIRST_YEAR = date(2022, 1, 1)
TODAY = date(2026, 10, 1)

BEGAN_LATER = [
    "verification.threshold",
    "audit.threshold",
    "surcharge.most_times",
    "disclosure.threshold",
    "deposit.allowed",
    "recipient.recognised",
    "recipient.refund_notice_days",
    "separate_account.required",
    "publication.day",
    "report_late.from_3_months",
    "exclusion.years.false",
    "exclusion.times.misuse",
    "committee.recusal",
    "penalty.change.years",
    "period.restriction_first_day_counts",
    "objection.answer_days",
    "public_finance.surcharge_most_times",
]
NOBODY_READ = ["call.reception_days", "refund.fallback_rate", "disbursement.least_times", "own_share.first"]


def test_the_plan_of_2018_stands_under_the_local_finance_act() -> None:
    assert law_on(PLAN).act == "지방재정법"


@pytest.mark.parametrize(
    ("day", "act"),
    [
        (date(2015, 1, 1), "지방재정법"),
        (date(2021, 7, 12), "지방재정법"),
        (date(2021, 7, 13), "지방보조금법"),
        (FIRST_YEAR, "지방보조금법"),
        (TODAY, "지방보조금법"),
    ],
)
def test_the_act_changes_on_its_day(day: date, act: str) -> None:
    assert law_on(day).act == act


@pytest.mark.parametrize("key", BEGAN_LATER)
def test_a_rule_that_began_later_is_not_there_in_2018(key: str) -> None:
    law = law_on(PLAN, "seoul")
    assert key not in law
    with pytest.raises(NotInForce, match=r"2018\. 6\. 1\.에 없던 규정입니다") as refused:
        law[key]
    assert not isinstance(refused.value, NotRead)


@pytest.mark.parametrize("key", NOBODY_READ)
def test_what_nobody_has_read_is_not_said(key: str) -> None:
    law = law_on(PLAN, "seoul")
    assert key not in law
    with pytest.raises(NotRead, match="당시 법 확인 필요"):
        law[key]


def test_no_rule_of_a_later_act_holds_in_2018() -> None:
    cited = {row.article for row in law_on(PLAN, "seoul").values()}
    assert [
        article for article in cited if re.match("지방보조금|행정기본법|공공재정|서울특별시", article)
    ] == []


def test_a_refusal_says_when_the_rule_held() -> None:
    with pytest.raises(NotInForce, match=r"\(2021\. 7\. 12\.까지, 2023\. 10\. 12\.부터\)"):
        law_on(FIRST_YEAR)["exclusion.most_years"]


def test_days_before_2015_are_unread() -> None:
    with pytest.raises(NotRead):
        _ = law_on(date(2014, 12, 31)).act


def test_a_key_that_was_never_written_is_a_bug() -> None:
    with pytest.raises(KeyError) as found:
        law_on(PLAN)["verification.treshold"]
    assert not isinstance(found.value, NotInForce)


@pytest.mark.parametrize(
    ("key", "day", "shown"),
    [
        ("history.years", PLAN, "3년"),
        ("history.years", TODAY, "5년"),
        ("call.exceptions", PLAN, "4가지"),
        ("call.exceptions", TODAY, "6가지"),
        ("committee.name", PLAN, "지방보조금심의위원회"),
        ("committee.name", FIRST_YEAR, "지방보조금관리위원회"),
        ("committee.most", PLAN, "15명 이내"),
        ("retention.years", PLAN, "5년"),
        ("report.months", PLAN, "2개월 이내"),
        ("report.months", TODAY, "2개월 이내"),
        ("objection.days", PLAN, "20일 이내"),
        ("objection.days", FIRST_YEAR, "20일 이내"),
        ("exclusion.most_years", PLAN, "5년 이내"),
        ("exclusion.mandatory", PLAN, "아니요"),
        ("exclusion.mandatory", FIRST_YEAR, "예"),
        ("reward.most", PLAN, "100,000,000원"),
        ("reward.most", date(2019, 1, 1), "200,000,000원"),
        ("verification.threshold", FIRST_YEAR, "300,000,000원 이상"),
        ("audit.threshold", FIRST_YEAR, "1,000,000,000원 이상"),
        ("audit.appoint_months", TODAY, "3개월 이내"),
        ("disclosure.threshold", TODAY, "5,000,000원 이상"),
        ("recipient.refund_notice_days", FIRST_YEAR, "10일 이내"),
        ("surcharge.pay_days", FIRST_YEAR, "30일 이내"),
        ("exclusion.years.false", TODAY, "5년"),
        ("exclusion.years.breach", TODAY, "2년"),
        ("publication.day", TODAY, "3월 31일"),
        ("call.reception_days", TODAY, "15일 이상"),
        ("fraud_signal.days", TODAY, "30일 이내"),
        ("inspection.threshold", TODAY, "3,000,000,000원 이상"),
        ("change.minor_limit", PLAN, "당시 법 확인 필요"),
        ("change.minor_limit", TODAY, "확인 필요"),
        ("surcharge.scale", TODAY, "확인 필요"),
    ],
)
def test_what_the_law_said(key: str, day: date, shown: str) -> None:
    assert law_on(day)[key].shown == shown


@pytest.mark.parametrize(
    ("day", "years", "fine"),
    [
        (PLAN, 5, 30_000_000),
        (date(2019, 4, 16), 5, 30_000_000),
        (date(2019, 4, 17), 10, 100_000_000),
        (TODAY, 10, 100_000_000),
    ],
)
def test_ten_years_and_a_hundred_million_begin_on_17_april_2019(day: date, years: int, fine: int) -> None:
    law = law_on(day)
    assert (law["penalty.false.years"].number, law["penalty.false.fine"].won) == (years, Won(fine))


@pytest.mark.parametrize(
    ("key", "since"),
    [
        ("deposit.allowed", date(2023, 4, 11)),
        ("disclosure.threshold", date(2023, 10, 12)),
        ("report_late.from_12_months", date(2023, 10, 12)),
        ("exclusion.years.misuse", date(2023, 10, 12)),
        ("exclusion.defence_days", date(2021, 9, 7)),
        ("period.restriction_first_day_counts", date(2021, 3, 23)),
        ("fraud_signal.days", date(2026, 8, 18)),
        ("committee.recusal", date(2019, 1, 17)),
    ],
)
def test_a_rule_begins_on_its_own_day(key: str, since: date) -> None:
    assert key in law_on(since)
    assert key not in law_on(since - timedelta(days=1))


def test_a_citys_own_rule_goes_before_the_nations() -> None:
    began = date(2025, 10, 16)
    assert law_on(began)["reward.days"].number == 60
    assert law_on(began - timedelta(days=1), "seoul")["reward.days"].number == 60
    assert law_on(began, "seoul")["reward.days"].number == 30
    assert law_on(began, "incheon")["reward.days"].number == 60


def test_rates_and_won_are_asked_for_in_their_unit() -> None:
    assert law_on(TODAY)["refund.fallback_rate"].rate == Rate.of("5%")
    with pytest.raises(TypeError):
        _ = law_on(TODAY)["report.months"].won
    with pytest.raises(TypeError):
        _ = law_on(TODAY)["committee.name"].number


def test_a_figure_that_was_not_read_is_refused() -> None:
    with pytest.raises(ValueNotRead, match="위반 유형별 제재부가금 배율"):
        _ = law_on(TODAY)["surcharge.scale"].number


# ── the data itself ────────────────────────────────────────────────────────────────────────────────────


def _turning_days() -> set[date]:
    return {row.since for row in rows()} | {row.until for row in rows() if row.until}


@pytest.mark.parametrize("jurisdiction", sorted({row.jurisdiction or "" for row in rows()}))
def test_no_two_rows_of_a_key_hold_on_one_day(jurisdiction: str) -> None:
    mine = [row for row in rows() if (row.jurisdiction or "") == jurisdiction]
    for day in _turning_days():
        held = Counter(row.key for row in mine if row.in_force_on(day))
        assert [key for key, count in held.items() if count > 1] == []


@given(st.dates(date(2014, 1, 1), date(2031, 1, 1)), st.sampled_from([None, "seoul"]))
def test_every_row_that_is_answered_held_on_that_day(day: date, jurisdiction: str | None) -> None:
    law = law_on(day, jurisdiction)
    assert set(law) == {
        row.key for row in rows() if row.in_force_on(day) and row.jurisdiction in (None, jurisdiction)
    }
    for key, row in law.items():
        assert row.key == key
        assert row.in_force_on(day)


def _faults(row: Row) -> list[str]:
    """What is wrong with one row, in words."""
    holds = {
        "key": bool(re.fullmatch(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*", row.key)),
        "label, article, source": all((row.label, row.article, row.source)),
        "confidence": row.confidence in {"H", "H0", "M", "L", "X"},
        "before, after": {row.before, row.after} <= {"absent", "unread"},
        "since, until": type(row.since) is date and (row.until is None or row.until > row.since),
        "unknown": row.unknown == (row.value is None),
        "value": type(row.value) in {int, str, bool, type(None)} and bool(row.shown),
    }
    return [f"{row.key}@{row.since}: {name}" for name, held in holds.items() if not held]


def test_every_row_is_whole() -> None:
    assert [fault for row in rows() for fault in _faults(row)] == []


def test_a_broken_row_is_found() -> None:
    day = date(2018, 1, 1)
    broken = Row("Key", "", "제1조", since=day, until=day, confidence="?", source="쪽", before="?")
    names = [fault.partition(": ")[2] for fault in _faults(broken)]
    assert names == [
        "key",
        "label, article, source",
        "confidence",
        "before, after",
        "since, until",
        "unknown",
    ]
