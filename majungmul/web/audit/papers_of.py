"""있는 문서 — which papers there are of a row by now, told from its state alone: none is made for it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from majungmul.stages.award.states import State as AwardState
from majungmul.stages.payment.states import State as ClaimState
from majungmul.stages.plan.states import State as PlanState
from majungmul.stages.settlement.states import RefundState, RevocationState
from majungmul.stages.settlement.states import State as SettlementState
from majungmul.web.papers import kinds_of_papers

if TYPE_CHECKING:
    from majungmul.books.trail.recorded import Recorded

Row = Any
HANDED_IN = (ClaimState.SUBMITTED, ClaimState.APPROVED, ClaimState.LISTED, ClaimState.PAID, ClaimState.FAILED)


def _is_designation(application: Row) -> bool:
    return application.call.designated_id is not None


def _is_of_city(award: Row) -> bool:
    return _is_designation(award.application)


ONLY_WHEN: Mapping[str, Callable[[Row], bool]] = {
    "plan_notice": lambda row: row.state not in (PlanState.DRAFT, PlanState.SUBMITTED),
    "call_notice": lambda row: row.designated_id is None,
    "designation_notice": lambda row: row.designated_id is not None,
    "application_form": lambda row: not _is_designation(row),
    "grant_application": _is_designation,
    "return_notice": lambda row: row.state == "returned",
    "selection_notice": lambda row: row.decided_at is not None,
    "reconsideration_answer": lambda row: row.answered_at is not None,
    "grant_notice": _is_of_city,
    "award_notice": lambda row: not _is_of_city(row),
    "change_notice": lambda row: row.answered_at is not None,
    "ending_notice": lambda row: row.state == AwardState.ENDED,
    "objection_answer": lambda row: row.answered_on is not None,
    "claim_form": lambda row: row.kind == "support",
    "result_report": lambda row: row.kind == "support",
    "grant_claim": lambda row: row.kind == "grant",
    "spending_resolution": lambda row: row.kind != "grant" and row.state in HANDED_IN,
    "payment_notice": lambda row: row.kind == "support" and row.state == ClaimState.PAID,
    "grant_paid_notice": lambda row: (
        row.kind == "grant" and row.state in (ClaimState.APPROVED, ClaimState.PAID)
    ),
    "settled_notice": lambda row: row.state in (SettlementState.FIXED, SettlementState.CLOSED),
    "refund_order": lambda row: row.state in (RefundState.ORDERED, RefundState.PAID, RefundState.WITHDRAWN),
    "refund_told": lambda row: row.ordered_on is not None,
    "refund_withdrawal": lambda row: row.state == RefundState.WITHDRAWN,
    "exclusion_notice": lambda row: row.sanction_id is not None,
    "revocation_notice": lambda row: row.state == RevocationState.EFFECTIVE,
    "refund_objection_answer": lambda row: row.answered_on is not None,
}
"""The kinds that a row of their table does not have at once, and when it has them."""


def papers_there(row: "Recorded") -> list[tuple[str, str]]:
    """있는 문서 — (kind, title) of each."""
    label = row._meta.label_lower
    return [
        (code, kind.title)
        for code, kind in kinds_of_papers().items()
        if kind.model._meta.label_lower == label and ONLY_WHEN.get(code, _always)(row)
    ]


def _always(_row: Row) -> bool:
    return True
