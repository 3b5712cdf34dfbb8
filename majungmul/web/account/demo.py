"""시연 — in the demo alone: log in by one press, as somebody of the story."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect

from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.queries.seats import person_with_login
from majungmul.web.account.entering import sit_down
from majungmul.web.account.login import next_page
from majungmul.web.asked import Asked
from majungmul.web.audiences import Audience, page
from majungmul.web.showing import show

SEATS = (
    ("city-officer", "시 담당자", "연간 현황을 보고, 교부하고, 정산을 검토합니다."),
    ("operator-officer", "중앙회 담당자", "공고하고, 심사하고, 지급을 올립니다."),
    ("operator-approver", "중앙회 결재자", "올라온 것을 보고 결재하거나 돌려보냅니다."),
    ("florists-officer", "협동조합 가 (꽃도매)", "2차 공고에 신청하고, 계약하고, 청구합니다."),
    ("printers-officer", "협동조합 나 (인쇄)", "돌려줄 돈이 생긴 조합의 눈으로 봅니다."),
    ("city-auditor", "감사", "원장과 이력을 봅니다."),
)


def seats(request: Asked) -> HttpResponse:
    """시연 자리 — who one may be."""
    if not settings.DEMO:
        raise NotHere(what="쪽")
    if request.method == "POST":
        login = request.POST.get("login", "")
        person = person_with_login(request.jurisdiction.pk, login)
        if person is None or login not in {each[0] for each in SEATS}:
            raise NotHere(what="사람")
        sit_down(request, person)
        return HttpResponseRedirect(next_page(request))
    return show(request, "account/demo.html", people=SEATS)


ROUTES = [page("", seats, Audience.PUBLIC, name="seats")]
