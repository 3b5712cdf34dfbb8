"""가상 서류 — small whole files, made in memory, each saying that it is made up."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

from majungmul.books.files.store import Received, receive
from majungmul.story.telling import Rows

Later = Callable[[Rows], Received]

FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/HYSMyeongJoStd-Medium/Encoding/UniKS-UCS2-H/DescendantFonts[4 0 R]>>",
    (
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/HYSMyeongJoStd-Medium/FontDescriptor 5 0 R/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(Korea1)/Supplement 1>>>>"
    ),
    (
        b"<</Type/FontDescriptor/FontName/HYSMyeongJoStd-Medium/Flags 6/FontBBox[0 -148 1001 880]/ItalicAngle 0"
        b"/Ascent 880/Descent -148/CapHeight 880/StemV 93>>"
    ),
)
"""A Korean font that readers have of their own: nothing is embedded."""

LETTERS = (
    "..............................",
    ".######...#......##....#......",
    "......#...#......##....#......",
    "......#...#......##....#......",
    ".....##...#.....#..#...#......",
    ".....#....####..#..#...####...",
    "....##....#....##..##..#......",
    "...##.....#...##....##.#......",
    "..##......#............#......",
    ".##.......#......####..#......",
    "..........#.....##..##........",
    "..........#.....#....#........",
    "..........#.....##..##........",
    "..........#......####.........",
    "..............................",
)
"""가상, in dots."""
DOT = 8


def scan(title: str, *lines: str) -> Later:
    """A page of PDF with a title and lines, under 가상; stored when the step that hands it in is told."""
    return lambda _: receive(BytesIO(pdf("가상 자료 (연습용)", title, *lines)), f"가상 {title}.pdf")


def photo(title: str) -> Later:
    """A picture that says 가상; stored as a `scan` is."""
    return lambda _: receive(BytesIO(png(title)), f"가상 {title}.png")


def pdf(*lines: str) -> bytes:
    """A whole PDF of one A4 page with these lines."""
    said = [f"BT /F1 14 Tf 60 {780 - 24 * place} Td <{_hex(line)}> Tj ET" for place, line in enumerate(lines)]
    page = "\n".join(said).encode()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[6 0 R]/Count 1>>",
        *FONT,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 7 0 R>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(page), page),
    )
    whole, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(whole))
    return whole + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def png(title: str) -> bytes:
    """A whole PNG that shows 가상; the title stands in its text."""
    rows = [
        b"\0" + b"".join((b"\x30" if dot == "#" else b"\xf0") * DOT for dot in line)
        for line in LETTERS
        for _ in range(DOT)
    ]
    size = struct.pack(">IIBBBBB", len(LETTERS[0]) * DOT, len(rows), 8, 0, 0, 0, 0)
    said = b"Title\0\0\0\0\0" + f"가상 {title}".encode()
    chunks = ((b"IHDR", size), (b"iTXt", said), (b"IDAT", zlib.compress(b"".join(rows))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _hex(line: str) -> str:
    return line.encode("utf-16-be").hex()
