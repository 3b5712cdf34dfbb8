"""Files of each kind, made here: small, whole, and with room for what an attacker puts in."""

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR = 512


def pdf(inside: bytes = b"", behind: bytes = b"\n") -> bytes:
    head = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + inside + b"1 0 obj\n<</Type/Catalog>>\nendobj\n"
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R>>\n"
    return head + table + b"startxref\n%d\n%%%%EOF" % len(head) + behind


def png(behind: bytes = b"") -> bytes:
    size = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", size), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks) + behind


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def jpeg(behind: bytes = b"", comment: bytes = b"") -> bytes:
    size = b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00"
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x7f"
    said = b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment if comment else b""
    return b"\xff\xd8" + said + size + scan + b"\xff\xd9" + behind


def zipped(parts: Mapping[str, bytes], packing: int = ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", packing) as archive:
        for name, part in parts.items():
            archive.writestr(name, part, ZIP_STORED if name == "mimetype" else packing)
    return file.getvalue()


def xlsx(**more: bytes) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.xml": b"<workbook/>",
            "xl/worksheets/sheet1.xml": b"<sheet/>",
        }
        | {name.replace("__", "/"): part for name, part in more.items()}
    )


def hwpx(more: Mapping[str, bytes] | None = None) -> bytes:
    parts = {
        "mimetype": b"application/hwp+zip",
        "Contents/header.xml": b"<head/>",
        "Contents/section0.xml": b"<sec/>",
    }
    return zipped(parts | dict(more or {}))


def ole(names: list[str], content: bytes = b"") -> bytes:
    """An OLE file of one table, one directory and one sector of content."""
    head = bytearray(SECTOR)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", head, 24, 62, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", head, 40, 0, 1, 1, 0, 4096, END, 0, END, 0)
    struct.pack_into("<109I", head, 76, 0, *[FREE] * 108)
    more = (len(names) - 1) // 4
    directories = [*range(2, 2 + more), END] if more else [END]
    content_at = 2 + more
    table = struct.pack("<128I", *([FAT, *directories, END] + [FREE] * 128)[:128])
    entries = b"".join(_entry(name, content_at) for name in names).ljust(SECTOR * (1 + more), b"\0")
    return bytes(head) + table + entries + content.ljust(SECTOR, b"\0")


def _entry(name: str, start: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBB", len(written), 2, 1).ljust(52, b"\0")
        + struct.pack("<IQ", start, 0)
    )


def hwp(flags: int = 1) -> bytes:
    """한글 5.0: 1 is packed, 2 has a password, 4 is for distribution."""
    content = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05000000, flags)
    return ole(["Root Entry", "FileHeader", "DocInfo", "BodyText", "Section0"], content)


def csv() -> bytes:
    return "조합,금액\n가상인쇄조합,45000000\n".encode()


WHOLE = {
    "hwpx": hwpx(),
    "hwp": hwp(),
    "pdf": pdf(),
    "xlsx": xlsx(),
    "csv": csv(),
    "jpeg": jpeg(),
    "png": png(),
}
"""One of each kind that is taken."""
