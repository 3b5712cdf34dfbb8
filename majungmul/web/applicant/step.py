"""진행표의 단계 — one thing that happened to an application, happens now, or comes next."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from majungmul.web.words import day, moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """단계 — its title, when it was, what is to be known of it; `done`, `now` or to come; until when, a link."""

    title: str
    when: date | datetime | None = None
    text: str = ""
    state: str = "done"
    until: date | None = None
    link: tuple[str, str] | None = None

    @property
    def words(self) -> str:
        """When it was, for people: with the time of the day where it is known."""
        return moment(self.when) if isinstance(self.when, datetime) else day(self.when)

    @property
    def day(self) -> date:
        """The day on which it was; what has none stands where its stage put it."""
        if isinstance(self.when, datetime):
            return timezone.localdate(self.when)
        return self.when or date.max
