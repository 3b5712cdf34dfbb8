"""잇기 — one after another: what held until now ends on the day on which the next begins."""

from typing import TypeVar

from django.db.models import F, QuerySet

from majungmul.books.parties.models import Dated, holds_on
from majungmul.values.refusal import Refusal

Fact = TypeVar("Fact", bound=Dated)


class LaterAlready(Refusal):
    """뒤의 기록이 있음."""

    sentence = (
        "{since:%Y. %-m. %-d.}부터의 {what} 기록이 이미 있습니다. "
        "그보다 늦은 날을 적거나, 그 기록을 먼저 고쳐 주십시오."
    )


def succeed(new: Fact, earlier: QuerySet[Fact]) -> Fact:
    """잇기 — the new fact, saved; what of `earlier` holds on its first day ends then. Refuses a later one."""
    later = earlier.exclude(until=F("since")).filter(since__gt=new.since).order_by("since").first()
    if later is not None:
        raise LaterAlready(what=new._meta.verbose_name, since=later.since)
    for former in earlier.filter(holds_on(new.since)):
        former.end(new.since)
        former.save()
    new.save()
    return new
