"""사람과 직책 — the people and positions of an office, as its administrator sees and changes them."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from majungmul.books.parties.actions.invitations import make_reset_code
from majungmul.books.parties.actions.offices import new_position
from majungmul.books.parties.actions.people import deactivate
from majungmul.books.parties.kinds import Role
from majungmul.books.parties.queries.invitations import invitations_of
from majungmul.books.parties.queries.people import Member, member_of, other_offices, people_of, positions_of
from majungmul.web.account.offices import is_city
from majungmul.web.account.sheets import sheet_address
from majungmul.web.asked import Asked, today
from majungmul.web.environment import url
from majungmul.web.forms.asking import ask, choice, field
from majungmul.web.forms.doing import Files, Values, do
from majungmul.web.forms.typed import Typed
from majungmul.web.keys import key_of
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.books.parties.models import Position

ROLES = [role for role in Role if role is not Role.SYSTEM]
NEW_POSITION = ask(
    "직책 만들기",
    field("title", "직책 이름", limit=60, example="협업지원 담당"),
    choice(
        "role",
        "하는 일",
        [(role.value, str(role.label)) for role in ROLES],
        help="담당자는 쓰고 올리고, 결재권자는 결재합니다. 감사자는 보기만 하고, 관리자는 사람을 등록합니다.",
    ),
)
NOTHING = ask("없음")


def people(request: Asked) -> HttpResponse:
    """사람·직책 — all of the office, which positions are vacant, which invitations are open."""
    office, on = request.seat.actor.office, today(request)
    positions, members = positions_of(office, on), people_of(office, on)
    offices = other_offices(request.actor.jurisdiction, on) if is_city(request) else []
    return show(
        request,
        "account/people.html",
        positions=positions,
        vacant=[each for each in positions if each.now is None],
        acted_for=[each for each in positions if each.deputy(on)],
        members=[each for each in members if each.person.is_active],
        left=[each for each in members if not each.person.is_active],
        invitations=invitations_of([office, *(each.pk for each, _ in offices)], request.at),
        offices=offices,
        opens_offices=is_city(request),
        on=on,
    )


def position_new(request: Asked) -> HttpResponse:
    """직책 만들기."""

    def again(typed: Typed) -> HttpResponse:
        return show(request, "account/position_new.html", typed=typed)

    def make(values: Values, _: Files) -> "Position":
        office, key = request.seat.actor.office, key_of(request)
        code = f"seat-{key[:16].lower()}"
        return new_position(
            office, code, values["title"], values["role"], by=request.actor, at=request.at, key=key
        )

    if request.method != "POST":
        return again(Typed(NEW_POSITION))
    said = "직책을 만들었습니다. 이제 맡을 사람을 정하거나 초대해 주십시오."
    then = lambda made: url("account:position", made.pk)  # noqa: E731 - said once
    return do(request, NEW_POSITION, make, then=then, again=again, said=said)


def person(request: Asked, person: UUID) -> HttpResponse:
    """사람 — what somebody of the office holds, and what can be done for that person."""
    return _shown(request, _member(request, person))


@require_POST
def reset_sheet(request: Asked, person: UUID) -> HttpResponse:
    """비밀번호 안내문 — a code for somebody of the office who forgot the password."""
    member = _member(request, person)
    return do(
        request,
        NOTHING,
        lambda *_: make_reset_code(member.person.pk, by=request.actor, at=request.at, key=key_of(request)),
        then=lambda made: sheet_address(request, made),
        again=lambda typed: _shown(request, member, typed),
    )


@require_POST
def deactivated(request: Asked, person: UUID) -> HttpResponse:
    """사용 중지 — who left can do nothing any more, from now on."""
    member = _member(request, person)
    return do(
        request,
        NOTHING,
        lambda *_: deactivate(member.person.pk, by=request.actor, at=request.at, key=key_of(request)),
        then=lambda _: url("account:people"),
        again=lambda typed: _shown(request, member, typed),
        said=f"{member.person.name} 님의 사용을 중지했습니다. 맡던 직책은 오늘부터 비어 있습니다.",
    )


def _member(request: Asked, person: UUID) -> Member:
    return member_of(request.seat, person, today(request))


def _shown(request: Asked, member: Member, typed: Typed | None = None) -> HttpResponse:
    typed = typed or Typed(NOTHING)
    return show(request, "account/person.html", person=member.person, titles=member.titles, typed=typed)
