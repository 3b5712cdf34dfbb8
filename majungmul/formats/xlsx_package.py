"""XLSX 꾸러미 — the zip around a workbook, opened with care: only what was measured is handed on."""

import posixpath
import zlib
from dataclasses import dataclass
from io import BytesIO
from struct import error as StructError  # noqa: N812 - an exception is named like a class
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from majungmul.values.refusal import Refusal

MOST_UNPACKED = 100_000_000
MOST_ELEMENTS = 5_000_000
MOST_PARTS = 10_000
CHUNK = 1 << 20

CONTENT_TYPES, ROOT = "[Content_Types].xml", "_rels/.rels"
WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"

DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, StructError, ValueError, KeyError, NotImplementedError)
"""What zipfile raises over a file that is no proper zip."""


class NotASpreadsheet(Refusal):
    """표가 아닌 파일."""

    sentence = "CSV나 XLSX 파일이 아닙니다({found}). 엑셀에서 CSV 또는 XLSX로 저장해 주십시오."


class DamagedWorkbook(Refusal):
    """손상된 파일."""

    sentence = (
        "XLSX 파일이 손상되어 읽을 수 없습니다. 엑셀에서 열어 다른 이름으로 저장한 뒤 다시 해 주십시오."
    )


class LockedWorkbook(Refusal):
    """암호가 걸린 파일."""

    sentence = "암호가 걸린 파일입니다. 엑셀에서 암호를 풀고 저장한 뒤 다시 해 주십시오."


class TooMuchInside(Refusal):
    """내용이 너무 많은 파일."""

    sentence = "파일을 풀면 내용이 너무 많습니다. 쓰지 않는 행과 열, 시트를 지우거나 파일을 나누어 주십시오."


@dataclass(frozen=True, slots=True)
class Package:
    """꾸러미 — a workbook again, with nothing in it but the parts that one sheet needs."""

    workbook: bytes
    sheet: str
    sheet_part: bytes
    strings_part: bytes


def unpack(data: bytes) -> Package:
    """The first sheet that a person sees, with its texts and styles. Sizes are counted, not believed."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            _refuse_others(archive.infolist())
            return _package(archive)
    except DAMAGED:
        raise DamagedWorkbook from None


def _refuse_others(members: list[ZipInfo]) -> None:
    """Refuse a zip that is another kind of paper, is locked, or has far too many parts."""
    names = {member.filename for member in members}
    if WORKBOOK not in names:
        raise NotASpreadsheet(found="XLSX가 아닌 압축 파일")
    if len(members) > MOST_PARTS:
        raise TooMuchInside
    if len(names) < len(members):
        raise DamagedWorkbook
    if any(member.flag_bits & 1 for member in members):
        raise LockedWorkbook
    if any(member.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for member in members):
        raise DamagedWorkbook


def _package(archive: ZipFile) -> Package:
    """Read the parts that are needed, and put them into a new zip whose sizes are true."""
    room = _Room(archive)
    parts = {name: room.read(name) for name in (ROOT, WORKBOOK, RELATIONS)}
    relations = _relations(parts[RELATIONS])
    sheet, part = _first_seen(parts[WORKBOOK], relations)
    parts[part] = room.read(part)
    texts = [target for kind, target in relations.values() if kind == "sharedStrings"][:1]
    styles = [target for kind, target in relations.values() if kind == "styles"][:1]
    parts |= {name: room.read(name) for name in (CONTENT_TYPES, *texts, *styles) if name in room.names}
    strings_part = parts.get(texts[0], b"") if texts else b""
    return Package(_pack(parts), sheet, parts[part], strings_part)


class _Room:
    """남은 자리 — reads parts until they are too much together, whatever size they claim to have."""

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.names = set(archive.namelist())
        self.left, self.elements_left = MOST_UNPACKED, MOST_ELEMENTS

    def read(self, name: str) -> bytes:
        """The part, unpacked piece by piece."""
        pieces = []
        with self.archive.open(name) as part:
            while piece := part.read(CHUNK):
                self.left -= len(piece)
                self.elements_left -= piece.count(b"<") - piece.count(b"</")
                if self.left < 0 or self.elements_left < 0:
                    raise TooMuchInside
                pieces.append(piece)
        return b"".join(pieces)


def _pack(parts: dict[str, bytes]) -> bytes:
    """A plain zip of these parts."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def _relations(part: bytes) -> dict[str, tuple[str, str]]:
    """What each relation of the workbook is, and where."""
    found = {}
    for attributes in _elements(part, "Relationship"):
        kind = attributes.get("Type", "").rpartition("/")[2]
        target = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", ""))).lstrip("/")
        found[attributes.get("Id", "")] = (kind, target)
    return found


def _first_seen(part: bytes, relations: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """The name and the part of the first worksheet that is not hidden."""
    for attributes in _elements(part, "sheet"):
        relation = next((value for key, value in attributes.items() if local(key) == "id"), "")
        kind, target = relations.get(relation, ("", ""))
        if kind == "worksheet" and attributes.get("state", "visible") == "visible":
            return attributes.get("name", ""), target
    raise DamagedWorkbook


def _elements(part: bytes, wanted: str) -> list[dict[str, str]]:
    """The attributes of every element of that name."""
    found = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if local(name) == wanted:
            found.append(attributes)

    parser = careful_parser()
    parser.StartElementHandler = start
    parse(parser, part)
    return found


def local(name: str) -> str:
    """The name without its prefix: `c` of `x:c`."""
    return name.rpartition(":")[2]


def careful_parser() -> expat.XMLParserType:
    """An XML parser that refuses a DOCTYPE (no workbook has one, every entity bomb does).

    Whatever encoding a part claims, it is read as UTF-8, as the library does and as spreadsheets write.
    """

    def refuse(*_: object) -> None:
        raise DamagedWorkbook

    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    return parser


def parse(parser: expat.XMLParserType, part: bytes) -> None:
    """Walk through a part; one that is not proper XML is damaged."""
    try:
        parser.Parse(part, True)  # noqa: FBT003 - expat takes no keyword here
    except expat.ExpatError:
        raise DamagedWorkbook from None
