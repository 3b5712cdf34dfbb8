"""`majungmul programme`: show a programme as the paper does, or check a specification file."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from majungmul.console.arguments import Arguments
from majungmul.console.printing import console, grid_of, print_json
from majungmul.programmes.checking import mistakes_in
from majungmul.programmes.form import Form
from majungmul.programmes.plan import plan, years_of
from majungmul.programmes.plan_tables import budget_of
from majungmul.programmes.specification import Line, Specification, Step, specification

if TYPE_CHECKING:
    from rich.table import Table as Grid


def run(arguments: list[str]) -> int:
    """`check FILE` or `show NAME`."""
    parser = Arguments("programme", "사업 명세를 보여 주거나 점검합니다.").with_jurisdiction()
    parser.add_argument("verb", choices=["check", "show"], metavar="check|show", help="점검 또는 보기")
    parser.add_argument("what", metavar="파일|이름", help="명세 파일(check) 또는 사업 이름(show)")
    options = parser.parse_args(arguments)
    if options.verb == "check":
        return check(Path(options.what), as_json=options.json)
    chosen = specification(options.jurisdiction, options.what)
    if options.json:
        print_json(chosen.model_dump(mode="json"))
    else:
        show(options.jurisdiction, options.what)
    return 0


def check(path: Path, *, as_json: bool) -> int:
    """Print every mistake of a specification file; 1 when there are any."""
    mistakes = mistakes_in(path)
    if as_json:
        print_json([asdict(mistake) for mistake in mistakes])
    else:
        for mistake in mistakes:
            print(mistake)
        print(f"{path}: 고칠 곳 {len(mistakes)}곳" if mistakes else f"{path}: 고칠 곳이 없습니다.")
    return 1 if mistakes else 0


def show(jurisdiction: str, name: str) -> None:
    """A programme in the order in which the paper describes one."""
    chosen, out = specification(jurisdiction, name), console()
    out.print(f"[bold]{chosen.name}[/bold]")
    out.print(f"  근거: {chosen.law}")
    _listed("사업목적", chosen.purpose)
    _listed("사업내용", (f"사업기간: {chosen.period}", f"지원대상: {chosen.target}", *chosen.contents))
    if chosen.procedure:
        out.print("\n○ 지원절차")
        out.print(diagram(chosen.procedure))
    _listed("기대효과", chosen.effects)
    _listed("지원 조건", tuple(_terms(line) for line in chosen.lines))
    for year in years_of(jurisdiction):
        budget = budget_of(plan(jurisdiction, year), name)
        if budget:
            out.print(f"\n○ 소요예산 ({year}년)")
            out.print(grid_of(budget))
    _listed("자격검토표", tuple(item.label for item in chosen.eligibility))
    _listed("결정에 붙는 조건", tuple(condition.text for condition in chosen.conditions))
    _listed("양식", tuple(_form(form) for form in chosen.forms.values()))
    _listed("참고", _notes(chosen))


def _listed(heading: str, items: tuple[str, ...]) -> None:
    if items:
        console().print("\n".join(["", f"○ {heading}", *(f"  - {item}" for item in items)]), markup=False)


def _terms(line: Line) -> str:
    """A line with the newest of its terms."""
    newest = line.versions[-1]
    since = f"{newest.period.since:%Y. %-m. %-d.}부터"
    return f"{line.label} ({line.code}, 받는 곳: {line.payee}) {since} {newest.rule.in_words}"


def _form(form: Form) -> str:
    """A form in one line: its parts with how much each asks, and its files."""
    sections = ", ".join(f"{section.label} {len(section.fields)}칸" for section in form.sections)
    must = sum(slot.required for slot in form.papers)
    return f"{form.title} ({form.code}): {sections}, 붙임 {len(form.papers)}가지(꼭 내는 것 {must}가지)"


def _notes(chosen: Specification) -> tuple[str, ...]:
    """Notes, other names, and what was assumed about the programme as a whole."""
    names = (f"다른 이름: {', '.join(chosen.also_named)}",) if chosen.also_named else ()
    assumed = tuple(f"가정 {key}: {reason}" for key, reason in chosen.assumed.items())
    return (*names, *chosen.notes, *assumed)


def diagram(procedure: tuple[Step, ...]) -> "Grid":
    """지원절차 — boxes and arrows, who acts below each box, and what is odd about it below all."""
    from rich.panel import Panel  # noqa: PLC0415 - JSON is printed without it
    from rich.table import Table as Grid  # noqa: PLC0415

    notes = [f"* {step.note}" for step in procedure if step.note]
    drawn = Grid.grid(padding=(0, 1))
    drawn.caption, drawn.caption_justify = "\n".join(notes) or None, "left"
    boxes: list[Panel | str] = []
    actors: list[str] = []
    for step in procedure:
        boxes += ["⇨", Panel(step.step, expand=False)]
        actors += ["", step.actor + ("*" if step.note else "")]
    for _ in boxes[1:]:
        drawn.add_column(justify="center", vertical="middle")
    drawn.add_row(*boxes[1:])
    drawn.add_row(*actors[1:])
    return drawn
