"""들어오기와 나가기."""

from django.contrib import auth
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_POST

from majungmul.books.parties.queries.seats import Seat
from majungmul.programmes.form_answers import FieldMistake, read
from majungmul.web.account.entering import WrongLogin, enter
from majungmul.web.account.places import PASSWORD, typed_password
from majungmul.web.account.tries import TooManyTries
from majungmul.web.asked import Asked
from majungmul.web.audiences import Audience, home_of, is_for
from majungmul.web.context import LARGE
from majungmul.web.forms.asking import ask, field, secret
from majungmul.web.forms.typed import Typed, typed_in
from majungmul.web.showing import show

LOGIN = ask("들어가기", field("login", "아이디", limit=60), secret("password", "비밀번호"))
A_YEAR = 60 * 60 * 24 * 365
MINUTE = 60
UNPROCESSABLE, TOO_MANY = 422, 429


def login(request: Asked) -> HttpResponse:
    """들어가기."""
    typed, wait = Typed(LOGIN), 0
    if request.method == "POST":
        typed.answers = typed_in(LOGIN, request.POST)
        typed.mistakes = read(LOGIN, typed.answers).mistakes
        try:
            if not typed.mistakes:
                enter(request, typed.value("it.login"), typed_password(request, PASSWORD))
                return HttpResponseRedirect(next_page(request))
        except WrongLogin as wrong:
            typed.mistakes.append(FieldMistake(PASSWORD, str(wrong)))
        except TooManyTries as refusal:
            typed.refusal, wait = refusal, int(str(refusal.places["minutes"]))
    return _shown(request, typed, wait)


@require_POST
def logout(request: Asked) -> HttpResponse:
    """나가기."""
    auth.logout(request)
    return HttpResponseRedirect(reverse("public:home"))


def back(request: Asked) -> HttpResponse:
    """들어왔습니다 — the window in which somebody logged in again may be closed."""
    return show(request, "account/back.html")


@require_POST
def size(request: Asked) -> HttpResponse:
    """글자 크기 — kept in a cookie of this browser."""
    answer = HttpResponseRedirect(_came_from(request))
    answer.set_cookie(
        LARGE, "large" if request.POST.get("size") == "large" else "normal", A_YEAR, samesite="Lax"
    )
    return answer


def next_page(request: Asked) -> str:
    """The choice of a seat (the only one is taken at once), and then the page that was asked for before."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    address = reverse("account:seats")
    return f"{address}?{urlencode({'next': wanted})}" if _is_ours(request, wanted) else address


def page_for(request: Asked, seat: Seat) -> str:
    """The page that was asked for before, where it is one for this seat; else the one it begins with."""
    wanted = request.GET.get("next", "")
    if not _is_ours(request, wanted):
        return home_of(seat)
    try:
        audiences: frozenset[Audience] = resolve(wanted.partition("?")[0]).func.audiences  # type: ignore[attr-defined]
    except Resolver404:
        return home_of(seat)
    return wanted if any(is_for(seat, audience) for audience in audiences) else home_of(seat)


def _shown(request: Asked, typed: Typed, wait: int) -> HttpResponse:
    status = TOO_MANY if wait else UNPROCESSABLE if typed.is_wrong else 200
    answer = show(request, "account/login.html", typed=typed, status=status)
    if wait:
        answer.headers["Retry-After"] = str(wait * MINUTE)
    return answer


def _is_ours(request: Asked, address: str) -> bool:
    return address.startswith("/") and url_has_allowed_host_and_scheme(address, {request.get_host()})


def _came_from(request: Asked) -> str:
    from_page = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(from_page, {request.get_host()})
    return from_page if ours else reverse("public:home")
