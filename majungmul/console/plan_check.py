"""`majungmul plan-check`: whether the arithmetic of a plan holds."""

from dataclasses import asdict

from majungmul.console.arguments import Arguments
from majungmul.console.printing import console, grid, print_json
from majungmul.programmes.observations import Note, notes_of
from majungmul.programmes.plan import plan
from majungmul.programmes.plan_tables import tables_of
from majungmul.proof import check
from majungmul.proof.finding import Finding


def run(arguments: list[str]) -> int:
    """Print findings and notes; 1 when there are findings."""
    parser = Arguments("plan-check", "계획의 계산을 검산합니다.").with_year().with_jurisdiction()
    options = parser.parse_args(arguments)
    chosen = plan(options.jurisdiction, options.year)
    findings, notes = check(tables_of(chosen)), notes_of(chosen)
    if options.json:
        print_json(
            {"findings": [asdict(finding) for finding in findings], "notes": [asdict(note) for note in notes]}
        )
    else:
        show(findings, notes)
    return 1 if findings else 0


def show(findings: list[Finding], notes: list[Note]) -> None:
    """Findings and notes as a person reads them."""
    found = grid(f"검산에서 찾은 것 {len(findings)}건", "어디", "적힌 값", "맞는 값", "설명")
    for finding in findings:
        found.add_row(finding.place, finding.printed, finding.expected, finding.sentence)
    console().print(found if findings else "검산에서 찾은 것이 없습니다.")
    seen = grid(f"살펴볼 것 {len(notes)}건 (틀린 것은 아님)", "설명")
    for note in notes:
        seen.add_row(note.sentence)
    if notes:
        console().print(seen)
