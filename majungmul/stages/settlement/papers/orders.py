"""반환명령의 문서 — the order itself, what the city is told of it, and its withdrawal."""

from majungmul.formats.paper import Block, Item, Pairs, Paper, day
from majungmul.stages.settlement.models import Refund
from majungmul.stages.settlement.papers.letters import (
    amounts,
    article,
    chair_of,
    letter,
    signed,
    what_for,
    whom_to_call,
)
from majungmul.stages.settlement.queries.interest import payments_of, unpaid_principal
from majungmul.stages.settlement.queries.refunding import last_day_of, last_day_to_object, tell_city_by
from majungmul.values.won import Won, total
from majungmul.values.won_words import in_figures_and_words

NO_SUCH_LAW = "당시 법에는 통보 의무가 없어 협약에 따라 알립니다."


def refund_order(refund: Refund) -> Paper:
    """반환명령서 — how much, why, how the interest is counted, until when and where to pay, how to object."""
    body = (
        Item(f"{refund.law}에 따라 다음과 같이 반환을 명하니 기한 안에 내 주시기 바랍니다."),
        Item(
            "반환할 내용",
            (
                what_for(refund.award, refund.line.label),
                Item(f"반환 사유: {reason_of(refund)}"),
                Item("반환할 금액", amount=refund.principal + refund.interest),
                amounts("반환할 금액의 내역", _rows(refund)),
                Item(_interest(refund)),
            ),
        ),
        Item(
            "내는 방법",
            (
                Item(f"납부 기한: {day(last_day_of(refund))}까지"),
                Item(f"납부할 곳: {refund.pay_to}"),
                *_if_not_paid(refund),
            ),
        ),
        Item(_how_to_object(refund)),
        whom_to_call(refund.award),
    )
    approvals = signed(refund.proposed_by, refund.ordered_by, refund.ordered_on, refund.proposed_on)
    return letter(refund, "refund_order", "반환명령서", body, (refund.law,), approvals=approvals)


def refund_told(refund: Refund) -> Paper:
    """반환명령 사실 통보서 — to the city: 성명, 사유, 금액 (영 제20조)."""
    on = refund.ordered_on or refund.proposed_on
    told_under = article(refund.award, on, "recipient.refund_notice_days")
    by = tell_city_by(refund)
    rows = (
        ("성명(단체 이름)", refund.body.name),
        ("사업자등록번호", _dashed(refund.body.business_number or "")),
        ("대표자", chair_of(refund, on)),
        ("반환 사유", reason_of(refund)),
        ("반환 금액", in_figures_and_words(refund.principal + refund.interest)),
        ("원금", in_figures_and_words(refund.principal)),
        ("이자", in_figures_and_words(refund.interest)),
        ("명령일", day(on)),
        ("납부 기한", day(refund.due_on)),
    )
    head = "지방보조금수령자에게 반환을 명한 사실을 다음과 같이 통보합니다." if told_under else NO_SUCH_LAW
    body: tuple[Block, ...] = (
        Item(head),
        Item("반환명령의 내용", (Pairs(rows),)),
        *((Item(f"통보 기한: {day(by)}까지(명한 날부터 10일 안)"),) if by else ()),
    )
    said = {
        "receiver": f"{refund.jurisdiction.name}장",
        "number": f"{refund.number}-통보",
        "effective": refund.city_told_on,
    }
    return letter(refund, "refund_told", "반환명령 사실 통보서", body, (told_under or refund.law,), **said)


def refund_withdrawal(refund: Refund) -> Paper:
    """반환명령 철회 통지 — how much is due no more, why, and what had been paid."""
    left, paid = unpaid_principal(refund), total(each.principal for each in payments_of(refund))
    body = (
        Item(f"{number_of(refund)}(으)로 명한 반환을 다음과 같이 철회합니다."),
        Item(
            "철회 내용",
            (
                what_for(refund.award, refund.line.label),
                Item("더 내지 않아도 되는 원금", amount=left),
                *((Item("이미 낸 원금(그대로 둠)", amount=paid),) if paid else ()),
                Item(f"철회 사유: {refund.withdraw_reason}"),
            ),
        ),
        whom_to_call(refund.award),
    )
    said = {"effective": refund.withdrawn_on, "number": f"{refund.number}-철회"}
    return letter(refund, "refund_withdrawal", "반환명령 철회 통지", body, (refund.law,), **said)


def reason_of(refund: Refund) -> str:
    """반환 사유 — the law's words, and the facts."""
    return f"{refund.grounds_label}: {refund.reason}" if refund.grounds_label else refund.reason


def number_of(refund: Refund) -> str:
    """Which order, in words: `반환명령 2018-반환-00001(2018. 8. 1.)`."""
    return f"반환명령 {refund.number}({day(refund.ordered_on or refund.proposed_on)})"


def _rows(refund: Refund) -> list[tuple[str, Won]]:
    return [("원금", refund.principal), ("이자", refund.interest)]


def _interest(refund: Refund) -> str:
    basis = refund.get_interest_basis_display()
    if not refund.interest_because:
        return f"이자: {basis}"
    said = f"이자: {basis} — {refund.interest_because}"
    if not refund.interest_rate:
        return said
    return (
        f"{said}. {day(refund.interest_since)}부터 내는 날의 앞날까지 셉니다. 위 금액은 납부 기한에 낼 때의 "
        "금액이며, 일찍 내면 줄고 늦게 내면 늘어납니다."
    )


def _if_not_paid(refund: Refund) -> tuple[Item, ...]:
    on = refund.ordered_on or refund.proposed_on
    if not refund.is_of_the_city:
        return (Item("나누어 내려면 기한 전에 아래 문의처와 먼저 상의해 주십시오."),)
    rule = article(refund.award, on, "collection.as_local_tax")
    return (Item(f"기한까지 내지 않으면 지방세를 걷는 방법으로 받을 수 있습니다({rule})."),) if rule else ()


def _how_to_object(refund: Refund) -> str:
    last, days, rule = last_day_to_object(refund)
    return (
        f"이의가 있으면 명령일부터 {days}일 안인 {day(last)}까지 이의신청서를 서면으로 내실 수 있습니다({rule}). "
        "이의를 신청해도 납부 기한은 멈추지 않습니다."
    )


def _dashed(digits: str) -> str:
    """A business number as its registration prints it: 123-45-67890."""
    return "-".join(filter(None, (digits[:3], digits[3:5], digits[5:])))
