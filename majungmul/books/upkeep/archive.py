"""백업 파일 — one gzipped tar: the rows of each table, each stored content, and last a manifest of it all."""

import gzip
import hashlib
import tarfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from pydantic import ValidationError

from majungmul.books.upkeep.durable import CannotRead
from majungmul.books.upkeep.manifest import Manifest, Member
from majungmul.values.refusal import Refusal

MANIFEST = "manifest.json"
PACKED = b"\x1f\x8b"
CHUNK = 1 << 18
LIGHT = 1
"""How hard to pack: rows shrink to a fifth at once, papers hardly at all however long it takes."""
DAMAGE = (tarfile.TarError, OSError, EOFError, zlib.error, ValueError)
"""What reading a file raises that is no such archive, or not whole."""


class NotABackup(Refusal):
    """백업 파일이 아님."""

    sentence = (
        "{path}은(는) 이 프로그램이 읽을 수 있는 백업이 아닙니다. ‘majungmul backup’으로 만든 파일인지, "
        "더 새 판의 프로그램으로 만든 것은 아닌지 확인해 주십시오."
    )


class DamagedBackup(Refusal):
    """손상된 백업."""

    sentence = (
        "{path}의 내용이 만들 때와 다르거나 끝까지 있지 않습니다. 아무것도 되살리지 않았습니다. "
        "다른 곳에 보관한 백업을 써 주십시오."
    )


# ── writing ──────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Writer:
    """백업을 쓰는 이 — puts members into an archive, and remembers what the manifest will say of them."""

    tar: tarfile.TarFile
    folder: Path
    members: dict[str, Member] = field(default_factory=dict)

    def add_lines(self, name: str, lines: Iterable[bytes]) -> None:
        """A member of lines, the first of which is no row; a tar wants to know its size first."""
        with TemporaryFile(dir=self.folder) as waiting:
            rows = -1
            for line in lines:
                waiting.write(line)
                rows += 1
            self._add(name, waiting, rows)

    def add_file(self, name: str, path: Path) -> None:
        """A member that is a file."""
        with path.open("rb") as file:
            self._add(name, file)

    def _add(self, name: str, file: IO[bytes], rows: int = 0) -> None:
        size = file.seek(0, 2)
        file.seek(0)
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]  # any file does
        file.seek(0)
        self.tar.addfile(_entry(name, size), file)
        self.members[name] = Member(sha256=sha256, size=size, rows=rows)

    def close(self, manifest: Manifest) -> None:
        """Write the manifest, the last member."""
        said = manifest.model_dump_json(indent=1).encode()
        self.tar.addfile(_entry(MANIFEST, len(said)), BytesIO(said))


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────────


def members(path: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Each member's name and content, in their order, to the very end. No name is ever a path."""
    with gzip.open(path) as whole:
        with tarfile.open(fileobj=whole, mode="r|") as tar:
            for entry in tar:
                content = tar.extractfile(entry)
                if content is None:
                    raise tarfile.ReadError(entry.name)
                yield entry.name, content
        _rest(whole)


def _rest(whole: gzip.GzipFile) -> None:
    """Read what is left: behind the last byte stands the checksum of it all, which is then compared."""
    while whole.read(CHUNK):
        pass


def checked(path: Path) -> Manifest:
    """The manifest of an archive every byte of which is as it was written.

    Refuses what is no backup (NotABackup), is not whole (DamagedBackup), or cannot be read (CannotRead).
    """
    try:
        with path.open("rb") as file:
            begins = file.read(len(PACKED))
    except OSError as problem:
        raise CannotRead(path=path) from problem
    if begins != PACKED:
        raise NotABackup(path=path)
    try:
        found, said = _found(path)
    except DAMAGE as problem:
        raise DamagedBackup(path=path) from problem
    manifest = _manifest(path, said)
    wanted = [(name, member.sha256, member.size) for name, member in manifest.members.items()]
    if sorted(found) != sorted(wanted):
        raise DamagedBackup(path=path)
    return manifest


def _found(path: Path) -> tuple[list[tuple[str, str, int]], bytes]:
    """Name, hash and size of each member, and what the manifest says."""
    found, said = [], b""
    for name, content in members(path):
        if name == MANIFEST:
            said = content.read()
        else:
            found.append((name, *_measured(content)))
    return found, said


def _measured(content: IO[bytes]) -> tuple[str, int]:
    whole, size = hashlib.sha256(), 0
    while piece := content.read(CHUNK):
        whole.update(piece)
        size += len(piece)
    return whole.hexdigest(), size


def _manifest(path: Path, said: bytes) -> Manifest:
    try:
        return Manifest.model_validate_json(said)
    except ValidationError as problem:
        raise NotABackup(path=path) from problem
