"""What `./run bench stages` fills a database with, and when it says that many cost too much."""

import pytest
from django.db import connection

from bench.filling import fill
from bench.stages_measured import HAND_IN, PARTS, TO_PAY, Costs, _say
from majungmul.books.trail.installed import missing_guards
from majungmul.stages.application.models import Application
from majungmul.stages.payment.models import Claim, Proof
from tests.stages.world import (
    a_claim,
    a_contract,
    a_trade,
    a_world,
    an_application,
    an_award,
    an_open_call,
    paid,
)


@pytest.mark.django_db
@pytest.mark.sqlite
def test_a_paid_life_is_copied_with_all_that_points_at_it() -> None:
    world = a_world()
    call = an_open_call(world)
    applied = an_application(world, call, world.printer)
    award = an_award(world, applied)
    claim = paid(world, a_claim(world, award, [a_trade(world, a_contract(world, award))]))
    before = Application.objects.count()
    assert fill([world.printer.body, applied], 7, 9) % 3 == 0
    assert Application.objects.count() == before + 3
    copies = Application.objects.filter(call=call).exclude(pk=applied.pk)
    assert len({each.body_id for each in copies} - {world.printer.body.pk}) == 3
    assert {each.number for each in copies} == {"2018-신청-01007", "2018-신청-01008", "2018-신청-01009"}
    claims = Claim.objects.filter(body__in=[each.body_id for each in copies])
    assert [each.recognised for each in claims] == [claim.recognised] * 3
    assert Proof.objects.filter(claim__in=claims).values("approval_number").distinct().count() == 3
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA foreign_key_check").fetchall() == []
    assert missing_guards() == []


def costs(seconds: float, queries: int) -> Costs:
    return {name: [(seconds, queries)] for name in (HAND_IN, TO_PAY, *PARTS)}


def test_as_much_with_many_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    _say(costs(0.010, 40), costs(0.0129, 40))
    assert f"{HAND_IN:<22}" in capsys.readouterr().out


@pytest.mark.parametrize("many", [costs(0.0131, 40), costs(0.010, 53)], ids=["CPU", "queries"])
def test_more_than_a_third_more_ends_the_bench_with_a_sentence(many: Costs) -> None:
    with pytest.raises(SystemExit, match=HAND_IN):
        _say(costs(0.010, 40), many)
