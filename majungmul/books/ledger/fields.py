"""원 필드 — whole won in a bigint; what comes out of the database is Won."""

from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from majungmul.values.won import LIMIT, Won

Set = TypeVar("Set")
Get = TypeVar("Get")

if TYPE_CHECKING:

    class Base(models.BigIntegerField[Set, Get]):
        """원 필드의 바탕 — for the type checker: the field with two types."""

else:

    class Base(models.BigIntegerField):
        """원 필드의 바탕 — at run time a plain field that may be written with types."""

        def __class_getitem__(cls, _: object) -> type:
            """`Base[A, B]` is `Base`."""
            return cls


class WonField(Base[Set, Get]):
    """원 필드 — stores a bigint, gives Won; its column takes whole won alone, within the range of Won.

    SQLite would keep text or a fraction in a bigint column; the CHECK of the column refuses both.
    """

    _pyi_private_set_type: Won  # type: ignore[assignment]
    _pyi_private_get_type: Won  # type: ignore[assignment]
    _pyi_lookup_exact_type: Won | int  # type: ignore[assignment]

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        """The CHECK of the column: a whole number within ±10^15, or nothing where that is allowed."""
        column = connection.ops.quote_name(str(self.column))
        within = f"{column} BETWEEN {-LIMIT} AND {LIMIT}"
        return (
            f"typeof({column}) IN ('integer', 'null') AND {within}"
            if connection.vendor == "sqlite"
            else within
        )

    def from_db_value(
        self, value: int | None, _expression: object, _connection: BaseDatabaseWrapper
    ) -> Won | None:
        """Won, or None."""
        return None if value is None else Won(value)

    def to_python(self, value: Any) -> Won | None:  # noqa: ANN401 - as Django calls it
        """Won, or None."""
        return value if value is None or isinstance(value, Won) else Won(value)

    def get_prep_value(self, value: Any) -> int | None:  # noqa: ANN401 - as Django calls it
        """The number, or None; TypeError for text, a fraction or a truth value, which are bugs."""
        won = self.to_python(value)
        return None if won is None else won.amount
