"""지급의 표 — claims with lines, proofs and how each was paid for, reports of results, lists for the bank."""

from majungmul.stages.payment.models.bank import BankEntry, BankList, EntryState
from majungmul.stages.payment.models.claim import Claim, ClaimCorrection, ClaimLine, Kind, Report
from majungmul.stages.payment.models.proof import Method, Proof, ProofKind, Settling

__all__ = [
    "BankEntry",
    "BankList",
    "Claim",
    "ClaimCorrection",
    "ClaimLine",
    "EntryState",
    "Kind",
    "Method",
    "Proof",
    "ProofKind",
    "Report",
    "Settling",
]
