"""백업의 목록 — what a backup says of itself, by which it is known to be whole, and a restore to be right."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from majungmul.books.upkeep.versions import Step

TABLES = "tables/"
FILES = "files/"
NAME = rf"^({TABLES}[a-z0-9_]+|{FILES}[0-9a-f]{{64}})$"


class Said(BaseModel):
    """백업에 적힌 것 — a part of the manifest."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Member(Said):
    """백업에 담긴 것 — the hash and size in bytes of one member; of a table also how many rows."""

    sha256: str
    size: int
    rows: int = 0


class ChainEnd(Said):
    """백업한 이력의 끝 — of one jurisdiction."""

    jurisdiction: UUID
    number: int
    hash: str


class LedgerSum(Said):
    """백업한 원장의 합계 — of one jurisdiction's year: how many accounts, and their four totals in won."""

    jurisdiction: UUID
    year: int
    accounts: int
    debits_pending: int
    debits_posted: int
    credits_pending: int
    credits_posted: int


class Manifest(Said):
    """백업의 목록 — what is in a backup, by which it is known to be whole and a restore to be right.

    `damaged` names the contents that were not as stored when the backup was made; they are not in it.
    """

    format: Literal[1] = 1
    program: str
    database: str
    made_at: datetime
    steps: list[Step]
    heads: list[ChainEnd]
    ledger: list[LedgerSum]
    damaged: list[str]
    members: dict[Annotated[str, StringConstraints(pattern=NAME)], Member]

    @model_validator(mode="after")
    def contents_are_named_by_their_hash(self) -> Self:
        """Refuse a content under another name than its own."""
        if any(
            name.startswith(FILES) and name != f"{FILES}{member.sha256}"
            for name, member in self.members.items()
        ):
            message = "a content is not the one that its name says"
            raise ValueError(message)
        return self

    def __str__(self) -> str:
        """What is in it, for a person."""
        chains = ", ".join(f"{end.number:,}번까지" for end in self.heads) or "없음"
        return f"기록 {self.rows:,}줄 · 보관 파일 {self.files:,}개 · 이력 {chains}"

    @property
    def summary(self) -> dict[str, object]:
        """What is in it, for a program."""
        said = self.model_dump(mode="json", include={"made_at", "heads", "ledger", "damaged"})
        return {"rows": self.rows, "files": self.files, **said}

    @property
    def rows(self) -> int:
        """Of all tables together."""
        return sum(member.rows for member in self.members.values())

    @property
    def files(self) -> int:
        """How many stored contents."""
        return sum(name.startswith(FILES) for name in self.members)
