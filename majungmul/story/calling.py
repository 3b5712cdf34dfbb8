"""공고와 설명회 — the operator's call, the meeting that explains it, and what the meeting costs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from majungmul.stages.application import actions as application
from majungmul.stages.award.queries import lines_of
from majungmul.stages.call import actions as call
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.payment import actions as payment
from majungmul.story.grant import PUBLICITY, SUPPORT, account_of
from majungmul.story.people import ACCOUNTANT, APPROVER, BY_CODE, OFFICER, OPERATOR, number_of
from majungmul.story.scans import photo, scan
from majungmul.story.telling import Row, Rows, Script
from majungmul.values.won import Won

CONTACT = "서울지역본부 02-000-0001"


@dataclass(frozen=True, slots=True)
class Cost:
    """이야기의 설명회 비용 — to whom, for what, in won with and without VAT; ordered and paid on these days."""

    firm: str
    item: str
    what: str
    supply: int
    ordered: tuple[int, int]
    paid: tuple[int, int]

    @property
    def amount(self) -> int:
        """With VAT."""
        return self.supply + self.supply // 10


COSTS = (
    Cost("press", "인쇄물 제작비", "사업 안내 책자 300부 인쇄", 1_800_000, (3, 6), (3, 21)),
    Cost("hall", "장소 사용료", "사업설명회 강당 대관(오후 3시간)", 1_400_000, (3, 7), (3, 22)),
)


def tell_call(script: Script) -> None:
    """공고 — announced, explained at a meeting, amended once with notice to those who had begun."""
    year = script.year

    def draft(rows: Rows) -> call.CallDraft:
        return call.CallDraft(
            account=account_of(script, rows, SUPPORT),
            title=f"{year}년 협동조합 간 협업 지원 공고(가상)",
            opens_at=script.at(3, 12, 9),
            closes_at=script.at(3, 23, 18),
            contact=CONTACT,
            text=(
                "서울지역 중소기업협동조합이 다른 조합과 계약하여 거래하면 거래금액의 10%를 지원합니다. "
                "지원결정을 받은 금액 안에서, 결과보고와 증빙으로 인정된 거래금액으로 셈하여 드립니다."
            ),
            is_made_up=True,
        )

    script.add(script.on(3, 5), "call", "공고 작성", call.draft, OFFICER, draft)
    row = script.pk("call")
    script.add(script.on(3, 6, 15), "call.announced", "공고", call.announce, APPROVER, row)
    meeting = (row, "가상회관 강당(서울 영등포구)", script.at(3, 15, 14))
    script.add(script.on(3, 6, 16), "briefing", "설명회 잡기", call.plan_briefing, OFFICER, *meeting)
    seen = (
        script.pk("briefing"),
        46,
        scan("설명회 서명부", f"{year}년 사업설명회", "46명"),
        "질문 7건에 답함",
    )
    script.add(script.on(3, 15, 17), "briefing.held", "설명회", call.record_briefing, OFFICER, *seen)
    changes = {"closes_at": script.at(3, 30, 18)}
    amended = (row, changes, "설명회에서 준비할 시간이 짧다는 의견이 많아 마감을 늦춤")
    script.add(script.on(3, 21), "call.amended", "정정공고", application.amend_call, APPROVER, *amended)


def tell_second_call(script: Script) -> None:
    """2차 공고 — while money is left, until the last hour of the year: there is always something to apply for."""
    year = script.year

    def draft(rows: Rows) -> call.CallDraft:
        return call.CallDraft(
            account=account_of(script, rows, SUPPORT),
            title=f"{year}년 협동조합 간 협업 지원 2차 공고(가상)",
            opens_at=script.at(4, 1, 9),
            closes_at=script.on(12, 31, 18),
            contact=CONTACT,
            text=(
                "1차 공고 뒤에 남은 재원으로, 서울지역 중소기업협동조합이 다른 조합과 계약하여 거래하면 "
                "거래금액의 10%를 지원합니다. 재원이 모두 정해지면 미리 마감할 수 있습니다."
            ),
            is_made_up=True,
        )

    script.add(script.on(3, 30), "call.second", "2차 공고 작성", call.draft, OFFICER, draft)
    row = script.pk("call.second")
    script.add(script.on(3, 31), "call.second.announced", "2차 공고", call.announce, APPROVER, row)


def tell_costs(script: Script) -> None:
    """자체 집행 — 품의 → 결재 → 지출결의서 with its evidence → 이체, from the 홍보비."""
    for cost in COSTS:
        _tell_order(script, cost)
        _tell_payment(script, cost)


def _tell_order(script: Script, cost: Cost) -> None:
    def order(rows: Rows) -> delivery.OrderDraft:
        line = next(each for each in lines_of(rows[script.name("grant")]) if each.code == PUBLICITY)
        return delivery.OrderDraft(
            line=line.pk,
            contractor=rows[cost.firm].pk,
            cost_item=cost.item,
            what=cost.what,
            amount=Won(cost.amount),
            needed_on=script.day(3, 15),
        )

    name, what = f"order.{cost.firm}", f"집행 품의: {cost.what}"
    script.add(script.on(*cost.ordered), name, what, delivery.draft_order, OFFICER, order)
    row = script.pk(name)
    script.add(script.on(*cost.ordered, 11), f"{name}.submitted", what, delivery.submit_order, OFFICER, row)
    script.add(script.on(*cost.ordered, 14), f"{name}.approved", what, delivery.approve_order, APPROVER, row)


def _tell_payment(script: Script, cost: Cost) -> None:
    name, what = f"spending.{cost.firm}", f"지출결의: {cost.what}"
    month, day = cost.paid
    proof = payment.ProofDraft(
        kind="e_invoice",
        approval_number=f"{script.day(3, 15):%Y%m%d}-00000008-{script.year % 100:02}{cost.supply:08}"[:26],
        written_on=script.day(3, 15),
        issued_on=script.day(3, 15),
        supplier=number_of(cost.firm),
        buyer=number_of(OPERATOR),
        supply=Won(cost.supply),
        vat=Won(cost.amount - cost.supply),
        settlings=(
            payment.SettlingDraft(paid_on=script.day(month, day), method="transfer", amount=Won(cost.amount)),
        ),
    )
    files: dict[str, Any] = {
        "invoice": scan("세금계산서", BY_CODE[cost.firm].name, cost.what),
        "photos": photo(f"{script.year}년 {cost.what}"),
    }
    spent = (script.pk(f"order.{cost.firm}"), (proof,), files)
    script.add(script.on(month, day), name, what, payment.claim_own, OFFICER, *spent)
    row = script.pk(name)
    script.add(script.on(month, day, 11), f"{name}.submitted", what, payment.submit, OFFICER, row)
    script.add(script.on(month, day, 14), f"{name}.approved", what, payment.approve, APPROVER, row)
    listed = _one(script, name)
    script.add(script.on(month, day, 15), f"{name}.list", what, payment.list_for_bank, ACCOUNTANT, listed)
    paid = (row, script.day(month, day))
    script.add(
        script.on(month, day, 16), f"{name}.paid", f"지급: {cost.what}", payment.pay, ACCOUNTANT, *paid
    )


def _one(script: Script, name: str) -> Callable[[Rows], list[Row]]:
    return lambda rows: [rows[script.name(name)].pk]
