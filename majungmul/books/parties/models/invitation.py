"""초대와 번호 — a code on a sheet of paper with which a person comes in, or sets a forgotten password anew."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from majungmul.books.parties.kinds import InvitationKind
from majungmul.books.parties.models.city import Office
from majungmul.books.parties.models.person import Person
from majungmul.books.parties.models.position import Position
from majungmul.books.trail.models import Recorded

WRONG_CODES = 10
"""After how many wrong codes none is taken any more."""


class Invitation(Recorded):
    """초대 — to a position, for somebody who is not registered yet; or a code for a forgotten password.

    Of the code only a hash is kept, and its first signs (`handle`), so that wrong ones are counted; `code` is
    the code itself, in the row that the making action returns and nowhere else. `person` is who may use it;
    nobody yet where it invites, and who came where it was used.
    """

    PERSONAL = frozenset({"name"})
    SECRET = frozenset({"handle", "code_hash"})
    code = ""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="invitations")
    kind = models.CharField("구분", max_length=10, choices=InvitationKind.choices)
    position = models.ForeignKey(Position, on_delete=models.PROTECT, null=True, related_name="invitations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="invitations")
    name = models.CharField("받는 사람", max_length=40)
    handle = models.CharField(max_length=4)
    code_hash = models.CharField(max_length=64)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """초대."""

        verbose_name = "초대"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "code_hash"], name="invitation_code_once"),
            models.CheckConstraint(condition=Q(kind__in=InvitationKind.values), name="invitation_kind"),
            models.CheckConstraint(
                condition=Q(kind=InvitationKind.POSITION, position__isnull=False)
                | Q(kind=InvitationKind.PASSWORD, person__isnull=False),
                name="invitation_to_something",
            ),
            models.CheckConstraint(
                condition=Q(used_at=None) | Q(person__isnull=False), name="invitation_used_by_somebody"
            ),
            models.CheckConstraint(
                condition=Q(wrong_codes__lte=WRONG_CODES), name="invitation_wrong_codes_counted"
            ),
        ]

    def is_open(self, at: datetime) -> bool:
        """Whether its code may still be used."""
        unused = self.used_at is None and self.withdrawn_at is None
        return unused and at < self.until and self.wrong_codes < WRONG_CODES
