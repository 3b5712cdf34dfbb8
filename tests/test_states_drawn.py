"""`docs/states/`: every stage's states as the code has them now."""

import json
from pathlib import Path

import pytest

from majungmul.console.draw_states import FOLDER, built_stages, drawn, run, tables

AGAIN = "docs/states 가 코드와 다릅니다. ‘./run draw-states’로 다시 그려 주십시오."


def test_the_drawings_are_those_of_the_code() -> None:
    found = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*")}
    assert found == {f"{stage}.md": drawn(stage) for stage in built_stages()}, AGAIN


def test_every_stage_is_drawn_in_the_order_of_its_life() -> None:
    assert built_stages()[:3] == ["plan", "call", "application"]
    assert all(tables(stage) for stage in built_stages())


def test_a_drawing_by_value() -> None:
    said = drawn("call")
    assert said.startswith("# 공모 — 상태와 이동")
    assert "## 공모의 상태\n" in said
    assert "    [*] --> draft: 공고 작성\n" in said
    assert "    announced --> cancelled: 공고 취소\n" in said
    assert "    cancelled --> [*]\n" in said
    assert "| 공고 취소 | 작성 | 취소 | 시·보조사업자의 결재권자 |" in said
    assert "    [*] --> draft\n" in drawn("plan")


def test_the_command_writes_them(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "states"
    assert run(["--folder", str(folder)]) == 0
    assert str(folder) in capsys.readouterr().out
    assert sorted(path.stem for path in folder.iterdir()) == sorted(built_stages())
    assert run(["--folder", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["stages"] == built_stages()
