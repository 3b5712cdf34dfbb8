"""접수증 확인 — whether a receipt is ours, by the check code printed on it: what came, when, how it stands."""

import re
from typing import TYPE_CHECKING

from django.http import HttpResponse

from majungmul.programmes.form_answers import FieldMistake
from majungmul.stages.application.queries import by_check_code
from majungmul.stages.award.queries import award_of
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import ask, field
from majungmul.web.forms.typed import Typed, typed_in
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.application.models import Application

CODE = ask(
    "접수증 확인",
    field(
        "code",
        "확인번호",
        example="7K3M9QXW",
        help="접수증 아래쪽에 있습니다. 띄어쓰기나 대소문자는 상관없습니다.",
    ),
)
CODES = re.compile(r"[A-Za-z0-9]{6,12}")
NONE_HAS_IT = "이 확인번호의 접수증을 찾을 수 없습니다. 접수증에 적힌 그대로 다시 적어 주십시오."


def receipt(request: Asked) -> HttpResponse:
    """접수증 확인 — `?it.code=`; whatever is wrong about a code, the answer is the same sentence."""
    typed = Typed(CODE, typed_in(CODE, request.GET))
    code = re.sub(r"[\s-]", "", typed.value("it.code"))
    found = by_check_code(request.jurisdiction.pk, code) if CODES.fullmatch(code) else None
    if "it.code" in request.GET and found is None:
        typed.mistakes.append(FieldMistake("it.code", NONE_HAS_IT))
    return show(
        request,
        "public/receipt.html",
        status=422 if typed.is_wrong else 200,
        typed=typed,
        found=found,
        standing=_standing(found) if found else "",
    )


def _standing(application: "Application") -> str:
    """How it stands, in words; once it is decided upon, the decision."""
    award = award_of(application)
    if award is None or not award.number:
        return str(application.get_state_display())
    ending = f", 그 뒤 {award.get_ending_display()}" if award.ending else ""
    return f"지원결정({award.number}){ending}"
