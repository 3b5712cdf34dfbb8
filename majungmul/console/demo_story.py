"""The story's part of `majungmul demo`: a process that tells it, its progress, its folder."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from majungmul.console import surroundings
from majungmul.values.refusal import Refusal

TELL = "import sys; from majungmul.console.demo_books import tell; tell(sys.argv[1])"
MARK = "majungmul-demo"
"""A file that says: this folder is the demo's, and may be thrown away."""

TOLD = "told.json"
"""Up to which day it was told, by which program, and what its verification found."""

Bar = Callable[[int, int, str], None]


class NotOurFolder(Refusal):
    """연습 폴더가 아님."""

    sentence = (
        "{folder}은(는) 이 명령이 만든 연습 폴더가 아니어서 쓰지 않았습니다. 다른 이름으로 옮겨 주십시오."
    )


class NotToldOn(Refusal):
    """이어서 들려줄 수 없음."""

    sentence = "연습 자료를 이어서 만들 수 없습니다: {why} 처음부터 다시 하려면 ‘--reset’을 붙여 주십시오."


class NotToldFurther(NotToldOn):
    """그대로 보여 줌."""

    sentence = (
        "연습 자료에서 하신 일이 있어 이야기를 {until} 뒤로는 잇지 않고 그대로 보여 드립니다({why}). "
        "처음부터 다시 하려면 ‘--reset’을 붙여 주십시오."
    )


def told_until(folder: Path, today: date) -> dict[str, Any]:
    """What is there: told further only where it was told up to another day, or by another program.

    Refuses (NotToldFurther) where it can be shown, and what was done in it stands in the story's way.
    """
    known = _known(folder)
    is_of_this = bool(known) and known["program"] == _program()
    if is_of_this and known["until"] >= today.isoformat():
        return known
    if is_of_this and known.get("tried") == today.isoformat():
        raise NotToldFurther(until=known["until"], why=known["why"])
    try:
        told_in(folder, today, is_shown=True)
    except NotToldOn as refused:
        if not known or refused.places["is_of_another_version"]:
            raise
        why = str(refused.places["why"])
        _write(folder, known | {"program": _program(), "tried": today.isoformat(), "why": why})
        raise NotToldFurther(until=known["until"], why=why) from refused
    return _known(folder)


def _known(folder: Path) -> dict[str, Any]:
    """What is noted of it; nothing where it was never told to the end, or its database is gone."""
    noted = folder / TOLD
    if not (noted.is_file() and (folder / MARK).is_file() and (folder / "majungmul.sqlite3").is_file()):
        return {}
    known: dict[str, Any] = json.loads(noted.read_text(encoding="utf-8"))
    return known


def _note(folder: Path, today: date, books: dict[str, Any]) -> None:
    counted = {name: books["looked_at"][name] for name in ("events", "transfers")}
    noted = {"until": today.isoformat(), "program": _program(), "faults": books["faults"], **counted}
    _write(folder, noted)


def _write(folder: Path, noted: dict[str, Any]) -> None:
    fresh = folder / f"{TOLD}.new"
    fresh.write_text(json.dumps(noted), encoding="utf-8")
    fresh.replace(folder / TOLD)


def _program() -> str:
    """What decides whether a story that was told is the one that would be told now."""
    package = Path(__file__).parents[1]
    told = [*package.glob("story/**/*.py"), *package.glob("*/*/migrations/*.py")]
    return sha256(b"".join(path.read_bytes() for path in sorted(told))).hexdigest()


def told_in(folder: Path, today: date, *, is_shown: bool) -> dict[str, Any]:
    """What came of the story, told in the folder up to that day; a second time only what is new is told.

    Refuses a folder that is not the demo's, and one whose story is of another version.
    """
    _make(folder)
    outer = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}  # noqa: TID251
    own = {"MAJUNGMUL_HOME": str(folder), "DJANGO_SETTINGS_MODULE": "majungmul.config.settings"}
    command = [sys.executable, "-c", TELL, today.isoformat()]
    with (
        subprocess.Popen(command, env={**outer, **own}, stdout=subprocess.PIPE) as running,  # noqa: S603 - ours
        _bar(is_shown=is_shown) as bar,
    ):
        said = _listen(running, bar)
    if "refusal" in said:
        raise NotToldOn(why=said["refusal"], is_of_another_version=said["is_of_another_version"])
    if "stopped" in said:
        raise surroundings.why(said["stopped"], where=folder, what="연습 자료")
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    books: dict[str, Any] = said["books"]
    _note(folder, today, books)
    return books


def reset(folder: Path) -> None:
    """Throw the demo's folder away. Refuses one that the demo did not make."""
    if folder.exists():
        _refuse_other(folder)
        shutil.rmtree(folder)


def _make(folder: Path) -> None:
    if folder.exists():
        _refuse_other(folder)
        surroundings.refuse_unwritable(folder)
        return
    folder.mkdir(parents=True)
    (folder / MARK).write_text("‘majungmul demo’의 연습 자료입니다. 지워도 됩니다.\n", encoding="utf-8")


def _refuse_other(folder: Path) -> None:
    if folder.is_symlink() or not (folder / MARK).is_file():
        raise NotOurFolder(folder=folder)


def _listen(running: "subprocess.Popen[bytes]", bar: Bar) -> dict[str, Any]:
    """What the process says at last; its steps move the bar."""
    last: dict[str, Any] = {}
    for line in running.stdout or ():
        last = json.loads(line)
        if "step" in last:
            bar(*last["step"])
    return last


@contextmanager
def _bar(*, is_shown: bool) -> Iterator[Bar]:
    """A progress bar on a terminal; where the output is piped, or JSON, none."""
    if not (is_shown and sys.stderr.isatty()):
        yield lambda _done, _of, _what: None
        return
    from rich.console import Console  # noqa: PLC0415 - JSON is printed without it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("이야기를 들려줍니다")
        yield lambda done, of, what: progress.update(task, completed=done, total=of, description=what)
