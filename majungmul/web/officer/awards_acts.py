"""결정에 할 일 — drafted, written anew, handed in; a condition met, a change handed in, a contract confirmed."""

from datetime import date, timedelta
from typing import Any

from majungmul.stages.award import actions
from majungmul.stages.award.queries import lines_of
from majungmul.stages.delivery.actions import confirm_contract
from majungmul.stages.review.queries import asked_for, review_of
from majungmul.values.won import ZERO, Won
from majungmul.web import asked
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import choice, field
from majungmul.web.forms.doing import Files, Values
from majungmul.web.officer.act_pages import Act, Parts, how
from majungmul.web.words import won

Row = Any
"""An application, an award, a condition, a change or a contract."""
A_DAY = timedelta(days=1)


def _recommended(application: Row) -> Won:
    review = review_of(application)
    return (review.recommended if review else None) or ZERO


def _lines(application: Row, values: Values) -> list[actions.LineDraft]:
    return [
        actions.LineDraft(
            of=application.call.account_id,
            recommended=_recommended(application),
            amount=values["amount"],
            difference_reason=values.get("difference_reason") or "",
        )
    ]


def _days(values: Values) -> tuple[date, date]:
    return values["since"], values["last"] + A_DAY


def _draft(request: Asked, application: Row, values: Values, _files: Files) -> object:
    return actions.draft(application.pk, _lines(application, values), _days(values), **how(request))


def _redraft(request: Asked, award: Row, values: Values, _files: Files) -> object:
    said = (_lines(award.application, values), _days(values))
    return actions.redraft(award.pk, *said, **how(request))


def _submit(request: Asked, award: Row, _values: Values, _files: Files) -> object:
    return actions.submit(award.pk, **how(request))


def _revoke(request: Asked, award: Row, values: Values, _files: Files) -> object:
    return actions.propose_revocation(award.pk, values["reason"], **how(request))


def _give_up(request: Asked, award: Row, values: Values, _files: Files) -> object:
    return actions.give_up(award.pk, values["reason"], **how(request))


def _object(request: Asked, award: Row, values: Values, _files: Files) -> object:
    return actions.file_objection(award.pk, values["reason"], **how(request))


def _fulfil(request: Asked, condition: Row, values: Values, _files: Files) -> object:
    return actions.fulfil_condition(condition.pk, values["on"], values["note"], **how(request))


def _change(request: Asked, change: Row, _values: Values, _files: Files) -> object:
    return actions.submit_change(change.pk, **how(request))


def _confirm(request: Asked, contract: Row, values: Values, _files: Files) -> object:
    return confirm_contract(contract.pk, values["how"], **how(request))


def _about_draft(_request: Asked, application: Row) -> Parts:
    return _asked_of(application)


def _about_redraft(_request: Asked, award: Row) -> Parts:
    return _asked_of(award.application)


def _asked_of(application: Row) -> Parts:
    account = application.call.account
    help_ = (
        f"추천 금액 {won(_recommended(application))}원, 신청 금액 {won(asked_for(application))}원, "
        f"‘{account.label}’에서 아직 결정하지 않은 금액 {won(account.free)}원"
    )
    return (
        field("amount", "결정 금액", "won", help=help_),
        field(
            "difference_reason",
            "추천 금액과 다른 사유",
            required=False,
            limit=300,
            help="다를 때만 적습니다.",
        ),
        field("since", "사업 시작일", "day", example="2026. 4. 15."),
        field("last", "사업이 끝나는 날(그날까지)", "day", example="2026. 12. 31."),
    )


def _draft_begins(request: Asked, application: Row) -> dict[str, Any]:
    since = max(asked.today(request), date(application.call.year, 1, 1))
    last = date(application.call.year, 12, 31)
    return {"amount": f"{_recommended(application).amount:,}", "since": _day(since), "last": _day(last)}


def _redraft_begins(_request: Asked, award: Row) -> dict[str, Any]:
    line = lines_of(award).first()
    amount, reason = (line.amount.amount, line.difference_reason) if line else (0, "")
    days = {"since": _day(award.since), "last": _day(award.until - A_DAY)}
    return {"amount": f"{amount:,}", "difference_reason": reason, **days}


def _day(on: date) -> str:
    return f"{on:%Y. %-m. %-d.}"


def _about_revoke(*_of: object) -> Parts:
    return (
        field("reason", "취소하는 까닭", "long_text", limit=300, help="결재권자와 조합에 그대로 전해집니다."),
    )


def _about_body(*_of: object) -> Parts:
    return (field("reason", "조합이 적은 까닭", "long_text", limit=300),)


def _about_fulfil(*_of: object) -> Parts:
    return (
        field("on", "이행한 날", "day", example="2026. 11. 20."),
        field("note", "무엇으로 확인했는지", limit=300, example="조합이 낸 공문(2026. 11. 20.)"),
    )


def _about_confirm(*_of: object) -> Parts:
    ways = (("seals", "올린 계약서에서 양쪽 직인을 보았음"), ("order", "발주서·주문서로 확인함(소액)"))
    return (choice("how", "어떻게 확인했습니까", ways),)


DRAFT = Act(
    verb="award.draft",
    title="결정 작성",
    button="결정 작성",
    said="결정을 작성했습니다. 살펴본 뒤 결재를 올려 주십시오.",
    deed=_draft,
    asks=_about_draft,
    begins=_draft_begins,
    note="작성한 것을 살펴본 뒤 결재를 올립니다. 조건은 그날의 법과 공고대로 붙습니다.",
)
AWARD_ACTS = {
    "submit": Act(
        verb="award.submit",
        title="결재 올림",
        button="결재 올림",
        said="결재를 올렸습니다.",
        deed=_submit,
        note="결재권자가 금액과 사업기간을 보고 결정합니다.",
    ),
    "redraft": Act(
        verb="award.redraft",
        title="고쳐 쓰기",
        button="고친 것 저장",
        said="결정을 고쳐 썼습니다.",
        deed=_redraft,
        asks=_about_redraft,
        begins=_redraft_begins,
    ),
    "revoke": Act(
        verb="award.propose_revocation",
        title="결정 취소 올림",
        button="결정 취소 올림",
        said="결정 취소를 결재에 올렸습니다.",
        deed=_revoke,
        asks=_about_revoke,
        kind="secondary",
        note="돈이 나가기 전에만 올릴 수 있습니다. 돈이 나간 뒤에는 정산에서 취소와 반환을 함께 올립니다.",
    ),
    "objection": Act(
        verb="award.object",
        title="재검토 요청 적기",
        button="재검토 요청 적기",
        said="재검토 요청을 적었습니다. 결재권자가 답합니다.",
        deed=_object,
        asks=_about_body,
        kind="secondary",
        is_for_paper=True,
        note="조합이 종이로 재검토를 요청한 때에 적습니다.",
    ),
    "give-up": Act(
        verb="award.give_up",
        title="지원 포기 적기",
        button="지원 포기 적기",
        said="지원을 포기한 것으로 적었습니다.",
        deed=_give_up,
        asks=_about_body,
        kind="secondary",
        is_for_paper=True,
        note="조합이 종이로 포기한 때에, 돈이 나가기 전에만 적습니다.",
    ),
}
"""결정에 할 일 by the word in the address."""
CONDITION = Act(
    verb="award.fulfil_condition",
    title="조건 이행 확인",
    button="이행 확인",
    said="조건을 이행한 것으로 적었습니다.",
    deed=_fulfil,
    asks=_about_fulfil,
)
CHANGE = Act(
    verb="award.submit_change",
    title="변경 결재 올림",
    button="결재 올림",
    said="변경을 결재에 올렸습니다.",
    deed=_change,
    note="결재권자가 승인하면 그때부터 바뀐 내용이 효력을 가집니다.",
)
CONTRACT = Act(
    verb="delivery.confirm_contract",
    title="계약 확인",
    button="계약 확인",
    said="계약을 확인했습니다. 이제 조합이 거래를 적을 수 있습니다.",
    deed=_confirm,
    asks=_about_confirm,
)
