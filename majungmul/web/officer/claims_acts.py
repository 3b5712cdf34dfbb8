"""청구의 일 — what an officer does with a claim besides the examination: ask, take back, say what the bank said."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from majungmul.books.trail.reading import reading
from majungmul.programmes.form import Form
from majungmul.programmes.specification import specification
from majungmul.stages.payment.actions import (
    ask_correction,
    bounce,
    fail,
    pay,
    recognise_proof,
    withdraw,
)
from majungmul.stages.payment.queries import claim_for, examination, forms_of
from majungmul.stages.payment.refusals import NoDaysToCorrect, PaidOnOddDay
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked, today
from majungmul.web.forms.asking import REASON, ask, choice, field
from majungmul.web.forms.doing import do
from majungmul.web.forms.typed import Typed, of
from majungmul.web.keys import key_of
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.payment.models import Claim

PAY = ask(
    "지급 확인",
    field("paid_on", "은행이 이체한 날", "day", example="2026. 11. 25."),
)
FAIL = ask(
    "이체 반송",
    REASON.model_copy(
        update={"label": "은행이 돌려보낸 까닭", "limit": 200, "example": "계좌 없음", "help": ""}
    ),
)
BOUNCE = ask(
    "지급 뒤 반송",
    REASON.model_copy(update={"label": "돈이 돌아온 까닭", "limit": 200, "example": "계좌 해지", "help": ""}),
)
WITHDRAW = ask("지출결의 취하", REASON.model_copy(update={"help": "", "example": "증빙을 다시 붙임"}))


def correction(request: Asked, claim: UUID) -> HttpResponseBase:
    """청구 보완요청 — at which field, what, within how many days."""
    row = claim_for(request.seat, claim)
    form, labels = _correction_form(row)
    if request.method != "POST":
        days = specification(row.jurisdiction.code, row.award.application.call.programme)
        begun = of({"days": str(days.settings_on(today(request)).correction_days)})
        return _act(request, row, Typed(form, begun), "correction")
    return do(
        request,
        form,
        lambda values, _: ask_correction(
            row.pk,
            labels[values["field"]],
            values["what"],
            values["days"],
            by=request.actor,
            at=request.at,
            key=key_of(request),
        ),
        then=lambda _: reverse("officer:claim", args=[row.pk]),
        again=lambda typed: _act(request, row, typed, "correction"),
        said="보완요청을 보냈습니다. 조합의 할 일에 기한과 함께 올라갑니다.",
        places={NoDaysToCorrect: "it.days"},
    )


def recognise_plain(request: Asked, claim: UUID) -> HttpResponseBase:
    """표시 없는 증빙 인정 — each that nobody has looked at and that has no flag, as it says; one action each."""
    row = claim_for(request.seat, claim)
    if request.method == "POST":
        key, looked = key_of(request), examination(row)
        plain = [
            each
            for line in looked.lines
            if not line.flags
            for each in line.proofs
            if each.recognised is None and not each.flags
        ]
        done = [
            _recognised(request, each.proof.pk, each.most, f"{key}:{number}")
            for number, each in enumerate(plain)
        ]
        messages.success(request, f"표시 없는 증빙 {sum(done)}장을 적힌 금액대로 인정했습니다.")
    return redirect("officer:claim", row.pk)


def withdrawal(request: Asked, claim: UUID) -> HttpResponseBase:
    """지출결의 취하 — of the office's own spending, before it is handed in."""
    return _reasoned(
        request, claim, WITHDRAW, "withdraw", withdraw, "지출결의를 취하했습니다. 고쳐서 다시 낼 수 있습니다."
    )


def paid(request: Asked, claim: UUID) -> HttpResponseBase:
    """지급 확인 — the bank has carried it out, on a day."""
    row = claim_for(request.seat, claim)
    if request.method != "POST":
        day = today(request)
        return _act(request, row, Typed(PAY, of({"paid_on": f"{day.year}. {day.month}. {day.day}."})), "pay")
    return do(
        request,
        PAY,
        lambda values, _: pay(
            row.pk, values["paid_on"], by=request.actor, at=request.at, key=key_of(request)
        ),
        then=lambda _: reverse("officer:claim", args=[row.pk]),
        again=lambda typed: _act(request, row, typed, "pay"),
        said=f"{row.body.name}에 지급한 것을 적었습니다.",
        places={PaidOnOddDay: "it.paid_on"},
    )


def failed(request: Asked, claim: UUID) -> HttpResponseBase:
    """이체 반송 — the bank did not carry it out."""
    return _reasoned(
        request,
        claim,
        FAIL,
        "fail",
        fail,
        "돌려보낸 것을 적었습니다. 계좌를 확인한 뒤 다시 이체할 수 있습니다.",
    )


def bounced(request: Asked, claim: UUID) -> HttpResponseBase:
    """지급 뒤 반송 — the money came back."""
    return _reasoned(
        request,
        claim,
        BOUNCE,
        "bounce",
        bounce,
        "돌아온 것을 적었습니다. 계좌를 확인한 뒤 다시 이체할 수 있습니다.",
    )


def _reasoned(
    request: Asked, claim: UUID, form: Form, act: str, verb: Callable[..., Any], said: str
) -> HttpResponseBase:
    """A page that asks for a reason, and then does it."""
    row = claim_for(request.seat, claim)
    if request.method != "POST":
        return _act(request, row, Typed(form), act)
    return do(
        request,
        form,
        lambda values, _: verb(
            row.pk, values["reason"], by=request.actor, at=request.at, key=key_of(request)
        ),
        then=lambda _: reverse("officer:claim", args=[row.pk]),
        again=lambda typed: _act(request, row, typed, act),
        said=said,
    )


ACTS = {
    "correction": ("보완요청", "무엇을 고쳐 달라고 할지 적어 주십시오", "보완요청 보내기"),
    "withdraw": ("지출결의 취하", "취하하는 까닭을 적어 주십시오", "취하"),
    "pay": ("지급 확인", "은행이 이체한 날을 적어 주십시오", "지급했음"),
    "fail": ("이체 반송", "은행이 돌려보낸 까닭을 적어 주십시오", "반송 적기"),
    "bounce": ("지급 뒤 반송", "돈이 돌아온 까닭을 적어 주십시오", "돌아옴 적기"),
}
"""By act: its name, what the page asks, its button."""


def _act(request: Asked, row: "Claim", typed: Typed, act: str) -> HttpResponse:
    name, asks, button = ACTS[act]
    with reading(request.actor, row, f"{name}에 필요"):
        return show(
            request,
            "officer/claim_act.html",
            claim=row,
            typed=typed,
            act=act,
            name=name,
            asks=asks,
            button=button,
            here=request.path,
        )


def _correction_form(row: "Claim") -> tuple[Form, dict[str, str]]:
    """The form, and which field each of its choices means."""
    places = [
        (f"{form.code}-{section.code}-{one.code}", f"{section.label} · {one.label}")
        for form in forms_of(row.award)
        for section in form.sections
        for one in section.fields
    ]
    places += [
        (f"{form.code}-papers-{slot.code}", f"붙임 · {slot.label}")
        for form in forms_of(row.award)
        for slot in form.papers
    ]
    asked = ask(
        "보완요청",
        choice("field", "고칠 곳", places),
        field(
            "what",
            "고칠 내용",
            "long_text",
            limit=300,
            example="1번 거래의 이체확인증이 흐려 읽을 수 없습니다. 다시 올려 주십시오.",
        ),
        field("days", "며칠 안에", "count", example="7", help="쉬는 날에 끝나면 다음 근무일까지입니다."),
    )
    return asked, dict(places)


def _recognised(request: Asked, proof: UUID, amount: Any, key: str) -> bool:  # noqa: ANN401 - won of a query
    """One proof, as it says; one that is refused stops nothing else and waits to be looked at."""
    try:
        recognise_proof(proof, amount, by=request.actor, at=request.at, key=key)
    except Refusal:
        return False
    return True
