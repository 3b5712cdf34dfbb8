"""Two rows of one body: both stay, one points at the other, and what is asked of one is asked of both."""

from datetime import date, timedelta

import pytest

from majungmul.books.parties.actions.accounts import confirm_account, enter_account
from majungmul.books.parties.actions.bodies import (
    MergedAway,
    add_alias,
    enter_business_number,
    register,
    rename,
)
from majungmul.books.parties.actions.facts import move, new_representative
from majungmul.books.parties.actions.merging import NumberWouldBeHidden, WithItself, merge
from majungmul.books.parties.actions.sanctions import sanction
from majungmul.books.parties.models import Organisation
from majungmul.books.parties.queries.accounts import account_at, accounts_of
from majungmul.books.parties.queries.bodies import (
    address_on,
    by_number,
    family,
    find,
    representative_on,
    representatives_of,
    sanctions_on,
    standing,
)
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.written import Empty
from majungmul.values.actor import Actor
from tests.database import refused
from tests.given import NOON, a_business_number, a_city, a_cooperative, a_key, an_officer

pytestmark = pytest.mark.django_db

SPRING, SUMMER = date(2018, 3, 1), date(2018, 6, 1)
LATER = NOON + timedelta(days=1)


def named(by: Actor, name: str, number: str = "") -> Organisation:
    return register("cooperative", name, number, by=by, at=NOON, key=a_key())


def merged(absorbed: Organisation, into: Organisation, by: Actor) -> Organisation:
    return merge(absorbed.pk, into.pk, "사업자등록증으로 확인", by=by, at=LATER, key=a_key())


def test_both_rows_stay_and_are_found_as_one() -> None:
    officer = an_officer()
    short, full = named(officer, "흄관(조)"), a_cooperative(officer)
    pointing = merged(short, full, officer)
    assert (pointing.merged_into, pointing.merge_reason) == (full, "사업자등록증으로 확인")
    assert pointing.name == "흄관(조)"
    assert find(officer.jurisdiction, "흄관(조)").same == [full]
    assert standing(pointing) == standing(full) == full
    assert family(pointing) == family(full) == [full.pk, short.pk]


def test_a_number_leads_to_the_body_whichever_row_has_it() -> None:
    officer = an_officer()
    one, other = a_cooperative(officer), a_cooperative(officer)
    merged(one, other, officer)
    assert by_number(officer.jurisdiction, one.business_number) == other
    assert by_number(officer.jurisdiction, other.business_number) == other


def test_rows_merged_one_after_another_lead_to_the_last() -> None:
    officer = an_officer()
    first, second, third = named(officer, "하나"), named(officer, "둘"), named(officer, "셋")
    merged(first, second, officer)
    merged(second, third, officer)
    assert standing(Organisation.objects.get(pk=first.pk)) == third
    assert family(first) == [third.pk, second.pk, first.pk]
    assert find(officer.jurisdiction, "하나").same == [third]


def test_what_looks_alike_among_one_bodys_names_is_asked_once() -> None:
    officer = an_officer()
    one, other = named(officer, "가나(조)"), named(officer, "가나(연)")
    merged(one, other, officer)
    found = find(officer.jurisdiction, "가나(사)")
    assert (found.same, found.alike) == ([], [other])


def test_both_histories_are_asked_together() -> None:
    city = a_city()
    officer, second, head = an_officer(city), an_officer(city), an_officer(city, role="approver")
    short, full = named(officer, "흄관(조)"), a_cooperative(officer)
    old = new_representative(short.pk, "홍길동", "이사장", SPRING, by=officer, at=NOON, key=a_key())
    place = move(short.pk, "서울특별시 가상구 1", SPRING, by=officer, at=NOON, key=a_key())
    account = enter_account(
        short.pk, "가상은행", "000-11-222222", "흄관(조)", by=officer, at=NOON, key=a_key()
    )
    confirm_account(account.pk, by=second, at=NOON, key=a_key())
    days = (SPRING, None)
    bar = sanction(short.pk, "restricted", days, "제32조제3항", "거짓 신청", by=head, at=NOON, key=a_key())
    merged(short, full, officer)
    assert representative_on(full, SPRING) == old
    assert address_on(full, SPRING) == place
    assert accounts_of(full) == [account]
    assert account_at(full, NOON) == account
    assert sanctions_on(full, SPRING) == [bar]
    new = new_representative(full.pk, "성춘향", "이사장", SUMMER, by=officer, at=LATER, key=a_key())
    assert representative_on(short, SUMMER) == new
    assert representatives_of(short) == [new, old]


# ── refused ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_merged_row_is_changed_no_more() -> None:
    city = a_city()
    officer, second = an_officer(city), an_officer(city)
    short, full = named(officer, "흄관(조)"), a_cooperative(officer)
    account = enter_account(
        short.pk, "가상은행", "000-11-222222", "흄관(조)", by=officer, at=NOON, key=a_key()
    )
    merged(short, full, officer)
    said = f"이 단체는 ‘{full.name}’에 합쳐졌습니다. ‘{full.name}’에서 다시 해 주십시오."
    with refused(MergedAway) as caught:
        rename(short.pk, "다른 이름", by=officer, at=LATER, key=a_key())
    assert str(caught.value) == said
    with refused(MergedAway):
        add_alias(short.pk, "다른 이름", by=officer, at=LATER, key=a_key())
    with refused(MergedAway):
        enter_business_number(short.pk, a_business_number(), by=officer, at=LATER, key=a_key())
    with refused(MergedAway):
        confirm_account(account.pk, by=second, at=LATER, key=a_key())


def test_merging_never_goes_in_a_circle() -> None:
    officer = an_officer()
    one, other = named(officer, "하나"), named(officer, "둘")
    merged(one, other, officer)
    with refused(MergedAway):
        merged(other, one, officer)
    with refused(MergedAway):
        merged(one, other, officer)
    with refused(WithItself) as caught:
        merged(other, other, officer)
    assert str(caught.value) == "‘둘’을(를) 스스로와 합칠 수 없습니다. 다른 단체를 골라 주십시오."


def test_the_row_with_the_number_stays() -> None:
    officer = an_officer()
    short, full = named(officer, "흄관(조)"), a_cooperative(officer)
    with refused(NumberWouldBeHidden) as caught:
        merged(full, short, officer)
    assert str(caught.value) == (
        f"‘{full.name}’에는 사업자등록번호가 있고 남길 단체에는 없습니다. "
        "거꾸로, 번호가 있는 쪽으로 합쳐 주십시오."
    )


def test_merging_needs_a_reason_and_one_city() -> None:
    officer, elsewhere = an_officer(), an_officer()
    one, other, theirs = named(officer, "하나"), named(officer, "둘"), named(elsewhere, "하나")
    with refused(Empty):
        merge(one.pk, other.pk, " ", by=officer, at=LATER, key=a_key())
    for pair in ((one, theirs), (theirs, one)):
        with refused(NotHere):
            merged(*pair, officer)
