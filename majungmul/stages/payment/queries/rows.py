"""청구의 줄 — claims, and what belongs to each, as it holds now."""

from uuid import UUID

from majungmul.books.files.models import FileUse
from majungmul.books.files.queries import uses_of
from majungmul.books.parties.models import Organisation
from majungmul.books.parties.queries.bodies import family
from majungmul.books.trail.models import RecordedQuerySet
from majungmul.stages.award.models import Award
from majungmul.stages.payment.models import (
    BankEntry,
    BankList,
    Claim,
    ClaimCorrection,
    ClaimLine,
    Kind,
    Proof,
)
from majungmul.stages.payment.states import State

DONE_WITH = (State.WITHDRAWN, State.REJECTED)


def claims_of(award: Award) -> RecordedQuerySet[Claim]:
    """청구 — under an award, in the order of 접수."""
    claims: RecordedQuerySet[Claim] = Claim.objects.of(award.jurisdiction_id)
    return claims.filter(award=award).order_by("received_at", "id")


def open_claims_of(award: Award) -> RecordedQuerySet[Claim]:
    """끝나지 않은 청구 — under an award: neither paid, nor taken back, nor rejected."""
    return claims_of(award).exclude(state__in=(*DONE_WITH, State.PAID))


def grants_of(award: Award) -> RecordedQuerySet[Claim]:
    """교부청구 — the instalments of an award that are not taken back or rejected, in order."""
    return claims_of(award).filter(kind=Kind.GRANT).exclude(state__in=DONE_WITH).order_by("instalment")


def claims_by(body: Organisation) -> RecordedQuerySet[Claim]:
    """내 청구 — of support by a body, the newest first."""
    claims: RecordedQuerySet[Claim] = Claim.objects.of(body.jurisdiction_id)
    own = claims.filter(body__in=family(body), kind=Kind.SUPPORT)
    return own.select_related("award").order_by("-received_at", "-id")


def lines_of(claim: Claim) -> RecordedQuerySet[ClaimLine]:
    """청구 항목 — of the claim as it holds (its last version), in order."""
    lines: RecordedQuerySet[ClaimLine] = ClaimLine.objects.of(claim.jurisdiction_id)
    related = ("line__account", "payee__of", "trade__contract__counterpart", "trade__body")
    return lines.filter(claim=claim, version=claim.version).select_related(*related).order_by("order")


def proofs_of(claim: Claim) -> RecordedQuerySet[Proof]:
    """증빙 — of the claim as it holds, in order."""
    proofs: RecordedQuerySet[Proof] = Proof.objects.of(claim.jurisdiction_id)
    return (
        proofs.filter(claim=claim, line__version=claim.version)
        .select_related("line__trade__contract__counterpart", "line__trade__body", "claim")
        .prefetch_related("settlings")
        .order_by("line__order", "id")
    )


def corrections_of(claim: Claim) -> RecordedQuerySet[ClaimCorrection]:
    """청구 보완요청 — of a claim, in order."""
    asked: RecordedQuerySet[ClaimCorrection] = ClaimCorrection.objects.of(claim.jurisdiction_id)
    return asked.filter(claim=claim).order_by("asked_at", "id")


def entries_of(bank_list: BankList) -> RecordedQuerySet[BankEntry]:
    """이체 — of a list, in order."""
    entries: RecordedQuerySet[BankEntry] = BankEntry.objects.of(bank_list.jurisdiction_id)
    return entries.filter(bank_list=bank_list).select_related("claim__body", "bank_account").order_by("id")


def papers_of(claim: Claim) -> dict[str, list[FileUse]]:
    """붙임 — the files of a claim by slot, the oldest first."""
    found: dict[str, list[FileUse]] = {}
    for use in uses_of(claim):
        found.setdefault(use.purpose, []).append(use)
    return found


def waiting_for_review(jurisdiction: UUID, office: UUID) -> RecordedQuerySet[Claim]:
    """심사할 청구 — received and not handed in yet, the oldest first."""
    return _standing(jurisdiction, office, State.RECEIVED)


def waiting_for_approval(jurisdiction: UUID, office: UUID) -> RecordedQuerySet[Claim]:
    """결재함 — claims handed in for approval, the oldest first."""
    return _standing(jurisdiction, office, State.SUBMITTED)


def waiting_for_bank(jurisdiction: UUID, office: UUID) -> RecordedQuerySet[Claim]:
    """이체할 청구 — approved or returned by the bank, not on hold, and in no list now."""
    waiting = _standing(jurisdiction, office, State.APPROVED, State.FAILED)
    return waiting.filter(held_for="").exclude(kind=Kind.GRANT)


def with_bank(jurisdiction: UUID, office: UUID) -> RecordedQuerySet[Claim]:
    """이체 중 — what the bank has and has not answered."""
    return _standing(jurisdiction, office, State.LISTED)


def on_hold(jurisdiction: UUID, office: UUID) -> RecordedQuerySet[Claim]:
    """보류한 청구 — stopped until somebody releases them."""
    states = (State.RECEIVED, State.SUBMITTED, State.APPROVED, State.FAILED)
    return _standing(jurisdiction, office, *states).exclude(held_for="")


def _standing(jurisdiction: UUID, office: UUID, *states: State) -> RecordedQuerySet[Claim]:
    claims: RecordedQuerySet[Claim] = Claim.objects.of(jurisdiction)
    found = claims.filter(office=office, state__in=states).select_related("body", "award", "bank_account")
    return found.order_by("received_at", "id")
