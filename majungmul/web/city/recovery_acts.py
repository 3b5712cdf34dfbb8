"""환수 — the decision revoked after money left, and what was paid ordered back: always after a revocation."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from majungmul.programmes.reasons import Grounds, reasons_on
from majungmul.stages.award.queries import lines_of
from majungmul.stages.settlement import actions
from majungmul.stages.settlement.queries import may_be_asked_back, revocations_of
from majungmul.stages.settlement.states import RevocationState
from majungmul.values.won import ZERO
from majungmul.web import asked
from majungmul.web.asked import Asked
from majungmul.web.city.designation_acts import how
from majungmul.web.forms.asking import choice, field
from majungmul.web.forms.doing import Files, Values
from majungmul.web.officer.act_pages import Act, Parts
from majungmul.web.words import day, won

if TYPE_CHECKING:
    from majungmul.stages.award.models import Award

Row = Any
"""An award."""
BASES = (
    ("actual", "실제로 생긴 이자"),
    ("agreed", "약정 이율"),
    ("statutory", "법정이율"),
    ("entered", "담당자가 정한 금액"),
)


def may_order_back(award: "Award") -> bool:
    """Whether a revocation of the award is in effect, after which money may be ordered back."""
    return revocations_of(award).filter(state=RevocationState.EFFECTIVE).exists()


def _revoke(request: Asked, award: Row, values: Values, _files: Files) -> object:
    said = actions.RevocationDraft(
        award=award.pk,
        grounds=values["grounds"],
        facts=values["facts"],
        principal=values["principal"],
        is_whole=bool(values["is_whole"]),
    )
    return actions.submit_revocation(said, **how(request))


def _refund(request: Asked, _award: Row, values: Values, _files: Files) -> object:
    said = actions.RefundDraft(
        line=UUID(values["line"]),
        kind="revoked",
        revocation=UUID(values["revocation"]),
        principal=values["principal"],
        reason=values["reason"],
        due_on=values["due_on"],
        interest_basis=values["interest_basis"],
        interest=values.get("interest") or ZERO,
        interest_rate=values.get("interest_rate") or "",
        interest_because=values.get("interest_because") or "",
    )
    return actions.propose_refund(said, **how(request))


def _about_revoke(request: Asked, award: Row) -> Parts:
    reasons = reasons_on(asked.today(request), Grounds.REVOCATION, award.jurisdiction.code)
    return (
        choice("grounds", "취소 사유", [(each.code, f"{each.label}({each.article})") for each in reasons]),
        field("facts", "사실", "long_text", limit=500),
        field("principal", "취소할 금액", "won", help="교부한 돈 가운데 취소에 걸린 금액입니다."),
        field("is_whole", "교부결정 전부를 취소하는지", "yes_no"),
    )


def _about_refund(_request: Asked, award: Row) -> Parts:
    revoked = [
        (str(each.pk), f"{day(each.decided_on)} {each.grounds_label} {won(each.principal)}원")
        for each in revocations_of(award).filter(state=RevocationState.EFFECTIVE)
    ]
    lines = [
        (str(each.pk), f"{each.label} (돌려받을 수 있는 금액 {won(may_be_asked_back(each))}원)")
        for each in lines_of(award)
    ]
    return (
        choice("revocation", "어느 취소에 따른 것인지", revoked),
        choice("line", "항목", lines),
        field("principal", "돌려받을 원금", "won"),
        field("due_on", "납부 기한", "day", example="2026. 12. 24."),
        field("reason", "까닭", "long_text", limit=500, help="반환명령서에 그대로 적힙니다."),
        choice("interest_basis", "이자", BASES),
        field(
            "interest",
            "이자 금액",
            "won_or_zero",
            required=False,
            help="실제 이자나 정한 금액일 때 적습니다.",
        ),
        field("interest_rate", "약정 이율(연 %)", required=False, limit=20, example="5"),
        field("interest_because", "이자의 근거", limit=300, example="통장 이자 내역"),
    )


REVOKE = Act(
    verb="settlement.submit_revocation",
    title="교부결정 취소 올림",
    button="결재 올림",
    said="교부결정 취소를 결재에 올렸습니다.",
    deed=_revoke,
    asks=_about_revoke,
    kind="secondary",
    note="돈을 교부한 뒤의 취소입니다. 결재가 나고 시행하면 반환명령을 올릴 수 있습니다.",
)
REFUND = Act(
    verb="settlement.propose_refund",
    title="반환명령 올림",
    button="결재 올림",
    said="반환명령을 결재에 올렸습니다.",
    deed=_refund,
    asks=_about_refund,
    kind="secondary",
    note="원금과 이자를 정해 올립니다. 결재권자가 문서번호와 함께 명령합니다.",
)
RECOVERY = {"revoke-paid": REVOKE, "order-back": REFUND}
"""환수에 할 일 by the word in the address."""
