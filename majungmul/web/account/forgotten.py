"""잊은 비밀번호 — a letter to who has an address; for everybody else a sheet from who looks after the people.

The answer is the same for every login, and goes out before anything is looked up: neither its words nor its
time tell whether there is such a person.
"""

from collections.abc import Callable
from logging import getLogger

from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpResponse

from majungmul.books.parties.actions.invitations import RESET_DAYS, make_reset_code
from majungmul.books.parties.queries.seats import person_with_login
from majungmul.programmes.form_answers import read
from majungmul.values.refusal import Refusal
from majungmul.web.account.backend import as_kept
from majungmul.web.account.entering import system
from majungmul.web.account.tries import TooManyTries, tried
from majungmul.web.asked import Asked
from majungmul.web.environment import url
from majungmul.web.forms.asking import ask, field
from majungmul.web.forms.typed import Typed, typed_in
from majungmul.web.keys import key_of
from majungmul.web.showing import show

LOG = getLogger("django.request")
FORGOT = ask("비밀번호를 잊었습니다", field("login", "아이디", limit=60))
TEMPLATE = "account/forgot.html"
LETTER = """{name} 님께

마중물에서 비밀번호를 다시 정하려는 요청을 받았습니다. 아래 주소를 열어 새 비밀번호를 적어 주십시오.

{address}

이 주소는 {days}일 안에 한 번만 쓸 수 있습니다. 요청하지 않으셨다면 아무것도 하지 않으셔도 됩니다.
"""


def forgot(request: Asked) -> HttpResponse:
    """비밀번호를 잊었습니다 — where mail is sent from here, one asks for a letter; else whom to ask is told."""
    if request.method != "POST" or not settings.HAS_MAIL:
        return show(request, TEMPLATE, typed=Typed(FORGOT), has_mail=settings.HAS_MAIL, is_asked=False)
    typed = Typed(FORGOT, typed_in(FORGOT, request.POST))
    typed.mistakes = read(FORGOT, typed.answers).mistakes
    try:
        tried(request, "mail")
    except TooManyTries as refusal:
        typed.refusal = refusal
    if typed.is_wrong:
        status = 429 if typed.refusal else 422
        return show(request, TEMPLATE, status=status, typed=typed, has_mail=True, is_asked=False)
    answer = show(request, TEMPLATE, typed=typed, has_mail=True, is_asked=True)
    return _afterwards(answer, lambda: _write(request, as_kept(typed.value("it.login"))))


def _afterwards(answer: HttpResponse, call: Callable[[], None]) -> HttpResponse:
    """The answer; once it has gone out, the call is made: what goes wrong then is in the log."""

    def logged() -> None:
        try:
            call()
        except Refusal as refusal:
            LOG.info("%s", refusal)
        except Exception:
            LOG.exception("편지를 보내지 못했습니다")

    answer._resource_closers.append(logged)  # type: ignore[attr-defined]  # noqa: SLF001 - as Django closes files
    return answer


def _write(request: Asked, login: str) -> None:
    """Write to the person of the login, who has an address; not more than a few times an hour."""
    person = person_with_login(request.jurisdiction.pk, login)
    if person is None or not person.email:
        return
    tried(request, "mail_to", login)
    made = make_reset_code(person.pk, by=system(request), at=request.at, key=key_of(request))
    address = request.build_absolute_uri(url("account:reset_with", made.code))
    letter = LETTER.format(name=person.name, address=address, days=RESET_DAYS)
    send_mail("마중물 비밀번호 다시 정하기", letter, settings.DEFAULT_FROM_EMAIL, [person.email])
