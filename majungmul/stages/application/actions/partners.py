"""거래조합 — the partners of a trade as they were typed: one, several, or some by number (외 14곳)."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from majungmul.books.parties.models import Organisation
from majungmul.books.parties.names import plain
from majungmul.books.parties.queries.bodies import by_number, find, standing

COMMAS = re.compile(r"[,，、;\n]")
BETWEEN = re.compile(r"[·ㆍ/]")
"""Signs that stand between names, and within some: only names on both sides are taken apart."""
ENDINGS = ("조합", "연합회", "(조)", "(연)")
AND_OTHERS = re.compile(r"\s*외\s*([0-9]{1,4})\s*(?:곳|개|개사|개 ?조합|개소|조합|명)?$")


@dataclass(frozen=True, slots=True)
class Partners:
    """거래조합들 — each name with the body that it is known as, or None; `others`: how many more there are."""

    known: dict[str, Organisation | None]
    others: int

    @property
    def keys(self) -> frozenset[str]:
        """What tells these partners from others: the body where it is known, the plain name otherwise."""
        return frozenset(key_of(name, body.pk if body else None) for name, body in self.known.items())


def key_of(name: str, body: UUID | None) -> str:
    """The body's key, or the plain form of the name."""
    return str(body) if body else plain(name)


def partners_of(jurisdiction: UUID, row: dict[str, Any]) -> Partners:
    """거래조합 — of a planned trade; the number, where one is given, says who the first one is.

    A name that several bodies have is known as none of them.
    """
    names, others = split(jurisdiction, str(row["partners"]))
    known = {name: _body(jurisdiction, name) for name in names}
    if row.get("partner_number"):
        numbered = by_number(jurisdiction, row["partner_number"].digits)
        first = names[0] if names else str(numbered.name if numbered else row["partner_number"])
        known = {first: numbered or known.get(first)} | {name: known[name] for name in names[1:]}
    return Partners(known, int(row.get("others", others)))


def split(jurisdiction: UUID, text: str) -> tuple[list[str], int]:
    """나누기 — the names that were typed, each once, and the number of others behind them (외 14곳).

    At ‘,’ ‘，’ ‘、’ always; at ‘·’ and ‘/’ where each piece is a name by itself and the whole is none.
    """
    others = 0
    names: dict[str, None] = {}
    for typed in COMMAS.split(text):
        piece = typed.strip()
        if more := AND_OTHERS.search(piece):
            others += int(more[1])
            piece = piece[: more.start()].strip()
        for name in _apart(jurisdiction, piece):
            names[name] = None
    return list(names), others


def same_bodies(jurisdiction: UUID, name: str) -> list[Organisation]:
    """Every body that has this name, or this other name."""
    return find(jurisdiction, name).same


def _apart(jurisdiction: UUID, piece: str) -> list[str]:
    """The names in a piece between commas."""
    pieces = [each.strip() for each in BETWEEN.split(piece) if each.strip()]
    if len(pieces) < 2 or same_bodies(jurisdiction, piece):  # noqa: PLR2004 - one name
        return [piece] if piece else []
    stand_alone = all(each.endswith(ENDINGS) or same_bodies(jurisdiction, each) for each in pieces)
    return pieces if stand_alone else [piece]


def _body(jurisdiction: UUID, name: str) -> Organisation | None:
    same = same_bodies(jurisdiction, name)
    return standing(same[0]) if len(same) == 1 else None
