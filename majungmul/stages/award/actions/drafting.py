"""결정 작성 — what is recommended and decided of each line, with its sentence, and the conditions of the day."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties.models import Organisation
from majungmul.books.parties.queries.bodies import sanctions_on
from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.application.models import Application
from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.award.actions.conditions import lay_conditions
from majungmul.stages.award.actions.lines import LineDraft, write_lines
from majungmul.stages.award.models import Award
from majungmul.stages.award.queries import title
from majungmul.stages.award.states import State, after
from majungmul.stages.review.models import Review
from majungmul.stages.review.queries import review_of
from majungmul.stages.review.states import State as ReviewState
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal

Days = tuple[date, date]
"""사업기간 — `[since, until)`."""


class NotSelected(Refusal):
    """선정되지 않음."""

    sentence = "접수번호 {number}은(는) 선정되지 않았습니다. 선정 결정이 난 신청에만 지원을 결정합니다."


class ApplicationGone(Refusal):
    """철회된 신청."""

    sentence = "접수번호 {number}은(는) ‘{state}’ 상태라 결정할 수 없습니다. 신청 목록에서 확인해 주십시오."


class AwardThere(Refusal):
    """이미 있는 결정."""

    sentence = "접수번호 {number}에는 이미 결정({state})이 있습니다. 그 결정을 열어 주십시오."


class DaysReversed(Refusal):
    """거꾸로 된 사업기간."""

    sentence = (
        "사업기간이 {since:%Y. %-m. %-d.}부터 {until:%Y. %-m. %-d.} 전까지로 되어 있습니다. "
        "끝나는 날을 시작하는 날보다 뒤로 적어 주십시오."
    )


class OutsideTheYear(Refusal):
    """회계연도 밖의 사업기간."""

    sentence = (
        "사업기간은 {year}년 안이어야 합니다({since:%Y. %-m. %-d.}부터 {until:%Y. %-m. %-d.} 전까지로 적음). "
        "다음 해까지 이어지면 먼저 이월 승인을 받아 주십시오."
    )


class ExcludedBody(Refusal):
    """제외된 단체."""

    sentence = (
        "{body}은(는) {until}까지 ‘{kind}’ 중이라({article}) 결정할 수 없습니다. 제재 내용을 확인해 주십시오."
    )


@action("award.drafted")
def draft(
    application_id: UUID, lines: Sequence[LineDraft], days: Days, *, by: Actor, at: datetime, key: str
) -> Award:
    """결정 작성 — for a selected application; `days` are those of the work, `[since, until)`. Returns the award.

    Refuses what `lines.write_lines` refuses, days that are reversed or of another year, an excluded body.
    """
    application = found(Application, by, application_id)
    require(by, "award.draft", application)
    if there := Award.objects.of(by.jurisdiction).filter(application=application).first():
        raise AwardThere(number=application.number, state=there.get_state_display())
    review = selected(application)
    refuse_excluded(application.body, timezone.localdate(at))
    since, until = _days(application, days)
    award = Award(
        jurisdiction_id=by.jurisdiction,
        application=application,
        office=application.office,
        keeper_id=by.position,
        body=application.body,
        state=State.DRAFT,
        since=since,
        until=until,
    )
    award.save()
    write_lines(award, review, lines, by)
    lay_conditions(award, timezone.localdate(at))
    return award


@action("award.redrafted")
def redraft(
    award_id: UUID, lines: Sequence[LineDraft], days: Days, *, by: Actor, at: datetime, key: str
) -> Award:
    """결정 고쳐 쓰기 — before it is handed in, or after it was sent back. Returns the award."""
    award = locked(Award, by, award_id)
    require(by, "award.redraft", award)
    award.state = after("award.redraft", award.state, title(award))
    award.since, award.until = _days(award.application, days)
    award.save()
    write_lines(award, selected(award.application), lines, by)
    return award


def selected(application: Application) -> Review:
    """선정 — the review that selected the application. Refuses one not selected, withdrawn, or looked at again."""
    review = review_of(application)
    if review is None or review.state != ReviewState.DECIDED or not review.is_selected:
        raise NotSelected(number=application.number)
    if application.state != ApplicationState.REVIEWING:
        raise ApplicationGone(number=application.number, state=application.get_state_display())
    return review


def refuse_excluded(body: Organisation, on: date) -> None:
    """Refuse a body against which a sanction is in force."""
    for sanction in sanctions_on(body, on):
        until = f"{sanction.last_day:%Y. %-m. %-d.}" if sanction.last_day else "따로 풀 때"
        kind = sanction.get_kind_display()
        raise ExcludedBody(body=body.name, until=until, kind=kind, article=sanction.article)


def _days(application: Application, days: Days) -> Days:
    since, until = days
    if until <= since:
        raise DaysReversed(since=since, until=until)
    year = application.call.year
    if since < date(year, 1, 1) or until > date(year + 1, 1, 1):
        raise OutsideTheYear(year=year, since=since, until=until)
    return days
