"""지원결정통지서 — the operator tells a co-operative what is decided, how it was worked out, and what to do by when."""

from django.utils import timezone

from majungmul.books.duties.actions.inside import last_day
from majungmul.books.parties.queries.letters import head_of
from majungmul.formats.paper import Entry, Grid, Heading, Item, Paper, day, table
from majungmul.programmes.specification import specification
from majungmul.stages.application.queries import trades_of
from majungmul.stages.award.models import Award
from majungmul.stages.award.papers.parts import (
    OtherPaper,
    approvals,
    basis_of,
    conditions,
    day_of,
    days_in_words,
    decided,
    how_to_question,
    sender_of,
)
from majungmul.stages.award.queries import is_of_city, lines_of, title
from majungmul.stages.plan.queries.days_off import days_off
from majungmul.stages.review.queries import asked_for
from majungmul.values.duty import Due
from majungmul.values.table import Difference, Table
from majungmul.values.won import total

COLUMNS: tuple[Heading, ...] = (
    ("항목", "text"),
    ("신청액", "price"),
    ("추천액", "won"),
    ("결정액", "won"),
    ("차액", "won", Difference("결정액", "추천액")),
)
TRADES: tuple[Heading, ...] = (
    ("품목·용도", "text"),
    ("우리 조합의 역할", "text"),
    ("거래조합", "text"),
    ("예정 거래금액", "won"),
)


def award_notice(award: Award) -> Paper:
    """지원결정통지서 — from the award of the operator. Refuses the city's: that is told by the 교부결정통지서."""
    if is_of_city(award):
        raise OtherPaper(title=title(award), paper="지원결정통지서", instead="교부결정통지서")
    application, on = award.application, day_of(award)
    received = day(timezone.localdate(application.received_at))
    return Paper(
        kind="award_notice",
        title="지원결정통지서",
        sender=sender_of(award),
        receiver=head_of(award.body),
        number=award.number,
        effective=award.effective_on,
        basis=basis_of(award, on),
        body=(
            Item(
                f"{received}에 신청하신 ‘{application.call.title}’(접수번호 {application.number})에 대하여 다음과 같이 "
                "지원을 결정하여 알려 드립니다."
            ),
            Item("지원결정 내용", (*_content(award), Grid(_amounts(award)), Grid(_trades(award)))),
            Item("지원조건", conditions(award)),
            Item("다음에 하실 일", _next(award)),
            Item(how_to_question(award, on, award.effective_on)),
            Item(f"문의: {application.call.contact}"),
        ),
        approvals=approvals(
            ("담당", award.submitted_by, award.submitted_at), ("결재", award.decided_by, award.decided_at)
        ),
        is_made_up=award.is_made_up,
    )


def _content(award: Award) -> tuple[Item, ...]:
    lines = list(lines_of(award))
    because = tuple(Item(f"셈: {line.because}") for line in lines)
    differing = tuple(
        Item(f"추천한 금액과 다르게 정한 까닭: {line.difference_reason}")
        for line in lines
        if line.difference_reason
    )
    return (
        Item(f"지원 대상: {award.body.name}"),
        Item("지원결정액", amount=total(map(decided, lines))),
        *because,
        *differing,
        Item(f"사업기간: {days_in_words(award.since, award.until)}"),
    )


def _amounts(award: Award) -> Table:
    lines = list(lines_of(award))
    rows: list[list[Entry]] = [
        [
            line.label,
            asked_for(award.application),
            line.recommended,
            decided(line),
            decided(line) - line.recommended,
        ]
        for line in lines
    ]
    return table("award", "지원결정 내역", "원", COLUMNS, rows)


def _trades(award: Award) -> Table:
    trades = list(trades_of(award.application))
    rows: list[list[Entry]] = [
        [
            trade.item,
            trade.get_role_display(),
            ", ".join(partner.name for partner in trade.partners.all())
            + (f" 외 {trade.others}곳" if trade.others else ""),
            trade.amount,
        ]
        for trade in trades
    ]
    return table(
        "trades",
        "지원하는 거래(신청 때의 계획)",
        "원",
        TRADES,
        rows,
        ["계", "", "", total(t.amount for t in trades)],
    )


def _next(award: Award) -> tuple[Item, ...]:
    call = award.application.call
    settings = specification(call.jurisdiction.code, call.programme).settings_on(day_of(award))
    last, _ = last_day(Due(settings.last_claim_on(call.year)), days_off(award.jurisdiction))
    until = day(award.until.fromordinal(award.until.toordinal() - 1))
    return (
        Item(
            "계약: 거래조합과 계약하고 양쪽 직인이 찍힌 계약서를 올려 주십시오"
            f"(공급가액 {settings.small_order_up_to:,}원까지는 발주서로 갈음)."
        ),
        Item(f"거래: {until}까지 납품을 마치고 세금계산서·계산서와 입금 자료를 챙겨 주십시오."),
        Item(f"청구: 거래를 마치는 대로, 늦어도 {day(last)}까지 결과보고서와 지원금 청구서를 내 주십시오."),
        Item("바뀌는 것이 있으면(거래조합, 금액, 기간) 바꾸기 전에 변경을 신청해 주십시오."),
    )
