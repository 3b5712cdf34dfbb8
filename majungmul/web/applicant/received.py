"""받은 돈 — what came when, by year and programme; and every paper of the body to look at and to print."""

from django.http import HttpResponse

from majungmul.books.parties.queries.sight import own_body
from majungmul.programmes.specification import specification
from majungmul.stages.payment.queries import received_by_year, received_of
from majungmul.stages.settlement.queries import open_refunds
from majungmul.web.applicant.courses import courses_of
from majungmul.web.applicant.documents import documents_of
from majungmul.web.asked import Asked, today
from majungmul.web.showing import show

A_PAGE = 20


def received(request: Asked) -> HttpResponse:
    """받은 돈 — each payment with its sentence and its paper."""
    body = own_body(request.seat)
    found, year = received_by_year(body), today(request).year
    return show(
        request,
        "applicant/received.html",
        groups=[(_name(each.programme, body.jurisdiction.code), each) for each in found],
        this_year=received_of(found, year),
        year=year,
        all_in_all=received_of(found),
        open_refunds=open_refunds(request.actor.jurisdiction, today(request), body=body),
        refunds=[(course, refund) for course in courses_of(body) for refund in course.refunds],
    )


def papers(request: Asked) -> HttpResponse:
    """내 문서 — of every application, the newest first, a page at a time."""
    courses = courses_of(own_body(request.seat))
    asked = request.GET.get("page", "1")
    last = max(1, -(-len(courses) // A_PAGE))
    number = min(max(1, int(asked)), last) if asked.isdigit() and len(asked) < A_PAGE else 1
    shown = courses[(number - 1) * A_PAGE : number * A_PAGE]
    groups = [(course, documents_of(course)) for course in shown]
    return show(
        request,
        "applicant/papers.html",
        groups=groups,
        count=sum(len(documents) for _, documents in groups),
        page=number,
        last=last,
    )


def _name(programme: str, jurisdiction: str) -> str:
    return specification(jurisdiction, programme).name if programme else "지원금"
