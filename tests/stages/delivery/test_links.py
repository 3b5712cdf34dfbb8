"""The code link: the 거래조합 confirms without a login, and nobody else can."""

from datetime import timedelta

import pytest
from django.db import connection

from majungmul.books.parties.require import NotAllowed
from majungmul.books.parties.transitions import NotInThisState
from majungmul.books.trail.models import Asked, Event, PersonalValue
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.models import Contract
from majungmul.stages.delivery.models.contract import WRONG_CODES
from majungmul.stages.delivery.queries import asked_by_code, links
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_city, a_key
from tests.stages.delivery.givens import Work, at_work, confirmed, entered, waiting
from tests.stages.world_people import a_file, at

pytestmark = pytest.mark.django_db


def confirm(work: Work, contract: Contract, code: str, day: int = 22) -> Contract:
    return delivery.confirm_by_code(contract.pk, code, by=work.world.system, at=at(5, day), key=a_key())


def wrong(work: Work, contract: Contract, times: int = 1, code: str = "aaaaaaaaaaaa") -> None:
    for _ in range(times):
        with pytest.raises(links.WrongCode):
            confirm(work, contract, code)


def test_who_has_the_code_sees_what_is_asked_and_confirms_it() -> None:
    work = at_work()
    contract = waiting(work)
    asked = asked_by_code(contract.jurisdiction_id, f" {contract.link_code}\n", at=at(5, 22))
    assert (asked.applicant, asked.counterpart, asked.side) == (
        "서울가상인쇄협동조합",
        "경기가상지류협동조합",
        "사는 쪽",
    )
    assert (asked.item, asked.supply, asked.vat, asked.total) == (
        "카탈로그 용지",
        Won(45_000_000),
        Won(4_500_000),
        Won(49_500_000),
    )
    assert (asked.is_waiting, asked.is_made_up, asked.until) == (True, True, at(6, 4))
    done = confirm(work, contract, contract.link_code)
    assert (done.state, done.confirmation, done.confirmed_by) == ("confirmed", "link", None)
    assert not asked_by_code(contract.jurisdiction_id, contract.link_code, at=at(5, 22)).is_waiting
    with refused(NotInThisState):
        confirm(work, contract, contract.link_code)


def test_the_code_stands_nowhere() -> None:
    work = at_work()
    code = waiting(work).link_code
    assert len(code) == 12
    assert not Contract.objects.get().link_code
    with connection.cursor() as cursor:
        for model in (Contract, Event, Asked, PersonalValue):
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")
            assert code not in str(cursor.fetchall())
    event = Event.objects.filter(name="contract.link_sent").get()
    assert '"link_hash": {"secret": true}' in event.payload or '"link_hash":{"secret":true}' in event.payload


def test_who_asks_again_with_the_same_key_gets_the_contract_and_no_code() -> None:
    work, key = at_work(), a_key()
    contract = entered(work, unseen=True)
    first = delivery.send_link(contract.pk, by=work.own.officer, at=at(5, 21), key=key)
    again = delivery.send_link(contract.pk, by=work.own.officer, at=at(5, 21), key=key)
    assert first.link_code
    assert not again.link_code
    assert confirm(work, contract, first.link_code).state == "confirmed"


def test_five_wrong_codes_lock_the_link_and_a_second_one_takes_its_place() -> None:
    work = at_work()
    contract = waiting(work)
    wrong(work, contract, WRONG_CODES - 1)
    assert Contract.objects.get().wrong_codes == WRONG_CODES - 1
    wrong(work, contract)
    for code in (contract.link_code, "aaaaaaaaaaaa"):
        with refused(links.LinkLocked) as caught:
            confirm(work, contract, code)
        assert str(caught.value).startswith("확인번호가 5번 틀려")
    with refused(links.LinkLocked):
        asked_by_code(contract.jurisdiction_id, contract.link_code, at=at(5, 22))
    second = delivery.send_link(contract.pk, by=work.own.officer, at=at(5, 22), key=a_key())
    wrong(work, contract, code=contract.link_code)
    with refused(links.WrongCode):
        asked_by_code(contract.jurisdiction_id, contract.link_code, at=at(5, 22))
    assert confirm(work, contract, second.link_code).state == "confirmed"


def test_a_link_is_over_after_fourteen_days() -> None:
    work = at_work()
    contract = waiting(work)
    until = at(6, 4)
    late = delivery.confirm_by_code
    with refused(links.LinkExpired) as caught:
        late(contract.pk, contract.link_code, by=work.world.system, at=until, key=a_key())
    assert "2018. 6. 4. 10:00까지" in str(caught.value)
    with refused(links.LinkExpired):
        asked_by_code(contract.jurisdiction_id, contract.link_code, at=until)
    with refused(links.LinkExpired):
        late(contract.pk, "aaaaaaaaaaaa", by=work.world.system, at=until, key=a_key())
    before = until - timedelta(seconds=1)
    done = late(contract.pk, contract.link_code, by=work.world.system, at=before, key=a_key())
    assert done.state == "confirmed"


@pytest.mark.parametrize("code", ["", " ", "가" * 1000, "a' OR 1=1 --"])
def test_no_other_code_opens_anything(code: str) -> None:
    work = at_work()
    contract, untold = waiting(work), entered(work, unseen=True, item="연필")
    wrong(work, contract, code=code)
    with refused(links.WrongCode):
        asked_by_code(contract.jurisdiction_id, code, at=at(5, 22))
    for other in (untold, confirmed(work, item="지우개")):
        with refused(links.WrongCode):
            confirm(work, other, code)


def test_a_code_opens_its_own_contract_alone_and_in_its_own_city() -> None:
    work = at_work()
    first, second, elsewhere = waiting(work), waiting(work, item="연필"), a_city().jurisdiction
    wrong(work, second, code=first.link_code)
    with refused(links.WrongCode):
        asked_by_code(elsewhere, first.link_code, at=at(5, 22))


def test_nobody_confirms_by_code_in_the_program_s_place() -> None:
    work = at_work()
    contract = waiting(work)
    for who in (work.own.officer, work.world.officer, work.world.city_approver):
        with refused(NotAllowed):
            delivery.confirm_by_code(contract.pk, contract.link_code, by=who, at=at(5, 22), key=a_key())
        with refused(NotAllowed):
            delivery.confirm_by_code(contract.pk, "aaaaaaaaaaaa", by=who, at=at(5, 22), key=a_key())


def test_the_seals_may_come_while_the_link_waits() -> None:
    work = at_work()
    contract = waiting(work)
    delivery.add_scan(contract.pk, a_file("계약서.pdf"), by=work.own.officer, at=at(5, 22), key=a_key())
    done = delivery.confirm_contract(contract.pk, "seals", by=work.world.officer, at=at(5, 23), key=a_key())
    assert (done.state, done.confirmation) == ("confirmed", "seals")
