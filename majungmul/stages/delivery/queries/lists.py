"""수행의 목록 — what there is of an award, and what an office has to look at next."""

from collections.abc import Collection
from uuid import UUID

from majungmul.books.parties.kinds import OrganisationKind
from majungmul.books.parties.models import Organisation
from majungmul.books.parties.queries.bodies import family
from majungmul.books.trail.models import RecordedQuerySet
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.programmes.specification import specification
from majungmul.programmes.stage_settings import Item, StageSettings
from majungmul.stages.application.queries import trades_of as planned_trades
from majungmul.stages.award.models import Award
from majungmul.stages.delivery.models import (
    Contract,
    ContractChange,
    MidCheck,
    Order,
    ProgressReport,
    SecondDisbursement,
    Trade,
)
from majungmul.stages.delivery.states import OrderState, State

COOPERATIVES = (
    OrganisationKind.COOPERATIVE,
    OrganisationKind.UNION,
    OrganisationKind.BUSINESS_COOPERATIVE,
    OrganisationKind.FEDERATION,
)
"""Bodies with which a contract is one between co-operatives."""


def contracts_of(award: Award) -> RecordedQuerySet[Contract]:
    """계약 — of an award, in order."""
    contracts: RecordedQuerySet[Contract] = Contract.objects.of(award.jurisdiction_id)
    return contracts.filter(award=award).select_related("counterpart", "body").order_by("id")


def contracts_by(body: Organisation) -> RecordedQuerySet[Contract]:
    """내 계약 — of a body under all its awards, in order."""
    contracts: RecordedQuerySet[Contract] = Contract.objects.of(body.jurisdiction_id)
    return contracts.filter(body__in=family(body)).select_related("counterpart", "body").order_by("id")


def trades_by(body: Organisation) -> RecordedQuerySet[Trade]:
    """내 거래 — of a body under all its awards, in order, without those taken back."""
    trades: RecordedQuerySet[Trade] = Trade.objects.of(body.jurisdiction_id)
    own = trades.filter(body__in=family(body), is_withdrawn=False)
    return own.select_related("contract__counterpart").order_by("award", "number")


def possible_partners(award: Award) -> list[Organisation]:
    """고를 수 있는 거래조합 — those that the application plans first, then every other registered co-operative."""
    planned = {
        partner.body_id
        for trade in planned_trades(award.application)
        for partner in trade.partners.all()
        if partner.body_id
    }
    bodies: RecordedQuerySet[Organisation] = Organisation.objects.of(award.jurisdiction_id)
    standing = bodies.filter(merged_into=None, kind__in=COOPERATIVES).exclude(pk__in=family(award.body))
    return sorted(standing.order_by("name"), key=lambda body: body.pk not in planned)


def contracts_waiting(office: UUID, jurisdiction_id: UUID) -> RecordedQuerySet[Contract]:
    """확인할 계약 — entered and not yet confirmed, of all awards of an office, the oldest first."""
    contracts: RecordedQuerySet[Contract] = Contract.objects.of(jurisdiction_id)
    waiting = contracts.filter(office=office, state__in=(State.DRAFT, State.WAITING))
    return waiting.select_related("counterpart", "body", "award").order_by("id")


def changes_of(contract: Contract) -> RecordedQuerySet[ContractChange]:
    """변경계약 — of a contract, in order."""
    changes: RecordedQuerySet[ContractChange] = ContractChange.objects.of(contract.jurisdiction_id)
    return changes.filter(contract=contract).order_by("number")


def trades_of(award: Award) -> RecordedQuerySet[Trade]:
    """거래 — of an award, in order, without those taken back."""
    trades: RecordedQuerySet[Trade] = Trade.objects.of(award.jurisdiction_id)
    return (
        trades.filter(award=award, is_withdrawn=False)
        .select_related("contract__counterpart")
        .order_by("number")
    )


def orders_of(award: Award) -> RecordedQuerySet[Order]:
    """집행 품의 — from an award's lines, in order."""
    orders: RecordedQuerySet[Order] = Order.objects.of(award.jurisdiction_id)
    return orders.filter(award=award).select_related("contractor", "line").order_by("id")


def orders_waiting(office: UUID, jurisdiction_id: UUID) -> RecordedQuerySet[Order]:
    """결재할 품의 — handed in and not yet decided, of an office, the oldest first."""
    orders: RecordedQuerySet[Order] = Order.objects.of(jurisdiction_id)
    waiting = orders.filter(office=office, state=OrderState.SUBMITTED)
    return waiting.select_related("contractor", "line").order_by("submitted_on", "id")


def reports_of(award: Award) -> RecordedQuerySet[ProgressReport]:
    """수행상황 보고 — on an award, in order."""
    reports: RecordedQuerySet[ProgressReport] = ProgressReport.objects.of(award.jurisdiction_id)
    return reports.filter(award=award).order_by("period", "id")


def checks_of(award: Award) -> RecordedQuerySet[MidCheck]:
    """중간점검 — of an award, in order."""
    checks: RecordedQuerySet[MidCheck] = MidCheck.objects.of(award.jurisdiction_id)
    return checks.filter(award=award).order_by("checked_on", "id")


def settings_of(award: Award) -> StageSettings:
    """단계의 조건 — of the award's programme, as they held when it was decided; whatever day a paper is of."""
    call = award.application.call
    return specification(call.jurisdiction.code, call.programme).settings_on(
        award.effective_on or award.since
    )


def midway_items(award: Award) -> tuple[Item, ...]:
    """점검 항목 — what a 중간점검 of this award looks at, as its jurisdiction's data say."""
    return jurisdiction(award.jurisdiction.code).midway


def second_disbursements_of(awards: Collection[Award]) -> dict[UUID, SecondDisbursement]:
    """2차 교부 예정 — the one that holds of each of these awards that has one; one query."""
    planned = SecondDisbursement.objects.filter(award__in=awards).order_by("id")
    return {each.award_id: each for each in planned}


def second_disbursement_of(award: Award) -> SecondDisbursement | None:
    """2차 교부 예정 — the one that holds: the latest; None where nobody has planned it."""
    planned: RecordedQuerySet[SecondDisbursement] = SecondDisbursement.objects.of(award.jurisdiction_id)
    return planned.filter(award=award).order_by("-id").first()
