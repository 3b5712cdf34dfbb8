"""정산의 상태 — of settlements, of orders to pay back, of revocations; one table for each."""

from django.db.models import TextChoices

from majungmul.books.parties import transitions
from majungmul.books.parties.transitions import Transition


class State(TextChoices):
    """정산의 상태 — where the settlement of an award stands."""

    REPORTED = "reported", "보고"
    CORRECTING = "correcting", "보완 중"
    SUBMITTED = "submitted", "결재 올림"
    APPROVED = "approved", "결재(시행 전)"
    FIXED = "fixed", "확정"
    CLOSED = "closed", "완료"


class RefundState(TextChoices):
    """반환의 상태 — where an order to pay back stands."""

    PROPOSED = "proposed", "결재 올림"
    SENT_BACK = "sent_back", "반려"
    ORDERED = "ordered", "반환명령"
    PAID = "paid", "납부"
    WITHDRAWN = "withdrawn", "철회"


class RevocationState(TextChoices):
    """취소의 상태 — where the revocation of an award stands."""

    SUBMITTED = "submitted", "결재 올림"
    EFFECTIVE = "effective", "취소"
    SENT_BACK = "sent_back", "반려"


REPORT = "지방재정법 제32조의6제1항(2018년), 지방보조금법 제17조"
FIX = "지방재정법 제32조의6제2항·제3항(2018년), 지방보조금법 제19조"
RETURN = "지방재정법 제32조의8제2항·제3항(2018년), 지방보조금법 제31조"
RECIPIENT = "지방보조금법 제34조(2021. 7. 13.부터); 2018년에는 협약과 지원조건"
REVOKE = "지방재정법 제32조의8제1항(2018년), 지방보조금법 제12조"
SANCTION = "지방재정법 제32조의8제7항(2018년), 지방보조금법 제32조·제35조"
OBJECT = "지방재정법 제32조의10(2018년), 지방보조금법 제36조의2"

TRANSITIONS = (
    Transition("settlement.report", None, State.REPORTED, REPORT),
    Transition("settlement.open", None, State.REPORTED, FIX),
    Transition("settlement.ask_correction", State.REPORTED, State.CORRECTING, REPORT),
    Transition("settlement.correct", State.CORRECTING, State.REPORTED, REPORT),
    Transition("settlement.examine", State.REPORTED, State.REPORTED, FIX),
    Transition("settlement.submit", State.REPORTED, State.SUBMITTED, FIX),
    Transition("settlement.send_back", State.SUBMITTED, State.REPORTED, FIX),
    Transition("settlement.approve", State.SUBMITTED, State.APPROVED, FIX),
    Transition("settlement.take_effect", State.APPROVED, State.FIXED, FIX),
    Transition("settlement.fix", State.SUBMITTED, State.FIXED, FIX),
    Transition("settlement.receive_return", State.FIXED, State.FIXED, RETURN),
    Transition("settlement.close", State.FIXED, State.CLOSED, FIX),
)

REFUNDS = (
    Transition("settlement.propose_refund", None, RefundState.PROPOSED, RECIPIENT),
    Transition("settlement.send_back_refund", RefundState.PROPOSED, RefundState.SENT_BACK, RECIPIENT),
    Transition("settlement.order_refund", RefundState.PROPOSED, RefundState.ORDERED, RECIPIENT),
    Transition("settlement.notify_city", RefundState.ORDERED, RefundState.ORDERED, RECIPIENT),
    Transition("settlement.notify_city", RefundState.PAID, RefundState.PAID, RECIPIENT),
    Transition("settlement.receive_refund", RefundState.ORDERED, RefundState.PAID, RETURN),
    Transition("settlement.receive_refund", RefundState.ORDERED, RefundState.ORDERED, RETURN),
    Transition("settlement.withdraw_refund", RefundState.ORDERED, RefundState.WITHDRAWN, RETURN),
    Transition("settlement.surcharge", RefundState.ORDERED, RefundState.ORDERED, SANCTION),
    Transition("settlement.surcharge", RefundState.PAID, RefundState.PAID, SANCTION),
    Transition("settlement.exclude", RefundState.ORDERED, RefundState.ORDERED, SANCTION),
    Transition("settlement.exclude", RefundState.PAID, RefundState.PAID, SANCTION),
    Transition("settlement.object", RefundState.ORDERED, RefundState.ORDERED, OBJECT),
    Transition("settlement.object", RefundState.PAID, RefundState.PAID, OBJECT),
    Transition("settlement.answer_objection", RefundState.ORDERED, RefundState.ORDERED, OBJECT),
    Transition("settlement.answer_objection", RefundState.PAID, RefundState.PAID, OBJECT),
)
"""납부가 나뉘어 들어오면 모두 들어올 때까지 반환명령에 머문다. 이의를 받아들이면 철회가 함께 된다."""

REVOCATIONS = (
    Transition("settlement.submit_revocation", None, RevocationState.SUBMITTED, REVOKE),
    Transition(
        "settlement.send_back_revocation", RevocationState.SUBMITTED, RevocationState.SENT_BACK, REVOKE
    ),
    Transition("settlement.revoke", RevocationState.SUBMITTED, RevocationState.EFFECTIVE, REVOKE),
)


def after(act: str, state: str, title: str) -> State:
    """정산의 다음 상태 — Refuses (NotInThisState) an act without place in this state."""
    return State(transitions.after(TRANSITIONS, act, state, title))


def refund_after(act: str, state: str, title: str) -> RefundState:
    """반환의 다음 상태 — Refuses (NotInThisState) an act without place in this state."""
    return RefundState(transitions.after(REFUNDS, act, state, title))


def revocation_after(act: str, state: str, title: str) -> RevocationState:
    """취소의 다음 상태 — Refuses (NotInThisState) an act without place in this state."""
    return RevocationState(transitions.after(REVOCATIONS, act, state, title))
