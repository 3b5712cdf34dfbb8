"""반환의 분개 — an order finds the money where it stands; what comes in goes back the way it came.

Before the settlement the money is with its payee (반납), after it is recognised and carried up (환수); of a closed
year it is booked in this year's accounts (과년도), and that year stays as it is.
"""

from datetime import date

from majungmul.books.ledger import accounts, postings
from majungmul.books.ledger.kinds import Kind
from majungmul.books.ledger.models import Account
from majungmul.stages.award.models import AwardLine
from majungmul.stages.settlement.models import Refund
from majungmul.stages.settlement.queries.standing import (
    is_carried_up,
    is_closed,
    own_account,
    places_of,
)
from majungmul.values.refusal import Refusal
from majungmul.values.won import ZERO, Won

REASON = 200


class StandsElsewhere(Refusal):
    """한곳에 있지 않은 금액."""

    sentence = (
        "반환할 {asked}이 한곳에 모여 있지 않습니다({places}). 그 금액에 맞게 나누어 명령해 주십시오. "
        "조합에 지급한 돈은 조합의 정산이나 반환명령을 먼저 마쳐야 합니다."
    )


def place(refund: Refund, amount: Won, today: date) -> None:
    """반환명령 — the amount is due from where it stands now; keeps the place on the refund. Saves nothing.

    Refuses (StandsElsewhere) where no one place holds as much.
    """
    own = _own(refund.line)
    if is_closed(own):
        prior = accounts.open_prior_year(own, max(today.year, own.year + 1))
        _owe(refund, prior, amount)
        return
    places = places_of(refund.line)
    found = next((each for each in places if each.amount >= amount), None)
    if found is None:
        said = ", ".join(each.named for each in places) or "남은 금액 없음"
        raise StandsElsewhere(asked=amount, places=said)
    if found.is_recognised:
        _owe(refund, found.account, amount)
        return
    refund.stands_at, refund.due_account = found.account, None
    postings.order_return(found.account, amount, refund.reason[:REASON])


def receive(refund: Refund, principal: Won, interest: Won, still: Won, today: date) -> None:
    """납부 — principal and interest are there; `still` is what was unpaid before. What was carried up follows.

    Where the year of the order was closed meanwhile, what is unpaid is first booked in this year.
    """
    if is_closed(_stands(refund)):
        place(refund, still, today)
    stands = _stands(refund)
    if principal > ZERO and refund.due_account:
        postings.recover(stands, refund.due_account, principal)
    elif principal > ZERO:
        postings.receive_return(stands, principal)
    level = stands.funding if stands.kind == Kind.PAYEE else stands
    if interest > ZERO:
        postings.accrue_interest(level, interest)
    _carry(level)


def give_up(refund: Refund, still: Won, reason: str) -> None:
    """철회 — what was not yet paid is due no more, and stands where it stood. A closed year stays as it is."""
    stands = _stands(refund)
    if still == ZERO or is_closed(stands):
        return
    if refund.due_account:
        postings.withdraw_recovery(stands, refund.due_account, still, reason[:REASON])
        _carry(stands)
        return
    postings.cancel_return(stands, still, reason[:REASON])
    if stands.kind == Kind.PAYEE and is_carried_up(stands.funding):
        postings.recognise(stands, still)
        _carry(stands.funding)


def _owe(refund: Refund, stands: Account, amount: Won) -> None:
    due = accounts.open_due(stands, refund.body_id, f"{refund.body.name} 환수할 금액")
    postings.order_recovery(stands, due, amount, refund.reason[:REASON])
    refund.stands_at, refund.due_account = stands, due


def _carry(account: Account) -> None:
    """금액 확정 — carry up as far as the settlements did; of a closed year to the top."""
    walked = account
    while walked.of is not None and (
        walked.kind == Kind.PRIOR_YEAR or (walked.kind == Kind.AWARD and is_carried_up(walked))
    ):
        postings.carry_up(walked)
        walked = walked.of


def _own(line: AwardLine) -> Account:
    own = own_account(line)
    if own is None:
        message = "an award in effect has an account for each line"
        raise TypeError(message)
    return own


def _stands(refund: Refund) -> Account:
    if refund.stands_at_id is None:
        message = "an order names where its money stood"
        raise TypeError(message)
    return Account.objects.select_related("of__of").get(pk=refund.stands_at_id)
