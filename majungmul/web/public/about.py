"""마중물은 — what this is, whose data, what is kept of whom, and where the open data are."""

from django.http import HttpResponse

from majungmul.books.ledger.queries import years_of
from majungmul.web.asked import Asked
from majungmul.web.showing import show


def about(request: Asked) -> HttpResponse:
    """마중물은."""
    of = request.jurisdiction
    return show(request, "public/about.html", city=of.name, years=years_of(of.pk))
