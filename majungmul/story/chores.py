"""때마다 하는 일 — what no act of the product does for them (taxes, the council), finished by hand before its day."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from majungmul.books.duties.actions import finish
from majungmul.books.duties.queries import agenda, agenda_of_party
from majungmul.story.people import CITY_OFFICER, COOPERATIVES, OFFICER, OPERATOR
from majungmul.story.telling import Row, Rows, Script
from majungmul.values.actor import Actor

BY_HAND = frozenset(
    {
        "withholding_payment",
        "e_invoice_check",
        "general_meeting",
        "audit_appointment",
        "audit_appointment_notice",
        "property_change_report",
        "vat_return",
        "fraud_check_first_half",
        "fraud_check_year_end",
        "fraud_check_second_half",
        "budget_request",
        "budget_review",
        "budget_bill",
        "change_request",
        "spending_check",
        "staff_changes",
        "last_interest_claim",
        "results_check",
        "audit_statements",
        "audit_opinion",
        "audit_report",
        "disclosure",
        "publication",
        "evaluation",
        "evaluation_to_council",
        "operator_notice",
        "objection",
        "records_kept",
    }
)
"""Duties that end outside this program."""
DAYS = (9, 25)
AHEAD = timedelta(days=11)


def tell_chores(script: Script, *, later: int = 0) -> None:
    """Twice a month, what is due in the next days is done: by the city, and by the operator for the rest."""
    for month in range(1, 13):
        for day in DAYS:
            at, when = script.on(month, day, 9, later=later), f"{later}.{month}.{day}"
            script.add(at, f"chores.city.{when}", "시의 때마다 하는 일", tidy_own, CITY_OFFICER)
            script.add(at, f"chores.{when}", "때마다 하는 일", tidy_theirs, OFFICER, _bodies)


def tidy_own(*, by: Actor, at: datetime, key: str) -> None:
    """The duties of one's own position that are due in the next days are finished."""
    _finish(agenda(by.jurisdiction, [by.position], on=at.date()).values(), by=by, at=at, key=key)


def tidy_theirs(bodies: list[Row], *, by: Actor, at: datetime, key: str) -> None:
    """The duties of these bodies that are due in the next days are finished."""
    for body in bodies:
        _finish(agenda_of_party(by.jurisdiction, body, on=at.date()).values(), by=by, at=at, key=key)


def _bodies(rows: Rows) -> list[Row]:
    return [rows[code].pk for code in (OPERATOR, *(each.code for each in COOPERATIVES))]


def _finish(buckets: Iterable[list[Row]], *, by: Actor, at: datetime, key: str) -> None:
    last = at.date() + AHEAD
    for duty in (duty for duties in buckets for duty in duties):
        if duty.code in BY_HAND and duty.due_on <= last:
            finish(duty.pk, "마침(가상)", by=by, at=at, key=f"{key}:{duty.pk}")
