"""파일 꾸러미 — the zip that an HWPX or XLSX is, walked through once: sizes are counted, not believed."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from stat import S_ISLNK
from struct import error as StructError  # noqa: N812 - an exception is named like a class
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from majungmul.books.files.refusals import (
    DamagedFile,
    FilesInside,
    KindNotAllowed,
    LockedFile,
    TooMuchInside,
)

ZIP = b"PK\x03\x04"
END = b"PK\x05\x06"
END_SIZE = 22

MOST_UNPACKED = 200_000_000
"""Four times the largest file that is taken: text packs well, the pictures of a large document don't."""

MOST_PARTS = 5_000
"""A workbook of a thousand sheets with their drawings has fewer."""

CHUNK = 1 << 16

DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, StructError, ValueError, KeyError, NotImplementedError)
"""What zipfile raises over a file that is no proper zip."""

HWPX_TYPE = b"application/hwp+zip"
INSIDE = re.compile(rb"PK\x03\x04|PK\x05\x06|Rar!|7z\xbc\xaf|\x1f\x8b\x08|MZ.{58}|\x7fELF|#!/", re.DOTALL)
"""Archives and programs, which no part of a document is. (OLE is: formulas and charts of 한글.)"""


def kind_of_package(data: bytes) -> str:
    """`hwpx` or `xlsx`. Refuses every other zip, a locked or damaged one, and bombs."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            _refuse_odd_zip(data, archive)
            kind = _claimed(archive)
            _refuse_contents(archive)
            return kind
    except DAMAGED:
        raise DamagedFile(found="HWPX·XLSX") from None


def _refuse_odd_zip(data: bytes, archive: ZipFile) -> None:
    """Refuse what no program writes: bytes before or behind the zip, hidden parts, strange names."""
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len(parts) > MOST_PARTS:
        raise TooMuchInside
    if any(part.flag_bits & 1 for part in parts):
        raise LockedFile
    whole = data[-END_SIZE:].startswith(END) and min((part.header_offset for part in parts), default=1) == 0
    if not whole or len(set(names)) < len(names) or any(map(_is_odd, parts)):
        raise DamagedFile(found="HWPX·XLSX")


def _is_odd(part: ZipInfo) -> bool:
    """Whether a part leads out of the package, is a link, or is packed in an unusual way."""
    leads_out = part.filename.startswith("/") or "\\" in part.filename or ".." in part.filename.split("/")
    is_link = S_ISLNK(part.external_attr >> 16)
    return leads_out or is_link or part.compress_type not in {ZIP_STORED, ZIP_DEFLATED}


def _claimed(archive: ZipFile) -> str:
    """Which document the parts make."""
    names = set(archive.namelist())
    if "mimetype" in names and "Contents/header.xml" in names:
        with archive.open("mimetype") as part:
            if part.read(len(HWPX_TYPE) + 1).strip() == HWPX_TYPE:
                return "hwpx"
    if {"[Content_Types].xml", "xl/workbook.xml"} <= names:
        if any(name.lower().endswith("vbaproject.bin") for name in names):
            raise KindNotAllowed(found="매크로가 든 엑셀")
        return "xlsx"
    others = {"word/document.xml": "워드 문서", "ppt/presentation.xml": "파워포인트"}
    raise KindNotAllowed(found=next((others[name] for name in names if name in others), "압축 파일"))


def _refuse_contents(archive: ZipFile) -> None:
    """Unpack everything piece by piece and keep nothing. Refuses too much, and files within the file."""
    left = MOST_UNPACKED
    for part in archive.infolist():
        for number, piece in enumerate(_pieces(archive, part)):
            if number == 0 and INSIDE.match(piece):
                raise FilesInside(inside=part.filename.rpartition("/")[2][:80])
            left -= len(piece)
            if left < 0:
                raise TooMuchInside


def _pieces(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as opened:
        while piece := opened.read(CHUNK):
            yield piece
