"""서식의 쪽 — one step of a form as it is shown: what was typed, what is to be put right, what it comes to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from django.http import HttpResponse
from django.utils.http import urlencode

from majungmul.programmes.form import AMOUNTS, Field, Slot
from majungmul.programmes.form import PAPERS as SLOTS
from majungmul.programmes.form_answers import FieldMistake, missing_papers, read
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked
from majungmul.web.forms.steps import LAST, PAPERS, Offered, Total, Writing
from majungmul.web.forms.steps_kept import Kept
from majungmul.web.forms.typed import Typed
from majungmul.web.showing import show

LONGEST = 20
"""No amount has more digits."""


@dataclass(frozen=True, slots=True)
class Shown:
    """보이는 쪽 — the step of a writing, and all that its template draws."""

    writing: Writing
    kept: Kept
    step: str
    typed: Typed
    offered: Mapping[str, Sequence[Offered]]
    chosen: Mapping[str, str]
    tab: str
    is_checked: bool

    @property
    def labels(self) -> list[str]:
        """The steps by name."""
        return [label for _, label in self.writing.steps]

    @property
    def now(self) -> int:
        """Which of them this is, from zero."""
        return [code for code, _ in self.writing.steps].index(self.step)

    @property
    def before(self) -> str:
        """The name of the step before; empty on the first."""
        return self.labels[self.now - 1] if self.now else ""

    @property
    def next(self) -> str:
        """The name of the next step; empty on the last."""
        return self.labels[self.now + 1] if self.now + 1 < len(self.labels) else ""

    @property
    def total(self) -> Total | None:
        """What the answers come to: on the step that adds them up, and on the last one."""
        adds = self.writing.form.adds.partition(".")[0]
        return self.writing.total(self.kept.answers) if self.step in (adds, LAST) else None

    @property
    def problems(self) -> list[tuple[str, str, str]]:
        """고칠 곳 — address, name of the field, what to write: of all steps, each at its step."""
        return [self._problem(each) for each in self.typed.mistakes]

    def slots(self, required: bool) -> list[Slot]:  # noqa: FBT001 - as a template asks
        """붙임 — those that are asked, the required ones or the others."""
        asked = (each for each in self.writing.form.papers if self.typed.is_shown(each.shown_when, ""))
        return [each for each in asked if each.required is required]

    @property
    def has_optional(self) -> bool:
        """Whether one of the others has a file, or something is to be put right there."""
        others = self.slots(required=False)
        return any(
            self.chosen.get(each.code) or self.typed.mistake(f"{SLOTS}.{each.code}") for each in others
        )

    @property
    def field_mistakes(self) -> list[FieldMistake]:
        """고칠 칸 — without the papers that are missing."""
        return [each for each in self.typed.mistakes if not each.field.startswith(f"{SLOTS}.")]

    def files(self, slot: str) -> Offered | None:
        """The file that is chosen for a slot."""
        return next((each for each in self.offered.get(slot, ()) if each.code == self.chosen.get(slot)), None)

    def shown(self, one: Field, place: str) -> str:
        """What was typed, as a reader needs it: amounts with commas, the label of a choice."""
        typed = self.typed.value(place)
        labels = {"yes": "예", "no": "아니요"} if one.kind == "yes_no" else {}
        labels |= {each.code: each.label for each in one.choices}
        bare = typed.replace(",", "").removesuffix("원").strip()
        if one.kind in AMOUNTS and bare.isdecimal():
            return f"{bare}원" if not bare.isascii() else f"{int(bare[:LONGEST]):,}원"
        return labels.get(typed, typed)

    def kept_word(self, place: str) -> str:
        """Where the value of a field came from, as long as it is that value."""
        word = self.writing.kept_words.get(place, "")
        began = Typed(self.writing.form, self.writing.place.begun).value(place) if word else ""
        return word if began == self.typed.value(place) else ""

    def fields(self, place: str) -> list[Field]:
        """칸 — of a row of this step, without those that another section hides, with when they are asked."""
        section = self.writing.section(self.step)
        return [
            self._told(each)
            for each in (section.fields if section else ())
            if not (each.shown_when and "." in each.shown_when.field)
            or self.typed.is_shown(each.shown_when, place)
        ]

    def _told(self, one: Field) -> Field:
        """The field with the condition in words, for those whose browser hides nothing."""
        section = self.writing.section(self.step)
        if one.shown_when is None or "." in one.shown_when.field or section is None:
            return one
        deciding = next(each for each in section.fields if each.code == one.shown_when.field)
        offered = {"yes": "예", "no": "아니요"} | {each.code: each.label for each in deciding.choices}
        words = "·".join(offered.get(code, code) for code in one.shown_when.is_one_of)
        told = f"‘{deciding.label}’이(가) ‘{words}’일 때만 적습니다. {one.help}".strip()
        return one.model_copy(update={"help": told})

    def _problem(self, mistake: FieldMistake) -> tuple[str, str, str]:
        step = self.writing.step_of(mistake.field)
        at = f"#{mistake.field}"
        address = at if step == self.step else step_address(self.writing, step, check=1) + at
        return address, self.typed.label(mistake.field), mistake.sentence


def step_address(writing: Writing, step: str, **query: str | int) -> str:
    """단계의 주소."""
    return f"{writing.address}?{urlencode({'step': step, **query})}"


def mistakes_in(writing: Writing, kept: Kept, chosen: Mapping[str, str]) -> list[FieldMistake]:
    """고칠 곳 — of all that was typed so far, and the papers that are missing where they are kept before."""
    found = read(writing.form, kept.answers)
    mistakes = [*found.mistakes, *writing.more(found.values)]
    if writing.keep:
        there = {*writing.present, *(slot for slot, code in chosen.items() if code)}
        mistakes += missing_papers(writing.form, found.values, there)
    return mistakes


def chosen_in(
    kept: Kept, offered: Mapping[str, Sequence[Offered]], present: Collection[str] = ()
) -> dict[str, str]:
    """고른 파일 — for each slot: what was chosen, else the usual one, where the row has none (`present`)."""
    chosen: dict[str, str] = {}
    for slot, files in offered.items():
        codes = [each.code for each in files]
        usual = next((each.code for each in files if each.is_default and slot not in present), "")
        said = kept.files.get(slot)
        chosen[slot] = said if said == "" or said in codes else usual
    return chosen


def page(
    request: Asked,
    writing: Writing,
    kept: Kept,
    step: str,
    *,
    refused: Sequence[FieldMistake] = (),
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    """한 단계 — drawn from what is kept; with `check` it says what is to be put right."""
    offered = writing.offered()
    chosen = chosen_in(kept, offered, writing.present)
    is_checked = "check" in request.GET or step == LAST or bool(refused or refusal)
    mistakes = list(refused)
    if is_checked:
        known = {each.field for each in refused}
        mistakes += [each for each in mistakes_in(writing, kept, chosen) if each.field not in known]
    if step != LAST and not refusal:
        mistakes = [each for each in mistakes if writing.step_of(each.field) == step]
    typed = Typed(writing.form, kept.answers, mistakes, refusal, present=writing.present)
    shown = Shown(writing, kept, step, typed, offered, chosen, uuid4().hex, is_checked)
    return show(request, writing.template, status=status, page=shown, **writing.said)


def is_step(writing: Writing, step: str) -> bool:
    """Whether the form has this step."""
    return step in [code for code, _ in writing.steps]


__all__ = ["PAPERS", "Shown", "chosen_in", "is_step", "mistakes_in", "page", "step_address"]
