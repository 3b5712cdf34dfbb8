"""첨부: each use of a content has its row, its name, its retention; what leaves the store is what came in."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from django.db import IntegrityError, connection
from django.db.utils import DatabaseError

from majungmul.books.files import queries, store
from majungmul.books.files.actions import attach, start_retention
from majungmul.books.files.models import FileUse, StoredFile
from majungmul.books.files.refusals import FileAltered, FileGone, RetentionShorter
from majungmul.books.files.serving import headers
from majungmul.books.files.store import Received
from majungmul.books.parties.models import Organisation
from majungmul.books.trail.actions import action
from majungmul.books.trail.models import Event, PersonalValue
from majungmul.books.trail.running import OutsideAnAction, room
from majungmul.values.actor import Actor
from majungmul.values.uuid7 import uuid7
from tests.books.files.samples import csv, pdf
from tests.database import refused
from tests.given import NOON, a_cooperative, a_key, an_officer

LAW = "지방보조금법 제16조제3항"


@action("body.paper_handed_in")
def hand_in(body_id: UUID, paper: Received, *, by: Actor, at: datetime, key: str) -> FileUse:
    """As a stage does it: a paper of a body."""
    return attach(paper, to=Organisation.objects.get(pk=body_id), purpose="사업자등록증")


@action("body.settled")
def settle(use_id: UUID, on: date, years: int, *, by: Actor, at: datetime, key: str) -> FileUse:
    """As a stage says it: from now on the paper is kept."""
    return start_retention(FileUse.objects.get(pk=use_id), on=on, years=years, law=LAW)


def received(data: bytes = pdf(), name: str = "홍길동 사업자등록증.pdf") -> Received:
    return store.receive(BytesIO(data), name)


def a_paper(by: Actor | None = None, body: Organisation | None = None) -> FileUse:
    by = by or an_officer()
    body = body or a_cooperative(by)
    return hand_in(body.pk, received(), by=by, at=NOON, key=a_key())


pytestmark = pytest.mark.django_db


def test_a_use_says_who_when_what_for_and_of_which_row() -> None:
    by = an_officer()
    body = a_cooperative(by)
    use = a_paper(by, body)
    assert (use.name, use.purpose, use.person, use.position, use.at) == (
        "홍길동 사업자등록증.pdf",
        "사업자등록증",
        by.person,
        by.position,
        NOON,
    )
    assert list(queries.uses_of(body)) == [use]
    assert queries.content_of(use) == pdf()
    assert (use.file.kind, use.file.size) == ("pdf", len(pdf()))


def test_one_content_of_two_uses_is_stored_once() -> None:
    by = an_officer()
    first, second = (a_paper(by, a_cooperative(by)) for _ in range(2))
    assert first.file == second.file
    assert first.subject != second.subject
    assert StoredFile.objects.of(by.jurisdiction).count() == 1


def test_two_cities_share_no_row_of_one_content() -> None:
    first, second = a_paper(), a_paper()
    assert first.file.sha256 == second.file.sha256
    assert first.file.pk != second.file.pk


def test_the_same_request_again_attaches_once() -> None:
    by = an_officer()
    body, key = a_cooperative(by), a_key()
    first, second = (hand_in(body.pk, received(), by=by, at=NOON, key=key) for _ in range(2))
    assert first == second
    assert queries.uses_of(body).count() == 1


def test_the_name_a_person_gave_stays_out_of_the_chain() -> None:
    use = a_paper()
    event = Event.objects.filter(row=use.pk).get()
    assert "홍길동" not in event.payload
    assert (
        PersonalValue.objects.filter(event=event.pk, field="name").get().value == '"홍길동 사업자등록증.pdf"'
    )


def test_a_file_that_was_swept_meanwhile_is_refused() -> None:
    by = an_officer()
    body, paper = a_cooperative(by), received()
    store.path_of(paper.sha256).unlink()
    with refused(FileGone):
        hand_in(body.pk, paper, by=by, at=NOON, key=a_key())


def test_outside_an_action_nothing_is_attached() -> None:
    body, paper = a_cooperative(an_officer()), received()
    with refused(OutsideAnAction):
        attach(paper, to=body, purpose="사업자등록증")


# ── what leaves the store ────────────────────────────────────────────────────────────────────────────────


def test_a_content_that_changed_is_not_handed_out() -> None:
    use = a_paper()
    path = store.path_of(use.file.sha256)
    path.chmod(0o600)
    path.write_bytes(pdf(inside=b"%\n"))
    with refused(FileAltered):
        queries.content_of(use)


def test_it_is_handed_out_as_a_file_and_never_as_a_page() -> None:
    by = an_officer()
    said = headers(
        hand_in(a_cooperative(by).pk, received(name="청구서 (1).pdf"), by=by, at=NOON, key=a_key())
    )
    assert said["Content-Disposition"] == (
        "attachment; filename=\"file.pdf\"; filename*=UTF-8''%EC%B2%AD%EA%B5%AC%EC%84%9C%20%281%29.pdf"
    )
    assert said["X-Content-Type-Options"] == "nosniff"
    assert said["Content-Type"] == "application/pdf"
    assert said["Content-Length"] == str(len(pdf()))
    assert "sandbox" in said["Content-Security-Policy"]


def test_a_list_has_the_headers_of_a_list() -> None:
    by = an_officer()
    said = headers(hand_in(a_cooperative(by).pk, received(csv(), "명단"), by=by, at=NOON, key=a_key()))
    assert said["Content-Type"] == "text/csv"
    assert said["Content-Disposition"].startswith('attachment; filename="file.csv"')


# ── verify ───────────────────────────────────────────────────────────────────────────────────────────────


def test_verify_finds_nothing_where_all_is_well() -> None:
    a_paper()
    assert list(queries.broken_files()) == []


def test_verify_names_a_lost_and_a_flipped_content_the_first_one_first() -> None:
    by = an_officer()
    body = a_cooperative(by)
    lost, flipped, _ = (
        hand_in(body.pk, received(pdf(inside=b"%%%d\n" % number)), by=by, at=NOON, key=a_key())
        for number in range(3)
    )
    store.path_of(lost.file.sha256).unlink()
    path = store.path_of(flipped.file.sha256)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-1] + b"\r")
    assert list(queries.broken_files()) == [
        f"보관 파일 {lost.file.pk}({lost.file.sha256[:12]}…)의 내용이 없습니다.",
        f"보관 파일 {flipped.file.pk}({flipped.file.sha256[:12]}…)의 내용이 보관한 뒤에 바뀌었습니다.",
    ]


# ── retention ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("on", "until"),
    [
        (date(2026, 3, 2), date(2031, 3, 3)),  # kept through 2031-03-02
        (date(2024, 2, 29), date(2029, 3, 1)),
        (date(2026, 12, 31), date(2032, 1, 1)),
    ],
)
def test_five_years_begin_on_the_day_after(on: date, until: date) -> None:
    by = an_officer()
    use = settle(a_paper(by).pk, on, 5, by=by, at=NOON, key=a_key())
    assert (use.kept_since, use.kept_until, use.kept_under) == (on, until, LAW)


def test_nothing_is_kept_by_a_clock_before_its_stage_says_so() -> None:
    assert a_paper().kept_until is None


def test_retention_gets_longer_and_never_shorter() -> None:
    by = an_officer()
    use = a_paper(by)
    settle(use.pk, date(2026, 3, 2), 5, by=by, at=NOON, key=a_key())
    with refused(RetentionShorter) as caught:
        settle(use.pk, date(2026, 3, 1), 5, by=by, at=NOON, key=a_key())
    assert "2031. 3. 2.까지 보관하기로 되어 있어 2031. 3. 1.까지로 줄일 수 없습니다" in str(caught.value)
    assert settle(use.pk, date(2026, 3, 3), 5, by=by, at=NOON, key=a_key()).kept_until == date(2031, 3, 4)


# ── raw SQL against the guards ───────────────────────────────────────────────────────────────────────────

ATTACKS = [
    "UPDATE files_storedfile SET size = size + 1",
    "UPDATE files_storedfile SET sha256 = 'x'",
    "DELETE FROM files_storedfile",
    "DELETE FROM files_fileuse",
    "UPDATE files_fileuse SET name = 'x'",
    "UPDATE files_fileuse SET purpose = 'x'",
    "UPDATE files_fileuse SET subject = file_id",
    "UPDATE files_fileuse SET kept_until = NULL, kept_since = NULL, kept_under = ''",
    "UPDATE files_fileuse SET kept_until = '2030-01-01'",
    "UPDATE files_fileuse SET kept_since = '2040-01-01'",
    "UPDATE files_fileuse SET kept_under = ''",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_raw_sql_changes_no_file_and_no_use(attack: str) -> None:
    by = an_officer()
    settle(a_paper(by).pk, date(2026, 3, 2), 5, by=by, at=NOON, key=a_key())
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute(attack)


@pytest.mark.postgresql
@pytest.mark.parametrize("table", ["files_storedfile", "files_fileuse"])
def test_no_table_is_emptied(table: str) -> None:
    a_paper()
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {table} CASCADE")


@action("body.mixed_up")
def mix_up(use_id: UUID, file_id: UUID, *, by: Actor, at: datetime, key: str) -> FileUse:
    """As no action of ours does it: a use of a file of another city."""
    fields = FileUse.objects.filter(pk=use_id).values().get()
    with room("files"):
        use = FileUse(**(fields | {"id": uuid7(), "file_id": file_id}))
        use.save()
        return use


def test_a_use_names_no_content_of_another_city() -> None:
    by = an_officer()
    ours, theirs = a_paper(by), a_paper()
    with pytest.raises(IntegrityError, match="file_id"):
        mix_up(ours.pk, theirs.file.pk, by=by, at=NOON, key=a_key())


def test_a_day_of_the_disk_is_not_the_day_of_the_law() -> None:
    """The retention counts from the day that is handed in, whatever the clock of the machine says."""
    by = an_officer()
    use = settle(
        a_paper(by).pk, date(1999, 1, 1), 5, by=by, at=datetime.now(UTC) + timedelta(days=1), key=a_key()
    )
    assert use.kept_until == date(2004, 1, 2)
