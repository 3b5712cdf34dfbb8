"""Raw SQL against transfers: append-only, in parts that fit, of one jurisdiction, never overspending."""

from django.apps import apps
from django.db import connection

from majungmul.books.ledger.models import Transfer
from majungmul.books.trail.guards import all_guards
from tests.books.ledger.attack import (
    Attack,
    elsewhere,
    first_promise,
    of_transfers,
    one_of_two,
    posted_already,
    uncommitted,
)
from tests.books.ledger.raw import key_of, part_of, transfer

ON_SQLITE = connection.vendor == "sqlite"
BY_TRANSFER = ("guard_account_only_by_transfer",)
NO_UPDATE = ("guard_ledger_transfer_no_update",)
NO_DELETE = ("guard_ledger_transfer_no_delete",)
WITHIN = ("guard_transfer_within_its_own",)
NO_TRUNCATE = tuple(
    guard.name for guard in all_guards(apps, connection.vendor) if guard.name.endswith("_no_truncate")
)
"""What a truncate of accounts comes upon: all that points at them is emptied as well."""

ON_TRANSFERS = [
    Attack(
        "another amount",
        of_transfers("UPDATE ledger_transfer SET amount = amount + 1 WHERE id = {id}"),
        NO_UPDATE,
        "예정액",
    ),
    Attack(
        "another reason",
        of_transfers("UPDATE ledger_transfer SET reason = 'forged' WHERE id = {id}"),
        NO_UPDATE,
        "이력과 다릅니다: reason.",
    ),
    Attack(
        "a transfer gone", of_transfers("DELETE FROM ledger_transfer WHERE id = {id}"), NO_DELETE, "예정액"
    ),
    Attack(
        "all transfers gone",
        of_transfers("TRUNCATE ledger_transfer CASCADE"),
        ("guard_ledger_transfer_no_truncate",),
        "나간 금액",
        "postgresql",
    ),
    Attack(
        "all accounts gone",
        of_transfers("TRUNCATE ledger_account CASCADE"),
        ("guard_ledger_account_no_truncate",),
        "이력에는 있는데",
        "postgresql",
        NO_TRUNCATE,
    ),
    Attack(
        "a transfer replaced",
        of_transfers("REPLACE INTO ledger_transfer SELECT * FROM ledger_transfer WHERE id = {id}"),
        NO_DELETE,
        "",
        "sqlite",
    ),
    Attack(
        "an account replaced",
        lambda on: (
            f"REPLACE INTO ledger_account SELECT * FROM ledger_account WHERE id = {key_of(on.contractor.pk)}"
        ),
        ("guard_ledger_account_no_delete",),
        "",
        "sqlite",
    ),
    # parts
    Attack(
        "posting more than is pending",
        lambda on: part_of(one_of_two(on), 300_001),
        WITHIN,
        "이체 금액보다 많습니다.",
    ),
    Attack(
        "posting and voiding the same",
        lambda on: part_of(posted_already(on), 300_000, "void"),
        WITHIN,
        "이체 금액보다 많습니다.",
    ),
    Attack(
        "posting what is not pending",
        lambda on: part_of(Transfer.objects.get(credit=on.line), 1),
        WITHIN,
        "이력에 없습니다.",
        also=("account_totals_not_negative", "account_not_paid_beyond"),
    ),
    Attack(
        "reversing a promise",
        lambda on: part_of(Transfer.objects.get(credit=on.granted, phase="pending"), 1, "reversal"),
        WITHIN,
        "이력에 없습니다.",
    ),
    Attack(
        "a part between other accounts",
        lambda on: transfer(on.line, on.granted, 1, "post", of_id=key_of(first_promise(on).pk)),
        WITHIN,
        "가리키는 이체와 계정이 다릅니다.",
    ),
    # another jurisdiction
    Attack(
        "a foreign debit",
        lambda on: transfer(
            elsewhere().line, on.other_line, 1, jurisdiction_id=key_of(on.officer.jurisdiction)
        ),
        ("guard_ledger_transfer_debit_id_insert",),
        "다른 자치단체의 기록을 가리킵니다: debit.",
    ),
    Attack(
        "a foreign credit",
        lambda on: transfer(on.line, elsewhere().line, 1),
        ("guard_ledger_transfer_credit_id_insert",),
        "다른 자치단체의 기록을 가리킵니다: credit.",
    ),
    # CHECKs: overspending, caps, amounts
    Attack(
        "committing beyond the line",
        lambda on: transfer(on.line, on.granted, 200_001, "pending"),
        ("account_not_committed_beyond",),
        "나갈 금액이 들어올 금액보다 많습니다.",
    ),
    Attack(
        "paying what has not arrived",
        lambda on: transfer(uncommitted(on).granted, on.contractor, 400_001),
        ("account_not_paid_beyond",),
        "나간 금액이 들어온 금액보다 많습니다.",
    ),
    Attack(
        "paying beyond the cap",
        lambda on: transfer(on.granted, on.capped, 100_001),
        ("account_within_limit",),
        "받은 금액이 한도를 넘습니다.",
    ),
    Attack(
        "nothing",
        lambda on: transfer(on.line, on.granted, 0),
        ("transfer_moves_something",),
        "이력에 없습니다.",
    ),
    Attack(
        "less than nothing",
        lambda on: transfer(on.line, on.granted, -5),
        ("transfer_moves_something",),
        "이력에 없습니다.",
    ),
    Attack(
        "to itself",
        lambda on: transfer(on.line, on.line, 1),
        ("transfer_to_another",),
        "이력에 없습니다.",
        also=BY_TRANSFER if ON_SQLITE else (),
    ),
    Attack(
        "a void without a reason",
        lambda on: part_of(first_promise(on), 1, "void").replace("'raw', '2018", "'', '2018"),
        ("transfer_says_why",),
        "이력에 없습니다.",
    ),
    Attack(
        "a post of nothing pending",
        lambda on: transfer(on.line, on.granted, 1, "post"),
        ("transfer_names_its_own",),
        "이력에 없습니다.",
    ),
]
