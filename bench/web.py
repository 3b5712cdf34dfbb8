"""창구 — the CPU and the queries of a page, and of an application handed in, through HTTP."""

import os
import subprocess
import sys
from tempfile import TemporaryDirectory

PROGRAM = "import django; django.setup(); from bench.web_measured import run; run()"


def run() -> int:
    """Measure in a process of its own, on the told story; 1 where a page's queries grow with its rows."""
    with TemporaryDirectory() as home:
        here = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}  # noqa: TID251
        own = {"MAJUNGMUL_HOME": home, "DJANGO_SETTINGS_MODULE": "majungmul.config.settings"}
        done = subprocess.run([sys.executable, "-c", PROGRAM], env={**here, **own}, check=False)  # noqa: S603 (ours)
    return done.returncode
