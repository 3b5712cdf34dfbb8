"""파일 내주기 — the headers with which a stored file is handed out: always as a file, never as a page."""

from urllib.parse import quote

from majungmul.books.files.kinds import Kind
from majungmul.books.files.models import FileUse

UNQUOTED = "!#$&+-.^_`|~"
"""What RFC 5987 leaves as it is, besides letters and digits."""


def headers(use: FileUse) -> dict[str, str]:
    """응답 머리말 — by name; the Korean file name as RFC 5987 writes it, beside one for old programs."""
    kind = Kind(use.file.kind)
    plain, korean = f"file{kind.endings[0]}", quote(use.name, safe=UNQUOTED)
    return {
        "Content-Type": kind.media_type,
        "Content-Length": str(use.file.size),
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{korean}",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
    }
