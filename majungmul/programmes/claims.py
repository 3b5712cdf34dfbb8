"""청구 읽기 — a record of a list, made into the claim that a rule works on."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from majungmul.programmes.columns import ClaimColumn, columns_of
from majungmul.programmes.specification import Line
from majungmul.rules.actual_cost import ActualCost
from majungmul.rules.interest import Interest
from majungmul.rules.loan import Loan, Repayment
from majungmul.values import written
from majungmul.values.business_number import BusinessNumber
from majungmul.values.period import Period
from majungmul.values.refusal import Refusal


class Empty(Refusal):
    """빈 칸."""

    sentence = "비어 있습니다. 값을 적어 주십시오."


class UnknownKind(Refusal):
    """모르는 대출 종류."""

    sentence = "‘{found}’은(는) 아는 대출 종류가 아닙니다. 다음 가운데 하나로 적어 주십시오: {known}."


class UnreadableRepayment(Refusal):
    """읽을 수 없는 상환."""

    sentence = "‘{found}’을(를) 읽을 수 없습니다. ‘2018-05-10:10000000;2018-08-01:5000000’처럼 적어 주십시오."


class AwardDiffers(Refusal):
    """같은 번호의 다른 결정액."""

    sentence = "같은 번호의 결정액이 {first}인데 여기에는 {found}이라고 적혀 있습니다. 하나로 맞춰 주십시오."


class QuantityMissing(Refusal):
    """수량 없음."""

    sentence = "‘{item}’은(는) {per}마다 한도가 있습니다. 몇 {per}인지 적어 주십시오."


class UnreadableArrears(Refusal):
    """읽을 수 없는 연체 기간."""

    sentence = "‘{found}’을(를) 읽을 수 없습니다. ‘2018-05-01:2018-05-11’(시작일:갚은 날)처럼 적어 주십시오."


@dataclass(frozen=True, slots=True)
class Misread:
    """읽지 못한 칸 — which record, which heading (empty: the whole row), and what to write instead."""

    index: int
    heading: str
    sentence: str


Claim = Mapping[str, Any]
"""청구 — the fields of one record, read: id, amount, on, loan, window, count, …"""


def read_claims(line: Line, records: Sequence[Mapping[str, str]]) -> tuple[list[Claim], list[Misread]]:
    """Every record as a claim, and every cell that could not be read."""
    columns = {column.field: column for column in columns_of(line)}
    claims: list[Claim] = []
    misreads: list[Misread] = []
    for index, record in enumerate(records):
        claim, wrong = _read(line, columns.values(), record)
        if line.rule == "interest":
            wrong += _make_loan(claim)
        claims.append(claim)
        misreads += [Misread(index, columns[field].heading, str(refusal)) for field, refusal in wrong]
    if line.rule == "actual_cost" and not misreads:
        together = _together(line, claims)
        misreads += [
            Misread(index, columns[field].heading, str(refusal)) for index, field, refusal in together
        ]
    return claims, misreads


def _read(
    line: Line, columns: Iterable[ClaimColumn], record: Mapping[str, str]
) -> tuple[dict[str, Any], list[tuple[str, Refusal]]]:
    """One record's fields, and the fields that could not be read."""
    claim: dict[str, Any] = {}
    wrong: list[tuple[str, Refusal]] = []
    for column in columns:
        text = record.get(column.heading, "").strip()
        try:
            if text:
                claim[column.field] = FIELDS[column.field](text, line)
            elif column.required:
                raise Empty
        except Refusal as refusal:
            wrong.append((column.field, refusal))
    return claim, wrong


def _make_loan(claim: dict[str, Any]) -> list[tuple[str, Refusal]]:
    """Put the loan and its window into the claim; what was read and does not fit together is named."""
    wrong: list[tuple[str, Refusal]] = []
    for name, since, until in (("days", "start", "end"), ("window", "from", "until")):
        try:
            if {since, until} <= claim.keys():
                claim[name] = Period(claim[since], claim[until])
        except Refusal as refusal:
            wrong.append((until, refusal))
    try:
        if {"kind", "principal", "days"} <= claim.keys():
            claim["loan"] = Loan(
                claim["kind"],
                claim["principal"],
                claim["days"],
                claim.get("repayments", ()),
                claim.get("interest_paid"),
                claim.get("arrears", ()),
            )
    except Refusal as refusal:
        wrong.append(("repayments", refusal))
    return wrong


def _together(line: Line, claims: list[Claim]) -> Iterator[tuple[int, str, Refusal]]:
    """실비 — rows of one number that name different awards, and costs with a limit but no number of heads."""
    rules = [terms.rule for terms in line.versions if isinstance(terms.rule, ActualCost)]
    per = {
        name: item.per
        for rule in rules
        for item in rule.items
        if item.limit
        for name in (item.code, item.label)
    }
    first: dict[str, Claim] = {}
    for index, claim in enumerate(claims):
        award = first.setdefault(claim["id"], claim)["award"]
        if claim["award"] != award:
            yield index, "award", AwardDiffers(found=claim["award"], first=award)
        if claim["item"] in per and "quantity" not in claim:
            yield index, "quantity", QuantityMissing(per=per[claim["item"]], item=claim["item"])


def _kind(text: str, line: Line) -> str:
    """The code of a kind of loan, from its code or its name (어음수표, 단기운영자금대출)."""
    labels: dict[str, str] = {}
    for terms in line.versions:
        if isinstance(terms.rule, Interest):
            labels |= terms.rule.kinds
    plain = re.sub(r"\s", "", text)
    for code, label in labels.items():
        if plain.casefold() == code or re.fullmatch(rf"{re.escape(label)}(자금)?(대출)?", plain):
            return code
    known = ", ".join(f"{label}({code})" for code, label in labels.items())
    raise UnknownKind(found=text, known=known)


def _pairs(text: str, refusal: type[Refusal]) -> list[tuple[str, str]]:
    """`a:b;c:d` as pairs."""
    pairs = [pair.split(":") for pair in text.split(";") if pair.strip()]
    if not pairs or any(len(pair) != 2 for pair in pairs):  # noqa: PLR2004 - a pair is two
        raise refusal(found=text)
    return [(first, second) for first, second in pairs]


def _repayments(text: str, _line: Line) -> tuple[Repayment, ...]:
    pairs = _pairs(text, UnreadableRepayment)
    return tuple(sorted(Repayment(written.day(day), written.won(amount)) for day, amount in pairs))


def _arrears(text: str, _line: Line) -> tuple[Period, ...]:
    pairs = _pairs(text, UnreadableArrears)
    return tuple(sorted(Period(written.day(since), written.day(until)) for since, until in pairs))


def _plain(read: Callable[[str], Any]) -> Callable[[str, Line], Any]:
    """A reading that needs to know nothing of the line."""
    return lambda text, _line: read(text)


def _party(text: str) -> str:
    return BusinessNumber.of(text).digits


FIELDS: dict[str, Callable[[str, Line], Any]] = {
    "id": _plain(str),
    "party": _plain(_party),
    "amount": _plain(written.won),
    "on": _plain(written.day),
    "kind": _kind,
    "principal": _plain(written.won),
    "start": _plain(written.day),
    "end": _plain(written.day),
    "repayments": _repayments,
    "from": _plain(written.day),
    "until": _plain(written.day),
    "interest_paid": _plain(written.won_or_zero),
    "arrears": _arrears,
    "count": _plain(written.count),
    "times": _plain(written.count),
    "item": _plain(str),
    "spent": _plain(written.won),
    "quantity": _plain(written.count),
    "award": _plain(written.won),
}
"""How the text of each field is read."""
