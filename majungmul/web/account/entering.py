"""들어가기 — by login and password; who has come in sits in a seat of that person's alone."""

from typing import TYPE_CHECKING

from django.contrib import auth

from majungmul.books.parties.actions.passwords import upgrade_password
from majungmul.books.parties.queries.people import has_old_hash
from majungmul.books.parties.queries.positions import system_actor
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.web.account.backend import BACKEND, as_kept
from majungmul.web.account.tries import address_of, tried
from majungmul.web.asked import CHOSEN, Asked, today
from majungmul.web.keys import new_key

if TYPE_CHECKING:
    from majungmul.books.parties.models import Person


class WrongLogin(Refusal):
    """맞지 않는 아이디나 비밀번호."""

    sentence = (
        "아이디나 비밀번호가 맞지 않습니다. 한글 자판인지, 대문자 자판인지 살펴보고 다시 적어 주십시오."
    )


def system(request: Asked) -> Actor:
    """시스템 — the program itself, for what nobody who is logged in does."""
    return system_actor(request.jurisdiction.pk, today(request))


def enter(request: Asked, login: str, password: str) -> None:
    """들어가기 — by login and password. Refuses what is not right, and who tries too often."""
    kept = as_kept(login)
    tries = [
        tried(request, "login", f"{address_of(request)} {kept}"),
        tried(request, "login_anywhere", kept),
    ]
    person = auth.authenticate(request, username=login, password=password)
    if person is None:
        raise WrongLogin
    for each in tries:
        each.was_right()
    if has_old_hash(person):
        upgrade_password(person.pk, password, by=system(request), at=request.at, key=new_key())
        person.refresh_from_db()
    sit_down(request, person)


def sit_down(request: Asked, person: "Person") -> None:
    """앉기 — a new session of this person, in which no seat is chosen yet."""
    request.session.pop(CHOSEN, None)
    auth.login(request, person, backend=BACKEND)
