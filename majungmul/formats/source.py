"""원본 파일 — the bytes of a file, and which kind of file they are, by content and never by name."""

import re
from pathlib import Path

from majungmul.formats.csv_file import read_csv
from majungmul.formats.grid import Grid
from majungmul.formats.xlsx_file import read_xlsx
from majungmul.formats.xlsx_package import LockedWorkbook, NotASpreadsheet
from majungmul.values.refusal import Refusal

MOST_BYTES = 50_000_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHERS = {
    b"%PDF": "PDF",
    b"HWP Document File": "한글 문서",
    b"\x89PNG": "그림",
    b"\xff\xd8\xff": "그림",
    b"GIF8": "그림",
    b"\x1f\x8b": "압축 파일",
    b"Rar!": "압축 파일",
    b"7z\xbc\xaf": "압축 파일",
    b"{\\rtf": "문서",
}
MARKUP = re.compile(rb"\s*<(?:!doctype|html|table|\?xml|head|meta|script|style|body)", re.IGNORECASE)


class FileMissing(Refusal):
    """없는 파일."""

    sentence = "‘{path}’ 파일을 찾을 수 없습니다. 이름과 자리를 확인해 주십시오."


class NotAFile(Refusal):
    """폴더."""

    sentence = "‘{path}’은(는) 폴더입니다. 그 안의 CSV 또는 XLSX 파일을 골라 주십시오."


class CannotOpen(Refusal):
    """열 수 없는 파일."""

    sentence = (
        "‘{path}’ 파일을 열 수 없습니다. 읽을 권한이 있는지, 다른 곳에서 쓰고 있지 않은지 확인해 주십시오."
    )


class FileTooLarge(Refusal):
    """너무 큰 파일."""

    sentence = "파일이 50MB보다 큽니다. 파일을 나누어 주십시오."


class EmptyFile(Refusal):
    """빈 파일."""

    sentence = (
        "내용이 없습니다(엑셀에서는 보이는 첫 시트만 읽습니다). "
        "첫 행에 열 이름을, 다음 행부터 한 행에 한 건씩 적어 주십시오."
    )


def read_grid(path: Path) -> Grid:
    """The cells of a CSV or XLSX file. Refuses every other kind, and an empty one."""
    data = _bytes_of(path)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return read_xlsx(data)
    _refuse_others(data)
    return read_csv(data)


def _bytes_of(path: Path) -> bytes:
    """What is in the file, if it is not too much."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise FileMissing(path=path) from None
    except IsADirectoryError:
        raise NotAFile(path=path) from None
    except (OSError, ValueError):
        raise CannotOpen(path=path) from None
    if len(data) > MOST_BYTES:
        raise FileTooLarge
    if not data.strip():
        raise EmptyFile
    return data


def _refuse_others(data: bytes) -> None:
    """Refuse what is known not to be a list in text: old Excel, 한글, PDF, pictures, web pages."""
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise LockedWorkbook
        raise NotASpreadsheet(found="한글 문서" if b"HWP Document File" in data else "옛 엑셀 등")
    for beginning, found in OTHERS.items():
        if data.startswith(beginning):
            raise NotASpreadsheet(found=found)
    if MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise NotASpreadsheet(found="이름만 엑셀인 웹 문서 등")
