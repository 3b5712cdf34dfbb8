"""내 정보 — who one is here, in which seats, and one's own password."""

from django.contrib import auth
from django.http import HttpResponse, HttpResponseRedirect

from majungmul.books.parties.actions.passwords import change_own_password
from majungmul.books.parties.actions.people import change_contact
from majungmul.web.account.places import NEW_PASSWORD, PASSWORD, at_fields, new_password, typed_password
from majungmul.web.account.tries import tried
from majungmul.web.asked import Asked
from majungmul.web.audiences import Audience, is_for
from majungmul.web.environment import url
from majungmul.web.forms.asking import ask, field, secret
from majungmul.web.forms.doing import Files, Values, do
from majungmul.web.forms.typed import Typed, of
from majungmul.web.keys import key_of
from majungmul.web.showing import show

CHANGE = ask("비밀번호 바꾸기", secret("password", "지금 비밀번호"), *NEW_PASSWORD)


CONTACT = ask(
    "연락처 고치기",
    field("phone", "전화번호", "phone", required=False, example="02-000-0000"),
    field(
        "email",
        "전자우편",
        "email",
        required=False,
        example="hong@example.com",
        help="비밀번호를 잊었을 때 이리로 편지를 받습니다.",
    ),
)


def me(request: Asked) -> HttpResponse:
    """내 정보 — the password is changed by who is seated and knows the present one."""
    if request.method != "POST" or not request.is_seated:
        return _shown(request, Typed(CHANGE))

    def change(_: Values, __: Files) -> None:
        counted = tried(request, "own_password", str(request.user.pk))
        with at_fields():
            password, current = new_password(request), typed_password(request, PASSWORD)
            person = change_own_password(
                current, password, by=request.actor, at=request.at, key=key_of(request)
            )
        counted.was_right()
        auth.update_session_auth_hash(request, person)

    said = "비밀번호를 바꿨습니다. 다른 기기에서는 새 비밀번호로 다시 들어가야 합니다."
    again = lambda typed: _shown(request, typed)  # noqa: E731 - said once
    return do(request, CHANGE, change, then=lambda _: url("account:me"), again=again, said=said)


def contact(request: Asked) -> HttpResponse:
    """연락처 고치기 — one's own."""
    if not request.is_seated:
        return HttpResponseRedirect(url("account:me"))

    def again(typed: Typed) -> HttpResponse:
        return show(request, "account/contact.html", typed=typed)

    if request.method != "POST":
        return again(Typed(CONTACT, of({"phone": request.user.phone, "email": request.user.email})))

    def change(values: Values, _: Files) -> None:
        phone, email, key = values.get("phone", ""), values.get("email", ""), key_of(request)
        change_contact(phone, email, by=request.actor, at=request.at, key=key)

    said = "연락처를 고쳤습니다."
    return do(request, CONTACT, change, then=lambda _: url("account:me"), again=again, said=said)


def _shown(request: Asked, typed: Typed) -> HttpResponse:
    invites = request.is_seated and any(
        is_for(request.seat, each) for each in (Audience.OFFICER, Audience.CITY, Audience.ADMINISTRATOR)
    )
    return show(request, "account/me.html", typed=typed, invites=invites)
