"""교부결정통지서 — the city tells 중앙회 what it grants, line by line, under which conditions, and how to object."""

from contextlib import suppress

from django.utils import timezone

from majungmul.books.files.seals import seal_of
from majungmul.books.parties.queries.letters import head_of
from majungmul.formats.paper import Entry, Grid, Heading, Item, Paper, day, table
from majungmul.programmes.specification import NoSuchProgramme, specification
from majungmul.stages.award.models import Award, AwardLine
from majungmul.stages.award.papers.parts import (
    OtherPaper,
    approvals,
    articles,
    conditions,
    day_of,
    days_in_words,
    decided,
    how_to_question,
    sender_of,
)
from majungmul.stages.award.queries import is_of_city, lines_of, title
from majungmul.stages.review.queries import asked_for
from majungmul.values.table import Difference, Table
from majungmul.values.won import ZERO, Won, total
from majungmul.values.won_words import in_words

BASIS = ("award.notice", "award.rules", "federation.branch_costs")
COLUMNS: tuple[Heading, ...] = (
    ("소요예산 항목", "text"),
    ("추천액", "won"),
    ("결정액", "won"),
    ("차액", "won", Difference("결정액", "추천액")),
    ("결정액(한글)", "text"),
    ("셈·다른 사유", "text"),
)


def grant_notice(award: Award) -> Paper:
    """교부결정통지서 — from the award of the city; before 시행 with places for 문서번호 and 시행일.

    Refuses an award of another office: that is told by the 지원결정통지서.
    """
    if not is_of_city(award):
        raise OtherPaper(title=title(award), paper="교부결정통지서", instead="지원결정통지서")
    application, on, sealed = award.application, day_of(award), seal_of(award, "award")
    return Paper(
        kind="grant_notice",
        title=f"{application.call.year}년 지방보조금 교부결정 통지",
        sender=sender_of(award),
        receiver=head_of(award.body),
        number=award.number,
        effective=award.effective_on,
        portal=sealed.portal if sealed else "",
        basis=articles(on, BASIS, award.jurisdiction.code),
        body=(
            Item(
                f"{day(timezone.localdate(application.received_at))}에 신청하신 지방보조금"
                f"(접수번호 {application.number})의 교부를 다음과 같이 결정하여 알려 드립니다."
            ),
            Item("교부결정 내용", (*_content(award), Grid(_table(award), _note(award)))),
            Item("교부조건", conditions(award)),
            Item("반환과 취소", _back(award)),
            Item(how_to_question(award, on, award.effective_on)),
            Item("다음에 하실 일: 나누어 받을 금액과 때를 정해 교부청구서를 내 주십시오."),
            Item(f"문의: {application.call.contact}"),
        ),
        approvals=approvals(
            ("담당", award.submitted_by, award.submitted_at), ("결재", award.decided_by, award.decided_at)
        ),
        is_made_up=award.is_made_up,
    )


def _content(award: Award) -> tuple[Item, ...]:
    amount = total(decided(line) for line in lines_of(award))
    return (
        Item(f"대상: {award.body.name}, {award.application.call.title}"),
        Item("교부결정액", amount=amount),
        Item(f"신청액: {asked_for(award.application)}"),
        Item(f"사업기간: {days_in_words(award.since, award.until)}"),
    )


def _table(award: Award) -> Table:
    lines = list(lines_of(award))
    rows: list[list[Entry]] = [_row(line) for line in lines]
    recommended, amount = total(line.recommended for line in lines), total(map(decided, lines))
    sums: list[Entry] = ["계", recommended, amount, amount - recommended, _words(amount), ""]
    return table("grant", "교부결정 내역", "원", COLUMNS, rows, sums)


def _row(line: AwardLine) -> list[Entry]:
    amount = decided(line)
    why = "; ".join(filter(None, (line.because, line.difference_reason)))
    return [
        _name(line),
        line.recommended,
        amount,
        amount - line.recommended,
        _words(amount),
        why,
    ]


def _note(award: Award) -> str:
    changed = any(line.amount != decided(line) for line in lines_of(award))
    return "※ 결정한 뒤 바뀐 금액은 변경승인 통지를 보십시오." if changed else ""


def _back(award: Award) -> tuple[Item, ...]:
    code, on = award.jurisdiction.code, day_of(award)
    refund, revocation = (
        "·".join(articles(on, (key,), code)) for key in ("refund.with_interest", "revocation.grounds")
    )
    return (
        Item(f"금액이 확정되면 쓰고 남은 보조금과 그 이자를 정해 드리는 날까지 반환해야 합니다({refund})."),
        Item(
            f"교부조건을 어기거나 다른 용도에 쓰면 교부결정을 취소하고 반환을 명할 수 있습니다({revocation})."
        ),
    )


def _words(amount: Won) -> str:
    return f"금{in_words(amount)}원" if amount > ZERO else ""


def _name(line: AwardLine) -> str:
    """사업과 항목 — the programme's name before the line's, where they are not the same."""
    programme = line.programme
    with suppress(NoSuchProgramme):
        programme = specification(line.jurisdiction.code, line.programme).name
    return line.label if line.label == programme else f"{programme} {line.label}"
