"""정산보고서의 표 — sources, lines, who was supported, own spending, every payment, what is not settled; in won."""

from collections.abc import Iterable, Sequence

from django.utils import timezone

from majungmul.books.ledger import accounts
from majungmul.books.ledger.kinds import Kind, Movement, Phase, Role
from majungmul.books.ledger.models import Account, Transfer
from majungmul.formats import paper
from majungmul.formats.paper import Block, Entry, Grid, Heading, Paragraph
from majungmul.programmes.specification import NoSuchProgramme, specification
from majungmul.stages.award.models import AwardLine
from majungmul.stages.settlement.models import Settlement, SettlementLine
from majungmul.stages.settlement.queries.held import payees_of
from majungmul.stages.settlement.queries.settling import lines_of, unsettled_of
from majungmul.values.table import Difference
from majungmul.values.won import ZERO, Won, total

WON = "원"
GIVEN = {True: "교부", False: "지급"}
"""What the payer's act is called: the city's 교부, the operator's 지급."""


def titled(key: str, title: str, columns: Sequence[Heading], rows: list[list[Entry]], note: str = "") -> Grid:
    """A table with its sums below, of every column that adds."""
    sums: list[Entry] = ["계"]
    for place, heading in enumerate(columns[1:], start=1):
        cells = [row[place] for row in rows]
        sums.append(total(each for each in cells if isinstance(each, Won)) if heading[1] == "won" else "")
    return Grid(paper.table(key, title, WON, columns, rows, sums), note)


def by_source(settlement: Settlement, title: str) -> Grid:
    """재원별 계산 — the subsidy alone: a share of the body's own is not asked for in this programme."""
    rows = list(lines_of(settlement))
    received, spent = total(each.received for each in rows), total(each.reported for each in rows)
    source = "시 보조금" if settlement.office.kind == "city" else "지원금(시 보조금)"
    columns: list[Heading] = [
        ("재원", "text"),
        ("결정액", "won"),
        ("수입액", "won"),
        ("집행액", "won"),
        ("잔액", "won", Difference("수입액", "집행액")),
    ]
    decided = total(each.decided for each in rows)
    table: list[list[Entry]] = [
        [source, decided, received, spent, received - spent],
        ["자체 부담", ZERO, ZERO, ZERO, ZERO],
    ]
    return titled("sources", title, columns, table, "자체 부담은 이 사업에서 정산하지 않습니다.")


def by_line(settlement: Settlement, title: str) -> Grid:
    """항목별 정산 — decided, given, spent, what is left and what is to come back."""
    given = GIVEN[settlement.office.kind == "city"]
    columns: list[Heading] = [
        ("소요예산 항목", "text"),
        ("결정액", "won"),
        (f"{given}액", "won"),
        ("집행액", "won"),
        ("미정산·환수 중", "won"),
        ("집행잔액", "won"),
        ("이자", "won"),
        ("반납액", "won"),
    ]
    rows: list[list[Entry]] = [
        [
            label_of(each),
            each.decided,
            each.received,
            each.reported,
            each.unsettled + each.recovering,
            each.unspent,
            each.interest,
            offered(each),
        ]
        for each in lines_of(settlement)
    ]
    return titled("lines", title, columns, rows, f"{given}액 = 집행액 + 미정산·환수 중 + 집행잔액")


def offered(line: SettlementLine) -> Won:
    """반납액 — as reported: what is left, with its interest; below the city nothing, since it was never paid."""
    return line.unspent + line.interest if line.settlement.office.kind == "city" else ZERO


def to_give_back(line: SettlementLine) -> Won:
    """반납할 금액 — as it was fixed; before, what is offered and what was not recognised."""
    less = line.reported - line.recognised if line.recognised is not None else ZERO
    return offered(line) + less if line.to_return is None else line.to_return


def label_of(line: SettlementLine) -> str:
    """소요예산 항목 — with its programme where another line of the award is called the same (회의비)."""
    same = AwardLine.objects.of(line.jurisdiction_id).filter(award=line.line.award_id, label=line.line.label)
    if same.count() == 1:
        return line.line.label
    return f"{line.line.label}({programme_named(line.jurisdiction.code, line.line.programme)})"


def programme_named(code: str, programme: str) -> str:
    """사업 이름 — as its specification says; its code where there is none."""
    try:
        return specification(code, programme).name
    except NoSuchProgramme:
        return programme


def supported(settlement: Settlement, title: str) -> Grid | None:
    """지원받은 곳 — of a grant, whom it supported through the awards below, and what each got."""
    columns: list[Heading] = [
        ("지원받은 곳", "text"),
        ("소요예산 항목", "text"),
        ("결정액", "won"),
        ("지급액", "won"),
        ("돌려받은 금액", "won"),
    ]
    rows: list[list[Entry]] = []
    for line, award in _awards_below(settlement):
        back = accounts.beside(award, Kind.RETURNED).credits_posted
        decided = award.credits_posted + award.credits_pending
        for payee in payees_of(award):
            name = payee.party.name if payee.party else payee.label
            rows.append([name, label_of(line), decided, payee.credits_posted, back])
    return titled("supported", title, columns, rows) if rows else None


def own_spending(settlement: Settlement, title: str) -> Grid | None:
    """자체 집행 — whom the body paid itself from its award."""
    columns: list[Heading] = [
        ("받은 곳", "text"),
        ("소요예산 항목", "text"),
        ("구분", "text"),
        ("지급액", "won"),
    ]
    rows: list[list[Entry]] = [
        [each.label, label_of(line), each.get_role_display(), each.credits_posted]
        for line in lines_of(settlement)
        if line.line.account
        for each in payees_of(line.line.account)
        if each.role != Role.RECIPIENT and each.credits_posted > ZERO
    ]
    return titled("own_spending", title, columns, rows) if rows else None


def payments(settlement: Settlement, title: str) -> Block:
    """사용내역 — every payment from the award and from those below, less what the bank gave back, in order."""
    labels = {each.line.account_id: label_of(each) for each in lines_of(settlement)}
    labels |= {award.pk: label_of(line) for line, award in _awards_below(settlement)}
    columns: list[Heading] = [
        ("지급일", "text"),
        ("받은 곳", "text"),
        ("소요예산 항목", "text"),
        ("금액", "won"),
    ]
    rows: list[list[Entry]] = [
        [paper.day(timezone.localdate(each.at)), _name(each.credit), labels[each.debit_id], left]
        for each, left in _paid_from(labels)
    ]
    return titled("payments", title, columns, rows) if rows else Paragraph(f"{title}: 지급한 것이 없습니다.")


def unsettled(settlement: Settlement, title: str) -> Grid | None:
    """미정산 목록 — what the report names as not settled yet, and why; None where there is none."""
    columns: list[Heading] = [("대상", "text"), ("미정산액", "won"), ("정산하지 못한 이유", "text")]
    rows: list[list[Entry]] = [
        [each.account.label, each.amount, each.reason] for each in unsettled_of(settlement)
    ]
    return titled("unsettled", title, columns, rows) if rows else None


def _awards_below(settlement: Settlement) -> list[tuple[SettlementLine, Account]]:
    """By account: which award of the tier below each line funds."""
    lines = {each.line.account_id: each for each in lines_of(settlement)}
    below = Account.objects.filter(of__in=[key for key in lines if key], kind=Kind.AWARD).order_by("id")
    return [(lines[award.of_id], award) for award in below]


def _paid_from(holders: Iterable[object]) -> list[tuple[Transfer, Won]]:
    """Each payment once, whatever number of transfers it took, with what the bank did not give back."""
    moved = Transfer.objects.filter(
        movement=Movement.PAY, debit__in=list(holders), credit__kind=Kind.PAYEE
    ).select_related("credit__party")
    made = moved.filter(phase__in=(Phase.SINGLE, Phase.POST)).prefetch_related("parts").order_by("at", "id")
    payments: dict[tuple[object, ...], tuple[Transfer, Won]] = {}
    for each in made:
        payment = (each.at, each.debit_id, each.credit_id, each.reason)  # its parts fulfil several promises
        first, before = payments.get(payment, (each, ZERO))
        payments[payment] = (first, before + each.amount - total(part.amount for part in each.parts.all()))
    return [(first, amount) for first, amount in payments.values() if amount > ZERO]


def _name(payee: Account) -> str:
    return payee.party.name if payee.party else payee.label
