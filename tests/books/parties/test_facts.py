"""Representatives, addresses, accounts and sanctions: each with its day, and none is lost."""

from datetime import date, timedelta

import pytest

from majungmul.books.parties.actions.accounts import (
    AccountThere,
    ConfirmedAlready,
    Superseded,
    confirm_account,
    enter_account,
)
from majungmul.books.parties.actions.facts import move, new_representative
from majungmul.books.parties.actions.sanctions import LiftedAlready, lift, sanction
from majungmul.books.parties.actions.succession import LaterAlready
from majungmul.books.parties.models import BankAccount, Organisation, Sanction
from majungmul.books.parties.queries.accounts import account_at, accounts_of
from majungmul.books.parties.queries.bodies import (
    address_on,
    representative_on,
    representatives_of,
    sanctions_on,
)
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.require import NotAllowed, SamePerson
from majungmul.books.parties.written import Empty, NotAKind, NotAnAccountNumber, ResidentNumber
from majungmul.values.actor import Actor
from majungmul.values.period import EndsBeforeStart
from tests.database import refused
from tests.given import NOON, a_city, a_cooperative, a_key, an_officer

pytestmark = pytest.mark.django_db

FEBRUARY, JUNE = date(2018, 2, 20), date(2018, 6, 1)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def stands_for(body: Organisation, name: str, since: date, by: Actor) -> None:
    new_representative(body.pk, name, "이사장", since, by=by, at=NOON, key=a_key())


def who_on(body: Organisation, on: date) -> str:
    found = representative_on(body, on)
    return found.name if found else "없음"


# ── representatives and addresses ────────────────────────────────────────────────────────────────────────


def test_a_new_representative_ends_the_former_ones_period_that_day() -> None:
    officer = an_officer()
    body = a_cooperative(officer)
    stands_for(body, "홍길동", date(2014, 2, 20), officer)
    stands_for(body, "성춘향", FEBRUARY, officer)
    assert [who_on(body, FEBRUARY - DAY), who_on(body, FEBRUARY)] == ["홍길동", "성춘향"]
    assert who_on(body, date(2014, 2, 19)) == "없음"
    assert [(row.name, row.until) for row in representatives_of(body)] == [
        ("성춘향", None),
        ("홍길동", FEBRUARY),
    ]


def test_a_name_mistyped_is_entered_again_for_the_same_day() -> None:
    officer = an_officer()
    body = a_cooperative(officer)
    stands_for(body, "홍길동", date(2014, 2, 20), officer)
    stands_for(body, "성춘항", FEBRUARY, officer)
    stands_for(body, "성춘향", FEBRUARY, officer)
    assert [who_on(body, FEBRUARY - DAY), who_on(body, FEBRUARY)] == ["홍길동", "성춘향"]
    assert [row.name for row in representatives_of(body)] == ["성춘향", "홍길동"]


def test_no_representative_is_entered_before_a_later_one() -> None:
    officer = an_officer()
    body = a_cooperative(officer)
    stands_for(body, "성춘향", FEBRUARY, officer)
    with refused(LaterAlready) as caught:
        stands_for(body, "홍길동", FEBRUARY - DAY, officer)
    assert str(caught.value) == (
        "2018. 2. 20.부터의 대표자 기록이 이미 있습니다. "
        "그보다 늦은 날을 적거나, 그 기록을 먼저 고쳐 주십시오."
    )


def test_a_body_moves() -> None:
    officer = an_officer()
    body = a_cooperative(officer)
    move(body.pk, "서울특별시 가상구 가상로 1", FEBRUARY, by=officer, at=NOON, key=a_key())
    move(body.pk, "서울특별시 상상구 상상로 2", JUNE, by=officer, at=NOON, key=a_key())
    before, after = address_on(body, JUNE - DAY), address_on(body, JUNE)
    assert before is not None
    assert after is not None
    assert [before.text, after.text] == ["서울특별시 가상구 가상로 1", "서울특별시 상상구 상상로 2"]
    assert address_on(body, FEBRUARY - DAY) is None
    with refused(LaterAlready):
        move(body.pk, "다른 곳", FEBRUARY, by=officer, at=NOON, key=a_key())
    with refused(Empty):
        move(body.pk, "", JUNE + DAY, by=officer, at=NOON, key=a_key())


# ── accounts ─────────────────────────────────────────────────────────────────────────────────────────────


def an_account(body: Organisation, by: Actor, number: str = "000-11-222222") -> BankAccount:
    return enter_account(body.pk, "가상은행", number, "가상조합", by=by, at=NOON, key=a_key())


def test_an_account_is_paid_to_once_another_person_confirmed_it() -> None:
    city = a_city()
    one, other = an_officer(city), an_officer(city)
    body = a_cooperative(one)
    account = an_account(body, one)
    assert (account.number, account.holder, account.bank) == ("000-11-222222", "가상조합", "가상은행")
    assert account_at(body, NOON + HOUR) is None
    confirmed = confirm_account(account.pk, by=other, at=NOON + HOUR, key=a_key())
    assert (confirmed.entered_by_id, confirmed.confirmed_by_id) == (one.person, other.person)
    assert account_at(body, NOON) is None
    assert account_at(body, NOON + HOUR) == account


def test_a_changed_account_is_a_new_row_and_the_old_one_is_paid_until_it_is_confirmed() -> None:
    city = a_city()
    one, other = an_officer(city), an_officer(city)
    body = a_cooperative(one)
    old = an_account(body, one)
    confirm_account(old.pk, by=other, at=NOON, key=a_key())
    new = enter_account(
        body.pk, "가상은행", "000-99-888888", "가상조합", by=other, at=NOON + HOUR, key=a_key()
    )
    assert account_at(body, NOON + HOUR) == old
    confirm_account(new.pk, by=one, at=NOON + 2 * HOUR, key=a_key())
    assert account_at(body, NOON + 2 * HOUR) == new
    assert account_at(body, NOON + HOUR) == old
    assert [(row.number, row.entered_by.pk) for row in accounts_of(body)] == [
        ("000-99-888888", other.person),
        ("000-11-222222", one.person),
    ]


def test_nobody_confirms_what_they_entered() -> None:
    city = a_city()
    one = an_officer(city)
    account = an_account(a_cooperative(one), one)
    with refused(SamePerson) as caught:
        confirm_account(account.pk, by=one, at=NOON, key=a_key())
    assert str(caught.value) == "같은 사람이 두 일을 모두 할 수 없습니다. 다른 사람이 하도록 넘겨 주십시오."


def test_an_account_is_confirmed_once_and_only_the_newest() -> None:
    city = a_city()
    one, other = an_officer(city), an_officer(city)
    body = a_cooperative(one)
    old = an_account(body, one)
    confirm_account(old.pk, by=other, at=NOON, key=a_key())
    with refused(ConfirmedAlready) as caught:
        confirm_account(old.pk, by=other, at=NOON, key=a_key())
    assert str(caught.value) == "이 계좌는 2018. 3. 2.에 이미 확인되었습니다. 다시 확인하지 않아도 됩니다."
    second = an_account(body, one, "000-99-888888")
    an_account(body, one, "000-77-666666")
    with refused(Superseded) as later:
        confirm_account(second.pk, by=other, at=NOON, key=a_key())
    assert str(later.value) == (
        "그 뒤에 적은 가상은행 •••-••-••6666 계좌가 있습니다. 가장 나중에 적은 계좌를 확인해 주십시오."
    )


def test_the_same_account_again_is_refused() -> None:
    officer = an_officer()
    body = a_cooperative(officer)
    an_account(body, officer)
    with refused(AccountThere) as caught:
        an_account(body, officer, "00011222222")
    assert str(caught.value) == (
        "가상은행 •••-••-••2222 계좌는 이미 적혀 있습니다. "
        "다른 사람의 확인을 받거나, 바뀐 계좌를 적어 주십시오."
    )


@pytest.mark.parametrize(
    "number", ["", "1234567", "12345678901234567", "계좌", "123--45678", "-12345678", "1234567a"]
)
def test_an_account_number_of_another_shape_is_refused(number: str) -> None:
    officer = an_officer()
    body = a_cooperative(officer)
    with refused(NotAnAccountNumber):
        an_account(body, officer, number)


def test_a_resident_number_is_no_account_and_thirteen_digits_may_be_one() -> None:
    officer = an_officer()
    body = a_cooperative(officer)
    with refused(ResidentNumber):
        an_account(body, officer, "900101-1234567")
    assert an_account(body, officer, "３０１ 0123 4567 81").number == "301-0123-4567-81"
    assert an_account(a_cooperative(officer), officer, "3010123456781").number == "3010123456781"


def test_a_number_is_shown_by_its_last_four_digits() -> None:
    assert BankAccount(number="000-11-222222").masked == "•••-••-••2222"
    assert BankAccount(number="12345678").masked == "••••5678"
    assert BankAccount(number="").masked == ""


# ── sanctions ────────────────────────────────────────────────────────────────────────────────────────────

LAW = "지방보조금법 제32조제3항"


def a_sanction(body: Organisation, by: Actor, until: date | None = None) -> Sanction:
    days = (FEBRUARY, until)
    return sanction(body.pk, "restricted", days, LAW, "거짓 신청", by=by, at=NOON, key=a_key())


def test_a_sanction_is_in_force_on_its_days() -> None:
    city = a_city()
    head = an_officer(city, role="approver")
    body = a_cooperative(an_officer(city))
    imposed = a_sanction(body, head, JUNE)
    days = (FEBRUARY - DAY, FEBRUARY, JUNE - DAY, JUNE)
    assert [sanctions_on(body, day) for day in days] == [[], [imposed], [imposed], []]
    assert (imposed.kind, imposed.article, imposed.reason) == ("restricted", LAW, "거짓 신청")


def test_a_sanction_is_lifted() -> None:
    city = a_city()
    head = an_officer(city, role="approver")
    body = a_cooperative(an_officer(city))
    imposed = a_sanction(body, head)
    lifted = lift(imposed.pk, JUNE, "소명을 받아들임", by=head, at=NOON, key=a_key())
    assert (lifted.until, lifted.lift_reason) == (JUNE, "소명을 받아들임")
    assert [len(sanctions_on(body, day)) for day in (JUNE - DAY, JUNE)] == [1, 0]
    with refused(LiftedAlready) as caught:
        lift(imposed.pk, JUNE, "다시", by=head, at=NOON, key=a_key())
    assert str(caught.value) == "이 제재는 2018. 5. 31.에 이미 끝났습니다."


def test_a_sanction_against_the_wrong_body_is_taken_back() -> None:
    city = a_city()
    head = an_officer(city, role="approver")
    body = a_cooperative(an_officer(city))
    imposed = a_sanction(body, head)
    lift(imposed.pk, FEBRUARY, "다른 단체의 제재", by=head, at=NOON, key=a_key())
    assert sanctions_on(body, FEBRUARY) == []
    assert Sanction.objects.get().never_held


def test_a_sanction_is_the_mayors_with_article_reason_and_an_end_after_its_beginning() -> None:
    city = a_city()
    head, officer, elsewhere = (
        an_officer(city, role="approver"),
        an_officer(city),
        an_officer(role="approver"),
    )
    body = a_cooperative(officer)
    with refused(NotAllowed):
        a_sanction(body, officer)
    with refused(NotHere):
        a_sanction(body, elsewhere)
    with refused(EndsBeforeStart):
        a_sanction(body, head, FEBRUARY)
    days = (FEBRUARY, JUNE)
    with refused(NotAKind):
        sanction(body.pk, "fined", days, LAW, "거짓 신청", by=head, at=NOON, key=a_key())
    with refused(Empty):
        sanction(body.pk, "barred", days, "", "거짓 신청", by=head, at=NOON, key=a_key())
    with refused(Empty):
        sanction(body.pk, "barred", days, LAW, "", by=head, at=NOON, key=a_key())
    imposed = a_sanction(body, head)
    with refused(Empty):
        lift(imposed.pk, JUNE, "", by=head, at=NOON, key=a_key())
