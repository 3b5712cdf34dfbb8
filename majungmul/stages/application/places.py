"""칸의 자리 — a field of a form by its place (`trades.0.amount`), as pages link to it and papers name it."""

from majungmul.programmes.form import PAPERS, Form
from majungmul.stages.application.refusals import NoSuchField


def place_of(form: Form, said: str, rows: int) -> str:
    """자리 — of what an officer names: a place, a section, a slot, or the name that the form prints.

    `rows`: how many rows the repeating sections have. Refuses (NoSuchField) what the form has not.
    """
    wanted = " ".join(said.split())
    places = _places(form, rows)
    if wanted in places:
        return wanted
    for place, label in places.items():
        if wanted in (label, place.rpartition(".")[2]):
            return place
    raise NoSuchField(form=form.title, found=wanted[:40], example=next(iter(places)))


def label_at(form: Form, place: str) -> str:
    """칸 이름 — as the form prints it, with the row counted from one: `거래계획 1번 예정 거래금액(공급가액)`."""
    section_code, _, rest = place.partition(".")
    row, _, field_code = rest.rpartition(".")
    if section_code == PAPERS:
        return next(f"붙임: {slot.label}" for slot in form.papers if slot.code == rest)
    section = next(each for each in form.sections if each.code == section_code)
    if rest.isdigit():
        return f"{section.label} {int(rest) + 1}번"
    number = f" {int(row) + 1}번" if row else ""
    label = next((each.label for each in section.fields if each.code == field_code), "")
    return f"{section.label}{number} {label}".strip()


def _places(form: Form, rows: int) -> dict[str, str]:
    """Every place of a form with the words that stand there."""
    places: dict[str, str] = {}
    for section in form.sections:
        places[section.code] = section.label
        heads = [f"{section.code}.{row}" for row in range(rows)] if section.repeats else [section.code]
        for head in heads:
            places.setdefault(head, section.label)
            places |= {f"{head}.{field.code}": field.label for field in section.fields}
    return places | {f"{PAPERS}.{slot.code}": slot.label for slot in form.papers}
