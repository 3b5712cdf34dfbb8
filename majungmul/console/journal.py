"""`majungmul journal`: the whole ledger as a beancount journal, for a program that is not ours to check."""

from pathlib import Path

from majungmul.console.arguments import Arguments
from majungmul.console.printing import print_json
from majungmul.console.start import start
from majungmul.values.refusal import Refusal


class NoSuchJurisdiction(Refusal):
    """없는 자치단체."""

    sentence = (
        "‘{code}’(이)라는 자치단체가 데이터베이스에 없습니다. --jurisdiction 에 부호를 바로 적어 주십시오."
    )


def run(arguments: list[str]) -> int:
    """Write the file, and say how many lines it has."""
    parser = Arguments("journal", "원장 전체를 beancount 분개장으로 적습니다.").with_jurisdiction()
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="파일", help="쓸 파일(.beancount)"
    )
    parser.add_argument("--force", action="store_true", help="같은 이름의 파일을 덮어씁니다")
    options = parser.parse_args(arguments)
    start()
    from majungmul.books.upkeep import versions  # noqa: PLC0415 - Django is started first

    versions.refuse_other()
    lines = write(options.jurisdiction, options.output, replace=options.force)
    if options.json:
        print_json({"written": str(options.output), "lines": lines})
    else:
        print(f"{options.output}에 분개장 {lines:,}줄을 적었습니다. 확인: bean-check {options.output}")
    return 0


def write(code: str, path: Path, *, replace: bool) -> int:
    """The journal of a jurisdiction as it is now; how many lines. Refuses one that there is not."""
    from majungmul.books.ledger import journal  # noqa: PLC0415 - Django is started first
    from majungmul.books.parties.queries.positions import jurisdiction_named  # noqa: PLC0415
    from majungmul.books.trail.whole import one_instant  # noqa: PLC0415
    from majungmul.books.upkeep.durable import new_file  # noqa: PLC0415

    chosen = jurisdiction_named(code)
    if chosen is None:
        raise NoSuchJurisdiction(code=code)
    lines = 0
    with new_file(path, replace=replace) as file, one_instant():
        for line in journal.written(chosen.pk):
            file.write(f"{line}\n".encode())
            lines += 1
    return lines
