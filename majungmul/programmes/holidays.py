"""공휴일 — the nation's days off as frozen in `law/holidays.toml`, and a jurisdiction's own."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from majungmul.values.calendar import Holidays

FROZEN = Path(__file__).parent / "law" / "holidays.toml"
NONE_OF_ITS_OWN: Mapping[date, str] = MappingProxyType({})


def holidays(own: Mapping[date, str] = NONE_OF_ITS_OWN) -> Holidays:
    """공휴일 — by name, for the years covered; `own` are the days that a jurisdiction adds.

    A year that is not covered is refused when it is asked about (`HolidaysUnknown`).
    """
    national = _frozen()
    return Holidays(years=national.years, days=national.days | dict(own))


@cache
def _frozen() -> Holidays:
    """The frozen file, read once (관공서의 공휴일에 관한 규정, 공휴일에 관한 법률)."""
    table = tomllib.loads(FROZEN.read_text(encoding="utf-8"))
    days = {date.fromisoformat(day): name for day, name in table["days"].items()}
    return Holidays(years=frozenset(range(table["first"], table["last"] + 1)), days=days)
