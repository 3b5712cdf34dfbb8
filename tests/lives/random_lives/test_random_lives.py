"""Random lives: no order of acts makes the ledger go wrong, pays twice or one excluded, or lets one person do all."""

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.lives.random_lives.faults import FAULTS, Plant, planted
from tests.lives.random_lives.machine import Lives
from tests.lives.random_lives.plain_year import Wrong

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]  # ADR 12

LIVES, ACTS = 20, 30
FEWEST = 0.4
"""Where less went through, the lives are too short of acts to show anything."""
CERTAIN = ("apply", "claim", "hand in claim", "approve claim", "list for bank", "pay", "exclude")
"""What goes through in any twenty lives."""
SEED = 2018

A_FEW = settings(max_examples=LIVES, stateful_step_count=ACTS, suppress_health_check=[*HealthCheck])
NOT_SHRUNK = settings(A_FEW, phases=[Phase.generate], derandomize=False, database=None, print_blob=False)


def test_any_order_of_acts_leaves_the_year_as_the_plain_one_says() -> None:
    tally = Lives.counted()
    run_state_machine_as_test(Lives, settings=A_FEW)
    assert tally.lives >= LIVES
    assert tally.tried.total() >= LIVES * ACTS
    assert tally.share >= FEWEST, tally.why.most_common(20)
    assert {act for act in CERTAIN if not tally.through[act]} == set()


@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
def test_a_planted_fault_is_found_within_as_many_lives(plant: Plant) -> None:
    tally = Lives.counted()
    with planted(plant), pytest.raises(Wrong):
        run_state_machine_as_test(seed(SEED)(Lives), settings=NOT_SHRUNK)
    assert tally.lives <= LIVES
