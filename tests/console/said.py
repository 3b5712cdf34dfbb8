"""What a command says: its status, its output, its warnings."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from majungmul.console.main import main


@dataclass(frozen=True)
class Said:
    """The end of a command."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Exactly one JSON value."""
        return json.loads(self.out)


class Console:
    """The console command, in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.capsys, self.monkeypatch = capsys, monkeypatch

    def __call__(self, *arguments: object) -> Said:
        self.monkeypatch.setattr("sys.argv", ["majungmul", *map(str, arguments)])
        try:
            status = main()
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else 1
        out, err = self.capsys.readouterr()
        return Said(status, out, err)
