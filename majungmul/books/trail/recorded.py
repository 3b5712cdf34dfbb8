"""기록 — rows that only actions may write, one by one, and each change of which is told."""

from typing import Any, ClassVar, Generic, NoReturn, Self, TypeVar
from uuid import UUID

from django.db import models

from majungmul.books.trail.canonical import plain
from majungmul.books.trail.running import Change, permit
from majungmul.values.refusal import Refusal
from majungmul.values.uuid7 import uuid7

Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


class OnlyRowByRow(Refusal):
    """한꺼번에 고칠 수 없음."""

    sentence = "기록은 한 줄씩, 정해진 행위를 거쳐서만 고칩니다(‘{verb}’은(는) 쓸 수 없습니다)."


class ChangedMeanwhile(Refusal):
    """그 사이 바뀐 기록."""

    sentence = (
        "보고 계신 {row}을(를) 그 사이 다른 행위가 고쳤습니다. 화면을 새로 열어 확인한 뒤 다시 해 주십시오."
    )


class RecordedQuerySet(models.QuerySet[Row_co], Generic[Row_co]):
    """한 줄씩만 고치는 목록 — it reads like any other and refuses to write many rows unseen."""

    def of(self, jurisdiction: UUID) -> Self:
        """The rows of one jurisdiction."""
        return self.filter(jurisdiction=jurisdiction)

    def update(self, **_: object) -> NoReturn:
        """Refused: nobody would see what changed."""
        raise OnlyRowByRow(verb="update")

    def delete(self) -> NoReturn:
        """Refused: nothing is lost."""
        raise OnlyRowByRow(verb="delete")

    def bulk_create(self, *_: object, **__: object) -> NoReturn:
        """Refused."""
        raise OnlyRowByRow(verb="bulk_create")

    def bulk_update(self, *_: object, **__: object) -> NoReturn:
        """Refused."""
        raise OnlyRowByRow(verb="bulk_update")

    def raw(self, *_: object, **__: object) -> NoReturn:
        """Refused: any SQL goes through it, one that writes too."""
        raise OnlyRowByRow(verb="raw")


class Recorded(models.Model):
    """기록 — a row of a book or stage: saved inside an action of its own app, which it tells what changed.

    `PERSONAL` names the fields whose values stay out of the chain, `SECRET` those kept nowhere but here.
    """

    PERSONAL: ClassVar[frozenset[str]] = frozenset()
    SECRET: ClassVar[frozenset[str]] = frozenset()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    jurisdiction = models.ForeignKey("parties.Jurisdiction", on_delete=models.PROTECT, related_name="+")

    objects = RecordedQuerySet.as_manager()

    class Meta:
        """No table of its own; what Django does behind the scenes is refused as well."""

        abstract = True
        base_manager_name = "objects"

    _as_read: dict[str, Any]

    def save_base(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as Django calls it
        """Save inside an action of this app: what `save`, `create`, `get_or_create` and all others come to.

        Refuses outside an action, inside another stage's, for another jurisdiction, and a row that
        something else has changed since it was read.
        """
        frame = permit(self._meta.app_label, self._said(), self.jurisdiction_id)
        new = self._state.adding
        before = {} if new else self._stored()
        if any(before[name] != plain(value) for name, value in self._read().items() if name in before):
            raise ChangedMeanwhile(row=self._said())
        kwargs |= {"force_insert": new, "force_update": not new}
        super().save_base(*args, **kwargs)
        after = self._saved(kwargs.get("update_fields"))
        self._as_read = self._read() | after
        changed = {name: value for name, value in after.items() if before.get(name, ...) != value}
        if changed:
            were = {name: before[name] for name in changed if name in before}
            label = self._meta.label_lower
            frame.changes.append(Change(label, self.pk, were, changed, self.PERSONAL, self.SECRET))

    def delete(self, *_: object, **__: object) -> NoReturn:
        """Refused: nothing is lost."""
        raise OnlyRowByRow(verb="delete")

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:  # noqa: ANN401 - as Django calls it
        """Remember the row as it was read."""
        row = super().from_db(*args, **kwargs)
        row._as_read = row._loaded()  # noqa: SLF001 - our own
        return row

    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as Django calls it
        """Read the row again, and remember that."""
        super().refresh_from_db(*args, **kwargs)
        named = kwargs.get("fields") or (args[1] if len(args) > 1 else None)
        loaded = self._loaded()
        self._as_read = self._read() | {name: loaded[name] for name in named or loaded if name in loaded}

    def _read(self) -> dict[str, Any]:
        """The fields as they were read; none for a new row."""
        return getattr(self, "_as_read", {})

    def _loaded(self) -> dict[str, Any]:
        """The fields in hand; what could be changed in place is copied."""
        values = {
            field.attname: self.__dict__.get(field.attname, ...) for field in self._meta.concrete_fields
        }
        return {
            name: plain(value) if isinstance(value, dict | list) else value
            for name, value in values.items()
            if value is not ...
        }

    def _stored(self) -> dict[str, Any]:
        """The fields as the database holds them now."""
        row = type(self)._base_manager.filter(pk=self.pk).values().first()
        return {name: plain(value) for name, value in (row or {}).items()}

    def _saved(self, update_fields: frozenset[str] | None) -> dict[str, Any]:
        """What a save has just written."""
        written = [
            f for f in self._meta.concrete_fields if not update_fields or {f.name, f.attname} & update_fields
        ]
        loaded = self._loaded()
        return {field.attname: plain(loaded[field.attname]) for field in written if field.attname in loaded}

    def _said(self) -> str:
        return str(self._meta.verbose_name)
