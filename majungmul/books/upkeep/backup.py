"""백업 — all rows as they were at one instant, and the contents that they name, in one file."""

import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from django.db import connection
from django.db.models import BigIntegerField, Count, Sum

from majungmul import __version__
from majungmul.books.files import store
from majungmul.books.trail.whole import one_instant
from majungmul.books.upkeep import archive, versions
from majungmul.books.upkeep.archive import LIGHT, Writer
from majungmul.books.upkeep.durable import new_file
from majungmul.books.upkeep.manifest import FILES, TABLES, ChainEnd, LedgerSum, Manifest
from majungmul.books.upkeep.tables import Table, lines_of, rows_of, tables_at

TOTALS = ("debits_pending", "debits_posted", "credits_pending", "credits_posted")


def back_up(path: Path, at: datetime) -> Manifest:
    """백업 — write all rows and stored contents to a new file, while others go on working; what is in it.

    A content that is missing or altered is left out and named in the manifest. Refuses where there is no
    database, a database newer than the program, and a name that is taken.
    """
    versions.refuse_absent()
    versions.refuse_newer(versions.applied())
    with new_file(path) as file:
        with _packed(file, path.parent) as writer:
            writer.close(_written(writer, at))
        file.flush()
        return archive.checked(Path(file.name))


@contextmanager
def _packed(file: IO[bytes], folder: Path) -> Iterator[Writer]:
    with tarfile.open(fileobj=file, mode="w:gz", compresslevel=LIGHT) as tar:
        yield Writer(tar, folder)


def _written(writer: Writer, at: datetime) -> Manifest:
    """Put everything in; what the manifest says of it."""
    with one_instant():
        steps = sorted(versions.applied())
        tables = tables_at(steps)
        for name, table in tables.items():
            writer.add_lines(f"{TABLES}{name}", lines_of(table))
        heads, sums, hashes = heads_of(tables), sums_of(tables), _hashes(tables)
    damaged = _contents(writer, hashes)
    return Manifest(
        program=__version__,
        database=connection.vendor,
        made_at=at,
        steps=steps,
        heads=heads,
        ledger=sums,
        damaged=damaged,
        members=writer.members,
    )


def _hashes(tables: dict[str, Table]) -> list[str]:
    """The contents that any row names."""
    return list(
        rows_of(tables["files_storedfile"]).order_by("sha256").values_list("sha256", flat=True).distinct()
    )


def _contents(writer: Writer, hashes: list[str]) -> list[str]:
    """Put the contents in, which never change once they are named; those that are not as they were stored."""
    damaged = [sha256 for sha256 in hashes if store.hash_of(sha256) != sha256]
    for sha256 in hashes:
        if sha256 not in damaged:
            writer.add_file(f"{FILES}{sha256}", store.path_of(sha256))
    return damaged


# ── by which a restore is known to be right ──────────────────────────────────────────────────────────────


def heads_of(tables: dict[str, Table]) -> list[ChainEnd]:
    """The end of every chain."""
    events = rows_of(tables["trail_event"]).order_by("jurisdiction", "-number")
    jurisdictions = events.order_by("jurisdiction").values_list("jurisdiction", flat=True).distinct()
    ends = [
        events.filter(jurisdiction=key).values("jurisdiction", "number", "hash")[0] for key in jurisdictions
    ]
    return [ChainEnd(**end) for end in ends]


def sums_of(tables: dict[str, Table]) -> list[LedgerSum]:
    """The totals of the accounts of every year."""
    years = rows_of(tables["ledger_account"]).order_by("jurisdiction", "year").values("jurisdiction", "year")
    sums = {name: Sum(name, output_field=BigIntegerField()) for name in TOTALS}
    return [LedgerSum(**row) for row in years.annotate(accounts=Count("id"), **sums)]
