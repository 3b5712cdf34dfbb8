"""파일 보관소: a content is whole on disk under its hash, once, or nothing of it is there."""

import hashlib
import os
from io import BytesIO
from pathlib import Path

import pytest

from majungmul.books.files import store
from majungmul.books.files.kinds import Kind
from majungmul.books.files.refusals import FileGone, FileTooLarge, KindNotAllowed
from tests.books.files.samples import csv, pdf


def files_in(home: Path) -> list[str]:
    """What the store holds, besides the file by which it takes turns."""
    found = (path.relative_to(home / "files") for path in (home / "files").rglob("*") if path.is_file())
    return sorted(str(path) for path in found if str(path) != "turn")


def test_a_content_is_kept_under_its_hash(home: Path) -> None:
    received = store.receive(BytesIO(pdf()), "../청구서.pdf")
    sha256 = hashlib.sha256(pdf()).hexdigest()
    assert received == (sha256, len(pdf()), Kind.PDF, "청구서.pdf")
    assert files_in(home) == [f"{sha256[:2]}/{sha256[2:4]}/{sha256}"]
    assert store.path_of(sha256).read_bytes() == pdf()


def test_nobody_else_may_read_it_and_nobody_write_it(home: Path) -> None:
    path = store.path_of(store.receive(BytesIO(pdf()), "청구서.pdf").sha256)
    assert path.stat().st_mode & 0o777 == 0o400
    folders = [home / "files", home / "files/incoming", path.parent, path.parent.parent]
    assert {folder.stat().st_mode & 0o777 for folder in folders} == {0o700}


def test_the_same_content_is_kept_once(home: Path) -> None:
    first, second = (store.receive(BytesIO(pdf()), name) for name in ("청구서.pdf", "영수증.pdf"))
    assert first.sha256 == second.sha256
    assert len(files_in(home)) == 1


def test_the_same_content_again_heals_one_that_went_bad() -> None:
    path = store.path_of(store.receive(BytesIO(pdf()), "청구서.pdf").sha256)
    path.chmod(0o600)
    path.write_bytes(b"bad")
    store.receive(BytesIO(pdf()), "청구서.pdf")
    assert path.read_bytes() == pdf()


@pytest.mark.parametrize(
    ("data", "most", "refusal"),
    [(csv() * 100_000, 1_000_000, FileTooLarge), (b"MZ" + bytes(100), 1_000_000, KindNotAllowed)],
)
def test_nothing_is_left_of_what_is_refused(
    data: bytes, most: int, refusal: type[Exception], home: Path
) -> None:
    with pytest.raises(refusal):
        store.receive(BytesIO(data), "청구서.csv", most)
    assert files_in(home) == []


def test_a_file_of_the_largest_size_is_taken_and_a_byte_more_refused() -> None:
    data = csv()
    assert store.receive(BytesIO(data), "청구서.csv", len(data)).size == len(data)
    with pytest.raises(FileTooLarge, match="50MB보다 큽니다"):
        store.receive(BytesIO(b"a,b\n" * (store.MOST_BYTES // 4) + b"a"), "청구서.csv")


def test_no_more_is_read_than_the_limit() -> None:
    endless = Endless()
    with pytest.raises(FileTooLarge):
        store.receive(endless, "청구서.csv")
    assert endless.read_so_far <= store.MOST_BYTES + store.CHUNK


class Endless(BytesIO):
    """A stream that goes on for ever."""

    read_so_far = 0

    def read(self, size: int | None = -1) -> bytes:
        assert size is not None
        self.read_so_far += size
        return bytes(size)


def test_file_then_its_folders_are_synced_around_the_move(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    fsync, rename = os.fsync, os.rename

    def noted_sync(number: int) -> None:
        steps.append(Path(f"/proc/self/fd/{number}").resolve().name)
        fsync(number)

    def noted_move(source: Path, target: Path) -> None:
        steps.append("moved")
        rename(source, target)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(os, "replace", noted_move)
    sha256 = store.receive(BytesIO(pdf()), "청구서.pdf").sha256
    assert steps[0].endswith(".part")
    assert steps[1:5] == ["moved", sha256[2:4], sha256[:2], "files"]


@pytest.mark.parametrize(
    "no_hash", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "/..", "ab/" + "c" * 61]
)
def test_a_path_is_made_of_a_hash_and_nothing_else(no_hash: str) -> None:
    with pytest.raises(ValueError, match="no sha256"):
        store.path_of(no_hash)


def test_a_content_that_is_not_there_cannot_be_held() -> None:
    with pytest.raises(FileGone, match="다시 올려 주십시오"):
        store.hold("0" * 64)
