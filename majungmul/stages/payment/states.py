"""지급의 상태 — where a claim stands; one table of who may do what in which: from, to, act, law."""

from django.db.models import TextChoices

from majungmul.books.parties import transitions
from majungmul.books.parties.transitions import Transition


class State(TextChoices):
    """청구의 상태 — where a claim stands."""

    RECEIVED = "received", "접수"
    CORRECTING = "correcting", "보완 중"
    SUBMITTED = "submitted", "결재 올림"
    APPROVED = "approved", "결재"
    LISTED = "listed", "이체 중"
    PAID = "paid", "지급"
    FAILED = "failed", "반송"
    REJECTED = "rejected", "불인정"
    WITHDRAWN = "withdrawn", "취하"


PAY = "2018년 계획: 결과보고 및 지원금 지급(조합 및 서울본부); 지방보조금법 제10조의2"
GRANT = "지방재정법 제32조의2제6항(2018년), 지방보조금법 제8조·제10조의2"
STOP = "실무: 의심이 풀릴 때까지 지급을 미룸(점검에서 요청)"
SPEND = "2018년 계획: 설명회 등 홍보비; 지방보조금 관리기준 제11조"

TRANSITIONS = (
    Transition("payment.claim", None, State.RECEIVED, PAY),
    Transition("payment.claim_grant", None, State.RECEIVED, GRANT),
    Transition("payment.claim_own", None, State.RECEIVED, SPEND),
    Transition("payment.ask_correction", State.RECEIVED, State.CORRECTING, PAY),
    Transition("payment.correct", State.CORRECTING, State.RECEIVED, PAY),
    Transition("payment.withdraw", State.RECEIVED, State.WITHDRAWN, PAY),
    Transition("payment.withdraw", State.CORRECTING, State.WITHDRAWN, PAY),
    Transition("payment.recognise_proof", State.RECEIVED, State.RECEIVED, PAY),
    Transition("payment.reject", State.RECEIVED, State.REJECTED, PAY),
    Transition("payment.reject", State.APPROVED, State.REJECTED, PAY),
    Transition("payment.reject", State.FAILED, State.REJECTED, PAY),
    Transition("payment.submit", State.RECEIVED, State.SUBMITTED, PAY),
    Transition("payment.send_back", State.SUBMITTED, State.RECEIVED, PAY),
    Transition("payment.approve", State.SUBMITTED, State.APPROVED, PAY),
    Transition("payment.list_for_bank", State.APPROVED, State.LISTED, PAY),
    Transition("payment.list_for_bank", State.FAILED, State.LISTED, PAY),
    Transition("payment.pay", State.LISTED, State.PAID, PAY),
    *(
        Transition(act, state, state, STOP)
        for act in ("payment.hold", "payment.release")
        for state in (State.RECEIVED, State.SUBMITTED, State.APPROVED, State.FAILED)
    ),
    Transition("payment.accept_holder", State.APPROVED, State.APPROVED, PAY),
    Transition("payment.accept_holder", State.FAILED, State.FAILED, PAY),
    Transition("payment.disburse", State.APPROVED, State.PAID, GRANT),
    Transition("payment.fail", State.LISTED, State.FAILED, PAY),
    Transition("payment.bounce", State.PAID, State.FAILED, PAY),
)
"""Whatever is not here is refused. 교부는 이체 목록 없이 시가 교부하고(payment.disburse) 문서로 남긴다."""


def after(act: str, state: str, title: str) -> State:
    """다음 상태 — where the act leads from this state. Refuses (NotInThisState) one without place in it."""
    return State(transitions.after(TRANSITIONS, act, state, title))
