"""서류함 — the papers of the body, each handed in once: to be seen, added to, and offered again by forms."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.http import HttpResponse

from majungmul.books.files.queries import again
from majungmul.books.files.store import Received
from majungmul.books.parties.queries.sight import own_body
from majungmul.programmes.form import Form, Slot
from majungmul.stages.application.actions import keep_paper
from majungmul.stages.application.queries import box_of
from majungmul.web.asked import Asked
from majungmul.web.environment import url
from majungmul.web.forms.asking import ask, choice, slot
from majungmul.web.forms.doing import Files, Values, do
from majungmul.web.forms.steps import Offered
from majungmul.web.forms.typed import Typed
from majungmul.web.keys import key_of
from majungmul.web.showing import show
from majungmul.web.words import day

if TYPE_CHECKING:
    from majungmul.books.files.models import FileUse

MOST_OFFERED = 3
"""How many earlier files of one kind a form offers."""
FRESH = timedelta(days=365)
"""So old a paper may be to be chosen without being asked for; an older one is offered."""
FOR_ONE = ("sealed_application", "sealed_report", "sealed_claim", "partner_list", "statement", "invoice")
"""Papers that are made for one application or claim: an earlier one is no answer for the next."""

KINDS = (
    ("business_registration", "사업자등록증"),
    ("bankbook", "통장사본"),
    ("registry", "등기사항전부증명서"),
    ("minutes", "총회·이사회 의사록 발췌"),
    ("tax_certificate", "국세·지방세 납세증명서"),
    ("consent", "개인정보 수집·이용 동의서"),
    ("integrity_pledge", "보조금 청렴이행서약서"),
    ("sealed_application", "직인 찍은 신청서"),
    ("partner_list", "거래조합 명단"),
    ("project_plan", "사업계획서"),
)
"""What people keep in their box, with its name there."""
NAMES = dict(KINDS)
FORM = ask(
    "서류 넣기",
    choice("kind", "서류의 종류", [each for each in KINDS if each[0] not in FOR_ONE]),
    slot("paper", "파일"),
)


def offered_for(request: Asked, form: Form) -> Mapping[str, Sequence[Offered]]:
    """다시 내는 서류 — for each slot of a form those of the body's box, the newest first."""
    uses = box_of(own_body(request.seat))
    return {slot.code: _of_slot(slot, uses, request.at - FRESH) for slot in form.papers}


def keeping(request: Asked, slot: str, file: Received, key: str) -> str:
    """서류함에 넣기 — what a form received; gives the code under which it is offered from now on."""
    return str(keep_paper(slot, file, by=request.actor, at=request.at, key=key).pk)


def box(request: Asked) -> HttpResponse:
    """서류함."""
    if request.method == "POST":
        return do(
            request,
            FORM,
            lambda values, files: _put_in(request, values, files),
            then=lambda _: url("applicant:box"),
            again=lambda typed: _show(request, typed),
            said="서류함에 넣었습니다. 다음 신청부터 다시 내지 않아도 됩니다.",
        )
    return _show(request, Typed(FORM))


def _put_in(request: Asked, values: Values, files: Files) -> object:
    return keep_paper(values["kind"], files["paper"], by=request.actor, at=request.at, key=key_of(request))


def _show(request: Asked, typed: Typed) -> HttpResponse:
    uses = box_of(own_body(request.seat))
    kinds: dict[str, list[FileUse]] = {}
    for use in uses:
        kinds.setdefault(use.purpose, []).append(use)
    order = [code for code, _ in KINDS]
    groups = sorted(kinds.items(), key=lambda each: order.index(each[0]) if each[0] in order else len(order))
    shelves = [(NAMES.get(code, "그 밖의 서류"), each) for code, each in groups]
    return show(request, "applicant/box.html", typed=typed, shelves=shelves, count=len(uses))


def _of_slot(slot: Slot, uses: Sequence["FileUse"], since: datetime) -> list[Offered]:
    """The newest of this kind; the first is chosen, unless it is old or was made for another application."""
    fitting = [use for use in uses if use.purpose == slot.code and _is_for_more(use)][:MOST_OFFERED]
    return [
        _offered(use, is_default=not place and use.at >= since and slot.code not in FOR_ONE)
        for place, use in enumerate(fitting)
    ]


def _is_for_more(use: "FileUse") -> bool:
    """Whether it may be handed in again: not what was sealed for an application that has it."""
    return use.purpose not in FOR_ONE or use.subject_model == "parties.organisation"


def _offered(use: "FileUse", *, is_default: bool) -> Offered:
    address = url("rows:file", use.subject, use.pk)
    return Offered(str(use.pk), use.name, f"{day(use.at)} 냄", address, again(use), is_default)
