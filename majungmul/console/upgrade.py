"""`majungmul upgrade`: the database taken to the program's version, after a backup."""

import sys
from datetime import UTC, datetime

from majungmul.console.arguments import Arguments
from majungmul.console.printing import print_json
from majungmul.console.start import start


def run(arguments: list[str]) -> int:
    """Back up, migrate, and say what was done."""
    parser = Arguments("upgrade", "백업한 뒤 데이터베이스를 이 프로그램의 판으로 올립니다.")
    options = parser.parse_args(arguments)
    start()
    from majungmul.books.upkeep.upgrading import upgrade  # noqa: PLC0415 - Django is started first

    done = upgrade(datetime.now(UTC), lambda path: print(f"백업: {path}", file=sys.stderr, flush=True))
    steps = [f"{app} {name}" for app, name in done.steps]
    if options.json:
        print_json({"backup": str(done.backup) if done.backup else None, "applied": steps})
    elif not steps:
        print("데이터베이스가 이미 이 프로그램의 판입니다. 아무것도 바꾸지 않았습니다.")
    else:
        print(f"데이터베이스를 올렸습니다: {', '.join(steps)}")
        print(f"잘못되었으면 이 백업을 이전 판의 프로그램으로 빈 곳에 되살려 주십시오: {done.backup}")
    return 0
