"""지원계획 작성 — from its file: exported, changed where one writes it best, and handed in here as the next edition."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from pydantic import ValidationError

from majungmul.programmes.form_answers import FieldMistake
from majungmul.programmes.plan import read_plan
from majungmul.programmes.toml_file import dotted
from majungmul.stages.plan.actions import draft
from majungmul.values.mistake import Mistaken
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked
from majungmul.web.city.designation_acts import how
from majungmul.web.forms.asking import ask, slot
from majungmul.web.forms.typed import Typed
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.programmes.plan import Plan

PLACE = "papers.plan"
MOST_BYTES = 2_000_000
SHOWN = 10
"""So many mistakes of a file are told at once."""
FORM = ask("지원계획 파일", slot("plan", "지원계획 파일"))


class NotAPlan(Refusal):
    """지원계획이 아닌 파일."""

    sentence = "{found}"


def write(request: Asked) -> HttpResponse:
    """지원계획 작성 — the file becomes the plan of its year, or its next edition while it is in 작성."""
    typed = Typed(FORM)
    if request.method != "POST":
        return _shown(request, typed)
    try:
        made = draft(_sent(request), **how(request))
    except NotAPlan as problem:
        typed.mistakes.append(FieldMistake(PLACE, str(problem)))
        return _shown(request, typed, status=422)
    except Refusal as refusal:
        typed.refusal = refusal
        return _shown(request, typed, status=422)
    messages.success(
        request, f"{made.year}년 지원계획을 작성했습니다. 검산한 것을 보고 결재를 올려 주십시오."
    )
    return HttpResponseRedirect(f"{reverse('city:plan')}?year={made.year}")


def _sent(request: Asked) -> "Plan":
    """The plan in the file that came. Refuses (NotAPlan) none, one too large, and one that says no plan."""
    sent = request.FILES.get(PLACE)
    if sent is None:
        raise NotAPlan(found="지원계획 파일을 골라 주십시오.")
    if (sent.size or 0) > MOST_BYTES:
        raise NotAPlan(found="파일이 너무 큽니다. ‘파일로 내보내기’로 받은 것을 고쳐 올려 주십시오.")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.toml"
        path.write_bytes(sent.read())
        try:
            return read_plan(path)
        except Mistaken as found:
            raise NotAPlan(found=" ".join(str(each) for each in found.mistakes[:SHOWN])) from None
        except ValidationError as found:
            raise NotAPlan(found=_unfit(found)) from None


def _unfit(found: ValidationError) -> str:
    places = dict.fromkeys(dotted(each["loc"]) for each in found.errors()[:SHOWN])
    return f"파일에 지원계획과 맞지 않는 곳이 있습니다: {', '.join(places)}. 내보낸 파일의 모양대로 적어 주십시오."


def _shown(request: Asked, typed: Typed, *, status: int = 200) -> HttpResponse:
    return show(request, "city/plan_write.html", status=status, typed=typed, place=PLACE)
