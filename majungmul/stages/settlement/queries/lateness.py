"""늦은 보고 — until when a final report was due, how late it came, what that may cost; and whether it is verified."""

from datetime import date

from majungmul.books.duties.queries import duties_of
from majungmul.books.files.queries import uses_of
from majungmul.programmes.legislation import NotInForce, NotRead, Row, law_on
from majungmul.stages.award.models import Award
from majungmul.stages.settlement.models import Settlement
from majungmul.stages.settlement.queries.settling import plan_behind
from majungmul.values.calendar import months_after
from majungmul.values.won import Won, total

REPORT_DUTY = "final_report"
VERIFICATION = "verification_report"
CUTS = (
    (12, "report_late.from_12_months"),
    (6, "report_late.from_6_months"),
    (3, "report_late.from_3_months"),
)
"""From how many months on which cut is possible, the longest first."""


def report_due_on(award: Award) -> date | None:
    """실적보고 기한 — the last day of the plan's duty to report; None for an award below, which has no such day."""
    plan = plan_behind(award)
    duty = duties_of(plan).filter(code=REPORT_DUTY).first() if plan else None
    return duty.due_on if duty else None


def lateness_of(settlement: Settlement) -> str:
    """늦은 보고 — by how much, and what the law of that day may cut; empty where it came in time.

    법 제17조제3항 began on 2023-10-12: an earlier report says that there was no cut.
    """
    due, came = settlement.due_on, settlement.reported_on
    if due is None or came <= due:
        return ""
    late = (
        f"실적보고가 기한({_written(due)})보다 늦은 {_written(came)}에 들어왔습니다({_how_late(due, came)})."
    )
    if isinstance(cut := cut_on(due, came, settlement.jurisdiction.code), str):
        return f"{late} {cut}".strip()
    return (
        f"{late} {cut.article}: 이 보고 뒤 처음 교부하는 금액에서 {cut.number}{cut.unit}를 줄일 수 있습니다. "
        "줄일지는 담당자가 정합니다."
    )


def cut_on(due: date, came: date, jurisdiction: str) -> Row | str:
    """지연 삭감 — the rule for this lateness under the law of the day it came; a sentence where none holds."""
    for months, key in CUTS:
        if came >= months_after(due, months):
            try:
                return law_on(came, jurisdiction)[key]
            except NotRead:
                return "지연 삭감: 당시 법 확인 필요."
            except NotInForce:
                return "당시 법에는 늦은 보고에 따른 삭감이 없었습니다."
    return "삭감은 3개월 넘게 늦은 보고부터입니다." if _has_cuts(came, jurisdiction) else ""


def verification_needed(settlement: Settlement) -> Row | None:
    """검증보고서 — the rule that asks for it on the day of the report, or None (2018, or less than its threshold).

    The amount compared is what the award decided in all.
    """
    rule = law_on(settlement.reported_on, settlement.jurisdiction.code).get("verification.threshold")
    return rule if rule and decided_in_all(settlement) >= rule.won else None


def decided_in_all(settlement: Settlement) -> Won:
    """결정액 — of all lines, in won."""
    return total(line.decided for line in settlement.lines.all())


def is_verified(settlement: Settlement) -> bool:
    """Whether a 검증보고서 is among the report's files."""
    return uses_of(settlement).filter(purpose=VERIFICATION).exists()


def _has_cuts(day: date, jurisdiction: str) -> bool:
    return "report_late.from_3_months" in law_on(day, jurisdiction)


def _how_late(due: date, came: date) -> str:
    months = max((count for count in range(1, 121) if came >= months_after(due, count)), default=0)
    return f"{months}개월 넘게 늦음" if months else f"{(came - due).days}일 늦음"


def _written(day: date) -> str:
    return f"{day:%Y. %-m. %-d.}"
