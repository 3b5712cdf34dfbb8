"""선정 — a review that was handed in, and a request to look again."""

from typing import TYPE_CHECKING
from uuid import UUID

from majungmul.books.ledger.queries import promised_from
from majungmul.stages.review import actions, queries
from majungmul.stages.review.states import after
from majungmul.values.won import ZERO
from majungmul.web.approver.proposal import ANSWER, WHY_BACK, Deed, Line, Proposal, who_acts
from majungmul.web.asked import Asked
from majungmul.web.keys import key_of

if TYPE_CHECKING:
    from majungmul.stages.application.models import Application


def selection(request: Asked, row: UUID) -> Proposal:
    """선정 — the proposal of a review, its checked items, what it would take from the account of the call."""
    review = queries.review_for(request.seat, row)
    application, call = review.application, review.application.call
    word, asked = queries.result_of(review), queries.asked_for(review.application)
    amount = review.recommended or ZERO
    return Proposal(
        row=review,
        title=f"{application.body.name} {word or '심사'}",
        about=f"{call.title} · 신청번호 {application.number}",
        state=str(review.get_state_display()),
        code=review.state,
        after=after,
        asked_by=review.submitted_by,
        since=review.submitted_at,
        figures=(("신청 금액", asked), ("추천 금액", amount)),
        because=(review.opinion,) if review.opinion else (),
        new=queries.what_is_new(review),
        returned=tuple(each.get("why") or "" for each in review.earlier[-1:]),
        effects=(promised_from(call.account_id, amount),) if review.is_selected else (),
        effects_of="신청 가능 금액. 결정할 때 줄어듭니다",
        lines=tuple(
            Line(
                label=item.label,
                amounts=(),
                because=" · ".join(word for word in (str(item.get_answer_display()), item.reason) if word),
            )
            for item in queries.items_of(review)
        ),
        papers=(("eligibility_sheet", review.pk), (_form_of(application), application.pk)),
        files_of=(application,),
        deeds=_deeds(review.pk, f"{application.body.name} {word}"),
    )


def _form_of(application: "Application") -> str:
    return "grant_application" if application.call.kind == "designation" else "application_form"


def _deeds(review: UUID, what: str) -> dict[str, Deed]:
    return {
        "decide": Deed(
            verb="review.decide",
            button="결재",
            kind="primary",
            is_another=True,
            said=f"{what}을(를) 결재했습니다. 담당자가 결과를 통보합니다.",
            deed=lambda request, _: actions.decide(review, **who_acts(request, key_of(request))),
        ),
        "return": Deed(
            verb="review.send_back",
            button="결재 반려",
            parts=(WHY_BACK,),
            said=f"{what}을(를) 돌려보냈습니다. 담당자가 고쳐 다시 올립니다.",
            deed=lambda request, values: actions.send_back(
                review, values["reason"], **who_acts(request, key_of(request))
            ),
        ),
    }


def again(request: Asked, row: UUID) -> Proposal:
    """재검토 요청 — why it was asked, beside what was decided."""
    asked = queries.reconsideration_for(request.seat, row)
    review, body = asked.review, asked.review.application.body
    decided = queries.proposal_of(review)
    answered = (("답", asked.answer),) if asked.answer else ()
    return Proposal(
        row=asked,
        title=f"{body.name}의 재검토 요청",
        about=f"{review.application.call.title} · 신청번호 {review.application.number}",
        state="답함" if asked.answered_at else "답을 기다림",
        code="" if asked.answered_at else review.state,
        after=after,
        since=asked.asked_at,
        because=(asked.reason,),
        facts=(
            ("처음 결정", decided["result"]),
            ("추천 금액", decided["recommended"] or "없음"),
            ("검토 의견", decided["opinion"] or "없음"),
            *answered,
        ),
        papers=(("eligibility_sheet", review.pk),)
        + ((("reconsideration_answer", asked.pk),) if asked.answered_at else ()),
        files_of=(review.application,),
        deeds=_answers(review.pk, body.name),
    )


def _answers(review: UUID, body: str) -> dict[str, Deed]:
    return {
        "uphold": Deed(
            verb="review.uphold",
            button="받아들임",
            kind="primary",
            parts=(ANSWER,),
            note="심사가 다시 열리고, 담당자가 새로 검토해 올립니다.",
            said=f"{body}의 재검토 요청을 받아들였습니다. 담당자가 다시 심사합니다.",
            deed=lambda request, values: actions.uphold(
                review, values["answer"], **who_acts(request, key_of(request))
            ),
        ),
        "dismiss": Deed(
            verb="review.dismiss",
            button="받아들이지 않음",
            parts=(ANSWER,),
            note="처음 결정이 그대로 남습니다.",
            said=f"{body}의 재검토 요청에 답했습니다. 처음 결정이 그대로 남습니다.",
            deed=lambda request, values: actions.dismiss(
                review, values["answer"], **who_acts(request, key_of(request))
            ),
        ),
    }
