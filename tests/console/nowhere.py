"""A place where there is nothing yet: no file, no table; Django is connected to it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.console.work import elsewhere
from tests.database import Scratch

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker


@pytest.fixture
def nowhere(tmp_path: Path, django_db_blocker: "DjangoDbBlocker") -> Iterator[Scratch]:
    with django_db_blocker.unblock(), elsewhere(tmp_path / "home") as nothing:
        yield nothing
