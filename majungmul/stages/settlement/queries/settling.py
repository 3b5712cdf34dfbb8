"""정산에 묻기 — settlements, their lines, the plan behind an award, what still has to come back; read only."""

from dataclasses import dataclass
from uuid import UUID

from majungmul.books.ledger import accounts
from majungmul.books.ledger.kinds import Kind
from majungmul.books.ledger.models import Account
from majungmul.books.parties.kinds import OfficeKind
from majungmul.books.trail.models import RecordedQuerySet
from majungmul.stages.award.models import Award
from majungmul.stages.plan.models import Plan
from majungmul.stages.plan.queries import plan_of
from majungmul.stages.settlement.models import (
    OpenAtClosing,
    Refund,
    RefundPayment,
    Settlement,
    SettlementLine,
    Unsettled,
)
from majungmul.stages.settlement.queries.held import amount_open, dues_of, held_in, open_below, payees_of
from majungmul.stages.settlement.queries.standing import pending_by_refunds
from majungmul.stages.settlement.states import State
from majungmul.values.won import ZERO, Won, total

BEFORE_FIXED = (State.REPORTED, State.CORRECTING, State.SUBMITTED, State.APPROVED)


@dataclass(frozen=True, slots=True)
class Seen:
    """정산 검토 — a line as reported beside the ledger as it is now, and what an officer should look at, with why."""

    line: SettlementLine
    ledger: Won
    remarks: tuple[str, ...]


def settlement_of(award: Award) -> Settlement | None:
    """정산 — of an award, or None where it has not begun."""
    return Settlement.objects.of(award.jurisdiction_id).filter(award=award).first()


def settlements_by(office: UUID, jurisdiction: UUID, year: int) -> RecordedQuerySet[Settlement]:
    """정산 — of an office in a year, in the order in which they began."""
    settlements: RecordedQuerySet[Settlement] = Settlement.objects.of(jurisdiction)
    own = settlements.filter(office=office, award__application__call__year=year)
    return own.select_related("award", "body").order_by("id")


def waiting_for_number(office: UUID, jurisdiction: UUID) -> RecordedQuerySet[Settlement]:
    """시행을 기다리는 정산 — approved within the city and without 문서번호 yet, the oldest approval first."""
    settlements: RecordedQuerySet[Settlement] = Settlement.objects.of(jurisdiction)
    own = settlements.filter(office=office, state=State.APPROVED).select_related("award", "body")
    return own.order_by("decided_on", "id")


def lines_of(settlement: Settlement) -> RecordedQuerySet[SettlementLine]:
    """정산 항목 — in order."""
    lines: RecordedQuerySet[SettlementLine] = SettlementLine.objects.of(settlement.jurisdiction_id)
    return lines.filter(settlement=settlement).select_related("line__account").order_by("order")


def open_below_of(award: Award) -> list[tuple[Account, Won]]:
    """정산 전의 아래 계정 — those below an award's lines that are not done yet, each with what stands open, in won."""
    lines = award.lines.select_related("account").order_by("order")
    below = [each for line in lines if line.account for each in open_below(line.account)]
    return [(each, amount_open(each)) for each in below]


def unsettled_of(settlement: Settlement) -> RecordedQuerySet[Unsettled]:
    """미정산 — what a report names as not settled yet, without what was settled since."""
    unsettled: RecordedQuerySet[Unsettled] = Unsettled.objects.of(settlement.jurisdiction_id)
    return unsettled.filter(settlement=settlement, amount__gt=0).select_related("account").order_by("id")


def open_at_closing(plan: Plan) -> RecordedQuerySet[OpenAtClosing]:
    """미결 — what stood open when the plan's year was closed."""
    items: RecordedQuerySet[OpenAtClosing] = OpenAtClosing.objects.of(plan.jurisdiction_id)
    return items.filter(plan=plan).select_related("account__party").order_by("id")


def plan_behind(award: Award) -> Plan | None:
    """지원계획 — of the city's office that decided an award, in its year; None for an award below."""
    if award.office.kind != OfficeKind.CITY:
        return None
    return plan_of(award.jurisdiction_id, award.office_id, award.application.call.year)


def review_of(settlement: Settlement) -> list[Seen]:
    """정산 검토 — each line with what differs: from the decision, from the ledger now, and what is not settled."""
    rows = lines_of(settlement)
    return [_seen(row, is_fixed=settlement.state not in BEFORE_FIXED) for row in rows]


def owed_now(line: SettlementLine) -> Won:
    """반납받을 금액 — of a fixed settlement's line, what may be received now: interest with it, in won.

    Of tier 1: what came back from below, too. What others still owe to the line (환수 중) is not among it.
    """
    account = line.line.account
    if account is None:
        return ZERO
    return demanded(Account.objects.get(pk=account.pk), line.settlement.body_id) - line.returned


def demanded(account: Account, body: UUID) -> Won:
    """반납할 금액 — before it is carried up: returned, ordered back, due from the body itself, and interest; in won.

    Without what a 반환명령 asks for: that is received by itself.
    """
    back = accounts.beside(account, Kind.RETURNED).balance
    waiting = total(waiting_in(each) for each in owing(account, body))
    if account.funding.kind == Kind.AWARD:
        return back + waiting
    interest = accounts.beside(account, Kind.INTEREST).balance
    return back + waiting + interest - _paid_by_order(account)


def owing(account: Account, body: UUID) -> list[Account]:
    """돌려줄 곳 — from where a settlement's money comes back: the award, its payees, what the body itself owes."""
    own = (each for each in dues_of(account) if each.party_id == body)
    return [account, *payees_of(account), *own]


def waiting_in(account: Account) -> Won:
    """기다리는 금액 — what a settlement ordered back from here and has not come, in won."""
    return account.debits_pending - pending_by_refunds(account)


def is_recovering(line: SettlementLine) -> bool:
    """환수 중 — whether something of the line is still to come back, from whomever."""
    account = line.line.account
    return account is not None and accounts.beside(account, Kind.RETURNED).credits_pending > ZERO


def _paid_by_order(account: Account) -> Won:
    """반환명령 — what was paid on the line's own orders to the city itself, interest with it, in won."""
    here = [account, *payees_of(account)]
    orders = Refund.objects.of(account.jurisdiction_id).filter(line__account=account, stands_at__in=here)
    return total(each.principal + each.interest for each in RefundPayment.objects.filter(refund__in=orders))


def _seen(row: SettlementLine, *, is_fixed: bool) -> Seen:
    account = row.line.account
    if account is None or is_fixed:
        return Seen(row, row.reported, _remarks(row, row.reported))
    now = held_in(account).reported
    return Seen(row, now, _remarks(row, now))


def _remarks(row: SettlementLine, ledger: Won) -> tuple[str, ...]:
    said = (
        (ledger != row.reported, f"보고한 집행액 {row.reported}과 지금 원장의 {ledger}이 다릅니다."),
        (bool(row.unsettled), f"정산하지 않은 돈이 {row.unsettled} 있습니다."),
        (bool(row.recovering), f"환수 중인 돈이 {row.recovering} 있습니다."),
        (row.received < row.decided, f"결정액 가운데 {row.decided - row.received}은 받지 않았습니다."),
        (
            bool(row.unspent) and not row.interest,
            "집행잔액이 있는데 이자가 0원입니다. 통장 거래내역을 확인해 주십시오.",
        ),
        (
            row.recognised is not None and row.recognised < row.reported,
            f"{row.reported - (row.recognised or ZERO)}을 덜 인정했습니다: {row.less_reason}",
        ),
    )
    return tuple(sentence for holds, sentence in said if holds)
