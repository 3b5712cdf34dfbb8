"""Postings in any order, against the plain model: refused when it refuses, with the same totals after."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from majungmul.books.ledger import accounts, postings
from majungmul.books.ledger.kinds import Kind
from majungmul.books.ledger.models import Account
from majungmul.books.ledger.verification import recomputed
from majungmul.values.refusal import Refusal
from majungmul.values.won import ZERO, Won, total
from tests.books.a_stage import inside
from tests.books.ledger.plain_model import No, PlainLedger
from tests.books.ledger.standing import Standing, standing

AMOUNTS = st.sampled_from([0, 1, 30_000, 99_999, 100_000, 100_001, 250_000, 700_000])
WHY = "사유"


def refusal_of(on: Standing, calls: Sequence[Callable[[], Any]]) -> Refusal | None:
    """Why one action that does all this is refused, if it is."""
    try:
        inside(on.officer, lambda: [call() for call in calls])
    except Refusal as refusal:
        return refusal
    return None


class AnyOrder(RuleBasedStateMachine):
    """1,000,000원 in two lines, and whatever may be done with it."""

    on: Standing
    names: dict[str, Account]
    model: PlainLedger

    @initialize()
    def begin(self) -> None:
        self.on = on = standing()
        self.names = {name: getattr(on, name) for name in Standing.__slots__ if name != "officer"}
        for name in ("supported", "granted"):
            for kind in (Kind.SPENT, Kind.RETURNED):
                self.names[f"{name} {kind}"] = accounts.beside(self.names[name], kind)
        self.model = PlainLedger({"source"}, {"capped": 100_000})
        self.model.move("single", "source", "plan", 1_000_000)
        self.model.move("single", "plan", "line", 700_000)
        self.model.move("single", "plan", "other_line", 300_000)

    @contextmanager
    def agreed(self, *calls: Callable[[], Any]) -> Iterator[PlainLedger]:
        """Both do it, or both refuse and are as before."""
        tried = self.model.copy()
        try:
            yield tried
        except No:
            allowed = False
        else:
            allowed, self.model = True, tried
        refusal = refusal_of(self.on, calls)
        assert allowed is (refusal is None), refusal or "the model refuses what was posted"

    @rule(amount=AMOUNTS, there=st.booleans())
    def reallocate(self, amount: int, there: bool) -> None:  # noqa: FBT001
        a, b = ("line", "other_line") if there else ("other_line", "line")
        with self.agreed(
            lambda: postings.reallocate(self.names[a], self.names[b], Won(amount), WHY)
        ) as model:
            model.move("single", a, b, amount)

    @rule(amount=AMOUNTS)
    def cut(self, amount: int) -> None:
        with self.agreed(lambda: postings.cut(self.on.line, Won(amount), WHY)) as model:
            model.move("single", "line", "plan", amount)

    @rule(
        amount=AMOUNTS,
        what=st.sampled_from(["line granted", "other_line other_granted", "granted supported"]),
    )
    def decide(self, amount: int, what: str) -> None:
        above, award = what.split()
        with self.agreed(lambda: postings.decide(self.names[award], Won(amount))) as model:
            model.move("pending", above, award, amount)

    @rule(amount=AMOUNTS, what=st.sampled_from(["line granted", "granted supported"]))
    def release(self, amount: int, what: str) -> None:
        above, award = what.split()
        with self.agreed(lambda: postings.release(self.names[award], Won(amount), WHY)) as model:
            model.move("void", above, award, amount)

    @rule(amount=AMOUNTS)
    def disburse(self, amount: int) -> None:
        with self.agreed(lambda: postings.disburse(self.on.granted, Won(amount))) as model:
            model.move("post", "line", "granted", amount)

    @rule(amount=AMOUNTS)
    def redistribute(self, amount: int) -> None:
        call = lambda: postings.redistribute(self.on.granted, self.on.other_granted, Won(amount), WHY)  # noqa: E731
        with self.agreed(call) as model:
            pending = min(model.pending.get(("line", "granted"), 0), amount)
            if amount < 1:
                raise No
            if pending:
                model.move("void", "line", "granted", pending)
                model.move("single", "line", "other_line", pending)
                model.move("pending", "other_line", "other_granted", pending)
            if rest := amount - pending:
                model.move("reversal", "line", "granted", rest)
                model.move("single", "line", "other_line", rest)
                model.move("single", "other_line", "other_granted", rest)

    @rule(amount=AMOUNTS, payee=st.sampled_from(["recipient", "capped"]))
    def promise(self, amount: int, payee: str) -> None:
        with self.agreed(lambda: postings.promise(self.names[payee], Won(amount))) as model:
            model.move("pending", "supported", payee, amount)

    @rule(amount=AMOUNTS, payee=st.sampled_from(["recipient", "capped"]))
    def pay(self, amount: int, payee: str) -> None:
        with self.agreed(lambda: postings.pay(self.names[payee], Won(amount))) as model:
            lacks = amount - model.balance("supported")
            if amount < 1:
                raise No
            if lacks > 0:
                model.move("post", "granted", "supported", lacks)
            promised = min(model.pending.get(("supported", payee), 0), amount)
            if promised:
                model.move("post", "supported", payee, promised)
            if promised < amount:
                model.move("single", "supported", payee, amount - promised)

    @rule(amount=AMOUNTS, payee=st.sampled_from(["recipient", "capped"]))
    def bounce(self, amount: int, payee: str) -> None:
        with self.agreed(lambda: postings.bounce(self.names[payee], Won(amount), WHY)) as model:
            model.move("reversal", "supported", payee, amount)

    @rule(amount=AMOUNTS)
    def recognise(self, amount: int) -> None:
        with self.agreed(lambda: postings.recognise(self.on.recipient, Won(amount))) as model:
            model.move("single", "recipient", "supported spent", amount)

    @rule(amount=AMOUNTS, received=AMOUNTS)
    def give_back(self, amount: int, received: int) -> None:
        order = lambda: postings.order_return(self.on.recipient, Won(amount), WHY)  # noqa: E731
        receive = lambda: postings.receive_return(self.on.recipient, Won(received))  # noqa: E731
        with self.agreed(order, receive) as model:
            if amount > model.balance("recipient"):
                raise No
            model.move("pending", "recipient", "supported returned", amount)
            model.move("post", "recipient", "supported returned", received)

    @rule()
    def carry_up(self) -> None:
        with self.agreed(lambda: postings.carry_up(self.on.supported)) as model:
            for kind in ("spent", "returned"):
                if standing_there := model.balance(f"supported {kind}"):
                    model.move("single", f"supported {kind}", f"granted {kind}", standing_there)

    @rule(amount=AMOUNTS)
    def reuse(self, amount: int) -> None:
        with self.agreed(lambda: postings.reuse(self.on.granted, Won(amount), WHY)) as model:
            model.move("single", "granted returned", "granted", amount)

    @invariant()
    def agree(self) -> None:
        own = {
            account.pk: account
            for account in Account.objects.filter(jurisdiction=self.on.officer.jurisdiction)
        }
        assert total(account.balance for account in own.values()) == ZERO
        for name, account in self.names.items():
            now = own[account.pk]
            found = [now.debits_pending, now.debits_posted, now.credits_pending, now.credits_posted]
            assert [won.amount for won in found] == self.model.totals.get(name, [0, 0, 0, 0]), name

    def teardown(self) -> None:
        assert list(recomputed(self.on.officer.jurisdiction)) == []


@pytest.mark.django_db
def test_any_order_of_postings_agrees_with_the_plain_model() -> None:
    quick = settings(
        max_examples=15,
        stateful_step_count=25,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )
    run_state_machine_as_test(AnyOrder, settings=quick)
