"""The journal, read by beancount: accepted, with the same balances, and refused when one won is altered."""

from decimal import Decimal
from typing import Any

import pytest
from beancount import loader
from beancount.core import data, inventory, realization

from majungmul.books.ledger import accounts, postings
from majungmul.books.ledger.journal import names_of, written
from majungmul.books.ledger.models import Account
from majungmul.values.won import Won
from tests.books.a_stage import inside
from tests.books.ledger.standing import Standing, decided

pytestmark = pytest.mark.django_db


@pytest.fixture
def on() -> Standing:
    made = decided()

    def story() -> None:
        postings.pay(made.recipient, Won(100_000))
        postings.bounce(made.recipient, Won(30_000), '은행이 "예금주 다름"\\으로\n돌려보냄')
        postings.recognise(made.recipient, Won(70_000))
        postings.carry_up(made.supported)
        postings.accrue_interest(made.granted, Won(7))

    inside(made.officer, story)
    return made


def journal(on: Standing) -> str:
    return "\n".join(written(on.officer.jurisdiction)) + "\n"


def loaded(text: str) -> tuple[list[data.Directive], list[Any]]:
    entries, errors, _ = loader.load_string(text)
    return entries, errors


def test_beancount_accepts_it_and_finds_the_same_balances(on: Standing) -> None:
    entries, errors = loaded(journal(on))
    assert errors == []
    own = list(Account.objects.filter(jurisdiction=on.officer.jurisdiction).order_by("year", "code"))
    names = names_of(own)
    root = realization.realize(entries)  # type: ignore[no-untyped-call]
    for account in own:
        there = realization.get(root, names[account.pk])  # type: ignore[no-untyped-call]
        found = inventory.Inventory() if there is None else there.balance
        assert found.get_currency_units("KRW").number == Decimal(account.balance.amount), account.code
    assert sum(account.balance.amount != 0 for account in own) >= 5


def test_every_transfer_that_moved_won_is_a_transaction_and_every_promise_a_note(on: Standing) -> None:
    entries, _ = loaded(journal(on))
    assert len(list(data.filter_txns(entries))) == 10
    notes = [entry.comment for entry in entries if isinstance(entry, data.Note)]
    assert len(notes) == 2
    assert notes[0].startswith("교부·지원결정 (예정) 500,000원")


def test_the_same_ledger_gives_the_same_text(on: Standing) -> None:
    assert journal(on) == journal(on)


def test_one_won_more_is_refused(on: Standing) -> None:
    text = journal(on)
    tampered = text.replace(" 70000 KRW", " 70001 KRW", 1).replace(" -70000 KRW", " -70001 KRW", 1)
    assert tampered != text
    _, errors = loaded(tampered)
    assert any("Balance failed" in error.message for error in errors)


def test_a_transaction_left_out_is_refused(on: Standing) -> None:
    lines = journal(on).splitlines()
    first = next(number for number, line in enumerate(lines) if '"편성"' in line)
    _, errors = loaded("\n".join(lines[:first] + lines[first + 4 :]) + "\n")
    assert any("Balance failed" in error.message for error in errors)


def test_codes_that_beancount_would_write_alike_keep_apart(on: Standing) -> None:
    def story() -> list[Account]:
        return [
            accounts.open_award(on.line, code, "교부결정")
            for code in ("1차", "1-차", "1_차", "차", "a b", "A-b")
        ]

    inside(on.officer, story)
    own = list(Account.objects.filter(jurisdiction=on.officer.jurisdiction))
    assert len({name.lower() for name in names_of(own).values()}) == len(own)
    assert loaded(journal(on))[1] == []
