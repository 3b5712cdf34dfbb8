"""명령줄 — what commands have in common in reading their arguments."""

import sys
from argparse import ArgumentParser
from typing import NoReturn

EXIT_USAGE = 2


class Arguments(ArgumentParser):
    """명령줄 읽기 — argparse that says in Korean how the command is written."""

    def __init__(self, command: str, description: str) -> None:
        """A parser for one command, with `--json`."""
        super().__init__(prog=f"majungmul {command}", description=description, allow_abbrev=False)
        self.add_argument("--json", action="store_true", help="JSON 값 하나로 출력")

    def with_jurisdiction(self) -> "Arguments":
        """The same, with `--jurisdiction`."""
        self.add_argument("--jurisdiction", default="seoul", metavar="이름", help="자치단체(기본: seoul)")
        return self

    def with_year(self) -> "Arguments":
        """The same, with `--year`."""
        self.add_argument("--year", type=int, default=2018, metavar="연도", help="회계연도(기본: 2018)")
        return self

    def error(self, message: str) -> NoReturn:
        """Say how the command is written, and end with status 2."""
        print(f"명령을 다시 확인해 주십시오({message}).\n{self.format_usage()}", end="", file=sys.stderr)
        sys.exit(EXIT_USAGE)
