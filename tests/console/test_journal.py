"""`majungmul journal` — the whole ledger for beancount, which finds it in order."""

from pathlib import Path

import pytest
from beancount import loader

from tests.console.said import Console
from tests.console.work import Work, elsewhere

pytestmark = pytest.mark.usefixtures("still")


def complaints(path: Path) -> list[str]:
    _, errors, _ = loader.load_file(str(path))
    return [error.message for error in errors]


def test_beancount_accepts_it_and_no_won_less(majungmul: Console, still: Work, tmp_path: Path) -> None:
    target = tmp_path / "원장.beancount"
    said = majungmul("journal", "-o", target, "--jurisdiction", still.code, "--json")
    assert (said.status, said.err) == (0, "")
    text = target.read_text()
    assert said.json == {"written": str(target), "lines": len(text.splitlines())}
    assert complaints(target) == []
    target.write_text(text.replace(" 300000 KRW", " 299999 KRW", 1))
    assert complaints(target) != []


def test_a_file_is_written_over_only_if_asked(majungmul: Console, still: Work, tmp_path: Path) -> None:
    target = tmp_path / "원장.beancount"
    target.write_text("mine")
    said = majungmul("journal", "-o", target, "--jurisdiction", still.code)
    assert (said.status, said.out) == (2, "")
    assert "이미 있어" in said.err
    assert target.read_text() == "mine"
    said = majungmul("journal", "-o", target, "--jurisdiction", still.code, "--force")
    assert "bean-check" in said.out
    assert complaints(target) == []


def test_a_city_that_is_not_there_leaves_no_file(majungmul: Console, tmp_path: Path) -> None:
    said = majungmul("journal", "-o", tmp_path / "원장.beancount", "--jurisdiction", "atlantis")
    assert said.status == 2
    assert "atlantis" in said.err
    assert not (tmp_path / "원장.beancount").exists()


def test_without_a_database_it_is_a_sentence(majungmul: Console, tmp_path: Path) -> None:
    with elsewhere(tmp_path / "elsewhere"):
        said = majungmul("journal", "-o", tmp_path / "원장.beancount")
    assert said.status == 2
    assert "아직 데이터베이스가 없습니다" in said.err
