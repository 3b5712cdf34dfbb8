"""알아 둘 것 — what is no error and yet worth knowing, worked out from the figures that it names.

What is compared is written in the plan's file (`plan_notes`); how each kind is worked out is here. A
note goes by itself when its figures agree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import singledispatch

from majungmul.programmes.plan import Plan
from majungmul.programmes.plan_notes import (
    Election,
    Months,
    Participants,
    Reclassified,
    UnexplainedDifference,
    WrittenNote,
)
from majungmul.programmes.plan_tables import tables_of
from majungmul.programmes.plan_terms import NoSuchTerm, rule_at
from majungmul.programmes.plan_view import View
from majungmul.rules.share import Share
from majungmul.values.won import Won, total

NOT_CONCERNED = "해당없음"


@dataclass(frozen=True, slots=True)
class Note:
    """알아 둘 것 — its kind, the paths of the figures that it was worked out from, and a sentence."""

    kind: str
    paths: tuple[str, ...]
    sentence: str


def notes_of(plan: Plan) -> list[Note]:
    """알아 둘 것 — every note that the plan's own figures give rise to, in the order of its file.

    Refuses a path or a term that does not exist.
    """
    view = View(plan.jurisdiction, tables_of(plan))
    return [note for written in plan.notes for note in _note(written, view)]


@singledispatch
def _note(written: WrittenNote, _view: View) -> list[Note]:
    """The note of one kind; none where its figures agree."""
    raise NotImplementedError(written.kind)


@_note.register
def _reclassified(written: Reclassified, view: View) -> list[Note]:
    before, after = view.all_won(written.before), view.all_won(written.after)
    if before == after:
        return []
    sentence = (
        f"같은 해의 금액이 ‘{view.title(written.before[0])}’에는 {_slashed(before)}, "
        f"‘{view.title(written.after[0])}’에는 {_slashed(after)}으로 나뉘어 있습니다. "
    )
    paths = (*written.before, *written.after, written.whole, *written.parts, written.item)
    return [
        Note(
            written.kind, tuple(dict.fromkeys(paths)), sentence + _move(written, view, _moved(before, after))
        )
    ]


def _move(written: Reclassified, view: View, moved: Won) -> str:
    """Whether the move of the one item explains it, in words."""
    parts, whole, item = view.all_won(written.parts), view.won(written.whole), view.won(written.item)
    what = f"‘{view.above(written.item)}’의 ‘{view.label(written.item)}’({written.called}) {item}"
    if total(parts) != whole or moved != item:
        return f"{what}의 분류가 바뀐 것만으로는 설명되지 않습니다. 두 표를 견주어 확인해 주십시오."
    sums = " + ".join(map(str, parts))
    return f"분류 변경: {what}이 ‘{view.label(written.whole)}’에 들어 있습니다({whole} = {sums})."


def _moved(before: Sequence[Won], after: Sequence[Won]) -> Won:
    """How much the parts that grew have grown by."""
    pairs = zip(before, after, strict=True)
    return total(late - early for early, late in pairs if late > early)


def _slashed(amounts: Sequence[Won]) -> str:
    """`230,000,000/170,000,000/400,000,000원`."""
    return f"{'/'.join(f'{amount.amount:,}' for amount in amounts)}원"


@_note.register
def _months(written: Months, view: View) -> list[Note]:
    first, last = view.count(written.first), view.count(written.last)
    counted, real = view.count(written.counted), (last - first) % 12 + 1
    if counted == real:
        return []
    sentence = (
        f"{view.above(written.counted)} · {view.label(written.counted)}: {first}월부터 {last}월까지는 "
        f"{real}개월인데 {counted}개월로 적혀 있습니다."
    )
    return [Note(written.kind, (written.first, written.last, written.counted), sentence)]


@_note.register
def _participants(written: Participants, view: View) -> list[Note]:
    here, there = view.count(written.here), view.count(written.there)
    if here == there:
        return []
    sentence = (
        f"‘{view.label(written.here)}’에 참여한 수가 ‘{view.title(written.here)}’에는 {here}, "
        f"‘{view.title(written.there)}’에는 {view.printed(written.there)}({view.label(written.there)})로 "
        "적혀 있습니다. 조합·업체·사람 가운데 무엇을 센 것인지 확인이 필요합니다."
    )
    return [Note(written.kind, (written.here, written.there), sentence)]


@_note.register
def _unexplained_difference(written: UnexplainedDifference, view: View) -> list[Note]:
    rule = rule_at(written.term, jurisdiction=view.jurisdiction, day=written.on)
    if not isinstance(rule, Share):
        raise NoSuchTerm(term=f"{written.term}.share", day=written.on)
    paths = view.parts(written.spent)
    due = total(rule.calculate(spent).amount for spent in view.all_won(paths))
    settled = view.won(written.settled)
    if due == settled:
        return []
    less = max(due, settled) - min(due, settled)
    sentence = (
        f"거래 {len(paths)}건의 {rule.share}를 하나씩 셈하면({rule.rounding.value}) 모두 {due}인데 "
        f"결산은 {settled}으로 {less} {'적습니다' if settled < due else '많습니다'}. 차액 사유: 원문에 없음."
    )
    return [Note(written.kind, (*paths, written.settled), sentence)]


@_note.register
def _election(written: Election, view: View) -> list[Note]:
    answer = view.printed(written.answer)
    if answer != NOT_CONCERNED or not any(view.count(path) for path in written.prizes):
        return []
    prizes = ", ".join(
        f"{view.title(path)} · {view.label(path)} {view.full(path)}" for path in written.prizes
    )
    sentence = (
        f"사전 검토항목 ‘{view.label(written.answer)}’의 답은 {answer}인데 포상을 합니다({prizes}). "
        "공직선거법에 걸리지 않는지 확인이 필요합니다."
    )
    return [Note(written.kind, (written.answer, *written.prizes), sentence)]
