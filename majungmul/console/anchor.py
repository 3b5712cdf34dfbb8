"""`majungmul anchor`: the ends of all chains, in a small file to be kept elsewhere."""

from datetime import UTC, datetime
from pathlib import Path

from majungmul.console.arguments import Arguments
from majungmul.console.printing import print_json
from majungmul.console.start import start


def run(arguments: list[str]) -> int:
    """Write the file, and say what it holds."""
    parser = Arguments("anchor", "이력의 끝을 따로 보관할 파일로 적습니다.")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="파일", help="새로 쓸 파일")
    options = parser.parse_args(arguments)
    start()
    from majungmul.books.trail import anchor  # noqa: PLC0415 - Django is started first
    from majungmul.books.upkeep import durable, versions  # noqa: PLC0415

    versions.refuse_other()
    durable.refuse_taken(options.output)
    with durable.writing_to(options.output):
        heads = anchor.write(options.output, datetime.now(UTC))
    if options.json:
        said = [
            {"jurisdiction": str(of), "number": head.number, "hash": head.hash} for of, head in heads.items()
        ]
        print_json({"written": str(options.output), "heads": said})
        return 0
    print(f"{options.output}에 이력의 끝 {len(heads)}개를 적었습니다.")
    for head in heads.values():
        print(f"  {head.number:,}번까지 · {head.hash}")
    print("이 컴퓨터가 아닌 곳에 보관해 주십시오. 확인: majungmul verify --anchor 파일")
    return 0
