"""거래조합: one, several, or by number; not with oneself; one trade in one application."""

from datetime import date
from typing import Any

import pytest

from majungmul.books.parties.actions.bodies import add_alias, register
from majungmul.books.parties.actions.merging import merge
from majungmul.stages.application import actions
from majungmul.stages.application.actions.partners import split
from majungmul.stages.application.queries import trades_of
from majungmul.stages.application.refusals import Incomplete, SameTrade, TradeTwice, WithItself
from tests.database import refused
from tests.given import a_key
from tests.stages.application.givens import handed_in
from tests.stages.world import (
    a_file,
    a_world,
    an_application,
    an_open_call,
    answers_of,
    at,
    papers,
    trade_row,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "names", "others"),
    [
        ("경기가상지류협동조합", ["경기가상지류협동조합"], 0),
        ("가조합, 나조합，다조합、라조합", ["가조합", "나조합", "다조합", "라조합"], 0),
        ("가조합·나조합", ["가조합", "나조합"], 0),
        ("가조합/나연합회", ["가조합", "나연합회"], 0),
        ("가상인쇄·지류협동조합", ["가상인쇄·지류협동조합"], 0),
        ("경기가상지류조합 외 14곳", ["경기가상지류조합"], 14),
        ("외 14개 조합", [], 14),
        ("가조합, 가조합,", ["가조합"], 0),
        (" , ", [], 0),
    ],
)
def test_partners_are_taken_apart_where_names_end(typed: str, names: list[str], others: int) -> None:
    world = a_world()
    assert split(world.system.jurisdiction, typed) == (names, others)


def test_a_known_name_is_never_taken_apart() -> None:
    world = a_world()
    whole = "가상조합·나상조합"
    given: dict[str, Any] = {"by": world.officer, "at": at(3, 2), "key": a_key()}
    register("cooperative", whole, **given)
    assert split(world.system.jurisdiction, whole) == ([whole], 0)


def test_partners_are_rows_with_the_body_they_are_known_as() -> None:
    world = a_world()
    row = trade_row(partners="경기가상지류협동조합, 어느 조합", others="14곳")
    files = papers() | {"partner_list": a_file("명단.pdf")}
    applied = handed_in(an_open_call(world), world.printer, answers_of(world.printer.body, row), files)
    (trade,) = trades_of(applied)
    partners = {partner.name: partner.body for partner in trade.partners.all()}
    assert partners == {"경기가상지류협동조합": world.paper.body, "어느 조합": None}
    assert trade.others == 14


def test_the_number_says_who_a_partner_is_whatever_its_name() -> None:
    world = a_world()
    row = trade_row(partners="지류(조)", partner_number=world.paper.body.business_number)
    (trade,) = trades_of(an_application(world, an_open_call(world), world.printer, row))
    assert [partner.body for partner in trade.partners.all()] == [world.paper.body]


def test_partners_known_by_number_alone_need_no_list() -> None:
    world = a_world()
    applied = an_application(world, an_open_call(world), world.printer, trade_row(partners="외 14곳"))
    (trade,) = trades_of(applied)
    assert (trade.partners.count(), trade.others) == (0, 14)


def test_a_trade_needs_a_partner_of_a_sensible_name() -> None:
    world = a_world()
    call = an_open_call(world)
    rows = [trade_row(partners=","), trade_row(partners="가" * 81)]
    with refused(Incomplete) as caught:
        handed_in(call, world.printer, answers_of(world.printer.body, *rows))
    assert isinstance(caught.value, Incomplete)
    fields = [mistake.field for mistake in caught.value.mistakes]
    assert fields == ["trades.0.partners", "trades.1.partners"]


def test_a_trade_with_oneself_is_refused_by_name_alias_number_and_merged_row() -> None:
    world = a_world()
    call = an_open_call(world)
    given: dict[str, Any] = {"by": world.officer, "at": at(3, 2)}
    add_alias(world.printer.body.pk, "서울인쇄(조)", **given, key=a_key())
    old = register("cooperative", "옛가상인쇄협동조합", **given, key=a_key())
    merge(old.pk, world.printer.body.pk, "같은 조합", **given, key=a_key())
    own = world.printer.body
    rows = [
        trade_row(partners=own.name),
        trade_row(partners="서울인쇄 (조)"),
        trade_row(partners="옛가상인쇄협동조합"),
        trade_row(partners="어느 조합", partner_number=own.business_number),
        trade_row(partners="경기가상지류협동조합·서울가상인쇄협동조합"),
    ]
    for row in rows:
        with refused(WithItself) as caught:
            an_application(world, call, world.printer, trade_row(), row)
        assert "거래계획 2번" in str(caught.value)


def test_one_trade_stands_once_in_an_application() -> None:
    world = a_world()
    call = an_open_call(world)
    row = trade_row(item="카탈로그 용지")
    with refused(TradeTwice) as caught:
        an_application(world, call, world.printer, row, row | {"item": "카탈로그  용지 "})
    assert "거래계획 1번과 2번" in str(caught.value)
    other = row | {"partners": "어느 조합"}
    assert an_application(world, call, world.printer, row, other).trade_total.amount == 100_000_000


def test_one_trade_is_in_one_application_of_the_year() -> None:
    world = a_world()
    first, second = an_open_call(world), an_open_call(world, title="2018년 협업 지원 2차 공고")
    row = trade_row(item="카탈로그 용지")
    applied = an_application(world, first, world.printer, row)
    with refused(SameTrade) as caught:
        an_application(world, second, world.printer, row | {"partners": "경기가상지류협동조합, 어느 조합"})
    assert str(caught.value) == (
        f"거래계획 1번(‘카탈로그 용지’, 50,000,000원)은 접수번호 {applied.number}의 신청에도 있습니다. "
        "한 거래는 한 신청에만 적습니다. 하나를 빼 주십시오."
    )
    actions.withdraw(applied.pk, "합쳐 냄", by=world.printer.officer, at=at(4, 11), key=a_key())
    assert an_application(world, second, world.printer, row).state == "received"


def test_the_mirror_image_of_another_body_is_no_second_trade_here() -> None:
    world = a_world()
    call = an_open_call(world)
    row = trade_row(item="카탈로그 용지")
    an_application(world, call, world.printer, row)
    mirror = row | {"role": "seller", "partners": world.printer.body.name}
    assert an_application(world, call, world.paper, mirror).state == "received"


def test_what_was_turned_down_may_be_applied_for_again() -> None:
    world = a_world()
    first, second = an_open_call(world), an_open_call(world, title="2018년 협업 지원 2차 공고")
    row = trade_row(item="카탈로그 용지")
    applied = an_application(world, first, world.printer, row)
    given: dict[str, Any] = {"by": world.officer, "at": at(4, 20)}
    actions.take_up(applied.pk, **given, key=a_key())
    applied = actions.turn_down(applied.pk, "서류 미비", **given, key=a_key())
    assert (applied.state, applied.turned_on) == ("turned_down", date(2018, 4, 20))
    assert an_application(world, second, world.printer, row, when=at(4, 21)).state == "received"
