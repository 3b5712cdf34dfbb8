"""신청 내용 — the answers of an application as a paper shows them: by section, with the labels of the form."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from majungmul.formats import paper
from majungmul.formats.paper import Block, Grid, Item, Pairs, day
from majungmul.programmes.form import Field, Form, Section
from majungmul.programmes.form_answers import read
from majungmul.rules.share import Share
from majungmul.stages.application.models import Application
from majungmul.stages.call.models import Call, Kind
from majungmul.stages.call.queries import form_of, rule_of
from majungmul.values.business_number import BusinessNumber
from majungmul.values.table import Table
from majungmul.values.won import ZERO, Won, total

IN_TABLE = ("role", "partners", "item", "period", "amount", "tax", "payment_method")
"""What the table of trades shows; the rest stands below, trade by trade."""
IN_NAMES = ("others",)
"""What the table says beside the names of the partners."""
SHARE = "지원 신청액"


def sections_of(application: Application) -> Iterator[Block]:
    """신청서의 묶음 — in the form's order: six numbered items of a 교부신청서, tables of names and values else."""
    form = form_of(application.call)
    values = read(form, application.answers).values
    for place, section in enumerate(form.sections, start=1):
        answers = values.get(section.code)
        if application.call.kind == Kind.DESIGNATION:
            yield Item(section.label, tuple(_items(section, answers or {})))
        elif section.repeats:
            yield from _rows(application.call, form, section, place, answers or [])
        else:
            yield Pairs(_pairs(section.fields, answers or {}), f"{place}. {section.label}")


def _items(section: Section, answers: dict[str, Any]) -> Iterator[Item]:
    """Each field as an item, an amount in figures and in words."""
    for field in section.fields:
        value = answers.get(field.code)
        if isinstance(value, Won):
            yield Item(field.label, amount=value)
        else:
            yield Item(f"{field.label}: {shown(field, value) or '없음'}")


def _pairs(fields: tuple[Field, ...], answers: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Names and values of what was asked; what was hidden is left out, what was left empty says 없음."""
    asked = (each for each in fields if each.shown_when is None or each.code in answers)
    return tuple((each.label, shown(each, answers.get(each.code)) or "없음") for each in asked)


def shown(field: Field, value: Any) -> str:  # noqa: ANN401 - whatever a form holds
    """A value as a paper writes it: the label of a choice, a day, an amount, a number."""
    match value:
        case None:
            return ""
        case bool():
            return "예" if value else "아니요"
        case date():
            return day(value)
        case Won() | BusinessNumber():
            return str(value)
        case _:
            labels = {choice.code: choice.label for choice in field.choices}
            return labels.get(str(value), str(value))


def _rows(
    call: Call, form: Form, section: Section, place: int, rows: list[dict[str, Any]]
) -> Iterator[Block]:
    """A section that repeats: the table of what it adds up, and the rest of each row below."""
    code, _, adds = form.adds.partition(".")
    in_table = IN_TABLE if code == section.code and adds in IN_TABLE else ()
    if in_table:
        yield Grid(_table(call, section, f"{place}. {section.label}", rows))
    rest = [
        field for field in section.fields if field.code not in (*in_table, *(IN_NAMES if in_table else ()))
    ]
    for number, row in enumerate(rows, start=1):
        said = tuple(field for field in rest if field.required or field.code in row)
        yield Pairs(_pairs(said, row), f"{section.label} {number}번")


def _table(call: Call, section: Section, title: str, rows: list[dict[str, Any]]) -> Table:
    """거래계획 — with what the rule gives for each amount beside it, and the total of both."""
    rule = rule_of(call)
    shares = [rule.calculate(row["amount"]).amount if isinstance(rule, Share) else ZERO for row in rows]
    fields = [field for field in section.fields if field.code in IN_TABLE]
    columns: list[paper.Heading] = [
        ("연번", "number"),
        *((field.label, "won" if field.kind == "won" else "text") for field in fields),
        (SHARE, "won"),
    ]
    made: list[list[paper.Entry]] = [
        [number, *(_entry(field, row) for field in fields), share]
        for number, (row, share) in enumerate(zip(rows, shares, strict=True), start=1)
    ]
    sums: list[paper.Entry] = [
        "계",
        *(total(row["amount"] for row in rows) if field.kind == "won" else "" for field in fields),
        total(shares),
    ]
    return paper.table("trades", title, "원", columns, made, sums)


def _entry(field: Field, row: dict[str, Any]) -> paper.Entry:
    """A cell: the amount itself, words otherwise; how many partners there are besides those named."""
    value = row.get(field.code)
    if field.kind == "won" and isinstance(value, Won):
        return value
    others = f" 외 {row['others']}곳" if field.code == "partners" and "others" in row else ""
    return f"{shown(field, value)}{others}"
