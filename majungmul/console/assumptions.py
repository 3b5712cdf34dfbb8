"""`majungmul assumptions`: all that was assumed, for the officer to confirm."""

from dataclasses import asdict

from majungmul.console.arguments import Arguments
from majungmul.console.printing import console, grid, print_json
from majungmul.programmes.assumptions import assumptions


def run(arguments: list[str]) -> int:
    """Print every assumption with its key, value, reason, file and line."""
    options = Arguments("assumptions", "가정한 것을 모두 보여 줍니다.").parse_args(arguments)
    found = assumptions()
    if options.json:
        print_json([asdict(assumption) for assumption in found])
        return 0
    shown = grid(f"가정한 것 {len(found)}건 — 담당자가 확인할 것", "무엇", "둔 값", "까닭", "파일:행")
    for each in found:
        shown.add_row(each.key, each.value, each.reason, f"{each.file}:{each.line}")
    console().print(shown)
    return 0
