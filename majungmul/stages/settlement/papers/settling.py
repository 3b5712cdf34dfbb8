"""정산의 문서 — 정산보고서, 실적보고, 금액 확정 통지서, 미결 목록: each from rows alone."""

from collections.abc import Callable
from typing import Any

from majungmul.books.files.seals import seal_of
from majungmul.books.parties.queries.letters import head_of
from majungmul.books.trail.models import Recorded
from majungmul.formats import paper
from majungmul.formats.paper import Block, Item, Pairs, Paper
from majungmul.stages.plan.models import Plan
from majungmul.stages.settlement.models import Settlement
from majungmul.stages.settlement.papers import settling_tables as tables
from majungmul.stages.settlement.papers.letters import article, sender_of, signed
from majungmul.stages.settlement.papers.notices import open_items, settled_notice, subject_of
from majungmul.stages.settlement.papers.results import results
from majungmul.stages.settlement.queries.lateness import is_verified, lateness_of
from majungmul.stages.settlement.queries.settling import lines_of, plan_behind
from majungmul.values.won import total

REPORT_STEP = "report"


def settlement_report(row: Settlement) -> Paper:
    """정산보고서 — 재원별, 항목별, who got what, 자체 집행, 사용내역, and what is not settled yet."""
    is_of_the_city = row.office.kind == "city"
    reporter = head_of(row.body) if is_of_the_city else sender_of(row.award)
    found = (
        Pairs(_about(row), "개요"),
        Item(_in_a_sentence(row)),
        tables.by_source(row, "재원별 계산서"),
        tables.by_line(row, "항목별 정산"),
        tables.supported(row, "지원받은 곳"),
        tables.own_spending(row, "자체 집행"),
        tables.payments(row, "사용내역"),
        tables.unsettled(row, "미정산 목록"),
    )
    return Paper(
        kind="settlement_report",
        title="정산보고서",
        has_head=False,
        basis=_basis(row, "report.months", "refund.with_interest"),
        body=tuple(each for each in found if each is not None),
        approvals=() if is_of_the_city else _signed(row),
        is_made_up=row.is_made_up,
        signed_by=f"{reporter} (직인)",
        signed_on=row.reported_on,
        receiver=f"{sender_of(row.award)} 귀하" if is_of_the_city else "",
    )


def final_report(row: Settlement) -> Paper:
    """실적보고 — the letter with which the year's work is reported: what came of it, plan against result."""
    sealed = seal_of(row, REPORT_STEP)
    is_of_the_city = row.office.kind == "city"
    late = lateness_of(row)
    files = ["정산보고서 1부.", "통장 거래내역 1부.", *(["검증보고서 1부."] if is_verified(row) else [])]
    body: tuple[Block, ...] = (
        Item(
            f"관련: {row.award.number}({paper.day(row.award.effective_on)})"
            if row.award.effective_on
            else "관련"
        ),
        Item(f"{subject_of(row)}의 실적을 다음과 같이 보고합니다.", _outcome(row)),
        results(row, "계획 대비 실적"),
        *((Item(late),) if late else ()),
    )
    return Paper(
        kind="final_report",
        title=f"{row.award.application.call.year}년 보조사업 실적보고",
        sender=head_of(row.body) if is_of_the_city else sender_of(row.award),
        receiver=sender_of(row.award) if is_of_the_city else "내부결재",
        number=sealed.number if sealed else ("" if is_of_the_city else row.number),
        effective=sealed.effective_on if sealed else (None if is_of_the_city else row.reported_on),
        portal=sealed.portal if sealed else "",
        basis=_basis(row, "report.months"),
        body=body,
        attachments=tuple(files) if is_of_the_city else ("정산보고서 1부.",),
        is_made_up=row.is_made_up,
        notes=("금액은 원장에서 옮긴 것입니다. 손으로 고치지 않았습니다.",),
    )


def _about(row: Settlement) -> tuple[tuple[str, str], ...]:
    award = row.award
    due = paper.day(row.due_on) if row.due_on else ""
    shown = (
        ("정산번호", row.number),
        ("사업", subject_of(row)),
        (
            "결정번호·시행일",
            f"{award.number} · {paper.day(award.effective_on)}" if award.effective_on else "",
        ),
        ("보조사업자" if plan_behind(award) else "지원받은 곳", award.body.name),
        ("보고일", paper.day(row.reported_on)),
        ("보고 기한", due),
    )
    return tuple((name, value) for name, value in shown if value)


def _in_a_sentence(row: Settlement) -> str:
    rows = list(lines_of(row))
    received, spent = total(each.received for each in rows), total(each.reported for each in rows)
    back, interest = total(tables.offered(each) for each in rows), total(each.interest for each in rows)
    waiting = total(each.unsettled + each.recovering for each in rows)
    left = total(each.unspent for each in rows)
    said = f"받은 돈 {received} 가운데 {spent}을 쓰고 {left}이 남았습니다."
    if waiting:
        said += f" {waiting}은 아직 정산하지 않았거나 돌려받는 중입니다."
    return said + (f" 돌려줄 돈은 이자 {interest}을 넣어 {back}입니다." if back else " 돌려줄 돈은 없습니다.")


def _outcome(row: Settlement) -> tuple[Block, ...]:
    return (Item(f"사업 성과: {row.summary}"), Item(_in_a_sentence(row)))


def _signed(row: Settlement) -> tuple[paper.Approval, ...]:
    return signed(row.submitted_by, row.decided_by, row.decided_on, row.submitted_on)


def _basis(row: Settlement, *keys: str) -> tuple[str, ...]:
    """The articles of the day of the report; below the city, what the call and the conditions say."""
    if row.office.kind != "city":
        return ("공고와 지원조건",)
    found = (article(row.award, row.reported_on, key) for key in keys)
    return tuple(dict.fromkeys(each for each in found if each))


PAPERS: dict[str, tuple[str, type[Recorded], Callable[[Any], Paper]]] = {
    "settlement_report": ("정산보고서", Settlement, settlement_report),
    "final_report": ("실적보고", Settlement, final_report),
    "settled_notice": ("금액 확정 통지서", Settlement, settled_notice),
    "open_items": ("미결 목록", Plan, open_items),
}
"""kind → Korean title, the model whose id it is asked by, and the function."""
