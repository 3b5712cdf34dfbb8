"""Trades: recorded under a confirmed contract, taken back as a mistake, and what an officer sees of them."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection

from majungmul.books.parties.written import Empty, ResidentNumber
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.actions import sane, trades
from majungmul.stages.delivery.models import Trade
from majungmul.stages.delivery.queries import barring, remarked, remarks_on, trades_of
from majungmul.values.refusal import Refusal
from majungmul.values.won import TooLarge, Won
from tests.database import refused
from tests.given import a_key
from tests.stages.delivery.givens import Work, another_award, at_work, confirmed, traded
from tests.stages.world_people import at

pytestmark = pytest.mark.django_db

IMPOSSIBLE: list[tuple[dict[str, Any], type[Refusal]]] = [
    ({"delivered_on": date(2018, 6, 4)}, sane.NotYet),
    ({"delivered_on": date(2001, 6, 2)}, sane.FarDay),
    ({"supply": Won(0)}, sane.NothingTraded),
    ({"supply": Won(-5)}, sane.NothingTraded),
    ({"vat": Won(-5)}, sane.VatTooMuch),
    ({"supply": Won(10**15)}, TooLarge),
    ({"item": ""}, Empty),
    ({"received_by": "800101-1234567"}, ResidentNumber),
]


def codes(trade: Trade) -> list[str]:
    return [remark.code for remark in remarks_on(trade)]


def sentence(trade: Trade, code: str) -> str:
    return next(remark.sentence for remark in remarks_on(trade) if remark.code == code)


def half(work: Work, **said: Any) -> dict[str, Any]:
    return {"supply": Won(20_000_000), "vat": Won(2_000_000), **said}


def test_several_trades_under_one_contract_and_several_contracts_under_one_award() -> None:
    work = at_work()
    first, second = confirmed(work), confirmed(work, item="연필", supply=Won(1_000_000), vat=Won(0))
    made = [
        traded(work, first, **half(work)),
        traded(work, first, **half(work, delivered_on=date(2018, 6, 3), item="표지")),
        traded(work, second, item="연필", supply=Won(1_000_000), vat=Won(0)),
    ]
    assert [trade.number for trade in made] == [1, 2, 3]
    assert list(trades_of(work.award)) == made
    assert made[0].total == Won(22_000_000)
    assert [codes(trade) for trade in made] == [[], [], []]
    assert remarked(work.award.office_id, work.award.jurisdiction_id, 2018) == []


def test_what_cannot_have_been_delivered_is_refused() -> None:
    work = at_work()
    contract = confirmed(work)
    for said, by in IMPOSSIBLE:
        with refused(by):
            traded(work, contract, **said)
    traded(work, contract, supply=Won(6 * 10**14), vat=Won(0))
    with refused(TooLarge):
        traded(work, contract, supply=Won(6 * 10**14), vat=Won(0))


def test_a_trade_taken_back_keeps_its_number_and_is_taken_back_once() -> None:
    work = at_work()
    contract = confirmed(work)
    trade = traded(work, contract)
    with refused(Empty):
        delivery.withdraw_trade(trade.pk, " ", by=work.own.officer, at=at(6, 4), key=a_key())
    gone = delivery.withdraw_trade(trade.pk, "잘못 적음", by=work.own.officer, at=at(6, 4), key=a_key())
    assert (gone.is_withdrawn, gone.reason) == (True, "잘못 적음")
    assert list(trades_of(work.award)) == []
    with refused(trades.WithdrawnAlready):
        delivery.withdraw_trade(trade.pk, "또", by=work.own.officer, at=at(6, 4), key=a_key())
    assert traded(work, contract).number == 2


@pytest.mark.parametrize("changed", ["supply = 1", "is_withdrawn = false", "number = 9"])
def test_the_database_lets_no_trade_change_or_come_back(changed: str) -> None:
    work = at_work()
    trade = traded(work, confirmed(work))
    delivery.withdraw_trade(trade.pk, "잘못 적음", by=work.own.officer, at=at(6, 4), key=a_key())
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute(f"UPDATE delivery_trade SET {changed}")


# ── 표시 ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_trade_before_the_city_s_notice_bars_recognition() -> None:
    work = at_work()
    trade = traded(work, confirmed(work, signed_on=date(2018, 2, 1)), delivered_on=date(2018, 2, 19))
    assert codes(trade) == ["before_grant", "before_award", "outside_period"]
    (remark,) = barring(trade)
    assert remark.sentence == "시의 교부결정 통지(2018. 2. 20.) 전의 거래라 인정하지 않습니다."
    assert remark.law == "당시 법 확인 필요"
    on_the_day = traded(
        work,
        confirmed(work, signed_on=date(2018, 2, 1), item="표지"),
        delivered_on=date(2018, 2, 20),
        item="표지",
    )
    assert barring(on_the_day) == []


def test_before_its_own_award_is_shown_and_bars_where_the_settings_say_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    work = at_work()
    trade = traded(work, confirmed(work, signed_on=date(2018, 4, 20)), delivered_on=date(2018, 5, 9))
    assert codes(trade) == ["before_award"]
    assert barring(trade) == []
    assert sentence(trade, "before_award") == "지원결정(2018. 5. 10.) 전의 거래입니다. 확인해 주십시오."
    settings = refusing()
    monkeypatch.setattr("majungmul.stages.delivery.queries.lists.specification", lambda *_: settings)
    (remark,) = barring(trade)
    assert remark.sentence.endswith("이 사업은 그런 거래를 인정하지 않습니다.")


def refusing() -> Any:
    """협업 as it would be with spending before the own award refused."""
    from majungmul.programmes.specification import specification  # noqa: PLC0415

    now = specification("seoul", "trade_collaboration")
    (dated,) = now.settings
    values = dated.values.model_copy(update={"spending_before_own_award": "refused"})
    return now.model_copy(update={"settings": (dated.model_copy(update={"values": values}),)})


def test_outside_the_period_before_the_contract_and_above_it() -> None:
    work = at_work()
    contract = confirmed(work)
    first = traded(work, contract, delivered_on=date(2018, 5, 17))
    assert codes(first) == ["before_contract"]
    second = traded(work, contract, supply=Won(1), vat=Won(0))
    assert codes(second) == ["above_contract"]
    assert sentence(second, "above_contract") == (
        "거래의 합계 45,000,001원이(가) 계약 금액보다 1원 많습니다. 확인해 주십시오."
    )
    shown = remarked(work.award.office_id, work.award.jurisdiction_id, 2018)
    assert [trade for trade, _ in shown] == [second, first]


def test_a_day_before_all_settings_is_shown_like_any_other() -> None:
    work = at_work()
    contract = confirmed(work, signed_on=date(2012, 5, 1))
    trade = traded(work, contract, delivered_on=date(2012, 6, 2))
    assert codes(trade) == ["before_grant", "before_award", "outside_period"]


def test_vat_that_is_no_tenth_is_shown() -> None:
    work = at_work()
    contract = confirmed(work)
    assert codes(traded(work, contract, supply=Won(1_005), vat=Won(101))) == []
    odd = traded(work, contract, supply=Won(10_000_000), vat=Won(500_000), item="책")
    assert codes(odd) == ["vat"]
    assert "부가세 500,000원이(가) 공급가액 10,000,000원의 10%가 아닙니다." in sentence(odd, "vat")


def test_the_same_counterpart_item_and_amount_twice_is_shown() -> None:
    work = at_work()
    contract = confirmed(work)
    first = traded(work, contract, **half(work))
    second = traded(work, contract, **half(work, delivered_on=date(2018, 6, 3)))
    assert codes(first) == codes(second) == ["twice"]
    assert f"{work.award.number}의 거래 2, 2018. 6. 3." in sentence(first, "twice")
    delivery.withdraw_trade(second.pk, "두 번 적음", by=work.own.officer, at=at(6, 4), key=a_key())
    assert codes(first) == []


def test_trades_in_both_directions_name_the_other_contract() -> None:
    work = at_work()
    back = another_award(work)
    trade = traded(work, confirmed(work))
    assert codes(trade) == []
    other = confirmed(back, counterpart=work.own.body.pk, item="안내 책자", supply=Won(3_000_000), vat=Won(0))
    assert codes(trade) == ["mutual"]
    assert sentence(trade, "mutual") == (
        "‘경기가상지류협동조합’와(과)는 서로 사고파는 거래가 있습니다"
        f"(계약 {other.number}, 2018. 5. 18., ‘안내 책자’, 경기가상지류협동조합). 실제 거래인지 확인해 주십시오."
    )
    delivery.cancel_contract(other.pk, "깨짐", by=back.own.officer, at=at(6, 4), key=a_key())
    assert codes(trade) == []


def test_one_trade_entered_by_both_is_shown_to_be_perhaps_one() -> None:
    work = at_work()
    back = another_award(work)
    bought = traded(work, confirmed(work))
    sold = traded(back, confirmed(back, counterpart=work.own.body.pk, side="seller"), item="용지 3,000부")
    assert codes(bought) == codes(sold) == ["by_both"]
    assert "한 거래에 두 번 지원하지 않는지" in sentence(bought, "by_both")
