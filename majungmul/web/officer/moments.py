"""때 — a day and an hour as people type them: `18:00`, `18시 30분`, `오후 6시`."""

import re
from datetime import date, datetime, time

from django.utils import timezone

from majungmul.programmes.form import Field
from majungmul.programmes.form_answers import FieldMistake
from majungmul.values.refusal import Refusal
from majungmul.web.forms.asking import IT, field

CLOCK = re.compile(r"(오전|오후)?\s*([0-9]{1,2})\s*(?:시\s*(?:([0-9]{1,2})\s*분?)?|:\s*([0-9]{2}))?")
NOON, DAY = 12, 24


class NotAClock(Refusal):
    """시각의 모양."""

    sentence = "시각을 읽을 수 없습니다(‘{found}’). ‘18:00’이나 ‘오후 6시’처럼 적어 주십시오."

    def __init__(self, place: str, found: str) -> None:
        """Keep the field at which it stands."""
        super().__init__(found=found[:20])
        self.mistakes = (FieldMistake(place, str(self)),)


def day_and_hour(code: str, label: str, *, hour: str = "18:00", help: str = "") -> tuple[Field, Field]:  # noqa: A002 - the word of the specification
    """날짜와 시각의 칸 — two fields: `<code>_on` and `<code>_hour`."""
    return (
        field(f"{code}_on", f"{label} 날짜", "day", help=help, example="2026. 12. 1."),
        field(f"{code}_hour", f"{label} 시각", limit=20, example=hour),
    )


def instant(code: str, values: dict[str, object], *, section: str = IT) -> datetime:
    """때 — of the two fields of `day_and_hour`. Refuses (NotAClock) an hour that nobody can read."""
    on, typed = values[f"{code}_on"], str(values[f"{code}_hour"])
    match = CLOCK.fullmatch(typed.strip())
    hour, minute = _hour(match) if match else (DAY, 0)
    if not isinstance(on, date) or hour >= DAY or minute >= 60:  # noqa: PLR2004 - minutes of an hour
        raise NotAClock(f"{section}.{code}_hour", typed)
    return timezone.make_aware(datetime.combine(on, time(hour, minute)))


def typed_instant(code: str, at: datetime) -> dict[str, str]:
    """What stands in the two fields for an instant."""
    here = timezone.localtime(at)
    return {f"{code}_on": f"{here:%Y. %-m. %-d.}", f"{code}_hour": f"{here:%H:%M}"}


def _hour(match: re.Match[str]) -> tuple[int, int]:
    half, hour, minute = match[1], int(match[2]), int(match[3] or match[4] or 0)
    if half and not 1 <= hour <= NOON:
        return DAY, 0
    if half:
        hour = hour % NOON + (NOON if half == "오후" else 0)
    return hour, minute
