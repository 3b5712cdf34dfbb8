"""No row of one tier points at another tier's: whatever a row points at belongs to the call that it belongs to."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db.models import ForeignKey

from majungmul.books.trail.models import Recorded
from majungmul.stages.call.models import Call
from majungmul.stages.payment.models import Claim
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
from tests.stages.world_end import settled

pytestmark = pytest.mark.django_db

STAGES = ("call", "application", "review", "award", "delivery", "payment", "settlement")


def pointed_at(row: Recorded) -> Iterator[Recorded]:
    """The rows of stages that a row points at."""
    for field in row._meta.concrete_fields:
        if isinstance(field, ForeignKey) and getattr(row, field.attname):
            other = getattr(row, field.name)
            if other._meta.app_label in STAGES:
                yield other


def calls_of(row: Recorded) -> set[Call]:
    """Every call to which a row leads, by whichever way."""
    if isinstance(row, Call):
        return {row}
    return {call for other in pointed_at(row) for call in calls_of(other)}


def rows() -> Iterator[Recorded]:
    for app in STAGES:
        for model in apps.get_app_config(app).get_models():
            yield from (row for row in model._base_manager.all() if isinstance(row, Recorded))


def test_every_row_leads_to_one_call() -> None:
    world = a_world()
    award = an_award(world, an_application(world, an_open_call(world), world.printer))
    paid(world, a_claim(world, award, [a_trade(world, a_contract(world, award))]))
    settled(world, award)
    found = {row: calls_of(row) for row in rows()}
    assert len(found) > 90
    assert len({call for calls in found.values() for call in calls}) == 2
    assert {row._meta.label for row, calls in found.items() if len(calls) != 1} <= {"payment.BankList"}


def test_a_row_that_points_into_the_other_tier_is_found() -> None:
    world = a_world()
    award = an_award(world, an_application(world, an_open_call(world), world.printer))
    claim = a_claim(world, award, [a_trade(world, a_contract(world, award))])
    claim.award = world.grant
    trade_line = claim.lines.get()
    trade_line.claim = claim
    assert len(calls_of(trade_line)) == 2
    assert len(calls_of(Claim.objects.get(pk=claim.pk))) == 1


def test_a_stage_points_at_no_later_one() -> None:
    for place, app in enumerate(STAGES):
        for model in apps.get_app_config(app).get_models():
            for field in model._meta.concrete_fields:
                target = getattr(field.related_model, "_meta", None)
                if target is not None and target.app_label in STAGES:
                    assert STAGES.index(target.app_label) <= place, f"{model._meta.label}.{field.name}"
