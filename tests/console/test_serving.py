"""`majungmul serve` and the window of `majungmul demo`: a port of its own, one start, one end."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from majungmul.console import assets, surroundings
from majungmul.console import serving as serving_module
from majungmul.console.assets import LOCK, ROOT
from majungmul.console.surroundings import is_of_them, why
from tests.console.said import Console

ENDED = 0
COMMAND = "import sys; from majungmul.console.main import main; sys.exit(main())"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def occupied() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield int(other.getsockname()[1])


def as_if_gathered(home: Path) -> None:
    """Nothing is fetched by a test."""
    for name, digest in (
        ("assets", assets.sum_of_lock),
        ("static", lambda: assets.sum_of_sources(home / "assets")),
    ):
        (home / name).mkdir()
        (home / f"{name}.sum").write_text(digest())


@pytest.mark.parametrize("command", ["demo", "serve"])
def test_a_port_in_use_is_said_before_anything_is_done(majungmul: Console, command: str) -> None:
    with occupied() as port:
        said = majungmul(command, "--port", port)
    assert said.status == 1
    assert f"포트 {port}" in said.err
    assert "--port" in said.err


@pytest.mark.parametrize("typed", ["0", "65536", "팔천", "-1"])
def test_a_port_that_is_none_is_said(majungmul: Console, typed: str) -> None:
    said = majungmul("serve", f"--port={typed}")
    assert said.status == 2
    assert "65535" in said.err


@contextmanager
def serving(home: Path, port: int) -> Iterator["subprocess.Popen[str]"]:
    """The command itself; ended with the test, however that ends."""
    here = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}  # noqa: TID251
    command = [sys.executable, "-c", COMMAND, "serve", "--port", str(port)]
    running = subprocess.Popen(
        command, env={**here, "MAJUNGMUL_HOME": str(home)}, stdout=subprocess.PIPE, text=True
    )
    try:
        yield running
    finally:
        running.terminate()
        running.communicate(timeout=20)


def page_at(port: int) -> str:
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as asked:
        asked.request("GET", "/")
        return asked.getresponse().read().decode()


@pytest.mark.sqlite
def test_it_opens_answers_and_ends_when_it_is_told_to(tmp_path: Path) -> None:
    port = free_port()
    as_if_gathered(tmp_path)
    with serving(tmp_path, port) as running:
        assert running.stdout
        assert f"http://127.0.0.1:{port}/" in running.stdout.readline()
        assert "majungmul office new" in page_at(port)
        running.send_signal(signal.SIGTERM)
        assert running.wait(15) == ENDED
    serving_module.refuse_taken(port)


def test_the_lock_of_the_web_names_no_host_and_both_packages() -> None:
    texts = {name: (ROOT / name).read_text() for name in LOCK}
    assert '"resolved"' not in texts["package-lock.json"]
    assert '"echarts": "6.1.0"' in texts["package.json"]
    assert '"krds-uiux": "1.1.0"' in texts["package.json"]
    assert texts["package-lock.json"].count('"integrity": "sha512-') == 4


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("npm error code ENOSPC", surroundings.DiskFull),
        ("database or disk is full", surroundings.DiskFull),
        ("npm error code EACCES", surroundings.NotWritable),
        ("attempt to write a readonly database", surroundings.NotWritable),
        ("npm error code EINTEGRITY", surroundings.OtherContent),
        ("npm error code ENOTFOUND\nnpm error network request failed", surroundings.NoNetwork),
        ("npm error code EAI_AGAIN", surroundings.NoNetwork),
        ("npm error code E404", surroundings.NotFetched),
        ("", surroundings.NotFetched),
    ],
)
def test_what_stands_in_the_way_is_a_sentence(
    tmp_path: Path, said: str, reason: type[surroundings.NotGiven]
) -> None:
    sentence = why(said, where=tmp_path, what="글꼴")
    assert type(sentence) is reason
    assert str(sentence)


def test_a_bug_is_no_surrounding() -> None:
    assert not is_of_them("KeyError: 'award'")
    assert surroundings.of(FileNotFoundError(2, "none")) is None
