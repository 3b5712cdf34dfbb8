"""파일 종류 — what a file is, by its content and never by its name: nine kinds of papers and nothing else."""

import re
from collections.abc import Callable
from enum import StrEnum

from majungmul.books.files import contents, packages
from majungmul.books.files.refusals import EmptyFile, KindNotAllowed, PageInside


class Kind(StrEnum):
    """파일 종류 — what may be handed in. HWP is only ever received: we write HWPX."""

    HWPX = "hwpx"
    HWP = "hwp"
    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    JPEG = "jpeg"
    PNG = "png"

    @property
    def endings(self) -> tuple[str, ...]:
        """How the names of such files end, the usual one first."""
        return (".jpg", ".jpeg") if self is Kind.JPEG else (f".{self.value}",)

    @property
    def media_type(self) -> str:
        """What a browser is told: never a type that it would run or show as a page."""
        return MEDIA_TYPES[self]


MEDIA_TYPES = {
    Kind.HWPX: "application/hwp+zip",
    Kind.HWP: "application/x-hwp",
    Kind.PDF: "application/pdf",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.CSV: "text/csv",
    Kind.JPEG: "image/jpeg",
    Kind.PNG: "image/png",
}

OTHERS = {
    b"MZ": "실행 파일",
    b"\x7fELF": "실행 파일",
    b"#!": "실행 파일",
    b"\xca\xfe\xba\xbe": "실행 파일",
    b"HWP Document File": "옛 한글 문서(한글 3.0)",
    b"{\\rtf": "서식 있는 글(RTF)",
    b"%!PS": "포스트스크립트",
    b"GIF8": "GIF 그림",
    b"BM": "BMP 그림",
    b"II*\x00": "TIFF 그림",
    b"MM\x00*": "TIFF 그림",
    b"RIFF": "동영상 또는 WebP 그림",
    b"\x1f\x8b": "압축 파일",
    b"Rar!": "압축 파일",
    b"7z\xbc\xaf": "압축 파일",
    b"BZh": "압축 파일",
    b"\xfd7zXZ": "압축 파일",
}
"""What people send instead, by how it begins; to be named, so that they know what to do."""

MARKUP = re.compile(rb"<\s*(?:!doctype|html|head|body|script|svg|iframe|\?php|table)", re.IGNORECASE)
SNIFFED = 2048
"""Where a browser looks when it guesses a type (the standard says 1,445 bytes)."""

CHECKS: dict[bytes, tuple[Kind, Callable[[bytes], None]]] = {
    b"%PDF-": (Kind.PDF, contents.check_pdf),
    contents.PNG: (Kind.PNG, contents.check_png),
    b"\xff\xd8\xff": (Kind.JPEG, contents.check_jpeg),
    contents.OLE: (Kind.HWP, contents.check_hwp),
}


def kind_of(data: bytes) -> Kind:
    """파일 종류 — which of the kinds the content is, beginning and structure.

    Refuses an empty file, another kind, a damaged or locked one, and one that is a web page as well.
    """
    if not data.strip():
        raise EmptyFile
    if data.startswith(packages.ZIP):
        return Kind(packages.kind_of_package(data))
    if MARKUP.search(data[:SNIFFED].replace(b"\x00", b"")):
        raise PageInside
    for beginning, (kind, check) in CHECKS.items():
        if data.startswith(beginning):
            check(data)
            return kind
    for beginning, found in OTHERS.items():
        if data.startswith(beginning):
            raise KindNotAllowed(found=found)
    contents.check_csv(data)
    return Kind.CSV
