"""What a person may do wrong with money: refused with a sentence, and the whole database stays as it was."""

from collections.abc import Callable
from typing import Any

import pytest

from majungmul.books.ledger import accounts, postings
from majungmul.books.ledger.kinds import Role
from majungmul.books.ledger.models import Account, Transfer
from majungmul.books.ledger.refusals import (
    NoReason,
    NotArrived,
    NotEnough,
    NothingPending,
    NothingToMove,
    NotToBeReversed,
    OtherLimit,
    OtherYear,
    OverLimit,
    ReversedAlready,
)
from majungmul.books.trail.recorded import OnlyRowByRow
from majungmul.books.trail.running import OtherStagesRow, OutsideAnAction
from majungmul.values.refusal import Refusal
from majungmul.values.won import LIMIT, ZERO, TooLarge, Won
from tests.books.a_stage import inside
from tests.books.ledger.standing import Standing, decided, standing
from tests.database import refused
from tests.given import a_city, an_officer

pytestmark = pytest.mark.django_db

WHY = "사유"
Try = Callable[[Standing], Any]


@pytest.fixture
def on() -> Standing:
    return decided()


REFUSED: list[tuple[str, type[Refusal], Try, str]] = [
    (
        "a cut below what is committed",
        NotEnough,
        lambda on: postings.cut(on.line, Won(200_001), WHY),
        "‘협업 지원금’에서 아직 쓰거나 쓰기로 하지 않은 금액은 200,000원인데 200,001원을 요청했습니다.",
    ),
    (
        "a reallocation of what is committed",
        NotEnough,
        lambda on: postings.reallocate(on.line, on.other_line, Won(700_000), WHY),
        "200,000원인데 700,000원",
    ),
    (
        "a decision beyond the line",
        NotEnough,
        lambda on: postings.decide(on.granted, Won(200_001)),
        "1원 줄여",
    ),
    (
        "a release of what the operator has promised on",
        NotEnough,
        lambda on: (
            postings.decide(on.supported, Won(150_000)),
            postings.release(on.granted, Won(100_000), WHY),
        ),
        "‘교부결정’에서 아직 쓰거나 쓰기로 하지 않은 금액은 50,000원인데",
    ),
    (
        "a payment of what has not arrived",
        NotArrived,
        lambda on: (
            postings.decide(on.supported, Won(200_000)),
            postings.pay(on.recipient, Won(450_000)),
        ),
        "들어와 있는 금액은 400,000원인데 450,000원을 요청했습니다. 돈이 들어온 뒤에 하거나 50,000원 줄여",
    ),
    (
        "a payment beyond the decision",
        NothingPending,
        lambda on: postings.pay(on.recipient, Won(300_001)),
        "예정된 금액은 300,000원인데 300,001원",
    ),
    (
        "a payment beyond the cap",
        OverLimit,
        lambda on: postings.pay(on.capped, Won(100_001)),
        "‘가상기업’의 한도 100,000원 가운데 남은 금액은 100,000원인데 100,001원을 요청했습니다. 1원 줄여",
    ),
    (
        "a promise beyond the cap",
        OverLimit,
        lambda on: (
            postings.promise(on.capped, Won(60_000)),
            postings.promise(on.capped, Won(40_001)),
        ),
        "남은 금액은 40,000원",
    ),
    (
        "a disbursement beyond the decision",
        NothingPending,
        lambda on: postings.disburse(on.granted, Won(100_001)),
        "예정된 금액은 100,000원",
    ),
    (
        "a release of more than is pending",
        NothingPending,
        lambda on: postings.release(on.granted, Won(100_001), WHY),
        "예정된 금액은 100,000원",
    ),
    (
        "a redistribution of what is promised on",
        NotEnough,
        lambda on: postings.redistribute(on.granted, on.other_granted, Won(200_001), WHY),
        "200,000원인데 200,001원",
    ),
    (
        "a recognition beyond what was paid",
        NotEnough,
        lambda on: postings.recognise(on.recipient, Won(1)),
        "0원인데 1원",
    ),
    (
        "a return order beyond what stands there",
        NotArrived,
        lambda on: postings.order_return(on.granted, Won(400_001), WHY),
        "400,000원인데 400,001원",
    ),
    (
        "a return that nobody ordered",
        NothingPending,
        lambda on: postings.receive_return(on.granted, Won(1)),
        "예정된 금액은 0원",
    ),
    (
        "spending again more than came back",
        NotEnough,
        lambda on: postings.reuse(on.granted, Won(1), WHY),
        "0원인데 1원",
    ),
    (
        "a bounce of more than was paid",
        ReversedAlready,
        lambda on: (
            postings.pay(on.recipient, Won(100_000)),
            postings.bounce(on.recipient, Won(100_001), WHY),
        ),
        "되돌릴 수 있는 금액은 100,000원인데 100,001원",
    ),
    (
        "a bounce of what is recognised",
        NotEnough,
        lambda on: (
            postings.pay(on.recipient, Won(100_000)),
            postings.recognise(on.recipient, Won(100_000)),
            postings.bounce(on.recipient, Won(1), WHY),
        ),
        "0원인데 1원",
    ),
    (
        "a correction twice",
        ReversedAlready,
        lambda on: [
            postings.correct(on.other_line.credits.get(phase="single"), Won(200_000), WHY) for _ in range(2)
        ],
        "되돌릴 수 있는 금액은 100,000원인데 200,000원",
    ),
    ("nothing", NothingToMove, lambda on: postings.decide(on.granted, ZERO), "1원 이상을 적어"),
    ("less than nothing", NothingToMove, lambda on: postings.pay(on.recipient, Won(-1)), "△1원"),
    (
        "a redistribution of nothing",
        NothingToMove,
        lambda on: postings.redistribute(on.granted, on.other_granted, ZERO, WHY),
        "0원",
    ),
    ("a disbursement of nothing", NothingToMove, lambda on: postings.disburse(on.granted, ZERO), "0원"),
    ("a release of less", NothingToMove, lambda on: postings.release(on.granted, Won(-1), WHY), "△1원"),
    ("a cut without a reason", NoReason, lambda on: postings.cut(on.line, Won(1), " "), "‘추경 감액’에는"),
    (
        "a release without a reason",
        NoReason,
        lambda on: postings.release(on.granted, Won(1), ""),
        "‘감액·취소·해제’에는",
    ),
    (
        "a bounce without a reason",
        NoReason,
        lambda on: (postings.pay(on.recipient, Won(1)), postings.bounce(on.recipient, Won(1), "")),
        "‘지급’에는",
    ),
    (
        "totals beyond what Won holds",
        TooLarge,
        lambda on: postings.appropriate(on.plan, Won(LIMIT)),
        "1,000조",
    ),
]


@pytest.mark.parametrize(
    ("reason", "attempt", "says"), [case[1:] for case in REFUSED], ids=[c[0] for c in REFUSED]
)
def test_it_is_refused_with_its_sentence(
    on: Standing, reason: type[Refusal], attempt: Try, says: str
) -> None:
    with refused(by=reason) as caught:
        inside(on.officer, lambda: attempt(on))
    assert says in str(caught.value)


def test_a_promise_is_taken_back_and_not_reversed(on: Standing) -> None:
    promise = Transfer.objects.get(debit=on.granted, credit=on.supported)
    with refused(by=NotToBeReversed) as caught:
        inside(on.officer, lambda: postings.correct(promise, Won(1), WHY))
    assert "‘교부·지원결정’은(는) 예정입니다" in str(caught.value)


def test_accounts_of_two_years_do_not_meet(on: Standing) -> None:
    next_year = standing(on.officer, year=2019)
    with refused(by=OtherYear):
        inside(on.officer, lambda: postings.reallocate(on.line, next_year.line, Won(1), WHY))


def test_accounts_of_two_jurisdictions_do_not_meet(on: Standing) -> None:
    elsewhere = standing(an_officer(a_city()))
    with refused(by=OtherYear):
        inside(on.officer, lambda: postings.reallocate(on.line, elsewhere.line, Won(1), WHY))


def test_a_payee_keeps_the_cap_that_it_was_opened_with(on: Standing) -> None:
    assert on.capped.party_id

    def story() -> Account:
        assert on.capped.party_id
        return accounts.open_payee(on.supported, on.capped.party_id, Role.RECIPIENT, "가상기업", Won(200_000))

    with refused(by=OtherLimit) as caught:
        inside(on.officer, story)
    assert "한도 100,000원(으)로 이미 열려 있어 200,000원(으)로 바꿀 수 없습니다" in str(caught.value)


def test_an_account_is_opened_once(on: Standing) -> None:
    again = inside(on.officer, lambda: accounts.open_award(on.line, "grant", "교부결정"))
    assert again == on.granted


def test_nothing_moves_outside_an_action(on: Standing) -> None:
    with refused(by=OutsideAnAction):
        postings.decide(on.granted, Won(1))


def test_no_stage_writes_rows_of_the_ledger_itself(on: Standing) -> None:
    forged = Transfer(
        jurisdiction_id=on.officer.jurisdiction,
        debit=on.line,
        credit=on.granted,
        amount=Won(1),
        phase="pending",
        movement="decide",
        key="forged",
        at=Transfer.objects.all()[0].at,
    )
    with refused(by=OtherStagesRow):
        inside(on.officer, forged.save)
    with refused(by=OnlyRowByRow):
        Account.objects.filter(pk=on.line.pk).update(credits_posted=Won(9))
    with refused(by=OnlyRowByRow):
        Transfer.objects.all().delete()
