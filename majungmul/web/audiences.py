"""볼 사람 — each page declares for whom it is; one without a declaration is a bug, and never shown."""

from collections.abc import Callable
from enum import Enum
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode

from majungmul.books.parties.kinds import OfficeKind, Role
from majungmul.books.parties.queries.seats import Seat
from majungmul.web.asked import Asked
from majungmul.web.refusals import ended, not_here

View = Callable[..., HttpResponseBase]


class Audience(Enum):
    """볼 사람 — who a page is for: offices and roles of their positions."""

    PUBLIC = "누구나"
    SIGNED_IN = "들어온 사람 누구나"
    APPLICANT = "협동조합·중소기업"
    OFFICER = "보조사업자 담당자"
    APPROVER = "결재권자"
    CITY = "시 담당자·결재권자"
    AUDITOR = "감사자"
    ADMINISTRATOR = "관리자"


EVERY_OFFICE = frozenset(OfficeKind)
SEATS: dict[Audience, tuple[frozenset[OfficeKind], frozenset[Role]]] = {
    Audience.APPLICANT: (frozenset({OfficeKind.APPLICANT}), frozenset({Role.OFFICER})),
    Audience.OFFICER: (frozenset({OfficeKind.OPERATOR}), frozenset({Role.OFFICER})),
    Audience.APPROVER: (frozenset({OfficeKind.OPERATOR, OfficeKind.CITY}), frozenset({Role.APPROVER})),
    Audience.CITY: (frozenset({OfficeKind.CITY}), frozenset({Role.OFFICER, Role.APPROVER})),
    Audience.AUDITOR: (EVERY_OFFICE, frozenset({Role.AUDITOR})),
    Audience.ADMINISTRATOR: (EVERY_OFFICE, frozenset({Role.ADMINISTRATOR})),
}
HOMES = {
    Audience.APPLICANT: "applicant:mine",
    Audience.OFFICER: "officer:today",
    Audience.CITY: "city:year",
    Audience.APPROVER: "approver:inbox",
    Audience.AUDITOR: "audit:ledger",
    Audience.ADMINISTRATOR: "account:people",
}
"""The page that each begins with, in the order in which they are tried."""


def page(route: str, view: View, *audiences: Audience, name: str) -> URLPattern:
    """쪽 — a route with those it is for: all who may open it, and nobody else."""

    @wraps(view)
    def declared(*args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 - whatever the view takes
        return view(*args, **kwargs)

    declared.audiences = frozenset(audiences)  # type: ignore[attr-defined]
    return path(route, declared, name=name)


def is_for(seat: Seat, audience: Audience) -> bool:
    """Whether somebody who acts in this seat belongs to the audience."""
    if audience not in SEATS:
        return True
    offices, roles = SEATS[audience]
    return seat.office_kind in offices and seat.role in roles


def home_of(seat: Seat) -> str:
    """The address of the page that a seat begins with."""
    return next((reverse(name) for who, name in HOMES.items() if is_for(seat, who)), reverse("public:home"))


class AudienceMiddleware:
    """볼 사람 가리기 — lets nobody see what is not for them: strangers log in, for others it is not there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer."""
        return self.get_response(request)

    def process_view(
        self, request: Asked, view: View, _args: object, _kwargs: object
    ) -> HttpResponseBase | None:
        """None where the one who asks may go on."""
        audiences: frozenset[Audience] = view.audiences  # type: ignore[attr-defined]  # without: a bug, loud
        if Audience.PUBLIC in audiences:
            return None
        if not request.user.is_authenticated:
            return ended(request) if request.method != "GET" else _first("account:login", request)
        if not request.is_seated:
            if Audience.SIGNED_IN in audiences:
                return None
            return ended(request) if request.method != "GET" else _first("account:seats", request)
        is_theirs = any(is_for(request.seat, audience) for audience in audiences)
        return None if is_theirs else not_here(request)


def _first(name: str, request: Asked) -> HttpResponseBase:
    """Go there first, and then come back."""
    return redirect(f"{reverse(name)}?{urlencode({'next': request.get_full_path()})}")
