"""결정은 지급을 모른다 — no import, no name and no text of the stage speaks of what is paid out."""

import re
from pathlib import Path

from majungmul.stages import award

HOME = Path(award.__file__).parent
OF_PAYMENT = re.compile(r"지급|payment|\bpa(?:y|ys|id)\b|\bClaim\b", re.IGNORECASE)


def spoken_of(text: str) -> list[str]:
    """The lines that speak of it."""
    return [line for line in text.splitlines() if OF_PAYMENT.search(line)]


def test_nothing_in_the_stage_speaks_of_payment() -> None:
    files = [path for path in HOME.rglob("*.py") if "migrations" not in path.parts]
    assert len(files) > 20
    assert {path.name: lines for path in files if (lines := spoken_of(path.read_text()))} == {}


def test_the_check_finds_what_is_planted() -> None:
    planted = "from majungmul.stages.payment import actions\nclaim: Claim\n'지급 통지'\nonce paid"
    assert len(spoken_of(planted)) == 4
    assert spoken_of("돈이 나갔습니다. payee 이사장") == []
