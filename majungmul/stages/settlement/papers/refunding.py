"""반환의 문서 — the kinds of papers about what is asked back, by name."""

from collections.abc import Callable
from typing import Any

from majungmul.books.trail.models import Recorded
from majungmul.formats.paper import Paper
from majungmul.stages.settlement.models import Refund, RefundObjection, Revocation, Surcharge
from majungmul.stages.settlement.papers.orders import refund_order, refund_told, refund_withdrawal
from majungmul.stages.settlement.papers.sanctions import (
    exclusion_notice,
    refund_objection,
    refund_objection_answer,
    revocation_notice,
    surcharge_notice,
)

PAPERS: dict[str, tuple[str, type[Recorded], Callable[[Any], Paper]]] = {
    "refund_order": ("반환명령서", Refund, refund_order),
    "refund_told": ("반환명령 사실 통보서", Refund, refund_told),
    "refund_withdrawal": ("반환명령 철회 통지", Refund, refund_withdrawal),
    "revocation_notice": ("교부결정·지원결정 취소 통지", Revocation, revocation_notice),
    "surcharge_notice": ("제재부가금 부과 통지", Surcharge, surcharge_notice),
    "exclusion_notice": ("제외 통지", Refund, exclusion_notice),
    "refund_objection": ("이의신청서", RefundObjection, refund_objection),
    "refund_objection_answer": ("이의신청 결과 통지", RefundObjection, refund_objection_answer),
}
"""kind → Korean title, the model whose id it is asked by, and the function."""
