"""사유 코드 — four reasons for no call in 2018, six today; five for one disbursement, unread before 2024."""

from datetime import date

import pytest

from majungmul.programmes.reasons import UNREAD, Departure, NoSuchReason, Reason, reason_on, reasons_on

THEN, TODAY = date(2018, 2, 5), date(2026, 2, 5)
LAST_DAY, FIRST_DAY = date(2021, 7, 12), date(2021, 7, 13)
NO_CALL, SINGLE = Departure.NO_CALL, Departure.SINGLE_DISBURSEMENT
FOUR = ["statute", "national", "donation", "sole_applicant"]


def codes(day: date, departure: Departure) -> list[str]:
    return [reason.code for reason in reasons_on(day, departure, "seoul")]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (THEN, FOUR),
        (LAST_DAY, FOUR),
        (FIRST_DAY, [*FOUR, "head_of_government", "unavoidable"]),
        (TODAY, [*FOUR, "head_of_government", "unavoidable"]),
    ],
)
def test_reasons_for_no_call_follow_the_law_of_the_day(day: date, expected: list[str]) -> None:
    assert codes(day, NO_CALL) == expected


def test_a_reason_has_its_words_and_its_article() -> None:
    assert reason_on(THEN, NO_CALL, "sole_applicant", "seoul") == Reason(
        "sole_applicant",
        "신청해 예산에 반영된 사업으로 그 신청자가 아니면 목적을 이룰 수 없음",
        "지방재정법 제32조의2제4항제4호",
    )
    today = reason_on(TODAY, NO_CALL, "sole_applicant", "seoul")
    assert today.article == "지방보조금법 제7조제2항제4호"


def test_five_reasons_for_one_disbursement_today() -> None:
    assert codes(TODAY, SINGLE) == [
        "entitlement",
        "statute",
        "supplementary_budget",
        "public_body",
        "ordinance",
    ]
    assert reason_on(TODAY, SINGLE, "ordinance", "seoul").article == "지방보조금 관리기준 제9조제3항제5호"


def test_what_nobody_has_read_of_2018_is_one_reason_that_says_so() -> None:
    assert reasons_on(THEN, SINGLE, "seoul") == (
        Reason(UNREAD, "당시 법 확인 필요: 그날의 기준을 읽지 못함", ""),
    )


def test_a_reason_of_another_day_is_refused_with_those_there_are() -> None:
    with pytest.raises(
        NoSuchReason, match=r"2018\. 2\. 5\.의 비공모 사유에 ‘unavoidable’은\(는\) 없습니다\. .*statute\("
    ):
        reason_on(THEN, NO_CALL, "unavoidable", "seoul")
    with pytest.raises(NoSuchReason, match="한 번에 교부하는 사유에 ‘unread’"):
        reason_on(TODAY, SINGLE, UNREAD, "seoul")


def test_a_day_that_no_law_was_read_of_has_the_one_reason() -> None:
    assert codes(date(2010, 1, 1), NO_CALL) == [UNREAD]
