"""단계 — one application handed in and one claim paid, through the actions, with few in the books and with many."""

import os
import subprocess
import sys
from tempfile import TemporaryDirectory

PROGRAM = "import django; django.setup(); from bench.stages_measured import run; run()"


def run() -> int:
    """Measure in a process of its own, on embedded databases of its own; 1 where many cost too much more."""
    with TemporaryDirectory() as home:
        here = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}  # noqa: TID251
        own = {"MAJUNGMUL_HOME": home, "DJANGO_SETTINGS_MODULE": "majungmul.config.settings"}
        done = subprocess.run([sys.executable, "-c", PROGRAM], env={**here, **own}, check=False)  # noqa: S603 (ours)
    return done.returncode
