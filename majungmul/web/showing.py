"""보이기 — a template with what a page has to say."""

from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string

from majungmul.web.asked import Asked


def show(request: Asked, template: str, *, status: int = 200, **said: Any) -> HttpResponse:  # noqa: ANN401 - whatever a page says
    """The page. What somebody who logged in sees is kept by nobody on the way."""
    response = HttpResponse(render_to_string(template, said, request), status=status)
    if request.user.is_authenticated:
        response["Cache-Control"] = "private, no-store"
    return response
