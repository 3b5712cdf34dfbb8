"""공고의 서식 — from which line, what, from when until when, which papers more."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from majungmul.books.parties.queries.sight import own_body
from majungmul.programmes.form import Field, Form
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.programmes.specification import specification
from majungmul.stages.award.queries import lines_to_call_for
from majungmul.stages.call.actions import CallDraft
from majungmul.web import asked
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import ask, choice, field
from majungmul.web.officer.moments import day_and_hour, instant
from majungmul.web.words import won

if TYPE_CHECKING:
    from majungmul.stages.award.models import AwardLine
    from majungmul.stages.call.models import Call

PAPER = "paper_"
"""Before the code of a paper that may be asked for, too."""


def lines_for(request: Asked) -> list["AwardLine"]:
    """공고할 수 있는 항목 — what the office was granted this year, and next where it is granted already."""
    body, year = own_body(request.seat), asked.today(request).year
    return [line for each in (year, year + 1) for line in lines_to_call_for(body, each)]


def draft_form(request: Asked, lines: list["AwardLine"]) -> Form:
    """공고 작성의 서식."""
    offered = [(str(line.account_id), _words(line)) for line in lines if line.account]
    code, codes = request.jurisdiction.code, dict.fromkeys(line.programme for line in lines)
    more = [part for programme in codes for part in papers_asked(code, programme)]
    return ask(
        "공고 작성",
        choice("account", "어느 사업으로 공고합니까", offered, help="교부받은 항목입니다."),
        field("title", "공고 제목", limit=160, example="2026년 협동조합 간 협업 지원 2차 공고"),
        field("contact", "문의처", limit=120, example=f"{jurisdiction(code).operator} 육성지원 담당"),
        *day_and_hour("opens", "접수 시작", hour="09:00"),
        *day_and_hour("closes", "접수 마감", help="이 시각이 되면 저절로 닫힙니다."),
        field(
            "text",
            "공고 내용",
            "long_text",
            required=False,
            limit=4000,
            help="지원 대상과 지원율, 서류, 재검토 안내는 공고문에 저절로 들어갑니다. 더 알릴 것만 적습니다.",
        ),
        *{part.code: part for part in more}.values(),
    )


def draft_of(values: dict[str, Any], form: Form) -> CallDraft:
    """공고 안 — what was filled in."""
    return CallDraft(
        account=UUID(values["account"]),
        title=values["title"],
        opens_at=instant("opens", values),
        closes_at=instant("closes", values),
        contact=values["contact"],
        text=values.get("text") or "",
        also_required=required_in(values, form),
    )


def papers_asked(code: str, programme: str) -> tuple[Field, ...]:
    """더 내야 하는 서류 — a question for each paper of the form that is not asked for anyway."""
    form = specification(code, programme).form("application")
    return tuple(
        field(f"{PAPER}{slot.code}", f"{slot.label}도 꼭 내야 합니까", "yes_no", required=False)
        for slot in form.papers
        if not slot.required
    )


def required_in(values: dict[str, Any], form: Form) -> tuple[str, ...]:
    """The codes of the papers that were asked for with 예, in the order of the form."""
    codes = (each.code for section in form.sections for each in section.fields)
    return tuple(code.removeprefix(PAPER) for code in codes if code.startswith(PAPER) and values.get(code))


def required_of(call: "Call") -> dict[str, str]:
    """What stands in the questions of papers for a call."""
    return {f"{PAPER}{code}": "yes" for code in call.also_required}


def _words(line: "AwardLine") -> str:
    free = won(line.account.free) if line.account else "0"
    return f"{line.label} (신청 가능 금액 {free}원)"
