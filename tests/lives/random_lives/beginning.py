"""Where every life begins: the world's year in July, with six co-operatives, each further than the one before."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction  # noqa: TID251 - around the tests, no part of the product

from tests.lives.random_lives import asking, steering
from tests.lives.random_lives.life import Life, Tally
from tests.lives.random_lives.plain_year import PlainBody, PlainYear
from tests.lives.random_lives.steps import go_on
from tests.stages.world import a_body, a_world, an_open_call, at

NAMES = ("ga", "na", "da", "ra", "ma", "ba")
KOREAN = dict(zip(NAMES, "가나다라마바", strict=True))
UNTIL = {"ga": "", "na": "received", "da": "traded", "ra": "claimed", "ma": "approved", "ba": "paid"}


@contextmanager
def beginning_of_all() -> Iterator[Life]:
    """It is built once, in a transaction around all lives, and rolled back after them."""
    atomic = transaction.atomic()
    atomic._from_testcase = True  # type: ignore[attr-defined]  # noqa: SLF001 - as Django's own TestCase says
    with atomic:
        yield begun(Tally())
        transaction.set_rollback(rollback=True)


def begun(tally: Tally) -> Life:
    """A world with its bodies and a deputy, told to the plain year from the first application on."""
    world = a_world()
    people = {"officer": world.officer, "approver": world.approver}
    life = Life(world, PlainYear(), tally, people, now=at(7, 2, 9))
    life.rows["call", ""] = an_open_call(world, closes_at=at(11, 30, 18)).pk
    for name in NAMES:
        world.bodies[name] = a_body(
            world.system, world.officer, world.approver, f"서울가상{KOREAN[name]}협동조합"
        )
        life.rows["body", name] = world.bodies[name].body.pk
        life.year.bodies[name] = PlainBody()
    life.settle_down()
    steering.begin_acting(
        life
    )  # the approver is away: the officer may act, but not upon what is the officer's own
    for name in NAMES:
        _come(life, name, UNTIL[name])
    return life


def _come(life: Life, name: str, until: str) -> None:
    """The body's way so far."""
    if not until:
        return
    asking.apply(life, name, 700_000_000)
    if until == "received":
        return
    for _ in range(30):
        if _has_come(life.plain(name), until):
            return
        go_on(life, name, 1, "")
    message = f"{name} does not come so far: {life.tally.why}"
    raise RuntimeError(message)


def _has_come(body: PlainBody, until: str) -> bool:
    if until == "traded":
        return bool(body.trades)
    states = {"claimed": ("received",), "approved": ("approved",), "paid": ("paid",)}[until]
    return any(claim.state in states for claim in body.claims)
