"""다른 기관 — opened by the city's administrator; its people are registered by its own."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from majungmul.books.parties.actions.invitations import invite_administrator, open_office
from majungmul.books.parties.kinds import OfficeKind
from majungmul.books.parties.queries.people import office_without_administrator
from majungmul.books.parties.queries.rows import NotHere
from majungmul.web.account.sheets import sheet_address
from majungmul.web.asked import Asked, today
from majungmul.web.forms.asking import ask, choice, field
from majungmul.web.forms.doing import Files, Values, do
from majungmul.web.forms.typed import Typed, of
from majungmul.web.keys import key_of
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.books.parties.models import Invitation

NEW_OFFICE = ask(
    "기관 만들기",
    choice(
        "kind",
        "하는 일",
        [(each.value, str(each.label)) for each in (OfficeKind.OPERATOR, OfficeKind.AUDIT)],
        help="보조사업자는 공고하고 지급하는 기관(중앙회)이고, 감사기관은 원장과 이력을 봅니다.",
    ),
    field("name", "기관 이름", limit=60, example="중소기업중앙회 서울지역본부"),
    field(
        "number",
        "사업자등록번호",
        "business_number",
        required=False,
        help="보조사업자만 적습니다. 나중에 적어도 됩니다.",
    ),
    field("person", "그 기관 관리자의 이름", limit=40, help="그 사람에게 줄 안내문이 만들어집니다."),
)
ADMINISTRATOR = ask("관리자 초대", field("name", "받는 사람 이름", limit=40, help="안내문 머리에 적힙니다."))


def is_city(request: Asked) -> bool:
    """시 — whether who asks belongs to the city, which alone opens offices."""
    return request.seat.office_kind is OfficeKind.CITY


def office_new(request: Asked) -> HttpResponse:
    """기관 만들기 — a 보조사업자 or a 감사기관, by the city's administrator, with a sheet for its first one."""
    if not is_city(request):
        raise NotHere(what="쪽")

    def again(typed: Typed) -> HttpResponse:
        return show(request, "account/office_new.html", typed=typed)

    def make(values: Values, _: Files) -> "Invitation":
        number = str(values["number"].digits) if values.get("number") else ""
        office, by, key = (values["kind"], values["name"], number), request.actor, key_of(request)
        return open_office(*office, values["person"], by=by, at=request.at, key=key)

    if request.method != "POST":
        return again(Typed(NEW_OFFICE, of({"kind": OfficeKind.OPERATOR.value})))
    return do(request, NEW_OFFICE, make, then=lambda made: sheet_address(request, made), again=again)


def office_invite(request: Asked, office: UUID) -> HttpResponse:
    """관리자 초대 — into an office that has none."""
    if not is_city(request):
        raise NotHere(what="쪽")
    other = office_without_administrator(request.seat, office, today(request))

    def again(typed: Typed) -> HttpResponse:
        return show(request, "account/office_invite.html", office=other, typed=typed)

    def make(values: Values, _: Files) -> "Invitation":
        key = key_of(request)
        return invite_administrator(other.pk, values["name"], by=request.actor, at=request.at, key=key)

    if request.method != "POST":
        return again(Typed(ADMINISTRATOR))
    return do(request, ADMINISTRATOR, make, then=lambda made: sheet_address(request, made), again=again)
