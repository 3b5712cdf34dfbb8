"""Of eight writers of the embedded database none starves. The control: without the turn some do."""

import pytest

from majungmul.values.actor import Actor
from tests.books.trail.deeds import somebody_of_a_new_city
from tests.database import Scratch

pytestmark = pytest.mark.sqlite

WRITERS = 8
FAIR = 0.5
"""The least that a writer gets of its even share; measured: 0.9 with the turn, 0.02 without."""

TRIES = 3
"""A busy machine may hold one process up for a moment: once in three is enough for either."""

WRITER = """
import os, sys, time
from contextlib import nullcontext
from uuid import UUID
from majungmul.console.start import start
start()
from majungmul.books.trail import actions
from tests.books.trail.deeds import NOON, an_actor, name_body

jurisdiction, turns, writers = UUID(sys.argv[1]), sys.argv[2], int(sys.argv[3])
if turns == "without":
    actions.turn = nullcontext
begin = time.monotonic() + 0.3
for writer in range(writers):
    if os.fork() == 0:
        by, done = an_actor(jurisdiction), 0
        time.sleep(max(0, begin - time.monotonic()))
        while time.monotonic() < begin + 1.5:
            name_body("조합", by=by, at=NOON, key=f"{begin}-{writer}-{done}")
            done += 1
        os.write(1, f"{done}\\n".encode())  # one write: the lines of eight writers stay whole
        os._exit(0)
for writer in range(writers):
    os.wait()
"""


@pytest.fixture
def by(scratch: Scratch) -> Actor:
    return somebody_of_a_new_city()


def worst_share(scratch: Scratch, by: Actor, turns: str) -> float:
    """What the writer with the fewest acts got, of an even share."""
    with scratch.start(WRITER, str(by.jurisdiction), turns, str(WRITERS)) as writers:
        told, _ = writers.communicate()
    done = [int(line) for line in told.split()]
    assert len(done) == WRITERS
    assert sum(done) >= 3 * WRITERS, "쓴 것이 이보다 적으면 잰 것이 아닙니다."
    return min(done) * WRITERS / sum(done)


def test_with_the_turn_nobody_starves(scratch: Scratch, by: Actor) -> None:
    assert any(worst_share(scratch, by, "with") >= FAIR for _ in range(TRIES))


def test_without_the_turn_somebody_does(scratch: Scratch, by: Actor) -> None:
    assert any(worst_share(scratch, by, "without") < FAIR for _ in range(TRIES))
