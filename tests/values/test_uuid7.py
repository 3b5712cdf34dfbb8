"""번호: rising, of version 7, and telling its time."""

import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.values import uuid7 as module
from majungmul.values.uuid7 import uuid7


def _made(count: int) -> list[UUID]:
    return [uuid7() for _ in range(count)]


def test_it_is_a_uuid_of_version_7() -> None:
    key = uuid7()
    assert (key.version, key.variant) == (7, RFC_4122)


def test_it_tells_the_millisecond_in_which_it_was_made() -> None:
    before = time.time_ns() // 1_000_000
    key = uuid7()
    assert before <= key.int >> 80 <= time.time_ns() // 1_000_000 + 1


def test_keys_of_one_thread_rise() -> None:
    keys = _made(10_000)
    assert keys == sorted(set(keys))


def test_keys_of_many_threads_are_all_different_and_rise_in_each() -> None:
    with ThreadPoolExecutor(8) as threads:
        batches = list(threads.map(_made, [2_000] * 8))
    assert all(batch == sorted(batch) for batch in batches)
    assert len({key for batch in batches for key in batch}) == 16_000


def test_keys_made_later_are_greater_than_all_made_before() -> None:
    with ThreadPoolExecutor(8) as threads:
        before = max(key for batch in threads.map(_made, [500] * 8) for key in batch)
        after = min(key for batch in threads.map(_made, [500] * 8) for key in batch)
    assert before < after


@given(st.lists(st.integers(10**18, 2 * 10**18), min_size=2, max_size=50))
def test_keys_rise_even_when_the_clock_steps_back(clock: list[int]) -> None:
    readings = iter(clock)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_last", 0)
        patch.setattr(module, "time", SimpleNamespace(time_ns=lambda: next(readings)))
        keys = [uuid7() for _ in clock]
    assert keys == sorted(set(keys))
    assert keys[0].int >> 80 == clock[0] // 1_000_000
