"""SQLite as Django drives it, and asserted: each connection is refused unless its safety is really on."""

from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base

from majungmul.config.refusals import UnsafeDatabase

WANTED = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "recursive_triggers": "1"}
"""What SQLite must answer; synchronous 2 is FULL."""


class DatabaseWrapper(base.DatabaseWrapper):
    """내장 데이터베이스의 연결."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:  # noqa: ANN401 - as Django says it
        """Connect; the folder is made, for its owner alone, when it is first used."""
        Path(conn_params["database"]).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return super().get_new_connection(conn_params)

    def init_connection_state(self) -> None:
        """Refuse a database that would not keep what it has acknowledged, or not refuse what it must."""
        super().init_connection_state()
        for name, wanted in WANTED.items():
            (found,) = self.connection.execute(f"PRAGMA {name}").fetchone()
            if str(found) != wanted:
                raise UnsafeDatabase(name=name, found=found, wanted=wanted)
        mode = self.transaction_mode  # type: ignore[attr-defined]  # django-stubs does not know it
        if mode != "IMMEDIATE":
            raise UnsafeDatabase(name="transaction_mode", found=mode, wanted="IMMEDIATE")
