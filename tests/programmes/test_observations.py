"""알아 둘 것 — each note comes out of its figures, and goes when they agree."""

import pytest

from majungmul.programmes.observations import Note, notes_of
from majungmul.programmes.plan import Plan, plan
from majungmul.programmes.plan_sheet import NoSuchFigure
from majungmul.programmes.plan_tables import tables_of
from majungmul.programmes.plan_terms import NoSuchTerm
from majungmul.programmes.plan_view import NotANumber
from tests.programmes.plan_changed import changed

PLAN = plan("seoul", 2018)
KINDS = ["reclassified", "months", "participants", "unexplained_difference", "election"]


def note(kind: str, of: Plan = PLAN) -> Note:
    return next(found for found in notes_of(of) if found.kind == kind)


def kinds(of: Plan) -> list[str]:
    return [found.kind for found in notes_of(of)]


def with_note(**written: str) -> Plan:
    notes = [one.model_dump() | written for one in PLAN.notes if one.kind == written["kind"]]
    return Plan.model_validate(PLAN.model_dump(exclude_unset=True) | {"notes": notes})


def test_there_are_five_notes_and_all_their_paths_exist() -> None:
    assert kinds(PLAN) == KINDS
    paths = {
        table.path(row, column) for table in tables_of(PLAN) for row in table.rows for column in table.columns
    }
    assert {path for found in notes_of(PLAN) for path in found.paths} <= paths


def test_the_news_moved_from_one_part_to_another() -> None:
    found = note("reclassified")
    for words in (
        "230,000,000/170,000,000/400,000,000원",
        "240,000,000/160,000,000/400,000,000원",
        "분류 변경",
        "중소기업뉴스",
        "35,000,000원 = 25,000,000원 + 10,000,000원",
    ):
        assert words in found.sentence


def test_no_move_where_both_tables_have_the_same_parts() -> None:
    same = changed(comparison__motivation__2017=230, comparison__hrd__2017=170)
    assert kinds(same) == KINDS[1:]


def test_a_move_that_does_not_explain_it_says_so() -> None:
    other = changed(comparison__motivation__2017=241, comparison__hrd__2017=159)
    assert "만으로는 설명되지 않습니다" in note("reclassified", other).sentence


def test_june_to_september_is_four_months() -> None:
    assert "6월부터 9월까지는 4개월인데 3개월로" in note("months").sentence
    agreed = changed(achievements__la_store__months__amount={"amount": 4, "unit": "개월"})
    assert kinds(agreed) == [kind for kind in KINDS if kind != "months"]


def test_months_go_on_over_the_end_of_a_year() -> None:
    winter = changed(
        achievements__la_store__first_month__amount={"amount": 11, "unit": "월"},
        achievements__la_store__last_month__amount={"amount": 1, "unit": "월"},
    )
    assert "months" not in kinds(winter)


def test_16_beside_84() -> None:
    found = note("participants").sentence
    assert "16" in found
    assert "84개" in found
    assert kinds(changed(results__training__people=84)) == [kind for kind in KINDS if kind != "participants"]


def test_ten_per_cent_of_the_trades_is_not_what_was_settled() -> None:
    found = note("unexplained_difference")
    for words in ("158,179,416원", "157,639,540원", "539,876원 적습니다", "차액 사유: 원문에 없음"):
        assert words in found.sentence
    assert len(found.paths) == 17
    agreed = changed(results__trade_collaboration__settled=158_179_416)
    assert kinds(agreed) == [kind for kind in KINDS if kind != "unexplained_difference"]


def test_more_than_ten_per_cent_was_settled() -> None:
    more = changed(results__trade_collaboration__settled=158_179_417)
    assert "1원 많습니다" in note("unexplained_difference", more).sentence


def test_prizes_beside_an_election_law_that_does_not_concern_them() -> None:
    found = note("election")
    assert found.paths[0] == "checklist.election_law.answer"
    assert "92명" in found.sentence
    assert "15,000천원" in found.sentence


def test_no_note_once_the_election_law_is_considered_or_no_prize_is_given() -> None:
    checked = [
        item.model_copy(update={"answer": "검토완료"}) if item.key == "election_law" else item
        for item in PLAN.checklist
    ]
    assert kinds(PLAN.model_copy(update={"checklist": tuple(checked)})) == KINDS[:-1]
    none = changed(awards__total__people="-", budget__exchange__ceremony__amount="-")
    assert kinds(none) == KINDS[:-1]


def test_a_path_or_term_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(NoSuchFigure, match=r"results.trainings.people"):
        notes_of(with_note(kind="participants", here="results.trainings.people"))
    with pytest.raises(NoSuchFigure, match=r"trades.amounts"):
        notes_of(with_note(kind="unexplained_difference", spent="trades.amounts"))
    with pytest.raises(NoSuchTerm):
        notes_of(with_note(kind="unexplained_difference", term="exchange.news", on="2018-01-01"))


def test_words_cannot_be_compared_as_numbers() -> None:
    with pytest.raises(NotANumber, match="‘해당없음’"):
        notes_of(with_note(kind="participants", here="checklist.election_law.answer"))
