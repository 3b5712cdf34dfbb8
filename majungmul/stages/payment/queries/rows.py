"""청구의 줄 — claims, and what belongs to each, as it holds now."""

from collections.abc import Collection
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


def awards_being_claimed(jurisdiction: UUID, office: UUID, year: int) -> set[UUID]:
    """청구가 끝나지 않은 결정 — of an office's year: those with a claim that is neither paid nor done with."""
    claims: RecordedQuerySet[Claim] = Claim.objects.of(jurisdiction)
    found = claims.filter(office=office, award__application__call__year=year)
    return set(found.exclude(state__in=(*DONE_WITH, State.PAID)).values_list("award", flat=True))


def grants_of(award: Award) -> RecordedQuerySet[Claim]:
    """교부청구 — the instalments of an award that are not taken back or rejected, in order."""
    return claims_of(award).filter(kind=Kind.GRANT).exclude(state__in=DONE_WITH).order_by("instalment")


def grants_by_award(awards: Collection[Award]) -> dict[UUID, list[Claim]]:
    """교부청구 — as `grants_of`, of each of these awards; one query."""
    claims = Claim.objects.filter(award__in=awards, kind=Kind.GRANT).exclude(state__in=DONE_WITH)
    found: dict[UUID, list[Claim]] = {award.pk: [] for award in awards}
    for claim in claims.order_by("instalment", "id"):
        found[claim.award_id].append(claim)
    return found


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


def numbers_used(
    jurisdiction: UUID, numbers: Collection[str], apart_from: Claim | None = None
) -> dict[str, str]:
    """쓴 승인번호 — those of these that a claim has, each with the claim's number; not the one that is corrected."""
    used: RecordedQuerySet[Proof] = Proof.objects.of(jurisdiction)
    found = used.filter(approval_number__in=numbers, is_withdrawn=False)
    if apart_from:
        found = found.exclude(claim=apart_from)
    return dict(found.values_list("approval_number", "claim__number"))


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


def grants_without_number(jurisdiction: UUID, office: UUID) -> RecordedQuerySet[Claim]:
    """시행을 기다리는 교부 — approved instalments, not on hold, without 문서번호 yet, the oldest first."""
    return _standing(jurisdiction, office, State.APPROVED).filter(held_for="", kind=Kind.GRANT)


def with_bank(jurisdiction: UUID, office: UUID) -> RecordedQuerySet[Claim]:
    """이체 중 — what the bank has and has not answered."""
    return _standing(jurisdiction, office, State.LISTED)


def correcting(jurisdiction: UUID, office: UUID) -> RecordedQuerySet[Claim]:
    """보완 중인 청구 — with the body until it is put right, the oldest first."""
    return _standing(jurisdiction, office, State.CORRECTING)


def paid_in(jurisdiction: UUID, office: UUID, year: int) -> RecordedQuerySet[Claim]:
    """지급한 청구 — of awards of a year, the last paid first."""
    found = _standing(jurisdiction, office, State.PAID)
    return found.filter(award__application__call__year=year).order_by("-paid_on", "-id")


def bank_lists_of(jurisdiction: UUID, office: UUID) -> RecordedQuerySet[BankList]:
    """이체 목록 — of an office, the newest first."""
    lists: RecordedQuerySet[BankList] = BankList.objects.of(jurisdiction)
    return lists.filter(office=office).order_by("-made_at", "-id")


def own_claims_of(award: Award) -> RecordedQuerySet[Claim]:
    """지출결의 — for orders from an award's lines, those that are not taken back or rejected."""
    return claims_of(award).filter(kind=Kind.OWN).exclude(state__in=DONE_WITH)


def on_hold(jurisdiction: UUID, office: UUID) -> RecordedQuerySet[Claim]:
    """보류한 청구 — stopped until somebody releases them."""
    states = (State.RECEIVED, State.SUBMITTED, State.APPROVED, State.FAILED)
    return _standing(jurisdiction, office, *states).exclude(held_for="")


def _standing(jurisdiction: UUID, office: UUID, *states: State) -> RecordedQuerySet[Claim]:
    claims: RecordedQuerySet[Claim] = Claim.objects.of(jurisdiction)
    found = claims.filter(office=office, state__in=states).select_related("body", "award", "bank_account")
    return found.order_by("received_at", "id")
