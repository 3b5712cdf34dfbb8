"""청구 목록의 열 — what each rule asks of a claim, under which headings a list may give it."""

from dataclasses import dataclass

from majungmul.programmes.specification import Line
from majungmul.rules.interest import Interest
from majungmul.rules.share import Share


@dataclass(frozen=True, slots=True)
class ClaimColumn:
    """열 — the field of the claim, the heading we write, other headings we understand."""

    field: str
    heading: str
    aliases: tuple[str, ...]
    required: bool = True


DEFAULTS: dict[str, tuple[ClaimColumn, ...]] = {
    "share": (
        ClaimColumn("id", "id", ("번호", "연번")),
        ClaimColumn("party", "business_number", ("사업자등록번호", "사업자번호")),
        ClaimColumn("amount", "amount", ("금액",)),
        ClaimColumn("on", "on", ("날짜",)),
    ),
    "interest": (
        ClaimColumn("id", "id", ("대출번호", "번호", "연번")),
        ClaimColumn("kind", "kind", ("종류", "대출종류")),
        ClaimColumn("principal", "principal", ("원금", "대출원금")),
        ClaimColumn("start", "start", ("대출일", "시작일", "대출시작일")),
        ClaimColumn("end", "end", ("만기", "만기일", "종료일", "대출만기일")),
        ClaimColumn("repayments", "repayments", ("상환", "일부상환", "상환내역"), required=False),
        ClaimColumn("from", "from", ("계산시작", "계산시작일", "부터")),
        ClaimColumn("until", "until", ("계산끝", "계산종료일", "까지")),
        ClaimColumn("interest_paid", "interest_paid", ("낸이자", "납입이자"), required=False),
        ClaimColumn("arrears", "arrears", ("연체", "연체기간"), required=False),
    ),
    "unit_price": (
        ClaimColumn("id", "id", ("번호", "연번")),
        ClaimColumn("count", "count", ("수량",)),
        ClaimColumn("times", "times", ("횟수",), required=False),
        ClaimColumn("on", "on", ("날짜",)),
    ),
    "actual_cost": (
        ClaimColumn("id", "id", ("번호", "연번")),
        ClaimColumn("item", "item", ("비목", "보조비목")),
        ClaimColumn("spent", "spent", ("쓴돈", "비용", "집행액")),
        ClaimColumn("quantity", "quantity", ("인원", "개월수", "수량"), required=False),
        ClaimColumn("award", "award", ("결정액", "지원결정액")),
        ClaimColumn("on", "on", ("날짜", "사용일")),
    ),
}
"""The columns of each rule; a line's `columns` gives a field its own headings; we write the first."""


def columns_of(line: Line) -> tuple[ClaimColumn, ...]:
    """The columns that a list of claims for this line has, in order."""
    return tuple(_own(column, line) for column in DEFAULTS[line.rule] if _is_asked(column, line))


def _own(column: ClaimColumn, line: Line) -> ClaimColumn:
    """The column under the headings of the line, where it gives any."""
    headings = line.columns.get(column.field)
    if not headings:
        return column
    return ClaimColumn(column.field, headings[0], headings[1:], column.required)


def _is_asked(column: ClaimColumn, line: Line) -> bool:
    """Whether the line's terms, at any time, use this column."""
    rules = [terms.rule for terms in line.versions]
    if column.field == "party":
        return any(isinstance(rule, Share) and rule.limit for rule in rules)
    if column.field == "interest_paid":
        return any(isinstance(rule, Interest) and rule.paid_ceiling for rule in rules)
    if column.field == "arrears":
        return any(isinstance(rule, Interest) and rule.skip_arrears for rule in rules)
    return True
