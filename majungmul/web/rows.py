"""기록의 쪽 — the papers of a row, and the files that hang on it: for everybody who may see the row."""

from uuid import UUID

from django.http import HttpResponse

from majungmul.books.files.queries import content_of, use_of
from majungmul.books.files.serving import headers
from majungmul.books.parties.kinds import OfficeKind
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.queries.sight import own_body, sees
from majungmul.books.trail.reading import reading
from majungmul.web.applicant.documents import is_told
from majungmul.web.asked import Asked
from majungmul.web.audiences import Audience, page
from majungmul.web.papers import paper_page, row_of, title_of


def paper(request: Asked, row: UUID, kind: str) -> HttpResponse:
    """문서 — an official paper of a row, to look at and to print: for a body, once it was told.

    That somebody of another office looks at it is recorded: a paper names people, addresses, accounts.
    """
    seat = request.seat
    if seat.office_kind is OfficeKind.APPLICANT and not is_told(own_body(seat), kind, row):
        raise NotHere(what="문서")
    if seat.office_kind is OfficeKind.APPLICANT:
        return paper_page(request, kind, row)
    with reading(request.actor, row_of(seat, kind, row), f"문서 보기: {title_of(kind)}"):
        return paper_page(request, kind, row)


def file(request: Asked, row: UUID, use: UUID) -> HttpResponse:
    """첨부 파일 — of a row that the seat may see, always as a file to keep."""
    found = use_of(request.actor.jurisdiction, row, use)
    if found is None or not sees(request.seat, found[1]):
        raise NotHere(what="파일")
    return HttpResponse(content_of(found[0]), headers=headers(found[0]))


ROUTES = [
    page("<uuid:row>/papers/<slug:kind>/", paper, Audience.SIGNED_IN, name="paper"),
    page("<uuid:row>/files/<uuid:use>/", file, Audience.SIGNED_IN, name="file"),
]
