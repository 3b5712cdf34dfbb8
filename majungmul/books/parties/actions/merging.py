"""합치기 — two rows of one body: both stay, and one points at the other."""

from datetime import datetime
from uuid import UUID

from majungmul.books.parties import written
from majungmul.books.parties.actions.bodies import live
from majungmul.books.parties.models import Organisation
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal


class WithItself(Refusal):
    """스스로와 합치기."""

    sentence = "‘{name}’을(를) 스스로와 합칠 수 없습니다. 다른 단체를 골라 주십시오."


class NumberWouldBeHidden(Refusal):
    """번호가 있는 쪽을 남김."""

    sentence = (
        "‘{name}’에는 사업자등록번호가 있고 남길 단체에는 없습니다. 거꾸로, 번호가 있는 쪽으로 합쳐 주십시오."
    )


@action("organisation.merged")
def merge(
    absorbed_id: UUID, standing_id: UUID, reason: str, *, by: Actor, at: datetime, key: str
) -> Organisation:
    """같은 단체 합치기 — a person found that two rows are one body. Returns the one that points at the other.

    Names, representatives, accounts, sanctions, money received stay where they are, and are asked for
    together (`queries.bodies.family`). Refuses a row merged already, and one with a number into one without.
    """
    absorbed = live(absorbed_id, "parties.merge", by)
    other = live(standing_id, "parties.merge", by)
    if absorbed.pk == other.pk:
        raise WithItself(name=absorbed.name)
    if absorbed.business_number and not other.business_number:
        raise NumberWouldBeHidden(name=absorbed.name)
    absorbed.merged_into = other
    absorbed.merge_reason = written.line(Organisation, "merge_reason", reason)
    absorbed.save()
    return absorbed
