"""Whether the real year is as the plain one says: states, money of the line and of each body, and sound accounts.

It reads the tables as they are, past every model and query of the product.
"""

from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from tests.lives.random_lives.plain_year import BUDGET, PlainBody, PlainYear, must
from tests.stages.world import World

Rows = dict[tuple[str, str], Any]

ACCOUNTS = """
SELECT id, of_id, party_id, role, guarded, debits_pending, debits_posted, credits_pending, credits_posted
FROM ledger_account
"""
STATES = {
    "application": "SELECT id, state FROM application_application",
    "review": "SELECT id, state FROM review_review",
    "award": "SELECT id, state FROM award_award",
    "settlement": "SELECT id, state FROM settlement_settlement",
    "claim": "SELECT id, state FROM payment_claim",
}
REFUNDS = "SELECT body_id, state FROM settlement_refund ORDER BY id"


class Standing(NamedTuple):
    """An account as the database holds it."""

    of: UUID | None
    party: UUID | None
    role: str
    guarded: bool
    totals: list[int]
    """Debits pending and posted, credits pending and posted."""

    @property
    def lowest(self) -> int:
        pending, posted, promised, came = self.totals
        return min(came - posted, came + promised - posted - pending)


def agree(world: World, year: PlainYear, rows: Rows) -> None:
    """Wrong where the two differ, or where the accounts do not add up by themselves."""
    accounts = {_key(key): _standing(each) for key, *each in _read(ACCOUNTS)}
    _sound(accounts)
    line = accounts[world.funding.pk].totals
    said = [year.committed(), year.drawn(), BUDGET - year.received, year.received]
    must(line == said, f"the line stands at {line}, not {said}")
    states = {what: {_key(key): state for key, state in _read(sql)} for what, sql in STATES.items()}
    refunds = [(_key(body), state) for body, state in _read(REFUNDS)]
    for name, body in year.bodies.items():
        _same_states(name, body, rows, states)
        found = [state for of, state in refunds if of == rows["body", name]]
        must(
            found[-len(body.refunds) or len(found) :] == [each.state for each in body.refunds],
            f"refunds of {name}",
        )
        if of_line := rows.get(("line", name)):
            _same_money(name, body, of_line, accounts)


def _read(sql: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def _key(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


def _standing(row: Any) -> Standing:
    of, party, role, guarded, *totals = row
    return Standing(of and _key(of), party and _key(party), role, bool(guarded), totals)


def _sound(accounts: dict[UUID, Standing]) -> None:
    """Debits are credits, and no account that is guarded is below zero."""
    columns = list(zip(*(each.totals for each in accounts.values()), strict=True))
    pending, posted, promised, came = map(sum, columns)
    must((pending, posted) == (promised, came), "debits are not credits")
    for account in accounts.values():
        must(not account.guarded or account.lowest >= 0, f"an account is below zero: {account}")


def _same_states(name: str, body: PlainBody, rows: Rows, states: dict[str, dict[UUID, str]]) -> None:
    said = {what: getattr(body, what) for what in STATES if what != "claim" and (what, name) in rows}
    for what, state in said.items():
        found = states[what][rows[what, name]]
        must(found == state, f"{what} of {name} is {found}, not {state}")
    for place, claim in enumerate(body.claims):
        found = states["claim"][rows["claim", f"{name}{place}"]]
        must(found == claim.state, f"a claim of {name} is {found}, not {claim.state}")


def _same_money(name: str, body: PlainBody, line: Any, accounts: dict[UUID, Standing]) -> None:
    """What was decided, drawn, promised and paid."""
    nothing = [0, 0, 0, 0]
    award = accounts[line.account_id].totals if line.account_id else nothing
    payees = (a for a in accounts.values() if a.of == line.account_id and a.role == "recipient")
    payee = next((each.totals for each in payees), nothing) if line.account_id else nothing
    found = [*award[2:], *payee[2:]]
    said = [body.waiting, body.drawn, body.promised, body.paid]
    must(found == said, f"{name} has {found}, not {said} (waiting, drawn, promised, paid)")
