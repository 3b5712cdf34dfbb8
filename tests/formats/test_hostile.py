"""해로운 파일 — bombs, damage and noise end in a sentence, soon and within bounds."""

import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.formats.records import read_records
from majungmul.formats.xlsx_package import (
    DamagedWorkbook,
    LockedWorkbook,
    NotASpreadsheet,
    TooMuchInside,
    unpack,
)
from majungmul.values.refusal import Refusal
from tests.formats.samples import (
    COLUMNS,
    GOOD,
    HEADING,
    MAIN,
    ROW,
    SHEET,
    STRINGS,
    changed,
    csv,
    parts_of,
    sheet_of,
    xlsx,
)


def test_the_control_a_workbook_made_anew_is_read(tmp_path: Path) -> None:
    assert len(read_records(changed(tmp_path, {}), COLUMNS)) == 1


LONG = f"<sst {MAIN}><si><t>{'x' * 30_000}</t></si></sst>".encode()
LONE = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
BOMBS: dict[str, Callable[[], dict[str, bytes]]] = {
    "300 MB of zeros": lambda: {SHEET: bytes(300_000_000)},
    "a lone cell in the last corner": lambda: {SHEET: sheet_of(LONE)},
    "one long text in many cells": lambda: {
        STRINGS: LONG,
        SHEET: sheet_of('<row><c t="s"><v>0</v></c></row>' * 100_000),
    },
    "many elements": lambda: {SHEET: sheet_of("<a/>" * 10_000_000)},
    "many texts": lambda: {STRINGS: f"<sst {MAIN}>{'<si/>' * 10_000_000}</sst>".encode()},
    "many merged cells": lambda: {
        SHEET: sheet_of("", "<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 200_000 + "</mergeCells>")
    },
    "many values": lambda: {SHEET: sheet_of(("<row>" + "<c><v>1</v></c>" * 1_000 + "</row>") * 1_300)},
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_put_out(tmp_path: Path, name: str) -> None:
    with pytest.raises(TooMuchInside):
        read_records(changed(tmp_path, BOMBS[name]()), COLUMNS)


def test_a_file_of_too_many_parts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TooMuchInside):
        read_records(changed(tmp_path, {}, extra=10_001), COLUMNS)


def test_sizes_are_counted_and_not_believed(tmp_path: Path) -> None:
    file = changed(tmp_path, {SHEET: sheet_of(" " * 1_000_000)})
    content = bytearray(file.read_bytes())
    for mark, size_at, name_at in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        start = content.index(SHEET.encode(), content.index(mark)) - name_at
        if mark == b"PK\x01\x02":
            start = content.rindex(SHEET.encode()) - name_at
        struct.pack_into("<I", content, start + size_at, 10)
    file.write_bytes(content)
    with pytest.raises(DamagedWorkbook):
        read_records(file, COLUMNS)


@pytest.mark.parametrize("part", [SHEET, STRINGS, "xl/workbook.xml"])
def test_entities_are_refused(tmp_path: Path, part: str) -> None:
    text = parts_of(xlsx(tmp_path, GOOD))[part].decode()
    declared = text.replace("?>", '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', 1)
    with pytest.raises(DamagedWorkbook):
        read_records(changed(tmp_path, {part: declared.encode()}), COLUMNS)


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    for name in ("Contents/section0.xml", "word/document.xml", "content.xml"):
        file = tmp_path / "other.zip"
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr(name, "<a/>")
        with pytest.raises(NotASpreadsheet):
            read_records(file, COLUMNS)


def test_a_locked_zip_is_refused(tmp_path: Path) -> None:
    content = bytearray(changed(tmp_path, {}).read_bytes())
    start = content.index(b"PK\x01\x02")
    content[start + 8] |= 1
    with pytest.raises(LockedWorkbook):
        unpack(bytes(content))


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@given(st.binary(max_size=2_000))
def test_noise_is_refused(workshop: Path, noise: bytes) -> None:
    for content in (
        noise,
        b"PK\x03\x04" + noise,
        HEADING.encode() + noise,
        (HEADING + ROW).encode("cp949") + noise,
    ):
        with suppress(Refusal):
            read_records(csv(workshop, content), COLUMNS)


@given(st.text(st.sampled_from('대출번호종류원금시작일,;\t"\n\r 0123456789().합계')))
def test_any_text_is_read_or_refused(workshop: Path, text: str) -> None:
    for content in (text, HEADING + text, text + "\n" + HEADING + ROW):
        with suppress(Refusal):
            read_records(csv(workshop, content), COLUMNS)


PARTS = (SHEET, STRINGS, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "_rels/.rels")


@given(st.sampled_from(PARTS), st.integers(0, 5_000), st.integers(0, 9), st.binary(max_size=9))
def test_a_workbook_damaged_anywhere_is_read_or_refused(
    workshop: Path, part: str, at: int, cut: int, put: bytes
) -> None:
    text = parts_of(xlsx(workshop, GOOD))[part]
    at %= len(text)
    with suppress(Refusal):
        read_records(changed(workshop, {part: text[:at] + put + text[at + cut :]}), COLUMNS)


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=9))
def test_a_zip_damaged_anywhere_is_read_or_refused(workshop: Path, at: int, put: bytes) -> None:
    content = xlsx(workshop, GOOD).read_bytes()
    at %= len(content)
    with suppress(Refusal):
        read_records(csv(workshop, content[:at] + put + content[at + len(put) :]), COLUMNS)
