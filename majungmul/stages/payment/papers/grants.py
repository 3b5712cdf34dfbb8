"""교부청구서와 교부 통지 — what the operator asks of the city for an instalment, and what the city pays out."""

from django.utils import timezone

from majungmul.books.files.seals import seal_of
from majungmul.books.parties.queries.letters import head_of
from majungmul.formats.paper import Entry, Grid, Heading, Item, Paper, day, table
from majungmul.programmes.reasons import Departure, reason_on
from majungmul.stages.payment.models import Claim, ClaimLine, Kind
from majungmul.stages.payment.papers.parts import (
    NotYet,
    OtherPaper,
    account_in_words,
    approved_by,
    contact_of,
    law_of,
    sender_of,
)
from majungmul.stages.payment.queries import lines_of
from majungmul.stages.payment.states import State
from majungmul.values.table import Difference, Table
from majungmul.values.won import ZERO, Won, total

STEP = "disbursement"
BASIS = ("award.rules", "disbursement.least_times")
NOT_YET = (State.RECEIVED, State.SUBMITTED, State.REJECTED, State.WITHDRAWN)
ASKED: tuple[Heading, ...] = (
    ("소요예산 항목", "text"),
    ("교부결정액", "won"),
    ("이번까지 청구액", "won"),
    ("남는 금액", "won", Difference("교부결정액", "이번까지 청구액")),
    ("앞서 청구한 금액", "won"),
    ("이번 청구액", "won", Difference("이번까지 청구액", "앞서 청구한 금액")),
)
GIVEN: tuple[Heading, ...] = (
    ("소요예산 항목", "text"),
    ("교부결정액", "won"),
    ("이번까지 교부액", "won"),
    ("남는 금액", "won", Difference("교부결정액", "이번까지 교부액")),
    ("앞서 교부한 금액", "won"),
    ("이번 교부액", "won", Difference("이번까지 교부액", "앞서 교부한 금액")),
)


def grant_claim(claim: Claim) -> Paper:
    """교부청구서 — which instalment, how much of each line, to which account. Refuses another kind of claim."""
    _refuse_other(claim, "교부청구서")
    received = timezone.localdate(claim.received_at)
    body = claim.body
    return Paper(
        kind="grant_claim",
        title=f"{claim.award.application.call.year}년 보조금 교부청구서({claim.instalment}차)",
        sender=head_of(body),
        receiver=sender_of(claim),
        number=claim.number,
        effective=received,
        basis=(*law_of(claim, received, *BASIS), f"교부결정 {claim.award.number}"),
        body=(
            Item(
                f"‘{claim.award.application.call.title}’의 보조금 {_which(claim)}를 다음과 같이 청구합니다."
            ),
            Item(
                "청구 내용",
                (
                    Item("청구액", amount=claim.claimed),
                    Item(f"회차: {_which(claim)}"),
                    Item(f"받을 계좌: {account_in_words(claim.bank_account)}"),
                    Grid(_table(claim, "asked", "항목별 청구액", ASKED)),
                ),
            ),
            *([Item(f"한 번에 교부받는 사유: {_single(claim)}")] if claim.single_reason else []),
        ),
        signed_by=f"{head_of(body)} (직인)",
        signed_on=received,
        is_made_up=claim.is_made_up,
    )


def grant_paid_notice(claim: Claim) -> Paper:
    """교부 통지 — with places for 문서번호 and 시행일 until it is sealed. Refuses one that is not approved."""
    _refuse_other(claim, "교부 통지")
    if claim.state in NOT_YET or claim.recognised is None:
        raise NotYet(title=claim.number, state=claim.get_state_display(), paper="교부 통지", when="결재한")
    sealed = seal_of(claim, STEP)
    on = sealed.effective_on if sealed else timezone.localdate(claim.decided_at)
    return Paper(
        kind="grant_paid_notice",
        title=f"{claim.award.application.call.year}년 보조금 교부 통지({claim.instalment}차)",
        sender=sender_of(claim),
        receiver=head_of(claim.body),
        number=sealed.number if sealed else "",
        effective=sealed.effective_on if sealed else None,
        portal=sealed.portal if sealed else "",
        basis=(*law_of(claim, on, *BASIS), f"교부결정 {claim.award.number}"),
        body=(
            Item(
                f"{day(timezone.localdate(claim.received_at))}에 청구하신 보조금(청구번호 {claim.number})을 "
                "다음과 같이 교부합니다."
            ),
            Item(
                "교부 내용",
                (
                    Item("교부액", amount=claim.recognised),
                    Item(f"회차: {_which(claim)}"),
                    Item(f"입금계좌: {account_in_words(claim.bank_account)}"),
                    Grid(_table(claim, "given", "항목별 교부액", GIVEN)),
                ),
            ),
            *([Item(f"한 번에 교부하는 사유: {_single(claim)}")] if claim.single_reason else []),
            Item("교부결정의 조건을 지켜 교부 목적에만 쓰고, 수행 상황을 보고해 주십시오."),
            contact_of(claim),
        ),
        approvals=approved_by(claim),
        is_made_up=claim.is_made_up,
    )


def _refuse_other(claim: Claim, paper: str) -> None:
    if claim.kind != Kind.GRANT:
        raise OtherPaper(title=claim.number, paper=paper, instead="지원금 청구서나 지출결의서")


def _which(claim: Claim) -> str:
    return "전액(한 번에)" if claim.single_reason else f"{claim.instalment}차분"


def _single(claim: Claim) -> str:
    on = timezone.localdate(claim.received_at)
    reason = reason_on(on, Departure.SINGLE_DISBURSEMENT, claim.single_reason, claim.jurisdiction.code)
    return f"{reason.label}({reason.article})" if reason.article else reason.label


def _table(claim: Claim, key: str, title: str, columns: tuple[Heading, ...]) -> Table:
    figures = [(line, _before(line)) for line in lines_of(claim)]
    rows = [_row(line.line.label, line.line.amount, before, line.claimed) for line, before in figures]
    sums = _row(
        "계",
        total(line.line.amount for line, _ in figures),
        total(before for _, before in figures),
        total(line.claimed for line, _ in figures),
    )
    return table(key, title, "원", columns, rows, sums)


def _row(label: str, decided: Won, before: Won, now: Won) -> list[Entry]:
    return [label, decided, before + now, decided - before - now, before, now]


def _before(line: ClaimLine) -> Won:
    """What earlier instalments claimed of the same line, in won."""
    claim = line.claim
    earlier = ClaimLine.objects.of(line.jurisdiction_id).filter(
        line=line.line, claim__kind=Kind.GRANT, claim__instalment__lt=claim.instalment
    )
    live = earlier.exclude(claim__state__in=(State.WITHDRAWN, State.REJECTED))
    return total(each.claimed for each in live) or ZERO
