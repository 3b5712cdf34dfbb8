"""온전한 파일 — a file that is on disk whole, or not there at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from majungmul.values.refusal import Refusal


class InTheWay(Refusal):
    """같은 이름의 파일."""

    sentence = "{path} 파일이 이미 있어 덮어쓰지 않았습니다. 다른 이름을 적어 주십시오."


class CannotWrite(Refusal):
    """쓸 수 없는 곳."""

    sentence = "{path}에 쓰지 못했습니다. 폴더가 있는지, 쓸 수 있는지, 자리가 남았는지 확인해 주십시오."


class CannotRead(Refusal):
    """읽을 수 없는 파일."""

    sentence = "{path}을(를) 읽지 못했습니다. 이름과 권한을 확인해 주십시오."


@contextmanager
def new_file(path: Path, *, replace: bool = False) -> Iterator[IO[bytes]]:
    """A file to write, for its owner alone: under its name once all of it is on disk, else not at all.

    Refuses (InTheWay) a name that is taken, unless it is to be replaced, and (CannotWrite) where nothing
    can be written.
    """
    if not replace:
        refuse_taken(path)
    with writing_to(path), NamedTemporaryFile(dir=path.parent, prefix=".majungmul-", delete=False) as file:
        own = Path(file.name)
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
            own.replace(path)
        finally:
            own.unlink(missing_ok=True)  # its name is ours, made a moment ago
        keep_names(path.parent)


def refuse_taken(path: Path) -> None:
    """Refuse (InTheWay) a name that is taken."""
    if path.exists():
        raise InTheWay(path=path)


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """What the system refuses in there is refused with a sentence."""
    try:
        yield
    except OSError as problem:
        raise CannotWrite(path=path) from problem


def keep_names(folder: Path) -> None:
    """Have the names in a folder on disk, too."""
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
