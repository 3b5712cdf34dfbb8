"""법령 — what the law said on a day: thresholds and deadlines, each with its article and how sure we are.

The rows are data (`law/*.toml`, one file per statute). A mistake in them is a bug, found by the tests.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

from majungmul.rules.withholding import Income, Withholding
from majungmul.values.rate import Rate
from majungmul.values.refusal import Refusal
from majungmul.values.rounding import Rounding
from majungmul.values.won import Won

LAW = Path(__file__).parent / "law"
NO_RULES = {"holidays.toml", "duties.toml"}
"""Files of the folder that hold no rows: days off, and what is due when."""

UNREAD = "unread"
MONTH_DAY = "월-일"

Value = int | Decimal | str | bool


class NotInForce(Refusal, KeyError):  # noqa: N818 - a refusal, and a missing key of the mapping
    """시행 중이 아님 — the rule began later or had ended; a day is never judged by another day's rule."""

    sentence = (
        "‘{label}’({article})은(는) {day}에 없던 규정입니다({when}). 그날 시행된 법에 따라 처리해 주십시오."
    )


class NotRead(NotInForce):
    """당시 법 확인 필요 — nobody has read what held on that day, so nothing is said about it."""

    sentence = (
        "‘{label}’({article})은(는) {day}의 규정을 확인하지 못했습니다({when}). "
        "당시 법 확인 필요: 그날의 법령을 찾아 담당자가 판단해 주십시오."
    )


class ValueNotRead(Refusal):
    """확인 필요 — the rule held, but its figure was not read."""

    sentence = "‘{label}’({article})의 값은 아직 확인하지 못했습니다. 원문을 찾아 담당자가 정해 주십시오."


@dataclass(frozen=True, slots=True)
class Row:
    """조문의 값 — one rule of one time: in force on `[since, until)`, with its article and source.

    `confidence` is one of H, H0, M, L, X (said in the head of each file). `unknown`: the rule is there,
    its value was not read. `before`, `after`: "unread" where nobody knows what held then.
    """

    key: str
    label: str
    article: str
    since: date
    confidence: str
    source: str
    value: Value | None = None
    unit: str = ""
    until: date | None = None
    unknown: bool = False
    note: str = ""
    jurisdiction: str | None = None
    before: str = "absent"
    after: str = "absent"

    def in_force_on(self, day: date) -> bool:
        """시행 — whether the rule held on that day."""
        return self.since <= day and (self.until is None or day < self.until)

    @property
    def number(self) -> int:
        """The whole number, in `unit`. Refuses (ValueNotRead) one that was not read."""
        if self.unknown:
            raise ValueNotRead(label=self.label, article=self.article)
        if type(self.value) is not int:
            message = f"{self.key} is no whole number: {self.value!r}"
            raise TypeError(message)
        return self.value

    @property
    def won(self) -> Won:
        """The amount, where the unit is 원. Refuses (ValueNotRead) one that was not read."""
        self._expect("원")
        return Won(self.number)

    @property
    def rate(self) -> Rate:
        """The rate, where the unit is %. Refuses (ValueNotRead) one that was not read."""
        self._expect("%")
        return Rate.of(f"{self.number}%")

    @property
    def shown(self) -> str:
        """As a page shows it: `300,000,000원 이상`, `3월 31일`, `예`, `확인 필요`, `당시 법 확인 필요`."""
        match self.value:
            case None:
                return "확인 필요" if self.until is None else "당시 법 확인 필요"
            case bool():
                return "예" if self.value else "아니요"
            case str() if self.unit == MONTH_DAY:
                month, day = self.value.split("-")
                return f"{int(month)}월 {int(day)}일"
            case str():
                return f"{self.value}{self.unit}"
            case _:
                return f"{self.value:,}{self.unit}"

    def _expect(self, unit: str) -> None:
        """A figure asked for in another unit than its own is a bug."""
        if not self.unit.startswith(unit):
            message = f"{self.key} is in {self.unit!r}, not in {unit}"
            raise TypeError(message)


class Law(Mapping[str, Row]):
    """그날의 법 — the rows in force on one day, by key; a jurisdiction's own row goes first."""

    def __init__(self, day: date, jurisdiction: str | None, in_force: Mapping[str, Row]) -> None:
        """Keep the day, so that a refusal can say it."""
        self.day = day
        self.jurisdiction = jurisdiction
        self._in_force = in_force

    def __getitem__(self, key: str) -> Row:
        """The rule in force. Refuses (NotInForce, NotRead) one of another time; an unknown key is a bug."""
        if key in self._in_force:
            return self._in_force[key]
        raise _why_absent(key, self.day, self.jurisdiction)

    def __iter__(self) -> Iterator[str]:
        """The keys in force, in the order of the files."""
        return iter(self._in_force)

    def __len__(self) -> int:
        """How many rules are in force."""
        return len(self._in_force)

    @property
    def act(self) -> str:
        """적용 법률 — `지방재정법` or `지방보조금법`. Refuses (NotRead) a day before 2015."""
        return str(self["act"].value)


@cache
def rows() -> tuple[Row, ...]:
    """모든 행 — every row of every statute, of all times and jurisdictions, read once."""
    paths = sorted(path for path in LAW.glob("*.toml") if path.name not in NO_RULES)
    return tuple(row for path in paths for row in _rows_of(path))


def _rows_of(path: Path) -> list[Row]:
    """The rows of one file; what stands at its head (`jurisdiction`, `before`) holds for each."""
    table = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    entries = table.pop("rows")
    return [Row(**(table | entry)) for entry in entries]


def law_on(day: date, jurisdiction: str | None = None) -> Law:
    """그날의 법 — what was in force on a day, nationally and in one jurisdiction (`"seoul"`)."""
    in_force = [row for row in rows() if row.in_force_on(day)]
    national = {row.key: row for row in in_force if row.jurisdiction is None}
    own = {row.key: row for row in in_force if row.jurisdiction == jurisdiction}
    return Law(day, jurisdiction, national | own)


def withholding_on(day: date, kind: Income) -> Withholding:
    """원천징수 조건 — the terms for a payment of that day. Refuses (NotRead) a day that nobody has read."""
    law = law_on(day)
    name = f"withholding.{kind.name.lower()}"
    return Withholding(
        kind=kind,
        expense=law[f"{name}.expense"].rate,
        tax=law[f"{name}.tax"].rate,
        local_tax=law["withholding.local"].rate,
        exempt_up_to=law[f"{name}.exempt"].won,
        small_below=law[f"{name}.small"].won,
        rounding=Rounding[str(law["withholding.rounding"].value)],
    )


def _why_absent(key: str, day: date, jurisdiction: str | None) -> KeyError:
    """Why a rule does not hold on a day: it is of another time, or that time was not read."""
    own = (row for row in rows() if row.key == key and row.jurisdiction in {None, jurisdiction})
    versions = sorted(own, key=lambda row: row.since)
    if not versions:
        return KeyError(key)
    earlier = [row for row in versions if row.since <= day][-1:]
    later = [row for row in versions if row.since > day][:1]
    unread = any(row.before == UNREAD for row in later) or any(row.after == UNREAD for row in earlier)
    nearest = (later or earlier)[0]
    reason = NotRead if unread else NotInForce
    return reason(label=nearest.label, article=nearest.article, day=_written(day), when=_when(earlier, later))


def _when(earlier: list[Row], later: list[Row]) -> str:
    """`2021. 7. 12.까지`, `2021. 7. 13.부터`, or both."""
    ended = [f"{_written(row.until - timedelta(days=1))}까지" for row in earlier if row.until]
    began = [f"{_written(row.since)}부터" for row in later]
    return ", ".join(ended + began)


def _written(day: date) -> str:
    """`2018. 6. 1.`, as official papers write a day."""
    return f"{day:%Y. %-m. %-d.}"
