"""지급의 문서 — claims with their report, resolutions, notices, the bank's list; of both tiers."""

from collections.abc import Callable
from typing import Any

from majungmul.books.trail.models import Recorded
from majungmul.formats.paper import Paper
from majungmul.stages.payment.models import BankList, Claim, ClaimCorrection
from majungmul.stages.payment.papers.claims import claim_correction_request, claim_form
from majungmul.stages.payment.papers.grants import grant_claim, grant_paid_notice
from majungmul.stages.payment.papers.paying import bank_list_sheet, payment_notice, spending_resolution
from majungmul.stages.payment.papers.reports import result_report

__all__ = [
    "PAPERS",
    "bank_list_sheet",
    "claim_correction_request",
    "claim_form",
    "grant_claim",
    "grant_paid_notice",
    "payment_notice",
    "result_report",
    "spending_resolution",
]

PAPERS: dict[str, tuple[str, type[Recorded], Callable[[Any], Paper]]] = {
    "result_report": ("결과보고서", Claim, result_report),
    "claim_form": ("지원금 청구서", Claim, claim_form),
    "grant_claim": ("교부청구서", Claim, grant_claim),
    "spending_resolution": ("지출결의서", Claim, spending_resolution),
    "payment_notice": ("지급 통지", Claim, payment_notice),
    "claim_correction_request": ("청구 보완요청서", ClaimCorrection, claim_correction_request),
    "bank_list_sheet": ("이체 목록", BankList, bank_list_sheet),
    "grant_paid_notice": ("교부 통지", Claim, grant_paid_notice),
}
"""문서의 종류 — its title, the row whose id it is asked by, and the function that makes it."""
