"""How every life ends: books that balance, everything as the chain tells it, beancount of the same opinion."""

from uuid import UUID

from beancount import loader

from majungmul.books.ledger.journal import written
from majungmul.books.ledger.models import Account
from majungmul.books.ledger.told import untold
from majungmul.books.ledger.verification import recomputed
from majungmul.books.upkeep.verification import verify
from majungmul.values.won import ZERO, total


def books_are_right(jurisdiction: UUID) -> None:
    """Nothing differs, whoever looks."""
    assert total(account.balance for account in Account.objects.filter(jurisdiction=jurisdiction)) == ZERO
    assert list(recomputed(jurisdiction)) == []
    assert list(untold(jurisdiction)) == []
    found = verify({})
    assert {name: faults for name, faults in found.found.items() if faults} == {}
    _, errors, _ = loader.load_string("\n".join(written(jurisdiction)) + "\n")
    assert errors == []
