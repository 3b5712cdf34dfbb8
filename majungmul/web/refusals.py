"""거절과 오류의 쪽 — a refusal as a page, what is not there, a session that ended, our own fault."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import get_template

from majungmul.books.parties.queries.rows import NotHere
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked
from majungmul.web.showing import show

KEPT_OUT = ("csrfmiddlewaretoken", "key")
SECRET = "password"  # noqa: S105 - the name of a field
"""What a page never hands back, nor what ends so (`it.new_password`)."""


class RefusalMiddleware:
    """거절 보이기 — turns a refusal that no form has caught into a page with its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer."""
        return self.get_response(request)

    def process_exception(self, request: Asked, problem: Exception) -> HttpResponse | None:
        """The page of a refusal; anything else is a bug, and goes on."""
        if isinstance(problem, NotHere):
            return not_here(request)
        if isinstance(problem, Refusal):
            return show(request, "parts/refused.html", status=409, refusal=problem)
        return None


def not_here(request: Asked) -> HttpResponse:
    """404 — it is not there, or not for this person: nobody learns which."""
    return show(request, "parts/not_here.html", status=404)


def ended(request: Asked) -> HttpResponse:
    """401 — the session ended while somebody typed: what was typed can be sent again after logging in."""
    return show(request, _ended(request), status=401, typed=_typed(request))


def _typed(request: Asked) -> list[tuple[str, str]]:
    """What was sent, to be sent again: only from our own page, and without what must not come back."""
    if request.headers.get("Origin", "") not in ("", f"{request.scheme}://{request.get_host()}"):
        return []
    fields = request.POST.lists()
    handed_back = [each for each in fields if each[0] not in KEPT_OUT and not each[0].endswith(SECRET)]
    return [(name, value) for name, values in handed_back for value in values]


def _ended(request: HttpRequest) -> str:
    """The page that says so; a line of it where a form had saved itself, whose page keeps what was typed."""
    return "parts/ended_saved.html" if request.headers.get("HX-Request") else "parts/ended.html"


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - as Django calls it
    """404 — no such address."""
    return HttpResponse(_bare("parts/no_address.html"), status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - as Django calls it
    """403 — the page was open while the session changed: what was typed can be sent again."""
    return show(request, _ended(request), status=403, typed=_typed(request))  # type: ignore[arg-type]


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - as Django calls it
    """400 — what came is no request of ours."""
    return HttpResponse(_bare("parts/bad_request.html"), status=400)


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - as Django calls it
    """500 — our own fault; it is in the log. Asks nothing of what may be broken."""
    return HttpResponse(_bare("parts/our_fault.html"), status=500)


def _bare(template: str, **said: str) -> str:
    """A page that needs no request, no session and no database."""
    return get_template(template).render(said)
