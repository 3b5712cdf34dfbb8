"""반환의 서식 — what a 반환명령 and a revocation ask: reasons of the law of the day, interest by its basis."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from majungmul.programmes.legislation import NotInForce
from majungmul.programmes.reasons import Grounds, reasons_on
from majungmul.stages.award.queries import lines_of
from majungmul.stages.settlement.actions import RefundDraft
from majungmul.stages.settlement.queries import revocations_of
from majungmul.values.won import ZERO
from majungmul.web.asked import Asked, today
from majungmul.web.forms.asking import ask, choice, field
from majungmul.web.forms.doing import Values

if TYPE_CHECKING:
    from majungmul.programmes.form import Form
    from majungmul.stages.award.models import Award

KINDS = (("wrong", "잘못 쓴 금액"), ("goods_returned", "거래의 반품·취소"), ("revoked", "결정 취소"))
BASES = (
    ("none", "이자 없음"),
    ("actual", "실제로 생긴 이자"),
    ("agreed", "약정 이율"),
    ("statutory", "법정이율"),
    ("entered", "담당자가 정한 금액"),
)
BY_AMOUNT, BY_RATE = ("actual", "entered"), ("agreed",)
EXPLAINED = ("actual", "agreed", "statutory", "entered")


def refund_form(request: Asked, award: "Award") -> "Form":
    """반환명령의 서식 — rates and amounts only where the chosen basis needs them."""
    revoked = [
        (str(each.pk), f"{each.decided_on} {each.grounds_label} {each.principal}")
        for each in revocations_of(award)
        if each.state == "effective"
    ]
    kinds = [each for each in KINDS if revoked or each[0] != "revoked"]
    parts = [
        choice("line", "항목", [(str(each.pk), each.label) for each in lines_of(award)]),
        choice("kind", "구분", kinds),
        choice(
            "grounds",
            "반환 사유",
            _grounds(request, award),
            shown_when={"field": "kind", "is_one_of": ["wrong"]},
        ),
        field("principal", "돌려받을 원금", "won", example="200,000원"),
        field("due_on", "납부 기한", "day", example="2026. 12. 24."),
        field("reason", "까닭", "long_text", limit=500, help="반환명령서에 그대로 적힙니다."),
        choice("interest_basis", "이자", BASES),
        field("interest", "이자 금액", "won_or_zero", shown_when=_when(BY_AMOUNT)),
        field("interest_rate", "이율(연 %)", example="5", shown_when=_when(BY_RATE), limit=20),
        field(
            "interest_because", "이자의 근거", limit=300, example="협약 제9조", shown_when=_when(EXPLAINED)
        ),
        field(
            "wronged_on",
            "위반한 날",
            "day",
            required=False,
            help="모르면 비워 둡니다(처음 지급한 날로 봅니다).",
        ),
    ]
    if revoked:
        when = {"field": "kind", "is_one_of": ["revoked"]}
        parts.insert(2, choice("revocation", "어느 취소인지", revoked, shown_when=when))
    return ask("반환명령", *parts)


def revocation_form(request: Asked, award: "Award") -> "Form":
    """결정 취소의 서식 — on which grounds, the facts, how much."""
    return ask(
        "결정 취소",
        choice("grounds", "취소 사유", _grounds(request, award)),
        field("facts", "사실", "long_text", limit=500, example="거래하지 않은 세금계산서로 지원금을 받음"),
        field("principal", "취소할 금액", "won", example="3,496,000원"),
        field("is_whole", "결정 전부를 취소하는지", "yes_no"),
    )


def _grounds(request: Asked, award: "Award") -> list[tuple[str, str]]:
    """반환 사유 — of the law of today; where it has none, what the agreement says."""
    try:
        found = reasons_on(today(request), Grounds.RECIPIENT, award.jurisdiction.code)
    except NotInForce:
        return [("agreement", "협약이나 지원조건을 어김")]
    return [(each.code, f"{each.label}({each.article})" if each.article else each.label) for each in found]


def _when(bases: tuple[str, ...]) -> dict[str, Any]:
    return {"field": "interest_basis", "is_one_of": list(bases)}


def refund_draft(values: Values) -> RefundDraft:
    """반환명령 안 — as it was typed."""
    revocation = values.get("revocation")
    return RefundDraft(
        line=UUID(values["line"]),
        kind=values["kind"],
        principal=values["principal"],
        reason=values["reason"],
        due_on=values["due_on"],
        grounds=values.get("grounds") or "",
        wronged_on=values.get("wronged_on"),
        revocation=UUID(revocation) if revocation else None,
        interest_basis=values["interest_basis"],
        interest=values.get("interest") or ZERO,
        interest_rate=values.get("interest_rate") or "",
        interest_because=values.get("interest_because") or "",
    )
