"""지출결의서, 지급 통지, 이체 목록 — how money goes out, to whom, and why less where it is less."""

from django.utils import timezone

from majungmul.books.ledger.kinds import Kind as AccountKind
from majungmul.books.parties.queries.letters import head_of
from majungmul.formats.paper import Entry, Grid, Heading, Item, Pairs, Paper, day, moment, table
from majungmul.stages.payment.models import BankList, Claim, ClaimLine, Kind
from majungmul.stages.payment.papers.parts import (
    NotYet,
    OtherPaper,
    account_in_words,
    approved_by,
    basis_of,
    contact_of,
    law_of,
    sender_of,
)
from majungmul.stages.payment.queries import entries_of, lines_of, proofs_of
from majungmul.stages.plan.models import BudgetLine
from majungmul.values.table import Difference, Table
from majungmul.values.won import ZERO, Won, total
from majungmul.values.won_words import in_figures_and_words

SPENT: tuple[Heading, ...] = (
    ("비목", "text"),
    ("내용", "text"),
    ("산출", "text"),
    ("청구 금액", "won"),
    ("지출 금액", "won"),
    ("차액", "won", Difference("청구 금액", "지출 금액")),
)
PAID: tuple[Heading, ...] = (
    ("거래", "text"),
    ("청구 금액", "won"),
    ("인정 금액", "won"),
    ("차액", "won", Difference("청구 금액", "인정 금액")),
    ("셈", "text"),
)
BANK: tuple[Heading, ...] = (
    ("연번", "number"),
    ("받는 곳", "text"),
    ("은행", "text"),
    ("계좌번호", "text"),
    ("예금주", "text"),
    ("금액", "won"),
    ("청구번호", "text"),
    ("결과", "text"),
)
OWN_EYES = "이 목록에는 계좌번호가 모두 적혀 있습니다. 담당자와 은행만 보고, 밖에 내지 마십시오."
KEEP = (
    "계약서와 증빙 자료를 5년 동안 보관해 주십시오. 뒤에 반품되거나 증빙이 바뀌면 바로 알려 주십시오. "
    "잘못 지급된 것이 드러나면 돌려주셔야 합니다."
)
ASK_AGAIN = "지급한 금액이 다르다고 생각하시면 이유를 적어 아래로 알려 주십시오. 다시 살펴 답해 드립니다."


def spending_resolution(claim: Claim) -> Paper:
    """지출결의서 — of a claim of support or an order of one's own, once it is handed in. Refuses a 교부청구."""
    if claim.kind == Kind.GRANT:
        raise OtherPaper(title=claim.number, paper="지출결의서", instead="교부 통지")
    if claim.recognised is None or claim.submitted_at is None:
        raise NotYet(
            title=claim.number, state=claim.get_state_display(), paper="지출결의서", when="결재를 올린"
        )
    on = timezone.localdate(claim.decided_at or claim.submitted_at)
    return Paper(
        kind="spending_resolution",
        title="지출결의서",
        has_head=False,
        basis=law_of(claim, on, "payment.resolution"),
        body=(
            Pairs(
                (
                    ("결의번호", claim.number),
                    ("지출금액", in_figures_and_words(claim.recognised)),
                    ("받는 사람", claim.body.name),
                    ("입금계좌", account_in_words(claim.bank_account)),
                    ("예금주가 다른 사유", claim.holder_reason or "해당 없음"),
                    ("예산과목(통계목)", _budget(claim)),
                    ("소요예산 항목", "·".join(dict.fromkeys(line.line.label for line in lines_of(claim)))),
                    ("적요", _what(claim)),
                    ("증빙", _evidence(claim)),
                    ("지급일", day(claim.paid_on) if claim.paid_on else ""),
                )
            ),
            Grid(_spent(claim)),
            Item("위 금액을 지출하고자 합니다."),
        ),
        approvals=approved_by(claim),
        is_made_up=claim.is_made_up,
    )


def payment_notice(claim: Claim) -> Paper:
    """지급 통지 — how much was paid when and where to, how it was worked out, and why less. Refuses one not paid."""
    if claim.kind != Kind.SUPPORT:
        raise OtherPaper(title=claim.number, paper="지급 통지", instead="지출결의서나 교부 통지")
    if claim.paid_on is None or claim.recognised is None:
        raise NotYet(title=claim.number, state=claim.get_state_display(), paper="지급 통지", when="지급한")
    return Paper(
        kind="payment_notice",
        title="지원금 지급 통지",
        sender=sender_of(claim),
        receiver=head_of(claim.body),
        number=claim.number,
        effective=claim.paid_on,
        basis=basis_of(claim),
        body=(
            Item(
                f"{day(timezone.localdate(claim.received_at))}에 청구하신 지원금(청구번호 {claim.number})을 "
                "다음과 같이 지급하였음을 알려 드립니다."
            ),
            Item(
                "지급 내용",
                (
                    Item("지급액", amount=claim.recognised),
                    Item(f"지급일: {day(claim.paid_on)}"),
                    Item(f"입금계좌: {account_in_words(claim.bank_account)}"),
                    Grid(_paid(claim)),
                ),
            ),
            _why_less(claim, claim.claimed - claim.recognised),
            Item(KEEP),
            Item(ASK_AGAIN),
            contact_of(claim),
        ),
        approvals=approved_by(claim),
        is_made_up=claim.is_made_up,
    )


def bank_list_sheet(bank_list: BankList) -> Paper:
    """이체 목록 — for the officer's own eyes and the bank: every account in full."""
    entries = list(entries_of(bank_list))
    rows: list[list[Entry]] = [
        [
            place,
            entry.claim.body.name,
            entry.bank_account.bank,
            entry.bank_account.number,
            entry.bank_account.holder,
            entry.amount,
            entry.claim.number,
            entry.get_state_display() + (f"({entry.reason})" if entry.reason else ""),
        ]
        for place, entry in enumerate(entries, start=1)
    ]
    sums: list[Entry] = ["계", "", "", "", "", bank_list.total, "", ""]
    return Paper(
        kind="bank_list_sheet",
        title="이체 목록",
        has_head=False,
        body=(
            Pairs(
                (
                    ("목록번호", bank_list.number),
                    ("만든 때", moment(timezone.localtime(bank_list.made_at))),
                    ("건수", f"{len(entries)}건"),
                    ("합계", in_figures_and_words(bank_list.total)),
                )
            ),
            Grid(table("bank_list", "이체할 것", "원", BANK, rows, sums)),
        ),
        notes=(OWN_EYES,),
        is_made_up=any(entry.claim.is_made_up for entry in entries),
    )


def _spent(claim: Claim) -> Table:
    lines = list(lines_of(claim))
    rows = [_spent_line(claim, line) for line in lines]
    claimed, spent = (
        total(line.claimed for line in lines),
        total(line.recognised or ZERO for line in lines),
    )
    return table("spent", "지출 내역", "원", SPENT, rows, ["계", "", "", claimed, spent, claimed - spent])


def _spent_line(claim: Claim, line: ClaimLine) -> list[Entry]:
    recognised = line.recognised or ZERO
    item = claim.order.cost_item if claim.order else line.line.label
    what = (
        claim.order.what
        if claim.order
        else f"거래 {line.trade.number}번 {line.trade.item}"
        if line.trade
        else ""
    )
    because = line.because if claim.order and recognised == line.claimed else line.recognised_because
    return [item, what, because, line.claimed, recognised, line.claimed - recognised]


def _what(claim: Claim) -> str:
    return (
        claim.order.what
        if claim.order
        else f"{claim.award.application.call.title} 지원금 지급({claim.number})"
    )


def _evidence(claim: Claim) -> str:
    return "\n".join(
        f"{proof.get_kind_display()} {proof.approval_number} {proof.supply + proof.vat}"
        for proof in proofs_of(claim)
    )


def _budget(claim: Claim) -> str:
    """예산과목 — of the city's plan whose line funds the claim: names and code."""
    source = lines_of(claim)[0].line.of
    while source.kind != AccountKind.LINE:
        source = source.funding
    found = (
        BudgetLine.objects.of(claim.jurisdiction_id)
        .filter(account=source)
        .select_related("edition")
        .order_by("-edition__number")
        .first()
    )
    if found is None:
        return ""
    return f"{' > '.join(found.edition.budget_names)} ({found.edition.budget_code})"


def _paid(claim: Claim) -> Table:
    lines = list(lines_of(claim))
    rows: list[list[Entry]] = [
        [
            f"{line.trade.number}번 {line.trade.item}" if line.trade else line.line.label,
            line.claimed,
            line.recognised or ZERO,
            line.claimed - (line.recognised or ZERO),
            line.recognised_because,
        ]
        for line in lines
    ]
    claimed, paid = (
        total(line.claimed for line in lines),
        total(line.recognised or ZERO for line in lines),
    )
    return table("paid", "지급 내역", "원", PAID, rows, ["계", claimed, paid, claimed - paid, ""])


def _why_less(claim: Claim, less: Won) -> Item:
    """Why each proof counts for less than it says, where the whole is less than was claimed."""
    if less <= ZERO:
        return Item("청구하신 금액을 모두 지급하였습니다.")
    reasons = [
        Item(
            f"승인번호 {proof.approval_number}: 공급가액 {proof.supply} 가운데 {proof.recognised}을 "
            f"인정하였습니다. 이유: {proof.less_reason}"
        )
        for proof in proofs_of(claim)
        if proof.less_reason
    ]
    return Item("청구한 금액과의 차이", (Item(f"청구하신 {claim.claimed}보다 {less} 적습니다."), *reasons))
