"""인사이동 — one position: who holds it, what goes along with it, and each thing that can be done about it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import URLPattern

from majungmul.books.duties.queries import agenda
from majungmul.books.parties.actions.deputies import act_for, end_acting
from majungmul.books.parties.actions.invitations import invite
from majungmul.books.parties.actions.tenures import appoint, hand_over, vacate
from majungmul.books.parties.queries.people import Held, people_of, position_of, positions_of
from majungmul.books.parties.queries.positions import open_of
from majungmul.programmes.form import Field, Form
from majungmul.web.account.sheets import sheet_address
from majungmul.web.asked import Asked, today
from majungmul.web.audiences import Audience, page
from majungmul.web.environment import url
from majungmul.web.forms.asking import ask, choice, field
from majungmul.web.forms.doing import Values, do
from majungmul.web.forms.typed import Typed, of
from majungmul.web.keys import key_of
from majungmul.web.showing import show

ADMINISTRATOR = Audience.ADMINISTRATOR


@dataclass(frozen=True, slots=True)
class Act:
    """인사이동의 일 — one thing done about a position: what it is called, what it asks, its one action."""

    code: str
    title: str
    button: str
    note: str
    asks: Callable[[Asked, Held], Form]
    deed: Callable[[Asked, Held, Values], Any]
    said: str = ""


def position(request: Asked, position: UUID) -> HttpResponse:
    """직책 — who holds it, who acts for it, and what is open with it."""
    held = position_of(request.seat, position, today(request))
    return show(request, "account/position.html", held=held, acts=_acts(held), **_along(request, held))


def _page(act: Act) -> Callable[[Asked, UUID], HttpResponse]:
    def view(request: Asked, position: UUID) -> HttpResponse:
        held = position_of(request.seat, position, today(request))
        form = act.asks(request, held)

        def again(typed: Typed) -> HttpResponse:
            along = _along(request, held)
            return show(request, "account/move.html", act=act, held=held, typed=typed, **along)

        def then(made: Any) -> str:  # noqa: ANN401 - what the act makes
            return sheet_address(request, made) if act is INVITE else url("account:position", position)

        if request.method != "POST":
            return again(Typed(form, of({"on": today(request), "since": today(request)})))
        deed = lambda values, _: act.deed(request, held, values)  # noqa: E731 - said once
        return do(request, form, deed, then=then, again=again, said=act.said)

    return view


def _along(request: Asked, held: Held) -> dict[str, Any]:
    """What goes along with the position, whoever holds it: its open duties, and the deputyships for and by it."""
    on = today(request)
    open_duties = agenda(request.actor.jurisdiction, [held.position.pk], on=on)
    return {
        "on": on,
        "duties": [duty for duties in open_duties.values() for duty in duties],
        "actings": open_of(held.position.pk, on),
    }


def _acts(held: Held) -> list[Act]:
    """What can be done: a held position is handed over or vacated, a vacant one filled."""
    first = [HAND_OVER] if held.now else [APPOINT]
    rest = [VACATE] if held.now else []
    return [*first, INVITE, ACT_FOR, *([END_ACTING] if held.acted_for else []), *rest]


# ── what is asked ────────────────────────────────────────────────────────────────────────────────────────


def _person(request: Asked, held: Held) -> Field:
    """Whom: everybody of the office but the holder, and oneself."""
    kept_out = {request.actor.person, held.now.person_id if held.now else None}
    people = [each for each in people_of(held.position.office_id, today(request)) if each.person.is_active]
    offered = [
        (str(each.person.pk), " · ".join([each.person.name, *each.titles]))
        for each in people
        if each.person.pk not in kept_out
    ]
    return choice("person", "맡을 사람", offered, help="자기 자신은 고를 수 없습니다.")


def _deputy(request: Asked, held: Held) -> Field:
    others = [each for each in positions_of(held.position.office_id, today(request)) if each.now]
    offered = [
        (str(each.position.pk), f"{each.position.title} · {each.holder}")
        for each in others
        if each.position.pk != held.position.pk
    ]
    return choice("deputy", "대신할 직책", offered)


def _acting(_: Asked, held: Held) -> Field:
    offered = [(str(each.pk), f"{each.by.title}, {each.since:%Y. %-m. %-d.}부터") for each in held.acted_for]
    return choice("acting", "끝낼 대결·직무대리", offered)


ON = field("on", "언제부터", "day", example="2026. 12. 1.")
SINCE = field("since", "첫날", "day", example="2026. 12. 1.")
UNTIL = field(
    "until", "끝나는 다음 날", "day", required=False, help="이날부터는 대신하지 않습니다. 모르면 비워 둡니다."
)
WHY = field("reason", "까닭", limit=200, example="교육", help="병명 같은 자세한 사정은 적지 않습니다.")
NAME = field("name", "받는 사람 이름", limit=40, help="안내문 머리에 적힙니다.")


def _by(request: Asked) -> dict[str, Any]:
    return {"by": request.actor, "at": request.at, "key": key_of(request)}


HAND_OVER = Act(
    "hand_over",
    "인사이동",
    "넘기기",
    "지금 맡은 사람의 보직은 그날 끝나고, 새 사람이 그날부터 맡습니다. 아래의 일이 모두 함께 넘어갑니다.",
    lambda request, held: ask("인사이동", _person(request, held), ON),
    lambda request, held, values: hand_over(
        held.position.pk, UUID(values["person"]), values["on"], **_by(request)
    ),
    "직책을 넘겼습니다.",
)
APPOINT = replace(
    HAND_OVER,
    code="appoint",
    title="발령",
    button="발령하기",
    note="비어 있는 직책을 그날부터 맡습니다. 아래의 일을 이어받습니다.",
    deed=lambda request, held, values: appoint(
        held.position.pk, UUID(values["person"]), values["on"], **_by(request)
    ),
    said="발령했습니다.",
)
VACATE = Act(
    "vacate",
    "보직 해제",
    "해제하기",
    "그날부터 이 직책은 비어 있고, 아래의 일은 다음 사람을 기다립니다.",
    lambda *_: ask("보직 해제", ON),
    lambda request, held, values: vacate(held.position.pk, values["on"], **_by(request)),
    "보직을 해제했습니다.",
)
ACT_FOR = Act(
    "act_for",
    "대결·직무대리 지정",
    "지정하기",
    "그 기간에 한 결재에는 누구를 대신했는지가 함께 적힙니다.",
    lambda request, held: ask("대결·직무대리", _deputy(request, held), SINCE, UNTIL, WHY),
    lambda request, held, values: act_for(
        held.position.pk,
        UUID(values["deputy"]),
        (values["since"], values.get("until")),
        values["reason"],
        **_by(request),
    ),
    "대결·직무대리를 지정했습니다.",
)
END_ACTING = Act(
    "end_acting",
    "대결·직무대리 종료",
    "끝내기",
    "그날부터는 대신하지 않습니다.",
    lambda request, held: ask("대결·직무대리 종료", _acting(request, held), ON),
    lambda request, _, values: end_acting(UUID(values["acting"]), values["on"], **_by(request)),
    "대결·직무대리를 끝냈습니다.",
)
INVITE = Act(
    "invite",
    "새 사람 초대",
    "안내문 만들기",
    "아직 등록되지 않은 사람에게 줄 안내문을 만듭니다. 그 사람이 안내문의 번호로 들어오는 날부터 이 직책을 맡습니다. "
    "지금 맡은 사람이 있으면 그날 넘어가고, 앞서 만든 이 직책의 안내문은 쓸 수 없게 됩니다.",
    lambda *_: ask("새 사람 초대", NAME),
    lambda request, held, values: invite(held.position.pk, values["name"], **_by(request)),
)
EVERY = (HAND_OVER, APPOINT, VACATE, ACT_FOR, END_ACTING, INVITE)


ROUTES: list[URLPattern] = [
    page("people/positions/<uuid:position>/", position, ADMINISTRATOR, name="position"),
    *(
        page(
            f"people/positions/<uuid:position>/{act.code.replace('_', '-')}/",
            _page(act),
            ADMINISTRATOR,
            name=f"position_{act.code}",
        )
        for act in EVERY
    ),
]
"""직책의 쪽들."""
