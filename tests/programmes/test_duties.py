"""한 해의 할 일: who owes what by when in 2018 and in 2026, each with its basis, under the law of its day."""

from datetime import date

import pytest

from majungmul.programmes.assumptions import assumptions_in
from majungmul.programmes.duties import FILE, RecurringDuty, duties_after, duties_of, recurring_duties
from majungmul.programmes.holidays import holidays
from majungmul.programmes.legislation import rows
from majungmul.programmes.toml_file import read_toml
from majungmul.values.duty import Counting

TIMES = ("days", "year", "after", "before", "event")
WHO = {"시", "중앙회", "조합"}

IN_2026 = """
2026-02-02 시 staff_changes · 2026-03-03 시 plan_notice · 2026-03-03 조합 general_meeting
2026-03-03 중앙회 grant_application · 2026-03-31 중앙회 call · 2026-03-31 중앙회 progress_report
2026-06-30 중앙회 progress_report · 2026-06-30 중앙회 property_change_report
2026-06-30 조합 property_change_report · 2026-07-27 조합 vat_return · 2026-07-31 시 staff_changes
2026-09-30 중앙회 progress_report · 2026-09-30 시 fraud_check_first_half · 2026-09-30 중앙회 budget_request
2026-09-30 시 budget_review · 2026-11-11 시 budget_bill · 2026-11-30 중앙회 change_request
2026-11-30 시 spending_check · 2026-12-15 조합 last_claim · 2026-12-21 중앙회 last_interest_claim
2026-12-31 중앙회 progress_report · 2026-12-31 중앙회 property_change_report
2026-12-31 조합 property_change_report · 2026-12-31 시 year_end · 2026-12-31 중앙회 year_end
2026-12-31 조합 year_end · 2027-01-25 조합 vat_return · 2027-02-01 시 results_check
2027-03-02 중앙회 final_report · 2027-03-02 중앙회 verification_report · 2027-03-31 중앙회 audit_statements
2027-03-31 시 publication · 2027-03-31 시 fraud_check_second_half · 2027-04-25 중앙회 audit_opinion
2027-04-30 중앙회 audit_report · 2027-04-30 중앙회 disclosure · 2027-08-02 시 evaluation
2027-08-31 시 evaluation_to_council · 2027-12-31 중앙회 balance_return
"""
"""Besides what comes every month."""

NOT_YET_IN_2018 = {
    "verification_report",
    "audit_report",
    "audit_statements",
    "disclosure",
    "publication",
    "fraud_check_first_half",
    "fraud_check_second_half",
    "evaluation",
    "evaluation_to_council",
    "balance_return",
    "budget_request",
}
MONTHLY = {"withholding_payment", "e_invoice_check"}


def dated(year: int, code: str) -> list[str]:
    """The last days of a duty of a plan's year."""
    return [str(owed.due.on(holidays())) for owed in duties_of(year, "seoul") if owed.code == code]


def test_the_duties_of_2026() -> None:
    found = [
        f"{owed.due.on(holidays())} {owed.who} {owed.code}"
        for owed in duties_of(2026, "seoul")
        if owed.code not in MONTHLY
    ]
    assert found == IN_2026.strip().replace("\n", " · ").split(" · ")


def test_the_final_report_of_2026_is_due_on_2_march_2027() -> None:
    assert dated(2026, "final_report") == ["2027-03-02"]
    assert dated(2018, "final_report") == ["2019-02-28"]


def test_what_is_paid_in_a_month_is_due_on_the_tenth_of_the_next() -> None:
    due = dated(2026, "withholding_payment")
    assert len(due) == len(set(due)) == 12
    assert (due[0], due[3], due[8], due[-1]) == ("2026-02-10", "2026-05-11", "2026-10-12", "2027-01-11")


@pytest.mark.parametrize("year", range(2015, 2030))
def test_every_duty_has_its_basis_and_a_day(year: int) -> None:
    for owed in duties_of(year, "seoul"):
        assert owed.basis
        assert owed.what
        assert owed.who in WHO
        assert date(year, 1, 1) <= owed.due.earliest <= date(year + 1, 12, 31)


@pytest.mark.parametrize("year", range(2015, 2030))
def test_nothing_is_owed_twice_on_one_occasion(year: int) -> None:
    keys = [(owed.code, owed.who, owed.occasion) for owed in duties_of(year, "seoul")]
    assert len(keys) == len(set(keys))


def test_what_the_law_did_not_yet_say_is_not_owed_for_2018() -> None:
    owed_in_2018 = {owed.code for owed in duties_of(2018, "seoul")}
    assert not owed_in_2018 & NOT_YET_IN_2018
    assert {"final_report", "plan_notice", "call", "results_check", "year_end"} <= owed_in_2018
    assert NOT_YET_IN_2018 - {owed.code for owed in duties_of(2026, "seoul")} == set()


def test_each_year_stands_under_its_own_law() -> None:
    def basis(year: int, code: str) -> str:
        return next(owed.basis for owed in duties_of(year, "seoul") if owed.code == code)

    assert basis(2018, "final_report") == "지방재정법 제32조의6제1항, 시행령 제37조의3"
    assert basis(2026, "final_report") == "지방보조금법 제17조제1항, 시행령 제9조제1항"
    assert basis(2018, "budget_bill") == "지방자치법 제127조제1항"
    assert basis(2026, "budget_bill") == "지방자치법 제142조제1항"
    assert basis(2020, "grant_application").startswith("지방재정법")
    assert basis(2022, "grant_application").startswith("지방보조금법")


def test_the_standard_of_2026_changed_the_fraud_check_in_august() -> None:
    assert dated(2025, "fraud_check_year_end") == ["2025-12-31"]
    assert dated(2026, "fraud_check_year_end") == []
    assert dated(2025, "fraud_check_first_half") == []
    assert dated(2026, "fraud_check_first_half") == ["2026-09-30"]


def test_a_duty_of_seouls_ordinance_is_seouls() -> None:
    assert "evaluation_to_council" in {owed.code for owed in duties_of(2026, "seoul")}
    assert "evaluation_to_council" not in {owed.code for owed in duties_of(2026, "incheon")}


@pytest.mark.parametrize(
    ("event", "day", "last", "who", "article"),
    [
        (
            "refund.ordered",
            date(2026, 9, 18),
            date(2026, 9, 28),
            ["중앙회"],
            "지방보조금법 제34조제2항, 시행령 제20조",
        ),
        (
            "decision.notified",
            date(2018, 9, 5),
            date(2018, 9, 27),
            ["중앙회", "조합"],
            "지방재정법 제32조의10",
        ),
        (
            "fraud_signal.notified",
            date(2026, 9, 5),
            date(2026, 10, 6),
            ["시"],
            "지방보조금 관리기준 제30조의2제4항",
        ),
        (
            "property.acquired",
            date(2026, 9, 5),
            date(2026, 9, 21),
            ["중앙회", "조합"],
            "지방보조금 관리기준 제31조제1항",
        ),
        (
            "site_inspection.planned",
            date(2026, 9, 8),
            date(2026, 9, 1),
            ["시"],
            "지방보조금 관리기준 제20조제2항",
        ),
        (
            "award.notified",
            date(2026, 2, 27),
            date(2026, 5, 27),
            ["중앙회"],
            "지방보조금법 시행령 제11조제1항",
        ),
        (
            "audit.contracted",
            date(2026, 1, 30),
            date(2026, 3, 3),
            ["중앙회"],
            "지방보조금법 시행규칙 제5조제1항",
        ),
        ("necessity.reviewed", date(2026, 9, 4), date(2029, 9, 4), ["시"], "지방보조금법 제27조제2항"),
        (
            "second_disbursement.planned",
            date(2026, 9, 7),
            date(2026, 9, 6),
            ["시"],
            "지방보조금 관리기준 제9조제3항",
        ),
    ],
)
def test_what_an_event_brings(event: str, day: date, last: date, who: list[str], article: str) -> None:
    found = duties_after(event, day, "seoul")
    assert [owed.who for owed in found] == who
    assert {owed.due.on(holidays()) for owed in found} == {last}
    assert {owed.basis for owed in found} == {article}


def test_papers_are_kept_five_years_as_each_time_counted_them() -> None:
    before, after = (
        duties_after("settlement.settled", day, "seoul")[0].due
        for day in (date(2019, 3, 4), date(2026, 3, 2))
    )
    assert (before.counting, before.on(holidays())) == (Counting.DEADLINE, date(2024, 3, 4))
    assert (after.counting, after.earliest) == (Counting.RESTRICTION, date(2031, 3, 1))


def test_what_nobody_has_read_is_not_owed() -> None:
    assert duties_after("refund.ordered", date(2018, 9, 18), "seoul") == []
    assert duties_after("no.such_event", date(2026, 9, 18), "seoul") == []


# ── the file itself ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("duty", recurring_duties(), ids=lambda duty: duty.code)
def test_each_entry_says_who_when_and_why(duty: RecurringDuty) -> None:
    assert sum(bool(getattr(duty, name)) for name in TIMES) == 1
    assert bool(duty.law) != bool(duty.basis)
    assert duty.law == "" or duty.law in {row.key for row in rows()}
    assert duty.since > date.min or duty.law
    assert set(duty.who) <= WHO
    assert duty.who
    assert len(duty.what) <= 160
    assert len("; ".join(duty.assumed.values())) <= 300


SAYS_ITS_DAY = {
    "vat_return",
    "withholding_payment",
    "e_invoice_check",
    "budget_bill",
    "year_end",
    "mid_check",
}
PRACTICE = {"spending_check", "staff_changes"}


@pytest.mark.parametrize("duty", recurring_duties(), ids=lambda duty: duty.code)
def test_a_day_that_no_text_says_is_marked_as_ours(duty: RecurringDuty) -> None:
    days_of_our_own = {name for name in ("days", "in_days") if getattr(duty, name)}
    if duty.code not in SAYS_ITS_DAY | PRACTICE:
        assert days_of_our_own <= set(duty.assumed)
    if duty.code in PRACTICE:
        assert "basis" in duty.assumed


def test_what_we_assumed_is_shown_for_the_officer_to_confirm() -> None:
    shown = assumptions_in(read_toml(FILE))
    assert len(shown) == sum(len(duty.assumed) for duty in recurring_duties())
    assert ("2월 말", "‘1~2월’의 마지막 날로 둠") in {(each.value, each.reason) for each in shown}
