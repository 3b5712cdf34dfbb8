"""교부결정의 변경과 이의신청 — what the operator asks of the city about its grant, and what it objects to."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponseBase

from majungmul.books.parties.queries.rows import NotHere
from majungmul.stages.award.actions import ChangeRequest, file_objection, request_change
from majungmul.stages.award.queries import lines_of
from majungmul.stages.settlement import actions as settling
from majungmul.stages.settlement.queries import last_day_to_object, refund_for
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import REASON, ask, choice, field
from majungmul.web.forms.doing import Files, Values
from majungmul.web.officer.grants import own_grant
from majungmul.web.officer.grants_acts import ask_about, done

if TYPE_CHECKING:
    from majungmul.programmes.form import Form
    from majungmul.stages.award.models import Award

KINDS = (
    ("distribution", "항목 사이에 옮기기"),
    ("amount", "한 항목의 금액 바꾸기"),
    ("period", "사업 종료일 바꾸기"),
)
OBJECTION = ask(
    "이의신청",
    field("reason", "이의 이유", "long_text", limit=500, help="적은 그대로 시에 전해집니다."),
)


def grant_change(request: Asked, award: UUID) -> HttpResponseBase:
    """변경 신청 — of the grant: between its lines, of one line, or of its last day."""
    row = own_grant(request, award)

    def deed(values: Values, _: Files) -> Any:  # noqa: ANN401 - what the action makes
        line, to_line = values.get("line"), values.get("to_line")
        asked = ChangeRequest(
            kind=values["kind"],
            reason=values["reason"],
            line=UUID(line) if line else None,
            to_line=UUID(to_line) if to_line else None,
            amount=values.get("amount"),
            until=values.get("until"),
        )
        return request_change(row.pk, asked, **done(request))

    return ask_about(
        request,
        row,
        _change_form(row),
        deed,
        heads=("변경 신청", "교부결정에서 무엇을 왜 바꿀지 적어 주십시오", "변경 신청"),
        begins={"kind": "distribution"},
        said="변경을 신청했습니다. 경미한 변경이면 바로 바뀌고, 아니면 시의 답을 기다립니다.",
    )


def grant_objection(request: Asked, award: UUID) -> HttpResponseBase:
    """교부결정에 대한 이의신청 — within the days of the law of that day."""
    row = own_grant(request, award)

    def deed(values: Values, _: Files) -> Any:  # noqa: ANN401 - what the action makes
        return file_objection(row.pk, values["reason"], **done(request))

    return ask_about(
        request,
        row,
        OBJECTION,
        deed,
        heads=("이의신청", "교부결정의 어디가 왜 맞지 않는지 적어 주십시오", "이의신청"),
        begins={},
        said="이의를 신청했습니다. 시의 답을 기다립니다.",
    )


def grant_refund_objection(request: Asked, refund: UUID) -> HttpResponseBase:
    """반환명령에 대한 이의신청 — against what the city asks back from us."""
    asked = refund_for(request.seat, refund)
    if asked.office_id == request.actor.office:
        raise NotHere(what="우리에게 온 반환명령")
    row = own_grant(request, asked.award_id)

    def deed(values: Values, _: Files) -> Any:  # noqa: ANN401 - what the action makes
        return settling.file_objection(asked.pk, values["reason"], **done(request))

    last, _, article = last_day_to_object(asked)
    return ask_about(
        request,
        row,
        OBJECTION,
        deed,
        heads=("이의신청", "반환명령의 어디가 왜 맞지 않는지 적어 주십시오", "이의신청"),
        begins={},
        said="이의를 신청했습니다. 시의 답을 기다립니다.",
        facts=[(last, f"{asked.number} 반환명령에 이의를 신청할 수 있는 기한({article})")],
    )


def _change_form(row: "Award") -> "Form":
    """변경 신청의 서식 — the lines and the amount where the kind has them, the day where it has one."""
    lines = [(str(each.pk), f"{each.label}({each.amount})") for each in lines_of(row)]
    moved = {"field": "kind", "is_one_of": ["distribution"]}
    priced = {"field": "kind", "is_one_of": ["distribution", "amount"]}
    timed = {"field": "kind", "is_one_of": ["period"]}
    return ask(
        "변경 신청",
        choice("kind", "무엇을", KINDS),
        choice("line", "바꿀(줄일) 항목", lines, shown_when=priced),
        choice("to_line", "늘릴 항목", lines, shown_when=moved),
        field(
            "amount",
            "금액",
            "won",
            example="1,000,000원",
            help="옮기기이면 옮길 금액, 금액 바꾸기이면 바꾼 뒤의 금액을 적습니다.",
            shown_when=priced,
        ),
        field("until", "사업을 마치는 날의 다음 날", "day", example="2026. 12. 31.", shown_when=timed),
        REASON,
    )
