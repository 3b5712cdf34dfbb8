"""신청의 문서 — 신청서, 교부신청서, 접수증, 보완요청서, 접수 반려 통지: what was asked for, and what comes next."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from majungmul.books.duties.queries import duties_of
from majungmul.books.files.queries import uses_of
from majungmul.books.files.seals import seal_of
from majungmul.books.parties.models import Organisation
from majungmul.books.parties.queries.letters import head_of
from majungmul.books.parties.queries.positions import name_of
from majungmul.books.trail.models import Recorded
from majungmul.formats import paper
from majungmul.formats.paper import Approval, Block, Grid, Item, Pairs, Paper, day, moment
from majungmul.programmes.conditions import NOT_READ, article_on
from majungmul.programmes.form_answers import Answers
from majungmul.stages.application.answers import sections_of
from majungmul.stages.application.models import Application, Correction, Origin
from majungmul.stages.application.places import label_at
from majungmul.stages.application.queries import papers_of
from majungmul.stages.application.refusals import NotReturned
from majungmul.stages.application.states import State
from majungmul.stages.call.models import Call, Kind
from majungmul.stages.call.queries import closes_in_words, form_of, sender_of
from majungmul.stages.call.refusals import OtherPaper

HASH_SHOWN = 12
GRANT_RULES = ("application.items", "award.rules")
"""What a 교부신청 is under: today's 시행령 제5조, in 2018 what the law left to the ordinance."""


def application_form(application: Application) -> Paper:
    """신청서 — every answer by section with the form's labels, the trades with their share beside and its total."""
    form = form_of(application.call)
    if application.call.kind == Kind.DESIGNATION:
        raise OtherPaper(title=application.number, paper="신청서", instead="교부신청서")
    return Paper(
        kind="application_form",
        title=form.title,
        receiver=f"{sender_of(application.call)} 귀하",
        has_head=False,
        basis=(_call_named(application.call),),
        body=(*sections_of(application), Item("위와 같이 지원을 신청합니다.")),
        attachments=_attached(application),
        notes=(f"지원 신청액: {application.because}",) if application.because else (),
        signed_by=f"신청인 {head_of(application.body)} {_representative(application)} (직인)",
        signed_on=_day(application),
        is_made_up=application.is_made_up,
    )


def drafted(call: Call, body: Organisation, answers: Answers, at: datetime) -> Paper:
    """쓰던 신청서 — the paper that it will become, to be printed and sealed before it is handed in."""
    row = Application(
        jurisdiction=call.jurisdiction,
        call=call,
        body=body,
        office=call.office,
        answers=answers,
        received_at=at,
    )
    return grant_application(row) if call.kind == Kind.DESIGNATION else application_form(row)


def grant_application(application: Application) -> Paper:
    """교부신청서 — the six items in their order, and the papers beside; its number once the operator enters it."""
    if application.call.kind != Kind.DESIGNATION:
        raise OtherPaper(title=application.number, paper="교부신청서", instead="신청서")
    on, sealed = _day(application), seal_of(application, "grant_application")
    return Paper(
        kind="grant_application",
        title=form_of(application.call).title,
        sender=head_of(application.body),
        receiver=sender_of(application.call),
        number=sealed.number if sealed else "",
        effective=sealed.effective_on if sealed else None,
        portal=sealed.portal if sealed else "",
        basis=_basis(application.call, on),
        body=tuple(sections_of(application)),
        attachments=_attached(application),
        is_made_up=application.is_made_up,
    )


def receipt(application: Application) -> Paper:
    """접수증 — number, time to the second, what was received, check code; what comes next, by when, whom to call."""
    call = application.call
    received = timezone.localtime(application.received_at)
    pairs = [
        ("접수번호", application.number),
        ("접수일시", f"{moment(received)}:{received:%S}"),
        ("확인번호", application.check_code),
        ("신청인", application.body.name),
        ("공고", _call_named(call)),
        ("접수 경로", _origin(application)),
        ("신청 금액", str(application.amount)),
    ]
    if application.trade_total:
        pairs.insert(-1, ("예정 거래금액", str(application.trade_total)))
    return Paper(
        kind="receipt",
        title="접수증",
        receiver=f"{application.body.name} 귀중",
        has_head=False,
        basis=_basis(call, received.date()),
        body=(Pairs(tuple(pairs)), _received_files(application), *_next(application)),
        notes=("확인번호로 이 접수증이 맞는지 확인할 수 있습니다.",),
        signed_by=sender_of(call),
        signed_on=received.date(),
        is_made_up=application.is_made_up,
    )


def correction_request(correction: Correction) -> Paper:
    """보완요청서 — what to put right, at which field, by when and how; what follows, and whom to call."""
    application = correction.application
    call, on = application.call, timezone.localdate(correction.asked_at)
    place = label_at(form_of(call), correction.field)
    return Paper(
        kind="correction_request",
        title="신청서 보완 요청",
        sender=sender_of(call),
        receiver=head_of(application.body),
        number=f"{application.number} 보완 {_order(correction)}",
        effective=on,
        basis=_basis(call, on),
        body=(
            Item(
                f"{day(_day(application))} 접수한 신청(접수번호 {application.number})을 보완해 주시기 바랍니다."
            ),
            Item(
                "보완할 것",
                (
                    Item(f"보완할 칸: {place}"),
                    Item(f"보완할 내용: {correction.what}"),
                    Item(f"보완 기한: {day(correction.due_on)}까지"),
                ),
            ),
            Item("‘내 신청’에서 그 칸을 고쳐 다시 내거나, 고친 신청서에 직인을 찍어 접수처에 내 주십시오."),
            Item("기한까지 보완하지 않으면 심사가 늦어지거나 접수를 반려할 수 있습니다."),
            Item(f"문의처: {call.contact}"),
        ),
        approvals=(Approval("담당", name_of(correction.asked_by), on),),
        is_made_up=application.is_made_up,
    )


def return_notice(application: Application) -> Paper:
    """접수 반려 통지 — why it was not received, until when to apply again, whom to call. Refuses one not returned."""
    if application.state != State.RETURNED or application.turned_on is None:
        raise NotReturned(number=application.number, state=application.get_state_display())
    call = application.call
    again = f"고쳐서 다시 신청하실 수 있습니다. 접수는 {closes_in_words(call)}입니다."
    return Paper(
        kind="return_notice",
        title="신청 접수 반려 통지",
        sender=sender_of(call),
        receiver=head_of(application.body),
        number=f"{application.number} 반려",
        effective=application.turned_on,
        basis=_basis(call, application.turned_on),
        body=(
            Item(
                f"{day(_day(application))} 내신 신청(접수번호 {application.number})을 접수하지 않고 돌려 드립니다."
            ),
            Item(f"반려 사유: {application.reason}"),
            Item(again if call.state == "announced" else "이 공고는 취소되어 더 신청을 받지 않습니다."),
            Item(f"사유가 사실과 다르다고 보시면 아래로 알려 주십시오. 문의처: {call.contact}"),
        ),
        is_made_up=application.is_made_up,
    )


PAPERS: dict[str, tuple[str, type[Recorded], Callable[[Any], Paper]]] = {
    "application_form": ("신청서", Application, application_form),
    "grant_application": ("교부신청서", Application, grant_application),
    "receipt": ("접수증", Application, receipt),
    "correction_request": ("보완요청서", Correction, correction_request),
    "return_notice": ("접수 반려 통지", Application, return_notice),
}
"""문서의 종류 — its title, the row whose id it is asked by, and the function that makes it."""


def _day(application: Application) -> date:
    return timezone.localdate(application.received_at)


def _representative(application: Application) -> str:
    """대표자 — as the applicant wrote the name."""
    return str(application.answers.get("applicant", {}).get("representative", ""))


def _call_named(call: Call) -> str:
    return f"{call.title}({call.number})"


def _basis(call: Call, on: date) -> tuple[str, ...]:
    """근거 — of what the city receives the law of the day; of what the operator receives its 공고."""
    if call.kind == Kind.PUBLIC:
        return (_call_named(call),)
    articles = (article_on(on, key, call.jurisdiction.code) for key in GRANT_RULES)
    return tuple(article for article in articles if article) or (NOT_READ,)


def _attached(application: Application) -> tuple[str, ...]:
    """붙임 — the files that are there, by the names of the form's slots."""
    there = papers_of(application)
    return tuple(f"{slot.label} 1부." for slot in form_of(application.call).papers if slot.code in there)


def _origin(application: Application) -> str:
    label = Origin(application.origin).label
    by_hand = application.origin == Origin.PAPER
    return f"{label}(받은 사람 {name_of(application.received_by)})" if by_hand else str(label)


def _received_files(application: Application) -> Grid:
    """받은 서류 — each file with its name and the beginning of its hash, by which anybody can compare it."""
    slots = {slot.code: slot.label for slot in form_of(application.call).papers}
    columns: list[paper.Heading] = [
        ("연번", "number"),
        ("서류", "text"),
        ("파일 이름", "text"),
        ("받은 날", "date"),
        ("해시(sha256) 앞 12자", "text"),
    ]
    rows: list[list[paper.Entry]] = [
        [
            place,
            slots[use.purpose],
            use.name,
            timezone.localdate(use.at),
            use.file.sha256[:HASH_SHOWN],
        ]
        for place, use in enumerate(uses_of(application), start=1)
    ]
    return Grid(paper.table("files", "받은 서류", "", columns, rows))


def _next(application: Application) -> tuple[Block, ...]:
    """다음에 일어날 일 — what the office does by when, and how the applicant hears of it."""
    owed = duties_of(application).first()
    until = f"{day(owed.due_on)}까지" if owed else "지체 없이"
    if application.call.kind == Kind.DESIGNATION:
        what = f"시가 신청 내용을 살펴 {until} 교부결정을 하고 알려 드립니다"
    else:
        what = f"담당자가 {until} 신청서를 확인하고 자격 검토를 시작합니다"
    return (
        Item(f"다음에 일어날 일: {what}."),
        Item("고칠 것이 있으면 보완요청서를 보내 드립니다. 보완한 신청은 처음 접수한 것으로 봅니다."),
        Item("심사를 시작하기 전에는 이유를 적어 신청을 철회하고 다시 낼 수 있습니다."),
        Item(f"문의처: {application.call.contact}"),
    )


def _order(correction: Correction) -> int:
    """Which of the application's corrections it is, from one."""
    earlier = correction.application.corrections.filter(asked_at__lte=correction.asked_at)
    return max(1, earlier.count())
