"""열람 — who looked at whose personal data, and why: written before anything is shown."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction  # noqa: TID251 - a read is no action: it has a transaction of its own

from majungmul.books.trail.models import Reading
from majungmul.books.trail.recorded import Recorded
from majungmul.books.trail.running import OtherJurisdiction
from majungmul.books.trail.turn import turn
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal


class NoReason(Refusal):
    """열람 사유 없음."""

    sentence = "개인정보를 보려면 까닭을 적어 주십시오."
    law = "개인정보의 안전성 확보조치 기준 제8조"


@contextmanager
def reading(actor: Actor, whose: Recorded, why: str) -> Iterator[Reading]:
    """열람 — inside, the personal data of `whose` may be shown: that it was is stored already.

    Refuses without a reason, and for another jurisdiction.
    """
    if not why.strip():
        raise NoReason
    if whose.jurisdiction_id != actor.jurisdiction:
        raise OtherJurisdiction(row=whose._meta.verbose_name)
    with turn(), transaction.atomic(durable=True):
        read = Reading.objects.create(
            jurisdiction=actor.jurisdiction,
            person=actor.person,
            position=actor.position,
            title=actor.title,
            for_title=actor.for_title,
            whose_model=whose._meta.label_lower,
            whose=whose.pk,
            why=why.strip(),
            request=actor.request,
        )
    yield read
