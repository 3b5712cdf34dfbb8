"""한도 — how much one request may carry; more is read to its end and answered with a page that says so."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import get_template

MEGABYTE = 1_000_000
CHUNK = 1 << 18
MOST_READ = 500 * MEGABYTE
"""So much of a request that is too large is read before it is answered: else its sender sees a broken line."""


class LimitMiddleware:
    """한도 지키기 — answers 413 to what is too large, before anything of it is kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, or say the limit."""
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) <= settings.MOST_BYTES_OF_A_REQUEST:
            return self.get_response(request)
        left = min(int(length), MOST_READ)
        while left > 0 and (piece := request.read(min(CHUNK, left))):
            left -= len(piece)
        most = settings.MOST_BYTES_OF_A_REQUEST // MEGABYTE
        return HttpResponse(get_template("parts/too_large.html").render({"most": most}), status=413)
