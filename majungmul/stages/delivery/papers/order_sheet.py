"""집행 품의서 — what the operator means to order from its grant, of whom, for how much; who asked, who approved."""

from datetime import date
from uuid import UUID

from majungmul.books.parties.queries.positions import name_of
from majungmul.formats.paper import Approval, Entry, Grid, Heading, Item, Pairs, Paper, day, table
from majungmul.programmes.specification import terms_on
from majungmul.rules.actual_cost import ActualCost
from majungmul.stages.delivery.models import Order
from majungmul.stages.delivery.papers.parts import articles, attached
from majungmul.stages.delivery.queries import orders_of
from majungmul.stages.delivery.states import OrderState
from majungmul.values.table import Difference
from majungmul.values.won import total

BASIS = ("use.purpose_only", "payment.means")
COLUMNS: tuple[Heading, ...] = (
    ("소요예산 항목", "text"),
    ("교부결정액", "price"),
    ("앞서 결재한 품의", "price"),
    ("품의 전 남은 금액", "price", Difference("교부결정액", "앞서 결재한 품의")),
    ("이번 품의", "price"),
    ("품의 뒤 남은 금액", "price", Difference("품의 전 남은 금액", "이번 품의")),
)


def order_sheet(order: Order) -> Paper:
    """집행 품의서 — with its 결재란, empty where nobody has signed yet; an order after the fact says so."""
    call, on = order.award.application.call, order.decided_on or order.submitted_on or order.drafted_on
    return Paper(
        kind="order_sheet",
        title="집행 품의서",
        receiver=order.office.name,
        has_head=False,
        number=order.number,
        effective=order.decided_on if order.state == OrderState.APPROVED else None,
        basis=articles(on, BASIS, order.jurisdiction.code),
        body=(
            Item("다음과 같이 집행하고자 합니다."),
            Pairs(
                (
                    ("보조사업", call.title),
                    ("소요예산 항목", order.line.label),
                    ("보조비목", item_of(order)),
                    ("계약상대자", _contractor(order)),
                    ("내용", order.what),
                    ("쓰는 날", day(order.needed_on)),
                    ("상태", _state(order)),
                ),
                "품의 내용",
            ),
            Item("품의 금액(부가세 포함)", amount=order.amount),
            Grid(table("line", "항목의 금액", "원", COLUMNS, [_amounts(order)])),
            Item("결재가 나면 계약하고, 물건이나 용역을 받은 뒤 지출결의서에 증빙을 붙여 치릅니다."),
            Item("고치거나 그만둘 것이 있으면 치르기 전에 담당자에게 알려 주십시오."),
        ),
        attachments=attached(order),
        approvals=_approvals(order),
        is_made_up=order.is_made_up,
        notes=_notes(order),
    )


def item_of(order: Order) -> str:
    """보조비목 — in words, as the terms of the day say them."""
    line = order.line
    rule = terms_on(
        order.needed_on, jurisdiction=order.jurisdiction.code, programme=line.programme, line=line.code
    ).rule
    items = rule.items if isinstance(rule, ActualCost) else ()
    return next((item.label for item in items if item.code == order.cost_item), order.cost_item)


def _contractor(order: Order) -> str:
    number = order.contractor.business_number
    return f"{order.contractor.name}({_dashed(number)})" if number else order.contractor.name


def _dashed(number: str) -> str:
    return f"{number[:3]}-{number[3:5]}-{number[5:]}"


def _state(order: Order) -> str:
    label = order.get_state_display()
    return f"{label}({order.reason})" if order.reason else label


def _amounts(order: Order) -> list[Entry]:
    """As the line stood when the order was decided: what was approved before it, and what it leaves."""
    line = order.line
    others = orders_of(order.award).filter(line=line, state=OrderState.APPROVED).exclude(pk=order.pk)
    earlier = total(each.amount for each in others if _is_before(each, order))
    before = line.amount - earlier
    return [line.label, line.amount, earlier, before, order.amount, before - order.amount]


def _is_before(other: Order, order: Order) -> bool:
    if order.decided_on is None or other.decided_on is None:
        return True
    return (other.decided_on, other.number) < (order.decided_on, order.number)


def _approvals(order: Order) -> tuple[Approval, ...]:
    asked_on = order.submitted_on or order.drafted_on
    return (
        Approval("담당", name_of(order.submitted_by or order.drafted_by), asked_on),
        _decided(order.decided_by, order.decided_on, order.acted_for),
    )


def _decided(person: UUID | None, on: date | None, acted_for: str) -> Approval:
    how = f"대결({acted_for})" if acted_for else ""
    return Approval("결재", name_of(person) if person else "", on, how)


def _notes(order: Order) -> tuple[str, ...]:
    if order.needed_on < order.drafted_on:
        return (
            f"쓰는 날이 품의일({day(order.drafted_on)})보다 앞섭니다(사후 품의). 까닭을 확인해 주십시오.",
        )
    return ()
