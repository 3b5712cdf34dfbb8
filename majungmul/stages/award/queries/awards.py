"""결정 — of an application, an office, a body; their lines; how many stand where."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Sum

from majungmul.books.ledger.models import Account
from majungmul.books.parties.models import Organisation
from majungmul.books.parties.queries.bodies import family
from majungmul.books.trail.models import RecordedQuerySet
from majungmul.stages.application.models import Application
from majungmul.stages.award.models import Award, AwardLine
from majungmul.stages.award.states import State
from majungmul.stages.call.models import Kind
from majungmul.values.won import ZERO, Won


def title(award: Award) -> str:
    """How a sentence names the award."""
    return award.number or f"{award.application.number}의 결정"


def is_of_city(award: Award) -> bool:
    """시의 결정 — whether it is the city's own, which holds by its paper alone."""
    return bool(award.application.call.kind == Kind.DESIGNATION)


def award_of(application: Application) -> Award | None:
    """결정 — of an application, or None."""
    return Award.objects.of(application.jurisdiction_id).filter(application=application).first()


def awards_by(office: UUID, jurisdiction: UUID, year: int) -> RecordedQuerySet[Award]:
    """결정 — of an office in a year, in the order in which they were drafted."""
    awards: RecordedQuerySet[Award] = Award.objects.of(jurisdiction)
    found = awards.filter(office=office, application__call__year=year).select_related("body", "application")
    return found.order_by("id")


def awards_to(body: Organisation) -> RecordedQuerySet[Award]:
    """결정 — to a body, the newest first."""
    awards: RecordedQuerySet[Award] = Award.objects.of(body.jurisdiction_id)
    return awards.filter(body__in=family(body)).order_by("-id")


def lines_of(award: Award) -> RecordedQuerySet[AwardLine]:
    """결정 항목 — in order, with their accounts as they are now."""
    lines: RecordedQuerySet[AwardLine] = AwardLine.objects.of(award.jurisdiction_id)
    return lines.filter(award=award).select_related("account", "of").order_by("order")


def amounts_of(awards: Collection[Award]) -> dict[UUID, Won]:
    """결정액 — what each of these awards comes to now, in won; one query."""
    found = AwardLine.objects.filter(award__in=awards).order_by().values_list("award")
    sums: dict[UUID, Won] = dict(found.annotate(amount=Sum("amount")))
    return {award.pk: sums.get(award.pk, ZERO) for award in awards}


def granted_on(account: Account) -> date | None:
    """교부결정 통지일 — since when what this account funds may be spent; None where it was not granted.

    By account, so that no row of one tier points at the other's.
    """
    line = (
        AwardLine.objects.of(account.jurisdiction_id).filter(account=account).select_related("award").first()
    )
    return line.award.effective_on if line else None


def counts(office: UUID, jurisdiction: UUID, year: int) -> dict[State, int]:
    """단계별 건수 — how many awards of an office's year stand in each state."""
    found = Counter(awards_by(office, jurisdiction, year).order_by().values_list("state", flat=True))
    return {state: found[state.value] for state in State}


def waiting_for_number(office: UUID, jurisdiction: UUID) -> RecordedQuerySet[Award]:
    """시행을 기다리는 결정 — decided within the city and without 문서번호 yet, the oldest decision first."""
    awards: RecordedQuerySet[Award] = Award.objects.of(jurisdiction)
    found = awards.filter(office=office, state=State.APPROVED).select_related("body", "application")
    return found.order_by("decided_at", "id")
