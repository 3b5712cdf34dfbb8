"""문서의 조각 — what the papers of 수행 share: articles of a day, attached files, amounts with their VAT."""

from datetime import date

from majungmul.books.files.queries import uses_of
from majungmul.books.trail.models import Recorded
from majungmul.programmes.conditions import NOT_READ, article_on
from majungmul.values.won import Won


def articles(on: date, keys: tuple[str, ...], code: str) -> tuple[str, ...]:
    """근거 — the articles of those rules that held on the day, each once; 당시 법 확인 필요 where none was read."""
    found = dict.fromkeys(article for key in keys if (article := article_on(on, key, code)))
    return tuple(found) or (NOT_READ,)


def attached(row: Recorded) -> tuple[str, ...]:
    """붙임 — the files of a row by what they are for, each with its number of copies."""
    purposes = [use.purpose for use in uses_of(row)]
    return tuple(f"{purpose} {purposes.count(purpose)}부." for purpose in dict.fromkeys(purposes))


def vat_in_words(vat: Won) -> str:
    """부가세 — in won; tax-free goods say so."""
    return f"{vat}" if vat else f"{vat}(면세)"
