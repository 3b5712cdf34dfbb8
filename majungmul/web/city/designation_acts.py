"""지정에 할 일 — named and told; the 교부신청 put right, looked at, handed in; the 교부결정 drafted."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse

from majungmul.books.files.seals import seals_of
from majungmul.books.parties.queries.bodies import operating_bodies
from majungmul.programmes.reasons import Departure, reasons_on
from majungmul.stages.application import states as application_states
from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.award import actions as awards
from majungmul.stages.award.queries import lines_of as award_lines
from majungmul.stages.call import actions
from majungmul.stages.plan.queries import lines_of, plan_of, plans_of
from majungmul.stages.review import actions as review_actions
from majungmul.stages.review import states as review_states
from majungmul.stages.review.queries import items_of
from majungmul.stages.review.states import State as ReviewState
from majungmul.values.won import ZERO, Won
from majungmul.web import asked
from majungmul.web.asked import Asked
from majungmul.web.city.sealing import FIELDS, seal_in
from majungmul.web.forms.asking import choice, field
from majungmul.web.forms.doing import Files, Values
from majungmul.web.keys import key_of
from majungmul.web.officer import reviews_acts
from majungmul.web.officer.act_pages import Act, Parts, may, offered
from majungmul.web.officer.moments import day_and_hour, instant
from majungmul.web.words import won

if TYPE_CHECKING:
    from majungmul.stages.application.models import Application
    from majungmul.stages.award.models import Award
    from majungmul.stages.call.models import Call
    from majungmul.stages.review.models import Review

Row = Any
"""A call, an application or an award."""
A_DAY = timedelta(days=1)
Offered = list[tuple[str, str, str]]
"""Each act by its word, its address and the kind of its button."""


def how(request: Asked) -> dict[str, Any]:
    """Who acts, when, under which key."""
    return {"by": request.actor, "at": request.at, "key": key_of(request)}


def offered_on(
    request: Asked,
    call: "Call",
    application: "Application | None",
    review: "Review | None",
    award: "Award | None",
) -> Offered:
    """할 수 있는 일 — what comes next first."""
    found: list[tuple[str, Act]] = []
    if not seals_of(call).exists() and may(request.seat, "call.seal_designation"):
        found.append(("seal", OF_DESIGNATION["seal"]))
    if application and award is None:
        found += _of_application(request, application, review)
    return [
        (act.title, reverse("city:designation_act", args=[call.pk, slug]), act.kind) for slug, act in found
    ]


def _of_application(
    request: Asked, application: "Application", review: "Review | None"
) -> list[tuple[str, Act]]:
    seat = request.seat
    if review is None or application.state != ApplicationState.REVIEWING:
        acts = {
            slug: act for slug, act in reviews_acts.OF_APPLICATION.items() if not slug.startswith("withdraw")
        }
        return offered(seat, acts, application_states.after, application.state)
    if review.state == ReviewState.DECIDED and review.is_selected:
        return [("draft", DRAFT)] if may(seat, "award.draft") else []
    acts = {slug: act for slug, act in reviews_acts.OF_REVIEW.items() if not slug.startswith("withdraw")}
    return offered(seat, acts, review_states.after, review.state)


def answer_sheet(request: Asked, review: "Review", values: Values) -> object:
    """자격 검토 — each item that says something else than before, under a key of its own."""
    key = key_of(request)
    for item in items_of(review):
        said = (values.get(f"{item.code}_answer") or "", values.get(f"{item.code}_reason") or "")
        if said[0] and said != (item.answer, item.reason):
            own: dict[str, Any] = {"by": request.actor, "at": request.at, "key": f"{key}:{item.code}"}
            review_actions.check(review.pk, item.code, *said, **own)
    return review


def _designate(request: Asked, _row: None, values: Values, _files: Files) -> object:
    said = actions.Designation(
        account=UUID(values["account"]),
        body=UUID(values["body"]),
        title=values["title"],
        reason_code=values["reason_code"],
        reason=values["reason"],
        closes_at=instant("closes", values),
        contact=values["contact"],
    )
    return actions.designate(said, **how(request))


def _seal(request: Asked, call: Row, values: Values, _files: Files) -> object:
    return actions.seal_designation(call.pk, seal_in(values), **how(request))


def _draft(request: Asked, application: Row, values: Values, _files: Files) -> object:
    return awards.draft(application.pk, lines_in(application, values), days_in(values), **how(request))


def lines_in(application: Row, values: Values) -> list[awards.LineDraft]:
    """결정 항목 안 — of each line of the plan that got an amount."""
    amounts: dict[UUID, Won] = {
        line.account: values.get(f"line_{line.account.hex}") or ZERO
        for line in lines_of(application_plan(application))
    }
    return [
        awards.LineDraft(of=of, recommended=of_it, amount=of_it) for of, of_it in amounts.items() if of_it
    ]


def days_in(values: Values) -> tuple[date, date]:
    """사업기간 — from the first day to the last, which is typed as people say it."""
    return values["since"], values["last"] + A_DAY


def application_plan(application: Row) -> Row:
    """지원계획 — whose money an application asks for. TypeError where there is none, which is a bug."""
    call = application.call
    found = plan_of(application.jurisdiction_id, call.office_id, call.year)
    if found is None:
        message = f"{call.number} has no plan"
        raise TypeError(message)
    return found


def about_lines(application: Row) -> Parts:
    """결정 항목의 칸 — an amount for each line of the plan, and the days of the work."""
    lines = [
        field(
            f"line_{line.account.hex}",
            line.label,
            "won_or_zero",
            required=False,
            help=f"지원계획 {won(line.amount or ZERO)}원",
        )
        for line in lines_of(application_plan(application))
    ]
    return (
        *lines,
        field("since", "사업 시작일", "day", example="2026. 2. 1."),
        field("last", "사업이 끝나는 날(그날까지)", "day", example="2026. 12. 31."),
    )


def _about_draft(_request: Asked, application: Row) -> Parts:
    return about_lines(application)


def _draft_begins(request: Asked, application: Row) -> dict[str, Any]:
    year = application.call.year
    since = max(asked.today(request), date(year, 1, 1))
    return {"since": f"{since:%Y. %-m. %-d.}", "last": f"{date(year, 12, 31):%Y. %-m. %-d.}"}


def begins_of(award: Row) -> dict[str, Any]:
    """What stands in the form of a decision that is written anew."""
    amounts = {f"line_{line.of_id.hex}": f"{line.amount.amount:,}" for line in award_lines(award)}
    days = {"since": f"{award.since:%Y. %-m. %-d.}", "last": f"{award.until - A_DAY:%Y. %-m. %-d.}"}
    return {**amounts, **days}


def _about_designate(request: Asked, _row: None) -> Parts:
    place, day = request.jurisdiction.pk, asked.today(request)
    own = [each for year in (day.year, day.year + 1) for each in plans_of(place, year)]
    plans = [each for each in own if each.office_id == request.seat.actor.office]
    reasons = reasons_on(day, Departure.NO_CALL, request.jurisdiction.code)
    return (
        choice("account", "지원계획", [(str(each.account_id), f"{each.year}년 지원계획") for each in plans]),
        choice("body", "맡을 기관", [(str(each.pk), each.name) for each in operating_bodies(place)]),
        field("title", "제목", limit=160, example="2027년 협동조합 간 협업 지원"),
        choice("reason_code", "공모하지 않는 사유", [(each.code, each.label) for each in reasons]),
        field("reason", "그렇게 보는 까닭", "long_text", limit=300),
        *day_and_hour("closes", "교부신청 마감"),
        field("contact", "문의처", limit=120, example="경제정책과 02-000-0000"),
    )


def _about_seal(*_of: object) -> Parts:
    return FIELDS


DESIGNATE = Act(
    verb="call.designate",
    title="수행기관 지정",
    button="지정",
    said="지정했습니다. 온나라에서 통보를 시행한 뒤 문서번호를 적어 주십시오.",
    deed=_designate,
    asks=_about_designate,
    note="지정된 기관이 교부신청을 할 수 있게 됩니다.",
)
DRAFT = Act(
    verb="award.draft",
    title="교부결정 작성",
    button="교부결정 작성",
    said="교부결정을 작성했습니다. 살펴본 뒤 결재를 올려 주십시오.",
    deed=_draft,
    asks=_about_draft,
    begins=_draft_begins,
    note="지원계획의 항목마다 결정 금액을 적습니다. 합이 심사에서 추천한 금액과 같아야 합니다.",
)
OF_DESIGNATION = {
    "seal": Act(
        verb="call.seal_designation",
        title="지정 통보 시행",
        button="시행 적기",
        said="지정 통보를 시행한 것으로 적었습니다.",
        deed=_seal,
        asks=_about_seal,
        note="온나라에서 시행한 지정 통보의 번호와 날짜를 옮겨 적습니다.",
    )
}
OF_APPLICATION = {**reviews_acts.ACTS, "draft": DRAFT}
"""교부신청에 할 일 — as the operator does with what it receives, and the decision."""
