"""An attack by raw SQL: what is tried, which guard keeps it out, what is said when that one is away."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from majungmul.books.ledger import postings, years
from majungmul.books.ledger.models import Transfer
from majungmul.values.uuid7 import uuid7
from majungmul.values.won import Won
from tests.books.a_stage import inside
from tests.books.ledger.raw import key_of, part_of, run
from tests.books.ledger.standing import Standing, standing
from tests.given import a_city, an_officer


@dataclass(frozen=True, slots=True)
class Attack:
    """What is tried, which guards keep it out, and what is said of it when they are away."""

    name: str
    sql: Callable[[Standing], str]
    guards: tuple[str, ...]
    named: str = ""
    only_on: str = ""
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.name


def of_account(assignment: str) -> Callable[[Standing], str]:
    return lambda on: f"UPDATE ledger_account SET {assignment} WHERE id = {key_of(on.granted.pk)}"


def of_transfers(statement: str) -> Callable[[Standing], str]:
    return lambda on: statement.format(id=key_of(first_promise(on).pk), other=key_of(uuid7()))


def first_promise(on: Standing) -> Transfer:
    return Transfer.objects.get(debit=on.granted, credit=on.supported)


def an_account(year: int = 2018, posted: int = 0) -> Callable[[Standing], str]:
    """A forged award below the first line."""
    columns = (
        "id, jurisdiction_id, year, code, kind, label, of_id, programme, line, role, guarded, "
        "debits_pending, debits_posted, credits_pending, credits_posted"
    )
    return lambda on: (
        f"INSERT INTO ledger_account ({columns}) "
        f"VALUES ({key_of(uuid7())}, {key_of(on.plan.jurisdiction_id)}, {year}, 'forged', 'award', 'forged', "
        f"{key_of(on.line.pk)}, '', '', '', true, 0, 0, 0, {posted})"
    )


def one_of_two(on: Standing) -> Transfer:
    """The first promise, beside which there is another: the totals alone would not show it."""
    inside(on.officer, lambda: postings.decide(on.supported, Won(50_000)))
    return Transfer.objects.filter(debit=on.granted, credit=on.supported).earliest("id")


def posted_already(on: Standing) -> Transfer:
    """The same, of which one won is posted."""
    promise = one_of_two(on)
    run(part_of(promise, 1))
    return promise


def uncommitted(on: Standing) -> Standing:
    """The second tier's decision is released again."""
    inside(on.officer, lambda: postings.release(on.supported, Won(300_000), "해제"))
    return on


def elsewhere() -> Standing:
    return standing(an_officer(a_city()))


def closed(on: Standing) -> Standing:
    inside(on.officer, lambda: years.cut_off(on.officer.jurisdiction, 2018))
    inside(on.officer, lambda: years.close(on.officer.jurisdiction, 2018))
    return on


def carried(on: Standing) -> Standing:
    inside(on.officer, lambda: years.carry_over(on.granted, date(2019, 4, 1), "이월승인"))
    return on
