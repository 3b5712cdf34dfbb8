"""양식 점검 — what does not fit together in a form, with its key and what to write instead."""

from collections.abc import Collection, Iterator

from majungmul.programmes.form import AMOUNTS, DECIDING, PAPERS, Choice, Condition, Field, Form, Section, Slot
from majungmul.programmes.toml_file import Key

Found = tuple[Key, str]
"""A key, and what to write there instead."""

TWICE = "바로 옆의 다른 것이 이미 쓰는 이름입니다. 저마다 다른 이름을 적어 주십시오."
TRUTHS = ("yes", "no")


def wrong_in(form: Form, lines: Collection[str]) -> Iterator[Found]:
    """틀린 곳 — all of a form whose parts are each well shaped; `lines`: the codes of the programme's lines."""
    yield from _used_twice(("sections",), form.sections)
    yield from _used_twice((PAPERS,), form.papers)
    deciding: dict[str, Field] = {}
    for number, section in enumerate(form.sections):
        key: Key = ("sections", number)
        yield from _section(key, section, deciding)
        if not section.repeats:
            deciding |= {f"{section.code}.{code}": field for code, field in _deciding(section).items()}
    for number, slot in enumerate(form.papers):
        yield from _condition((PAPERS, number), slot.shown_when, deciding)
    yield from _sum(form, lines)


def _used_twice(key: Key, parts: tuple[Section | Field | Slot | Choice, ...]) -> Iterator[Found]:
    """A code that one before it has."""
    codes = [part.code for part in parts]
    for number, code in enumerate(codes):
        if code in codes[:number]:
            yield (*key, number, "code"), TWICE


def _section(key: Key, section: Section, before: dict[str, Field]) -> Iterator[Found]:
    """One section; its fields may depend on fields before them, and on those of sections before it."""
    if section.code == PAPERS:
        yield (*key, "code"), f"‘{PAPERS}’는 붙임 파일의 이름입니다. 다른 이름을 적어 주십시오."
    if section.least > section.most:
        yield (*key, "most"), "가장 많은 수(most)는 가장 적은 수(least)보다 작을 수 없습니다."
    if not section.repeats and (section.least, section.most) != (1, 1):
        yield key, "되풀이하지 않는 묶음에는 least와 most를 적지 않습니다. repeats = true를 적어 주십시오."
    yield from _used_twice((*key, "fields"), section.fields)
    deciding = dict(before)
    for number, field in enumerate(section.fields):
        place: Key = (*key, "fields", number)
        yield from _choices(place, field)
        yield from _condition(place, field.shown_when, deciding)
        if field.kind in DECIDING:
            deciding[field.code] = field


def _choices(key: Key, field: Field) -> Iterator[Found]:
    """Choices where nothing is chosen, or none where something is."""
    if field.kind == "choice" and not field.choices:
        yield (*key, "choices"), '고를 것을 { code = "card", label = "카드" } 꼴로 하나 이상 적어 주십시오.'
    if field.kind != "choice" and field.choices:
        yield (*key, "choices"), 'kind = "choice"인 칸에만 고를 것을 적습니다.'
    yield from _used_twice((*key, "choices"), field.choices)


def _condition(key: Key, condition: Condition | None, deciding: dict[str, Field]) -> Iterator[Found]:
    """A condition on a field that is not there before, or on an answer that the field does not offer."""
    if condition is None:
        return
    field = deciding.get(condition.field)
    if field is None:
        known = ", ".join(deciding) or "없음"
        yield (
            (*key, "shown_when", "field"),
            f"앞에 나온 고르는 칸(choice, yes_no)의 이름을 적어 주십시오. 쓸 수 있는 칸: {known}.",
        )
        return
    offered = TRUTHS if field.kind == "yes_no" else tuple(choice.code for choice in field.choices)
    for number, code in enumerate(condition.is_one_of):
        if code not in offered:
            yield (
                (*key, "shown_when", "is_one_of", number),
                f"‘{condition.field}’ 칸에 없는 답입니다. 쓸 수 있는 답: {', '.join(offered)}.",
            )


def _sum(form: Form, lines: Collection[str]) -> Iterator[Found]:
    """A running total of what is no amount, and a rate of what is no line."""
    amounts = [
        f"{section.code}.{field.code}"
        for section in form.sections
        for field in section.fields
        if field.kind in AMOUNTS
    ]
    if form.adds and form.adds not in amounts:
        yield ("adds",), f"금액 칸의 이름을 적어 주십시오. 쓸 수 있는 칸: {', '.join(amounts) or '없음'}."
    if form.rate_of and form.rate_of not in lines:
        yield ("rate_of",), f"소요예산 항목의 이름을 적어 주십시오. 쓸 수 있는 항목: {', '.join(lines)}."
    if form.rate_of and not form.adds:
        yield ("rate_of",), "율을 곱할 합계가 없습니다. adds에 금액 칸의 이름을 적어 주십시오."


def _deciding(section: Section) -> dict[str, Field]:
    return {field.code: field for field in section.fields if field.kind in DECIDING}
