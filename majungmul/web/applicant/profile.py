"""조합 정보 — what is registered of the body, and whom to tell with what where it is not so any more."""

from django.http import HttpResponse

from majungmul.books.parties.queries.accounts import account_at, accounts_of
from majungmul.books.parties.queries.bodies import address_on, representative_on, representatives_of
from majungmul.books.parties.queries.sight import own_body
from majungmul.values.business_number import BusinessNumber
from majungmul.web.asked import Asked, today
from majungmul.web.showing import show


def profile(request: Asked) -> HttpResponse:
    """조합 정보."""
    body, on = own_body(request.seat), today(request)
    paid_into = account_at(body, request.at)
    waiting = [each for each in accounts_of(body) if each.confirmed_at is None]
    return show(
        request,
        "applicant/profile.html",
        body=body,
        number=str(BusinessNumber(body.business_number)) if body.business_number else "",
        chair=representative_on(body, on),
        earlier=[each for each in representatives_of(body) if each.until is not None],
        place=address_on(body, on),
        account=paid_into,
        waiting=waiting,
    )
