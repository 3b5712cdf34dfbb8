"""상대방의 문지기 — what no program, no person and no raw SQL can do to what is known of people and bodies.

1. No row of this book is ever removed.
2. A position has one holder and one deputy at a time; a body one representative and one address.
3. A bank account's bank, number and holder never change (number and holder may be destroyed, and are then
   empty), nor who entered it; it is confirmed once.
4. A body is merged only into one that stands for itself, so that merging never goes in a circle.
5. An invitation's code, what it is for and until when never change; it is used or withdrawn once.
"""

from majungmul.books.trail.guards import PREFIX, Guard, never_deleted, refusing_when

KEPT = (
    *("jurisdiction", "office", "person", "position", "tenure", "acting"),
    *("organisation", "alias", "representative", "address", "bankaccount", "sanction", "invitation"),
)
ONE_AT_A_TIME = {
    "tenure": "position_id",
    "acting": "position_id",
    "representative": "organisation_id",
    "address": "organisation_id",
}
FIXED = ("id", "jurisdiction_id", "organisation_id", "bank", "entered_by_id", "entered_at")
DESTROYABLE = ("number", "holder")
CONFIRMED = ("confirmed_by_id", "confirmed_at")
INVITED = ("id", "office_id", "kind", "code_hash", "handle", "made_by_id", "made_at", "until")
ENDED = " OR ".join(
    f"(OLD.{end} IS NOT NULL AND (NEW.{end} IS NULL OR NEW.{end} <> OLD.{end} OR NEW.{other} IS NOT NULL"
    " OR NEW.person_id <> OLD.person_id))"
    for end, other in (("used_at", "withdrawn_at"), ("withdrawn_at", "used_at"))
)
"""Whether an invitation that was used or withdrawn is used, withdrawn or somebody else's now."""


def guards(vendor: str) -> list[Guard]:
    """The guards of people and bodies."""
    kept = [guard for name in KEPT for guard in never_deleted(f"parties_{name}", vendor)]
    own = _sqlite() if vendor == "sqlite" else _postgresql()
    stays = " OR ".join([*(f"NEW.{column} <> OLD.{column}" for column in INVITED), ENDED])
    return [*kept, *own, refusing_when("parties_invitation_stays", "parties_invitation", stays, vendor)]


def _guard(name: str, when: str, table: str, body: str) -> Guard:
    name, table = f"{PREFIX}parties_{name}", f"parties_{table}"
    return Guard(
        name, table, f"CREATE TRIGGER {name} {when} ON {table} FOR EACH ROW {body.format(name=name)}"
    )


def _refuse_when(condition: str) -> str:
    return f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{{name}}'); END"


# ── in SQLite's words ────────────────────────────────────────────────────────────────────────────────────


def _sqlite() -> list[Guard]:
    alone = [
        _guard(
            f"{table}_one_at_a_time_{verb}",
            f"BEFORE {verb.upper()}",
            table,
            _refuse_when(_overlaps(table, column)),
        )
        for table, column in ONE_AT_A_TIME.items()
        for verb in ("insert", "update")
    ]
    again = f"NEW.merged_into_id IS NOT OLD.merged_into_id AND {INTO_MERGED}"
    return [
        *alone,
        _guard("organisation_merged_insert", "BEFORE INSERT", "organisation", _refuse_when(INTO_MERGED)),
        _guard("organisation_merged_update", "BEFORE UPDATE", "organisation", _refuse_when(again)),
        _guard("bankaccount_fixed", "BEFORE UPDATE", "bankaccount", _refuse_when(_edited())),
    ]


INTO_MERGED = "(SELECT merged_into_id FROM parties_organisation WHERE id = NEW.merged_into_id) IS NOT NULL"
"""Whether the row that this one is merged into does not stand for itself."""


def _overlaps(table: str, column: str) -> str:
    """Whether another row of the same seat or body holds on one of the new row's days."""
    return (
        f"(NEW.until IS NULL OR NEW.since < NEW.until) AND EXISTS (SELECT 1 FROM parties_{table} other "  # noqa: S608 - names of our own
        f"WHERE other.{column} = NEW.{column} AND other.id <> NEW.id "
        "AND (other.until IS NULL OR (other.since < other.until AND NEW.since < other.until)) "
        "AND (NEW.until IS NULL OR other.since < NEW.until))"
    )


def _edited() -> str:
    """Whether something of the account changed that may not."""
    fixed = [f"NEW.{column} IS OLD.{column}" for column in FIXED]
    kept = [f"(NEW.{column} = OLD.{column} OR NEW.{column} = '')" for column in DESTROYABLE]
    once = [f"(OLD.{column} IS NULL OR NEW.{column} IS OLD.{column})" for column in CONFIRMED]
    return f"NOT ({' AND '.join([*fixed, *kept, *once])})"


# ── in PostgreSQL's words ────────────────────────────────────────────────────────────────────────────────


def _postgresql() -> list[Guard]:
    wanted = [
        (f"{table}_one_at_a_time", table, f"guard_one_at_a_time('{column}')")
        for table, column in ONE_AT_A_TIME.items()
    ]
    wanted += [
        ("organisation_merged", "organisation", "guard_merged()"),
        ("bankaccount_fixed", "bankaccount", "guard_account_fixed()"),
    ]
    return [
        _guard(name, "BEFORE INSERT OR UPDATE", table, f"EXECUTE FUNCTION {function}")
        for name, table, function in wanted
    ]


def _array(names: tuple[str, ...]) -> str:
    return "'{" + ",".join(names) + "}'::text[]"


FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION guard_one_at_a_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE clash boolean; whose text := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
  EXECUTE format('SELECT $3 < $4 AND EXISTS (SELECT 1 FROM %I WHERE %I = $1::uuid AND id <> $2 AND since < $4
                  AND $3 < COALESCE(until, ''infinity'') AND since < COALESCE(until, ''infinity''))',
                 TG_TABLE_NAME, TG_ARGV[0])
    INTO clash USING whose, NEW.id, NEW.since, COALESCE(NEW.until, 'infinity'::date);
  IF clash THEN RAISE EXCEPTION '%', TG_NAME USING ERRCODE = 'integrity_constraint_violation'; END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION guard_merged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.merged_into_id IS NOT DISTINCT FROM OLD.merged_into_id THEN RETURN NEW; END IF;
  IF {INTO_MERGED} THEN
    RAISE EXCEPTION '%', TG_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION guard_account_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[] := {_array((*DESTROYABLE, *CONFIRMED))};
BEGIN
  IF to_jsonb(NEW) - free <> to_jsonb(OLD) - free
     OR NEW.number NOT IN (OLD.number, '') OR NEW.holder NOT IN (OLD.holder, '')
     OR NEW.confirmed_by_id IS DISTINCT FROM OLD.confirmed_by_id AND OLD.confirmed_by_id IS NOT NULL
     OR NEW.confirmed_at IS DISTINCT FROM OLD.confirmed_at AND OLD.confirmed_at IS NOT NULL THEN
    RAISE EXCEPTION '%', TG_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
"""  # noqa: S608 - names of our own
