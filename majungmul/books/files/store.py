"""파일 보관소 — contents on disk, each once, under the hash that names it: `files/ab/cd/abcd…`.

A content is written beside its place, fsynced, and moved there in one step; then the folders are fsynced,
and only then may a row name it. The disk knows no names, no people and no database.
"""

import fcntl
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple
from uuid import uuid4

from django.conf import settings

from majungmul.books.files.kinds import Kind, kind_of
from majungmul.books.files.names import clean
from majungmul.books.files.refusals import FileGone, FileTooLarge

MEGABYTE = 1_000_000
MOST_BYTES = 50 * MEGABYTE
"""A hundred pages scanned in colour; what Gmail and 온나라 take is half of it or less."""

CHUNK = 1 << 18
HASH = re.compile(r"[0-9a-f]{64}")
ONLY_READ = 0o400
ONLY_US = 0o700


class Received(NamedTuple):
    """받은 파일 — a content on disk that no row names yet: its hash, size, kind, and its name made safe.

    It goes from `receive` to `attach` within one request: whoever could hand in a hash of their own
    choosing would get at a file that they never had.
    """

    sha256: str
    size: int
    kind: Kind
    name: str


def receive(stream: BinaryIO, name: str, most: int = MOST_BYTES) -> Received:
    """Store a content durably, before any transaction begins; `most` is in bytes.

    Refuses what is too large, empty, of a kind not taken, damaged or locked (see `kinds`), and keeps
    none of it.
    """
    _make(_incoming())
    path = _incoming() / f"{uuid4().hex}.part"
    try:
        sha256, size = _write(stream, path, most)
        kind = kind_of(path.read_bytes())
        _move(path, path_of(sha256))
    finally:
        path.unlink(missing_ok=True)
    return Received(sha256, size, kind, clean(name, kind.endings))


def path_of(sha256: str) -> Path:
    """Where the content of this hash is kept. Whatever is no hash is a bug, and never a path."""
    if not HASH.fullmatch(sha256):
        message = f"no sha256: {sha256!r}"
        raise ValueError(message)
    return _root() / sha256[:2] / sha256[2:4] / sha256


def hold(sha256: str) -> int:
    """Keep a content from being swept for another day; its size. Refuses (FileGone) one that is not there."""
    with alone():
        try:
            os.utime(path_of(sha256))
            return path_of(sha256).stat().st_size
        except FileNotFoundError:
            raise FileGone from None


def hash_of(sha256: str) -> str:
    """The hash of what is on disk under this hash, computed anew; empty where nothing is."""
    try:
        with path_of(sha256).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def contents() -> Iterator[list[Path]]:
    """All stored contents, folder by folder (256 of them)."""
    for folder in sorted(_root().glob("[0-9a-f][0-9a-f]")):
        found = sorted(folder.glob("[0-9a-f][0-9a-f]/" + "[0-9a-f]" * 64))
        yield [path for path in found if path == path_of(path.name) and _is_ours(path)]


def unfinished() -> list[Path]:
    """What was being received, or was when the machine stopped."""
    return [path for path in sorted(_incoming().glob("[0-9a-f]" * 32 + ".part")) if _is_ours(path)]


def _is_ours(path: Path) -> bool:
    """Whether it is a file, as everything is that the store writes: no folder and no link."""
    return path.is_file() and not path.is_symlink()


@contextmanager
def alone() -> Iterator[None]:
    """Let nobody else move, hold or sweep a content meanwhile."""
    _make(_root())
    with (_root() / "turn").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _root() -> Path:
    return Path(settings.HOME) / "files"


def _incoming() -> Path:
    return _root() / "incoming"


def _make(folder: Path) -> None:
    """Make a folder of the store and those above it, for us alone."""
    _root().parent.mkdir(parents=True, exist_ok=True)
    for each in (_root(), folder.parent, folder):
        each.mkdir(mode=ONLY_US, exist_ok=True)


def _write(stream: BinaryIO, path: Path, most: int) -> tuple[str, int]:
    """Write all of it and have it on disk: its hash and size. Refuses more than `most`."""
    whole, size = hashlib.sha256(), 0
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_READ), "wb") as file:
        while piece := stream.read(CHUNK):
            size += len(piece)
            if size > most:
                raise FileTooLarge(most=most // MEGABYTE)
            whole.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return whole.hexdigest(), size


def _move(path: Path, to: Path) -> None:
    """Put a finished content in its place, over the same content if it is there, and fsync the way."""
    with alone():
        _make(to.parent)
        path.replace(to)
    for folder in (to.parent, to.parent.parent, _root(), _root().parent):
        number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
