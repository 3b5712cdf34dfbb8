"""원장 검증 — everything worked out again from the transfers, and held against what is stored; read only.

The guards make all of it true. This finds what happened while one of them was away.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.db.models import BigIntegerField, ExpressionWrapper, F, Model, QuerySet, Sum

from majungmul.books.ledger.kinds import UNGUARDED, Phase
from majungmul.books.ledger.models import Account, Transfer

NAMES = {
    "debits_pending": "나갈 예정액",
    "debits_posted": "나간 금액",
    "credits_pending": "들어올 예정액",
    "credits_posted": "들어온 금액",
}
NOTHING = [0, 0, 0, 0]
EFFECT = {
    Phase.SINGLE: (0, 1),
    Phase.PENDING: (1, 0),
    Phase.POST: (-1, 1),
    Phase.VOID: (-1, 0),
    Phase.REVERSAL: (0, -1),
}
"""What a phase does to what is pending and to what is posted; written apart from the trigger on purpose."""


@dataclass(frozen=True, slots=True)
class Finding:
    """어긋남 — a row of the ledger, and what is wrong with it."""

    table: str
    row: UUID
    what: str

    def __str__(self) -> str:
        """The sentence."""
        return f"{self.table} {self.row}: {self.what}"


def recomputed(jurisdiction: UUID) -> Iterator[Finding]:
    """Accounts whose totals are not what their transfers make, or go beyond what guards and caps allow.

    In order of year and code; then transfers whose parts exceed them, or are none of theirs.
    """
    made = _made_by_transfers(jurisdiction)
    for row, kind, code, limit, *stored in _accounts(jurisdiction):
        wrong = [*_differing(stored, made.get(row, NOTHING)), *_beyond(kind, limit, stored)]
        yield from (Finding("ledger_account", row, f"‘{code}’의 {what}") for what in wrong)
    yield from _parts_beyond(jurisdiction)


def _differing(stored: list[int], made: list[int]) -> Iterator[str]:
    """Each total that is not what transfers make it."""
    for (column, name), found, should in zip(NAMES.items(), stored, made, strict=True):
        if found != should:
            yield f"{name}({column})이 {found}인데 이체로는 {should}입니다."


def _accounts(jurisdiction: UUID) -> QuerySet[Account, tuple[UUID, str, str, int | None, int, int, int, int]]:
    """Key, kind, name, cap and totals of each account, as plain numbers: what was altered need not be won."""
    plain = {f"plain_{name}": ExpressionWrapper(F(name), BigIntegerField()) for name in ("limit", *NAMES)}
    own = Account.objects.filter(jurisdiction=jurisdiction).annotate(**plain).order_by("year", "code")
    return own.values_list("id", "kind", "code", *plain)


def _made_by_transfers(jurisdiction: UUID) -> dict[UUID, list[int]]:
    """The four totals of each account that has any transfer."""
    made: dict[UUID, list[int]] = {}
    for side, pending, posted in (("debit_id", 0, 1), ("credit_id", 2, 3)):
        sums = Transfer.objects.filter(jurisdiction=jurisdiction).values_list(side, "phase")
        for account, phase, amount in sums.annotate(sum=Sum("amount", output_field=BigIntegerField())):
            totals = made.setdefault(account, [*NOTHING])
            totals[pending] += EFFECT[Phase(phase)][0] * amount
            totals[posted] += EFFECT[Phase(phase)][1] * amount
    return made


def _beyond(kind: str, limit: int | None, stored: list[int]) -> Iterator[str]:
    """What the totals of an account break."""
    debits_pending, debits_posted, credits_pending, credits_posted = stored
    if kind not in UNGUARDED and debits_posted > credits_posted:
        yield "나간 금액이 들어온 금액보다 많습니다."
    if kind not in UNGUARDED and debits_pending + debits_posted > credits_pending + credits_posted:
        yield "나갈 금액이 들어올 금액보다 많습니다."
    if limit is not None and credits_pending + credits_posted > limit:
        yield "받은 금액이 한도를 넘습니다."


def _parts_beyond(jurisdiction: UUID) -> Iterator[Finding]:
    """Transfers posted, voided or reversed beyond their amount, or by parts that are none of theirs."""
    parts = Sum("parts__amount", output_field=BigIntegerField())
    own = Transfer.objects.filter(jurisdiction=jurisdiction)
    beyond = own.annotate(done=parts).filter(done__gt=F("amount")).order_by("id")
    for row in beyond.values_list("id", flat=True):
        yield Finding("ledger_transfer", row, "실행하거나 취소하거나 되돌린 금액이 이체 금액보다 많습니다.")
    whole = own.filter(of__isnull=False).order_by("id")
    for row in whole.exclude(debit=F("of__debit"), credit=F("of__credit")).values_list("id", flat=True):
        yield Finding("ledger_transfer", row, "가리키는 이체와 계정이 다릅니다.")


def across_jurisdictions() -> Iterator[Finding]:
    """Rows of any book or stage that point at a row of another jurisdiction, table by table."""
    for model in apps.get_models():
        for name in _keys_of(model):
            rows = model._base_manager.filter(**{f"{name}__isnull": False}).order_by("pk")
            foreign = rows.exclude(**{f"{name}__jurisdiction": F("jurisdiction")})
            for row in foreign.values_list("pk", flat=True):
                yield Finding(model._meta.db_table, row, f"다른 자치단체의 기록을 가리킵니다: {name}.")


def _keys_of(model: type[Model]) -> list[str]:
    """The foreign keys of a row that has a jurisdiction to others that have one."""
    fields = model._meta.local_fields
    if not any(field.column == "jurisdiction_id" for field in fields):
        return []
    return [field.name for field in fields if _has_jurisdiction(field.related_model)]


def _has_jurisdiction(target: object) -> bool:
    return (
        isinstance(target, type)
        and issubclass(target, Model)
        and any(field.column == "jurisdiction_id" for field in target._meta.local_fields)
    )
