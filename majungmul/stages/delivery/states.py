"""수행의 상태 — of contracts and of orders of the operator's own; one table for each."""

from django.db.models import TextChoices

from majungmul.books.parties import transitions
from majungmul.books.parties.transitions import Transition


class State(TextChoices):
    """계약의 상태 — where a contract stands."""

    DRAFT = "draft", "작성"
    WAITING = "waiting", "확인 대기"
    CONFIRMED = "confirmed", "확인"
    CANCELLED = "cancelled", "해제"


class OrderState(TextChoices):
    """품의의 상태 — where an order of the operator's own stands."""

    DRAFT = "draft", "작성"
    SUBMITTED = "submitted", "결재 올림"
    APPROVED = "approved", "결재"
    CANCELLED = "cancelled", "취소"


TRADE = "2018년 계획: 조합간 계약 및 거래(조합)"
WATCH = "지방재정법 제32조의5(2018년), 지방보조금법 제16조"
OWN = "2018년 계획: 설명회 등 홍보비; 지방보조금 관리기준 제11조"

CONTRACTS = (
    Transition("delivery.enter_contract", None, State.DRAFT, TRADE),
    Transition("delivery.add_scan", State.DRAFT, State.DRAFT, TRADE),
    Transition("delivery.add_scan", State.WAITING, State.WAITING, TRADE),
    Transition("delivery.confirm_contract", State.DRAFT, State.CONFIRMED, TRADE),
    Transition("delivery.confirm_contract", State.WAITING, State.CONFIRMED, TRADE),
    Transition("delivery.send_link", State.DRAFT, State.WAITING, TRADE),
    Transition("delivery.send_link", State.WAITING, State.WAITING, TRADE),
    Transition("delivery.confirm_by_code", State.WAITING, State.CONFIRMED, TRADE),
    Transition("delivery.change_contract", State.CONFIRMED, State.CONFIRMED, TRADE),
    Transition("delivery.cancel_contract", State.DRAFT, State.CANCELLED, TRADE),
    Transition("delivery.cancel_contract", State.WAITING, State.CANCELLED, TRADE),
    Transition("delivery.cancel_contract", State.CONFIRMED, State.CANCELLED, TRADE),
    Transition("delivery.record_trade", State.CONFIRMED, State.CONFIRMED, TRADE),
    Transition("delivery.withdraw_trade", State.CONFIRMED, State.CONFIRMED, TRADE),
)

ORDERS = (
    Transition("delivery.draft_order", None, OrderState.DRAFT, OWN),
    Transition("delivery.rewrite_order", OrderState.DRAFT, OrderState.DRAFT, OWN),
    Transition("delivery.submit_order", OrderState.DRAFT, OrderState.SUBMITTED, OWN),
    Transition("delivery.send_back_order", OrderState.SUBMITTED, OrderState.DRAFT, OWN),
    Transition("delivery.approve_order", OrderState.SUBMITTED, OrderState.APPROVED, OWN),
    Transition("delivery.cancel_order", OrderState.DRAFT, OrderState.CANCELLED, OWN),
    Transition("delivery.cancel_order", OrderState.APPROVED, OrderState.CANCELLED, OWN),
)
"""수행상황 보고, 중간점검, 2차 교부 예정은 한 번 적을 뿐이라 표가 없다."""


def after(act: str, state: str, title: str) -> State:
    """계약의 다음 상태 — Refuses (NotInThisState) an act without place in this state."""
    return State(transitions.after(CONTRACTS, act, state, title))


def order_after(act: str, state: str, title: str) -> OrderState:
    """품의의 다음 상태 — Refuses (NotInThisState) an act without place in this state."""
    return OrderState(transitions.after(ORDERS, act, state, title))
