"""계산 사례 — worked examples that an officer can read and add to; executed as tests, shown as a start."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from majungmul.programmes.calculating import Outcome, calculate
from majungmul.programmes.claims import read_claims
from majungmul.programmes.specification import DatedValues, Line, Specification, specification
from majungmul.programmes.toml_file import HERE, read_toml
from majungmul.programmes.written import Text, Written
from majungmul.values.mistake import Mistake, Mistaken

Given = str | int | date


class Expected(Written):
    """기대 — the amount in won, and the sentence (or a part of it) where the case is about it."""

    id: Text
    amount: Annotated[int, Field(ge=0)]
    because: Text | None = None
    refused: Text | None = None


class Case(Written):
    """계산 사례 — claims as a list would give them, and what must come out.

    `terms` replaces the terms of the line: a case with terms of its own is made up (가상).
    """

    title: Text
    line: str = ""
    claims: Annotated[tuple[dict[str, Given], ...], Field(min_length=1)]
    expect: Annotated[tuple[Expected, ...], Field(min_length=1)]
    terms: tuple[DatedValues, ...] = ()

    def line_of(self, specification: Specification) -> Line:
        """The line that the case is about, under the case's own terms where it has any."""
        line = specification.line(self.line or specification.main_line)
        # not model_copy: it would take the versions along that the line has already worked out
        return Line(**line.model_dump(exclude={"terms"}), terms=self.terms) if self.terms else line

    def records(self) -> list[dict[str, str]]:
        """The claims as a file would give them: text in every cell."""
        return [{heading: str(value) for heading, value in claim.items()} for claim in self.claims]

    @property
    def paid(self) -> set[str]:
        """The numbers of the claims that something is paid for."""
        return {expected.id for expected in self.expect if expected.amount}

    def work_out(self, specification: Specification) -> list[Outcome]:
        """What really comes out. Refuses (Mistaken) claims that cannot be read."""
        line = self.line_of(specification)
        claims, misreads = read_claims(line, self.records())
        if misreads:
            raise Mistaken([Mistake(f"{self.title} {wrong.heading}", wrong.sentence) for wrong in misreads])
        return calculate(line, claims)


class Cases(Written):
    """계산 사례 모음 — all cases of a programme."""

    cases: Annotated[tuple[Case, ...], Field(min_length=1)]


def cases_of(jurisdiction: str, programme: str) -> tuple[Case, ...]:
    """The worked examples of a programme, in the order of its file."""
    content: dict[str, Any] = read_toml(HERE / jurisdiction / f"{programme}.cases.toml").content
    return Cases.model_validate(content).cases


def example_of(jurisdiction: str, programme: str, line: str) -> list[dict[str, str]]:
    """예시 — rows to start a list from: what is paid in the first case of a line."""
    chosen = specification(jurisdiction, programme)
    mine = [case for case in cases_of(jurisdiction, programme) if (case.line or chosen.main_line) == line]
    first = next(case for case in mine if case.paid and not case.terms)
    return [record for record in first.records() if record["id"] in first.paid]
