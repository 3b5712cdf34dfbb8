"""시작 시간 — how long a command takes that needs no database."""

import subprocess
import sys
from statistics import median
from time import perf_counter

RUNS = 9
COMMANDS = (
    ["--help"],
    ["figures", "--year", "2018", "--json"],
    ["plan-check", "--year", "2018", "--json"],
    ["programme", "show", "trade_collaboration"],
    ["assumptions", "--json"],
)


def run() -> None:
    """Print the median of each command."""
    for command in COMMANDS:
        seconds = median(_once(command) for _ in range(RUNS))
        print(f"majungmul {' '.join(command):<36} {seconds * 1000:>6.0f}ms (가운데 값, {RUNS}번)")


def _once(command: list[str]) -> float:
    program = "import sys; from majungmul.console.main import main; sys.exit(main())"
    start = perf_counter()
    subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program, *command], stdout=subprocess.DEVNULL, check=False
    )
    return perf_counter() - start
