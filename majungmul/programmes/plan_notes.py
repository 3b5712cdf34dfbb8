"""견줄 것 — what a plan's file asks to be compared; `observations` does it and says what it sees."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from majungmul.programmes.written import Text, Written


class Reclassified(Written):
    """분류 변경 — the same whole in other parts: `item` moved, and `whole` is the sum of `parts`."""

    kind: Literal["reclassified"]
    item: Text
    called: Text
    before: tuple[Text, ...]
    after: tuple[Text, ...]
    whole: Text
    parts: tuple[Text, ...]


class Months(Written):
    """달 수 — the first and the last month of a period, and how many months are printed."""

    kind: Literal["months"]
    first: Text
    last: Text
    counted: Text


class Participants(Written):
    """참여 수 — how many took part, in two places."""

    kind: Literal["participants"]
    here: Text
    there: Text


class UnexplainedDifference(Written):
    """이유가 적히지 않은 차이 — what was spent (`table.column`), its support by a term, what was settled."""

    kind: Literal["unexplained_difference"]
    spent: Text
    term: Text
    on: date
    settled: Text


class Election(Written):
    """선거법 — the answer of the checklist, and the figures that say that prizes are given."""

    kind: Literal["election"]
    answer: Text
    prizes: tuple[Text, ...]


WrittenNote = Annotated[
    Reclassified | Months | Participants | UnexplainedDifference | Election, Field(discriminator="kind")
]
