"""2차 교부 예정 — the city says when it means to pay out the rest: the 중간점검 is due the day before."""

from datetime import date, datetime
from itertools import product
from uuid import UUID

from django.utils import timezone

from majungmul.books.duties.actions import move
from majungmul.books.duties.models import Duty
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.programmes.duties import duties_after
from majungmul.stages.award.models import Award
from majungmul.stages.delivery.actions.contracts import refuse_without_effect
from majungmul.stages.delivery.actions.sane import near
from majungmul.stages.delivery.actions.watching import CHECK, refuse_ungranted
from majungmul.stages.delivery.models import SecondDisbursement
from majungmul.stages.delivery.queries.lists import checks_of
from majungmul.stages.plan.actions.owing import CITY, owe_after
from majungmul.stages.plan.queries.days_off import days_off
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal

EVENT = "second_disbursement.planned"


class PlannedInPast(Refusal):
    """지난 교부 예정일."""

    sentence = "2차 교부 예정일 {day:%Y. %-m. %-d.}은(는) 지났습니다. 앞으로 교부할 날을 적어 주십시오."


class CheckedAlready(Refusal):
    """이미 마친 중간점검."""

    sentence = "중간점검을 {day:%Y. %-m. %-d.}에 이미 마쳤습니다. 바로 2차 교부를 진행해 주십시오."


@action("award.second_disbursement_planned")
def plan_second_disbursement(
    award_id: UUID, on: date, *, by: Actor, at: datetime, key: str
) -> SecondDisbursement:
    """2차 교부 예정 — the 중간점검 is owed by the day before, under the law of today. Returns what is planned.

    Planned anew, the duty moves to the new day. In a year whose law knew no check (2018) none is owed. Refuses
    a day that is past, and a plan after the check is passed.
    """
    award = locked(Award, by, award_id)
    require(by, "delivery.plan_second_disbursement", award)
    refuse_without_effect(award)
    refuse_ungranted(award)
    today = timezone.localdate(at)
    near("2차 교부 예정일", on, today)
    if on < today:
        raise PlannedInPast(day=on)
    if passed := checks_of(award).filter(is_passed=True).first():
        raise CheckedAlready(day=passed.checked_on)
    planned = SecondDisbursement(
        jurisdiction_id=by.jurisdiction,
        award=award,
        office=award.office,
        planned_on=on,
        decided_on=today,
        decided_by=by.person,
    )
    planned.save()
    _owe_check(award, on)
    return planned


def _owe_check(award: Award, on: date) -> None:
    """The check is owed by the day before; where it is owed already, by the day before this one now."""
    owed = Duty.objects.of(award.jurisdiction_id).filter(subject=award.pk, code=CHECK, done_at=None)
    duties = list(owed.select_for_update(of=("self",)))
    if not duties:
        owe_after(EVENT, on, award, {CITY: award.keeper})
    for duty, due in product(duties, duties_after(EVENT, on, award.jurisdiction.code)):
        move(duty, due.due, reason="2차 교부 예정일을 다시 정함", holidays=days_off(award.jurisdiction))
