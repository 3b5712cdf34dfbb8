"""양식 — the forms of a programme as its specification writes them: sections, fields, file slots."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field as Given

from majungmul.programmes.written import Code, Switch, Text, Written
from majungmul.values.refusal import Refusal

Kind = Literal[
    "text",
    "long_text",
    "won",
    "won_or_zero",
    "signed_won",
    "count",
    "day",
    "choice",
    "yes_no",
    "business_number",
    "account_number",
    "phone",
    "email",
]
AMOUNTS = ("won", "won_or_zero", "signed_won")
"""The kinds whose value is Won: at least 1, at least 0, any with its sign (수정세금계산서)."""
DECIDING = ("choice", "yes_no")
"""The kinds on whose value another field may be shown."""
PAPERS = "papers"
"""The name under which answers and mistakes speak of the file slots; no section may have it."""


class NoSuchForm(Refusal):
    """없는 양식."""

    sentence = "‘{owner}’에 ‘{form}’ 양식이 없습니다. 있는 양식: {known}."


class NoSuchSlot(Refusal):
    """없는 붙임."""

    sentence = "‘{form}’에 ‘{slot}’ 붙임이 없습니다. 다음 가운데에서 골라 주십시오: {known}."


class Choice(Written):
    """고를 것 — one of the answers that a field offers: its code is kept, its label shown."""

    code: Code
    label: Text


class Condition(Written):
    """보이는 때 — shown only while an earlier field has one of these values.

    `field` is a field of the same section, or `section.field` of an earlier section that does not repeat;
    it is a choice (its codes) or a yes_no (`yes`, `no`).
    """

    field: Annotated[str, Given(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$")]
    is_one_of: Annotated[tuple[Code, ...], Given(min_length=1)]


class Field(Written):
    """입력 칸 — one thing that a form asks, with what a person reads beside it. `limit`: in characters."""

    code: Code
    label: Text
    kind: Kind = "text"
    required: Switch = True
    example: str = ""
    help: str = ""
    limit: Annotated[int, Given(strict=True, ge=1, le=10_000)] = 200
    choices: tuple[Choice, ...] = ()
    shown_when: Condition | None = None
    personal: Switch = False


class Section(Written):
    """묶음 — fields that stand together; one that repeats is a list of between `least` and `most` rows."""

    code: Code
    label: Text
    help: str = ""
    fields: Annotated[tuple[Field, ...], Given(min_length=1)]
    repeats: Switch = False
    least: Annotated[int, Given(strict=True, ge=0)] = 1
    most: Annotated[int, Given(strict=True, ge=1, le=1_000)] = 1


class Slot(Written):
    """붙임 파일 — a file that a form asks for."""

    code: Code
    label: Text
    required: Switch = True
    shown_when: Condition | None = None
    help: str = ""


class Form(Written):
    """양식 — what is asked, in order.

    `adds`: the field whose amounts make the running total (`trades.amount`); `rate_of`: the line whose share
    of that total stands beside it. `assumed`: what no paper gives, with the reason.
    """

    code: Code
    title: Text
    sections: Annotated[tuple[Section, ...], Given(min_length=1)]
    papers: tuple[Slot, ...] = ()
    adds: str = ""
    rate_of: str = ""
    assumed: dict[str, Text] = Given(default_factory=dict)

    def with_required(self, codes: Iterable[str]) -> "Form":
        """The form in which these files are required, too. Refuses (NoSuchSlot) one that it has not."""
        wanted = set(codes)
        for code in sorted(wanted - {slot.code for slot in self.papers}):
            known = ", ".join(f"{slot.code}({slot.label})" for slot in self.papers)
            raise NoSuchSlot(form=self.title, slot=code, known=known)
        papers = (
            slot.model_copy(update={"required": slot.required or slot.code in wanted}) for slot in self.papers
        )
        return self.model_copy(update={"papers": tuple(papers)})


def coded(forms: object) -> object:
    """The forms of a file, each with the name under which it stands as its code."""
    if not isinstance(forms, dict):
        return forms
    return {code: {"code": code, **form} if isinstance(form, dict) else form for code, form in forms.items()}


def named(forms: dict[str, Form]) -> str:
    """`application(지원 신청서), claim(지원금 청구서)`: the forms that there are, for a refusal."""
    return ", ".join(f"{form.code}({form.title})" for form in forms.values()) or "없음"
