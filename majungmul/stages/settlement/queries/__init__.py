"""정산에 묻기 — settlements, what is still open of a year, a programme's year, orders to pay back; read only."""

from majungmul.stages.settlement.queries.interest import (
    interest_on,
    payments_of,
    unpaid_interest,
    unpaid_principal,
)
from majungmul.stages.settlement.queries.lateness import is_verified, lateness_of, verification_needed
from majungmul.stages.settlement.queries.programme_year import (
    Printed,
    Traded,
    YearOfProgramme,
    bodies_paid,
    year_of_programme,
)
from majungmul.stages.settlement.queries.refunding import (
    OpenRefund,
    last_day_of,
    last_day_to_object,
    objections_of,
    open_refunds,
    refunds_of,
    refunds_to_decide,
    revocations_of,
    tell_city_by,
)
from majungmul.stages.settlement.queries.settling import (
    Seen,
    lines_of,
    open_at_closing,
    owed_now,
    review_of,
    settlement_of,
    settlements_by,
    unsettled_of,
)
from majungmul.stages.settlement.queries.standing import (
    asked_back,
    may_be_asked_back,
    paid_under,
    pending_by_refunds,
    places_of,
)
from majungmul.stages.settlement.queries.yearly import MonthsOf, StillOpen, by_month, still_open

__all__ = [
    "MonthsOf",
    "OpenRefund",
    "Printed",
    "Seen",
    "StillOpen",
    "Traded",
    "YearOfProgramme",
    "asked_back",
    "bodies_paid",
    "by_month",
    "interest_on",
    "is_verified",
    "last_day_of",
    "last_day_to_object",
    "lateness_of",
    "lines_of",
    "may_be_asked_back",
    "objections_of",
    "open_at_closing",
    "open_refunds",
    "owed_now",
    "paid_under",
    "payments_of",
    "pending_by_refunds",
    "places_of",
    "refunds_of",
    "refunds_to_decide",
    "review_of",
    "revocations_of",
    "settlement_of",
    "settlements_by",
    "still_open",
    "tell_city_by",
    "unpaid_interest",
    "unpaid_principal",
    "unsettled_of",
    "verification_needed",
    "year_of_programme",
]
