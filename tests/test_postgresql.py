"""The PostgreSQL of the tests: found, ours, run by an ordinary user, gone with them however they end."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests import postgresql, postgresql_server
from tests.postgresql import MISSING, NOTHING, PLACES, ROOT, _chosen, main
from tests.postgresql_server import NotStarted, _of_the_wheel, _wait_for, binaries, server

SLOW = "from time import sleep\ndef test_slow(): print('asleep', flush=True); sleep(60)\n"
FAILING = "def test_failing(): assert False\n"
FINE = """
import os, psycopg
def test_fine():
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        for name in ("fsync", "synchronous_commit"):
            assert connection.execute(f"SHOW {name}").fetchone() == ("on",)
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A temporary folder that an ordinary user can reach."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


def running(folder: Path) -> list[str]:
    """The processes whose command names this folder."""
    commands = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            commands.append(process.read_bytes().decode(errors="replace"))
        except OSError:  # it has ended meanwhile
            continue
    return [command for command in commands if f"{folder}/majungmul-postgresql-" in command]


def started(folder: Path, source: str) -> "subprocess.Popen[str]":
    """The runner, on a test that is planted where a database is used."""
    planted = folder / "test_planted.py"
    planted.write_text(source)
    program = (
        "import sys; from tests import postgresql; postgresql.PLACES = (sys.argv[1],);"
        "sys.exit(postgresql.main(['-s', '-p', 'no:cacheprovider', '-p', 'no:randomly']))"
    )
    environment = {**os.environ, "TMPDIR": str(folder)}  # noqa: TID251 (handed on to the run that is tried)
    command = [sys.executable, "-c", program, str(planted)]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    )


def left(folder: Path) -> list[object]:
    """What a run left behind: processes and folders."""
    return [*running(folder), *folder.glob("majungmul-postgresql-*")]


# ── it ends ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("source", "status"), [(FINE, 0), (FAILING, 1)], ids=["passing", "failing"])
def test_the_server_ends_with_the_tests_and_the_status_is_theirs(
    folder: Path, source: str, status: int
) -> None:
    with started(folder, source) as process:
        told, _ = process.communicate()
    assert process.returncode == status, told
    assert left(folder) == []


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=["Ctrl-C", "TERM", "HUP"])
def test_the_server_ends_when_the_run_is_broken_off(folder: Path, end: signal.Signals) -> None:
    with started(folder, SLOW) as process:
        assert process.stdout
        while "asleep" not in process.stdout.readline():
            assert process.poll() is None
        assert running(folder), "서버가 떠 있어야 해 본 것입니다."
        os.killpg(process.pid, end) if end == signal.SIGINT else process.send_signal(end)
        process.communicate(timeout=60)
    assert process.returncode != 0
    assert left(folder) == []


# ── it is ours ───────────────────────────────────────────────────────────────────────────────────────────


def test_another_server_on_the_port_is_refused(folder: Path) -> None:
    own = binaries()
    assert own
    (folder / "one").mkdir()
    (folder / "other" / "data").mkdir(parents=True)
    sleeping = ["sleep", "30"]
    with server(own, folder / "one") as address, subprocess.Popen(sleeping) as pretender:
        with pytest.raises(NotStarted, match="여기서 시작한 서버가 아닙니다"):
            _wait_for(pretender, address, folder / "other")
        pretender.terminate()


def test_a_server_that_cannot_start_says_so_in_its_own_words(folder: Path) -> None:
    own = binaries()
    assert own
    (folder / "data").mkdir()
    (folder / "data" / "somebody's").write_text("")
    with pytest.raises(NotStarted, match="not empty"), server(own, folder):
        pytest.fail("시작했습니다.")


def test_where_the_machine_has_none_the_wheel_serves(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql_server, "_of_the_machine", lambda: iter(()))
    own = binaries()
    assert own in list(_of_the_wheel())
    with server(own, folder) as address, psycopg.connect(address) as connection:
        (version,) = connection.execute("SHOW server_version_num").fetchone() or ("0",)
    assert int(version) >= 150_000
    assert running(folder) == []


def test_binaries_that_an_ordinary_user_cannot_reach_are_copied(folder: Path) -> None:
    own = next(_of_the_wheel())
    private = folder / "private"
    private.mkdir(mode=0o700)
    for package in (own.parents[1], own.parents[1].with_name(f"{own.parents[1].name}.libs")):
        (private / package.name).symlink_to(package)
    with server(private / own.relative_to(own.parents[2]), folder) as address:
        with psycopg.connect(address) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        assert (folder / "own").exists() == (os.getuid() == 0)


# ── what it runs ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)])
def test_without_any_postgresql_one_line_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ci: str, status: int
) -> None:
    monkeypatch.setattr(postgresql, "binaries", lambda: None)
    monkeypatch.setenv("CI", ci)
    assert main([]) == status
    assert capsys.readouterr().out == f"{MISSING}\n"
    assert "apt install postgresql" in MISSING


def test_it_runs_the_folders_that_use_a_database() -> None:
    there = [folder for folder in PLACES if (ROOT / folder).exists()]
    assert "tests/books" in there
    assert _chosen([]) == there
    assert _chosen(["-n", "auto", "-k", "turn"]) == ["-n", "auto", "-k", "turn", *there]
    assert _chosen(["tests"]) == there
    assert _chosen(["-x", "tests/books/trail"]) == ["-x", "tests/books/trail"]
    assert _chosen(["tests/books"]) == ["tests/books"]
    test = "tests/config/test_start.py::test_start_here_changes_nothing"
    assert _chosen([test, "tests/test_postgresql.py"]) == [test]


def test_what_lies_elsewhere_is_left_to_the_other_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tests/test_postgresql.py"]) == 0
    assert capsys.readouterr().out == f"{NOTHING}\n"
