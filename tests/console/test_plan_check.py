"""`majungmul plan-check` — the two findings of the paper, and what may be looked at."""

from tests.console.said import Console


def test_the_paper_has_two_findings_and_no_other(majungmul: Console) -> None:
    said = majungmul("plan-check", "--year", 2018, "--json")
    assert said.status == 1
    total, order = said.json["findings"]
    assert list(total) == ["kind", "place", "printed", "expected", "difference", "sentence"]
    assert (total["kind"], total["printed"], total["expected"]) == ("total", "217,125,290", "217,124,790")
    assert total["difference"] == 500
    assert (order["kind"], order["printed"], order["expected"]) == ("order", "라", "다")
    assert order["difference"] is None


def test_five_observations_are_notes(majungmul: Console) -> None:
    notes = majungmul("plan-check", "--json").json["notes"]
    assert [note["kind"] for note in notes] == [
        "reclassified",
        "months",
        "participants",
        "unexplained_difference",
        "election",
    ]
    assert all(list(note) == ["kind", "paths", "sentence"] and note["paths"] for note in notes)
    assert "158,179,416" in notes[3]["sentence"]
    assert "157,639,540" in notes[3]["sentence"]


def test_a_person_reads_both(majungmul: Console) -> None:
    said = majungmul("plan-check")
    assert said.status == 1
    assert "찾은 것 2건" in said.out
    assert "500원 많음" in said.out.replace("\n", "")
