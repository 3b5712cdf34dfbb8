"""The console command for every test here."""

import pytest

from tests.console.said import Console


@pytest.fixture
def majungmul(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Console:
    return Console(capsys, monkeypatch)
