"""`majungmul anchor` — what a chain alone cannot tell: its tail cut off, or all of it written anew."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from majungmul.books.trail import chain
from majungmul.books.trail.models import Event
from tests.console.said import Console
from tests.console.work import Work, elsewhere, guards_off, sql


@pytest.fixture
def anchor(majungmul: Console, kept: Work, tmp_path: Path) -> Path:
    """Written now, kept elsewhere."""
    target = tmp_path / "usb.json"
    assert majungmul("anchor", "-o", target).status == 0
    assert str(kept.on.officer.jurisdiction) in target.read_text()
    return target


def test_it_says_where_every_chain_ends(majungmul: Console, still: Work, tmp_path: Path) -> None:
    target = tmp_path / "usb.json"
    said = majungmul("anchor", "-o", target, "--json")
    assert (said.status, said.err) == (0, "")
    assert said.json["written"] == str(target)
    heads = {head["jurisdiction"]: (head["number"], head["hash"]) for head in said.json["heads"]}
    ours = chain.head(still.on.officer.jurisdiction)
    assert len(heads) == 2
    assert heads[str(still.on.officer.jurisdiction)] == (ours.number, ours.hash)
    held = json.loads(target.read_text())
    assert held["heads"] == said.json["heads"]
    assert datetime.now(UTC) - datetime.fromisoformat(held["written_at"]) < timedelta(minutes=1)


def test_a_chain_that_went_on_still_fits(majungmul: Console, kept: Work, anchor: Path) -> None:
    kept.pay(1000)
    assert majungmul("verify", "--anchor", anchor).status == 0


# ── by the owner of the database, who takes the guards off and puts them on again ────────────────────────


def cut_off_the_tail(kept: Work) -> str:
    """The last paper was never handed in."""
    last = Event.objects.filter(jurisdiction=kept.on.officer.jurisdiction).latest("number")
    with guards_off():
        for table, column in (
            ("trail_personalvalue", "event"),
            ("trail_asked", "event"),
            ("trail_event", "id"),
        ):
            sql(f"DELETE FROM {table} WHERE {column} = %s", last.pk)
    return f"{last.number}번"


def write_it_anew(kept: Work) -> str:
    """Somebody else decided, in a chain that is whole in itself."""
    before, changed = chain.START, 0
    events = list(Event.objects.filter(jurisdiction=kept.on.officer.jurisdiction).order_by("number"))
    with guards_off():
        for event in events:
            payload = event.payload.replace(kept.on.officer.title, "다른 직책")
            changed += payload != event.payload
            forged = (payload, before, chain.link(before, payload))
            sql(
                "UPDATE trail_event SET payload = %s, previous = %s, hash = %s WHERE id = %s",
                *forged,
                event.pk,
            )
            before = forged[-1]
    assert changed
    return "따로 보관한 것과 다릅니다"


@pytest.mark.parametrize("forge", [cut_off_the_tail, write_it_anew])
def test_what_a_plain_verify_cannot_see_an_anchor_finds(
    majungmul: Console, kept: Work, anchor: Path, forge: Callable[[Work], str]
) -> None:
    named = forge(kept)
    assert majungmul("verify").status == 0
    said = majungmul("verify", "--anchor", anchor, "--json")
    assert said.status == 1
    assert [name for name, found in said.json.items() if found and name != "looked_at"] == ["chain"]
    (fault,) = said.json["chain"]
    assert str(kept.on.officer.jurisdiction) in fault["row"]
    assert named in f"{fault['row']} {fault['what']}"


# ── refused ──────────────────────────────────────────────────────────────────────────────────────────────


def test_an_anchor_is_never_written_over(majungmul: Console, anchor: Path) -> None:
    before = anchor.read_bytes()
    said = majungmul("anchor", "-o", anchor)
    assert (said.status, said.out) == (2, "")
    assert "이미 있어" in said.err
    assert anchor.read_bytes() == before


@pytest.mark.usefixtures("still")
def test_what_is_no_anchor_is_refused(majungmul: Console, tmp_path: Path) -> None:
    for name, text in (("none", None), ("text", "hello"), ("list", "[]"), ("other", '{"heads": [1]}')):
        if text is not None:
            (tmp_path / name).write_text(text)
        said = majungmul("verify", "--anchor", tmp_path / name)
        assert (said.status, said.out) == (2, ""), name
        assert "majungmul anchor" in said.err


@pytest.mark.usefixtures("still")
def test_a_folder_that_is_not_there_is_a_sentence(majungmul: Console, tmp_path: Path) -> None:
    said = majungmul("anchor", "-o", tmp_path / "none" / "usb.json")
    assert said.status == 2
    assert "쓰지 못했습니다" in said.err


@pytest.mark.usefixtures("still")
def test_without_a_database_there_is_nothing_to_keep(majungmul: Console, tmp_path: Path) -> None:
    with elsewhere(tmp_path / "elsewhere"):
        said = majungmul("anchor", "-o", tmp_path / "usb.json")
    assert said.status == 2
    assert "아직 데이터베이스가 없습니다" in said.err
    assert not (tmp_path / "usb.json").exists()
