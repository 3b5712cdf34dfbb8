"""신청에 할 일 — begin, ask to put right, hand in for selection, tell, return; what a body wrote on paper."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from majungmul.programmes.form import PAPERS
from majungmul.stages.application import actions as application_actions
from majungmul.stages.application import states as application_states
from majungmul.stages.call.queries import form_of
from majungmul.stages.review import actions
from majungmul.stages.review.queries import asked_for, review_of
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import REASON, choice, field
from majungmul.web.forms.doing import Files, Values
from majungmul.web.forms.typed import Typed
from majungmul.web.officer.act_pages import Act, Parts, how

if TYPE_CHECKING:
    from majungmul.stages.application.models import Application
    from majungmul.stages.review.models import Review


def reviewed(row: "Application") -> "Review":
    """심사 — of an application that is looked at. Refuses (through the action's own sentence) none begun."""
    review = review_of(row)
    if review is None:
        application_states.after("application.ask_correction_reviewed", row.state, row.number)
        raise LookupError(row.number)
    return review


def places_in(row: "Application") -> list[tuple[str, str]]:
    """보완할 칸 — every place of the form, with its label; each row of what repeats."""
    form, found = form_of(row.call), []
    typed = Typed(form, row.answers)
    for section in form.sections:
        heads = (
            [f"{section.code}.{number}" for number in typed.rows(section)]
            if section.repeats
            else [section.code]
        )
        found += [f"{head}.{each.code}" for head in heads for each in section.fields]
    found += [f"{PAPERS}.{each.code}" for each in form.papers]
    return [(place, typed.label(place)) for place in found]


Row = Any
"""An application."""


def _begin(request: Asked, row: Row, _values: Values, _files: Files) -> object:
    return actions.begin(row.pk, **how(request))


def _ask(request: Asked, row: Row, values: Values, _files: Files) -> object:
    said = (values["field"], values["what"], values.get("days"))
    return application_actions.ask_correction(row.pk, *said, **how(request))


def _ask_in_review(request: Asked, row: Row, values: Values, _files: Files) -> object:
    said = (values["field"], values["what"], values.get("days"))
    return actions.ask_correction(reviewed(row).pk, *said, **how(request))


def _submit(request: Asked, row: Row, values: Values, _files: Files) -> object:
    return actions.submit(reviewed(row).pk, values["recommended"], values["opinion"], **how(request))


def _leave_out(request: Asked, row: Row, values: Values, _files: Files) -> object:
    return actions.submit(reviewed(row).pk, None, values["opinion"], **how(request))


def _notify(request: Asked, row: Row, _values: Values, _files: Files) -> object:
    return actions.notify(reviewed(row).pk, **how(request))


def _return(request: Asked, row: Row, values: Values, _files: Files) -> object:
    return application_actions.return_to_sender(row.pk, values["reason"], **how(request))


def _withdraw(request: Asked, row: Row, values: Values, _files: Files) -> object:
    return application_actions.withdraw(row.pk, values["reason"], **how(request))


def _withdraw_in_review(request: Asked, row: Row, values: Values, _files: Files) -> object:
    return actions.withdraw(reviewed(row).pk, values["reason"], **how(request))


def _again(request: Asked, row: Row, values: Values, _files: Files) -> object:
    return actions.request_again(reviewed(row).pk, values["reason"], **how(request))


def _about_ask(_request: Asked, row: Row) -> Parts:
    return (
        choice("field", "보완할 칸", places_in(row)),
        field("what", "무엇을 보완합니까", limit=300, example="부가가치세를 뺀 금액으로 고쳐 주십시오."),
        field(
            "days", "며칠 안에", "count", required=False, help="적지 않으면 공고의 날수입니다.", example="7일"
        ),
    )


def _about_submit(*_of: object) -> Parts:
    return (
        field("recommended", "추천 금액", "won", example="5,000,000원"),
        field("opinion", "검토 의견", limit=300, example="요건을 모두 갖추고 거래계획이 알맞음"),
    )


def _submit_begins(_request: Asked, row: Row) -> dict[str, Any]:
    review = reviewed(row)
    recommended = review.recommended or asked_for(row)
    return {"recommended": f"{recommended.amount:,}", "opinion": review.opinion}


def _about_leave_out(*_of: object) -> Parts:
    return (field("opinion", "선정에서 제외하는 까닭", limit=300, help="결과를 알릴 때 그대로 전해집니다."),)


def _about_reason(*_of: object) -> Parts:
    return (REASON,)


ASKED = "보완을 요청했습니다."
RETURN = Act(
    verb="application.return_to_sender",
    title="접수 반려",
    button="접수 반려",
    said="접수를 반려했습니다.",
    deed=_return,
    asks=_about_reason,
    kind="secondary",
    note="받을 수 없는 신청일 때 돌려보냅니다. 조합은 접수 기간 안에 다시 신청할 수 있습니다.",
)
WITHDRAW: dict[str, Any] = {
    "is_for_paper": True,
    "title": "철회 적기",
    "button": "철회 적기",
    "said": "신청을 철회한 것으로 적었습니다.",
    "asks": _about_reason,
    "kind": "secondary",
    "note": "조합이 종이로 철회한 때에 적습니다.",
}
ASK: dict[str, Any] = {
    "title": "보완요청",
    "button": "보완요청",
    "said": ASKED,
    "asks": _about_ask,
    "note": "조합에 보완요청서가 갑니다. 기한은 공휴일을 빼고 셉니다.",
}
OF_APPLICATION = {
    "begin": Act(
        verb="review.begin",
        step="application.take_up",
        title="심사 시작",
        button="심사 시작",
        said="심사를 시작했습니다. 자격검토표의 항목에 답해 주십시오.",
        deed=_begin,
        note="자격검토표가 만들어지고, 조합은 심사 중인 것을 봅니다.",
    ),
    "ask": Act(verb="application.ask_correction", deed=_ask, **ASK),
    "return": RETURN,
    "withdraw": Act(verb="application.withdraw", deed=_withdraw, **WITHDRAW),
}
OF_REVIEW = {
    "submit": Act(
        verb="review.submit",
        title="선정으로 결재 올림",
        button="결재 올림",
        said="결재를 올렸습니다.",
        deed=_submit,
        asks=_about_submit,
        begins=_submit_begins,
        note="결재권자가 추천 금액과 의견을 보고 결정합니다. 모든 검토 항목에 답한 뒤에 올릴 수 있습니다.",
    ),
    "leave-out": Act(
        verb="review.submit",
        title="선정 제외로 결재 올림",
        button="결재 올림",
        said="선정 제외로 결재를 올렸습니다.",
        deed=_leave_out,
        asks=_about_leave_out,
        kind="secondary",
    ),
    "ask-in-review": Act(verb="review.ask_correction", deed=_ask_in_review, **ASK),
    "notify": Act(
        verb="review.notify",
        title="결과 통보",
        button="결과 통보",
        said="결과를 알렸습니다.",
        deed=_notify,
        note="결정된 결과와 그 까닭을 조합에 알립니다. 알린 것은 되돌릴 수 없습니다.",
    ),
    "again": Act(
        verb="review.request_again",
        title="재검토 요청 적기",
        button="재검토 요청 적기",
        said="재검토 요청을 적었습니다. 결재권자가 답합니다.",
        deed=_again,
        asks=_about_reason,
        kind="secondary",
        is_for_paper=True,
        note="조합이 종이로 재검토를 요청한 때에 적습니다.",
    ),
    "withdraw-in-review": Act(verb="review.withdraw", deed=_withdraw_in_review, **WITHDRAW),
}
GO_ON = replace(
    OF_APPLICATION["begin"],
    title="심사 이어 하기",
    button="심사 이어 하기",
    said="심사를 이어 갑니다.",
    note="조합이 보완한 것으로 심사를 이어 갑니다. 적어 둔 자격검토표는 그대로 있습니다.",
)
OF_CORRECTED = {"go-on": GO_ON} | {slug: act for slug, act in OF_APPLICATION.items() if slug != "begin"}
"""보완한 신청에 할 일 — the review had begun before, and goes on."""
ACTS = OF_APPLICATION | OF_CORRECTED | OF_REVIEW
"""신청에 할 일 by the word in the address."""
