"""정산 — of each award by the operator, then of the whole by the city: reported, fixed, returned, closed."""

from collections.abc import Callable
from datetime import datetime

from majungmul.stages.award.queries import lines_of as award_lines
from majungmul.stages.plan import actions as plan
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.queries import lines_of
from majungmul.story.cases import Case
from majungmul.story.grant import OFFICE, Papers, tell_fulfilled
from majungmul.story.people import APPROVER, CITY_APPROVER, CITY_OFFICER, OFFICER
from majungmul.story.scans import scan
from majungmul.story.telling import Row, Rows, Script
from majungmul.values.actor import Actor
from majungmul.values.won import Won


def tell_settlement(script: Script, case: Case, day: tuple[int, int]) -> None:
    """조합의 정산 — decided, paid, recognised and unspent of one award."""
    name, who = f"{case.body}.settlement", case.of.name
    opened = (script.pk(f"{case.body}.award"), "모든 거래를 마치고 지원금을 받음(가상)")
    script.add(script.on(*day), name, f"{who} 정산 시작", settlement.open_settlement, OFFICER, *opened)
    row = script.pk(name)
    looked = script.row(name)
    script.add(script.on(*day, 11), f"{name}.looked", f"{who} 정산 심사", examine_all, OFFICER, looked)
    said = (row, "지급액과 증빙이 맞음", None)
    script.add(
        script.on(*day, 14), f"{name}.submitted", f"{who} 정산 결재 올림", settlement.submit, OFFICER, *said
    )
    script.add(script.on(*day, 16), f"{name}.fixed", f"{who} 금액 확정", settlement.fix, APPROVER, row)


def tell_final(script: Script, papers: Papers, interest: dict[str, int]) -> None:
    """출납폐쇄; in the next year 실적보고 → 심사 → 금액 확정 → 반납 → 정산 완료 → 마감."""
    year = script.pk("plan")
    script.add(script.on(12, 31, 18), "plan.cut_off", "출납폐쇄", plan.cut_off, CITY_APPROVER, year)
    _tell_report(script, papers, interest)
    name = "grant.settlement"
    row, looked = script.pk(name), script.row(name)

    def then(day: tuple[int, int], what: str, verb: Callable[..., Row], by: str, *args: object) -> None:
        at = script.on(*day, later=1)
        script.add(at, f"{name}.{day[0]}.{day[1]}", what, verb, by, *args)

    then((2, 11), "정산 심사", examine_all, CITY_OFFICER, looked)
    tell_fulfilled(script, "final_report", script.on(2, 11, 15, later=1))
    said = (row, "보고한 집행액을 모두 인정함", script.at(3, 29, later=1).date())
    then((2, 12), "정산 결재 올림", settlement.submit, CITY_OFFICER, *said)
    then((2, 13), "금액 확정 결재", settlement.approve, CITY_APPROVER, row)
    sealed = papers.seal(90, script.at(2, 14, later=1).date())
    then((2, 14), "금액 확정", settlement.take_effect, CITY_OFFICER, row, sealed)
    then((3, 20), "반납 확인", settlement.receive_return, CITY_OFFICER, row)
    then((3, 21), "정산 완료", settlement.close, CITY_OFFICER, row)
    then((3, 29), "마감", settlement.close_year, CITY_APPROVER, year)


def _tell_report(script: Script, papers: Papers, interest: dict[str, int]) -> None:
    """실적보고 — with 정산보고서, 통장 거래내역 and the interest that the operator's account bore."""

    def reported(rows: Rows) -> tuple[settlement.LineReport, ...]:
        return tuple(
            settlement.LineReport(line=line.pk, interest=Won(interest.get(line.code, 0)))
            for line in award_lines(rows[script.name("grant")])
        )

    def attached(rows: Rows) -> settlement.ReportPapers:
        year = f"{script.year}년"
        return settlement.ReportPapers(
            files={
                "settlement_statement": scan("정산보고서", f"{year} 협동조합 간 협업 지원")(rows),
                "bank_statement": scan("통장 거래내역", f"{year}, 이자 포함")(rows),
            },
            letter=papers.seal(310, script.at(1, 30, later=1).date(), OFFICE),
        )

    summary = "조합의 거래를 마치고 지원금을 지급함. 쓰고 남은 금액과 이자를 반납하겠음(가상)"
    report = (script.pk("grant"), summary, reported, attached)
    at = script.on(1, 30, later=1)
    script.add(at, "grant.settlement", "실적보고", settlement.report, OFFICER, *report)


def examine_all(row: Row, *, by: Actor, at: datetime, key: str) -> Row:
    """정산 심사 — every line as it was reported. Returns the last line."""
    line = None
    for each in lines_of(row):
        line = settlement.examine(each.pk, each.reported, by=by, at=at, key=f"{key}:{each.order}")
    return line
