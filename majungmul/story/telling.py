"""진행 — the steps of a story, told in order of time up to a day; told again, they add nothing.

A step is data: an action, who acts, what is handed in. What is not there yet when the story is written (the
key of a row that an earlier step makes) is handed in as a function of the rows told so far.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from majungmul.books.parties.queries.positions import actors_of
from majungmul.programmes.holidays import holidays
from majungmul.values.actor import Actor
from majungmul.values.calendar import next_business_day
from majungmul.values.refusal import Refusal

ZONE = ZoneInfo("Asia/Seoul")
SYSTEM = "system"

Row = Any
"""A row that a step gives, or its key: a story knows no models, and hands on what it gets."""
Rows = dict[str, Row]
"""What was told so far: the row that each step gave, by the step's name."""
Progress = Callable[[int, int, str], None]
"""Told of each step: how many are done, of how many, and what it is."""


def in_silence(_done: int, _of: int, _what: str) -> None:
    """No progress is shown."""


@dataclass(frozen=True, slots=True)
class Step:
    """걸음 — an action by somebody; `is_refused` where the story has it refused.

    Steps are told in the order in which they were `planned`; `at` is when it happens, on a business day.
    """

    planned: datetime
    at: datetime
    name: str
    what: str
    verb: Callable[..., Any]
    by: str
    args: tuple[Any, ...]
    is_refused: bool = False


@dataclass(frozen=True, slots=True)
class RefusedStep:
    """거절된 걸음 — what was tried, when, and the sentence that refused it."""

    at: datetime
    what: str
    sentence: str


@dataclass(slots=True)
class Told:
    """이야기된 것 — the rows by name, and what was refused."""

    system: Actor
    rows: Rows = field(default_factory=dict)
    refused: list[RefusedStep] = field(default_factory=list)
    actors: dict[str, Actor] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """The program itself is there from the beginning."""
        self.rows[SYSTEM] = self.actors[SYSTEM] = self.system

    def actor(self, name: str) -> Actor:
        """Who acts under this name: the program itself, or who was appointed by the step of that name."""
        if name not in self.actors:
            tenure = self.rows[name]
            self.actors[name] = next(
                actor
                for actor in actors_of(tenure.person_id, tenure.since)
                if actor.position == tenure.position_id
            )
        return self.actors[name]


class Unrefused(Exception):  # noqa: N818 - no refusal, and no error of a user's: a story that went wrong
    """거절되지 않은 걸음 — a step that the story has refused went through: story or product is wrong."""


class Script:
    """대본 — the steps of one year as they are written down, on business days of that year."""

    def __init__(self, year: int) -> None:
        """An empty script."""
        self.year = year
        self.steps: list[Step] = []

    def on(self, month: int, day: int, hour: int = 10, *, later: int = 0) -> datetime:
        """An instant of that very day; `later` years after the script's own."""
        return datetime(self.year + later, month, day, hour, tzinfo=ZONE)

    def at(self, month: int, day: int, hour: int = 10, *, later: int = 0) -> datetime:
        """An instant of that day, or of the next business day."""
        return at_work(self.on(month, day, hour, later=later))

    def day(self, month: int, day: int) -> date:
        """The day of `at`."""
        return self.at(month, day).date()

    def add(
        self,
        planned: datetime,
        name: str,
        what: str,
        verb: Callable[..., Any],
        by: str,
        *args: object,
        is_refused: bool = False,
    ) -> None:
        """Write a step down."""
        at = at_work(planned)
        self.steps.append(Step(planned, at, self.name(name), what, verb, by, args, is_refused))

    def name(self, name: str) -> str:
        """The name of this year's row."""
        return f"{self.year}.{name}"

    def row(self, name: str) -> Callable[[Rows], Any]:
        """The row that the step of this name gives."""
        return lambda rows: rows[self.name(name)]

    def pk(self, name: str) -> Callable[[Rows], Any]:
        """The key of the row that the step of this name gives."""
        return lambda rows: rows[self.name(name)].pk


def tell(steps: Iterable[Step], told: Told, until: date, on_step: Progress = in_silence) -> Told:
    """Tell the steps up to the end of that day, each under a key of its own. Returns what was told."""
    due = [step for step in _in_order(steps) if step.at.date() <= until]
    for done, step in enumerate(due):
        on_step(done, len(due), step.what)
        _tell(step, told)
    on_step(len(due), len(due), "")
    return told


def _in_order(steps: Iterable[Step]) -> list[Step]:
    """The steps as they are planned, none before the one that goes before it: days off bring days together."""
    told: list[Step] = []
    for step in sorted(steps, key=lambda step: step.planned):
        at = max(step.at, told[-1].at) if told else step.at
        told.append(replace(step, at=at))
    return told


def at_work(planned: datetime) -> datetime:
    """The same hour of that day, or of the next business day; the two ends of a year stand as they are."""
    day = planned.date()
    if (day.month, day.day) in ((1, 1), (12, 31)):
        return planned
    on = next_business_day(day, holidays())
    return datetime.combine(on, planned.timetz())


def _given(arg: object, rows: Rows) -> object:
    """What is handed in: what it is by then, where it is a function of the rows."""
    if isinstance(arg, dict):
        return {name: _given(value, rows) for name, value in arg.items()}
    return arg(rows) if callable(arg) else arg


def _tell(step: Step, told: Told) -> None:
    args = [_given(arg, told.rows) for arg in step.args]
    by = told.actor(step.by)
    try:
        row = step.verb(*args, by=by, at=step.at, key=f"story:{step.name}")
    except Refusal as refusal:
        if not step.is_refused:
            raise
        told.refused.append(RefusedStep(step.at, step.what, str(refusal)))
        return
    if step.is_refused:
        raise Unrefused(step.name)
    told.rows[step.name] = row
