"""Chromium for the tests in a browser: found, or installed as a system package, or said in one line to be missing."""

import os
import shutil
import subprocess
from functools import cache

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "Chromium이 없어 브라우저로 보는 테스트를 돌리지 못했습니다. 설치: sudo apt install chromium fonts-nanum"
)


@cache
def chromium() -> str:
    """Where it is; empty where it is neither there nor to be had."""
    return _found() or _installed()


def _found() -> str:
    return next((path for name in NAMES if (path := shutil.which(name))), "")


def _installed() -> str:
    """Debian's own package, where we may install it."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return ""
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}  # noqa: TID251 (handed on)
    for command in (["update"], ["install", "-y", "--no-install-recommends", "chromium", "fonts-nanum"]):
        done = subprocess.run(["apt-get", "-q", *command], env=env, capture_output=True, check=False)  # noqa: S607
        if done.returncode:
            return ""
    return _found()
