"""`majungmul demo` — the story on a database of its own, the window over it; as text the plan and its check, too."""

import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from majungmul.console import demo_story
from majungmul.console.demo_story import MARK
from majungmul.rules import RULES
from tests.console.said import Console

TODAY = date(2026, 1, 2)


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the demo was shown once already."""
    home = tmp_path_factory.mktemp("demo")
    demo_story.told_in(home / "demo", date.today(), is_shown=False)  # noqa: DTZ011 - what the command reads too
    return home


@pytest.fixture
def home(told: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("django.conf.settings.HOME", told)
    return told


def test_demo_shows_the_plan_the_check_an_amount_per_rule_and_three_years(
    home: Path, majungmul: Console
) -> None:
    said = majungmul("demo", "--text")
    assert (said.status, said.err) == (0, "")
    shown = ("합계", "증감(C-B)", "█", "500원 많음", "계정의 사슬", "거절:", "2017년", "2018년", *RULES)
    assert [each for each in shown if each not in said.out] == []
    assert "어긋난 것 0건" in said.out
    assert "할 일" in said.out


def test_a_second_start_says_what_is_there_and_tells_nothing_again(
    home: Path, majungmul: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo_story, "told_in", _must_not_be_told)
    said = majungmul("demo", "--no-serve")
    assert (said.status, said.err) == (0, "")
    assert "어긋난 것 0건" in said.out
    assert len(said.out.splitlines()) == 1


def test_another_day_or_another_program_goes_on_with_the_story(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo_story, "told_in", _must_not_be_told)
    with pytest.raises(ToldAgain):
        demo_story.told_until(home / "demo", date(2999, 1, 1))
    monkeypatch.setattr(demo_story, "_program", lambda: "another")
    with pytest.raises(ToldAgain):
        demo_story.told_until(home / "demo", TODAY)


def test_a_story_in_whose_way_the_visitor_stands_is_shown_as_it_is(
    tmp_path: Path, majungmul: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_of: object, **_more: object) -> None:
        raise demo_story.NotToldOn(why="이미 결재되었습니다.", is_of_another_version=False)

    monkeypatch.setattr("django.conf.settings.HOME", tmp_path)
    (tmp_path / "demo").mkdir()
    for name in (MARK, "majungmul.sqlite3"):
        (tmp_path / "demo" / name).touch()
    told = {"until": "2026-01-02", "program": "another", "faults": 0, "events": 1, "transfers": 1}
    (tmp_path / "demo" / demo_story.TOLD).write_text(json.dumps(told), encoding="utf-8")
    monkeypatch.setattr(demo_story, "told_in", refused)
    said = majungmul("demo", "--no-serve")
    assert said.status == 0
    assert "그대로 보여 드립니다" in said.out
    assert "--reset" in said.out
    monkeypatch.setattr(demo_story, "told_in", _must_not_be_told)
    assert majungmul("demo", "--no-serve").out == said.out


class ToldAgain(Exception):  # noqa: N818
    pass


def _must_not_be_told(*_of: object, **_more: object) -> None:
    raise ToldAgain


def test_demo_as_json(home: Path, majungmul: Console) -> None:
    shown = majungmul("demo", "--json").json
    assert (shown["findings"], shown["notes"]) == (2, 5)
    assert set(shown["worked"]) == set(RULES)
    books = shown["books"]
    last, then = books["years"]["2017"], books["years"]["2018"]
    assert sum(line["appropriated"] for line in last["lines"]) == 800_000_000
    assert sum(line["paid"] for line in last["lines"]) == 770_450_186
    assert sum(line["returned"] for line in last["lines"]) == 29_549_814
    assert sum(line["paid"] for line in then["lines"]) == 126_435_800
    granted, *decided = then["awards"]
    assert (granted["decided"], granted["received"]) == (300_000_000, 146_000_000)
    assert sum(award["paid"] for award in decided) == 122_915_800
    assert all(award["recognised"] == award["paid"] for award in decided if award["paid"])
    assert "15,000,001원" in books["refused"]
    assert books["faults"] == 0
    assert books["looked_at"]["transfers"] > 100


def test_a_folder_that_the_demo_did_not_make_is_left_alone(
    tmp_path: Path, majungmul: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.conf.settings.HOME", tmp_path)
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "기록").write_text("소중한 것", encoding="utf-8")
    for arguments in (["demo", "--json"], ["demo", "--json", "--reset"]):
        said = majungmul(*arguments)
        assert said.status == 2
        assert "연습 폴더가 아니어서" in said.err
    assert (tmp_path / "demo" / "기록").read_text(encoding="utf-8") == "소중한 것"


def test_reset_throws_the_folder_away(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / MARK).touch()
    (folder / "majungmul.sqlite3").write_bytes(b"old")
    demo_story.reset(folder)
    assert not folder.exists()
    demo_story.reset(folder)


def test_a_story_that_cannot_go_on_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / MARK).touch()
    with closing(sqlite3.connect(folder / "majungmul.sqlite3")) as old, old:
        old.execute("CREATE TABLE trail_event (id text)")
    with pytest.raises(demo_story.NotToldOn) as refused:
        demo_story.told_in(folder, TODAY, is_shown=False)
    assert "다른 판" in str(refused.value)
    assert "--reset" in str(refused.value)
