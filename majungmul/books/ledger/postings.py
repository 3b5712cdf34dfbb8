"""분개 — the only code that moves won: one function per kind of movement, in the words of the field.

Each runs inside an action, takes accounts and Won, gives the transfers that it wrote, and refuses with a
sentence what the database refuses without one. An account in hand is stale after a posting: read it again.
"""

from datetime import date
from uuid import UUID

from majungmul.books.ledger import accounts, allowed, moves
from majungmul.books.ledger.kinds import Kind, Movement
from majungmul.books.ledger.models import Account, Transfer
from majungmul.values.won import ZERO, Won

# ── 예산 ─────────────────────────────────────────────────────────────────────────────────────────────────


def appropriate(plan: Account, amount: Won) -> Transfer:
    """편성 — money of the year comes into the plan."""
    return moves.single(Movement.APPROPRIATE, accounts.source(plan.jurisdiction_id, plan.year), plan, amount)


def reduce_appropriation(plan: Account, amount: Won, reason: str) -> list[Transfer]:
    """추경 감액 of the whole — what is free in the plan is appropriated no more (reversals of 편성)."""
    return moves.reverse_newest(accounts.source(plan.jurisdiction_id, plan.year), plan, amount, reason)


def allot(line: Account, amount: Won) -> Transfer:
    """배정 — money of the plan goes to a budget line."""
    return moves.single(Movement.ALLOT, line.funding, line, amount)


def reallocate(from_line: Account, to_line: Account, amount: Won, reason: str) -> Transfer:
    """전용 — what is free in one budget line goes to another. Refuses what is committed."""
    allowed.reason(Movement.REALLOCATE, reason)
    return moves.single(Movement.REALLOCATE, from_line, to_line, amount, reason)


def cut(line: Account, amount: Won, reason: str) -> Transfer:
    """추경 감액 — what is free in a budget line goes back to the plan. Refuses what is committed."""
    allowed.reason(Movement.CUT, reason)
    return moves.single(Movement.CUT, line, line.funding, amount, reason)


# ── 결정과 교부 ───────────────────────────────────────────────────────────────────────────────────────────


def decide(award: Account, amount: Won) -> Transfer:
    """교부결정·지원결정, and 증액 — money is promised to an award by what funds it (지출원인행위)."""
    return moves.pending(Movement.DECIDE, award.funding, award, amount)


def release(award: Account, amount: Won, reason: str) -> list[Transfer]:
    """감액·취소·해제 — what was decided and not yet given is free again. Refuses what is promised on."""
    return moves.void(Movement.RELEASE, award.funding, award, amount, reason)


def disburse(award: Account, amount: Won) -> list[Transfer]:
    """교부 — of what was decided, the oldest decision first."""
    return moves.post(Movement.DISBURSE, award.funding, award, amount)


def redistribute(from_award: Account, to_award: Account, amount: Won, reason: str) -> list[Transfer]:
    """사업비 배분 변경 — between two lines of an award: what is not yet disbursed, then what is free."""
    now = _again(from_award)
    allowed.something(amount)
    allowed.promised(now, amount)
    undisbursed = min(now.credits_pending, amount)
    made: list[Transfer] = []
    if undisbursed > ZERO:
        made += _redecide(from_award, to_award, undisbursed, reason)
    if undisbursed < amount:
        made += _move_disbursed(from_award, to_award, amount - undisbursed, reason)
    return made


def _redecide(from_award: Account, to_award: Account, amount: Won, reason: str) -> list[Transfer]:
    """Before 교부: the decision on one line is voided, the budget moves, the other line is decided."""
    return [
        *moves.void(Movement.RELEASE, from_award.funding, from_award, amount, reason),
        moves.single(Movement.REDISTRIBUTE, from_award.funding, to_award.funding, amount, reason),
        moves.pending(Movement.DECIDE, to_award.funding, to_award, amount, reason),
    ]


def _move_disbursed(from_award: Account, to_award: Account, amount: Won, reason: str) -> list[Transfer]:
    """After 교부: the disbursement of one line is undone, the budget moves, the other line has it at once."""
    return [
        *moves.reverse_newest(from_award.funding, from_award, amount, reason),
        moves.single(Movement.REDISTRIBUTE, from_award.funding, to_award.funding, amount, reason),
        moves.single(Movement.REDISTRIBUTE, to_award.funding, to_award, amount, reason),
    ]


# ── 약정과 지급 ───────────────────────────────────────────────────────────────────────────────────────────


def promise(payee: Account, amount: Won) -> Transfer:
    """약정 — the recipient is known: the cap bites now."""
    return moves.pending(Movement.PROMISE, payee.funding, payee, amount)


def contract(payee: Account, amount: Won) -> Transfer:
    """계약 — 자체 집행: who holds the award orders work; withheld tax is a second payee."""
    return moves.pending(Movement.CONTRACT, payee.funding, payee, amount)


def withdraw(payee: Account, amount: Won, reason: str) -> list[Transfer]:
    """약정·계약 해제 — what was promised to a payee and not paid is free again."""
    return moves.void(Movement.WITHDRAW, payee.funding, payee, amount, reason)


def pay(payee: Account, amount: Won, reason: str = "") -> list[Transfer]:
    """지급 — what was promised to the payee first, the rest at once.

    An award of tier 2 first gets what it lacks, of its own decision. `reason` marks the payment.
    """
    allowed.something(amount)
    payee = _again(payee)
    award = payee.funding
    made: list[Transfer] = []
    if award.funding.kind == Kind.AWARD and award.balance < amount:
        made += moves.post(Movement.PAY, award.funding, award, amount - award.balance, reason)
    promised = min(payee.credits_pending, amount)
    if promised > ZERO:
        made += moves.post(Movement.PAY, award, payee, promised, reason)
    if promised < amount:
        made.append(moves.single(Movement.PAY, award, payee, amount - promised, reason))
    return made


def bounce(payee: Account, amount: Won, reason: str) -> list[Transfer]:
    """반송 — the bank gave a payment back: it is in the award again, uses up no cap, counts in no figure."""
    return moves.reverse_newest(payee.funding, payee, amount, reason)


# ── 정산·반납·금액 확정 ────────────────────────────────────────────────────────────────────────────────────


def recognise(payee: Account, amount: Won) -> Transfer:
    """정산 — what was paid is recognised by its evidence."""
    return moves.single(Movement.RECOGNISE, payee, accounts.beside(payee.funding, Kind.SPENT), amount)


def order_return(account: Account, amount: Won, reason: str) -> Transfer:
    """반납 고지 — a payee, or an award, must give back what stands there."""
    allowed.reason(Movement.ORDER_RETURN, reason)
    allowed.arrived(_again(account), amount)
    return moves.pending(Movement.ORDER_RETURN, account, _returned(account), amount, reason)


def cancel_return(account: Account, amount: Won, reason: str) -> list[Transfer]:
    """반납 고지 취소 — it need not be given back."""
    return moves.void(Movement.CANCEL_RETURN, account, _returned(account), amount, reason)


def receive_return(account: Account, amount: Won) -> list[Transfer]:
    """반납 — the money that was ordered back is there."""
    return moves.post(Movement.RECEIVE_RETURN, account, _returned(account), amount)


def carry_up(account: Account) -> list[Transfer]:
    """금액 확정 — what was recognised, returned or borne as interest goes to what funds this."""
    made = []
    for kind in accounts.BESIDE:
        own = accounts.beside(account, kind)
        if own.payable > ZERO:
            made.append(
                moves.single(Movement.CARRY_UP, own, accounts.beside(account.funding, kind), own.payable)
            )
    return made


def reuse(award: Account, amount: Won, reason: str) -> Transfer:
    """여입 — money given back in the same year may be spent again."""
    allowed.reason(Movement.REUSE, reason)
    return moves.single(Movement.REUSE, accounts.beside(award, Kind.RETURNED), award, amount, reason)


def accrue_interest(account: Account, amount: Won) -> Transfer:
    """이자 — it is passed up like what is returned, and never into an award, where it could be spent."""
    source = accounts.interest_source(account.jurisdiction_id, account.year)
    return moves.single(Movement.ACCRUE_INTEREST, source, accounts.beside(account, Kind.INTEREST), amount)


# ── 환수 ─────────────────────────────────────────────────────────────────────────────────────────────────


def order_recovery(stands_at: Account, due: Account, amount: Won, reason: str) -> list[Transfer]:
    """환수결정 — what proved wrong is due from a body; `stands_at` is where it is recognised now.

    Where `stands_at` is the 과년도 of a closed year, this year books the debt and that one stays as it is.
    """
    allowed.reason(Movement.ORDER_RECOVERY, reason)
    prior = stands_at.kind == Kind.PRIOR_YEAR
    spent = stands_at if prior else accounts.beside(stands_at, Kind.SPENT)
    return [
        moves.single(Movement.ORDER_RECOVERY, spent, due, amount, reason),
        moves.pending(Movement.DEMAND, due, accounts.beside(stands_at, Kind.RETURNED), amount, reason),
    ]


def withdraw_recovery(stands_at: Account, due: Account, amount: Won, reason: str) -> list[Transfer]:
    """환수결정 취소 — what was demanded and has not come is due no more."""
    prior = stands_at.kind == Kind.PRIOR_YEAR
    spent = stands_at if prior else accounts.beside(stands_at, Kind.SPENT)
    returned = accounts.beside(stands_at, Kind.RETURNED)
    return [
        *moves.void(Movement.CANCEL_DEMAND, due, returned, amount, reason),
        *moves.reverse_newest(spent, due, amount, reason),
    ]


def recover(stands_at: Account, due: Account, amount: Won) -> list[Transfer]:
    """환수 — money that was demanded has come."""
    return moves.post(Movement.RECOVER, due, accounts.beside(stands_at, Kind.RETURNED), amount)


# ── 되돌림과 출납폐쇄 ──────────────────────────────────────────────────────────────────────────────────────


def correct(transfer: Transfer, amount: Won, reason: str) -> Transfer:
    """정정 — a transfer, or a part of it, was a mistake: the totals that it raised go down again."""
    return moves.reverse(transfer, amount, reason)


def lapse(jurisdiction: UUID, year: int, on: date) -> list[Transfer]:
    """출납폐쇄로 실효 — what was promised and not given is void, unless carried over.

    From the payees upwards: an account keeps what it has itself promised on to what is carried over.
    """
    promised = Account.objects.filter(
        jurisdiction=jurisdiction, year=year, kind__in=(Kind.AWARD, Kind.PAYEE), credits_pending__gt=0
    )
    made: list[Transfer] = []
    for account in sorted(promised, key=lambda each: each.code, reverse=True):
        now = _again(account)
        amount = min(now.credits_pending, now.free)
        if amount > ZERO and not allowed.carried_over(now, on):
            made += moves.void(Movement.LAPSE, now.funding, now, amount, Movement.LAPSE.label)
    return made


def _returned(account: Account) -> Account:
    """The 반납 beside an award, or beside the award that pays a payee."""
    return accounts.beside(account.funding if account.kind == Kind.PAYEE else account, Kind.RETURNED)


def _again(account: Account) -> Account:
    """The account as it is now, with those that fund it."""
    return Account.objects.select_related("of__of").get(pk=account.pk)
