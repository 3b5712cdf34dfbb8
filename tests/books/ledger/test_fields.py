"""WonField: Won comes out, whole won alone goes in."""

import pytest
from django.db.models import Sum

from majungmul.books.ledger.fields import WonField
from majungmul.books.ledger.models import Account, Transfer
from majungmul.values.won import Won
from tests.books.ledger.standing import Standing, decided


@pytest.fixture
def on(db: None) -> Standing:
    return decided()


def test_what_is_read_is_won(on: Standing) -> None:
    assert Account.objects.get(pk=on.granted.pk).credits_posted == Won(400_000)
    assert list(Account.objects.filter(pk=on.capped.pk).values_list("limit", flat=True)) == [Won(100_000)]


def test_no_cap_is_none(on: Standing) -> None:
    assert Account.objects.get(pk=on.recipient.pk).limit is None


def test_a_sum_is_won_and_a_sum_of_nothing_none(on: Standing) -> None:
    between = Transfer.objects.filter(debit=on.line, credit=on.granted, phase="post")
    assert between.aggregate(sum=Sum("amount")) == {"sum": Won(400_000)}
    assert between.none().aggregate(sum=Sum("amount")) == {"sum": None}
    assert between.filter(amount=Won(1)).aggregate(sum=Sum("amount")) == {"sum": None}


def test_it_is_compared_with_won_and_with_whole_numbers(on: Standing) -> None:
    transfers = Transfer.objects.filter(debit=on.line)
    assert (
        transfers.filter(amount__gt=Won(400_000)).count() == transfers.filter(amount__gt=400_000).count() == 1
    )


@pytest.mark.parametrize("value", ["5", "abc", 1.0, True])
def test_anything_else_is_a_bug(value: object) -> None:
    with pytest.raises(TypeError):
        WonField[Won, Won]().get_prep_value(value)
