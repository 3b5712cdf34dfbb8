"""공고에 할 일 — announce, amend, plan a briefing and write down what came of it, cancel."""

from typing import Any

from majungmul.stages.application.actions import amend_call, cancel_call
from majungmul.stages.call import actions
from majungmul.stages.call.queries import form_of
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import REASON, field, slot
from majungmul.web.forms.doing import Files, Values
from majungmul.web.officer.act_pages import Act, Parts, how
from majungmul.web.officer.calls_forms import PAPER, papers_asked, required_of
from majungmul.web.officer.moments import day_and_hour, instant, typed_instant

Row = Any
"""A call, or a briefing."""


def _announce(request: Asked, call: Row, _values: Values, _files: Files) -> object:
    return actions.announce(call.pk, **how(request))


def _cancel(request: Asked, call: Row, values: Values, _files: Files) -> object:
    return cancel_call(call.pk, values["reason"], **how(request))


def _brief(request: Asked, call: Row, values: Values, _files: Files) -> object:
    return actions.plan_briefing(call.pk, values["place"], instant("held", values), **how(request))


def _record(request: Asked, briefing: Row, values: Values, files: Files) -> object:
    said = (values["people"], files["roster"], values.get("note") or "")
    return actions.record_briefing(briefing.pk, *said, **how(request))


def _amend(request: Asked, call: Row, values: Values, _files: Files) -> object:
    """Whatever differs from what the call says now is handed on; the action says what may be amended."""
    typed = {
        "opens_at": instant("opens", values),
        "closes_at": instant("closes", values),
        "contact": values["contact"],
        "text": values.get("text") or "",
        "also_required": [
            slot.code for slot in form_of(call).papers if values.get(f"{PAPER}{slot.code}") is True
        ],
    }
    changes = {name: value for name, value in typed.items() if value != getattr(call, name)}
    return amend_call(call.pk, changes, values["reason"], **how(request))


def _about_amend(request: Asked, call: Row) -> Parts:
    return (
        *day_and_hour("opens", "접수 시작", hour="09:00"),
        *day_and_hour("closes", "접수 마감"),
        field("contact", "문의처", limit=120),
        field("text", "공고 내용", "long_text", required=False, limit=4000),
        *papers_asked(request.jurisdiction.code, call.programme),
        field("reason", "정정하는 까닭", limit=300, help="신청했거나 작성 중인 사람 모두에게 전해집니다."),
    )


def _amend_begins(_request: Asked, call: Row) -> dict[str, Any]:
    return (
        typed_instant("opens", call.opens_at)
        | typed_instant("closes", call.closes_at)
        | {"contact": call.contact, "text": call.text}
        | required_of(call)
    )


def _about_brief(*_of: object) -> Parts:
    place = field("place", "장소", limit=160, example="중소기업중앙회 서울지역본부 회의실")
    return (place, *day_and_hour("held", "설명회", hour="14:00"))


def _about_record(*_of: object) -> Parts:
    return (
        field("people", "참석 인원", "count", example="24명"),
        field("note", "비고", required=False, limit=300, example="질문이 많았던 것: 제출 서류"),
        slot("roster", "서명부", help="참석한 사람이 서명한 종이를 스캔한 것."),
    )


def _about_cancel(*_of: object) -> Parts:
    return (REASON,)


CALL_ACTS = {
    "announce": Act(
        verb="call.announce",
        title="공고하기",
        button="공고하기",
        said="공고했습니다.",
        deed=_announce,
        note="공고번호가 붙고, 적힌 시각에 저절로 열리고 닫힙니다. 그 뒤에 바꾸려면 정정공고를 냅니다.",
    ),
    "amend": Act(
        verb="application.amend_call",
        step="call.amend",
        title="정정공고",
        button="정정공고 내기",
        said="정정공고를 냈습니다. 신청했거나 작성 중인 사람에게 알렸습니다.",
        deed=_amend,
        asks=_about_amend,
        begins=_amend_begins,
        note="바꿀 것만 고칩니다. 앞의 내용은 정정공고문에 함께 남습니다.",
    ),
    "brief": Act(
        verb="call.plan_briefing",
        title="설명회 잡기",
        button="설명회 잡기",
        said="설명회를 잡았습니다. 열린 뒤에 참석 인원과 서명부를 적어 주십시오.",
        deed=_brief,
        asks=_about_brief,
    ),
    "cancel": Act(
        verb="application.cancel_call",
        step="call.cancel",
        title="공고 취소",
        button="공고 취소",
        said="공고를 취소했습니다. 받은 신청은 반려되었습니다.",
        deed=_cancel,
        asks=_about_cancel,
        kind="secondary",
        note="더 받지 않고, 받은 신청은 같은 까닭으로 반려됩니다. 심사를 시작한 신청이 있으면 취소할 수 없습니다.",
    ),
}
"""공고에 할 일 by the word in the address, in the order in which they are offered."""

BRIEFING = Act(
    verb="call.record_briefing",
    title="설명회 결과 적기",
    button="결과 적기",
    said="설명회 결과를 적었습니다.",
    deed=_record,
    asks=_about_record,
    note="참석한 사람의 이름은 적지 않습니다. 서명부만 파일로 둡니다.",
)
