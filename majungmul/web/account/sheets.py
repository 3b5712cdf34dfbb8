"""안내문 — a sheet of paper with a code: for whom, where, until when. It can be handed over without e-mail."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from majungmul.books.parties.kinds import InvitationKind
from majungmul.books.parties.queries.invitations import sheet_of
from majungmul.web.asked import Asked
from majungmul.web.environment import url
from majungmul.web.keys import FIELD, key_of
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.books.parties.models import Invitation


def sheet_address(request: Asked, made: "Invitation") -> str:
    """The address of the sheet of what was made just now; nobody else's session opens it."""
    return url("account:sheet", made.pk, **{FIELD: key_of(request)})


def sheet(request: Asked, invitation: UUID) -> HttpResponse:
    """안내문 — to be printed by who made it, while its code is open."""
    made = sheet_of(request.actor, invitation, request.GET.get(FIELD, ""))
    page = "account:reset" if made.kind == InvitationKind.PASSWORD else "account:join"
    return show(
        request,
        "account/sheet.html",
        invitation=made,
        is_reset=made.kind == InvitationKind.PASSWORD,
        address=request.build_absolute_uri(url(page)),
        whole_address=request.build_absolute_uri(url(f"{page}_with", made.code)),
    )
