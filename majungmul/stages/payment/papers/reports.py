"""결과보고서 — plan against result of the trades claimed, what came of it, with which papers."""

from fractions import Fraction

from django.utils import timezone

from majungmul.formats.paper import Entry, Grid, Heading, Pairs, Paper, Paragraph, day, table
from majungmul.proof.ratios import percent
from majungmul.stages.payment.models import Claim, ClaimLine, Kind, Report
from majungmul.stages.payment.papers.parts import OtherPaper, attached, basis_of, sender_of, signer_of
from majungmul.stages.payment.queries import lines_of, papers_of
from majungmul.values.table import Difference, Ratio, Table
from majungmul.values.won import ZERO, total

TRADES: tuple[Heading, ...] = (
    ("연번", "number"),
    ("거래조합", "text"),
    ("품목", "text"),
    ("납품일", "date"),
    ("실제 거래금액(공급가액)", "won"),
    ("증빙 장수", "count"),
)
RESULT: tuple[Heading, ...] = (
    ("구분", "text"),
    ("계획", "price"),
    ("실적", "price"),
    ("증감", "price", Difference("실적", "계획")),
    ("계획 대비(%)", "percent", Ratio("실적", "계획", 1)),
)


def result_report(claim: Claim) -> Paper:
    """결과보고서 — of a claim of support. Refuses another kind of claim, which has none."""
    if claim.kind != Kind.SUPPORT:
        raise OtherPaper(title=claim.number, paper="결과보고서", instead="지출결의서")
    report = claim.report
    return Paper(
        kind="result_report",
        title="결과보고서",
        receiver=f"{sender_of(claim)} 귀하",
        has_head=False,
        basis=basis_of(claim),
        body=(
            Pairs(
                (
                    ("신청조합", claim.body.name),
                    ("사업", claim.award.application.call.title),
                    ("지원결정번호", claim.award.number),
                    ("청구번호", claim.number),
                ),
                "1. 보고하는 조합",
            ),
            Grid(_trades(claim)),
            Grid(_result(report)),
            Pairs(_outcome(report, claim), "4. 내용과 성과"),
            Paragraph("위와 같이 결과를 보고합니다."),
        ),
        attachments=attached(claim, "report"),
        signed_by=signer_of(claim, "보고인"),
        signed_on=report.written_on,
        is_made_up=claim.is_made_up,
    )


def _trades(claim: Claim) -> Table:
    lines = [line for line in lines_of(claim) if line.trade]
    proofs = [line.proofs.count() for line in lines]
    rows = [_trade(line, count) for line, count in zip(lines, proofs, strict=True)]
    sums: list[Entry] = ["계", "", "", "", total(line.traded or ZERO for line in lines), sum(proofs)]
    return table("trades", "2. 거래 실적", "원", TRADES, rows, sums)


def _trade(line: ClaimLine, proofs: int) -> list[Entry]:
    trade = line.trade
    if trade is None:
        message = f"{line.pk} is of no trade"
        raise TypeError(message)
    partner = trade.contract.counterpart.name
    return [line.order, partner, trade.item, trade.delivered_on, line.traded or ZERO, proofs]


def _result(report: Report) -> Table:
    ratio = percent(Fraction(report.actual.amount), Fraction(report.planned.amount), 1)
    row: list[Entry] = ["거래금액", report.planned, report.actual, report.actual - report.planned, ratio]
    return table("result", "3. 계획과 실적", "원", RESULT, [row])


def _outcome(report: Report, claim: Claim) -> tuple[tuple[str, str], ...]:
    photos = papers_of(claim).get("photos", [])
    received = day(timezone.localdate(claim.received_at))
    return (
        ("차이 사유", report.difference_reason or "계획과 같음"),
        ("납품일·받은 사람", f"{day(report.delivered_on)} {report.received_by}"),
        ("성과", report.outcome),
        ("사진", f"파일 {len(photos)}개: {', '.join(use.name for use in photos)}"),
        ("작성자·작성일", f"{report.written_by}, {day(report.written_on)}"),
        ("접수일", received),
    )
