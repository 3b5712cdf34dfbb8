"""`majungmul programme` — shown as the paper does, checked with line and key."""

from pathlib import Path

import pytest

from majungmul.programmes.specification import programmes_of
from majungmul.programmes.toml_file import HERE
from tests.console.said import Console


@pytest.mark.parametrize("name", programmes_of("seoul"))
def test_every_programme_is_shown(majungmul: Console, name: str) -> None:
    said = majungmul("programme", "show", name)
    assert said.status == 0
    for heading in ("사업목적", "사업내용", "지원 조건", "소요예산"):
        assert heading in said.out


def test_the_procedure_is_a_diagram_with_its_actors(majungmul: Console) -> None:
    said = majungmul("programme", "show", "market_access")
    assert "⇨" in said.out
    assert "컨설턴트↔서울본부*" in said.out
    assert "⇨" not in majungmul("programme", "show", "network").out


def test_the_forms_and_what_a_review_looks_at_are_shown(majungmul: Console) -> None:
    said = majungmul("programme", "show", "trade_collaboration").out
    assert "지원금 청구서 (claim): 증빙 14칸, 청구 8칸, 붙임 5가지(꼭 내는 것 5가지)" in said
    assert "○ 자격검토표" in said
    assert "양식" not in majungmul("programme", "show", "training").out


def test_a_city_without_a_plan_shows_its_terms(majungmul: Console) -> None:
    said = majungmul("programme", "show", "interest_support", "--jurisdiction", "incheon")
    assert "어음수표 지원하지 않음 · 단기운영 1.5%" in said.out


def test_show_as_json_is_the_specification(majungmul: Console) -> None:
    shown = majungmul("programme", "show", "trade_collaboration", "--json").json
    assert shown["lines"][0]["terms"][0]["values"]["share"] == "0.10"


def test_a_good_file_has_nothing_to_put_right(majungmul: Console) -> None:
    said = majungmul("programme", "check", HERE / "seoul" / "trade_collaboration.toml", "--json")
    assert (said.status, said.json) == (0, [])


def test_every_mistake_is_named_with_its_line(majungmul: Console, tmp_path: Path) -> None:
    text = (HERE / "seoul" / "trade_collaboration.toml").read_text()
    broken = tmp_path / "broken.toml"
    broken.write_text(text.replace('"share"', '"shares"', 1).replace("period ", "perod "))
    said = majungmul("programme", "check", broken, "--json")
    assert said.status == 1
    places = [mistake["place"] for mistake in said.json]
    assert [place.split()[1] for place in places] == ["period", "perod", "lines[1].rule"]
    assert all(place.split()[0].endswith("행") for place in places)


def test_a_syntax_error_is_named_with_its_line(majungmul: Console, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text('name = "가"\nlaw = \n')
    said = majungmul("programme", "check", broken)
    assert said.status == 1
    assert "2행" in said.out


def test_an_unknown_programme_names_the_known_ones(majungmul: Console) -> None:
    said = majungmul("programme", "show", "parade")
    assert said.status == 2
    assert "trade_collaboration" in said.err
