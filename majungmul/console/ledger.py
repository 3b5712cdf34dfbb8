"""`majungmul ledger`: what each budget line of a year got, gave and has left."""

from typing import TYPE_CHECKING

from majungmul.console.arguments import Arguments
from majungmul.console.printing import console, grid, print_json
from majungmul.console.start import start
from majungmul.programmes.specification import programmes_of, specification
from majungmul.values.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from majungmul.books.ledger.queries import Figures, LineFigures

FIGURES = {
    "appropriated": "예산액",
    "committed": "교부결정(미교부)",
    "paid": "집행액",
    "returned": "반납액",
    "left": "남은 금액",
}
"""Each figure and its word."""


class NoBudgetThen(Refusal):
    """예산이 없는 해."""

    sentence = (
        "장부에 ‘{jurisdiction}’의 {year}년 예산이 없습니다. "
        "‘majungmul adopt --year {year} --jurisdiction {jurisdiction}’으로 계획을 옮겨 주십시오."
    )


def run(arguments: list[str]) -> int:
    """Print one row per line: with --json as plain won, for a person with sums."""
    parser = Arguments("ledger", "소요예산 항목마다 예산·집행·반납·남은 금액을 보여 줍니다.").with_year()
    options = parser.with_jurisdiction().parse_args(arguments)
    start()
    from majungmul.books.upkeep import versions  # noqa: PLC0415 - Django is started first

    versions.refuse_other()
    lines = lines_of(options.jurisdiction, options.year)
    if options.json:
        print_json([plain(line) for line in lines])
    else:
        show(options.jurisdiction, options.year, lines)
    return 0


def lines_of(code: str, year: int) -> "Sequence[LineFigures]":
    """The lines of a year. Refuses a jurisdiction or a year without any."""
    from majungmul.books.ledger import queries  # noqa: PLC0415 - Django is started first
    from majungmul.books.parties.queries.positions import jurisdiction_named  # noqa: PLC0415

    founded = jurisdiction_named(code)
    lines = queries.lines_of(founded.pk, year) if founded else []
    if not lines:
        raise NoBudgetThen(jurisdiction=code, year=year)
    return lines


def plain(line: "LineFigures") -> dict[str, str | int]:
    """A line as a program reads it, in won; paid is 집행액."""
    return {"programme": line.programme, "line": line.line, **_amounts(line)}


def show(code: str, year: int, lines: "Sequence[LineFigures]") -> None:
    """The lines as a person reads them: programme by programme, with sums."""
    from majungmul.books.ledger.queries import by_programme, whole  # noqa: PLC0415 - Django is started first

    shown = grid(f"{year}년 원장", "사업·항목", *FIGURES.values(), caption="(단위 : 원)")
    for column in shown.columns[1:]:
        column.justify = "right"
    for programme, sums in by_programme(lines).items():
        shown.add_row(_name(code, programme), *_printed(sums), style="bold")
        for line in lines:
            if line.programme == programme:
                shown.add_row(f"  {line.label}", *_printed(line))
    shown.add_section()
    shown.add_row("합계", *_printed(whole(lines)), style="bold")
    console().print(shown)


def _name(code: str, programme: str) -> str:
    """The programme's name, or its code where no specification has it."""
    return specification(code, programme).name if programme in programmes_of(code) else programme


def _printed(figures: "Figures") -> list[str]:
    return [f"{amount:,}" for amount in _amounts(figures).values()]


def _amounts(figures: "Figures") -> dict[str, int]:
    return {name: getattr(figures, name).amount for name in FIGURES}
