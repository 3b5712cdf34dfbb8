"""The promises of conftest.py, each tried on a small run of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")
SKIPPED = """
import pytest
def test_of_today(): pass
@pytest.mark.skip(reason="다음 일")
def test_of_tomorrow(): pass
"""
SKIPPED_FILE = 'import pytest\npytest.skip("다음 파일", allow_module_level=True)\n'
XFAILED = """
import pytest
@pytest.mark.xfail(reason="아는 잘못", strict=True)
def test_known(): assert False
"""


def run(folder: Path, source: str, *arguments: str, ci: str = "") -> subprocess.CompletedProcess[str]:
    tests = folder / "tests" / "values"
    tests.mkdir(parents=True)
    (folder / "pytest.ini").write_text("[pytest]\ntestpaths = tests\n")
    (folder / "tests" / "conftest.py").write_bytes(CONFTEST.read_bytes())
    (tests / "test_planted.py").write_text(source)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
    environment = {**os.environ, "CI": ci}  # noqa: TID251 (handed on to the run that is tried)
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("source", [SKIPPED, SKIPPED_FILE, XFAILED], ids=["test", "file", "xfail"])
def test_on_ci_what_is_skipped_fails(tmp_path: Path, source: str) -> None:
    result = run(tmp_path, source, ci="true")
    assert result.returncode != 0
    assert "CI에서는 건너뛸 수 없습니다: " in result.stdout


def test_elsewhere_what_is_skipped_is_said_with_its_reason(tmp_path: Path) -> None:
    result = run(tmp_path, SKIPPED)
    assert result.returncode == 0
    *_, ran, left_out, closing = filter(None, result.stdout.splitlines())
    assert ran.split() == ["tests/values", "1개", "돌림"]
    assert left_out == "건너뜀 1개: 다음 일"
    assert "1 passed, 1 skipped" in closing


def test_workers_are_counted_too(tmp_path: Path) -> None:
    result = run(tmp_path, "def test_one(): pass\ndef test_two(): pass\n", "-n", "2")
    *_, ran, left_out, _ = filter(None, result.stdout.splitlines())
    assert ran.split() == ["tests/values", "2개", "돌림"]
    assert left_out == "건너뛴 것 없음"


def test_a_choice_is_said(tmp_path: Path) -> None:
    result = run(tmp_path, "def test_one(): pass\ndef test_two(): pass\n", "-k", "one")
    assert "고른 것만 돌림: one" in result.stdout
