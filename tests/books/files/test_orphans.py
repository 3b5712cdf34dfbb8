"""고아 파일: what no row names is gone after a day; what some row names, or anybody else put there, stays."""

import os
from collections.abc import Collection
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from majungmul.books.files import queries, store
from majungmul.books.files.orphans import Swept, sweep
from tests.books.files.samples import csv, pdf, png
from tests.books.files.test_attached import a_paper, hand_in
from tests.given import NOON, SEOUL, a_cooperative, a_key, an_officer

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def later(by: timedelta) -> datetime:
    return datetime.now(SEOUL) + by


def received(data: bytes) -> Path:
    return store.path_of(store.receive(BytesIO(data), "파일").sha256)


def unfinished(home: Path) -> Path:
    store.receive(BytesIO(csv()), "파일")
    path = home / "files" / "incoming" / f"{'0' * 32}.part"
    path.write_bytes(b"half")
    return path


def test_an_orphan_is_swept_after_a_day_and_not_before(home: Path) -> None:
    orphan, half = received(pdf()), unfinished(home)
    assert sweep(later(23 * HOUR)) == Swept(0, 0)
    assert orphan.exists()
    assert half.exists()
    assert sweep(later(25 * HOUR)) == Swept(orphans=2, unfinished=1)
    assert not orphan.exists()
    assert not half.exists()
    assert sweep(later(25 * HOUR)) == Swept(0, 0)


def test_a_content_that_a_row_names_is_never_swept() -> None:
    kept, orphan = store.path_of(a_paper().file.sha256), received(png())
    assert sweep(later(timedelta(days=4000))) == Swept(orphans=1, unfinished=0)
    assert kept.exists()
    assert not orphan.exists()


def test_an_old_orphan_that_comes_again_is_young() -> None:
    orphan = received(pdf())
    moment = later(25 * HOUR)
    received(pdf())
    assert sweep(moment - 2 * HOUR) == Swept(0, 0)
    store.hold(orphan.name)
    assert sweep(moment - 2 * HOUR) == Swept(0, 0)
    assert orphan.exists()


def test_a_row_that_comes_while_it_is_swept_keeps_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = store.receive(BytesIO(pdf()), "파일")
    path = store.path_of(paper.sha256)
    two_days_ago = later(-48 * HOUR).timestamp()
    os.utime(path, (two_days_ago, two_days_ago))
    by = an_officer()
    body, asked = a_cooperative(by), queries.named

    def named(hashes: Collection[str]) -> set[str]:
        """The sweeper asks, and then the row is written."""
        answer = asked(hashes)
        hand_in(body.pk, paper, by=by, at=NOON, key=a_key())
        return answer

    monkeypatch.setattr(queries, "named", named)
    assert sweep(later(HOUR)) == Swept(0, 0)
    assert path.exists()


def test_only_what_the_store_named_is_swept(home: Path) -> None:
    orphan = received(pdf())
    elsewhere = home / "majungmul.sqlite3"
    name = "f" * 64
    others = [
        elsewhere,
        home / "files" / "README",
        orphan.with_suffix(".old"),
        orphan.parent / name,  # a hash in another hash's folder
        home / "files" / "incoming" / "청구서.pdf",
        home / "files" / "incoming" / "..part",
    ]
    for path in others:
        path.write_bytes(b"x")
    folder = home / "files" / "ff" / "ff" / name
    folder.mkdir(parents=True)
    link = home / "files" / "ee" / "ee" / ("e" * 64)
    link.parent.mkdir(parents=True)
    link.symlink_to(elsewhere)
    assert sweep(later(25 * HOUR)) == Swept(orphans=1, unfinished=0)
    assert all(path.exists() for path in [*others, folder, link])


def test_an_empty_home_has_nothing_to_sweep() -> None:
    assert sweep(later(25 * HOUR)) == Swept(0, 0)
