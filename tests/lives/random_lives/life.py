"""A life: the real year and the plain one, side by side. What went through is told to both, what did not to none."""

import hashlib
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from django.db import connection

from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from tests.lives.random_lives.agreement import agree
from tests.lives.random_lives.plain_year import PlainBody, PlainClaim, PlainYear, Wrong
from tests.stages.world import Body, World

HELD = (
    *("ledger_", "parties_", "call_", "application_", "review_", "award_", "delivery_", "payment_"),
    *("settlement_", "duties_duty"),
)
"""The tables that acts of a life write, by the beginnings of their names."""

Made = TypeVar("Made")


@dataclass(slots=True)
class Tally:
    """What was tried and what went through, act by act, over many lives; and why the rest did not."""

    tried: Counter[str] = field(default_factory=Counter)
    through: Counter[str] = field(default_factory=Counter)
    why: Counter[str] = field(default_factory=Counter)
    lives: int = 0

    @property
    def share(self) -> float:
        return self.through.total() / max(1, self.tried.total())


@dataclass(slots=True)
class Life:
    """One year as it is lived: in the database, in the plain model, and who holds which position."""

    world: World
    year: PlainYear
    tally: Tally
    people: dict[str, Actor]
    now: datetime
    rows: dict[tuple[str, str], Any] = field(default_factory=dict)
    before: str = ""

    def again(self) -> "Life":
        """The same, to be lived on its own."""
        return Life(
            self.world, deepcopy(self.year), self.tally, {**self.people}, self.now, {**self.rows}, self.before
        )

    @property
    def today(self) -> date:
        return self.now.date()

    def plain(self, name: str) -> PlainBody:
        return self.year.bodies[name]

    def real(self, name: str) -> Body:
        return self.world.bodies[name]

    def claim_of(self, name: str, *states: str) -> tuple[int, PlainClaim] | None:
        """The first claim of a body that stands so, or else its last, and its place; None where it has none."""
        claims = list(enumerate(self.plain(name).claims))
        fitting = [each for each in claims if each[1].state in states]
        return next(iter(fitting or claims[::-1]), None)

    def who(self, right: str, choice: str) -> Actor:
        """Who acts: the one whose task it is, or whoever was chosen in that one's stead and is there."""
        return self.people.get(choice) or self.people[right]

    def done(self, act: str, do: Callable[[], Made], told: Callable[[], object]) -> Made | None:
        """Try it: refused, nothing may be left of it; done, the plain year does it too, and both must agree."""
        self.now += timedelta(hours=1)
        self.tally.tried[act] += 1
        try:
            made = do()
        except Refusal as refusal:
            self.tally.why[f"{act}: {type(refusal).__name__}"] += 1
            if held() != self.before:
                message = f"{act} was refused and left something: {refusal}"
                raise Wrong(message) from refusal
            return None
        self.tally.through[act] += 1
        told()
        self.settle_down()
        return made

    def settle_down(self) -> None:
        """After whatever went through: both agree, and the next refusal is held against this."""
        agree(self.world, self.year, self.rows)
        self.before = held()


def held() -> str:
    """The hash of all rows that an act may write."""
    whole = hashlib.sha256()
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            if table.startswith(HELD):
                cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')
                whole.update(f"{table}{cursor.fetchall()}".encode())
        cursor.execute("SELECT count(*) FROM trail_event")
        whole.update(f"{cursor.fetchall()}".encode())
    return whole.hexdigest()
