"""입금 계좌 — where a body is paid."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from majungmul.books.parties.models.body import Organisation
from majungmul.books.parties.models.person import Person
from majungmul.books.trail.models import Recorded

SHOWN = 4


class BankAccount(Recorded):
    """입금 계좌 — where a body is paid; a changed account is a new row, and a second person confirms it."""

    PERSONAL = frozenset({"number", "holder"})

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="accounts")
    bank = models.CharField("은행", max_length=40)
    number = models.CharField("계좌번호", max_length=40)
    holder = models.CharField("예금주", max_length=80)
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        """입금 계좌."""

        verbose_name = "입금 계좌"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="account_confirmed_by_and_at",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("entered_by")),
                name="account_confirmed_by_another",
            ),
        ]

    def is_same_as(self, other: "BankAccount") -> bool:
        """Whether it is the same account of the same holder, with or without dashes."""
        return (self.bank, self.holder, self.digits) == (other.bank, other.holder, other.digits)

    @property
    def digits(self) -> str:
        """The number without its dashes."""
        return self.number.replace("-", "")

    @property
    def masked(self) -> str:
        """The number with all but its last four digits hidden: `•••-••••-4567`."""
        hidden = len(self.digits) - SHOWN
        signs = []
        for sign in self.number:
            signs.append("•" if sign.isdigit() and hidden > 0 else sign)
            hidden -= sign.isdigit()
        return "".join(signs)
