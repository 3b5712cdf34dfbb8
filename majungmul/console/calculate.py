"""`majungmul calculate`: a whole list of claims, each amount with its sentence."""

import sys
from argparse import Namespace
from collections import Counter
from pathlib import Path

from majungmul.console.arguments import Arguments
from majungmul.console.printing import console, grid, print_json
from majungmul.formats.csv_file import write_csv
from majungmul.formats.records import ColumnName, PartlyRead, Record, read_records
from majungmul.programmes.calculating import Outcome, calculate
from majungmul.programmes.cases import example_of
from majungmul.programmes.claims import read_claims
from majungmul.programmes.columns import columns_of
from majungmul.programmes.specification import Line, specification
from majungmul.values.mistake import Mistake, Mistaken
from majungmul.values.won import total


def run(arguments: list[str]) -> int:
    """Print `id, amount, because` for every row of a list, or write an example list to start from."""
    options = _parse(arguments)
    chosen = specification(options.jurisdiction, options.programme)
    line = chosen.line(options.line or chosen.main_line)
    if options.example:
        return _write_example(options, line)
    outcomes = work_out(Path(options.file), line)
    if options.json:
        print_json([_plain(outcome) for outcome in outcomes])
    else:
        _show(f"{chosen.name} · {line.label}", outcomes)
    return 0


def _parse(arguments: list[str]) -> Namespace:
    parser = Arguments("calculate", "청구 목록의 지원액을 계산합니다.").with_jurisdiction()
    parser.add_argument("programme", metavar="사업", help="사업 이름(예: interest_support)")
    parser.add_argument("file", metavar="파일", nargs="?", help="CSV 또는 XLSX 파일")
    parser.add_argument("--line", metavar="항목", help="소요예산 항목(기본: support 또는 하나뿐인 항목)")
    parser.add_argument("--example", action="store_true", help="채워 쓸 예시 파일을 만듭니다")
    options = parser.parse_intermixed_args(arguments)  # the file may stand behind --example
    if not options.file and not options.example:
        parser.error("계산할 파일 이름이 빠졌습니다")
    return options


def work_out(path: Path, line: Line) -> list[Outcome]:
    """Every row of a file, worked out. Refuses (Mistaken) with all cells that cannot be read."""
    columns = columns_of(line)
    asked = [ColumnName(column.heading, column.aliases, column.required) for column in columns]
    mistakes: list[Mistake] = []
    try:
        records = read_records(path, asked)
    except PartlyRead as partly:
        records, mistakes = list(partly.records), list(partly.mistakes)
    claims, misreads = read_claims(line, [record.cells for record in records])
    for wrong in misreads:
        mistakes.append(Mistake(records[wrong.index].place(wrong.heading), wrong.sentence))
    if mistakes:
        raise Mistaken(mistakes)
    _warn_of_repeats(line, records)
    return calculate(line, claims)


def _warn_of_repeats(line: Line, records: list[Record]) -> None:
    """Say on stderr which numbers stand twice in the list; the rows of 실비 belong together by theirs."""
    if line.rule == "actual_cost":
        return
    heading = columns_of(line)[0].heading
    for number, times in Counter(record.cells[heading] for record in records).items():
        if times > 1:
            print(
                f"번호 ‘{number}’이(가) {times}번 있습니다. 같은 건을 두 번 적지 않았는지 확인해 주십시오.",
                file=sys.stderr,
            )


def _write_example(options: Namespace, line: Line) -> int:
    """Write a list to start from: the headings, and rows of the worked examples."""
    headings = [column.heading for column in columns_of(line)]
    rows = example_of(options.jurisdiction, options.programme, line.code)
    target = Path(options.file or f"{options.programme}-{line.code}-example.csv")
    write_csv(target, headings, [[row.get(heading, "") for heading in headings] for row in rows])
    if options.json:
        print_json({"written": str(target)})
    else:
        print(f"{target} 파일을 만들었습니다. 내용을 고쳐 쓴 뒤 다음 명령으로 계산해 주십시오.")
        print(f"  majungmul calculate {options.programme} --line {line.code} {target}")
    return 0


def _plain(outcome: Outcome) -> dict[str, str | int]:
    plain: dict[str, str | int] = {
        "id": outcome.id,
        "amount": outcome.amount.amount,
        "because": outcome.because,
    }
    return plain if outcome.refused is None else {**plain, "refused": outcome.refused}


def _show(title: str, outcomes: list[Outcome]) -> None:
    """The list as a person reads it, with its sum."""
    shown = grid(title, "번호", "지원액", "까닭")
    shown.columns[1].justify = "right"
    for outcome in outcomes:
        shown.add_row(outcome.id, str(outcome.amount), outcome.because)
    shown.add_section()
    shown.add_row("합계", str(total(outcome.amount for outcome in outcomes)), f"{len(outcomes):,}건")
    console().print(shown)
