"""반환의 문지기 — no more is asked back than was paid under a line, no more received than was asked back."""

from majungmul.books.trail.guards import PREFIX, Guard

PAID_UNDER_THE_LINE = (
    "(SELECT CASE WHEN above.kind = 'line' THEN own.credits_posted ELSE "
    "(SELECT COALESCE(SUM(payee.credits_posted), 0) FROM ledger_account payee "
    "WHERE payee.of_id = own.id AND payee.role = 'recipient') END "
    "FROM award_awardline line JOIN ledger_account own ON own.id = line.account_id "
    "JOIN ledger_account above ON above.id = own.of_id WHERE line.id = NEW.line_id)"
)
"""교부 to who holds an award of the city; 지급 to the 수령자 of an award of the tier below."""

ASKED_BACK = (
    "((SELECT COALESCE(SUM(earlier.principal), 0) FROM settlement_refund earlier "
    "WHERE earlier.line_id = NEW.line_id AND earlier.state NOT IN ('sent_back', 'withdrawn')) "
    "+ (SELECT COALESCE(SUM(part.principal), 0) FROM settlement_refundpayment part "
    "JOIN settlement_refund gone ON gone.id = part.refund_id "
    "WHERE gone.line_id = NEW.line_id AND gone.state = 'withdrawn'))"
)
"""Of an order that was withdrawn, what had been paid by then."""

RECEIVED = (
    "(SELECT COALESCE(SUM(earlier.principal), 0) FROM settlement_refundpayment earlier "
    "WHERE earlier.refund_id = NEW.refund_id)"
)

ORDERED = "(SELECT refund.principal FROM settlement_refund refund WHERE refund.id = NEW.refund_id)"

REFUSED = (
    (
        "refund_within_what_was_paid",
        "settlement_refund",
        f"NEW.principal + {ASKED_BACK} > COALESCE({PAID_UNDER_THE_LINE}, 0)",
    ),
    (
        "refund_payment_within_its_order",
        "settlement_refundpayment",
        f"NEW.principal + {RECEIVED} > {ORDERED}",
    ),
)


def guards(vendor: str) -> list[Guard]:
    """The guards of orders to pay back, and of what is paid of them."""
    return [_guard(name, table, condition, vendor) for name, table, condition in REFUSED]


def _guard(name: str, table: str, condition: str, vendor: str) -> Guard:
    head = f"CREATE TRIGGER {PREFIX}{name} BEFORE INSERT ON {table} FOR EACH ROW"
    if vendor == "sqlite":
        body = f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{PREFIX}{name}'); END"
        return Guard(PREFIX + name, table, f"{head} {body}")
    return Guard(PREFIX + name, table, f"{head} EXECUTE FUNCTION {PREFIX}{name}()")


def _function(name: str, condition: str) -> str:
    head = f"CREATE OR REPLACE FUNCTION {PREFIX}{name}() RETURNS trigger LANGUAGE plpgsql"
    raised = "RAISE EXCEPTION '%', TG_NAME USING ERRCODE = 'integrity_constraint_violation'"
    return f"{head} AS $$ BEGIN IF {condition} THEN {raised}; END IF; RETURN NEW; END $$;"


FUNCTIONS = "\n".join(_function(name, condition) for name, _, condition in REFUSED)
"""What the guards of PostgreSQL call."""
