"""창구 열기 — granian on this machine's own address, until it is stopped."""

import os
import signal
import socket
import subprocess
import sys
from argparse import ArgumentTypeError
from collections.abc import Callable, Mapping
from contextlib import suppress
from errno import EACCES, EADDRINUSE
from time import monotonic, sleep

from majungmul.console.surroundings import NotOpened, PortForbidden, PortTaken

HERE = "127.0.0.1"
PORT = 8000
HIGHEST_PORT = 65535
SETTINGS = {"DJANGO_SETTINGS_MODULE": "majungmul.config.settings"}
SERVER = (
    *("--interface", "wsgi", "--host", HERE, "--no-ws", "--blocking-threads", "4"),
    *("--log-level", "warning", "majungmul.config.wsgi:application"),
)
"""Its own default is 512 threads; a request of ours takes a few milliseconds."""
LONGEST_START, LONGEST_END = 60, 10


def port(typed: str) -> int:
    """포트 — as an argument of a command."""
    if not (typed.isdigit() and 0 < int(typed) <= HIGHEST_PORT):
        message = f"포트는 1부터 {HIGHEST_PORT}까지의 숫자입니다"
        raise ArgumentTypeError(message)
    return int(typed)


def refuse_taken(wanted: int) -> None:
    """Nothing, where the port is free. Two servers would share one in silence, so it is asked for here first."""
    other = wanted + 1 if wanted < HIGHEST_PORT else PORT
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((HERE, wanted))
            tried.listen()
        except OSError as problem:
            if problem.errno == EADDRINUSE:
                raise PortTaken(port=wanted, other=other) from problem
            if problem.errno == EACCES:
                raise PortForbidden(port=wanted, other=PORT) from problem
            raise


def serve(
    wanted: int,
    own: Mapping[str, str],
    *,
    workers: int = 1,
    without: tuple[str, ...] = (),
    opened: Callable[[], None],
) -> None:
    """창구 — open until Ctrl-C or until the system ends it; `opened` is called once it answers.

    `own`: what the server's environment has besides ours, `without`: what of ours it does not get.
    """
    refuse_taken(wanted)
    outer = {name: value for name, value in os.environ.items() if name not in without}  # noqa: TID251
    command = [sys.executable, "-m", "granian", "--port", str(wanted), "--workers", str(workers), *SERVER]
    running = subprocess.Popen(command, env={**outer, **SETTINGS, **own})  # noqa: S603 - ours
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        _wait_for(running, wanted)
        opened()
        running.wait()
    except KeyboardInterrupt:
        return
    finally:
        _end(running)
    raise NotOpened


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _wait_for(running: "subprocess.Popen[bytes]", wanted: int) -> None:
    """Until it answers. Refuses one that ended instead."""
    until = monotonic() + LONGEST_START
    while running.poll() is None and monotonic() < until:
        with suppress(OSError), socket.create_connection((HERE, wanted), timeout=1):
            return
        sleep(0.05)
    raise NotOpened


def _end(running: "subprocess.Popen[bytes]") -> None:
    """Its requests are answered to the end, then it goes; one that does not is ended."""
    if running.poll() is None:
        running.terminate()
    try:
        running.wait(LONGEST_END)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()
