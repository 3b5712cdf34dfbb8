"""A writer that is killed in the middle: what it was told is done is there, and nothing is there twice.

SIGKILL shows what a crash of the program does. It shows nothing of a loss of power: there the database's own
settings hold, which tests/config asks for.
"""

import os
import random
import signal
from collections.abc import Iterator
from subprocess import Popen
from time import sleep
from typing import IO

import pytest

from majungmul.books.parties.models import Organisation
from majungmul.books.trail import chain
from majungmul.values.actor import Actor
from tests.books.trail.deeds import NOON, an_actor, name_slowly, somebody_of_a_new_city
from tests.database import Scratch

KILLS = 20
WRITER = """
import os, sys
from uuid import UUID
from majungmul.console.start import start
start()
os.setsid()
from tests.books.trail.deeds import NOON, an_actor, name_slowly

by = an_actor(UUID(sys.argv[1]), UUID(sys.argv[2]))
for line in sys.stdin:      # one round, in a child that is killed
    child = os.fork()
    number = int(line)
    if not child:
        print("pid", os.getpid(), flush=True)
    while not child:
        name_slowly(f"조합 {number}", f"open {number}", by=by, at=NOON, key=str(number))
        print("done", number, flush=True)
        number += 1
    os.wait()
    print("dead", flush=True)
"""


@pytest.fixture
def by(scratch: Scratch) -> Actor:
    return somebody_of_a_new_city()


@pytest.fixture
def writer(scratch: Scratch, by: Actor) -> Iterator[Popen[str]]:
    process = scratch.start(WRITER, str(by.jurisdiction), str(by.person))
    yield process
    os.killpg(process.pid, signal.SIGKILL)  # the session that it made for itself
    process.communicate()


def one_round(writer: Popen[str], first: int, chance: random.Random) -> tuple[list[int], list[int]]:
    """Let it write from a number on; kill it in a transaction that it reports. What it opened, and did."""
    given, told = pipes(writer)
    given.write(f"{first}\n")
    given.flush()
    pid = int(told.readline().split()[1])
    said = [told.readline() for _ in range(2 * chance.randint(2, 4) + 1)]
    assert said[-1].startswith("open"), said
    sleep(chance.uniform(0, 0.025))  # somewhere in the transaction, in its commit, or just after
    os.kill(pid, signal.SIGKILL)
    said += iter(told.readline, "dead\n")
    words = [line.split() for line in said]
    opened, done = ([int(number) for word, number in words if word == kind] for kind in ("open", "done"))
    return opened, done


def pipes(writer: Popen[str]) -> tuple[IO[str], IO[str]]:
    assert writer.stdin
    assert writer.stdout
    return writer.stdin, writer.stdout


def test_nothing_acknowledged_is_lost_and_nothing_is_there_twice(
    by: Actor, writer: Popen[str], scratch: Scratch
) -> None:
    chance = random.Random(20180317)
    opened: list[int] = []
    done: list[int] = []
    hit = 0
    for _ in range(KILLS):
        more, finished = one_round(writer, len(opened), chance)
        hit += len(more) > len(finished)
        opened, done = opened + more, done + finished
    assert hit >= KILLS // 2, "여러 번은 트랜잭션이 열린 채로 죽어야 해 본 것입니다."
    assert len(done) >= 2 * KILLS, "쓴 것이 이보다 적으면 해 본 것이 아닙니다."
    names = set(Organisation.objects.of(by.jurisdiction).values_list("name", flat=True))
    assert {f"조합 {number}" for number in done} <= names, "끝났다고 한 것을 잃었습니다."
    assert chain.broken(by.jurisdiction) is None
    retry(by, opened)


def retry(by: Actor, opened: list[int]) -> None:
    """All of them again with the same keys: each is there once."""
    same = an_actor(by.jurisdiction, by.person)
    for number in opened:
        name_slowly(f"조합 {number}", f"open {number}", by=same, at=NOON, key=str(number))
    names = sorted(Organisation.objects.of(by.jurisdiction).values_list("name", flat=True))
    assert names == sorted(f"조합 {number}" for number in opened)
    assert chain.broken(by.jurisdiction) is None
