"""PostgreSQL as Django drives it, and asserted: each connection is refused unless its safety is really on."""

from django.db.backends.postgresql import base

from majungmul.config.refusals import UnsafeDatabase

OLDEST = 15
WANTED = {"fsync": ("on",), "synchronous_commit": ("on", "remote_apply")}
"""What the server must answer; remote_apply waits for more than `on` does."""


class DatabaseWrapper(base.DatabaseWrapper):
    """서버 데이터베이스의 연결."""

    def init_connection_state(self) -> None:
        """Refuse a server that is too old, or that would not keep what it has acknowledged."""
        super().init_connection_state()
        major = self.connection.info.server_version // 10_000
        if major < OLDEST:
            raise UnsafeDatabase(name="PostgreSQL", found=major, wanted=f"{OLDEST} 이상")
        for name, wanted in WANTED.items():
            found = self.connection.execute(f"SHOW {name}").fetchone()[0]
            if found not in wanted:
                raise UnsafeDatabase(name=name, found=found, wanted=wanted[0])
