"""이력의 표 — events, the values beside them, what was asked, reads, drafts; who is kept as values."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from majungmul.books.trail.recorded import Recorded, RecordedQuerySet
from majungmul.values.uuid7 import uuid7

__all__ = ["Asked", "Draft", "Event", "PersonalValue", "Reading", "Recorded", "RecordedQuerySet"]


class Entry(models.Model):
    """이력의 줄 — its own key, and the jurisdiction as a value: the trail points at no other book."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    jurisdiction = models.UUIDField(db_column="jurisdiction_id")

    class Meta:
        """No table of its own."""

        abstract = True


class Event(Entry):
    """사건 — one action that happened: who, when, on what, what changed; chained to the one before.

    `payload` is what the hash is of; the columns repeat it to be searched by, and are compared with it.
    """

    number = models.BigIntegerField()
    name = models.CharField(max_length=80)
    key = models.CharField(max_length=200)
    outermost = models.BooleanField()
    row_model = models.CharField(max_length=80)
    row = models.UUIDField()
    person = models.UUIDField()
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    payload = models.TextField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        """Append-only: see own_guards."""

        verbose_name = "사건"
        ordering: ClassVar = ["jurisdiction", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "number"], name="event_number_once"),
            models.UniqueConstraint(
                fields=["jurisdiction", "name", "key"],
                condition=models.Q(outermost=True),
                name="event_key_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["jurisdiction", "person", "number"], name="event_of_person"),
            models.Index(fields=["jurisdiction", "at"], name="event_of_period"),
        ]


class Asked(Entry):
    """요청 내용 — the hash of what an action was asked, by which a repeat is told from another request.

    It is not in the chain, since what was asked may be personal; it may be destroyed, never altered.
    """

    event = models.UUIDField(unique=True)
    content = models.CharField(max_length=64)

    class Meta:
        """Never altered: see own_guards."""

        verbose_name = "요청 내용"


class PersonalValue(Entry):
    """개인정보 값 — kept beside the chain, which holds only its salted hash, so that it can be destroyed."""

    event = models.UUIDField()
    row = models.UUIDField()
    field = models.CharField(max_length=80)
    salt = models.CharField(max_length=32)
    value = models.TextField()

    class Meta:
        """Never altered: see own_guards."""

        verbose_name = "개인정보 값"
        indexes: ClassVar = [models.Index(fields=["jurisdiction", "row"], name="personal_value_of_row")]


class Reading(Entry):
    """열람 — who looked at whose personal data, when by the database's clock, and why."""

    person = models.UUIDField()
    position = models.UUIDField()
    title = models.CharField(max_length=80)
    for_title = models.CharField(max_length=80, blank=True)
    whose_model = models.CharField(max_length=80)
    whose = models.UUIDField()
    why = models.CharField(max_length=200)
    request = models.CharField(max_length=64, blank=True)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        """Append-only: see own_guards."""

        verbose_name = "열람"
        indexes: ClassVar = [models.Index(fields=["jurisdiction", "whose"], name="reading_of_whose")]


class Draft(Entry):
    """임시 저장 — a form as it is typed, before it is handed in: no record yet, and no event."""

    person = models.UUIDField()
    form = models.CharField(max_length=80)
    about = models.UUIDField()
    content = models.JSONField()
    version = models.PositiveIntegerField()

    class Meta:
        """One per person, form and matter."""

        verbose_name = "임시 저장"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "person", "form", "about"], name="draft_once"),
        ]
