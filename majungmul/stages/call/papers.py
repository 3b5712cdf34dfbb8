"""공모의 문서 — 공고문, 정정공고문, 지정 통보: what is offered, to whom, by when, and what to hand in."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from majungmul.books.files.seals import seal_of
from majungmul.books.parties.queries.letters import head_of
from majungmul.books.parties.queries.positions import name_of
from majungmul.books.trail.models import Recorded
from majungmul.formats import paper
from majungmul.formats.paper import Approval, Block, Grid, Item, Paper, Paragraph, moment
from majungmul.programmes.conditions import NOT_READ, article_on
from majungmul.programmes.reasons import Departure, reason_on
from majungmul.programmes.specification import Specification, specification
from majungmul.rules.share import Share
from majungmul.stages.call.models import AMENDABLE, Amendment, Call, Kind
from majungmul.stages.call.queries import (
    available_for,
    briefings_of,
    closes_in_words,
    form_of,
    rule_of,
    sender_of,
)
from majungmul.stages.call.refusals import OtherPaper
from majungmul.values.won import Won

AN_EXAMPLE = Won(50_000_000)
"""거래금액 of the worked example that a call prints."""


def call_notice(call: Call) -> Paper:
    """공고문 — 대상, 지원율 with a worked example, 신청 가능 금액, 접수 기간, 설명회, 서류, 재검토, 문의처.

    신청 가능 금액 is that of the moment at which the paper is made. Refuses a designation.
    """
    if call.kind != Kind.PUBLIC:
        raise OtherPaper(title=call.title, paper="공고문", instead="지정 통보")
    programme = specification(call.jurisdiction.code, call.programme)
    return Paper(
        kind="call_notice",
        title=call.title,
        sender=sender_of(call),
        receiver=programme.target,
        number=call.number,
        effective=call.announced_on,
        basis=basis_of(call, _day(call)),
        body=(
            Item("지원 내용", _offer(call, programme)),
            Item("접수", _reception(call)),
            *_briefings(call),
            Item("서식과 제출서류", _papers(call)),
            Item("절차와 결과", _procedure(call, programme)),
            Item(f"문의처: {call.contact}"),
            *((Paragraph(call.text),) if call.text else ()),
        ),
        attachments=(f"{form_of(call).title} 1부.",),
        approvals=approvals_of(call),
        is_made_up=call.is_made_up,
    )


def amendment_notice(amendment: Amendment) -> Paper:
    """정정공고문 — what was said before and what holds now, why, and what it means to those who have applied."""
    call = amendment.call
    on = timezone.localdate(amendment.at)
    rows = [
        [
            AMENDABLE[name],
            _shown(call, name, amendment.before[name]),
            _shown(call, name, amendment.after[name]),
        ]
        for name in AMENDABLE
        if name in amendment.after
    ]
    columns: list[paper.Heading] = [("항목", "text"), ("정정 전", "text"), ("정정 후", "text")]
    return Paper(
        kind="amendment_notice",
        title=f"{call.title} 정정공고(제{amendment.number}차)",
        sender=sender_of(call),
        receiver=_receiver(call),
        number=f"{call.number} 정정 {amendment.number}",
        effective=on,
        basis=basis_of(call, on),
        body=(
            Item(f"{call.number}의 내용을 다음과 같이 정정합니다."),
            Item(f"정정 사유: {amendment.reason}"),
            Item("정정 내용", (Grid(paper.table("amendment", "", "", columns, rows)),)),
            Item("이미 낸 신청은 그대로 유효합니다. 더 낼 서류가 생겼으면 담당자가 보완을 요청합니다."),
            Item(f"문의처: {call.contact}"),
        ),
        approvals=(Approval("담당", name_of(amendment.amended_by), on),),
        is_made_up=call.is_made_up,
    )


def designation_notice(call: Call) -> Paper:
    """지정 통보 — who is to do the work, why without a call, and what to apply with until when.

    Its number and day are places to write them until they are entered. Refuses a public call.
    """
    if call.designated is None:
        raise OtherPaper(title=call.title, paper="지정 통보", instead="공고문")
    on = _day(call)
    sealed = seal_of(call, "designation")
    reason = reason_on(on, Departure.NO_CALL, call.reason_code, call.jurisdiction.code)
    return Paper(
        kind="designation_notice",
        title=f"{call.title} 통보",
        sender=sender_of(call),
        receiver=_receiver(call),
        number=sealed.number if sealed else "",
        effective=sealed.effective_on if sealed else None,
        portal=sealed.portal if sealed else "",
        basis=(reason.article or NOT_READ,),
        body=(
            Item(f"귀 기관을 {call.year}년 사업의 수행기관으로 지정하여 알려 드립니다."),
            Item(
                "지정 내용",
                (
                    Item(f"지정번호: {call.number}"),
                    Item(f"수행기관: {call.designated.name}"),
                    Item("지원계획의 예산액", amount=call.account.credits_posted),
                    Item(f"공모하지 않는 사유: {reason.label}({call.reason})"),
                ),
            ),
            Item("하실 일: 교부신청", (_until(call), *_papers(call))),
            Item(f"문의처: {call.contact}"),
        ),
        attachments=(f"{form_of(call).title} 1부.",),
        approvals=approvals_of(call),
        is_made_up=call.is_made_up,
    )


PAPERS: dict[str, tuple[str, type[Recorded], Callable[[Any], Paper]]] = {
    "call_notice": ("공고문", Call, call_notice),
    "amendment_notice": ("정정공고문", Amendment, amendment_notice),
    "designation_notice": ("지정 통보", Call, designation_notice),
}
"""문서의 종류 — its title, the row whose id it is asked by, and the function that makes it."""


# ── what the papers of a call share ──────────────────────────────────────────────────────────────────────


def basis_of(call: Call, on: date) -> tuple[str, ...]:
    """근거 — of a public call the programme's law, and the rule of 공모 in the law of the day.

    That rule binds the city, and the operator follows it. Of a designation: the article that allows it.
    """
    code = call.jurisdiction.code
    if call.kind == Kind.DESIGNATION:
        return (article_on(on, "call.exceptions", code) or NOT_READ,)
    rule = article_on(on, "call.required", code) or NOT_READ
    return (specification(code, call.programme).law, rule if rule == NOT_READ else f"{rule}(공모)에 준함")


def approvals_of(call: Call) -> tuple[Approval, ...]:
    """결재란 — who drafted it and who announced it; a place where nobody has yet."""
    if call.kind == Kind.DESIGNATION:
        return (Approval("결재", name_of(call.drafted_by), call.announced_on),)
    return (
        Approval("담당", name_of(call.drafted_by)),
        Approval("결재", _name(call.announced_by), call.announced_on),
    )


def _day(call: Call) -> date:
    """The day of the act: of 공고 or 지정, before that the day on which it opens."""
    return call.announced_on or timezone.localdate(call.opens_at)


def _receiver(call: Call) -> str:
    if call.designated is not None:
        return head_of(call.designated)
    return specification(call.jurisdiction.code, call.programme).target


def _name(person: UUID | None) -> str:
    return name_of(person) if person else ""


def _offer(call: Call, programme: Specification) -> tuple[Block, ...]:
    rule = rule_of(call)
    worked = (Item(f"계산의 예: {rule.calculate(AN_EXAMPLE).because}"),) if isinstance(rule, Share) else ()
    share = (Item(f"지원율: {rule.in_words}"),) if isinstance(rule, Share) else ()
    return (
        Item(f"사업: {programme.name}"),
        Item(f"대상: {programme.target}"),
        *(Item(content) for content in programme.contents),
        *share,
        *worked,
        Item("신청 가능 금액", amount=available_for(call)),
        Item("신청 가능 금액은 이 문서를 만든 때의 금액이며, 지원결정이 나면 그만큼 줄어듭니다."),
    )


def _reception(call: Call) -> tuple[Block, ...]:
    return (
        Item(f"접수 기간: {moment(timezone.localtime(call.opens_at))}부터 {closes_in_words(call)}"),
        Item("마감 시각이 되면 저절로 닫히며, 그 시각부터 들어온 것은 받지 않습니다."),
        Item("온라인으로 내거나, 직인 찍은 신청서를 접수처에 종이로 냅니다."),
    )


def _briefings(call: Call) -> tuple[Block, ...]:
    """설명회 — each with its place and time; nothing where none is planned."""
    held = [Item(f"{moment(timezone.localtime(each.held_at))}, {each.place}") for each in briefings_of(call)]
    return (Item("설명회", tuple(held)),) if held else ()


def _papers(call: Call) -> tuple[Block, ...]:
    form = form_of(call)
    required = [slot.label for slot in form.papers if slot.required and slot.shown_when is None]
    others = [slot.label for slot in form.papers if slot.label not in required]
    asked = Item(f"반드시 내는 서류: {', '.join(required)}")
    rest = (Item(f"해당하면 내는 서류: {', '.join(others)}"),) if others else ()
    return (Item(f"서식: {form.title}"), asked, *rest)


def _procedure(call: Call, programme: Specification) -> tuple[Block, ...]:
    steps = " ⇨ ".join(f"{each.step}({each.actor})" for each in programme.procedure)
    days = programme.settings_on(_day(call)).reconsideration_days
    return (
        *((Item(f"지원절차: {steps}"),) if steps else ()),
        Item("자격 검토와 내부 결재로 정하고, 결과와 이유를 신청한 곳마다 알려 드립니다."),
        Item(f"결과를 통보받은 날부터 {days}일 안에 이유를 적어 재검토를 요청할 수 있습니다."),
    )


def _until(call: Call) -> Item:
    """기한 — the instant before which to apply."""
    return Item(f"기한: {closes_in_words(call)}")


def _shown(call: Call, name: str, kept: Any) -> str:  # noqa: ANN401 - JSON, as it was kept
    """A value of an amendment as people read it."""
    if name in ("opens_at", "closes_at"):
        return moment(timezone.localtime(datetime.fromisoformat(kept)))
    if name == "also_required":
        slots = {slot.code: slot for slot in form_of(call).papers}
        return ", ".join(slots[code].label for code in kept) or "없음"
    return str(kept) or "없음"
