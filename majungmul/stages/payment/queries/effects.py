"""결재 전후 — of what funds a claim: what stands there now, and once it is paid; read only."""

from typing import TYPE_CHECKING

from majungmul.books.ledger.queries import Effect, paid_from
from majungmul.stages.payment.models import Claim, Kind
from majungmul.stages.payment.queries.recognition import recognitions_of
from majungmul.values.won import ZERO, Won

if TYPE_CHECKING:
    from uuid import UUID


def effects_of(claim: Claim) -> list[Effect]:
    """결재 전후 — of each account that funds a line; of the operator's own spending its own. None of one paid."""
    if claim.paid_on is not None:
        return []
    amounts: dict[UUID, Won] = {}
    for each in recognitions_of(claim):
        line = each.line.line
        account = line.account_id if claim.kind == Kind.OWN else line.of_id
        if account:
            amounts[account] = amounts.get(account, ZERO) + each.amount
    return [paid_from(account, amount) for account, amount in amounts.items()]
