"""The year of 협업 once more, in plain Python: who asked, who decided, what was promised and paid.

Written from the issue and the ledger's own words, not from the stages: it knows no row and no action. Each deed
that went through is told to it; what may not go through is `Wrong`.
"""

from dataclasses import dataclass, field, replace

BUDGET = 290_000_000
"""협업사업 지원금 of the plan of 2018, decided to the operator whole."""


STANDING = ("proposed", "ordered", "paid")


class Wrong(AssertionError):  # noqa: N818 (it is a verdict)
    """Something went through that may never go through, or was written otherwise than it was done."""


def must(holds: bool, why: str) -> None:  # noqa: FBT001 (the claim itself)
    if not holds:
        raise Wrong(why)


@dataclass(slots=True)
class PlainClaim:
    """What a body claims for one of its trades, with one proof."""

    amount: int
    number: str
    state: str = "received"
    recognised: int | None = None
    submitted_by: object = None
    approved_by: object = None


@dataclass(slots=True)
class PlainRefund:
    """What is asked back of a body."""

    principal: int
    proposed_by: object
    state: str = "proposed"


@dataclass(slots=True)
class PlainBody:
    """One co-operative: where its application, award, contract and settlement stand, and its money."""

    application: str = ""
    asked: int = 0
    review: str = ""
    reviewed_by: object = None
    award: str = ""
    amount: int = 0
    awarded_by: object = None
    change: str = ""
    change_to: int = 0
    changed_by: object = None
    contract: str = ""
    trades: list[int] = field(default_factory=list)
    claims: list[PlainClaim] = field(default_factory=list)
    account_by: object = None
    account_confirmed: bool = True
    settlement: str = ""
    settled_by: object = None
    refunds: list[PlainRefund] = field(default_factory=list)
    waiting: int = 0
    """decided for it and not drawn from what the city gave."""
    drawn: int = 0
    promised: int = 0
    paid: int = 0

    def unclaimed(self) -> list[int]:
        """Which of its trades no claim names, by their place."""
        return list(range(len(self.claims), len(self.trades)))

    def asked_back(self, *states: str) -> int:
        """How much of what was paid is proposed, ordered or received back."""
        return sum(each.principal for each in self.refunds if each.state in (states or STANDING))


@dataclass(slots=True)
class PlainYear:
    """The money of the line, and all who have to do with it."""

    received: int = BUDGET // 2
    second: str = ""
    """Where the city's second instalment stands."""
    second_by: object = None
    checked: bool = False
    bodies: dict[str, PlainBody] = field(default_factory=dict)
    excluded: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    """승인번호 that a living claim has."""

    def committed(self) -> int:
        return sum(each.waiting for each in self.bodies.values())

    def drawn(self) -> int:
        return sum(each.drawn for each in self.bodies.values())

    # ── 신청과 심사 ──────────────────────────────────────────────────────────────────────────────────────

    def apply(self, name: str, trade: int) -> None:
        body = self.bodies[name]
        must(name not in self.excluded, f"{name} applies while excluded")
        must(body.application in ("", "withdrawn"), f"{name} applies twice")
        self.bodies[name] = replace(
            PlainBody(application="received", asked=trade // 10),
            account_by=body.account_by,
            account_confirmed=body.account_confirmed,
        )

    def ask_correction(self, name: str) -> None:
        body = self.bodies[name]
        reviewing = (body.application, body.review) == ("reviewing", "checking")
        must(
            body.application in ("received", "correcting") or reviewing,
            "a correction is asked for after the decision",
        )
        body.application = "correcting"

    def correct(self, name: str, trade: int) -> None:
        body = self.bodies[name]
        must(body.application == "correcting", "nobody asked for a correction")
        body.application, body.asked = "received", trade // 10

    def withdraw(self, name: str) -> None:
        body = self.bodies[name]
        must(body.award == "" and body.application not in ("", "withdrawn"), "withdrawn too late")
        body.application = "withdrawn"

    def examine(self, name: str) -> None:
        body = self.bodies[name]
        must(body.application == "received", "taken up without being received")
        body.application, body.review = "reviewing", body.review or "checking"

    def propose(self, name: str, person: object) -> None:
        body = self.bodies[name]
        must((body.application, body.review) == ("reviewing", "checking"), "proposed out of turn")
        body.review, body.reviewed_by = "submitted", person

    def select(self, name: str, person: object) -> None:
        body = self.bodies[name]
        must(body.review == "submitted", "selected out of turn")
        must(person != body.reviewed_by, "one person proposed and selected")
        body.review = "decided"

    # ── 결정 ─────────────────────────────────────────────────────────────────────────────────────────────

    def draft_award(self, name: str, amount: int) -> None:
        body = self.bodies[name]
        must(body.review == "decided" and body.award == "", "an award of nothing that was selected")
        body.award, body.amount = "draft", amount

    def submit_award(self, name: str, person: object) -> None:
        body = self.bodies[name]
        must(body.award == "draft", "handed in out of turn")
        body.award, body.awarded_by = "submitted", person

    def decide_award(self, name: str, person: object) -> None:
        body = self.bodies[name]
        must(body.award == "submitted", "decided out of turn")
        must(person != body.awarded_by, "one person handed in and decided an award")
        must(name not in self.excluded, f"{name} is awarded while excluded")
        body.award = "effective"
        self._commit(body, body.amount)

    def _commit(self, body: PlainBody, amount: int) -> None:
        must(self.committed() + self.drawn() + amount <= BUDGET, "decided beyond the budget")
        body.waiting += amount
        body.promised += amount

    def _free(self, body: PlainBody, amount: int) -> None:
        must(amount <= min(body.waiting, body.promised), "freed what is not there")
        body.waiting -= amount
        body.promised -= amount

    def ask_change(self, name: str, amount: int) -> None:
        body = self.bodies[name]
        must(body.award == "effective" and body.change == "", "a change out of turn")
        minor = amount < body.amount and (body.amount - amount) * 10 <= body.amount
        body.change, body.change_to = "requested", amount
        if minor:
            self._change(body)

    def submit_change(self, name: str, person: object) -> None:
        body = self.bodies[name]
        must((body.award, body.change) == ("effective", "requested"), "a change handed in out of turn")
        body.change, body.changed_by = "submitted", person

    def approve_change(self, name: str, person: object) -> None:
        body = self.bodies[name]
        must((body.award, body.change) == ("effective", "submitted"), "a change approved out of turn")
        must(person != body.changed_by, "one person handed in and approved a change")
        self._change(body)

    def _change(self, body: PlainBody) -> None:
        if body.change_to > body.amount:
            self._commit(body, body.change_to - body.amount)
        else:
            self._free(body, body.amount - body.change_to)
        body.amount, body.change = body.change_to, ""

    def give_up(self, name: str) -> None:
        body = self.bodies[name]
        must(body.award in ("draft", "submitted", "effective") and body.drawn == 0, "given up too late")
        body.award, body.waiting, body.promised = "ended", 0, 0
        body.application = "withdrawn"

    # ── 수행과 청구 ──────────────────────────────────────────────────────────────────────────────────────

    def enter_contract(self, name: str) -> None:
        body = self.bodies[name]
        must(body.award == "effective", "a contract without an award")
        body.contract = "entered"

    def confirm_contract(self, name: str) -> None:
        must(self.bodies[name].contract == "entered", "confirmed out of turn")
        self.bodies[name].contract = "confirmed"

    def trade(self, name: str, supply: int) -> None:
        body = self.bodies[name]
        must(body.contract == "confirmed", "a trade without a contract")
        body.trades.append(supply)

    def claim(self, name: str, number: str) -> None:
        body = self.bodies[name]
        must(body.award == "effective" and bool(body.unclaimed()), "claimed out of turn")
        must(number not in self.numbers, "one 승인번호 in two claims")
        self.numbers.add(number)
        body.claims.append(PlainClaim(body.trades[len(body.claims)] // 10, number))

    # ── 교부와 제외 ──────────────────────────────────────────────────────────────────────────────────────

    def claim_second(self) -> None:
        must(self.second == "" and self.checked, "a second instalment before its check, or a third")
        self.second = "received"

    def submit_second(self, person: object) -> None:
        must(self.second == "received", "an instalment handed in out of turn")
        self.second, self.second_by = "submitted", person

    def approve_second(self, person: object) -> None:
        must(self.second == "submitted", "an instalment approved out of turn")
        must(person != self.second_by, "one person handed in and approved an instalment")
        self.second = "approved"

    def disburse(self) -> None:
        must(self.second == "approved", "disbursed out of turn")
        self.second, self.received = "paid", BUDGET
