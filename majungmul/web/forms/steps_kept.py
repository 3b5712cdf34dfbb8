"""쓰던 서식 — what was typed so far, kept as it is typed; what two windows typed at once is both kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from majungmul.books.trail import drafts
from majungmul.programmes.form_answers import Answers
from majungmul.values.actor import Actor

ON_ITS_WAY = timedelta(seconds=10)
"""How long a save that was sent as somebody typed may be on its way."""
TRIES = 5
"""How often a save that another one overtook is tried again."""


@dataclass(frozen=True, slots=True)
class Kept:
    """임시 저장 — the answers as typed, the file chosen for each slot, which version, and what waits beside it.

    `tab`: the page that saved last; `left`: the page that was left by a button last. `other`: the answers of a
    window that saved after another one had.
    """

    answers: Answers
    files: Mapping[str, str] = field(default_factory=dict)
    version: int = 0
    tab: str = ""
    left: str = ""
    step: str = ""
    saved_at: datetime | None = None
    other: Answers | None = None

    @property
    def content(self) -> dict[str, Any]:
        """As it is stored: plain JSON."""
        return {
            "answers": self.answers,
            "files": dict(self.files),
            "tab": self.tab,
            "left": self.left,
            "step": self.step,
            "saved_at": self.saved_at.isoformat() if self.saved_at else "",
            "other": self.other,
        }


@dataclass(frozen=True, slots=True)
class Place:
    """서식의 자리 — under which name a form is kept, what it is about, and with what it begins (asked once needed)."""

    name: str
    about: UUID
    start: Answers | Callable[[], Answers]

    @property
    def begun(self) -> Answers:
        """What the form begins with."""
        return self.start() if callable(self.start) else self.start


def kept_of(place: Place, by: Actor) -> Kept:
    """쓰던 것 — of this person; what the form begins with, where nothing was kept."""
    draft = drafts.of(place.name, place.about, by=by)
    if draft is None:
        return Kept(place.begun)
    content = draft.content
    at = content.get("saved_at")
    return Kept(
        content.get("answers", {}),
        content.get("files", {}),
        draft.version,
        content.get("tab", ""),
        content.get("left", ""),
        content.get("step", ""),
        datetime.fromisoformat(at) if at else None,
        content.get("other"),
    )


@dataclass(frozen=True, slots=True)
class Typing:
    """지금 적은 것 — what one page sends: the answers and files it holds, and of which version it was drawn."""

    answers: Answers
    files: Mapping[str, str]
    seen: int
    tab: str
    step: str
    is_press: bool = False

    def is_late(self, kept: Kept, at: datetime) -> bool:
        """Whether it was sent before a button of its own page was pressed, and came after: that held all of it."""
        is_behind = not self.is_press and self.tab == kept.left and self.seen != kept.version
        return is_behind and kept.saved_at is not None and at - kept.saved_at < ON_ITS_WAY

    def is_stale(self, kept: Kept) -> bool:
        """Whether another window has saved since, and what it saved is not what this one holds."""
        return kept.version != self.seen and kept.tab != self.tab and self.differs(kept)

    def differs(self, kept: Kept) -> bool:
        """Whether it holds what is not kept yet."""
        return self._answers(kept) != kept.answers or self._files(kept) != dict(kept.files)

    def onto(self, kept: Kept, at: datetime) -> Kept:
        """What is to be kept now. A stale one is put beside what is there: nothing is lost."""
        if self.is_stale(kept):
            return replace(kept, other=self._answers(kept), saved_at=at)
        return replace(
            kept,
            answers=self._answers(kept),
            files=self._files(kept),
            tab=self.tab,
            left=self.tab if self.is_press else kept.left,
            step=self.step,
            saved_at=at,
        )

    def _answers(self, kept: Kept) -> Answers:
        return {**kept.answers, **self.answers}

    def _files(self, kept: Kept) -> dict[str, str]:
        return {**kept.files, **self.files}


def keep(place: Place, typing: Typing, *, by: Actor, at: datetime) -> tuple[Kept, bool]:
    """저장 — what was typed, onto what is there; and whether it went beside it, as another window was first."""
    for left in reversed(range(TRIES)):
        kept = kept_of(place, by)
        if typing.is_late(kept, at) or (kept.version and not typing.differs(kept) and not typing.is_press):
            return kept, False
        try:
            return write(place, typing.onto(kept, at), by=by), typing.is_stale(kept)
        except drafts.SavedElsewhere:
            if not left:
                raise
    raise drafts.SavedElsewhere


def write(place: Place, kept: Kept, *, by: Actor) -> Kept:
    """쓰기 — the next version of the draft."""
    draft = drafts.keep(place.name, place.about, kept.content, kept.version, by=by)
    return replace(kept, version=draft.version)


def choose(place: Place, *, mine: bool, by: Actor, at: datetime) -> Kept:
    """고르기 — of two versions that of the window that saved last (`mine`), or what was there before."""
    kept = kept_of(place, by)
    if kept.other is None:
        return kept
    answers = kept.other if mine else kept.answers
    return write(place, replace(kept, answers=answers, other=None, tab="", saved_at=at), by=by)
