"""검증 — everything worked out again and held against what is stored, as it was at one instant; read only.

Each check is a question to the book that knows. Here they are put together, with how much was looked at,
since a zero beside nothing looked at would say nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from django.apps import apps
from django.db import DatabaseError, connection

from majungmul.books.files.models import StoredFile
from majungmul.books.files.queries import broken_files
from majungmul.books.ledger.models import Account, Transfer
from majungmul.books.ledger.told import untold
from majungmul.books.ledger.verification import recomputed
from majungmul.books.parties.models import Jurisdiction
from majungmul.books.trail import anchor, chain, personal
from majungmul.books.trail.chain import Head
from majungmul.books.trail.guards import all_guards, foreign_keys, has_jurisdiction
from majungmul.books.trail.installed import missing_guards
from majungmul.books.trail.models import Event, PersonalValue
from majungmul.books.trail.whole import one_instant
from majungmul.books.upkeep import versions

MOST = 100
"""So many faults of one check are told: who altered a million rows is found by the first."""


@dataclass(frozen=True, slots=True)
class Fault:
    """어긋난 곳 — the table, its row, and what is wrong with it."""

    table: str
    row: str
    what: str

    def __str__(self) -> str:
        """The sentence."""
        return " ".join(filter(None, [self.table, self.row])) + f": {self.what}"


@dataclass(frozen=True, slots=True)
class Verification:
    """검증 결과 — of each check what it found, and how much was looked at."""

    found: Mapping[str, list[Fault]]
    looked_at: Mapping[str, int]

    @property
    def is_clean(self) -> bool:
        """Whether nothing is wrong."""
        return not any(self.found.values())

    def counted(self, check: str) -> str:
        """How many faults of a check, for a person."""
        count = len(self.found[check])
        return f"{count:,}건" + (" 이상" if count == MOST else "")


Anchors = Mapping[UUID, Head]


def verify(anchors: Anchors) -> Verification:
    """검증 — every check on the whole database; `anchors` are ends of chains kept elsewhere, or none.

    A database that is damaged itself is not looked at any further. Refuses where there is none, or one of
    another version than the program.
    """
    try:
        versions.refuse_other()
        with one_instant():
            found = {name: list(islice(check(anchors), MOST)) for name, check in CHECKS.items()}
            looked_at = {name: count() for name, count in COUNTS.items()}
        found["guards"] = [Fault(gap.table, gap.name, gap.what) for gap in missing_guards()]
    except DatabaseError as problem:
        if (
            type(problem) is not DatabaseError
        ):  # what SQLite raises over a damaged page has no name of its own
            raise
        return Verification(
            {"storage": [Fault("", "", f"데이터베이스 파일이 손상되었습니다({problem}).")]}, {}
        )
    return Verification(found, looked_at)


# ── the checks ───────────────────────────────────────────────────────────────────────────────────────────


def _storage(_: Anchors) -> Iterator[Fault]:
    """Pages and keys of the embedded database; a server looks after its own."""
    if connection.vendor == "sqlite":
        for (said,) in _rows("PRAGMA integrity_check(10)"):
            if said != "ok":
                yield Fault("", "", f"데이터베이스 파일이 손상되었습니다({said}).")
        for table, row, target, _number in _rows("PRAGMA foreign_key_check"):
            yield Fault(str(table), f"rowid {row}", f"가리키는 {target}의 줄이 없습니다.")


def _totals(_: Anchors) -> Iterator[Fault]:
    """The totals of accounts, from transfers."""
    for jurisdiction in _jurisdictions():
        yield from (Fault(each.table, str(each.row), each.what) for each in recomputed(jurisdiction))


def _told(_: Anchors) -> Iterator[Fault]:
    """The ledger's rows, as the chain tells them."""
    for jurisdiction in _jurisdictions():
        yield from (Fault(each.table, str(each.row), each.what) for each in untold(jurisdiction))


def _chains(anchors: Anchors) -> Iterator[Fault]:
    """The chain of every jurisdiction, its columns and its links; its end against one kept elsewhere."""
    for jurisdiction, broken in anchor.broken(dict(anchors)).items():
        yield Fault("trail_event", f"{jurisdiction} {broken.number}번", broken.what)
    for jurisdiction in set(_jurisdictions()) - set(chain.jurisdictions()):
        yield Fault("trail_event", str(jurisdiction), "이 자치단체의 이력이 하나도 없습니다.")


def _personal(_: Anchors) -> Iterator[Fault]:
    """Personal values kept beside the chain, against their hashes inside it."""
    for jurisdiction in _jurisdictions():
        if altered := personal.altered(jurisdiction):
            yield Fault("trail_personalvalue", str(altered.pk), "적힌 뒤에 바뀌었습니다.")


def _files(_: Anchors) -> Iterator[Fault]:
    """Stored contents, hashed anew."""
    yield from (Fault("files_storedfile", "", sentence) for sentence in broken_files())


def _crossing(_: Anchors) -> Iterator[Fault]:
    """Foreign keys into another jurisdiction: asked again, whatever the triggers let through."""
    for table, column, target in _keys():
        query = (
            f"SELECT own.id FROM {table} own JOIN {target} other ON other.id = own.{column} "  # noqa: S608 (names of ours)
            "WHERE other.jurisdiction_id <> own.jurisdiction_id ORDER BY own.id"
        )
        for (row,) in _rows(query):
            yield Fault(
                table, str(UUID(str(row))), f"‘{column}’이(가) 다른 자치단체의 {target}을(를) 가리킵니다."
            )


def _keys() -> list[tuple[str, str, str]]:
    """Table, column and target of each foreign key to a row that has a jurisdiction."""
    tables = [(model._meta.db_table, model) for model in apps.get_models() if has_jurisdiction(model)]
    return [(table, column, target) for table, model in tables for column, target in foreign_keys(model)]


def _jurisdictions() -> list[UUID]:
    return list(Jurisdiction.objects.order_by("id").values_list("id", flat=True))


def _rows(query: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())


CHECKS: dict[str, Callable[[Anchors], Iterator[Fault]]] = {
    "storage": _storage,
    "totals": _totals,
    "told": _told,
    "chain": _chains,
    "personal": _personal,
    "files": _files,
    "jurisdictions": _crossing,
}
"""What is asked at one instant; whether the guards stand (`guards`) is asked after it."""

COUNTS: dict[str, Callable[[], int]] = {
    "jurisdictions": lambda: len(_jurisdictions()),
    "accounts": Account.objects.count,
    "transfers": Transfer.objects.count,
    "events": Event.objects.count,
    "personal": PersonalValue.objects.count,
    "files": StoredFile.objects.count,
    "keys": lambda: len(_keys()),
    "guards": lambda: len(all_guards(apps, connection.vendor)),
}
