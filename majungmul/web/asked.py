"""요청 — what every page knows of the one who asks: when, in which jurisdiction, from which seat."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import get_template
from django.utils import timezone

from majungmul.books.parties.queries.positions import jurisdiction_named
from majungmul.books.parties.queries.seats import Seat, seats_of
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal

if TYPE_CHECKING:
    from majungmul.books.parties.models import Jurisdiction, Person

CHOSEN = "seat"
"""Where the session keeps the seat that a person with several has chosen."""


class NotOpenedYet(Refusal):
    """아직 열지 않음."""

    sentence = (
        "마중물에 아직 기관이 없습니다. 전산 담당자가 ‘majungmul office new’로 첫 기관을 열어 주십시오."
    )


class Asked(HttpRequest):
    """요청 — a request as our views see it; the middleware below gives it these."""

    at: datetime
    """When it came: the only clock that a view reads."""
    jurisdiction: "Jurisdiction"
    """자치단체 — whose window this is."""
    seats: list[Seat]
    """Every seat of the person; empty for nobody."""
    seat: Seat
    """The seat in which the person acts. There on every page but public ones: see `is_seated`."""
    is_seated: bool
    actor: Actor
    """The seat's actor, with the number of this request."""
    user: "Person"


now = timezone.now
"""The clock of the window, read once a request."""

Answer = Callable[[HttpRequest], HttpResponseBase]


class AskedMiddleware:
    """요청 알아보기 — the clock is read once; the seat is asked anew each time, so it ends with its position."""

    def __init__(self, get_response: Answer) -> None:
        """Keep what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Say when, where and who; then answer."""
        asked: Asked = request  # type: ignore[assignment]
        asked.at = now()
        asked.seats, asked.is_seated = [], False
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_of: object) -> HttpResponse | None:
        """Look up the jurisdiction and the seat. A page says so where the jurisdiction is not founded."""
        asked: Asked = request  # type: ignore[assignment]
        founded = jurisdiction_named(settings.JURISDICTION)
        if founded is None:
            page = get_template("parts/not_opened.html").render({"sentence": str(NotOpenedYet())})
            return HttpResponse(page, status=503)
        asked.jurisdiction = founded
        if request.user.is_authenticated:
            _sit_down(asked)
        return None


def today(request: Asked) -> date:
    """오늘 — the day on which the request came."""
    return timezone.localdate(request.at)


def _sit_down(asked: Asked) -> None:
    """The seat that was chosen, or the only one; none where the chosen one has ended: another is chosen anew."""
    seats = seats_of(asked.user.pk, today(asked))
    asked.seats = [seat for seat in seats if seat.actor.jurisdiction == asked.jurisdiction.pk]
    chosen = asked.session.get(CHOSEN)
    fitting = [seat for seat in asked.seats if seat.code == chosen]
    if chosen is None and len(asked.seats) == 1:
        fitting = asked.seats
    if fitting:
        (asked.seat, asked.is_seated, asked.actor) = (fitting[0], True, fitting[0].actor)
