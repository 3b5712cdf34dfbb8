"""받은 결정 — its notice, conditions, contracts, trades and claims; changing it, giving it up, objecting to it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.queries.sight import own_body
from majungmul.stages.application.queries import trades_of as planned_of
from majungmul.stages.award import actions, states
from majungmul.stages.award.queries import (
    award_for,
    changes_of,
    conditions_of,
    lines_of,
    partners_now,
    questioned_until,
    title,
)
from majungmul.stages.delivery.queries import contracts_of, trades_of
from majungmul.stages.payment.queries import claimable_trades, claims_of, totals_of
from majungmul.stages.review.queries import Again
from majungmul.web.applicant.acts import Act, act_page
from majungmul.web.applicant.allowing import allows
from majungmul.web.applicant.courses import course_of
from majungmul.web.applicant.documents import documents_of
from majungmul.web.applicant.now import now_of
from majungmul.web.asked import Asked, today
from majungmul.web.forms.asking import REASON, ask, choice, field
from majungmul.web.keys import key_of
from majungmul.web.showing import show
from majungmul.web.words import day

if TYPE_CHECKING:
    from majungmul.programmes.form import Form
    from majungmul.stages.award.models import Award

CHANGES = {"partner": "거래조합 바꾸기", "amount": "금액 바꾸기", "period": "사업 종료일 바꾸기"}
LEADS = {
    "partner": "거래할 조합이 바뀌었을 때 신청합니다. 담당자와 결재권자가 살펴본 뒤 답합니다.",
    "amount": "지원금이 덜 들게 되었거나 더 필요할 때 신청합니다. 조금 줄이는 것은 바로 바뀝니다.",
    "period": "사업을 마치는 날을 바꾸고 싶을 때 신청합니다. 회계연도 안에서만 바꿀 수 있습니다.",
}


def award(request: Asked, award: UUID) -> HttpResponse:
    """받은 결정 — all that belongs to it."""
    row = award_for(request.seat, award)
    course = course_of(own_body(request.seat), row.application_id)
    return show(
        request,
        "applicant/award.html",
        row=row,
        course=course,
        state=now_of(course),
        totals=totals_of(row),
        lines=list(lines_of(row)),
        conditions=list(conditions_of(row)),
        contracts=list(contracts_of(row)),
        trades=list(trades_of(row)),
        unclaimed=claimable_trades(row),
        claims=list(claims_of(row)),
        changes=[each for each in changes_of(row) if each.kind in CHANGES],
        planned=list(planned_of(row.application)),
        partners=partners_now(row),
        documents=documents_of(course),
        kinds=CHANGES,
        is_in_effect=row.state == states.State.EFFECTIVE,
        can_give_up=allows(states.after, "award.give_up", row.state) and not totals_of(row).paid,
        way=_way(row, request),
    )


def change(request: Asked, award: UUID, kind: str) -> HttpResponse:
    """변경 신청 — of the partner, the amount, or the last day."""
    row = award_for(request.seat, award)
    if kind not in CHANGES or not allows(states.after, "award.request_change", row.state):
        raise NotHere(what="신청할 수 있는 변경")
    act = Act(
        title=CHANGES[kind],
        lead=LEADS[kind],
        button="변경 신청",
        form=_change_form(row, kind),
        crumbs=crumbs(row, CHANGES[kind]),
        facts=(*_facts(row), ("지금 거래조합", partners_now(row)), ("사업 기간", _days(row))),
        begins_with={"line": _only_line(row)},
    )

    def deed(values: dict[str, object], _files: object) -> object:
        line = values.get("line")
        asked = actions.ChangeRequest(
            kind=kind,
            reason=str(values["reason"]),
            line=UUID(str(line)) if line else None,
            amount=values.get("amount"),  # type: ignore[arg-type]
            partner=str(values.get("partner", "")),
            until=values.get("until"),  # type: ignore[arg-type]
        )
        return actions.request_change(row.pk, asked, by=request.actor, at=request.at, key=key_of(request))

    then = reverse("applicant:award", args=[row.pk])
    return act_page(
        request, act, deed, then=f"{then}#changes", said="변경을 신청했습니다. 답은 ‘변경’에 나옵니다."
    )


def give_up(request: Asked, award: UUID) -> HttpResponse:
    """지원 포기 — before any money left."""
    row = award_for(request.seat, award)
    if not allows(states.after, "award.give_up", row.state):
        raise NotHere(what="포기할 수 있는 결정")
    act = Act(
        title="지원을 포기할까요?",
        lead="포기하면 결정된 지원금은 다른 조합이 쓸 수 있게 됩니다. 되돌릴 수 없습니다.",
        button="지원 포기",
        form=ask("지원 포기", REASON),
        crumbs=crumbs(row, "지원 포기"),
        is_danger=True,
        facts=_facts(row),
    )

    def deed(values: dict[str, str], _files: object) -> object:
        return actions.give_up(row.pk, values["reason"], by=request.actor, at=request.at, key=key_of(request))

    then = reverse("applicant:award", args=[row.pk])
    return act_page(request, act, deed, then=then, said="지원을 포기했습니다.")


def objection(request: Asked, award: UUID) -> HttpResponse:
    """이의신청·재검토 요청 — against the decision, until its last day."""
    row = award_for(request.seat, award)
    way = _way(row, request)
    if way is None:
        raise NotHere(what="이의를 낼 수 있는 결정")
    act = Act(
        title=f"결정에 {way.word}을 할까요?",
        lead="결정의 금액이나 조건이 이상하다고 생각하는 까닭을 적어 주십시오.",
        button=way.word,
        form=ask(way.word, REASON.model_copy(update={"limit": 500})),
        crumbs=crumbs(row, way.word),
        facts=(*_facts(row), ("마지막 날", day(way.last)), ("근거", way.basis)),
    )

    def deed(values: dict[str, str], _files: object) -> object:
        return actions.file_objection(
            row.pk, values["reason"], by=request.actor, at=request.at, key=key_of(request)
        )

    then = reverse("applicant:award", args=[row.pk])
    return act_page(request, act, deed, then=then, said=f"{way.word}을 보냈습니다.")


def crumbs(row: "Award", *here: tuple[str, str] | str) -> tuple[tuple[str, str] | str, ...]:
    """현재 위치 — under an award."""
    own = (f"결정 {title(row)}", reverse("applicant:award", args=[row.pk]))
    return (("내 신청", reverse("applicant:mine")), own, *here)


def _facts(row: "Award") -> tuple[tuple[str, str], ...]:
    amounts = tuple((line.label, str(line.amount)) for line in lines_of(row)) if row.effective_on else ()
    return (("결정번호", title(row)), *amounts)


def _days(row: "Award") -> str:
    return f"{day(row.since)}부터 {day(row.until)} 전까지"


def _way(row: "Award", request: Asked) -> Again | None:
    way = questioned_until(row)
    if way is None or not allows(states.after, "award.object", row.state):
        return None
    return way if not way.is_certain or today(request) <= way.last else None


def _only_line(row: "Award") -> str | None:
    """The line to change, where there is but one."""
    lines = lines_of(row)
    return str(lines[0].pk) if len(lines) == 1 else None


def _change_form(row: "Award", kind: str) -> "Form":
    """What a change of this kind asks."""
    lines = [(str(line.pk), f"{line.label} ({line.amount})") for line in lines_of(row)]
    asked = {
        "partner": (field("partner", "바뀐 거래조합", example="경기가상지류협동조합", limit=160),),
        "amount": (
            choice("line", "바꿀 결정 항목", lines),
            field("amount", "바꾼 뒤의 금액", "won", example="5,000,000원"),
        ),
        "period": (field("until", "사업을 마치는 날의 다음 날", "day", example="2026. 12. 31."),),
    }
    return ask(CHANGES[kind], *asked[kind], REASON)
