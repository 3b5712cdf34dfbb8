"""한 해들 — a thousand random lives of thirty acts, each held against the plain year; ten minutes or so."""

import subprocess
import sys

FILE = "tests/lives/random_lives/thousand.py"


def run() -> int:
    """Live them, a quarter in each process; what pytest says, and 1 where one went wrong."""
    command = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "-p", "no:randomly", FILE]
    return int(subprocess.run(command, check=False).returncode != 0)  # noqa: S603 (ours)
