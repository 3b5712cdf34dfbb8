"""이체하기 — how one transfer is written: accounts under lock, refused with a sentence or inserted.

Only `postings` calls this.
"""

from django.db.models import F, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from majungmul.books.ledger import allowed
from majungmul.books.ledger.fields import WonField
from majungmul.books.ledger.kinds import Movement, Phase
from majungmul.books.ledger.models import Account, Transfer
from majungmul.books.ledger.refusals import NothingPending, NotToBeReversed, ReversedAlready
from majungmul.books.trail.running import room
from majungmul.values.won import ZERO, Won, total

Parts = list[tuple[Transfer, Won]]


def single(movement: Movement, debit: Account, credit: Account, amount: Won, reason: str = "") -> Transfer:
    """Move won at once. Refuses more than is free or stands in a guarded account, or beyond a cap."""
    debit, credit = _ready(movement, debit, credit, amount)
    allowed.promised(debit, amount)
    allowed.arrived(debit, amount)
    allowed.within_limit(credit, amount)
    allowed.within_won(debit, credit, amount)
    return _insert(movement, debit, credit, amount, Phase.SINGLE, reason=reason)


def pending(movement: Movement, debit: Account, credit: Account, amount: Won, reason: str = "") -> Transfer:
    """Promise won. Refuses more than is free in a guarded account, or beyond a cap."""
    debit, credit = _ready(movement, debit, credit, amount)
    allowed.promised(debit, amount)
    allowed.within_limit(credit, amount)
    allowed.within_won(debit, credit, amount)
    return _insert(movement, debit, credit, amount, Phase.PENDING, reason=reason)


def post(
    movement: Movement, debit: Account, credit: Account, amount: Won, reason: str = ""
) -> list[Transfer]:
    """Carry out what was promised between two accounts, the oldest first, in parts."""
    debit, credit = _ready(movement, debit, credit, amount)
    promises = _enough(pending_between(debit, credit), credit, amount)
    allowed.arrived(debit, amount)
    return [
        _insert(movement, debit, credit, part, Phase.POST, of=promise, reason=reason)
        for promise, part in _parts(promises, amount)
    ]


def void(movement: Movement, debit: Account, credit: Account, amount: Won, reason: str) -> list[Transfer]:
    """Take back what was promised, the newest first, in parts. Refuses what is promised on."""
    allowed.reason(movement, reason)
    debit, credit = _ready(movement, debit, credit, amount)
    promises = _enough(pending_between(debit, credit), credit, amount)
    allowed.promised(credit, amount)
    return [
        _insert(movement, debit, credit, part, Phase.VOID, of=promise, reason=reason)
        for promise, part in _parts(promises[::-1], amount)
    ]


def reverse(transfer: Transfer, amount: Won, reason: str) -> Transfer:
    """Undo a transfer or a part of it: the totals that it raised go down, nothing pending comes back."""
    movement = Movement(transfer.movement)
    allowed.reason(movement, reason)
    if transfer.phase not in (Phase.SINGLE, Phase.POST):
        raise NotToBeReversed(movement=movement.label, phase=Phase(transfer.phase).label)
    debit, credit = allowed.locked(transfer.debit, transfer.credit)
    allowed.well_formed(movement, debit, credit, amount)
    allowed.open_year_of(debit)
    left = total(rest for _, rest in _with_rest(Transfer.objects.filter(pk=transfer.pk)))
    if amount > left:
        raise ReversedAlready(left=left, asked=amount)
    allowed.promised(credit, amount)
    allowed.arrived(credit, amount)
    return _insert(movement, debit, credit, amount, Phase.REVERSAL, of=transfer, reason=reason)


def reverse_newest(debit: Account, credit: Account, amount: Won, reason: str) -> list[Transfer]:
    """Undo what was moved between two accounts, the newest first, in parts."""
    allowed.something(amount)
    moved = Transfer.objects.filter(debit=debit, credit=credit, phase__in=(Phase.SINGLE, Phase.POST))
    whole = _with_rest(moved)[::-1]
    available = total(rest for _, rest in whole)
    if amount > available:
        raise ReversedAlready(left=available, asked=amount)
    return [reverse(transfer, part, reason) for transfer, part in _parts(whole, amount)]


def pending_between(debit: Account, credit: Account) -> Parts:
    """예정 — the promises between two accounts with what is left of each, the oldest first."""
    return _with_rest(Transfer.objects.filter(debit=debit, credit=credit, phase=Phase.PENDING))


def _with_rest(transfers: QuerySet[Transfer]) -> Parts:
    """Those of which something is not posted, voided or reversed yet, and how much; the oldest first."""
    none: WonField[Won, Won] = WonField()
    done = Coalesce(Sum("parts__amount"), Value(0, output_field=none))
    left = transfers.annotate(done=done).filter(amount__gt=F("done")).order_by("id")
    return [(transfer, transfer.amount - transfer.done) for transfer in left]


def _enough(promises: Parts, credit: Account, amount: Won) -> Parts:
    """These promises, if together they reach the amount."""
    available = total(rest for _, rest in promises)
    if amount > available:
        raise NothingPending(account=credit.label, pending=available, asked=amount)
    return promises


def _parts(whole: Parts, amount: Won) -> Parts:
    """The amount in parts of these transfers, in their order, none beyond what is left of it."""
    parts = []
    for transfer, left in whole:
        part = min(left, amount)
        amount -= part
        if part > ZERO:
            parts.append((transfer, part))
    return parts


def _ready(movement: Movement, debit: Account, credit: Account, amount: Won) -> tuple[Account, Account]:
    """Both accounts under lock, where such a movement may go now."""
    debit, credit = allowed.locked(debit, credit)
    allowed.well_formed(movement, debit, credit, amount)
    with room("ledger") as frame:
        allowed.on_time(movement, credit, frame.at)
    return debit, credit


def _insert(
    movement: Movement,
    debit: Account,
    credit: Account,
    amount: Won,
    phase: Phase,
    *,
    of: Transfer | None = None,
    reason: str = "",
) -> Transfer:
    """Write the transfer, under the key of the action that runs."""
    with room("ledger") as frame:
        transfer = Transfer(
            jurisdiction_id=debit.jurisdiction_id,
            debit=debit,
            credit=credit,
            amount=amount,
            phase=phase,
            of=of,
            movement=movement,
            key=frame.next_key(movement),
            reason=reason,
            at=frame.at,
        )
        transfer.save(force_insert=True)
        return transfer
