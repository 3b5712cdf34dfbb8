"""반환 문서의 틀 — who writes to whom, under which number, how much in a table, whom to call."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from majungmul.books.files.models import SealedStep
from majungmul.books.files.seals import seal_of
from majungmul.books.parties.queries.bodies import representative_on
from majungmul.books.parties.queries.letters import head_of
from majungmul.books.parties.queries.positions import name_of
from majungmul.formats import paper
from majungmul.formats.paper import Approval, Block, Grid, Heading, Item, Paper
from majungmul.programmes.conditions import article_on
from majungmul.programmes.legislation import law_on
from majungmul.stages.award.models import Award
from majungmul.stages.settlement.models import Refund, Revocation
from majungmul.values.won import Won, total

Step = Refund | Revocation
STEPS = {Refund: "refund", Revocation: "revocation"}


def letter(
    row: Step,
    kind: str,
    title: str,
    body: Iterable[Block],
    basis: Iterable[str],
    **said: Any,  # noqa: ANN401 - a paper's
) -> Paper:
    """공문 — of an order or a revocation, from the office that decided to the body, with its signatures."""
    whole = {
        "sender": sender_of(row.award),
        "receiver": head_of(row.body),
        **numbered(row),
        **said,
    }
    return Paper(
        kind=kind,
        title=title,
        body=tuple(body),
        basis=tuple(each for each in basis if each),
        is_made_up=row.award.is_made_up,
        **whole,
    )


def numbered(row: Step) -> dict[str, Any]:
    """문서번호·시행일 — of the city's paper where it was sealed, with 보탬e; of the operator its own."""
    sealed = seal_of(row, STEPS[type(row)])
    if sealed is not None:
        return {"number": sealed.number, "effective": sealed.effective_on, "portal": sealed.portal}
    if is_of_the_city(row):
        return {}
    if isinstance(row, Refund):
        return {"number": row.number, "effective": row.ordered_on}
    return {"number": f"{row.award.number}-취소", "effective": row.decided_on}


def sealed_of(row: Step) -> SealedStep | None:
    """시행 문서 — of the city's act; None before it, and for the operator's."""
    return seal_of(row, STEPS[type(row)])


def is_of_the_city(row: Step) -> bool:
    """Whether the city decided it."""
    return bool(row.award.office.kind == "city")


def sender_of(award: Award) -> str:
    """발신 명의 — 서울특별시장, or who stands for the operator."""
    body = award.office.organisation
    if award.office.kind == "city" or body is None:
        return f"{award.jurisdiction.name}장"
    return head_of(body)


def signed(
    proposed_by: UUID | None, decided_by: UUID | None, on: date | None, proposed_on: date | None = None
) -> tuple[Approval, ...]:
    """결재 칸 — who handed it in and who decided; empty for who has not yet."""
    given = [("담당", proposed_by, proposed_on), ("결재", decided_by, on)]
    return tuple(Approval(role, name_of(person), day) for role, person, day in given if person)


def amounts(title: str, rows: Iterable[tuple[str, Won]]) -> Grid:
    """금액표 — what there is to pay, with its sum."""
    listed = list(rows)
    columns: list[Heading] = [("구분", "text"), ("금액", "won")]
    whole = total(amount for _, amount in listed)
    return Grid(paper.table("amounts", title, "원", columns, [list(row) for row in listed], ["계", whole]))


def what_for(award: Award, line: str = "") -> Item:
    """대상 — which award, and which line of it."""
    about = f" 가운데 ‘{line}’" if line else ""
    name = award.application.call.title
    return Item(f"대상: {name}({award.number or '결정 전'}){about}")


def whom_to_call(award: Award) -> Item:
    """문의 — as the call says."""
    return Item(f"문의: {award.application.call.contact}")


def city_to_call(row: Step) -> Item:
    """문의 — of what the city decides about a body below: no row of that tier knows the city's telephone."""
    if is_of_the_city(row):
        return whom_to_call(row.award)
    return Item(f"문의: {row.award.jurisdiction.name} 담당 부서(이 문서에 적힌 전화)")


def may_object(award: Award, on: date) -> tuple[Item, ...]:
    """이의 — how, and within how many days, by the law of the day; nothing where it says nothing."""
    row = law_on(on, award.jurisdiction.code).get("objection.days")
    if row is None:
        return ()
    how = f"통지를 받은 날부터 {row.number}일 안에 서면으로 이의를 신청할 수 있습니다"
    return (Item(f"이의가 있으면 {how}({row.article})."),)


def chair_of(row: Step, on: date) -> str:
    """대표자 — of the body on a day; empty where none is known."""
    found = representative_on(row.body, on)
    return found.name if found else ""


def article(award: Award, on: date, key: str) -> str:
    """근거 — the article of the day, empty where there was none."""
    return article_on(on, key, award.jurisdiction.code)
