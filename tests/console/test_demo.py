"""`majungmul demo` — the plan, the check, one amount per rule."""

from majungmul.rules import RULES
from tests.console.said import Console


def test_demo_shows_the_plan_the_check_and_an_amount_per_rule(majungmul: Console) -> None:
    said = majungmul("demo")
    assert (said.status, said.err) == (0, "")
    for shown in ("소계", "합계", "증감(C-B)", "█", "500원 많음", *RULES):
        assert shown in said.out


def test_demo_as_json(majungmul: Console) -> None:
    shown = majungmul("demo", "--json").json
    assert (shown["findings"], shown["notes"]) == (2, 5)
    assert set(shown["worked"]) == set(RULES)
