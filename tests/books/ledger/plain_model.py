"""The ledger's rules once more, in plain Python, for the real one to be held against."""

from dataclasses import dataclass, field

Totals = list[int]
"""Pending and posted debits, pending and posted credits."""


class No(Exception):  # noqa: N818 (it is an answer)
    """The rules do not allow it."""


@dataclass(slots=True)
class PlainLedger:
    """Totals by account, and how much is pending and posted between two accounts."""

    unguarded: set[str]
    limits: dict[str, int]
    totals: dict[str, Totals] = field(default_factory=dict)
    pending: dict[tuple[str, str], int] = field(default_factory=dict)
    posted: dict[tuple[str, str], int] = field(default_factory=dict)

    def move(self, phase: str, debit: str, credit: str, amount: int) -> None:
        """One transfer, or as many parts as it takes; No, and nothing happens, where a rule is broken."""
        pending, posted = {
            "single": (0, 1),
            "pending": (1, 0),
            "post": (-1, 1),
            "void": (-1, 0),
            "reversal": (0, -1),
        }[phase]
        pair = (debit, credit)
        if amount < 1 or self.pending.get(pair, 0) + pending * amount < 0:
            raise No
        if self.posted.get(pair, 0) + posted * amount < 0:
            raise No
        now = {name: [*self.totals.get(name, [0, 0, 0, 0])] for name in pair}
        for name, first in ((debit, 0), (credit, 2)):
            now[name][first] += pending * amount
            now[name][first + 1] += posted * amount
            self._sound(name, now[name])
        self.totals |= now
        self.pending[pair] = self.pending.get(pair, 0) + pending * amount
        self.posted[pair] = self.posted.get(pair, 0) + posted * amount

    def _sound(self, name: str, totals: Totals) -> None:
        debits_pending, debits_posted, credits_pending, credits_posted = totals
        if min(totals) < 0:
            raise No
        if name not in self.unguarded and debits_posted > credits_posted:
            raise No
        if name not in self.unguarded and debits_pending + debits_posted > credits_pending + credits_posted:
            raise No
        if name in self.limits and credits_pending + credits_posted > self.limits[name]:
            raise No

    def balance(self, name: str) -> int:
        totals = self.totals.get(name, [0, 0, 0, 0])
        return totals[3] - totals[1]

    def copy(self) -> "PlainLedger":
        totals = {name: [*totals] for name, totals in self.totals.items()}
        return PlainLedger(self.unguarded, self.limits, totals, {**self.pending}, {**self.posted})
