"""정산 of tier 1: 145,000,000 disbursed, 4,500,000 spent; what is left or not recognised, and interest, come back."""

from datetime import date

import pytest

from majungmul.books.ledger import queries as ledger
from majungmul.books.ledger.kinds import Kind
from majungmul.books.ledger.models import Account
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.models import SettlementLine
from majungmul.stages.settlement.queries import owed_now, review_of, unsettled_of
from majungmul.stages.settlement.refusals import (
    BelowZero,
    FiguresMoved,
    NoSuchPaper,
    NotALineHere,
    NotAllSettled,
    NotReturned,
    PapersMissing,
    SettledThere,
    StillUnsettled,
)
from majungmul.stages.settlement.states import State
from majungmul.values.won import ZERO, Won, total
from tests.database import refused
from tests.given import a_key
from tests.stages.settlement.givens import (
    BACK_BY,
    PAID,
    Year,
    a_report,
    a_settlement,
    a_year,
    beside,
    examined,
    funding_of,
    in_effect,
    line_of,
    settled,
    submitted,
)
from tests.stages.world import LINE, PROGRAMME, World, a_file, at
from tests.stages.world_end import report_papers

pytestmark = pytest.mark.django_db

HALF = Won(145_000_000)


def figures(world: World) -> ledger.LineFigures:
    lines = ledger.lines_of(world.plan.jurisdiction_id, 2018)
    return next(line for line in lines if (line.programme, line.line) == (PROGRAMME, LINE))


def test_the_report_takes_every_figure_from_the_ledger() -> None:
    year = a_year()
    settled(year, Won(300_000))
    row = a_report(year, interest=12_340, unsettled={_tier_two(year).pk: "반납을 기다림"})
    line = line_of(row)
    assert (line.decided, line.received) == (Won(290_000_000), HALF)
    assert (line.reported, line.unspent) == (Won(4_200_000), Won(140_500_000))
    assert (line.unsettled, line.interest) == (Won(300_000), Won(12_340))
    (open_one,) = unsettled_of(row)
    assert (open_one.amount, open_one.reason) == (Won(300_000), "반납을 기다림")
    assert total(each.received for each in row.lines.all()) == Won(650_000_000)


def test_it_wants_its_papers_and_knows_no_others() -> None:
    year = a_year()
    settled(year)
    with refused(PapersMissing) as caught:
        a_report(year, files={"bank_statement": a_file()})
    assert "정산보고서(직인)" in str(caught.value)
    with refused(NoSuchPaper):
        a_report(year, files={**report_papers().files, "selfie": a_file()})


def test_interest_is_no_less_than_nothing_and_of_a_line_of_the_award() -> None:
    year = a_year()
    settled(year)
    with refused(BelowZero):
        a_report(year, interest=-1)
    said = (settlement.LineReport(line=year.award.pk, interest=Won(1)),)
    with refused(NotALineHere):
        settlement.report(
            year.world.grant.pk,
            "마침",
            said,
            report_papers(),
            by=year.world.officer,
            at=at(1, 30, year=2019),
            key=a_key(),
        )


def test_an_award_below_is_settled_or_named_with_why_and_blocks_the_fixing_until_it_is_settled() -> None:
    year = a_year()
    below = _tier_two(year)
    with refused(NotAllSettled):
        a_report(year)
    row = a_report(year, unsettled={below.pk: "검수 중"})
    assert line_of(row).unsettled == PAID
    examined(row, world=year.world, city=True)
    with refused(StillUnsettled) as caught:
        submitted(row, year.world, BACK_BY, city=True)
    assert "미정산 4,500,000원" in str(caught.value)

    by, when = year.world.city_officer, at(2, 1, year=2019)
    settlement.ask_correction(row.pk, "미정산을 마치고 다시 보고", 20, by=by, at=when, key=a_key())
    settled(year)
    row = settlement.correct(
        row.pk, "협업 1건", "정산을 마침", by=year.world.officer, at=at(2, 5, year=2019), key=a_key()
    )
    assert (line_of(row).reported, line_of(row).unsettled) == (PAID, ZERO)
    assert not unsettled_of(row).exists()
    assert in_effect(row, year.world).state == State.FIXED


def test_what_is_settled_is_not_named_as_open() -> None:
    year = a_year()
    settled(year)
    with refused(SettledThere):
        a_report(year, unsettled={_tier_two(year).pk: "검수 중"})


def test_the_whole_comes_back_with_interest_in_parts_and_is_carried_up() -> None:
    year = a_year()
    settled(year)
    row = in_effect(a_report(year, interest=12_340), year.world)
    line = line_of(row)
    assert line.to_return == owed_now(line) == Won(140_500_000 + 12_340)

    by, part = year.world.city_officer, {line.pk: Won(100_000_000)}
    settlement.receive_return(row.pk, part, date(2019, 3, 4), by=by, at=at(3, 5, year=2019), key=a_key())
    assert owed_now(line_of(row)) == Won(40_512_340)
    with refused(NotReturned):
        settlement.close(row.pk, by=by, at=at(3, 6, year=2019), key=a_key())
    settlement.receive_return(row.pk, by=by, at=at(3, 20, year=2019), key=a_key())
    done = settlement.close(row.pk, by=by, at=at(3, 21, year=2019), key=a_key())
    assert done.state == State.CLOSED
    now = figures(year.world)
    assert (now.recognised, now.returned, now.left) == (PAID, Won(140_500_000), HALF)
    assert beside(funding_of(year).funding, Kind.INTEREST) == Won(12_340)
    assert total(each.returned for each in row.lines.all()) == Won(650_000_000 - 4_500_000 + 12_340)


def test_what_the_city_does_not_recognise_is_due_from_the_operator() -> None:
    year = a_year()
    settled(year)
    row = in_effect(a_report(year), year.world, Won(500_000))
    due = Account.objects.get(of=funding_of(year), kind=Kind.DUE)
    assert (due.party_id, due.balance) == (year.world.operator.pk, Won(500_000))
    assert line_of(row).to_return == Won(140_500_000 + 500_000)
    by = year.world.city_officer
    settlement.receive_return(row.pk, by=by, at=at(3, 20, year=2019), key=a_key())
    settlement.close(row.pk, by=by, at=at(3, 21, year=2019), key=a_key())
    now = figures(year.world)
    assert (now.recognised, now.returned) == (Won(4_000_000), Won(141_000_000))


def test_money_that_came_back_from_below_is_returned_to_the_city_too() -> None:
    year = a_year()
    row = settled(year, Won(300_000))
    settlement.receive_return(row.pk, by=year.world.officer, at=at(1, 3, year=2019), key=a_key())
    settlement.close(row.pk, by=year.world.officer, at=at(1, 4, year=2019), key=a_key())
    whole = in_effect(a_report(year), year.world)
    line = line_of(whole)
    assert (line.reported, line.unspent, line.to_return) == (
        Won(4_200_000),
        Won(140_800_000),
        Won(140_800_000),
    )
    settlement.receive_return(whole.pk, by=year.world.city_officer, at=at(3, 20, year=2019), key=a_key())
    settlement.close(whole.pk, by=year.world.city_officer, at=at(3, 21, year=2019), key=a_key())
    assert figures(year.world).returned == Won(140_800_000)


def test_what_moves_after_the_report_is_seen_and_stops_the_fixing() -> None:
    year = a_year()
    row = settled(year, Won(300_000))
    whole = a_report(year, unsettled={_tier_two(year).pk: "반납을 기다림"})
    examined(whole, world=year.world, city=True)
    settlement.receive_return(row.pk, by=year.world.officer, at=at(2, 1, year=2019), key=a_key())
    settlement.close(row.pk, by=year.world.officer, at=at(2, 1, year=2019), key=a_key())
    with refused(FiguresMoved):
        submitted(whole, year.world, BACK_BY, city=True)
    seen = next(each for each in review_of(whole) if each.line.pk == line_of(whole).pk)
    assert "정산하지 않은 돈이 300,000원 있습니다." in seen.remarks


def test_examining_begins_anew_only_where_the_ledger_moved() -> None:
    year = a_year()
    settled(year)
    row = examined(a_report(year), world=year.world, city=True)
    by = year.world.city_officer
    settlement.ask_correction(row.pk, "성과를 자세히", 7, by=by, at=at(2, 11, year=2019), key=a_key())
    settlement.correct(row.pk, "성과", "고침", by=year.world.officer, at=at(2, 12, year=2019), key=a_key())
    assert not SettlementLine.objects.filter(settlement=row, recognised=None).exists()


def test_a_second_settlement_of_the_year_has_the_next_number() -> None:
    year = a_year()
    assert a_settlement(year).number == "2018-정산-00001"
    assert a_report(year, unsettled={_tier_two(year).pk: "검수 중"}).number == "2018-정산-00001"


def _tier_two(year: Year) -> Account:
    line = year.award.lines.select_related("account").get()
    assert line.account is not None
    return Account.objects.get(pk=line.account.pk)
