"""원장 — the accounts of a year and the one that is asked for: figures, what it funds, its transfers."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from majungmul.books.ledger import queries
from majungmul.books.ledger.kinds import Kind, Movement, Phase
from majungmul.books.parties.queries.positions import names_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.trail.queries import acts
from majungmul.formats.csv_file import csv_of
from majungmul.programmes.specification import programmes_of, specification
from majungmul.values.won import ZERO
from majungmul.web import events
from majungmul.web.asked import Asked, today
from majungmul.web.audit import figures
from majungmul.web.audit.paged import Page, paged
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.books.ledger.models import Account, Transfer
    from majungmul.books.ledger.queries import LineFigures

COLUMNS = (
    "날짜",
    "종류",
    "단계",
    "나간 계정",
    "들어온 계정",
    "금액(원)",
    "까닭",
    "행위",
    "한 사람",
    "이체 번호",
)


def ledger(request: Asked) -> HttpResponse:
    """원장 — a year: its budget lines by programme with sums that are proved, and every account that moved."""
    years = queries.years_of(request.jurisdiction.pk)
    year = year_asked(request, years)
    lines = queries.lines_of(request.jurisdiction.pk, year)
    branches = queries.tree_of(request.jurisdiction.pk, year)
    programmes = _programmes(request, lines, [branch.account for branch in branches])
    moved = [branch for branch in branches if "all" in request.GET or _has_moved(branch.account)]
    return show(
        request,
        "audit/ledger.html",
        year=year,
        years=years,
        whole=queries.whole(lines),
        programmes=programmes,
        tree=paged(request, moved),
        is_all="all" in request.GET,
        unmoved=len(branches) - len([branch for branch in branches if _has_moved(branch.account)]),
        balance=queries.balanced(request.jurisdiction.pk, year),
        kind_of=lambda account: Kind(account.kind).label,
    )


def _programmes(request: Asked, lines: "list[LineFigures]", accounts: "list[Account]") -> list[Any]:
    """Each programme by its name, with its sums, and its lines with their accounts."""
    own = {(each.programme, each.line): each for each in accounts if each.kind == Kind.LINE}
    return [
        (
            programme_name(request, code),
            sums,
            [(each, own[code, each.line]) for each in lines if each.programme == code],
        )
        for code, sums in queries.by_programme(lines).items()
    ]


def account(request: Asked, account: UUID) -> HttpResponse:
    """계정 — its figures counted anew, what it funds, its transfers with who did what."""
    found = account_there(request, account)
    page: Page[Any] = paged(request, queries.transfers_behind(found))
    return show(
        request,
        "audit/account.html",
        account=found,
        kind=Kind(found.kind).label,
        programme=programme_name(request, found.programme) if found.programme else "",
        told=figures.told(found),
        recount=queries.recount(found),
        below=list(queries.funded_by(found)),
        kind_of=lambda account: Kind(account.kind).label,
        page=page,
        moves=moves(request, page.lines, found),
    )


def export(request: Asked, account: UUID) -> HttpResponse:
    """내보내기 — every transfer of an account as a CSV file."""
    found = account_there(request, account)
    transfers = list(queries.transfers_behind(found))
    rows = [
        (
            timezone.localtime(move["transfer"].at).strftime("%Y-%m-%d %H:%M"),
            move["movement"],
            move["phase"],
            move["transfer"].debit.label,
            move["transfer"].credit.label,
            str(move["transfer"].amount.amount),
            move["transfer"].reason,
            move["act"],
            move["by"],
            str(move["transfer"].pk),
        )
        for move in moves(request, transfers, found)
    ]
    response = HttpResponse(csv_of(COLUMNS, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="account-{found.pk}.csv"'
    response["Cache-Control"] = "private, no-store"
    return response


def moves(request: Asked, transfers: "list[Transfer]", at: "Account | None" = None) -> list[dict[str, Any]]:
    """오간 돈 — each transfer with its words, which way it went, the act and the person: two queries in all."""
    made = acts(request.jurisdiction.pk, {queries.act_of(each) for each in transfers})
    people = names_of(request.jurisdiction.pk, [event.person for event in made.values()])
    return [_move(each, made.get(queries.act_of(each)), people, at) for each in transfers]


def _move(transfer: "Transfer", event: Any, people: dict[UUID, str], at: "Account | None") -> dict[str, Any]:  # noqa: ANN401 - a row of the trail
    phase = Phase(transfer.phase)
    is_in = at is not None and transfer.credit_id == at.pk
    signed = -transfer.amount if phase in (Phase.REVERSAL, Phase.VOID) else transfer.amount
    is_promise = phase in (Phase.PENDING, Phase.VOID)
    return {
        "transfer": transfer,
        "movement": Movement(transfer.movement).label,
        "phase": phase.label,
        "other": transfer.debit if is_in else transfer.credit,
        "came": signed if is_in and not is_promise else ZERO,
        "went": signed if at is not None and not is_in and not is_promise else ZERO,
        "promised": signed if is_promise else ZERO,
        "act": events.words_of(event.name) if event else "",
        "by": people.get(event.person, "") if event else "",
        "event": event,
    }


def account_there(request: Asked, account: UUID) -> "Account":
    """The account. Refuses (NotHere) one of another jurisdiction."""
    found = queries.account_there(request.jurisdiction.pk, account)
    if found is None:
        raise NotHere(what="계정")
    return found


def year_asked(request: Asked, years: list[int]) -> int:
    """The year that is asked for, where it was opened; else this year, or the latest there is."""
    asked = request.GET.get("year", "")
    if asked in {str(year) for year in years}:
        return int(asked)
    this = today(request).year
    return this if this in years or not years else years[0]


def programme_name(request: Asked, code: str) -> str:
    """사업 이름 — as its specification says; its code where there is none."""
    own = request.jurisdiction.code
    return specification(own, code).name if code in programmes_of(own) else code


def _has_moved(account: "Account") -> bool:
    return account.last is not None
