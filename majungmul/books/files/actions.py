"""파일의 행위 — called inside the action of the stage that needs the file, and written into its event."""

from datetime import date, timedelta

from majungmul.books.files import store
from majungmul.books.files.models import FileUse, StoredFile
from majungmul.books.files.refusals import RetentionShorter
from majungmul.books.files.store import Received
from majungmul.books.trail.models import Recorded
from majungmul.books.trail.running import Running, room
from majungmul.values.calendar import months_end

MONTHS_A_YEAR = 12


def attach(received: Received, *, to: Recorded, purpose: str) -> FileUse:
    """첨부 — let a row have a file, for a purpose (‘사업자등록증’). Refuses (FileGone) one that was swept.

    The same content again is kept once; this use of it has its own row.
    """
    with room("files") as frame:
        size = store.hold(received.sha256)
        use = FileUse(
            jurisdiction_id=frame.by.jurisdiction,
            file=_stored(received, size, frame),
            name=received.name,
            purpose=purpose,
            subject_model=to._meta.label_lower,
            subject=to.pk,
            person=frame.by.person,
            position=frame.by.position,
            at=frame.at,
        )
        use.save()
        return use


def _stored(received: Received, size: int, frame: Running) -> StoredFile:
    """The row of a content, made at its first use."""
    found = StoredFile.objects.of(frame.by.jurisdiction).filter(sha256=received.sha256).first()
    if found is None:
        found = StoredFile(
            jurisdiction_id=frame.by.jurisdiction, sha256=received.sha256, size=size, kind=received.kind.value
        )
        found.save()
    return found


def start_retention(use: FileUse, *, on: date, years: int, law: str) -> FileUse:
    """보존기간 기산 — from now on the file is kept for so many years (자료 보관 5년, 법 제16조제3항).

    The day `on` does not count (민법 제157조). Refuses (RetentionShorter) to shorten what runs already.
    """
    until = months_end(on + timedelta(days=1), years * MONTHS_A_YEAR) + timedelta(days=1)
    if use.kept_until is not None and until < use.kept_until:
        raise RetentionShorter(name=use.name, until=_last(use.kept_until), asked=_last(until))
    with room("files"):
        use.kept_since, use.kept_until, use.kept_under = on, until, law
        use.save()
        return use


def _last(until: date) -> str:
    """`2031. 3. 2.`, the last day of what ends before `until`."""
    return f"{until - timedelta(days=1):%Y. %-m. %-d.}"
