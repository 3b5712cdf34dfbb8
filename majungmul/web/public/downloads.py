"""내려받기 — a table as a CSV file that spreadsheets open rightly."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from django.http import HttpResponse

from majungmul.formats.csv_file import Written, write_csv


def csv_page(name: str, headings: Sequence[str], rows: Iterable[Sequence[Written]]) -> HttpResponse:
    """CSV — under a Korean name, with our own names for each column, amounts in won without commas."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        write_csv(path, headings, rows)
        response = HttpResponse(path.read_bytes(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}.csv"
    return response
