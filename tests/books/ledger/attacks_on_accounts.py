"""Raw SQL against accounts and years: totals, kind, cap, every other column; rows; what is closed."""

from tests.books.ledger.attack import Attack, an_account, carried, closed, of_account, of_transfers
from tests.books.ledger.raw import key_of, transfer
from tests.books.ledger.standing import standing

BY_TRANSFER = ("guard_account_only_by_transfer",)
ON_ACCOUNTS = [
    # accounts: totals, kind, limit, all other columns; rows
    Attack(
        "money from nowhere",
        of_account("credits_posted = credits_posted + 1"),
        BY_TRANSFER,
        "들어온 금액(credits_posted)이 400001",
    ),
    Attack(
        "a payment forgotten",
        of_account("debits_pending = 0"),
        BY_TRANSFER,
        "나갈 예정액(debits_pending)이 0",
    ),
    Attack(
        "a stale save", of_account("credits_posted = 0, credits_pending = 500000"), BY_TRANSFER, "들어온 금액"
    ),
    Attack(
        "an unguarded kind",
        of_account("kind = 'source', guarded = false"),
        BY_TRANSFER,
        "이력과 다릅니다: guarded, kind.",
    ),
    Attack(
        "a higher cap",
        lambda on: f'UPDATE ledger_account SET "limit" = 9 WHERE id = {key_of(on.capped.pk)}',
        BY_TRANSFER,
        "limit",
    ),
    Attack("another label", of_account("label = 'forged'"), BY_TRANSFER, "이력과 다릅니다: label."),
    Attack(
        "another funding",
        lambda on: of_account(f"of_id = {key_of(on.other_line.pk)}")(on),
        BY_TRANSFER,
        "of_id",
    ),
    Attack(
        "the newest transfer's own name again",
        of_account("credits_posted = credits_posted + 9, last = last"),
        BY_TRANSFER,
        "credits_posted",
    ),
    Attack(
        "an account gone",
        lambda on: f"DELETE FROM ledger_account WHERE id = {key_of(on.contractor.pk)}",
        ("guard_ledger_account_no_delete",),
        "이력에는 있는데 원장에 없습니다.",
    ),
    Attack(
        "an account that starts with money",
        an_account(posted=9),
        ("guard_account_starts_empty",),
        "들어온 금액(credits_posted)이 9",
    ),
    Attack(
        "an account of another year",
        an_account(year=2019),
        ("guard_account_in_year_of_funding",),
        "이력에 없습니다.",
    ),
    Attack(
        "from one year into another",
        lambda on: transfer(on.line, standing(on.officer, 2019).line, 1),
        ("guard_transfer_in_one_year",),
        "이력에 없습니다.",
    ),
    Attack(
        "a closed year",
        lambda on: transfer(closed(on).line, on.other_line, 1),
        ("guard_transfer_in_open_year",),
        "이력에 없습니다.",
    ),
    Attack(
        "a closed year opened again",
        lambda on: f"UPDATE ledger_fiscalyear SET closed_at = NULL WHERE year = {closed(on).plan.year}",
        ("guard_year_stays_closed",),
        "이력과 다릅니다: closed_at.",
    ),
    Attack(
        "a year gone",
        lambda on: f"DELETE FROM ledger_fiscalyear WHERE year = {on.plan.year}",
        ("guard_ledger_fiscalyear_no_delete",),
        "이력에는 있는데",
    ),
    Attack(
        "an 이월 taken away",
        lambda on: f"DELETE FROM ledger_carryover WHERE account_id = {key_of(carried(on).granted.pk)}",
        ("guard_ledger_carryover_no_delete",),
        "이력에는 있는데",
    ),
    Attack(
        "all years gone",
        of_transfers("TRUNCATE ledger_fiscalyear"),
        ("guard_ledger_fiscalyear_no_truncate",),
        "이력에는 있는데",
        "postgresql",
    ),
    Attack(
        "all 이월 gone",
        lambda on: f"TRUNCATE ledger_carryover -- {carried(on).plan.year}",
        ("guard_ledger_carryover_no_truncate",),
        "이력에는 있는데",
        "postgresql",
    ),
    Attack(
        "an 이월 prolonged",
        lambda on: f"UPDATE ledger_carryover SET until = '2030-01-01' -- {carried(on).plan.year}",
        ("guard_ledger_carryover_no_update",),
        "이력과 다릅니다: until.",
    ),
]
