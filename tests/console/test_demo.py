"""`majungmul demo` — the plan, the check, one amount per rule."""

from majungmul.rules import RULES
from tests.console.said import Console


def test_demo_shows_the_plan_the_check_and_an_amount_per_rule(majungmul: Console) -> None:
    said = majungmul("demo")
    assert (said.status, said.err) == (0, "")
    for shown in ("소계", "합계", "증감(C-B)", "█", "500원 많음", "계정의 사슬", "거절:", *RULES):
        assert shown in said.out


def test_demo_moves_2017_through_the_ledger_and_is_refused_a_won_too_much(majungmul: Console) -> None:
    books = majungmul("demo", "--json").json["books"]
    last, now = books["years"]["2017"], books["years"]["2018"]
    assert sum(line["appropriated"] for line in last) == 800_000_000
    assert sum(line["paid"] for line in last) == 770_450_186
    assert sum(line["returned"] for line in last) == 29_549_814
    assert sum(line["left"] for line in now) == 1_300_000_000
    assert "15,000,001원" in books["refused"]
    assert books["faults"] == 0
    assert books["looked_at"]["transfers"] > 100


def test_demo_as_json(majungmul: Console) -> None:
    shown = majungmul("demo", "--json").json
    assert (shown["findings"], shown["notes"]) == (2, 5)
    assert set(shown["worked"]) == set(RULES)
