"""계정 열기 — the one way in which accounts come to be: empty, in their place, funded by another.

Opening one that is open already gives it as it is.
"""

from typing import Any
from uuid import UUID

from majungmul.books.ledger.kinds import UNGUARDED, Kind
from majungmul.books.ledger.models import Account, FiscalYear
from majungmul.books.ledger.refusals import OtherLimit, YearNotClosed
from majungmul.books.trail.running import room
from majungmul.values.won import Won

BESIDE = (Kind.SPENT, Kind.RETURNED, Kind.INTEREST)
"""What stands beside each budget line and each award."""


def open_year(jurisdiction: UUID, year: int) -> FiscalYear:
    """회계연도 — the year, opened where it is not yet."""
    found = FiscalYear.objects.filter(jurisdiction=jurisdiction, year=year).first()
    if found is None:
        with room("ledger"):
            found = FiscalYear(jurisdiction_id=jurisdiction, year=year)
            found.save()
    return found


def source(jurisdiction: UUID, year: int) -> Account:
    """재원 — the world outside, from which the money of a year comes (unguarded)."""
    open_year(jurisdiction, year)
    return _open(jurisdiction, year, "source", kind=Kind.SOURCE, label=Kind.SOURCE.label)


def interest_source(jurisdiction: UUID, year: int) -> Account:
    """이자 재원 — the banks outside, from which the interest of a year comes (unguarded)."""
    open_year(jurisdiction, year)
    return _open(
        jurisdiction, year, "interest_source", kind=Kind.INTEREST_SOURCE, label=Kind.INTEREST_SOURCE.label
    )


def open_plan(jurisdiction: UUID, year: int, office: str, label: str) -> Account:
    """지원계획 — the account that a year's budget is appropriated to."""
    open_year(jurisdiction, year)
    return _open(jurisdiction, year, f"plan/{office}", kind=Kind.PLAN, label=label)


def open_line(plan: Account, programme: str, line: str, label: str) -> Account:
    """소요예산 항목 — a budget line, with 집행 확정, 반납 and 이자 beside it."""
    opened = _under(plan, f"/{programme}.{line}", Kind.LINE, label, programme=programme, line=line)
    return _with_those_beside(opened)


def open_award(of: Account, code: str, label: str) -> Account:
    """교부·지원결정 — the line of an award, funded by a budget line or by the award of the tier above."""
    return _with_those_beside(_under(of, f"/{code}", Kind.AWARD, label))


def open_payee(of: Account, party: UUID, role: str, label: str, limit: Won | None = None) -> Account:
    """받는 곳 — where one body is paid from one award in a year; `limit` is its cap (업체당 100만원).

    Refuses another cap than the one that it was opened with.
    """
    opened = _under(of, f"#{role}/{party}", Kind.PAYEE, label, party_id=party, role=role, limit=limit)
    if opened.limit != limit:
        raise OtherLimit(account=opened.label, was=opened.limit or "없음", asked=limit or "없음")
    return opened


def open_due(of: Account, party: UUID, label: str) -> Account:
    """환수할 금액 — what a body owes back to an award, or to the 과년도 of one."""
    return _under(of, f"#due/{party}", Kind.DUE, label, party_id=party)


def open_prior_year(closed: Account, year: int) -> Account:
    """과년도 — stands in `year` for a line or award of a closed year, under the 과년도 of what funded that.

    Refuses an account of a year that is not closed. TypeError for other accounts than lines and awards.
    """
    if closed.kind not in (Kind.LINE, Kind.AWARD):
        message = f"{closed.code} is neither a line nor an award"
        raise TypeError(message)
    if not FiscalYear.objects.filter(
        jurisdiction=closed.jurisdiction_id, year=closed.year, closed_at__isnull=False
    ).exists():
        raise YearNotClosed(year=closed.year)
    open_year(closed.jurisdiction_id, year)
    above = open_prior_year(closed.funding, year) if closed.kind == Kind.AWARD else None
    opened = _open(
        closed.jurisdiction_id,
        year,
        f"prior_year/{closed.year}/{closed.code}",
        kind=Kind.PRIOR_YEAR,
        label=f"{closed.year}년 {closed.label}",
        of=above,
        programme=closed.programme,
        line=closed.line,
    )
    return _with_those_beside(opened)


def beside(account: Account, kind: Kind) -> Account:
    """집행 확정·반납·이자 — the account of this kind that stands beside a line or award."""
    return Account.objects.get(
        jurisdiction=account.jurisdiction_id, year=account.year, code=f"{account.code}#{kind.value}"
    )


def _with_those_beside(account: Account) -> Account:
    for kind in BESIDE:
        _under(account, f"#{kind.value}", kind, f"{account.label} {kind.label}")
    return account


def _under(of: Account, suffix: str, kind: Kind, label: str, **fields: Any) -> Account:  # noqa: ANN401 - the model's
    """An account that this one funds, of the same programme and line unless it says others."""
    own = {"programme": of.programme, "line": of.line, **fields}
    return _open(of.jurisdiction_id, of.year, f"{of.code}{suffix}", kind=kind, label=label, of=of, **own)


def _open(jurisdiction: UUID, year: int, code: str, *, kind: Kind, **fields: Any) -> Account:  # noqa: ANN401
    """The account with this code, opened where it is not yet."""
    found = Account.objects.filter(jurisdiction=jurisdiction, year=year, code=code).first()
    if found is None:
        with room("ledger"):
            found = Account(
                jurisdiction_id=jurisdiction,
                year=year,
                code=code,
                kind=kind,
                guarded=kind not in UNGUARDED,
                **fields,
            )
            found.save(force_insert=True)
    return found
