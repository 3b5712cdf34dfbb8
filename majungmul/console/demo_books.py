"""The books' part of `majungmul demo`: 2018 adopted, 2017 told, an overspending refused, all verified.

It runs in a process of its own, on an embedded database of its own that is gone afterwards.
"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from majungmul.console.adopt import adopt, make_ready
from majungmul.console.ledger import plain
from majungmul.console.printing import print_json
from majungmul.console.start import start
from majungmul.programmes.plan import plan
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won

if TYPE_CHECKING:
    from majungmul.stages.plan.queries import Line
    from majungmul.values.actor import Actor

CHAIN_OF = "trade_collaboration"
"""The programme whose chain of accounts is drawn."""


def tell(jurisdiction: str, year: int) -> None:
    """Tell it, and print what came of it as one JSON value."""
    start()
    make_ready()
    from majungmul.books.ledger import queries as ledger  # noqa: PLC0415 - Django is started first
    from majungmul.books.upkeep.verification import verify  # noqa: PLC0415
    from majungmul.stages.plan import actions, queries  # noqa: PLC0415

    at = datetime.now(UTC)
    adopt(plan(jurisdiction, year), at)
    by = _program(jurisdiction, at)
    adopted = queries.plan_of(by.jurisdiction, by.office, year)
    if adopted is None:
        message = f"the plan of {year} was adopted and is not there"
        raise TypeError(message)
    actions.tell_results(adopted.pk, by=by, at=at, key="demo:results")
    attempt, refused = _overspend(queries.lines_of(adopted), _approver(by, at), at)
    found = verify({})
    years = {
        each: [{"label": line.label, **plain(line)} for line in ledger.lines_of(by.jurisdiction, each)]
        for each in (year - 1, year)
    }
    chain = [
        {"depth": branch.depth, "label": branch.account.label, "balance": branch.account.balance.amount}
        for branch in ledger.tree_of(by.jurisdiction, year - 1)
        if branch.account.programme in ("", CHAIN_OF)
    ]
    faults = sum(len(each) for each in found.found.values())
    print_json(
        {"years": years, "chain": chain, "attempt": attempt, "refused": refused, "faults": faults}
        | {"looked_at": dict(found.looked_at)}
    )


def _program(jurisdiction: str, at: datetime) -> "Actor":
    """The program itself, in the jurisdiction that was founded with its plan."""
    from django.utils import timezone  # noqa: PLC0415 - Django is started first

    from majungmul.books.parties.queries.positions import jurisdiction_named, system_actor  # noqa: PLC0415

    founded = jurisdiction_named(jurisdiction)
    if founded is None:
        message = f"{jurisdiction} was founded and is not there"
        raise TypeError(message)
    return system_actor(founded.pk, timezone.localdate(at))


def _approver(by: "Actor", at: datetime) -> "Actor":
    """A made-up person who may change a budget line."""
    from django.utils import timezone  # noqa: PLC0415 - Django is started first

    from majungmul.books.parties.actions.offices import new_position  # noqa: PLC0415
    from majungmul.books.parties.actions.people import new_person  # noqa: PLC0415
    from majungmul.books.parties.actions.tenures import appoint  # noqa: PLC0415
    from majungmul.books.parties.queries.positions import actors_of  # noqa: PLC0415

    today = timezone.localdate(at)
    seat = new_position(by.office, "demo", "가상 결재자", "approver", by=by, at=at, key="demo:seat")
    person = new_person(by.office, "demo", "홍길동", by=by, at=at, key="demo:person")
    appoint(seat.pk, person.pk, today, by=by, at=at, key="demo:tenure")
    (actor,) = actors_of(person.pk, today)
    return actor


def _overspend(lines: "list[Line]", by: "Actor", at: datetime) -> tuple[str, str]:
    """Try to take one won more from a line than it has; what was tried, and the sentence that refuses it."""
    from majungmul.stages.plan import actions  # noqa: PLC0415 - Django is started first

    first, second = lines[0], lines[1]
    beyond = (first.amount or Won(0)) + Won(1)
    attempt = f"‘{first.label}’({first.amount})에서 ‘{second.label}’(으)로 {beyond} 전용"
    change = actions.Change(amount=beyond, from_line=first.id, to_line=second.id)
    try:
        actions.change_line(change, "한 푼 더 옮겨 보기", "가상-1호", by=by, at=at, key="demo:overspend")
    except Refusal as refusal:
        return attempt, str(refusal)
    return attempt, ""
