"""Killed between any two steps, no row points to a missing file, and what is left over is swept after a day.

A process hands a paper in and is killed at its N-th step (a file opened, synced, moved; a statement or the
commit of the database), for every N. After each kill another process looks. Then the same is done again with
the same key.
"""

import hashlib
import signal
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from uuid import UUID

import pytest

from majungmul.books.files import queries, store
from majungmul.books.files.orphans import sweep
from majungmul.values.actor import Actor
from tests.books.files.samples import pdf
from tests.books.files.test_attached import hand_in
from tests.database import Scratch
from tests.given import NOON, SEOUL, a_cooperative, an_officer

LEAST_KILLS = 12
"""Fewer would show that the steps are no longer seen."""

PROGRAM = """
import itertools, os, signal, sys
import django
django.setup()
from io import BytesIO
from uuid import UUID
from django.db import connection
from majungmul.books.files import queries, store
from majungmul.books.files.models import FileUse
from majungmul.values.actor import Actor
from tests.books.files.samples import pdf
from tests.books.files.test_attached import hand_in
from tests.given import NOON

sha256, body, *who = sys.argv[1:]
by = Actor(*map(UUID, who[:3]), "홍길동", UUID(who[3]), "담당자")

def hand_in_and_be_killed(last):
    steps = itertools.count(1)
    def step():
        if next(steps) == last:
            os.kill(os.getpid(), signal.SIGKILL)
    def stepping(call):
        def run(*args, **kwargs):
            step()
            done = call(*args, **kwargs)
            step()
            return done
        return run
    def executing(execute, sql, params, many, context):
        step()
        return execute(sql, params, many, context)
    for name in ("open", "fsync", "rename", "replace", "utime", "mkdir"):
        setattr(os, name, stepping(getattr(os, name)))
    connection._commit = stepping(connection._commit)
    with connection.execute_wrapper(executing):
        paper = store.receive(BytesIO(pdf()), "청구서.pdf")
        hand_in(UUID(body), paper, by=by, at=NOON, key="killed")

def look():
    broken = len(list(queries.broken_files()))
    print(FileUse.objects.count(), broken, int(store.path_of(sha256).exists()), end=" ")

def in_a_process_of_its_own(call, *args):
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            call(*args)
            sys.stdout.flush()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

for last in range(1, 1000):
    ended = in_a_process_of_its_own(hand_in_and_be_killed, last)
    in_a_process_of_its_own(look)
    print(ended, flush=True)
    if ended == 0:
        break
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is there after a kill."""

    uses: int
    broken: int
    contents: int
    ended: int


def killed_at_every_step(scratch: Scratch, body: UUID, by: Actor) -> list[Seen]:
    """Hand the paper in until nothing is left to be killed; what was seen after each time."""
    who = [str(part) for part in (by.jurisdiction, by.office, by.person, by.position)]
    with scratch.start(PROGRAM, hashlib.sha256(pdf()).hexdigest(), str(body), *who) as process:
        assert process.stdout is not None
        lines = process.stdout.read().splitlines()
    assert process.returncode == 0
    return [Seen(*map(int, line.split())) for line in lines]


@pytest.fixture
def officer(scratch: Scratch) -> Actor:
    """Somebody in a database of the test's own."""
    return an_officer()


def test_no_row_ever_points_to_a_missing_file(scratch: Scratch, officer: Actor) -> None:
    body = a_cooperative(officer)
    *kills, last = killed_at_every_step(scratch, body.pk, officer)
    assert len(kills) >= LEAST_KILLS
    assert {each.ended for each in kills} == {-signal.SIGKILL}
    assert last.ended == 0
    assert {each.broken for each in kills} == {0}
    assert any(each.contents and not each.uses for each in kills), "never killed between the file and its row"
    assert any(each.uses for each in kills), "never killed between the row and the answer"
    assert {each.uses for each in [*kills, last]} == {0, 1}
    use = hand_in(body.pk, store.receive(BytesIO(pdf()), "청구서.pdf"), by=officer, at=NOON, key="killed")
    assert list(queries.uses_of(body)) == [use]
    swept = sweep(datetime.now(SEOUL) + timedelta(days=2))
    assert swept.orphans == 0
    assert swept.unfinished > 0
    assert queries.content_of(use) == pdf()
