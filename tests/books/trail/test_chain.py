"""What a chain finds by itself, and what only its end, kept elsewhere, finds. Guards are torn out for it."""

import json
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection

from majungmul.books.trail import anchor, chain
from majungmul.books.trail.anchor import NotAnAnchor
from majungmul.books.trail.chain import Broken, link
from majungmul.books.trail.guards import drop_all
from majungmul.books.trail.models import Event
from majungmul.values.actor import Actor
from majungmul.values.uuid7 import uuid7
from tests.books.trail.deeds import NOON, name_body, somebody_of_a_new_city

LENGTH = 6


@pytest.fixture
def by(scratch: object) -> Actor:
    """Somebody whose chain of six events anybody may write in: the guards are gone."""
    by = somebody_of_a_new_city()
    for number in range(2, LENGTH + 1):
        name_body(f"조합 {number}", by=by, at=NOON, key=str(number))
    drop_all("default")
    return by


def sql(statement: str, *values: UUID | str | int) -> None:
    plain = connection.vendor == "sqlite"
    kept = [value.hex if plain and isinstance(value, UUID) else value for value in values]
    with connection.cursor() as cursor:
        cursor.execute(statement, kept)


def events(by: Actor) -> list[Event]:
    return list(Event.objects.filter(jurisdiction=by.jurisdiction).order_by("number"))


def edit(by: Actor) -> None:
    sql("UPDATE trail_event SET payload = replace(payload, '조합 3', '조합 9') WHERE number = 3")


def edit_and_hash(by: Actor) -> None:
    """As well made as one event can be: what follows still names the hash that it had."""
    edit(by)
    forged = events(by)[2]
    sql("UPDATE trail_event SET hash = %s WHERE number = 3", link(forged.previous, forged.payload))


def delete(by: Actor) -> None:
    sql("DELETE FROM trail_event WHERE number = 3")


def swap(by: Actor) -> None:
    for was, becomes in ((3, 99), (4, 3), (99, 4)):
        sql("UPDATE trail_event SET number = %s WHERE number = %s", becomes, was)


def cut_the_tail(by: Actor) -> None:
    sql("DELETE FROM trail_event WHERE number > 4")


def rewrite(by: Actor) -> None:
    """Another name in the third event, and every hash from there made again."""
    edit(by)
    before = chain.START
    for event in events(by):
        own = link(before, event.payload)
        sql("UPDATE trail_event SET previous = %s, hash = %s WHERE id = %s", before, own, event.id)
        before = own


FORGERIES: dict[str, tuple[Callable[[Actor], None], int, str]] = {
    "edit": (edit, 3, "바뀌었습니다"),
    "edit and hash": (edit_and_hash, 4, "이어지지 않습니다"),
    "delete": (delete, 3, "없습니다(다음은 4번)"),
    "swap": (swap, 3, "이어지지 않습니다"),
}
UNSEEN: dict[str, tuple[Callable[[Actor], None], int]] = {
    "tail": (cut_the_tail, 5),
    "rewrite": (rewrite, LENGTH),
}


def test_a_whole_chain_is_whole_with_and_without_its_anchor(by: Actor) -> None:
    assert len(events(by)) == LENGTH
    assert chain.broken(by.jurisdiction) is None
    assert chain.broken(by.jurisdiction, chain.head(by.jurisdiction)) is None


@pytest.mark.parametrize(("forge", "number", "words"), FORGERIES.values(), ids=FORGERIES)
def test_the_chain_finds_what_was_changed_inside(
    by: Actor, forge: Callable[[Actor], None], number: int, words: str, tmp_path: Path
) -> None:
    anchor.write(tmp_path / "끝.json", NOON)
    forge(by)
    for found in (
        chain.broken(by.jurisdiction),
        anchor.broken(anchor.read(tmp_path / "끝.json"))[by.jurisdiction],
    ):
        assert isinstance(found, Broken)
        assert found.number == number
        assert str(found).startswith(f"{number}번 사건: ")
        assert words in found.what


@pytest.mark.parametrize(("forge", "number"), UNSEEN.values(), ids=UNSEEN)
def test_only_the_anchor_finds_a_cut_tail_and_a_chain_written_anew(
    by: Actor, forge: Callable[[Actor], None], number: int, tmp_path: Path
) -> None:
    anchor.write(tmp_path / "끝.json", NOON)
    forge(by)
    assert chain.broken(by.jurisdiction) is None, "사슬만으로는 알 수 없습니다(대조)."
    found = anchor.broken(anchor.read(tmp_path / "끝.json"))
    assert found[by.jurisdiction].number == number
    assert "따로 보관한" in str(found[by.jurisdiction])


def test_the_anchor_misses_a_jurisdiction_that_is_gone(by: Actor, tmp_path: Path) -> None:
    anchor.write(tmp_path / "끝.json", NOON)
    sql("DELETE FROM trail_event")
    assert anchor.broken({}) == {}
    assert anchor.broken(anchor.read(tmp_path / "끝.json"))[by.jurisdiction].number == 1


def test_an_anchor_holds_while_the_chain_grows(by: Actor, tmp_path: Path) -> None:
    anchor.write(tmp_path / "끝.json", NOON)
    name_body("조합 7", by=by, at=NOON, key="7")
    assert anchor.broken(anchor.read(tmp_path / "끝.json")) == {}


REPEATED: dict[str, UUID | str | int] = {
    "id": uuid7(),
    "name": "other",
    "key": "other",
    "outermost": False,
    "row_model": "other",
    "row": uuid7(),
    "person": uuid7(),
    "at": "2019-01-01 00:00:00+00:00",
    "recorded_at": "2019-01-01 00:00:00+00:00",
}


@pytest.mark.parametrize("column", REPEATED)
def test_a_column_that_says_something_else_than_the_event_is_found(by: Actor, column: str) -> None:
    sql(f"UPDATE trail_event SET {column} = %s WHERE number = 3", REPEATED[column])
    found = chain.broken(by.jurisdiction)
    assert found is not None
    assert found.number == 3
    assert column in found.what


def test_a_chain_moved_to_another_jurisdiction_is_found(by: Actor) -> None:
    other = uuid7()
    sql("UPDATE trail_event SET jurisdiction_id = %s", other)
    found = chain.broken(other)
    assert found is not None
    assert "jurisdiction" in found.what


@pytest.mark.parametrize("text", ["", "{", "[]", '{"heads": [{}]}', '{"heads": 3}', "null"])
def test_another_file_is_no_anchor(tmp_path: Path, text: str) -> None:
    file = tmp_path / "다른 파일.json"
    file.write_text(text)
    with pytest.raises(NotAnAnchor, match="다른 파일"):
        anchor.read(file)


def test_a_missing_file_is_no_anchor(tmp_path: Path) -> None:
    with pytest.raises(NotAnAnchor):
        anchor.read(tmp_path / "없음")


def test_the_anchor_is_a_small_file_that_a_person_can_read(by: Actor, tmp_path: Path) -> None:
    written = anchor.write(tmp_path / "끝.json", NOON)
    whole = json.loads((tmp_path / "끝.json").read_text())
    assert whole["written_at"] == NOON.isoformat()
    (said,) = whole["heads"]
    assert said == {"jurisdiction": str(by.jurisdiction), "number": LENGTH, "hash": events(by)[-1].hash}
    assert written == {by.jurisdiction: chain.head(by.jurisdiction)}
    assert [file.name for file in tmp_path.glob("끝*")] == ["끝.json"]
