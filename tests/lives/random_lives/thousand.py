"""A thousand random lives: `./run bench lives` runs this file; the suite, which takes `test_*.py`, does not."""

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.lives.random_lives.machine import Lives

pytestmark = pytest.mark.django_db

PARTS, LIVES_EACH, ACTS = 4, 250, 30
FEWEST = 0.4

EACH = settings(
    max_examples=LIVES_EACH, stateful_step_count=ACTS, database=None, suppress_health_check=[*HealthCheck]
)


@pytest.mark.parametrize("part", range(PARTS))
def test_a_quarter_of_a_thousand_lives(part: int, capsys: pytest.CaptureFixture[str]) -> None:
    tally = Lives.counted()
    run_state_machine_as_test(seed(part)(Lives), settings=EACH)
    assert tally.lives >= LIVES_EACH
    assert tally.share >= FEWEST, tally.why.most_common(20)
    with capsys.disabled():
        said = (
            f"{tally.lives:,}번의 한 해, {tally.tried.total():,}가지 행위 가운데 {tally.share:.0%}가 이루어짐"
        )
        print(f"\n{said}; 지급 {tally.through['pay']:,}번, 반송 {tally.through['bounce']:,}번")  # noqa: T201
