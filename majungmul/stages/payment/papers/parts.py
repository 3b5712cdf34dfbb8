"""문서의 조각 — what the papers of payment share: who sends, the account as it may be shown, who signed."""

from datetime import date

from django.utils import timezone

from majungmul.books.parties.kinds import OfficeKind
from majungmul.books.parties.models import BankAccount
from majungmul.books.parties.queries.bodies import representative_on
from majungmul.books.parties.queries.letters import head_of
from majungmul.formats.paper import Approval, Item
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.stages.award.papers.parts import NotYet, OtherPaper, approvals, articles
from majungmul.stages.payment.models import Claim
from majungmul.stages.payment.queries import forms_of, papers_of

__all__ = [
    "NotYet",
    "OtherPaper",
    "account_in_words",
    "approved_by",
    "articles",
    "attached",
    "basis_of",
    "sender_of",
]

NO_ACCOUNT = "적힌 계좌 없음"


def sender_of(claim: Claim) -> str:
    """지급하는 곳의 명의 — 서울특별시장, or who stands for the operator."""
    body = claim.office.organisation
    if claim.office.kind == OfficeKind.CITY or body is None:
        return jurisdiction(claim.jurisdiction.code).head
    return head_of(body)


def signer_of(claim: Claim, word: str) -> str:
    """`청구인 서울가상인쇄협동조합 이사장 홍길동 (직인)`, by the name of the day where it is known."""
    found = representative_on(claim.body, timezone.localdate(claim.received_at))
    who = f"{claim.body.name} {found.title} {found.name}" if found else head_of(claim.body)
    return f"{word} {who} (직인)"


def account_in_words(account: BankAccount | None) -> str:
    """입금 계좌 — with all but its last digits hidden, and its 예금주."""
    if account is None:
        return NO_ACCOUNT
    return f"{account.bank} {account.masked} (예금주 {account.holder})"


def approved_by(claim: Claim) -> tuple[Approval, ...]:
    """결재란 — who handed the claim in, who approved it, on which day."""
    return approvals(
        ("담당", claim.submitted_by, claim.submitted_at), ("결재", claim.decided_by, claim.decided_at)
    )


def attached(claim: Claim, form: str) -> tuple[str, ...]:
    """붙임 — the files of the slots of one form (claim, report) as a paper lists them (`세금계산서 1부.`), in order."""
    there = papers_of(claim)
    slots = next(each.papers for each in forms_of(claim.award) if each.code == form)
    return tuple(f"{slot.label} {len(there[slot.code])}부." for slot in slots if slot.code in there)


def basis_of(claim: Claim) -> tuple[str, ...]:
    """근거 — of a claim of support: the 공고, and the decision it draws on."""
    call = claim.award.application.call
    on = claim.award.effective_on
    return (
        f"{call.title}({call.number})",
        f"지원결정 {claim.award.number}" + (f"({on:%Y. %-m. %-d.})" if on else ""),
    )


def law_of(claim: Claim, on: date, *keys: str) -> tuple[str, ...]:
    """근거 법령 — of the day of the act; 당시 법 확인 필요 where nobody has read it."""
    return articles(on, keys, claim.jurisdiction.code)


def contact_of(claim: Claim) -> Item:
    """문의처."""
    return Item(f"문의: {claim.award.application.call.contact}")
