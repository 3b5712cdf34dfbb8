"""조건 — what a decision lays on the one who gets the money (교부조건, 지원조건), under the law of its day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field as Given

from majungmul.programmes.legislation import NotInForce, NotRead, law_on
from majungmul.programmes.written import Code, Switch, Text, Written

Due = Literal["none", "always", "before_second_disbursement", "year_end_plus_2_months"]
NOT_READ = "당시 법 확인 필요"


class ConditionText(Written):
    """조건 문구 — one sentence of a decision, and when it falls due.

    `law`: the key of a row of `programmes/law`. `only_by_law`: laid only while that row is in force, since
    without it nobody would ask for this.
    """

    code: Code
    text: Text
    law: str = ""
    only_by_law: Switch = False
    due: Due = "none"
    assumed: dict[str, Text] = Given(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Laid:
    """붙인 조건 — a condition as a decision of one day prints it; `article` is empty where none says so."""

    code: str
    text: str
    article: str
    due: Due


def laid_on(day: date, conditions: Iterable[ConditionText], jurisdiction: str) -> tuple[Laid, ...]:
    """그날의 조건 — those that a decision of the day lays, each with the article of that day.

    One that the law of that day did not know is left out if it stands on that law alone. Where nobody has
    read the law of that day, it is laid and says 당시 법 확인 필요.
    """
    articles = ((condition, article_on(day, condition.law, jurisdiction)) for condition in conditions)
    return tuple(
        Laid(condition.code, condition.text, article, condition.due)
        for condition, article in articles
        if article or not condition.only_by_law
    )


def article_on(day: date, key: str, jurisdiction: str) -> str:
    """그날의 조문 — the article of a rule as of the day; empty where there was none, or no key is given.

    Where nobody has read the law of that day: 당시 법 확인 필요.
    """
    try:
        return law_on(day, jurisdiction)[key].article if key else ""
    except NotRead:
        return NOT_READ
    except NotInForce:
        return ""
