"""원장의 문지기 — what no program, no person and no raw SQL can do to the accounts.

1. Only a transfer's trigger changes an account; accounts start empty, in the year of what funds them.
2. A pending transfer is posted and voided, and a transfer reversed, in parts that never exceed it.
3. Both accounts of a transfer are of one year, and that year is open. A closed year stays closed.
4. Transfers and carry-overs never change; nothing here is ever deleted.
That both are of one jurisdiction is guarded with all foreign keys; the CHECKs that refuse overspending are
constraints of the models.
"""

from majungmul.books.ledger.models import Account
from majungmul.books.trail.guards import PREFIX, Guard, append_only, never_deleted

TOTALS = ("debits_pending", "debits_posted", "credits_pending", "credits_posted")
MOVED = (*TOTALS, "last")
FIXED = tuple(column for field in Account._meta.concrete_fields if (column := str(field.column)) not in MOVED)

SIGNS = {
    "pending": {"pending": "NEW.amount", "post": "-NEW.amount", "void": "-NEW.amount"},
    "posted": {"single": "NEW.amount", "post": "NEW.amount", "reversal": "-NEW.amount"},
}
"""What each phase does to the totals of both accounts."""


def guards(vendor: str) -> list[Guard]:
    """The guards of years, accounts and transfers."""
    own = _sqlite() if vendor == "sqlite" else _postgresql()
    for_ever = [
        guard for table in ("ledger_transfer", "ledger_carryover") for guard in append_only(table, vendor)
    ]
    kept = [
        guard for table in ("ledger_account", "ledger_fiscalyear") for guard in never_deleted(table, vendor)
    ]
    return [*for_ever, *kept, *own]


def _trigger(name: str, when: str, table: str, body: str) -> Guard:
    return Guard(PREFIX + name, table, f"CREATE TRIGGER {PREFIX}{name} {when} ON {table} FOR EACH ROW {body}")


def _moves(side: str) -> str:
    """The statement that moves the totals of one account of a new transfer."""
    sums = [
        f"{side}s_{state} = {side}s_{state} + CASE NEW.phase "
        + " ".join(f"WHEN '{phase}' THEN {amount}" for phase, amount in signs.items())
        + " ELSE 0 END"
        for state, signs in SIGNS.items()
    ]
    return f"UPDATE ledger_account SET {', '.join(sums)}, last = NEW.id WHERE id = NEW.{side}_id;"  # noqa: S608 (ours)


# ── what is refused, in words that both databases know ───────────────────────────────────────────────────

NOT_EMPTY = " OR ".join([*(f"NEW.{total} <> 0" for total in TOTALS), "NEW.last IS NOT NULL"])

OTHER_YEAR_THAN_FUNDING = (
    "NEW.of_id IS NOT NULL AND NEW.year <> (SELECT year FROM ledger_account WHERE id = NEW.of_id)"
)

YEAR_REOPENED = (
    "OLD.closed_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.jurisdiction_id <> OLD.jurisdiction_id "
    "OR NEW.year <> OLD.year OR (OLD.cut_off_at IS NOT NULL AND (NEW.cut_off_at IS NULL "
    "OR NEW.cut_off_at <> OLD.cut_off_at))"
)

TWO_YEARS = (
    "(SELECT year FROM ledger_account WHERE id = NEW.debit_id) "
    "<> (SELECT year FROM ledger_account WHERE id = NEW.credit_id)"
)

YEAR_NOT_OPEN = (
    "NOT EXISTS (SELECT 1 FROM ledger_fiscalyear y JOIN ledger_account a ON a.id = NEW.debit_id "
    "WHERE y.jurisdiction_id = a.jurisdiction_id AND y.year = a.year AND y.closed_at IS NULL)"
)

BEYOND_ITS_OWN = (
    "NEW.of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ledger_transfer own WHERE own.id = NEW.of_id "
    "AND own.debit_id = NEW.debit_id AND own.credit_id = NEW.credit_id "
    "AND ((NEW.phase = 'reversal' AND own.phase IN ('single', 'post')) "
    "OR (NEW.phase IN ('post', 'void') AND own.phase = 'pending')) "
    "AND own.amount - NEW.amount "
    ">= (SELECT COALESCE(SUM(part.amount), 0) FROM ledger_transfer part WHERE part.of_id = NEW.of_id))"
)

REFUSED = (
    ("account_starts_empty", "INSERT", "ledger_account", NOT_EMPTY),
    ("account_in_year_of_funding", "INSERT", "ledger_account", OTHER_YEAR_THAN_FUNDING),
    ("year_stays_closed", "UPDATE", "ledger_fiscalyear", YEAR_REOPENED),
    ("transfer_in_one_year", "INSERT", "ledger_transfer", TWO_YEARS),
    ("transfer_in_open_year", "INSERT", "ledger_transfer", YEAR_NOT_OPEN),
    ("transfer_within_its_own", "INSERT", "ledger_transfer", BEYOND_ITS_OWN),
)


# ── SQLite ───────────────────────────────────────────────────────────────────────────────────────────────


def _sqlite() -> list[Guard]:
    newest = "(SELECT {0} FROM ledger_transfer ORDER BY rowid DESC LIMIT 1)"
    moved = [
        "NEW.last IS NOT OLD.last",
        f"NEW.last IS {newest.format('id')}",
        f"NEW.id IN ({newest.format('debit_id')}, {newest.format('credit_id')})",
        *(f'NEW."{column}" IS OLD."{column}"' for column in FIXED),
    ]
    by_transfer = ("account_only_by_transfer", "UPDATE", "ledger_account", f"NOT ({' AND '.join(moved)})")
    return [
        *(
            _trigger(
                name,
                f"BEFORE {verb}",
                table,
                f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{PREFIX}{name}'); END",
            )
            for name, verb, table, condition in (*REFUSED, by_transfer)
        ),
        _trigger(
            "transfer_moves_totals",
            "AFTER INSERT",
            "ledger_transfer",
            f"BEGIN {_moves('debit')} {_moves('credit')} END",
        ),
    ]


# ── PostgreSQL: a trigger calls a function ────────────────────────────────────────────────────────────────

# Both accounts are locked first, in order of key, so that what the conditions read can't change any more;
# the name begins so that this guard runs before the other ones of a transfer.
LOCKS = (
    "PERFORM id FROM ledger_account WHERE id IN (NEW.debit_id, NEW.credit_id) ORDER BY id FOR UPDATE;"
    "RETURN NEW;"
)

NOT_BY_TRANSFER = (
    f"pg_trigger_depth() < 2 OR ROW({', '.join(f'NEW.{column}' for column in FIXED)}) "
    f"IS DISTINCT FROM ROW({', '.join(f'OLD.{column}' for column in FIXED)})"
).replace(".limit", '."limit"')


def _function(name: str, body: str) -> str:
    head = f"CREATE OR REPLACE FUNCTION {PREFIX}{name}() RETURNS trigger LANGUAGE plpgsql"
    return f"{head} AS $$ BEGIN {body} END $$;"


def _refusing(name: str, condition: str) -> str:
    code = "USING ERRCODE = 'integrity_constraint_violation'"
    return _function(name, f"IF {condition} THEN RAISE EXCEPTION '%', TG_NAME {code}; END IF; RETURN NEW;")


FUNCTIONS = "\n".join(
    [
        *(_refusing(name, condition) for name, _, _, condition in REFUSED),
        _refusing("account_only_by_transfer", NOT_BY_TRANSFER),
        _function("first_locks_accounts", LOCKS),
        _function("transfer_moves_totals", f"{_moves('debit')} {_moves('credit')} RETURN NULL;"),
    ]
)


def _postgresql() -> list[Guard]:
    wanted = [
        *((name, f"BEFORE {verb}", table) for name, verb, table, _ in REFUSED),
        ("account_only_by_transfer", "BEFORE UPDATE", "ledger_account"),
        ("first_locks_accounts", "BEFORE INSERT", "ledger_transfer"),
        ("transfer_moves_totals", "AFTER INSERT", "ledger_transfer"),
    ]
    return [_trigger(name, when, table, f"EXECUTE FUNCTION {PREFIX}{name}()") for name, when, table in wanted]
