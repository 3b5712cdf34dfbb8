"""Each test has a store of its own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which this test's files are stored."""
    monkeypatch.setattr("django.conf.settings.HOME", tmp_path)
    return tmp_path
