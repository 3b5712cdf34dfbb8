"""단계로 쓰는 서식 — a form of a specification, section by section: kept with every press, handed in at the end.

A form is a `Writing`; its page calls `write`, its autosave `autosave`. How to use it: `Writing`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse

from majungmul.books.files.store import Received
from majungmul.programmes.form import Form, Section, Slot
from majungmul.programmes.form_answers import Answers, FieldMistake
from majungmul.values.won import Won
from majungmul.web.forms.steps_kept import Place

PAPERS, LAST = "papers", "last"
Values = dict[str, Any]
Files = Mapping[str, Received]


@dataclass(frozen=True, slots=True)
class Offered:
    """있는 파일 — one that may be handed in again for a slot: `code` names it, `file` is what it holds."""

    code: str
    name: str
    meta: str
    address: str
    file: Received
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """합계 — what was typed so far comes to, and the support for it with its sentence; of each row by its place."""

    label: str
    spent: Won
    support_label: str = ""
    support: Won | None = None
    because: str = ""
    each: Mapping[str, Won] = field(default_factory=dict)
    each_label: str = ""


def _nothing(*_of: object) -> None:
    return None


def _none_offered() -> Mapping[str, Sequence[Offered]]:
    return {}


def _no_mistakes(_values: Values) -> Sequence[FieldMistake]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """쓰는 서식 — what is asked, where it is kept, what is done with it at the end.

    `deed` runs the one action with the typed answers and the files by slot; it may drop the draft itself.
    `keep` lets a row have an uploaded file at once (slot, file, key); without it the files are chosen on the
    last page, and go into `deed` with it. `gone`: where to go when it was handed in already, and the draft
    is no more. `said`: what the template asks for besides; `kept_words`: by place, where a value came from.
    """

    form: Form
    place: Place
    address: str
    autosave: str
    deed: Callable[[Answers, Files], Any]
    then: Callable[[Any], str]
    title: str
    button: str = "제출"
    template: str = "parts/form_page.html"
    said: Mapping[str, Any] = field(default_factory=dict)
    kept_words: Mapping[str, str] = field(default_factory=dict)
    asked: Mapping[str, str] = field(default_factory=dict)
    """What somebody asked to be put right, by the place of its field, row, section or slot."""
    present: Mapping[str, str] = field(default_factory=dict)
    total: Callable[[Answers], Total | None] = _nothing
    offered: Callable[[], Mapping[str, Sequence[Offered]]] = _none_offered
    keep: Callable[[str, Received, str], object] | None = None
    more: Callable[[Values], Sequence[FieldMistake]] = _no_mistakes
    gone: Callable[[], HttpResponse | None] = _nothing
    last_label: str = "미리보기와 제출"
    first: str = ""
    """The step with which it begins; the first one where nothing is said."""

    @property
    def steps(self) -> list[tuple[str, str]]:
        """단계 — code and label: each section, the papers, the last one."""
        papers = [(PAPERS, "서류")] if self.form.papers and self.keep else []
        sections = [(each.code, each.label) for each in self.form.sections]
        return [*sections, *papers, (LAST, self.last_label)]

    def section(self, step: str) -> Section | None:
        """묶음 — that a step asks; None of the papers and the last one."""
        return next((each for each in self.form.sections if each.code == step), None)

    def step_of(self, place: str) -> str:
        """단계 — on which a field (`trades.0.amount`, `papers.minutes`) stands."""
        head = place.partition(".")[0]
        codes = [code for code, _ in self.steps]
        return head if head in codes else LAST

    def slots(self) -> Sequence[Slot]:
        """붙임 — that are asked on the last page, where nothing keeps them before."""
        return () if self.keep else self.form.papers
