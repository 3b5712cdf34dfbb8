"""A year in which much goes wrong, lived through the actions: the sentences that people read, each won by value."""

from datetime import date

from majungmul.books.ledger import queries as ledger
from majungmul.books.parties.queries.accounts import account_at
from majungmul.books.parties.queries.bodies import representative_on
from majungmul.stages.award.models import Award
from majungmul.stages.call.models import Call
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment.models import Claim
from majungmul.stages.plan import actions as plan
from majungmul.stages.settlement import actions as settlement
from majungmul.values.won import Won
from tests.database import Scratch
from tests.given import a_key
from tests.lives import wrong_year as wrong
from tests.lives.ending import books_are_right
from tests.stages.world import (
    LINE,
    PROGRAMME,
    World,
    a_claim,
    a_contract,
    a_trade,
    a_world,
    an_application,
    an_award,
    an_open_call,
    approved,
    at,
    paid,
)
from tests.stages.world_end import grant_settled, settled


def test_a_year_in_which_much_goes_wrong(scratch: Scratch) -> None:
    world = a_world()
    call = an_open_call(world)
    assert wrong.one_is_late(world, call).startswith(
        "‘2018년 협동조합 간 협업 지원 공고’의 접수 기간은 2018. 4. 3. 09:00부터 2018. 4. 30. 18:00 전까지입니다."
    )
    assert wrong.one_withdraws(world, call).state == "withdrawn"
    assert wrong.one_is_excluded(world, call) == (
        "‘가상제외협동조합’은(는) 2019. 12. 31.까지 선정 제외 중이라 신청할 수 없습니다(근거: 2016년 공고 제9조)."
    )
    awards = {
        name: _awarded(world, call, name)
        for name in ("가상반품", "가상반송", "가상변경", "가상포기", "가상이동")
    }
    wrong.one_changes(world, awards["가상변경"])
    wrong.one_gives_up(world, awards.pop("가상포기"))
    _claims(world, awards)
    wrong.goods_come_back(world, awards["가상반품"])
    assert _paid(world) == Won(17_500_000)
    _the_end(world, awards)
    wrong.a_new_head_in_february(world, world.bodies["가상반송"])
    _afterwards(world, awards)
    books_are_right(world.plan.jurisdiction_id)


def _awarded(world: World, call: Call, name: str) -> Award:
    body = wrong.a_member(world, name)
    return an_award(world, an_application(world, call, body))


def _claims(world: World, awards: dict[str, Award]) -> None:
    """Four claims: three of 4,500,000원, one of the four million that were left of a changed award."""
    first, second, sentence = wrong.an_invoice_is_used_twice(world, awards["가상반품"], awards["가상반송"])
    assert f"은(는) 청구번호 {first.number}에 이미 있습니다. 한 증빙은 한 번만 씁니다." in sentence
    paid(world, first)
    assert wrong.a_transfer_fails(world, second).state == "paid"
    changed = _claimed(world, awards["가상변경"], Won(40_000_000))
    wrong.a_deputy_approves(world, changed)
    moved = approved(world, _claimed(world, awards["가상이동"], Won(45_000_000)))
    wrong.the_officer_moves(world, moved)
    payment.list_for_bank([changed.pk], by=world.officer, at=at(7, 20), key=a_key())
    payment.pay(changed.pk, date(2018, 7, 20), by=world.officer, at=at(7, 20), key=a_key())


def _claimed(world: World, award: Award, supply: Won) -> Claim:
    contract = a_contract(world, award, supply=supply, vat=Won(supply.amount // 10))
    return a_claim(world, award, [a_trade(world, contract, supply)])


def _the_end(world: World, awards: dict[str, Award]) -> None:
    """Every award settled, what was never used returned, the year closed."""
    for each in awards.values():
        settled(world, each)
    plan.cut_off(world.plan.pk, by=world.city_approver, at=at(12, 31, 17), key=a_key())
    grant_settled(world)
    line = _line(world)
    assert (line.disbursed, line.recognised, line.returned) == (
        Won(145_000_000),
        Won(16_500_000),
        Won(128_500_000),
    )
    settlement.close_year(world.plan.pk, {}, by=world.city_approver, at=at(3, 29, year=2019), key=a_key())


def _afterwards(world: World, awards: dict[str, Award]) -> None:
    """The closed year stays as it was; what is asked back is this year's."""
    body = world.bodies["가상반송"].body
    head, account = representative_on(body, date(2019, 3, 1)), account_at(body, at(3, 1, year=2019))
    assert head is not None
    assert account is not None
    assert (head.name, account.number) == ("이새롬", "000-0000-888888")
    refund = wrong.proved_wrong_after_the_year(world, awards["가상반송"])
    assert (refund.state, refund.principal) == ("paid", Won(500_000))
    assert _line(world).recognised == Won(16_500_000)


def _paid(world: World) -> Won:
    return _line(world).paid


def _line(world: World) -> ledger.LineFigures:
    lines = ledger.lines_of(world.plan.jurisdiction_id, 2018)
    return next(each for each in lines if (each.programme, each.line) == (PROGRAMME, LINE))
