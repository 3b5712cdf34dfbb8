"""낸 청구 — where it stands, what was recognised of each trade and why, and how much came on which day."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from majungmul.books.duties.queries import duties_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.stages.payment import actions
from majungmul.stages.payment.queries import (
    claim_for,
    corrections_of,
    forms_of,
    lines_of,
    papers_of,
    proofs_of,
    totals_of,
)
from majungmul.stages.payment.states import State, after
from majungmul.web.applicant.acts import Act, act_page
from majungmul.web.applicant.allowing import allows
from majungmul.web.applicant.award import crumbs
from majungmul.web.applicant.documents import documents_of_claim
from majungmul.web.applicant.now import CLAIMS
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import REASON, ask
from majungmul.web.keys import key_of
from majungmul.web.showing import show
from majungmul.web.words import moment

if TYPE_CHECKING:
    from majungmul.stages.payment.models import Claim

STEPS = (
    (State.RECEIVED, "청구", "우리 조합"),
    (State.SUBMITTED, "지급 심사", "담당자"),
    (State.APPROVED, "지급 결재", "결재권자"),
    (State.PAID, "지급", "은행 이체"),
)
PLACE = {
    State.RECEIVED: 1,
    State.CORRECTING: 1,
    State.SUBMITTED: 2,
    State.APPROVED: 3,
    State.LISTED: 3,
    State.FAILED: 3,
    State.PAID: 4,
}
"""How many of the steps are done in a state; none where the claim is done with."""
DECIDED = (State.APPROVED, State.LISTED, State.PAID, State.FAILED)
"""What was recognised holds: before, it is the office's own work."""


def claim(request: Asked, claim: UUID) -> HttpResponse:
    """낸 청구 — and, where it was handed in just now, its receipt."""
    row = claim_for(request.seat, claim)
    proofs = list(proofs_of(row))
    return show(
        request,
        "applicant/claim.html",
        row=row,
        crumbs=crumbs(row.award, f"청구 {row.number}"),
        is_new="received" in request.GET,
        state=CLAIMS.get(State(row.state), (row.get_state_display(), "gray")),
        is_decided=row.state in DECIDED,
        steps=_steps(row),
        lines=[(line, [each for each in proofs if each.line_id == line.pk]) for line in lines_of(row)],
        corrections=list(corrections_of(row)),
        uses=_uses(row),
        documents=documents_of_claim(row),
        totals=totals_of(row.award),
        duty=duties_of(row).filter(done_at=None, party=None).first(),
        may={act: allows(after, f"payment.{act}", row.state) for act in ("correct", "withdraw")},
    )


def claim_withdraw(request: Asked, claim: UUID) -> HttpResponse:
    """청구 취하 — before it is handed in for approval."""
    row = claim_for(request.seat, claim)
    if not allows(after, "payment.withdraw", row.state):
        raise NotHere(what="거둘 수 있는 청구")
    act = Act(
        title="청구를 거둘까요?",
        lead="거두면 이 청구의 거래와 증빙으로 다시 청구할 수 있습니다.",
        button="청구 거두기",
        form=ask("청구 취하", REASON),
        crumbs=crumbs(row.award, (f"청구 {row.number}", reverse("applicant:claim", args=[row.pk])), "거두기"),
        is_danger=True,
        facts=(
            ("청구번호", row.number),
            ("접수일시", moment(row.received_at)),
            ("청구 금액", str(row.claimed)),
        ),
    )

    def deed(values: dict[str, str], _files: object) -> object:
        return actions.withdraw(
            row.pk, values["reason"], by=request.actor, at=request.at, key=key_of(request)
        )

    then = reverse("applicant:claim", args=[row.pk])
    return act_page(request, act, deed, then=then, said="청구를 거두었습니다.")


def _steps(row: "Claim") -> list[tuple[str, str, str]]:
    done = PLACE.get(State(row.state), 0)
    if not done:
        return []
    return [
        (label, by, "done" if number < done else "active" if number == done else "")
        for number, (_, label, by) in enumerate(STEPS)
    ]


def _uses(row: "Claim") -> list[tuple[str, object]]:
    labels = {slot.code: slot.label for form in forms_of(row.award) for slot in form.papers}
    return [(labels.get(slot, slot), use) for slot, uses in papers_of(row).items() for use in uses]
