"""할 일을 마침, 미룸, 적음 — the officer's own words about a duty; and the way from a duty to its page."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from majungmul.books.duties.actions import add, finish, postpone
from majungmul.books.duties.queries import duty_for
from majungmul.books.parties.queries.seats import Seat
from majungmul.stages.application import queries as applications
from majungmul.stages.award import queries as awards
from majungmul.stages.call import queries as calls
from majungmul.stages.delivery import queries as deliveries
from majungmul.stages.payment import queries as payments
from majungmul.stages.review import queries as reviews
from majungmul.stages.settlement import queries as settlements
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import field
from majungmul.web.forms.doing import Files, Values
from majungmul.web.officer.act_pages import Act, Parts, Place, act_named, act_page, how


def go(request: Asked, model: str, row: UUID) -> HttpResponse:
    """하러 가기 — the page where what hangs on this row is done."""
    if model not in WAYS:
        return HttpResponseRedirect(reverse("officer:today"))
    name, key = WAYS[model](request.seat, row)
    return HttpResponseRedirect(reverse(name, args=[key] if key else []))


def duty_act(request: Asked, duty: UUID, act: str) -> HttpResponse:
    """할 일 — finished, or put off to another day."""
    row = duty_for(request.seat, duty)
    return act_page(request, act_named(DUTY_ACTS, act), row, _place(row.what))


def duty_new(request: Asked) -> HttpResponse:
    """할 일 적기 — one's own."""
    return act_page(request, NEW, None, _place("나에게 필요한 일을 적어 두면 그날에 맞춰 여기에 나옵니다."))


def _place(about: str) -> Place:
    home = reverse("officer:today")
    return Place(crumbs=(("오늘 할 일", home),), back=home, about=about)


def _finish(request: Asked, duty: Any, values: Values, _files: Files) -> object:  # noqa: ANN401 - a row of a stage
    return finish(duty.pk, values["note"], **how(request))


def _postpone(request: Asked, duty: Any, values: Values, _files: Files) -> object:  # noqa: ANN401 - as above
    return postpone(duty.pk, values["due_on"], values["reason"], **how(request))


def _add(request: Asked, _row: object, values: Values, _files: Files) -> object:
    said = (values["what"], values["basis"], values["due_on"], request.actor.position)
    return add(*said, **how(request))


def _about_finish(*_of: object) -> Parts:
    return (field("note", "어떻게 마쳤는지", limit=200, example="전자우편으로 알림"),)


def _about_postpone(*_of: object) -> Parts:
    return (
        field("due_on", "새 기한", "day", example="2026. 12. 1."),
        field("reason", "기한을 바꾸는 까닭", limit=200, example="시에서 기한을 늘려 줌(공문 2026. 11. 20.)"),
    )


def _about_new(*_of: object) -> Parts:
    return (
        field("what", "할 일", limit=160, example="구름철망협동조합에 결과보고 안내"),
        field("basis", "근거나 까닭", limit=200, example="마지막 청구일 전에 알림"),
        field("due_on", "언제까지", "day", example="2026. 12. 1."),
    )


DUTY_ACTS = {
    "finish": Act(
        verb="duties.finish",
        title="할 일 마치기",
        button="마침",
        said="할 일을 마쳤습니다.",
        deed=_finish,
        asks=_about_finish,
        note="쪽에서 한 일은 저절로 마친 것이 됩니다. 마중물 밖에서 한 일만 여기에서 마칩니다.",
    ),
    "postpone": Act(
        verb="duties.postpone",
        title="기한 바꾸기",
        button="기한 바꾸기",
        said="기한을 바꾸었습니다.",
        deed=_postpone,
        asks=_about_postpone,
        note="앞의 기한과 바꾼 까닭은 이력에 남습니다.",
    ),
}
NEW = Act(
    verb="duties.add",
    title="할 일 적기",
    button="적어 두기",
    said="할 일을 적었습니다.",
    deed=_add,
    asks=_about_new,
)

Way = Callable[[Seat, UUID], tuple[str, UUID | None]]


def _award(seat: Seat, row: UUID) -> tuple[str, UUID | None]:
    """The office's own award; what it was granted itself is elsewhere."""
    award = awards.award_for(seat, row)
    is_ours = award.office_id == seat.actor.office
    return ("officer:award", award.pk) if is_ours else ("officer:grants", None)


def _claim(seat: Seat, row: UUID) -> tuple[str, UUID | None]:
    claim = payments.claim_for(seat, row)
    is_ours = claim.office_id == seat.actor.office
    return ("officer:claim", claim.pk) if is_ours else ("officer:grants", None)


def _settlement(seat: Seat, row: UUID) -> tuple[str, UUID | None]:
    settlement = settlements.settlement_for(seat, row)
    is_ours = settlement.award.office_id == seat.actor.office
    return ("officer:settlement", settlement.pk) if is_ours else ("officer:grants", None)


def _application(seat: Seat, row: UUID) -> tuple[str, UUID | None]:
    application = applications.application_for(seat, row)
    is_ours = application.office_id == seat.actor.office
    return ("officer:application", application.pk) if is_ours else ("officer:grants", None)


def _contract(seat: Seat, row: UUID) -> tuple[str, UUID | None]:
    return _award(seat, deliveries.contract_for(seat, row).award_id)


WAYS: dict[str, Way] = {
    "application.application": _application,
    "application.correction": lambda seat, row: _application(
        seat, applications.correction_for(seat, row).application_id
    ),
    "review.review": lambda seat, row: _application(seat, reviews.review_for(seat, row).application_id),
    "review.reconsideration": lambda seat, row: _application(
        seat, reviews.reconsideration_for(seat, row).review.application_id
    ),
    "call.call": lambda _seat, row: ("officer:call", row),
    "call.briefing": lambda seat, row: ("officer:call", calls.briefing_for(seat, row).call_id),
    "award.award": _award,
    "award.condition": lambda seat, row: _award(seat, awards.condition_for(seat, row).award_id),
    "award.awardchange": lambda seat, row: _award(seat, awards.change_for(seat, row).award_id),
    "award.awardobjection": lambda seat, row: _award(seat, awards.objection_for(seat, row).award_id),
    "delivery.contract": _contract,
    "delivery.trade": lambda seat, row: _award(seat, deliveries.trade_for(seat, row).award_id),
    "payment.claim": _claim,
    "payment.claimcorrection": lambda seat, row: _claim(
        seat, payments.claim_correction_for(seat, row).claim_id
    ),
    "settlement.settlement": _settlement,
    "settlement.refund": lambda _seat, _row: ("officer:settlements", None),
    "settlement.refundobjection": lambda _seat, _row: ("officer:settlements", None),
    "settlement.revocation": lambda _seat, _row: ("officer:settlements", None),
    "plan.plan": lambda _seat, _row: ("officer:grants", None),
    "parties.organisation": lambda _seat, row: ("officer:body", row),
}
"""할 일의 쪽 — by the model on which a duty or an event hangs: the page, and of which row."""
