"""기간이 있는 사실 — what holds from a day until a day."""

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from majungmul.books.trail.models import Recorded


class Dated(Recorded):
    """기간이 있는 사실 — holds in `[since, until)`, or from `since` until further notice.

    Where both days are the same it never came to hold: so a mistake is taken back, and its row stays.
    """

    since = models.DateField("시작일")
    until = models.DateField("종료일", null=True, blank=True)

    class Meta:
        """No table of its own."""

        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")) | Q(until=None), name="%(class)s_ends_after_it_begins"
            )
        ]

    @property
    def last_day(self) -> date | None:
        """The last day that counts; None until further notice."""
        return self.until and self.until - timedelta(days=1)

    def holds(self, on: date) -> bool:
        """Whether it holds on a day."""
        return self.since <= on and (self.until is None or on < self.until)

    def end(self, on: date) -> None:
        """Let it hold no longer from this day on; what has not begun by then is taken back. Saves nothing."""
        self.until = max(on, self.since)

    @property
    def never_held(self) -> bool:
        """Whether it was taken back before it came to hold."""
        return self.since == self.until


def holds_on(on: date) -> Q:
    """The condition of what holds on a day."""
    return Q(since__lte=on) & (Q(until=None) | Q(until__gt=on))
