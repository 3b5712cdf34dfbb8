"""The same content is the same text; what cannot be said exactly is not said."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from pathlib import Path
from uuid import UUID

import pytest

from majungmul.books.trail.canonical import canonical, plain
from majungmul.values.won import Won

KST = timezone(timedelta(hours=9))


class Kind(StrEnum):
    TRADE = "협업"


class Size(IntEnum):
    SMALL = 1


class Side(Enum):
    BUYER = ("사는", "쪽")


@dataclass
class Line:
    name: str
    amount: Won


SAID = [
    (None, "null"),
    (True, "true"),
    (0, "0"),
    ("흄관(조)", '"흄관(조)"'),
    (Won(1_300_000_000), "1300000000"),
    (Decimal("0.02"), '"0.02"'),
    (UUID(int=7), '"00000000-0000-0000-0000-000000000007"'),
    (date(2018, 3, 17), '"2018-03-17"'),
    (time(9, 30), '"09:30:00"'),
    (datetime(2018, 3, 17, 9, tzinfo=KST), '"2018-03-17T00:00:00+00:00"'),
    (Kind.TRADE, '"협업"'),
    (Size.SMALL, "1"),
    (Side.BUYER, '["사는","쪽"]'),
    (Path("가/나"), '"가/나"'),
    ((1, [2]), "[1,[2]]"),
    ({3, 1, 2}, "[1,2,3]"),
    ({"나": 1, "가": UUID(int=1)}, '{"가":"00000000-0000-0000-0000-000000000001","나":1}'),
    ({1: "하나"}, '{"1":"하나"}'),
    (Line("설명회", Won(500)), '{"amount":500,"name":"설명회"}'),
    (b"", '"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"'),
]


@pytest.mark.parametrize(("value", "text"), SAID, ids=[type(value).__name__ for value, _ in SAID])
def test_each_kind_is_said_in_one_way(value: object, text: str) -> None:
    assert canonical(value) == text


@pytest.mark.parametrize(
    "value", [value for value, _ in SAID], ids=[type(value).__name__ for value, _ in SAID]
)
def test_what_is_plain_stays_as_it_is(value: object) -> None:
    assert plain(plain(value)) == plain(value)


def test_one_instant_is_one_text_wherever_it_was_said() -> None:
    assert canonical(datetime(2018, 3, 17, 9, tzinfo=KST)) == canonical(datetime(2018, 3, 17, 0, tzinfo=UTC))


@pytest.mark.parametrize("value", [0.1, object(), Line, datetime(2018, 3, 17), lambda: None])  # noqa: DTZ001
def test_what_cannot_be_said_exactly_is_a_bug(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be kept"):
        canonical([value])
