"""Random lives, told to hypothesis as a machine: at each step somebody does, or tries to do, something."""

from collections.abc import Callable
from typing import ClassVar

from django.db import connection
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.lives.random_lives import asking, paying, steering
from tests.lives.random_lives.beginning import NAMES
from tests.lives.random_lives.life import Life, Tally
from tests.lives.random_lives.plain_year import PlainBody
from tests.lives.random_lives.steps import Step, a_number, go_on

AMOUNTS = (4_500_000, 38_000_000, 65_000_000, 145_000_000)
Fits = Callable[[PlainBody], bool]


def _has(*states: str) -> Fits:
    return lambda body: any(claim.state in states for claim in body.claims)


def _claim_again(life: Life, name: str, pick: int, _: str) -> None:
    """With a 승인번호 that another claim has, but for one time in four."""
    used = sorted(life.year.numbers)
    paying.claim(life, name, used[pick % len(used)] if used and pick else a_number())


ACTS: dict[str, tuple[Step, str, Fits]] = {
    "apply": (
        lambda life, name, pick, _: asking.apply(life, name, asking.TRADES[pick]),
        "body",
        lambda body: body.application in ("", "withdrawn"),
    ),
    "ask correction": (
        lambda life, name, pick, _: asking.ask_correction(life, name, past_the_review=pick == 0),
        "application",
        lambda body: body.application == "received" or body.review == "checking",
    ),
    "withdraw": (
        lambda life, name, *_: asking.withdraw(life, name),
        "application",
        lambda body: body.award == "" and body.application in ("received", "correcting", "reviewing"),
    ),
    "ask change": (
        lambda life, name, pick, _: asking.ask_change(life, name, AMOUNTS[pick]),
        "award",
        lambda body: body.award == "effective" and body.change == "",
    ),
    "give up": (
        lambda life, name, *_: asking.give_up(life, name),
        "award",
        lambda body: body.award not in ("", "ended") and body.drawn == 0,
    ),
    "trade": (
        lambda life, name, pick, _: paying.trade(life, name, paying.SUPPLIES[pick]),
        "contract",
        lambda body: body.contract == "confirmed",
    ),
    "claim again": (_claim_again, "trade", lambda body: bool(body.unclaimed())),
    "send back": (lambda life, name, *_: paying.send_back(life, name), "claim", _has("submitted")),
    "reject": (lambda life, name, *_: paying.reject(life, name), "claim", _has("received", "failed")),
    "approve": (
        lambda life, name, _, choice: paying.approve(life, name, choice),
        "claim",
        _has("submitted"),
    ),
    "pay": (lambda life, name, _, choice: paying.pay(life, name, choice), "claim", _has("listed")),
    "fail": (lambda life, name, *_: paying.fail(life, name), "claim", _has("listed")),
    "bounce": (lambda life, name, *_: paying.bounce(life, name), "claim", _has("paid")),
    "settle": (
        lambda life, name, *_: paying.open_settlement(life, name),
        "award",
        lambda body: body.paid > 0 and body.settlement == "",
    ),
    "ask back": (
        lambda life, name, pick, _: paying.propose_refund(life, name, AMOUNTS[pick]),
        "claim",
        lambda body: body.paid > body.asked_back(),
    ),
    "exclude": (
        lambda life, name, *_: steering.exclude(life, name),
        "body",
        lambda body: body.award != "ended",
    ),
    "lift": (lambda life, name, *_: steering.lift_exclusion(life, name), "sanction", lambda _: True),
    "correct account": (
        lambda life, name, *_: steering.correct_account(life, name),
        "body",
        _has("approved", "listed", "failed"),
    ),
    "change people": (lambda life, *_: steering.change_people(life), "body", lambda _: True),
    "act for another": (lambda life, *_: steering.act_for_another(life), "body", lambda _: True),
    "second half": (lambda life, *_: steering.second_half(life), "body", lambda _: True),
}
"""What is done, with whose rows of which kind it can be tried, and with which bodies it should go through."""

WHAT = st.sampled_from([*(["go on"] * len(ACTS)), *ACTS])
INSTEAD = st.sampled_from(["", "", "", "deputy", "deputy", "officer", "former"])
"""Who acts in the right one's stead; nobody, nearly half the time."""


def lived(life: Life, what: str, name: str, pick: int, instead: str) -> None:
    """One act: with a body with which it should go through, but for one time in four."""
    if what == "go on":
        return go_on(life, name, pick, instead)
    act, kind, fits = ACTS[what]
    start = NAMES.index(name)
    there = [
        each
        for each in (*NAMES[start:], *NAMES[:start])
        if any(row == kind and of.startswith(each) for row, of in life.rows)
    ]
    fitting = [each for each in there if fits(life.plain(each))]
    found = (fitting if pick and fitting else there) or [""]
    return act(life, found[0], pick, instead) if found[0] else go_on(life, name, pick, instead)


class Lives(RuleBasedStateMachine):
    """One life, which begins where `beginning` is, and leaves nothing behind."""

    beginning: ClassVar[Life]

    @classmethod
    def counted(cls) -> Tally:
        """A count of the lives from now on."""
        cls.beginning.tally = Tally()
        return cls.beginning.tally

    def __init__(self) -> None:
        super().__init__()
        with connection.cursor() as cursor:
            cursor.execute("SAVEPOINT life")
        self.life = self.beginning.again()
        self.life.tally.lives += 1

    @rule(what=WHAT, name=st.sampled_from(NAMES), pick=st.integers(0, 3), instead=INSTEAD)
    def act(self, what: str, name: str, pick: int, instead: str) -> None:
        lived(self.life, what, name, pick, instead)

    def teardown(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK TO SAVEPOINT life")
            cursor.execute("RELEASE SAVEPOINT life")
