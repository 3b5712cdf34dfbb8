"""The books' part of `majungmul demo`: the story told, an overspending refused, all verified.

It runs in a process of its own, on an embedded database of its own. It prints JSON, a value a line: a step
of the story (`step`), what came of it all (`books`), or why it could not be told (`refusal`, `stopped`).
"""

import json
import sys
from datetime import UTC, date, datetime
from time import monotonic
from typing import TYPE_CHECKING, Any

from majungmul.console.adopt import make_ready
from majungmul.console.start import start
from majungmul.console.surroundings import is_of_them
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won, total

if TYPE_CHECKING:
    from majungmul.books.duties.models import Bucket, Duty
    from majungmul.books.duties.queries import Agenda
    from majungmul.stages.award.models import Award
    from majungmul.story.telling import Told
    from majungmul.values.actor import Actor

CHAIN_OF = "trade_collaboration"
"""The programme whose chain of accounts is drawn."""
FIGURES = ("appropriated", "disbursed", "paid", "recognised", "returned", "left")
FIRST = 2017
INTERRUPTED = 130


class OfAnotherVersion(Refusal):
    """다른 판의 연습 자료."""

    sentence = "연습 자료가 이 프로그램의 다른 판으로 만들어졌습니다."


def tell(today: str) -> None:
    """Tell it up to a day (ISO), and print what came of it."""
    try:
        start()
        _say(books=_books(date.fromisoformat(today)))
    except KeyboardInterrupt:  # what was told is kept: the next start goes on there
        sys.exit(INTERRUPTED)
    except Exception as problem:
        if is_of_them(str(problem)):
            _say(stopped=str(problem))
        elif isinstance(problem, Refusal):
            _say(refusal=str(problem), is_of_another_version=isinstance(problem, OfAnotherVersion))
        else:
            raise


def _say(**said: object) -> None:
    sys.stdout.buffer.write(json.dumps(said, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()


def _ready() -> None:
    """The practice database, made where there is none, and as durable as a real one."""
    from majungmul.books.upkeep.versions import NewerDatabase, OlderDatabase  # noqa: PLC0415

    try:
        make_ready()
    except (NewerDatabase, OlderDatabase):
        raise OfAnotherVersion from None


def _books(today: date) -> dict[str, Any]:
    _ready()
    from majungmul.books.upkeep.verification import verify  # noqa: PLC0415 - Django is started first
    from majungmul.story.whole import tell_all  # noqa: PLC0415

    began = monotonic()
    told = tell_all(today, lambda done, of, what: _say(step=[done, of, what]))
    seconds = int(monotonic() - began)
    by = told.actor("city.approver")
    attempt, refused = _overspend(by, today.year)
    found = verify({})
    return {
        "today": today.isoformat(),
        "seconds": seconds,
        "years": {str(year): _year(told, year) for year in (FIRST, FIRST + 1, today.year)},
        "chain": _chain(by),
        "late": [
            {"at": each.at.isoformat(), "what": each.what, "refused": each.sentence} for each in told.refused
        ],
        "attempt": attempt,
        "refused": refused,
        "due": _due(told, today),
        "faults": sum(len(each) for each in found.found.values()),
        "looked_at": dict(found.looked_at),
    }


def _year(told: "Told", year: int) -> dict[str, Any]:
    """A year's lines, and the awards of both offices, in won."""
    from majungmul.books.ledger import queries as ledger  # noqa: PLC0415 - Django is started first
    from majungmul.stages.award.queries import awards_by  # noqa: PLC0415

    jurisdiction = told.system.jurisdiction
    lines = [
        {"programme": line.programme, "label": line.label}
        | {name: getattr(line, name).amount for name in FIGURES}
        for line in ledger.lines_of(jurisdiction, year)
    ]
    offices = (told.system.office, told.rows["operator.office"].pk)
    granted, decided = (
        [_award(award) for award in awards_by(office, jurisdiction, year)] for office in offices
    )
    for award in granted:  # what the operator spent and gave on, and not what it gave back
        award["paid"] = sum(line["paid"] for line in lines)
    return {"lines": lines, "awards": [*granted, *decided]}


def _award(award: "Award") -> dict[str, Any]:
    """What a body was promised and got, and how much of it was recognised in its settlement."""
    from majungmul.books.ledger import queries as ledger  # noqa: PLC0415 - Django is started first
    from majungmul.stages.award.queries import lines_of  # noqa: PLC0415
    from majungmul.stages.settlement import queries as settlements  # noqa: PLC0415

    lines = list(lines_of(award))
    settlement = settlements.settlement_of(award)
    settled = settlements.lines_of(settlement) if settlement else ()
    own = [
        ledger.account(award.jurisdiction_id, line.account.year, line.account.code)
        for line in lines
        if line.account
    ]
    return {
        "number": award.number,
        "body": award.body.name,
        "state": str(award.get_state_display()),
        "decided": total(line.amount for line in lines).amount,
        "received": total(account.credits_posted for account in own).amount,
        "paid": total(account.debits_posted for account in own).amount,
        "recognised": total(line.recognised or Won(0) for line in settled).amount if settlement else None,
    }


def _chain(by: "Actor") -> list[dict[str, Any]]:
    """계정의 사슬 — of one programme, in the year that the paper tells."""
    from majungmul.books.ledger import queries as ledger  # noqa: PLC0415 - Django is started first

    return [
        {"depth": branch.depth, "label": branch.account.label, "balance": branch.account.balance.amount}
        for branch in ledger.tree_of(by.jurisdiction, FIRST)
        if branch.account.programme in ("", CHAIN_OF)
    ]


def _due(told: "Told", today: date) -> list[dict[str, Any]]:
    """할 일 — of the city's and the operator's people, and of the bodies, from the first due."""
    from majungmul.books.duties.queries import agenda, agenda_of_party  # noqa: PLC0415 - Django is started first
    from majungmul.story import people  # noqa: PLC0415

    jurisdiction = told.system.jurisdiction

    def own(*names: str) -> "Agenda":
        return agenda(jurisdiction, [told.actor(name).position for name in names], on=today)

    def of(body: str) -> "Agenda":
        return agenda_of_party(jurisdiction, told.rows[body].pk, on=today)

    agendas = [
        ("시", own(people.CITY_OFFICER, people.CITY_APPROVER)),
        ("중앙회", own(people.OFFICER, people.APPROVER, people.SUCCESSOR, people.ACCOUNTANT)),
        ("중앙회", of(people.OPERATOR)),
        *((body.name, of(body.code)) for body in people.COOPERATIVES),
    ]
    due = [_duty(who, bucket, each) for who, own in agendas for bucket, rows in own.items() for each in rows]
    return sorted(due, key=lambda duty: duty["due_on"])


def _duty(who: str, bucket: "Bucket", duty: "Duty") -> dict[str, Any]:
    when, due_on = str(bucket.label), duty.due_on.isoformat()
    return {"when": when, "due_on": due_on, "who": who, "what": duty.what, "basis": duty.basis}


def _overspend(by: "Actor", year: int) -> tuple[str, str]:
    """Try to take one won more from a line than it has; what was tried, and the sentence that refuses it."""
    from majungmul.books.ledger.queries import lines_of  # noqa: PLC0415 - Django is started first
    from majungmul.stages.plan import actions, queries  # noqa: PLC0415

    plan = queries.plan_of(by.jurisdiction, by.office, year)
    if plan is None:
        message = f"the plan of {year} was told and is not there"
        raise TypeError(message)
    first, second = queries.lines_of(plan)[:2]
    left = next(line.left for line in lines_of(by.jurisdiction, year) if line.label == first.label)
    beyond = left + Won(1)
    attempt = f"‘{first.label}’({left} 남음)에서 ‘{second.label}’(으)로 {beyond} 전용"
    change = actions.Change(amount=beyond, from_line=first.id, to_line=second.id)
    try:
        now = datetime.now(UTC)
        actions.change_line(change, "한 푼 더 옮겨 보기", "가상-1호", by=by, at=now, key="demo:overspend")
    except Refusal as refusal:
        return attempt, str(refusal)
    return attempt, ""
