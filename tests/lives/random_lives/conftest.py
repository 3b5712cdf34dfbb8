"""All lives of a file begin from one year, which is built once and rolled back after them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker


@pytest.fixture(autouse=True, scope="module")
def _begun(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> Iterator[None]:
    from tests.lives.random_lives.beginning import beginning_of_all  # noqa: PLC0415
    from tests.lives.random_lives.machine import Lives  # noqa: PLC0415

    with django_db_blocker.unblock(), beginning_of_all() as begun:
        Lives.beginning = begun
        yield
