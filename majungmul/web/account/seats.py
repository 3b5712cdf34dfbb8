"""자리 — in which of one's positions one acts."""

from django.http import HttpResponse, HttpResponseRedirect

from majungmul.web.account.login import page_for
from majungmul.web.asked import CHOSEN, Asked
from majungmul.web.showing import show


def seats(request: Asked) -> HttpResponse:
    """자리 고르기 — where a person has several; the only one is taken at once, unless another one has ended."""
    kept = request.session.get(CHOSEN)
    has_ended = bool(kept) and kept not in [seat.code for seat in request.seats]
    if request.method == "POST":
        chosen = next((seat for seat in request.seats if seat.code == request.POST.get("seat")), None)
        if chosen:
            request.session[CHOSEN] = chosen.code
            return HttpResponseRedirect(page_for(request, chosen))
    elif len(request.seats) == 1 and not has_ended:
        return HttpResponseRedirect(page_for(request, request.seats[0]))
    return show(request, "account/seats.html", has_ended=has_ended, chosen=kept)
