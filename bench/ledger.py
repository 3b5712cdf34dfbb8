"""원장 — transfers through actions against raw commits of the same file; recomputing; a line's figures."""

import os
import subprocess
import sys
from tempfile import TemporaryDirectory

PROGRAM = "import django; django.setup(); from bench.ledger_measured import run; run()"


def run() -> None:
    """Measure in a process of its own, on an embedded database of its own, which is gone afterwards."""
    with TemporaryDirectory() as home:
        here = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}  # noqa: TID251
        own = {"MAJUNGMUL_HOME": home, "DJANGO_SETTINGS_MODULE": "majungmul.config.settings"}
        subprocess.run([sys.executable, "-c", PROGRAM], env={**here, **own}, check=True)  # noqa: S603 (ours)
