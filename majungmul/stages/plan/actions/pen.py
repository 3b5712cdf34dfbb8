"""붓 — writes what an edition says: each kind of row in its order, no text too long, no resident number."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import CharField, TextField

from majungmul.books.parties import written
from majungmul.books.trail.models import Recorded
from majungmul.stages.plan.models import Edition, Part
from majungmul.values.refusal import Refusal
from majungmul.values.resident_number import LAW, found_in

Said = TypeVar("Said", bound=Part)


class HoldsResidentNumber(Refusal):
    """주민등록번호."""

    sentence = (
        "지원계획의 ‘{what}’에 주민등록번호로 보이는 숫자가 있어 적지 않았습니다. 그 숫자를 지워 주십시오."
    )
    law = LAW


class NamedTwice(Refusal):
    """같은 이름 두 번."""

    sentence = "지원계획에 이름이 ‘{name}’인 것이 둘 있습니다. 서로 다른 이름을 적어 주십시오."


class Pen:
    """붓 — in the hand of one edition."""

    def __init__(self, edition: Edition) -> None:
        """Nothing is written yet."""
        self.edition = edition
        self._written: Counter[type[Part]] = Counter()

    def write(self, model: type[Said], **fields: Any) -> Said:  # noqa: ANN401 - the model's own
        """One more row of this kind. Refuses a text longer than its field, or with a resident number."""
        self._written[model] += 1
        order = self._written[model]
        row = model(jurisdiction_id=self.edition.jurisdiction_id, edition=self.edition, order=order, **fields)
        refuse_unfit(row)
        row.save()
        return row


def refuse_twice(names: Iterable[str]) -> None:
    """Refuse a name that stands twice: others could not tell which is meant."""
    for name, times in Counter(names).items():
        if times > 1:
            raise NamedTwice(name=name)


def refuse_unfit(row: Recorded) -> None:
    """Refuse a row with a text that is longer than its field, or that holds a resident number."""
    for field in row._meta.concrete_fields:
        if isinstance(field, CharField | TextField):
            text, what = str(getattr(row, field.attname) or ""), str(field.verbose_name)
            if field.max_length:
                written.fits(type(row), field.name, text, what)
            if found_in(text):
                raise HoldsResidentNumber(what=what)
