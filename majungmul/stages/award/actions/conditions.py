"""교부조건 — laid as the day's data says, each with its article and last day; met on a day, in some way."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.duties.actions import close_all, open_one
from majungmul.books.duties.actions.inside import last_day
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.programmes.conditions import Laid, laid_on
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.programmes.specification import specification
from majungmul.stages.award.models import Award, Condition, When
from majungmul.stages.award.queries import conditions_of, is_of_city, title
from majungmul.stages.award.states import after
from majungmul.stages.plan.queries.days_off import days_off
from majungmul.values.actor import Actor
from majungmul.values.duty import Due, Owed
from majungmul.values.refusal import Refusal

DUTY = "award_condition"
MONTHS_AFTER_YEAR = 2


class FulfilledAlready(Refusal):
    """이미 이행됨."""

    sentence = "이 조건은 {on:%Y. %-m. %-d.}에 이미 이행한 것으로 적혀 있습니다."


class FulfilledWhen(Refusal):
    """이행일이 맞지 않음."""

    sentence = (
        "이행일 {on:%Y. %-m. %-d.}은(는) 결정의 시행일({since:%Y. %-m. %-d.})부터 오늘"
        "({today:%Y. %-m. %-d.})까지의 날이어야 합니다. 이행한 날을 확인해 주십시오."
    )


@action("award.condition_fulfilled")
def fulfil_condition(
    condition_id: UUID, on: date, note: str, *, by: Actor, at: datetime, key: str
) -> Condition:
    """조건 이행 확인 — what was seen, and when it was met. Returns the condition."""
    condition = locked(Condition, by, condition_id)
    award, today = condition.award, timezone.localdate(at)
    require(by, "award.fulfil_condition", award)
    after("award.fulfil_condition", award.state, title(award))
    if condition.fulfilled_on:
        raise FulfilledAlready(on=condition.fulfilled_on)
    since = award.effective_on or today
    if not since <= on <= today:
        raise FulfilledWhen(on=on, since=since, today=today)
    condition.fulfilled_on, condition.note = on, written.line(Condition, "note", note)
    condition.save()
    close_all(condition, DUTY)
    return condition


def lay_conditions(award: Award, day: date) -> None:
    """Lay the conditions that a decision of the day lays, each with the article of that day."""
    call = award.application.call
    code = call.jurisdiction.code
    own = jurisdiction(code) if is_of_city(award) else specification(code, call.programme)
    for order, laid in enumerate(laid_on(day, own.conditions, code), start=1):
        _lay(award, order, laid)


def owe_conditions(award: Award) -> None:
    """The office owes to see that a condition with a last day was met; what the body owes stands on the plan."""
    for condition in conditions_of(award).exclude(due_on=None):
        owed = Owed(
            DUTY,
            f"교부조건 이행 확인: {condition.text}"[:160],
            "시",
            condition.law or "교부조건",
            after_year(award),
            occasion=condition.code,
        )
        open_one(owed, owner=award.keeper, of=condition, holidays=days_off(award.jurisdiction))


def after_year(award: Award) -> Due:
    """회계연도가 끝난 뒤 2개월 — counted as the law's deadlines are: 2019. 2. 28., 2027. 3. 2."""
    return Due(date(award.application.call.year, 12, 31), months=MONTHS_AFTER_YEAR)


def _lay(award: Award, order: int, laid: Laid) -> None:
    due_on = None
    if When(laid.due) == When.AFTER_YEAR:
        due_on, _ = last_day(after_year(award), days_off(award.jurisdiction))
    Condition(
        jurisdiction_id=award.jurisdiction_id,
        award=award,
        order=order,
        code=laid.code,
        text=laid.text,
        law=laid.article,
        due=When(laid.due),
        due_on=due_on,
    ).save()
