"""What is not understood is refused with a sentence and leaves nothing: amounts, days, words, ids of others."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.written import Empty, NotAKind, ResidentNumber, TooLong
from majungmul.programmes.reasons import NoSuchReason
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.actions.refund_interest import InterestNegative, RateOutOfRange
from majungmul.stages.settlement.actions.refund_refusals import (
    DayOutside,
    DueTooLate,
    DueTooSoon,
    MoreThanDue,
    MoreThanPaid,
    NothingReceived,
    NothingToReturn,
    RevocationNeeded,
)
from majungmul.stages.settlement.actions.sanctions import ExcludedTooLong
from majungmul.values.rate import NotARate
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_city, a_key, an_officer
from tests.stages.settlement.refund_givens import (
    AUGUST,
    TODAY,
    Given,
    city_proposed,
    given,
    ordered,
    proposed,
    revoked,
    submitted,
    today,
)
from tests.stages.world import at

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db

RESIDENT = "801201-1234567"

PROPOSED: list[tuple[dict[str, Any], type[Refusal]]] = [
    ({"principal": Won(0)}, NothingToReturn),
    ({"principal": Won(-1)}, NothingToReturn),
    ({"principal": Won(10**15)}, MoreThanPaid),
    ({"kind": "gift"}, NotAKind),
    ({"kind": ""}, NotAKind),
    ({"kind": "revoked"}, RevocationNeeded),
    ({"revocation": uuid4()}, NotHere),
    ({"line": uuid4()}, NotHere),
    ({"reason": " \u200b "}, Empty),
    ({"reason": "가" * 501}, TooLong),
    ({"reason": f"담당 {RESIDENT}"}, ResidentNumber),
    ({"law": "법" * 201}, TooLong),
    ({"pay_to": RESIDENT}, ResidentNumber),
    ({"due_on": date(2018, 7, 31)}, DueTooSoon),
    ({"due_on": date(9999, 12, 31)}, DueTooLate),
    ({"wronged_on": date(2018, 8, 2)}, DayOutside),
    ({"wronged_on": date(1900, 1, 1)}, DayOutside),
    ({"interest_since": date(2018, 7, 11)}, DayOutside),
    ({"interest_basis": "free"}, NotAKind),
    ({"interest_because": RESIDENT}, ResidentNumber),
    ({"interest_because": "셈" * 301}, TooLong),
]


def test_a_proposal() -> None:
    on = given()
    for said, why in PROPOSED:
        with refused(why) as caught:
            proposed(on, **said)
        assert "{" not in str(caught.value)


INTEREST: list[tuple[dict[str, Any], type[Refusal]]] = [
    ({"interest": Won(-1)}, InterestNegative),
    ({"interest_basis": "agreed", "interest_rate": ""}, NotARate),
    ({"interest_basis": "agreed", "interest_rate": "0"}, RateOutOfRange),
    ({"interest_basis": "agreed", "interest_rate": "21%"}, RateOutOfRange),
    ({"interest_basis": "agreed", "interest_rate": "-3%"}, RateOutOfRange),
]


def test_interest() -> None:
    on = given()
    row = revoked(on.world)
    for said, why in INTEREST:
        with refused(why):
            city_proposed(on, row, **said)


def test_grounds_of_today() -> None:
    on = given()
    for code in ("", "agreement", "x" * 300):
        with refused(NoSuchReason):
            proposed(on, TODAY, **today(grounds=code))


def test_payments() -> None:
    on = given()
    refund = ordered(on)
    cases: list[tuple[date, tuple[Won, ...], type[Refusal]]] = [
        (date(2018, 8, 3), (), DayOutside),
        (date(2018, 7, 31), (), DayOutside),
        (date(2018, 8, 2), (Won(0),), NothingReceived),
        (date(2018, 8, 2), (Won(-1),), NothingReceived),
        (date(2018, 8, 2), (Won(1_000_001),), MoreThanDue),
        (date(2018, 8, 2), (Won(1), Won(1)), MoreThanDue),
    ]
    for day, amounts, why in cases:
        with refused(why):
            settlement.receive_refund(refund.pk, day, *amounts, by=on.world.officer, at=at(8, 2), key=a_key())


@pytest.mark.parametrize(
    ("text", "why"), [("", Empty), ("가" * 501, TooLong), (f"연락 {RESIDENT}", ResidentNumber)]
)
def test_words(text: str, why: type[Refusal]) -> None:
    on = given()
    waiting, refund = proposed(on), ordered(on)
    world = on.world
    acts: list[Callable[[], object]] = [
        lambda: settlement.send_back_refund(waiting.pk, text, by=world.approver, at=AUGUST, key=a_key()),
        lambda: settlement.withdraw_refund(refund.pk, text, by=world.approver, at=AUGUST, key=a_key()),
        lambda: settlement.file_objection(refund.pk, text, by=world.officer, at=AUGUST, key=a_key()),
        lambda: submitted(world, facts=text),
    ]
    for act in acts:
        with refused(why):
            act()


def test_an_exclusion_without_an_end_or_of_no_kind() -> None:
    on = given()
    refund = ordered(on)
    settlement.notify_city(refund.pk, date(2018, 8, 1), by=on.world.officer, at=AUGUST, key=a_key())
    by = on.world.city_approver
    with refused(ExcludedTooLong):
        settlement.exclude(
            refund.pk, "excluded", (date(2018, 8, 1), date.max), "공고", by=by, at=AUGUST, key=a_key()
        )
    with refused(NotAKind):
        settlement.exclude(
            refund.pk, "x", (date(2018, 8, 1), date(2019, 8, 1)), "공고", by=by, at=AUGUST, key=a_key()
        )
    with refused(Refusal):
        settlement.exclude(
            refund.pk, "excluded", (date(2018, 8, 2), date(2018, 8, 1)), "공고", by=by, at=AUGUST, key=a_key()
        )


def test_rows_of_others_are_not_there() -> None:
    on = given()
    refund = ordered(on)
    stranger = an_officer(a_city())
    for act in (
        lambda: settlement.receive_refund(refund.pk, date(2018, 8, 1), by=stranger, at=AUGUST, key=a_key()),
        lambda: proposed(on, by=stranger),
        lambda: settlement.order_refund(on.award.pk, by=on.world.approver, at=AUGUST, key=a_key()),
        lambda: settlement.revoke(refund.pk, by=on.world.approver, at=AUGUST, key=a_key()),
        lambda: settlement.answer_objection(
            refund.pk, "답", upheld=True, by=on.world.approver, at=AUGUST, key=a_key()
        ),
        lambda: settlement.propose_refund(
            settlement.RefundDraft(
                line=on.award.pk, kind="wrong", principal=Won(1), reason="x", due_on=date(2018, 8, 31)
            ),
            by=on.world.officer,
            at=AUGUST,
            key=a_key(),
        ),
    ):
        with refused(NotHere):
            act()


def test_the_city_is_not_told_before_the_order_nor_in_the_future() -> None:
    on = given()
    refund = ordered(on)
    for day in (date(2018, 7, 31), date(2018, 8, 2)):
        with refused(DayOutside):
            settlement.notify_city(refund.pk, day, by=on.world.officer, at=AUGUST, key=a_key())


def test_the_same_request_twice_is_one_order_and_one_payment() -> None:
    on: Given = given()
    refund, key = proposed(on), a_key()
    for _ in range(2):
        settlement.order_refund(refund.pk, by=on.world.approver, at=AUGUST, key=key)
    key = a_key()
    for _ in range(2):
        row = settlement.receive_refund(
            refund.pk, date(2018, 8, 1), Won(400_000), by=on.world.officer, at=AUGUST, key=key
        )
    assert row.payments.count() == 1
