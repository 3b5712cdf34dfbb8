"""`majungmul restore`: a backup brought back into an empty database, and verified."""

from pathlib import Path

from majungmul.console import verify
from majungmul.console.arguments import Arguments
from majungmul.console.printing import print_json
from majungmul.console.start import start


def run(arguments: list[str]) -> int:
    """Bring it back and say what verification finds; 1 when anything is wrong, as it was in the backup."""
    parser = Arguments("restore", "백업을 빈 데이터베이스에 되살리고 검증합니다.")
    parser.add_argument("file", type=Path, metavar="파일", help="‘majungmul backup’으로 만든 파일")
    options = parser.parse_args(arguments)
    start()
    from majungmul.books.upkeep.restoring import restore  # noqa: PLC0415 - Django is started first
    from majungmul.books.upkeep.verification import verify as verified  # noqa: PLC0415

    back = restore(options.file)
    found = verified({})
    if options.json:
        print_json({"restored": str(options.file), **back.summary, "verification": verify.plain(found)})
    else:
        print(f"{options.file}을(를) 되살렸고, 백업과 모두 같습니다: {back}")
        verify.show(found)
    return 0 if found.is_clean else 1
