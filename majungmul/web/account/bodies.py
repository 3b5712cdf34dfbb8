"""협동조합의 사람 — who applies for a body: invited by the officers who look after it, on a sheet of paper."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from majungmul.books.parties.actions.invitations import (
    TITLE,
    make_reset_code,
    open_office_for_body,
    withdraw_invitation,
)
from majungmul.books.parties.kinds import Role
from majungmul.books.parties.queries.invitations import invitations_of, invitations_of_bodies
from majungmul.books.parties.queries.people import (
    Held,
    bodies_without_office,
    body_in_sight,
    office_of_body,
    people_of,
    positions_of,
)
from majungmul.books.parties.queries.rows import NotHere
from majungmul.programmes.form import Form
from majungmul.web.account.sheets import sheet_address
from majungmul.web.asked import Asked, today
from majungmul.web.environment import url
from majungmul.web.forms.asking import ask, choice, field
from majungmul.web.forms.doing import do
from majungmul.web.forms.typed import Typed, of
from majungmul.web.keys import key_of
from majungmul.web.showing import show

NOTHING = ask("없음")
TITLES = (TITLE, "회계 담당")
SHOWN = 50


def invitations(request: Asked) -> HttpResponse:
    """초대 — which sheets are out, and the bodies of which nobody can come in yet."""
    words = request.GET.get("q", "").strip()[:80]
    looks_after_bodies = request.seat.role is not Role.ADMINISTRATOR
    waiting = bodies_without_office(request.actor.jurisdiction, words) if looks_after_bodies else []
    found = (
        invitations_of_bodies(request.actor.jurisdiction, request.at)
        if looks_after_bodies
        else invitations_of([request.actor.office], request.at)
    )
    return show(
        request,
        "account/invitations.html",
        invitations=found,
        bodies=waiting[:SHOWN],
        count=len(waiting),
        words=words,
        looks_after_bodies=looks_after_bodies,
    )


def invite_body(request: Asked, body: UUID) -> HttpResponse:
    """협동조합의 사람 초대 — its people, the sheets that are out, and a new one."""
    found = body_in_sight(request.seat, body)
    office, on = office_of_body(found), today(request)
    positions = positions_of(office.pk, on) if office else []
    form = _form(positions)

    def again(typed: Typed) -> HttpResponse:
        return show(
            request,
            "account/invite_body.html",
            body=found,
            typed=typed,
            members=[each for each in people_of(office.pk, on) if each.person.is_active] if office else [],
            invitations=invitations_of([office.pk], request.at) if office else [],
        )

    if request.method != "POST":
        return again(Typed(form, of({"title": positions[0].position.title if positions else TITLE})))
    return do(
        request,
        form,
        lambda values, _: open_office_for_body(
            found.pk, values["name"], values["title"], by=request.actor, at=request.at, key=key_of(request)
        ),
        then=lambda made: sheet_address(request, made),
        again=again,
    )


@require_POST
def reset_sheet(request: Asked, body: UUID, person: UUID) -> HttpResponse:
    """비밀번호 안내문 — a code for somebody of a body who forgot the password."""
    office = office_of_body(body_in_sight(request.seat, body))
    people = people_of(office.pk, today(request)) if office else []
    if person not in [each.person.pk for each in people]:
        raise NotHere(what="사람")
    made = make_reset_code(person, by=request.actor, at=request.at, key=key_of(request))
    return HttpResponseRedirect(sheet_address(request, made))


@require_POST
def withdrawn(request: Asked, invitation: UUID) -> HttpResponse:
    """초대 거두기 — the sheet's number opens nothing any more."""
    return do(
        request,
        NOTHING,
        lambda *_: withdraw_invitation(invitation, by=request.actor, at=request.at, key=key_of(request)),
        then=lambda _: url("account:invitations"),
        again=lambda typed: show(request, "parts/refused.html", refusal=typed.refusal),
        said="안내문의 번호를 거두었습니다.",
    )


def _form(positions: list[Held]) -> Form:
    """Who gets the sheet, and for which position: one of the body's, or a new one."""
    own = {each.position.title: each.holder for each in positions if each.position.role == Role.OFFICER}
    offered = [
        (title, f"{title} (지금 {holder} 님. 새 사람이 들어오면 넘어갑니다)" if holder else title)
        for title, holder in (own | {title: own.get(title, "") for title in TITLES}).items()
    ]
    return ask(
        "안내문 만들기",
        field("name", "받는 사람 이름", limit=40, help="안내문 머리에 적힙니다."),
        choice("title", "맡을 직책", offered),
    )
