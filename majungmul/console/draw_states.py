"""상태 그림 — write `docs/states/<stage>.md` from the tables of transitions in each stage's `states.py`."""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from majungmul import stages
from majungmul.books.parties.rights import RIGHTS
from majungmul.books.parties.transitions import Transition
from majungmul.console.arguments import Arguments
from majungmul.console.printing import print_json

FOLDER = Path(__file__).parents[2] / "docs" / "states"

TITLES = {
    "plan": "지원계획",
    "call": "공모",
    "application": "신청",
    "review": "심사",
    "award": "결정",
    "delivery": "수행",
    "payment": "지급",
    "settlement": "정산",
}
"""The stages in the order of a subsidy's life, in Korean."""

HEAD = """\
# {title} — 상태와 이동 · `majungmul.stages.{stage}.states`

코드의 표에서 그린 것입니다(`majungmul draw-states`). 손으로 고치지 않습니다. 표에 없는 것은 거절됩니다.
Drawn from the tables in the code; whatever is not in them is refused.
"""

Table = tuple[Transition, ...]


def run(arguments: list[str]) -> int:
    """Write every stage's file again, and say where."""
    parser = Arguments("draw-states", "단계마다 상태 그림과 표를 다시 그립니다.")
    parser.add_argument(
        "--folder", type=Path, default=FOLDER, metavar="폴더", help="쓸 폴더(기본: docs/states)"
    )
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    for stage in built_stages():
        (options.folder / f"{stage}.md").write_text(drawn(stage), encoding="utf-8")
    if options.json:
        print_json({"folder": str(options.folder), "stages": built_stages()})
    else:
        print(f"{len(built_stages())}개 단계의 상태를 {options.folder}에 그렸습니다.")
    return 0


def built_stages() -> list[str]:
    """The stages that there are, in the order of a subsidy's life."""
    found = {each.name for each in iter_modules(stages.__path__)}
    return [*(stage for stage in TITLES if stage in found), *sorted(found - TITLES.keys())]


def tables(stage: str) -> dict[str, Table]:
    """Each table of transitions of a stage, by its name in `states.py`."""
    module = import_module(f"majungmul.stages.{stage}.states")
    return {name: value for name, value in vars(module).items() if _is_table(value)}


def beginnings(table: Table) -> set[str]:
    """The states in which a row may begin: those that an act makes, or the first where none is said to."""
    made = {str(each.after.value) for each in table if each.before is None}
    return made or {str(type(table[0].after).values[0])}


def endings(table: Table) -> set[str]:
    """The states that nothing leads out of."""
    left = {each.before for each in table if each.before not in (None, each.after)}
    return {str(state.value) for state in type(table[0].after) if state not in left}


def drawn(stage: str) -> str:
    """The whole file of a stage: for each of its tables a diagram, and the table itself."""
    parts = [HEAD.format(title=TITLES.get(stage, stage), stage=stage)]
    for table in tables(stage).values():
        term = (type(table[0].after).__doc__ or "").partition(" — ")[0]
        parts += [f"## {term}\n", _diagram(table), _listed(table)]
    return "\n".join(parts)


def _is_table(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(each, Transition) for each in value)


def _diagram(table: Table) -> str:
    """The states with their Korean names, and one arrow between any two, with all acts that lead there."""
    states = list(type(table[0].after))
    acts: dict[str, list[str]] = {}
    for each in table:
        acts.setdefault(_arrow(each), []).append(RIGHTS[each.act].name)
    names = [f"    {state.value}: {state.label}" for state in states]
    made = any(each.before is None for each in table)
    starts = [] if made else [f"    [*] --> {state}" for state in beginnings(table)]
    arrows = [f"    {arrow}: {'<br>'.join(by)}" for arrow, by in acts.items()]
    ends = [f"    {state.value} --> [*]" for state in states if state.value in endings(table)]
    return "\n".join(["```mermaid", "stateDiagram-v2", *names, *starts, *arrows, *ends, "```", ""])


def _arrow(each: Transition) -> str:
    return f"{'[*]' if each.before is None else each.before.value} --> {each.after.value}"


def _listed(table: Table) -> str:
    """The table for people: act, from, to, who, law."""
    rows = [
        f"| {RIGHTS[each.act].name} | {each.before.label if each.before else '–'} | {each.after.label} "
        f"| {each.who} | {each.law} |"
        for each in table
    ]
    return "\n".join(["| 일 | 앞 상태 | 뒤 상태 | 누가 | 근거 |", "|---|---|---|---|---|", *rows, ""])
