"""단체의 지원금 — what a body was decided, claimed and paid, over all its awards; what it received by year."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch

from majungmul.books.parties.models import Organisation
from majungmul.books.parties.queries.bodies import family
from majungmul.stages.award.models import AwardLine
from majungmul.stages.payment.models import Claim, ClaimLine
from majungmul.stages.payment.queries.rows import DONE_WITH, claims_by
from majungmul.stages.payment.states import State
from majungmul.values.won import ZERO, Won, total


@dataclass(frozen=True, slots=True)
class Standing:
    """결정의 금액 — of an award of a body, in won: decided first and as it is now, claimed and not rejected, paid."""

    first: Won
    decided: Won
    claimed: Won
    paid: Won


@dataclass(frozen=True, slots=True)
class Received:
    """받은 돈 — of a year and a programme, in won, and the claims with which it came, the newest first."""

    year: int
    programme: str
    amount: Won
    claims: tuple[Claim, ...]


def standings_of(body: Organisation) -> dict[UUID, Standing]:
    """결정의 금액 — of each award of a body, by its key. Two queries."""
    decided: dict[UUID, list[AwardLine]] = {}
    for line in AwardLine.objects.of(body.jurisdiction_id).filter(award__body__in=family(body)):
        decided.setdefault(line.award_id, []).append(line)
    claims = [claim for claim in claims_by(body) if claim.state not in DONE_WITH]
    return {
        award: Standing(
            total(each.amount if each.decided is None else each.decided for each in lines),
            total(each.amount for each in lines),
            total(each.claimed for each in claims if each.award_id == award),
            total(each.recognised or ZERO for each in claims if each.award_id == award and _is_paid(each)),
        )
        for award, lines in decided.items()
    }


def received_by_year(body: Organisation) -> list[Received]:
    """받은 돈 — by the year in which it was paid and the programme, the latest year first."""
    lines = ClaimLine.objects.filter(is_withdrawn=False).select_related("trade").order_by("order")
    paid = claims_by(body).filter(state=State.PAID).select_related("award__application__call", "bank_account")
    groups: dict[tuple[int, str], list[Claim]] = {}
    for claim in paid.prefetch_related(Prefetch("lines", queryset=lines)).order_by("-paid_on", "-id"):
        if claim.paid_on:
            groups.setdefault((claim.paid_on.year, claim.award.application.call.programme), []).append(claim)
    return [
        Received(year, programme, total(each.recognised or ZERO for each in claims), tuple(claims))
        for (year, programme), claims in sorted(groups.items(), key=lambda group: -group[0][0])
    ]


def received_of(groups: list[Received], year: int | None = None) -> Won:
    """받은 돈의 합계 — of these groups, in won; of one year where it is named."""
    return total(each.amount for each in groups if year in (None, each.year))


def _is_paid(claim: Claim) -> bool:
    return bool(claim.state == State.PAID)
