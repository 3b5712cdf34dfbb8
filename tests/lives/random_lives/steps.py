"""What comes next for a body, and how it is done: the way of a won from the application to what is asked back."""

from collections.abc import Callable

from tests.lives.random_lives import asking, paying, steering
from tests.lives.random_lives.life import Life
from tests.lives.random_lives.plain_year import PlainBody
from tests.stages.world_people import numbers

TRADES_EACH = 3
LESS = (0, 0, 0, 1_000_001)
"""How much less than a proof says is recognised."""

Step = Callable[[Life, str, int, str], None]


def go_on(life: Life, name: str, pick: int, choice: str) -> None:
    """The next step; `pick` is how much of something, `choice` who does it in another's stead."""
    body = life.plain(name)
    step = next(step for step, is_due in DUE if is_due(body))
    STEPS[step](life, name, pick, choice)


def a_number() -> str:
    """A 승인번호 of its own."""
    return f"20180702-41000000-{next(numbers):08}"


def _open(body: PlainBody, *states: str) -> bool:
    """Whether a claim stands so, and none is further on."""
    last = body.claims[-1] if body.claims else None
    return last is not None and last.state in states


DUE: tuple[tuple[str, Callable[[PlainBody], bool]], ...] = (
    ("correct", lambda body: body.application == "correcting"),
    ("apply", lambda body: body.application in ("", "withdrawn")),
    ("examine", lambda body: body.application == "received"),
    ("propose", lambda body: body.review == "checking"),
    ("select", lambda body: body.review == "submitted"),
    ("draft", lambda body: body.award == ""),
    ("submit award", lambda body: body.award == "draft"),
    ("decide", lambda body: body.award == "submitted"),
    ("settle ended", lambda body: body.award == "ended"),
    ("submit change", lambda body: body.change == "requested"),
    ("approve change", lambda body: body.change == "submitted"),
    ("contract", lambda body: body.contract == ""),
    ("confirm", lambda body: body.contract == "entered"),
    ("recognise", lambda body: _open(body, "received") and body.claims[-1].recognised is None),
    ("submit", lambda body: _open(body, "received")),
    ("approve", lambda body: _open(body, "submitted")),
    ("confirm account", lambda body: not body.account_confirmed),
    ("list", lambda body: _open(body, "approved", "failed")),
    ("pay", lambda body: _open(body, "listed")),
    ("receive refund", lambda body: bool(body.refunds) and body.refunds[-1].state == "ordered"),
    ("order refund", lambda body: bool(body.refunds) and body.refunds[-1].state == "proposed"),
    ("fix", lambda body: body.settlement == "submitted"),
    ("submit settlement", lambda body: body.settlement == "reported"),
    ("ask back", lambda body: body.settlement == "fixed"),
    ("claim", lambda body: bool(body.unclaimed())),
    ("trade", lambda body: len(body.trades) < TRADES_EACH),
    ("settle", lambda _: True),
)
"""The first that holds comes next."""

STEPS: dict[str, Step] = {
    "correct": lambda life, name, pick, _: asking.correct(life, name, asking.TRADES[pick % 4]),
    "apply": lambda life, name, pick, _: asking.apply(life, name, asking.TRADES[pick % 4]),
    "examine": lambda life, name, *_: asking.examine(life, name),
    "propose": lambda life, name, *_: asking.propose(life, name),
    "select": lambda life, name, _, choice: asking.select(life, name, choice),
    "draft": lambda life, name, *_: asking.draft_award(life, name),
    "submit award": lambda life, name, *_: asking.submit_award(life, name),
    "decide": lambda life, name, _, choice: asking.decide_award(life, name, choice),
    "settle ended": lambda life, name, *_: paying.open_settlement(life, name),
    "submit change": lambda life, name, *_: asking.submit_change(life, name),
    "approve change": lambda life, name, _, choice: asking.approve_change(life, name, choice),
    "contract": lambda life, name, *_: paying.enter_contract(life, name),
    "confirm": lambda life, name, *_: paying.confirm_contract(life, name),
    "recognise": lambda life, name, pick, _: paying.recognise(life, name, LESS[pick % 4]),
    "submit": lambda life, name, *_: paying.submit(life, name),
    "approve": lambda life, name, _, choice: paying.approve(life, name, choice),
    "confirm account": lambda life, name, _, choice: steering.confirm(life, name, choice),
    "list": lambda life, name, *_: paying.list_for_bank(life, name),
    "pay": lambda life, name, _, choice: paying.pay(life, name, choice),
    "receive refund": lambda life, name, *_: paying.receive_refund(life, name),
    "order refund": lambda life, name, _, choice: paying.order_refund(life, name, choice),
    "fix": lambda life, name, _, choice: paying.fix(life, name, choice),
    "submit settlement": lambda life, name, *_: paying.submit_settlement(life, name),
    "ask back": lambda life, name, pick, _: paying.propose_refund(life, name, 1_000_000 * (1 + pick)),
    "claim": lambda life, name, *_: paying.claim(life, name, a_number()),
    "trade": lambda life, name, pick, _: paying.trade(life, name, paying.SUPPLIES[pick % 4]),
    "settle": lambda life, name, *_: paying.open_settlement(life, name),
}
