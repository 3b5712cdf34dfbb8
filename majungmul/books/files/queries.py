"""파일에 묻기 — which files a row has, what is in them, and which are not what they were."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.apps import apps

from majungmul.books.files import store
from majungmul.books.files.kinds import Kind
from majungmul.books.files.models import FileUse, StoredFile
from majungmul.books.files.refusals import FileAltered
from majungmul.books.files.store import Received
from majungmul.books.trail.models import Recorded, RecordedQuerySet


def uses_of(row: Recorded) -> RecordedQuerySet[FileUse]:
    """첨부 파일 — the files of a row, the oldest first."""
    uses: RecordedQuerySet[FileUse] = FileUse.objects.of(row.jurisdiction_id)
    subject = {"subject_model": row._meta.label_lower, "subject": row.pk}
    return uses.filter(**subject).select_related("file").order_by("id")


def content_of(use: FileUse) -> bytes:
    """The content of a file. Refuses (FileAltered) to hand out another one than was stored."""
    if store.hash_of(use.file.sha256) != use.file.sha256:
        raise FileAltered(name=use.name)
    return store.path_of(use.file.sha256).read_bytes()


def named(hashes: Collection[str]) -> set[str]:
    """Those of the hashes that some row names, in whatever jurisdiction."""
    return set(StoredFile.objects.filter(sha256__in=hashes).values_list("sha256", flat=True))


def broken_files() -> Iterator[str]:
    """검증 — a sentence for each content that is missing or not what was stored, the first stored one first.

    Every content is read and hashed anew.
    """
    for stored in StoredFile.objects.order_by("id").iterator():
        found = store.hash_of(stored.sha256)
        if not found:
            yield f"보관 파일 {stored.id}({stored.sha256[:12]}…)의 내용이 없습니다."
        elif found != stored.sha256:
            yield f"보관 파일 {stored.id}({stored.sha256[:12]}…)의 내용이 보관한 뒤에 바뀌었습니다."


def use_of(jurisdiction: UUID, row: UUID, use: UUID) -> tuple[FileUse, Recorded] | None:
    """첨부 파일 — one of a row, with that row; None where the row has no such file."""
    found = FileUse.objects.of(jurisdiction).filter(pk=use, subject=row).select_related("file").first()
    if found is None:
        return None
    model: type[Recorded] = apps.get_model(found.subject_model)
    return found, model.objects.of(jurisdiction).get(pk=row)


def uses_among(jurisdiction: UUID, rows: Collection[UUID]) -> RecordedQuerySet[FileUse]:
    """첨부 파일 — of several rows, of whatever kind; the newest first."""
    uses: RecordedQuerySet[FileUse] = FileUse.objects.of(jurisdiction)
    return uses.filter(subject__in=list(rows)).select_related("file").order_by("-at", "-id")


def again(use: FileUse) -> Received:
    """다시 내기 — the content of a use that the asker may see, as if it had been received anew, to be attached."""
    return Received(use.file.sha256, use.file.size, Kind(use.file.kind), use.name)
