"""What the database and the jurisdiction keep of 수행, whoever asks."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection

from majungmul.books.parties.queries.rows import NotHere
from majungmul.stages.delivery import actions as delivery
from tests.database import refused
from tests.given import a_city, a_key, an_officer
from tests.stages.delivery.givens import a_draft, at_work, confirmed
from tests.stages.world_people import at

pytestmark = pytest.mark.django_db

Act = Callable[[], object]


@pytest.mark.parametrize("column", ["counterpart_id", "award_id", "number", "signed_on", "side"])
def test_the_database_keeps_what_a_contract_is_about(column: str) -> None:
    confirmed(at_work())
    value = {"number": "'x'", "side": "'seller'", "signed_on": "'2018-05-17'"}.get(column, "body_id")
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute(f"UPDATE delivery_contract SET {column} = {value}")


def test_of_another_city_there_is_no_such_contract() -> None:
    work = at_work()
    contract, stranger = confirmed(work), an_officer(a_city())
    acts: list[Act] = [
        lambda: delivery.cancel_contract(contract.pk, "깨짐", by=stranger, at=at(6, 4), key=a_key()),
        lambda: delivery.confirm_contract(contract.pk, "seals", by=stranger, at=at(6, 4), key=a_key()),
        lambda: delivery.confirm_by_code(contract.pk, "x", by=stranger, at=at(6, 4), key=a_key()),
        lambda: delivery.enter_contract(
            work.award.pk, a_draft(work), None, by=stranger, at=at(6, 4), key=a_key()
        ),
    ]
    for act in acts:
        with refused(NotHere):
            act()
