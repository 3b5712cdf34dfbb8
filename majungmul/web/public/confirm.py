"""거래조합의 확인 — of a contract, by the code that the applicant sent: no login, one button."""

import re

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from majungmul.books.parties.queries.positions import system_actor
from majungmul.programmes.form_answers import FieldMistake
from majungmul.stages.delivery.actions import confirm_by_code
from majungmul.stages.delivery.queries import asked_by_code
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked, today
from majungmul.web.forms.asking import ask, field
from majungmul.web.forms.doing import do
from majungmul.web.forms.typed import Typed, typed_in
from majungmul.web.keys import key_of
from majungmul.web.showing import show

CODE = ask(
    "거래 확인",
    field(
        "code",
        "확인번호",
        help="신청한 조합이 보낸 글에 있는 번호입니다. 대문자와 소문자를 그대로 적어 주십시오.",
    ),
)
CONFIRM = ask("확인")
CODES = re.compile(r"[A-Za-z0-9_-]{6,80}")


def enter(request: Asked) -> HttpResponse:
    """확인번호 적기 — for somebody to whom the code was told, and not sent as a link."""
    typed = Typed(CODE, typed_in(CODE, request.GET))
    code = typed.value("it.code").strip()
    if CODES.fullmatch(code):
        return HttpResponseRedirect(reverse("public:confirm_contract", args=[code]))
    if "it.code" in request.GET:
        typed.mistakes.append(FieldMistake("it.code", "받은 확인번호를 그대로 적어 주십시오."))
    return show(request, "public/confirm.html", status=422 if typed.is_wrong else 200, typed=typed)


def confirm(request: Asked, code: str) -> HttpResponse:
    """거래 확인 — what is asked; confirmed by the button. A code that is wrong, over or locked: its sentence."""
    try:
        asked = asked_by_code(request.jurisdiction.pk, code, at=request.at)
    except Refusal as refusal:
        return show(request, "public/confirm_not.html", status=404, refusal=refusal)
    if request.method != "POST" or not asked.is_waiting:
        return _shown(request, code, Typed(CONFIRM))
    return do(
        request,
        CONFIRM,
        lambda _values, _files: confirm_by_code(
            asked.contract,
            code,
            by=system_actor(request.jurisdiction.pk, today(request)),
            at=request.at,
            key=key_of(request),
        ),
        then=lambda _contract: reverse("public:confirm_contract", args=[code]),
        again=lambda typed: _shown(request, code, typed),
        said="거래를 확인했습니다. 고맙습니다.",
    )


def _shown(request: Asked, code: str, typed: Typed) -> HttpResponse:
    asked = asked_by_code(request.jurisdiction.pk, code, at=request.at)
    return show(request, "public/confirm_contract.html", it=asked, code=code, typed=typed)
