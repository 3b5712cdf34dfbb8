"""따로 보관하는 이력의 끝 — a small file, kept elsewhere, that finds a chain cut short or written anew.

A chain alone cannot: what is left of it, or all of it made again, is whole in itself.
"""

import json
import os
from datetime import datetime
from pathlib import Path
from uuid import UUID

from majungmul.books.trail import chain
from majungmul.books.trail.chain import Broken, Head
from majungmul.values.refusal import Refusal


class NotAnAnchor(Refusal):
    """보관 파일이 아님."""

    sentence = (
        "{path}은(는) 이력의 끝을 보관한 파일이 아닙니다. "
        "‘majungmul anchor -o 파일’로 만든 파일을 골라 주십시오."
    )


def write(path: Path, at: datetime) -> dict[UUID, Head]:
    """Write the end of every jurisdiction's chain, and when; whole or not at all. What was written."""
    heads = {jurisdiction: chain.head(jurisdiction) for jurisdiction in chain.jurisdictions()}
    said = [
        {"jurisdiction": str(jurisdiction), "number": head.number, "hash": head.hash}
        for jurisdiction, head in heads.items()
    ]
    beside = path.with_name(f"{path.name}.new")
    with beside.open("w", encoding="utf-8") as file:
        json.dump({"written_at": at.isoformat(), "heads": said}, file, indent=2)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    return heads


def read(path: Path) -> dict[UUID, Head]:
    """What such a file holds. Refuses any other file."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))["heads"]
        return {UUID(one["jurisdiction"]): Head(int(one["number"]), str(one["hash"])) for one in said}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise NotAnAnchor(path=path) from problem


def broken(anchors: dict[UUID, Head]) -> dict[UUID, Broken]:
    """The first broken event of each jurisdiction that has one; without anchors, as the chains alone tell."""
    found = {
        jurisdiction: chain.broken(jurisdiction, anchors.get(jurisdiction))
        for jurisdiction in sorted({*chain.jurisdictions(), *anchors})
    }
    return {jurisdiction: wrong for jurisdiction, wrong in found.items() if wrong}
