"""결정 — an award that was handed in, a change of one, an objection against one."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from majungmul.books.ledger.queries import promised_from
from majungmul.stages.award import actions, queries
from majungmul.stages.award.states import after, change_after
from majungmul.values.won import total
from majungmul.web.approver.proposal import ANSWER, WHY_BACK, Deed, Line, Proposal, who_acts
from majungmul.web.asked import Asked
from majungmul.web.city.sealing import FIELDS, seal_in
from majungmul.web.forms.doing import Values
from majungmul.web.keys import key_of

if TYPE_CHECKING:
    from majungmul.stages.award.models import Award, AwardChange

REVOCATION = "revocation"


def award(request: Asked, row: UUID) -> Proposal:
    """결정 — each line with its sentence, what is free in what funds it, before and after."""
    found = queries.award_for(request.seat, row)
    lines = list(queries.lines_of(found))
    amount = total(line.amount for line in lines)
    return Proposal(
        row=found,
        title=f"{found.body.name} 결정",
        about=f"{queries.title(found)} · {found.application.call.title}",
        state=str(found.get_state_display()),
        code=found.state,
        after=after,
        asked_by=found.submitted_by,
        since=found.submitted_at,
        figures=(
            ("추천 금액", total(line.recommended for line in lines)),
            ("결정 금액", amount),
        ),
        new=queries.what_is_new(found),
        returned=tuple(each.get("why") or "" for each in found.earlier[-1:]),
        facts=(("사업기간", queries.proposal_of(found)["사업기간"]),),
        effects=tuple(promised_from(line.of_id, line.amount) for line in lines)
        if queries.is_of_city(found) or found.state in ("draft", "submitted")
        else (),
        effects_of="더 결정할 수 있는 금액",
        lines=tuple(
            Line(
                label=line.label,
                amounts=(("추천", line.recommended), ("결정", line.amount)),
                because=line.because,
                remarks=(line.difference_reason,) if line.difference_reason else (),
            )
            for line in lines
        ),
        papers=_notice(found),
        files_of=(found, found.application),
        deeds=_deeds(found),
    )


def _notice(found: "Award") -> tuple[tuple[str, UUID], ...]:
    kind = "grant_notice" if queries.is_of_city(found) else "award_notice"
    return ((kind, found.pk),) if found.effective_on else ()


def _deeds(found: "Award") -> dict[str, Deed]:
    what = f"{found.body.name} 결정"
    return {
        "decide": Deed(
            verb="award.decide",
            button="결재",
            kind="primary",
            is_another=True,
            said=f"{what}을 결재했습니다. 결정통지서를 볼 수 있습니다.",
            deed=lambda request, _: actions.decide(found.pk, **who_acts(request, key_of(request))),
        ),
        "approve": Deed(
            verb="award.approve",
            button="결재",
            kind="primary",
            is_another=True,
            said=f"{what}을 결재했습니다. 문서번호와 시행일을 적으면 효력이 생깁니다.",
            deed=lambda request, _: actions.approve(found.pk, **who_acts(request, key_of(request))),
        ),
        "return": Deed(
            verb="award.send_back",
            button="결재 반려",
            parts=(WHY_BACK,),
            said=f"{what}을 돌려보냈습니다. 담당자가 고쳐 다시 올립니다.",
            deed=lambda request, values: actions.send_back(
                found.pk, values["reason"], **who_acts(request, key_of(request))
            ),
        ),
    }


def change(request: Asked, row: UUID) -> Proposal:
    """변경 — what it was and what it would be, why, and what it takes."""
    found = queries.change_for(request.seat, row)
    amount = total(line.amount for line in queries.lines_of(found.award))
    word = str(found.get_kind_display())
    return Proposal(
        row=found,
        title=f"{found.award.body.name} {word}",
        about=queries.title(found.award),
        state=str(found.get_state_display()),
        code=found.state,
        after=change_after,
        asked_by=found.submitted_by,
        since=found.requested_at,
        figures=(("지금 결정 금액", amount), *((("바꿀 금액", found.amount),) if found.amount else ())),
        because=(found.reason,),
        new=(f"{found.before} → {queries.change_in_words(found)}",),
        facts=(("답", found.answer),) if found.answer else (),
        papers=(("change_notice", found.pk),)
        if found.state == "approved" and found.kind != REVOCATION
        else (),
        files_of=(found, found.award),
        deeds=_of_revocation(found) if found.kind == REVOCATION else _of_change(found),
    )


def _seal(found: "AwardChange") -> tuple[Any, ...]:
    return FIELDS if queries.is_of_city(found.award) else ()


def _sealed(values: Values) -> dict[str, Any]:
    return {"seal": seal_in(values)} if "number" in values else {}


def _of_change(found: "AwardChange") -> dict[str, Deed]:
    what = f"{found.award.body.name}의 {found.get_kind_display()}"
    return {
        "approve": Deed(
            verb="award.approve_change",
            button="승인",
            kind="primary",
            is_another=True,
            parts=(ANSWER, *_seal(found)),
            said=f"{what}을(를) 승인했습니다. 결정이 바뀌었습니다.",
            deed=lambda request, values: actions.approve_change(
                found.pk, values["answer"], **_sealed(values), **who_acts(request, key_of(request))
            ),
        ),
        "decline": _decline(
            found, "승인하지 않음", f"{what}을(를) 승인하지 않았습니다. 결정은 그대로입니다."
        ),
    }


def _of_revocation(found: "AwardChange") -> dict[str, Deed]:
    what = f"{found.award.body.name}의 결정 취소"
    return {
        "revoke": Deed(
            verb="award.revoke",
            button="결정 취소",
            kind="danger",
            is_another=True,
            parts=(ANSWER, *_seal(found)),
            note="결정한 금액이 풀리고, 지원이 끝납니다.",
            said=f"{what}을(를) 결재했습니다. 결정한 금액이 풀렸습니다.",
            deed=lambda request, values: actions.revoke(
                found.award_id, values["answer"], **_sealed(values), **who_acts(request, key_of(request))
            ),
        ),
        "decline": _decline(found, "결재 반려", f"{what}을(를) 돌려보냈습니다. 결정은 그대로입니다."),
    }


def _decline(found: "AwardChange", button: str, said: str) -> Deed:
    return Deed(
        verb="award.decline_change",
        button=button,
        parts=(ANSWER,),
        said=said,
        deed=lambda request, values: actions.decline_change(
            found.pk, values["answer"], **who_acts(request, key_of(request))
        ),
    )


def objection(request: Asked, row: UUID) -> Proposal:
    """이의신청 — against a decision: why, until when it could be filed, and the answer."""
    found = queries.objection_for(request.seat, row)
    is_open = found.is_upheld is None
    papers = (("objection", found.pk), *(() if is_open else (("objection_answer", found.pk),)))
    return Proposal(
        row=found,
        title=f"{found.award.body.name}의 이의신청",
        about=queries.title(found.award),
        state="답을 기다림" if is_open else "받아들임" if found.is_upheld else "받아들이지 않음",
        code=found.award.state if is_open else "",
        after=after,
        since=found.filed_on,
        because=(found.reason,),
        facts=(("답", found.answer),) if found.answer else (),
        papers=papers,
        files_of=(found,),
        deeds=_answers(found.pk, found.award.body.name),
    )


def _answers(row: UUID, body: str) -> dict[str, Deed]:
    def deed(request: Asked, values: Values, *, upheld: bool) -> object:
        return actions.answer_objection(
            row, values["answer"], upheld=upheld, **who_acts(request, key_of(request))
        )

    return {
        "uphold": Deed(
            verb="award.answer_objection",
            button="받아들임",
            kind="primary",
            parts=(ANSWER,),
            note="받아들인 내용은 담당자가 변경이나 새 결정으로 옮깁니다.",
            said=f"{body}의 이의신청을 받아들였습니다.",
            deed=lambda request, values: deed(request, values, upheld=True),
        ),
        "dismiss": Deed(
            verb="award.answer_objection",
            button="받아들이지 않음",
            parts=(ANSWER,),
            note="처음 결정이 그대로 남습니다.",
            said=f"{body}의 이의신청에 답했습니다. 처음 결정이 그대로 남습니다.",
            deed=lambda request, values: deed(request, values, upheld=False),
        ),
    }
