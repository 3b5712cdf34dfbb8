"""파일 내용 — whether a PDF, a picture, an old 한글 document or a list is what its first bytes claim."""

import csv
import re
import struct
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Any

from majungmul.books.files.refusals import DamagedFile, KindNotAllowed, LockedFile

PNG = b"\x89PNG\r\n\x1a\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# ── PDF ──────────────────────────────────────────────────────────────────────────────────────────────────

PDF_HEAD = re.compile(rb"%PDF-[12]\.\d[\s%]")
PDF_TAIL = re.compile(rb"startxref\s+(\d+)\s+%%EOF[\s\x00]*\Z")
PDF_TABLE = re.compile(rb"\s*(?:xref|\d+\s+\d+\s+obj)\b")
TAIL = 2048


def check_pdf(data: bytes) -> None:
    """Refuse what has no table of its objects where its end says, or anything behind its end."""
    end = PDF_TAIL.search(data[-TAIL:])
    if not PDF_HEAD.match(data) or end is None or not PDF_TABLE.match(data, int(end[1][:12])):
        raise DamagedFile(found="PDF")


# ── pictures ─────────────────────────────────────────────────────────────────────────────────────────────

SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
ALONE = {0x01, *range(0xD0, 0xD8)}
SCAN = 0xDA
MARK = 0xFF


def check_png(data: bytes) -> None:
    """Refuse a broken chunk, a picture without size or content, and anything behind its end."""
    kinds = []
    at = len(PNG)
    while at < len(data) and b"IEND" not in kinds:
        length, kind = _unpack(">I4s", data, at, "PNG")
        body = data[at + 4 : at + 8 + length]
        if _unpack(">I", data, at + 8 + length, "PNG") != (zlib.crc32(body),):
            raise DamagedFile(found="PNG")
        kinds.append(kind)
        at += 12 + length
    if at != len(data) or kinds[:1] != [b"IHDR"] or b"IDAT" not in kinds or kinds[-1] != b"IEND":
        raise DamagedFile(found="PNG")


def check_jpeg(data: bytes) -> None:
    """Refuse a picture without size, scan or end. Phones write more behind the end, so that may be there."""
    at, has_size = 2, False
    while True:
        mark, marker = _unpack("BB", data, at, "JPEG")
        if mark != MARK:
            raise DamagedFile(found="JPEG")
        has_size |= marker in SIZES
        if marker == SCAN:
            break
        if marker == MARK:
            at += 1
        else:
            at += 2 if marker in ALONE else 2 + _unpack(">H", data, at + 2, "JPEG")[0]
    if not has_size or data.find(b"\xff\xd9", at) < 0:
        raise DamagedFile(found="JPEG")


# ── 한글 5.0 (HWP) ─────────────────────────────────────────────────────────────────────────────────────────

HWP_SIGNATURE = b"HWP Document File"
HWP_FLAGS = 36
"""Where, after the signature, the flags of the document stand; the second bit says that it has a password."""

LAST_SECTOR = 0xFFFFFFFA


def check_hwp(data: bytes) -> None:
    """Refuse an OLE file that is no 한글 document (old Excel and Word are OLE, too), or a locked one."""
    names = set(_ole_names(data))
    if "EncryptedPackage" in names:
        raise LockedFile
    at = data.find(HWP_SIGNATURE)
    if at < 0 or not {"FileHeader", "DocInfo"} <= names or not {"BodyText", "ViewText"} & names:
        raise KindNotAllowed(found="옛 엑셀·워드 또는 알 수 없는 문서")
    if _unpack("<I", data, at + HWP_FLAGS, "HWP")[0] & 2:
        raise LockedFile


def _ole_names(data: bytes) -> Iterator[str]:
    """The names of all storages and streams of an OLE file."""
    (shift,) = _unpack("<H", data, 30, "HWP")
    (sector,) = _unpack("<I", data, 48, "HWP")
    if shift not in {9, 12}:
        raise DamagedFile(found="HWP")
    table = _ole_table(data, shift)
    for _ in range(len(data) >> shift):
        if sector >= LAST_SECTOR:
            return
        for entry in range(1 << shift - 7):
            at = (sector + 1 << shift) + entry * 128
            (length,) = _unpack("<H", data, at + 64, "HWP")
            yield data[at : at + max(0, length - 2)].decode("utf-16-le", errors="replace")
        sector = _next(data, table, sector, shift)
    raise DamagedFile(found="HWP")


def _ole_table(data: bytes, shift: int) -> list[int]:
    """The sectors that say which sector follows which: 109 in the head, more in a chain of their own."""
    table = list(_unpack("<109I", data, 76, "HWP"))
    per_sector = (1 << shift - 2) - 1
    (more,) = _unpack("<I", data, 68, "HWP")
    for _ in range(len(data) >> shift):
        if more >= LAST_SECTOR:
            break
        *found, more = _unpack(f"<{per_sector + 1}I", data, more + 1 << shift, "HWP")
        table += found
    return table


def _next(data: bytes, table: list[int], sector: int, shift: int) -> int:
    """The sector that follows this one."""
    which, place = divmod(sector, 1 << shift - 2)
    if which >= len(table) or table[which] >= LAST_SECTOR:
        raise DamagedFile(found="HWP")
    return int(_unpack("<I", data, (table[which] + 1 << shift) + place * 4, "HWP")[0])


# ── CSV ──────────────────────────────────────────────────────────────────────────────────────────────────

NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u0080-\u009f\ufffe\uffff]")
NOT_A_LIST = ("<", "{", "#!", "%!")
ROWS_LOOKED_AT = 20


def check_csv(data: bytes) -> None:
    """Refuse what cannot be read as text, and text most of whose lines have no columns."""
    text = _decoded(data)
    if text is None or NOT_TEXT.search(text):
        raise KindNotAllowed(found="알 수 없는 종류")
    if text.lstrip().startswith(NOT_A_LIST):
        raise KindNotAllowed(found="표가 아닌 글")
    lines = [line for line in text.splitlines() if line.strip()]
    for delimiter in ",\t;":
        try:
            rows = list(islice(csv.reader(lines, delimiter=delimiter), ROWS_LOOKED_AT))
        except csv.Error:
            continue
        if sum(len(row) > 1 for row in rows) * 2 > len(rows):
            return
    raise KindNotAllowed(found="표가 아닌 글")


def _decoded(data: bytes) -> str | None:
    """The text in one of the encodings that spreadsheets write; None where it is in none of them."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if wide else ["utf-8-sig", "cp949"]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _unpack(form: str, data: bytes, at: int, found: str) -> tuple[Any, ...]:
    """Numbers and bytes at a place of the file. Refuses a file that ends before."""
    try:
        return struct.unpack_from(form, data, at)
    except struct.error:
        raise DamagedFile(found=found) from None
