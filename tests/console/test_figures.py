"""`majungmul figures` — every figure of the plan, flat."""

from tests.console.said import Console


def test_figures_are_one_flat_list(majungmul: Console) -> None:
    said = majungmul("figures", "--year", 2018, "--json")
    assert (said.status, said.err) == (0, "")
    assert {tuple(figure) for figure in said.json} == {("path", "label", "amount", "unit", "printed")}
    assert len({figure["path"] for figure in said.json}) == len(said.json) > 300


def test_amounts_are_won_whatever_the_table_prints(majungmul: Console) -> None:
    figures = {figure["path"]: figure for figure in majungmul("figures", "--json").json}
    seoul = next(f for f in figures.values() if f["printed"] == "150,000" and "서울" in f["label"])
    assert (seoul["amount"], seoul["unit"]) == (150_000_000, "원")
    assert figures["comparison.exchange.2016"]["amount"] == 128_000_000
    assert "2016" in figures["comparison.exchange.2016"]["label"]


def test_the_three_kinds_of_nothing_stay_apart(majungmul: Console) -> None:
    figures = majungmul("figures", "--json").json
    nothing = {(f["printed"], f["amount"], f["unit"]) for f in figures if f["printed"] in ("-", "미정")}
    assert nothing == {("-", 0, "원"), ("-", None, "%"), ("미정", None, "원")}


def test_a_printed_total_stands_beside_its_computed_sum(majungmul: Console) -> None:
    figures = {figure["path"]: figure for figure in majungmul("figures", "--json").json}
    wrong = [f for f in figures.values() if f["printed"] == "217,125,290"]
    assert [f["amount"] for f in wrong] == [217_125_290]
    assert figures[wrong[0]["path"] + ".computed"]["amount"] == 217_124_790


def test_a_person_reads_tables(majungmul: Console) -> None:
    said = majungmul("figures")
    assert said.status == 0
    assert "증감(C-B)" in said.out
    assert "1,581,794,178" in said.out


def test_an_unknown_year_or_city_is_a_sentence(majungmul: Console) -> None:
    for arguments, named in ((("--year", 1999), "2018"), (("--jurisdiction", "atlantis"), "seoul")):
        said = majungmul("figures", *arguments)
        assert said.status == 2
        assert named in said.err
        assert said.out == ""
