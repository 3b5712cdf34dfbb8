"""`majungmul backup`: the database and the stored files in one file."""

from datetime import UTC, datetime
from pathlib import Path

from majungmul.console.arguments import Arguments
from majungmul.console.printing import print_json
from majungmul.console.start import start


def run(arguments: list[str]) -> int:
    """Write the file and say what is in it; 1 when a stored file was damaged already."""
    parser = Arguments("backup", "데이터베이스와 보관 파일을 파일 하나에 담습니다. 일하는 동안에도 됩니다.")
    parser.add_argument("file", type=Path, metavar="파일", help="새로 쓸 파일")
    options = parser.parse_args(arguments)
    start()
    from majungmul.books.upkeep.backup import back_up  # noqa: PLC0415 - Django is started first

    made = back_up(options.file, datetime.now(UTC))
    if options.json:
        print_json({"written": str(options.file), **made.summary})
    else:
        print(f"{options.file}에 담고 다시 읽어 확인했습니다: {made}")
        print("개인정보가 들어 있습니다. 이 컴퓨터가 아닌 안전한 곳에 보관해 주십시오.")
        for sha256 in made.damaged:
            print(f"담지 못한 보관 파일(없거나 바뀜): {sha256}")
    return 1 if made.damaged else 0
