"""청구 안 — what a claimant hands in: trades with their proofs, the report of results, where to pay."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from majungmul.values.won import Won


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlingDraft:
    """결제 — one payment of a proof: when, how, how much."""

    paid_on: date
    method: str
    amount: Won


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofDraft:
    """증빙 — one paper of a trade; amounts below zero for a 수정세금계산서."""

    kind: str
    approval_number: str
    written_on: date
    issued_on: date
    supplier: str
    buyer: str
    supply: Won
    vat: Won
    settlings: tuple[SettlingDraft, ...] = ()
    vat_reclaimed: bool = False
    pages: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeClaim:
    """거래마다의 청구 — a trade, what is claimed for it, and all its proofs."""

    trade: UUID
    claimed: Won
    proofs: tuple[ProofDraft, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDraft:
    """결과보고 — why the result differs from the plan, what came of it, who wrote it."""

    outcome: str
    delivered_on: date
    received_by: str
    written_by: str
    written_on: date
    difference_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDraft:
    """지원금 청구 안 — the trades, the report, the account, and that no other support was got for them."""

    trades: tuple[TradeClaim, ...]
    report: ReportDraft
    bank_account: UUID
    no_other_support: bool
