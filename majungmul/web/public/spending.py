"""집행 — a year of all programmes as citizens see it: which year, what each programme is called, how much."""

from dataclasses import dataclass
from uuid import UUID

from majungmul.books.ledger.queries import years_of
from majungmul.books.ledger.queries.progress import Progress, by_programme, in_all, progress_of
from majungmul.programmes.specification import programmes_of, specification
from majungmul.values.won import Won


@dataclass(frozen=True, slots=True)
class Spending:
    """한 해의 집행 — each programme by its name, the largest budget first, and all together; the largest budget."""

    year: int
    programmes: list[tuple[str, Progress]]
    whole: Progress
    largest: Won


def spending_in(jurisdiction: UUID, code: str, year: int) -> Spending:
    """한 해의 집행 — of a year that was opened."""
    lines = progress_of(jurisdiction, year)
    each = by_programme(lines)
    named = [(name_of(code, one.programme, one.label), one) for one in each]
    whole = in_all(lines)
    return Spending(year, named, whole, each[0].budget if each else whole.budget)


def year_to_show(jurisdiction: UUID, this_year: int) -> int | None:
    """보일 해 — this year where it was opened, else the latest that was; None before the first."""
    years = years_of(jurisdiction)
    return this_year if this_year in years else next(iter(years), None)


def name_of(code: str, programme: str, label: str) -> str:
    """사업 이름 — as its specification has it; one that has none is called by its budget line."""
    return specification(code, programme).name if programme in programmes_of(code) else label
