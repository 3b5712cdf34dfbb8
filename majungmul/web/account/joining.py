"""안내문으로 들어오기 — with the code of a sheet: as a new person, or with a new password."""

from collections.abc import Callable

from django.http import HttpResponse

from majungmul.books.parties.actions.joining import join as join_with
from majungmul.books.parties.actions.joining import reset_by_code
from majungmul.programmes.form import Form
from majungmul.web.account.entering import sit_down, system
from majungmul.web.account.places import NEW_PASSWORD, at_fields, new_password
from majungmul.web.account.tries import TooManyTries, tried
from majungmul.web.asked import Asked
from majungmul.web.environment import url
from majungmul.web.forms.asking import ask, field
from majungmul.web.forms.doing import Files, Values, do
from majungmul.web.forms.typed import Typed, of
from majungmul.web.keys import key_of
from majungmul.web.showing import show

CODE = field("code", "안내문의 번호", example="ABCD-EFGH-JK", limit=30)
LOGIN = field(
    "login",
    "쓸 아이디",
    limit=60,
    example="hong.gildong",
    help="영문 소문자와 숫자로 4자 이상. 다음부터 이 아이디로 들어옵니다.",
)
JOIN = ask("처음 들어오기", CODE, LOGIN, *NEW_PASSWORD)
TOO_MANY = 429
RESET = ask("비밀번호 다시 정하기", CODE, *NEW_PASSWORD)


def join(request: Asked, code: str = "") -> HttpResponse:
    """처음 들어오기 — by who was given a sheet; nothing is told of a code before it is sent."""
    return _page(request, JOIN, code, "account/join.html", _joined)


def reset(request: Asked, code: str = "") -> HttpResponse:
    """비밀번호 다시 정하기 — by who was given a sheet, or a letter."""
    return _page(request, RESET, code, "account/reset.html", _reset)


def _page(
    request: Asked, form: Form, code: str, template: str, deed: Callable[[Asked, Values], None]
) -> HttpResponse:
    if request.method != "POST":
        return show(request, template, typed=Typed(form, of({"code": code[: CODE.limit]})))

    def run(values: Values, _: Files) -> None:
        counted = tried(request, "code")
        with at_fields():
            deed(request, values)
        counted.was_right()

    tries: list[Typed] = []

    def again(typed: Typed) -> HttpResponse:
        tries.append(typed)
        return show(request, template, typed=typed)

    answer = do(request, form, run, then=lambda _: url("account:seats"), again=again)
    if any(isinstance(typed.refusal, TooManyTries) for typed in tries):
        answer.status_code = TOO_MANY
    return answer


def _joined(request: Asked, values: Values) -> None:
    password, key = new_password(request), key_of(request)
    person = join_with(values["code"], values["login"], password, by=system(request), at=request.at, key=key)
    sit_down(request, person)


def _reset(request: Asked, values: Values) -> None:
    password, key = new_password(request), key_of(request)
    person = reset_by_code(values["code"], password, by=system(request), at=request.at, key=key)
    sit_down(request, person)
