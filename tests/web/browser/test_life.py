"""A whole life through Chromium, from the application to the settled award and the audit: every page looked at."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.web.browser import applying, claiming, contracting, reviewing, settling
from tests.web.browser.conftest import MAIN, ROOT, outer
from tests.web.browser.people import People, Step

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LIFE: tuple[Step, ...] = (
    settling.look_before,
    applying.apply,
    reviewing.ask_correction,
    applying.correct,
    reviewing.hand_in,
    reviewing.select,
    reviewing.tell,
    reviewing.draft_award,
    reviewing.award,
    contracting.enter,
    contracting.send_link,
    contracting.confirm,
    contracting.see,
    contracting.deliver,
    claiming.claim,
    claiming.examine,
    claiming.approve,
    claiming.pay,
    claiming.see,
    settling.begin,
    settling.fix,
    settling.see,
    settling.read_papers,
    settling.audit,
)


def test_a_whole_life(chrome: "Browser", site: str, home: Path, tmp_path: Path) -> None:
    people = People(chrome, site, tmp_path)
    for step in LIFE:
        step(people)
    assert people.wrong == []
    assert verified(home) == ""


def verified(home: Path) -> str:
    """What `majungmul verify` finds of the site's books; empty where all is well."""
    command = [sys.executable, "-c", MAIN, "verify"]
    env = outer() | {"MAJUNGMUL_HOME": str(home)}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.stdout, "verify says what it looked at"
    return "" if done.returncode == 0 else done.stdout + done.stderr
