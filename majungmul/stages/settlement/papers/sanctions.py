"""취소·제재·이의의 문서 — revocation, surcharge, exclusion, objection and its answer."""

from majungmul.formats.paper import Item, Pairs, Paper, day
from majungmul.programmes.legislation import law_on
from majungmul.stages.settlement.models import Refund, RefundObjection, Revocation, Surcharge
from majungmul.stages.settlement.papers.letters import (
    article,
    chair_of,
    city_to_call,
    is_of_the_city,
    letter,
    may_object,
    sender_of,
    signed,
    what_for,
    whom_to_call,
)
from majungmul.stages.settlement.papers.orders import number_of, reason_of
from majungmul.stages.settlement.queries.refunding import last_day_to_object
from majungmul.stages.settlement.states import RefundState
from majungmul.values.refusal import Refusal
from majungmul.values.won import ZERO
from majungmul.values.won_words import in_figures_and_words

CITY_TITLE, BELOW_TITLE = "교부결정 취소 통지서", "지원결정 취소 통지"


class NotExcluded(Refusal):
    """제외하지 않은 반환명령."""

    sentence = "‘{number}’에는 제외한 것이 없어 제외 통지를 만들 수 없습니다. 제외를 먼저 정해 주십시오."


class NotAnswered(Refusal):
    """답하지 않은 이의신청."""

    sentence = "이 이의신청에는 아직 답이 없어 결과 통지를 만들 수 없습니다. 답을 먼저 적어 주십시오."


def revocation_notice(revocation: Revocation) -> Paper:
    """교부결정·지원결정 취소 통지 — which, on which grounds, how much, and that it is to be paid back."""
    what = "교부결정" if is_of_the_city(revocation) else "지원결정"
    how = "전부를" if revocation.is_whole else "일부를"
    freed = (
        "아직 주지 않은 금액은 더 드리지 않습니다." if revocation.is_whole else "나머지 결정은 그대로입니다."
    )
    on = revocation.decided_on or revocation.award.since
    body = (
        Item(f"{revocation.law}에 따라 귀 기관에 대한 {what}의 {how} 다음과 같이 취소합니다."),
        Item(
            "취소 내용",
            (
                what_for(revocation.award),
                Item(f"취소 사유: {revocation.grounds_label}"),
                Item(f"사실: {revocation.facts}"),
                Item("돌려받을 금액", amount=revocation.principal),
                Item(freed),
            ),
        ),
        Item("돌려줄 금액의 이자, 납부 기한과 곳은 따로 보내는 반환명령서를 보아 주십시오."),
        *(may_object(revocation.award, on) if is_of_the_city(revocation) else ()),
        whom_to_call(revocation.award),
    )
    approvals = signed(
        revocation.submitted_by, revocation.decided_by, revocation.decided_on, revocation.submitted_on
    )
    title = CITY_TITLE if is_of_the_city(revocation) else BELOW_TITLE
    return letter(revocation, "revocation_notice", title, body, (revocation.law,), approvals=approvals)


def surcharge_notice(surcharge: Surcharge) -> Paper:
    """제재부가금 부과 통지 — how much, by whose deliberation, until when, and what is added if it is late."""
    refund = surcharge.refund
    owed = refund.principal + refund.interest
    late = article(refund.award, surcharge.decided_on, "surcharge.late_most")
    paid_by = article(refund.award, surcharge.decided_on, "surcharge.pay_days")
    body = (
        Item(f"{surcharge.law}에 따라 다음과 같이 제재부가금을 부과합니다."),
        Item(
            "부과 내용",
            (
                what_for(refund.award, refund.line.label),
                Item(f"부과 사유: {reason_of(refund)}"),
                Item("반환할 총액", amount=owed),
                Item("제재부가금", amount=surcharge.amount),
                Item(
                    f"정한 방법: 위반 유형별 배율을 확인하지 못해 심의로 정함. 심의 기록: {surcharge.record}"
                ),
            ),
        ),
        Item(
            "내는 방법",
            (
                Item(f"납부 기한: {day(surcharge.due_on)}까지({paid_by})"),
                Item("납부할 곳: 시가 보내는 납입고지서에 적힌 곳"),
                Item(f"기한을 넘기면 가산금이 붙습니다({late})."),
            ),
        ),
        *may_object(refund.award, surcharge.decided_on),
        city_to_call(refund),
    )
    said = {
        "sender": f"{refund.jurisdiction.name}장",
        "number": "",
        "effective": None,
        "approvals": signed(None, surcharge.decided_by, surcharge.decided_on),
    }
    return letter(refund, "surcharge_notice", "제재부가금 부과 통지", body, (surcharge.law,), **said)


def exclusion_notice(refund: Refund) -> Paper:
    """제외 통지 — from what, from when until when, under which article, and what may be said against it."""
    found = refund.sanction
    if found is None:
        raise NotExcluded(number=refund.number)
    until = f"{day(found.last_day)}까지" if found.last_day else "따로 풀 때까지"
    defence = law_on(found.since, refund.jurisdiction.code).get("exclusion.defence_days")
    said_against = (
        (Item(f"통보한 날부터 {defence.number}일 안에 소명할 수 있습니다({defence.article})."),)
        if defence
        else ()
    )
    body = (
        Item(f"{found.article}에 따라 귀 기관을 다음과 같이 제외합니다."),
        Item(
            "제외 내용",
            (
                Item(f"구분: {found.get_kind_display()}"),
                Item(f"기간: {day(found.since)}부터 {until}"),
                Item(f"사유: {found.reason}"),
                Item(f"관련: {number_of(refund)}"),
                Item("이 기간에는 보조금과 지원사업을 신청하거나 받을 수 없습니다."),
            ),
        ),
        *said_against,
        *may_object(refund.award, found.since),
        city_to_call(refund),
    )
    said = {"sender": f"{refund.jurisdiction.name}장", "number": "", "effective": None}
    return letter(refund, "exclusion_notice", "제외 통지", body, (found.article,), **said)


def refund_objection(objection: RefundObjection) -> Paper:
    """이의신청서 — who objects to which order, why, and that it is in time."""
    refund = objection.refund
    last, days, _ = last_day_to_object(refund)
    chair = chair_of(refund, objection.filed_on)
    rows = (
        ("신청인", refund.body.name),
        ("대표자", chair),
        ("이의 대상", number_of(refund)),
        ("반환 금액", in_figures_and_words(refund.principal + refund.interest)),
        ("이의 이유", objection.reason),
        ("신청 기한", f"{day(last)}까지(명령일부터 {days}일 안)"),
    )
    return Paper(
        kind="refund_objection",
        title="이의신청서",
        receiver=f"{sender_of(refund.award)} 귀하",
        has_head=False,
        basis=(objection.law,),
        body=(Pairs(rows), Item("위와 같이 이의를 신청합니다.")),
        signed_by=" ".join(filter(None, ("신청인", refund.body.name, "대표자", chair, "(직인)"))),
        signed_on=objection.filed_on,
        is_made_up=refund.award.is_made_up,
    )


def refund_objection_answer(objection: RefundObjection) -> Paper:
    """이의신청 결과 통지 — upheld or not, why, and what follows."""
    if objection.answered_on is None:
        raise NotAnswered
    refund = objection.refund
    decided = "받아들임" if objection.is_upheld else "받아들이지 않음"
    body = (
        Item(f"귀 기관이 {day(objection.filed_on)}에 낸 이의신청의 결과를 다음과 같이 통지합니다."),
        Item(
            "결과",
            (
                Item(f"대상: {number_of(refund)}"),
                Item(f"결정: {decided}"),
                Item(f"이유: {objection.answer}"),
                Item(_what_follows(objection)),
            ),
        ),
        whom_to_call(refund.award),
    )
    said = {
        "number": f"{refund.number}-이의답",
        "effective": objection.answered_on,
        "portal": "",
        "approvals": signed(None, objection.answered_by, objection.answered_on),
    }
    return letter(refund, "refund_objection_answer", "이의신청 결과 통지", body, (objection.law,), **said)


def _what_follows(objection: RefundObjection) -> str:
    refund = objection.refund
    if not objection.is_upheld:
        return f"반환명령은 그대로입니다. {day(refund.due_on)}까지 내 주십시오."
    if refund.state == RefundState.PAID:
        return "이미 낸 금액은 과오납금으로 돌려드립니다. 따로 연락드리겠습니다."
    left = refund.principal
    return f"반환명령을 철회합니다. 더 내실 금액은 없습니다(명령한 원금 {left})." if left > ZERO else ""
