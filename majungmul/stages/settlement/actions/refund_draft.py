"""반환명령 안 — what an officer proposes, read: how much, why, under which law, with which interest, until when."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from majungmul.books.parties import written
from majungmul.books.parties.kinds import OfficeKind
from majungmul.books.parties.queries.rows import locked
from majungmul.programmes.conditions import article_on
from majungmul.programmes.legislation import NotInForce
from majungmul.programmes.reasons import Grounds, Reason, reason_on
from majungmul.programmes.specification import specification
from majungmul.stages.award.models import AwardLine
from majungmul.stages.settlement.actions.refund_interest import Asked, Circumstances, interest_fields
from majungmul.stages.settlement.actions.refund_refusals import (
    DayOutside,
    DueTooLate,
    DueTooSoon,
    MoreThanPaid,
    NothingToReturn,
    OtherRevocation,
    RevocationNeeded,
)
from majungmul.stages.settlement.models import InterestBasis, Refund, RefundKind, Revocation
from majungmul.stages.settlement.queries.standing import (
    asked_back_under,
    first_paid_on,
    is_carried_up,
    may_be_asked_back,
    own_account,
    paid_under,
)
from majungmul.stages.settlement.states import RevocationState
from majungmul.values.actor import Actor
from majungmul.values.won import ZERO, Won

AGREEMENT = "agreement"
"""Where the law of the day has no reasons for a 수령자 (2018), the agreement has them."""
BY_AGREEMENT = "협약과 지원조건(그때의 법에는 수령자의 반환에 관한 규정이 없음)"
LONGEST_DAYS = 365
BY_NOTICE = "시가 보내는 납입고지서에 적힌 곳"
TO_THE_OPERATOR = "중앙회의 사업비 계좌(안내문에 적힌 계좌)"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundDraft:
    """반환명령 안 — of which line, principal and interest, why, until when.

    `law` is found where it is empty; `grounds` is a code of the law of the day (of a revocation it is that one's),
    `wronged_on` the day on which the wrong was done (the first payment where it is not said). `interest_basis`
    says which of amount and rate counts; `interest_since` is the day of the first payment if not said.
    """

    line: UUID
    kind: str
    principal: Won
    reason: str
    due_on: date
    pay_to: str = ""
    law: str = ""
    grounds: str = ""
    wronged_on: date | None = None
    revocation: UUID | None = None
    interest_basis: str = ""
    interest: Won = ZERO
    interest_because: str = ""
    interest_rate: str = ""
    interest_since: date | None = None


def fields_of(said: RefundDraft, line: AwardLine, by: Actor, today: date) -> dict[str, Any]:
    """The fields of the refund that the draft asks for. Refuses what may not be asked back."""
    kind = written.one_of(Refund, "kind", said.kind)
    _refuse_amount(said, line)
    _refuse_due(said.due_on, today)
    revocation = _revocation(said, line, by, kind)
    first = first_paid_on(line) or line.award.effective_on or today
    wronged_on = _day("위반한 날", said.wronged_on or first, (line.award.since, today))
    since = _day("이자를 세는 첫날", said.interest_since or first, (first, today))
    reason = _grounds(said, line, revocation, today)
    return {
        "kind": kind,
        "revocation": revocation,
        "grounds": reason.code,
        "grounds_label": reason.label,
        "reason": written.line(Refund, "reason", said.reason),
        "law": written.line(Refund, "law", said.law or article_of(line, today)),
        "wronged_on": wronged_on,
        "principal": said.principal,
        "due_on": said.due_on,
        "pay_to": written.line(Refund, "pay_to", said.pay_to or _usual_place(line)),
        "interest_since": since,
        **interest_fields(_asked(said), _around(line, today), said.principal, (since, said.due_on)),
    }


def is_of_the_city(line: AwardLine) -> bool:
    """Whether the award is the city's (tier 1)."""
    return bool(line.award.office.kind == OfficeKind.CITY)


def article_of(line: AwardLine, on: date) -> str:
    """근거 — the article of the day under which money of this line is asked back; of tier 2 in 2018 the agreement."""
    key = "refund.with_interest" if is_of_the_city(line) else "recipient.refund"
    return article_on(on, key, line.jurisdiction.code) or BY_AGREEMENT


def recipient_reason(code: str, on: date, jurisdiction: str) -> Reason:
    """반환 사유 — of a 수령자, by the law of the day; where there was none, what the agreement says.

    Refuses (NoSuchReason) a code that the law of the day does not have.
    """
    try:
        return reason_on(on, Grounds.RECIPIENT, code, jurisdiction)
    except NotInForce:
        return Reason(AGREEMENT, "협약이나 지원조건을 어김", "")


def _usual_place(line: AwardLine) -> str:
    return BY_NOTICE if is_of_the_city(line) else TO_THE_OPERATOR


def _refuse_amount(said: RefundDraft, line: AwardLine) -> None:
    if said.principal <= ZERO:
        raise NothingToReturn
    left = may_be_asked_back(line)
    if said.principal > left:
        raise MoreThanPaid(line=line.label, paid=paid_under(line), left=left, asked=said.principal)


def _refuse_due(due_on: date, today: date) -> None:
    if due_on < today:
        raise DueTooSoon(due=due_on, first=today)
    if due_on > (last := today + timedelta(days=LONGEST_DAYS)):
        raise DueTooLate(due=due_on, last=last)


def _revocation(said: RefundDraft, line: AwardLine, by: Actor, kind: str) -> Revocation | None:
    if said.revocation is None:
        if is_of_the_city(line) or kind == RefundKind.REVOKED:
            raise RevocationNeeded(article=article_of(line, line.award.since))
        return None
    row = locked(Revocation, by, said.revocation)
    left = row.principal - asked_back_under(row)
    if (
        row.award_id != line.award_id
        or row.state != RevocationState.EFFECTIVE
        or kind != RefundKind.REVOKED
        or said.principal > left
    ):
        raise OtherRevocation(award=line.award.number, left=left)
    return row


def _grounds(said: RefundDraft, line: AwardLine, revocation: Revocation | None, today: date) -> Reason:
    if revocation is not None:
        return Reason(revocation.grounds, revocation.grounds_label, revocation.law)
    if said.kind == RefundKind.GOODS_RETURNED and not said.grounds:
        return Reason("", "", "")
    return recipient_reason(said.grounds, today, line.jurisdiction.code)


def _day(what: str, day: date, between: tuple[date, date]) -> date:
    first, last = between
    if not first <= day <= last:
        raise DayOutside(what=what, first=first, last=last, day=day)
    return day


def _asked(said: RefundDraft) -> Asked:
    """What is said of the interest; an amount without a basis is one that a person worked out."""
    implied = InterestBasis.ENTERED if said.interest != ZERO else InterestBasis.NONE
    basis = written.one_of(Refund, "interest_basis", said.interest_basis) if said.interest_basis else implied
    because = said.interest_because.strip()
    return Asked(
        basis=InterestBasis(basis),
        amount=said.interest,
        because=written.line(Refund, "interest_because", because) if because else "",
        rate=said.interest_rate,
    )


def _around(line: AwardLine, today: date) -> Circumstances:
    code = line.jurisdiction.code
    of_the_city, own = is_of_the_city(line), own_account(line)
    settings = (
        None
        if of_the_city
        else specification(code, line.programme).settings_on(line.award.effective_on or today)
    )
    return Circumstances(
        is_of_the_city=of_the_city,
        is_agreed=settings is not None and settings.interest_on_recipient_refund,
        is_settled=own is not None and is_carried_up(own),
        on=today,
        jurisdiction=code,
    )
