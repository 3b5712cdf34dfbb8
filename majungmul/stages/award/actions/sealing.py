"""시의 문서 — what the city decides holds by its paper of 온나라: its number and day, and 보탬e of today."""

from datetime import date

from majungmul.books.files.models import SealedStep
from majungmul.books.trail.models import Recorded
from majungmul.stages.award.models import Award
from majungmul.stages.award.queries import is_of_city
from majungmul.stages.plan.actions import sealing
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal

AWARD, CHANGE = "award", "award_change"
"""Which step of the row was sealed."""


class SealedBeforeDecided(Refusal):
    """결재보다 앞선 시행일."""

    sentence = (
        "시행일 {on:%Y. %-m. %-d.}이 결재를 올린 날·결재한 날({earliest:%Y. %-m. %-d.})보다 앞섭니다. "
        "온나라 문서의 시행일을 확인해 주십시오."
    )


class SealMissing(Refusal):
    """문서번호·시행일 없음."""

    sentence = "시의 결정은 온나라 문서로 시행해야 효력이 생깁니다. 그 문서의 문서번호와 시행일을 함께 적어 주십시오."


class SealNotNeeded(Refusal):
    """문서번호가 필요 없는 결정."""

    sentence = "이 결정은 마중물의 결재로 효력이 생깁니다. 문서번호와 시행일을 비우고 다시 해 주십시오."


def seal_step(row: Recorded, step: str, given: Seal, earliest: date, today: date) -> SealedStep:
    """시행 — the step of the row is sealed. Refuses a day before it was decided or to come, and 보탬e before it was."""
    if given.on < earliest:
        raise SealedBeforeDecided(on=given.on, earliest=earliest)
    return sealing.seal_step(row, step, given, today=today)


def seal_where_due(award: Award, row: Recorded, given: Seal | None, days: tuple[date, date]) -> None:
    """시행 — of what changes the city's own award: it needs its paper; another's has none.

    `days` are the earliest day that the paper may have, and today.
    """
    if not is_of_city(award):
        if given is not None:
            raise SealNotNeeded
        return
    if given is None:
        raise SealMissing
    earliest, today = days
    seal_step(row, CHANGE, given, earliest, today)
