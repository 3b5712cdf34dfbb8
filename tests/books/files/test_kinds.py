"""파일 종류: seven kinds are taken by their content; everything else is refused with what to do."""

import struct
import tracemalloc
from io import BytesIO
from stat import S_IFLNK
from zipfile import ZIP_BZIP2, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.books.files import packages
from majungmul.books.files.kinds import Kind, kind_of
from majungmul.books.files.refusals import (
    DamagedFile,
    EmptyFile,
    FilesInside,
    KindNotAllowed,
    LockedFile,
    PageInside,
    TooMuchInside,
)
from majungmul.values.refusal import Refusal
from tests.books.files.samples import WHOLE, csv, hwp, hwpx, jpeg, ole, pdf, png, xlsx, zipped

HTML = b"<html><script>alert(1)</script></html>"
EXE = b"MZ" + bytes(58) + b"\x80\0\0\0" + bytes(64) + b"PE\0\0"


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_is_known_by_its_content(kind: Kind) -> None:
    assert kind_of(WHOLE[kind]) is kind


@pytest.mark.parametrize(
    "data",
    [
        "조합,금액\r\n가상조합,1\r\n".encode("cp949"),
        "조합\t금액\n가상조합\t1\n".encode("utf-16"),
        "\ufeff조합;금액\n가상조합;1\n".encode(),
        "2018년 지원 현황\n\n조합,금액\n가,1\n나,2\n다,3\n".encode(),
        '이름,설명\n가,"쉼표, 따옴표 ""와""\n줄바꿈"\n'.encode(),
    ],
)
def test_a_list_is_a_list_in_every_encoding_that_people_have(data: bytes) -> None:
    assert kind_of(data) is Kind.CSV


def test_a_phone_writes_more_behind_its_picture_and_that_is_fine() -> None:
    assert kind_of(jpeg(behind=b"\0\0SEFT" + bytes(100))) is Kind.JPEG


def test_a_document_for_distribution_is_taken() -> None:
    assert kind_of(hwp(flags=1 | 4)) is Kind.HWP


def test_a_large_directory_is_read_to_its_end() -> None:
    names = [
        "Root Entry",
        *(f"BIN{number:04}.jpg" for number in range(40)),
        "FileHeader",
        "DocInfo",
        "ViewText",
    ]
    content = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05000000, 1)
    assert kind_of(ole(names, content)) is Kind.HWP


OTHER_KINDS = {
    "exe named pdf": EXE,
    "elf": b"\x7fELF" + bytes(60),
    "shell script": b"#!/bin/sh\nrm -rf /,\n",
    "old word": ole(["Root Entry", "WordDocument", "1Table"]),
    "old excel that quotes 한글": ole(["Root Entry", "Workbook"], b"HWP Document File"),
    "한글 3.0": b"HWP Document File V3.00 \x1a\1\2\3\4\5" + bytes(60),
    "word": zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}),
    "zip": zipped({"사진.jpg": jpeg()}),
    "jar": zipped({"META-INF/MANIFEST.MF": b"", "A.class": b"\xca\xfe\xba\xbe"}),
    "other mimetype": zipped({"mimetype": b"application/epub+zip", "Contents/header.xml": b""}),
    "macro workbook": xlsx(xl__vbaProject=b"") and xlsx(**{"xl__vbaProject.bin": b"\0"}),
    "gif": b"GIF89a" + bytes(20),
    "webp": b"RIFF\0\0\0\0WEBPVP8 ",
    "rtf": b"{\\rtf1,a}",
    "json": b'{"a": 1, "b": 2}',
    "prose": "안녕하세요\n글입니다\n".encode(),
    "binary": bytes(range(256)) * 4,
    "text with NUL": b"a,b\n1,\x002\n",
    "text with escape": b"a,b\n1,\x1b[31m2\n",
    "broken utf-16": b"\xff\xfea",
}


@pytest.mark.parametrize("data", OTHER_KINDS.values(), ids=OTHER_KINDS)
def test_another_kind_is_refused_and_told_what_to_do(data: bytes) -> None:
    with pytest.raises(KindNotAllowed, match="가운데 하나로 저장해 올려 주십시오"):
        kind_of(data)


PAGES = {
    "html": b"<!DOCTYPE html><html></html>",
    "html in utf-16": "<html>가</html>".encode("utf-16"),
    "pdf with a page": pdf(inside=HTML + b"\n"),
    "pdf head alone": b"%PDF-1.7\n" + HTML,
    "jpeg with a page": jpeg(comment=HTML),
    "svg": b'<?xml version="1.0"?><svg onload="alert(1)"/>',
    "xls that is a page": b"<meta charset=utf-8><table><tr><td>1,2</td></tr></table>",
    "csv with a page": b"a,b\n<script>1</script>,2\n",
}


@pytest.mark.parametrize("data", PAGES.values(), ids=PAGES)
def test_a_page_in_disguise_is_refused(data: bytes) -> None:
    with pytest.raises(PageInside, match="웹 문서"):
        kind_of(data)


def symlinked() -> bytes:
    file = BytesIO(xlsx())
    with ZipFile(file, "a") as archive:
        link = ZipInfo("xl/link")
        link.external_attr = (S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return file.getvalue()


def hidden_part() -> bytes:
    """A part that stands in the file before those that are listed."""
    inner = zipped({"evil.html": HTML})
    return inner[: inner.index(b"PK\x01\x02")] + xlsx()


DAMAGED = {
    "pdf cut": pdf()[:-20],
    "pdf with more behind": pdf(behind=b"\n" + zipped({"a": b"b"})),
    "pdf that points nowhere": pdf().replace(b"startxref\n", b"startxref\n99"),
    "pdf head of another": b"%PDF-x" + pdf()[6:],
    "png cut": png()[:-5],
    "png head alone": png()[:8],
    "png flipped": png()[:20] + b"\x7f" + png()[21:],
    "png with more behind": png(behind=zipped({"a": b"b"})),
    "png with a huge chunk": png()[:8] + b"\xff\xff\xff\xffIHDR",
    "jpeg cut": jpeg()[:-2],
    "jpeg head alone": b"\xff\xd8\xff\xe0",
    "jpeg without size": jpeg().replace(b"\xff\xc0", b"\xff\xe0"),
    "jpeg gone astray": b"\xff\xd8\xff\xe0\x00\x04ab" + b"zz",
    "hwp cut": hwp()[:700],
    "hwp in a circle": hwp().replace(struct.pack("<II", 0xFFFFFFFD, 2), struct.pack("<II", 0xFFFFFFFD, 1), 1),
    "hwp of odd sectors": hwp()[:30] + b"\x20\0" + hwp()[32:],
    "hwp without table": hwp()[:76] + b"\xff" * 4 + hwp()[80:],
    "xlsx cut": xlsx()[:-30],
    "xlsx with more behind": xlsx() + HTML,
    "xlsx behind a part of its own": hidden_part(),
    "xlsx of a strange packing": zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}, ZIP_BZIP2),
    "xlsx flipped": xlsx().replace(b"\x01\x02", b"\x01\x03", 1)[:-1] + b"\x00",
    "xlsx that climbs out": zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b"", "../../evil": b"x"}),
    "xlsx at the root": zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b"", "/etc/passwd": b"x"}),
    "xlsx of Windows": zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b"", "x\\evil": b"x"}),
    "xlsx with a link": symlinked(),
    "empty zip begun": b"PK\x03\x04",
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_or_odd_file_is_refused(data: bytes) -> None:
    with pytest.raises(DamagedFile, match="다시 올려 주십시오"):
        kind_of(data)


def encrypted() -> bytes:
    """The flag of a part that is locked, in both places where a zip says it."""
    data = bytearray(xlsx())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    "data", [hwp(flags=1 | 2), ole(["Root Entry", "EncryptionInfo", "EncryptedPackage"]), encrypted()]
)
def test_a_locked_file_is_refused(data: bytes) -> None:
    with pytest.raises(LockedFile, match="암호를 풀고"):
        kind_of(data)


@pytest.mark.parametrize("data", [b"", b"  \r\n\t "])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(EmptyFile):
        kind_of(data)


@pytest.mark.parametrize(
    "inside", [xlsx(), EXE, b"\x7fELF...", b"7z\xbc\xaf\x27", b"#!/bin/sh", b"\x1f\x8b\x08"]
)
def test_a_file_in_the_file_is_refused_by_its_name(inside: bytes) -> None:
    with pytest.raises(FilesInside, match="image1"):
        kind_of(hwpx({"BinData/image1.png": inside}))


def test_a_picture_and_a_formula_in_a_document_are_no_files_in_it() -> None:
    assert kind_of(hwpx({"BinData/image1.png": png(), "BinData/ole1.OLE": ole(["Root Entry"])})) is Kind.HWPX


def test_a_bomb_is_not_unpacked_beyond_the_limit_nor_kept() -> None:
    bomb = hwpx({"Contents/section1.xml": bytes(packages.MOST_UNPACKED + 1)})
    assert len(bomb) < packages.MOST_UNPACKED // 500
    tracemalloc.start()
    with pytest.raises(TooMuchInside):
        kind_of(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    size, bomb = 5_000_000, xlsx(xl__bomb=bytes(5_000_000))
    with pytest.raises(DamagedFile):
        kind_of(bomb.replace(struct.pack("<I", size), struct.pack("<I", 10)))


def test_a_zip_of_too_many_parts_is_refused() -> None:
    with pytest.raises(TooMuchInside):
        kind_of(hwpx({f"p/{number}": b"" for number in range(packages.MOST_PARTS)}))


def test_a_name_that_stands_twice_is_refused() -> None:
    twice = xlsx(xl__a=b"1", xl__b=b"2").replace(b"xl/b", b"xl/a")
    with pytest.raises(DamagedFile):
        kind_of(twice)


def is_answered(data: bytes) -> bool:
    """Whether it is taken, or refused with a sentence that says what to do."""
    try:
        return kind_of(data) in Kind
    except Refusal as refused:
        return str(refused).endswith("주십시오.")


@given(st.binary(max_size=300), st.sampled_from(sorted(WHOLE)))
def test_whatever_comes_is_taken_or_refused_with_a_sentence(tail: bytes, kind: str) -> None:
    whole = WHOLE[kind]
    assert all(map(is_answered, [tail, whole[: len(tail)] + tail, whole + tail]))


@given(st.data())
def test_a_flipped_byte_is_taken_or_refused_with_a_sentence(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from([*WHOLE.values()])))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    assert is_answered(bytes(whole))


def test_what_is_told_to_a_browser_is_never_a_page() -> None:
    assert not {"text/html", "image/svg+xml", "application/xml"} & {kind.media_type for kind in Kind}
    assert kind_of(csv()).media_type == "text/csv"
