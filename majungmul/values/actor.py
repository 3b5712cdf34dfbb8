"""행위자 — who acts, handed in from the edge as values."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """행위자 — the person, the position that person acts in, and its title now; from which request.

    `for_title` names the position that is acted for (대결·직무대리); empty where none is.
    """

    jurisdiction: UUID
    office: UUID
    person: UUID
    name: str
    position: UUID
    title: str
    request: str = ""
    for_title: str = ""
