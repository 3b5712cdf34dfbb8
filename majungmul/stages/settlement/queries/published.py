"""공개하는 결과 — who got how much of a programme in a year, and why; bodies' names, no other word of anybody."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Sum

from majungmul.books.ledger.kinds import Kind, Role
from majungmul.books.ledger.models import Account
from majungmul.stages.award.models import AwardLine
from majungmul.stages.award.states import State
from majungmul.stages.call.models import Kind as CallKind
from majungmul.stages.payment.models import ClaimLine
from majungmul.stages.payment.states import State as ClaimState
from majungmul.values.won import ZERO, Won, total


@dataclass(frozen=True, slots=True)
class PaidFor:
    """지급의 셈 — what was recognised of one trade or proof, its sentence, and the day it was paid."""

    amount: Won
    because: str
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """결정과 지급 — of one body: decided (and what holds now), paid, recognised, come back; in won."""

    body: str
    number: str
    on: date | None
    decided: Won
    amount: Won
    because: str
    paid: Won
    recognised: Won
    returned: Won
    ended: str
    paid_for: tuple[PaidFor, ...]


@dataclass(frozen=True, slots=True)
class OwnSpending:
    """직접 쓴 금액 — of a budget line, by the operator itself, to how many contractors, in won."""

    label: str
    contractors: int
    paid: Won


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """합계 — of what is published, in won; `reused` is what came back and was given again (여입).

    `paid` is that of bodies, and with `own` less `reused` it is what the ledger says was spent.
    """

    decided: Won
    amount: Won
    paid: Won
    recognised: Won
    returned: Won
    own: Won
    reused: Won


def sums_of(granted: Iterable[Granted], own: Iterable[OwnSpending], spent: Won) -> Sums:
    """합계 — of these rows; `spent`: what the ledger says was spent of the programme."""
    granted = list(granted)
    paid, directly = total(each.paid for each in granted), total(each.paid for each in own)
    return Sums(
        decided=total(each.decided for each in granted),
        amount=total(each.amount for each in granted),
        paid=paid,
        recognised=total(each.recognised for each in granted),
        returned=total(each.returned for each in granted),
        own=directly,
        reused=paid + directly - spent,
    )


def granted_in(jurisdiction: UUID, year: int, programme: str) -> list[Granted]:
    """결정과 지급 — to every body that applied under a call of the year, the first decided first. Three queries."""
    lines = list(_lines(jurisdiction, year, programme))
    moved = _moved([line.account_id for line in lines if line.account_id])
    paid_for = _paid_for(jurisdiction, [line.pk for line in lines])
    return [_granted(line, moved, paid_for[line.pk]) for line in lines]


def own_spending(jurisdiction: UUID, year: int, programme: str) -> list[OwnSpending]:
    """직접 쓴 금액 — what went to contractors and not to recipients, by budget line. One query."""
    accounts = Account.objects.filter(
        jurisdiction=jurisdiction, year=year, programme=programme, kind=Kind.PAYEE, credits_posted__gt=0
    )
    rows = accounts.exclude(role=Role.RECIPIENT).order_by("id")
    found: defaultdict[str, list[tuple[UUID, Won]]] = defaultdict(list)
    for label, party, paid in rows.values_list("of__of__label", "party", "credits_posted"):
        found[label].append((party, paid))
    return [
        OwnSpending(label, len({party for party, _ in some}), total(paid for _, paid in some))
        for label, some in found.items()
    ]


Moved = dict[tuple[UUID | None, str], Won]


def _lines(jurisdiction: UUID, year: int, programme: str) -> Iterable[AwardLine]:
    """Lines of decisions that were told, of public calls."""
    told = AwardLine.objects.of(jurisdiction).filter(
        programme=programme,
        award__application__call__year=year,
        award__application__call__kind=CallKind.PUBLIC,
        award__state__in=(State.EFFECTIVE, State.ENDED),
        award__effective_on__isnull=False,
    )
    return told.select_related("award__body").order_by("award__effective_on", "award__number", "order")


def _moved(accounts: list[UUID]) -> Moved:
    """What came into the accounts below an award, by their kind."""
    below = Account.objects.filter(of__in=accounts, kind__in=(Kind.PAYEE, Kind.SPENT, Kind.RETURNED))
    rows = below.order_by().values_list("of_id", "kind").annotate(came=Sum("credits_posted"))
    return {(of, kind): came for of, kind, came in rows}


def _paid_for(jurisdiction: UUID, lines: list[UUID]) -> defaultdict[UUID, list[PaidFor]]:
    """The sentences of what was paid, by the line of the award."""
    claimed = ClaimLine.objects.of(jurisdiction).filter(
        line__in=lines, claim__state=ClaimState.PAID, version=F("claim__version"), recognised__gt=0
    )
    found: defaultdict[UUID, list[PaidFor]] = defaultdict(list)
    for each in claimed.select_related("claim").order_by("claim__paid_on", "claim_id", "order"):
        because = each.recognised_because or each.because
        found[each.line_id].append(PaidFor(each.recognised or ZERO, because, each.claim.paid_on))
    return found


def _granted(line: AwardLine, moved: Moved, paid_for: list[PaidFor]) -> Granted:
    award, account = line.award, line.account_id
    paid = moved.get((account, Kind.PAYEE), ZERO)
    return Granted(
        body=award.body.name,
        number=award.number,
        on=award.effective_on,
        decided=line.decided if line.decided is not None else line.amount,
        amount=paid if award.state == State.ENDED else line.amount,
        because=line.because,
        paid=paid,
        recognised=moved.get((account, Kind.SPENT), ZERO),
        returned=moved.get((account, Kind.RETURNED), ZERO),
        ended=award.get_ending_display() if award.state == State.ENDED else "",
        paid_for=tuple(paid_for),
    )
