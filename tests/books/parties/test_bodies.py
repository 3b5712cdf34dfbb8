"""Bodies: registered, named, numbered, found; two rows of one body merged."""

import pytest

from majungmul.books.parties.actions.bodies import (
    AliasThere,
    NameTaken,
    NumberTaken,
    NumberThere,
    SameName,
    add_alias,
    enter_business_number,
    register,
    rename,
)
from majungmul.books.parties.models import Organisation
from majungmul.books.parties.queries.bodies import by_number, find
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.require import NotAllowed
from majungmul.books.parties.written import Empty, NotAKind, ResidentNumber, TooLong
from majungmul.values.actor import Actor
from majungmul.values.business_number import NotTenDigits, WrongCheckDigit
from tests.database import refused
from tests.given import NOON, a_business_number, a_city, a_cooperative, a_key, an_officer

pytestmark = pytest.mark.django_db


def a_body(by: Actor, name: str, number: str = "") -> Organisation:
    return register("cooperative", name, number, by=by, at=NOON, key=a_key())


def found_as(by: Actor, name: str) -> list[Organisation]:
    return find(by.jurisdiction, name).same


def test_a_body_is_registered_and_found() -> None:
    officer, number = an_officer(), a_business_number()
    body = a_body(officer, " 가상 흄관  협동조합 ", f"{number[:3]}-{number[3:5]}-{number[5:]}")
    assert (body.name, body.business_number, body.kind) == ("가상 흄관 협동조합", number, "cooperative")
    assert by_number(officer.jurisdiction, number) == body
    assert found_as(officer, "가상흄관협동조합") == [body]
    assert by_number(officer.jurisdiction, "") is None


@pytest.mark.parametrize(
    ("alias", "written"),
    [
        ("흄관(조)", "흄관 (조)"),
        ("흄관(조)", "흄관（조）"),
        ("가구(연)", "가\u200b구(연)"),
        ("가구(연)", "가구\u3164[연]"),
        ("서울남북부수퍼(조)", "서울 남북부 수퍼(조)"),
        ("G밸리스마트(조)", "ｇ밸리스마트(조)"),
    ],
)
def test_a_body_is_found_as_people_write_it(alias: str, written: str) -> None:
    officer = an_officer()
    body = a_cooperative(officer)
    add_alias(body.pk, alias, by=officer, at=NOON, key=a_key())
    assert find(officer.jurisdiction, written).same == [body]
    assert find(officer.jurisdiction, written).alike == []


@pytest.mark.parametrize(
    ("alias", "written"),
    [
        ("G밸리스마트(조)", "G밸리스마트협동조합"),
        ("ABC인쇄(조)", "АВС인쇄(조)"),
        ("가나·다라(조)", "가나ㆍ다라(조)"),
        ("가구(연)", "가구(조)"),
    ],
)
def test_a_look_alike_is_asked_about_and_never_taken(alias: str, written: str) -> None:
    officer = an_officer()
    body = a_cooperative(officer)
    add_alias(body.pk, alias, by=officer, at=NOON, key=a_key())
    found = find(officer.jurisdiction, written)
    assert (found.same, found.alike) == ([], [body])
    assert a_body(officer, written) != body
    assert [len(way) for way in (find(officer.jurisdiction, written).same, found.alike)] == [1, 1]


def test_one_way_of_writing_may_mean_two_bodies() -> None:
    officer = an_officer()
    bodies = [a_cooperative(officer), a_cooperative(officer)]
    for body in bodies:
        add_alias(body.pk, "가구(조)", by=officer, at=NOON, key=a_key())
    assert found_as(officer, "가구(조)") == sorted(bodies, key=lambda body: body.name)
    assert found_as(officer, "나구(조)") == []


def test_a_name_without_letters_looks_like_nothing() -> None:
    officer = an_officer()
    body = a_cooperative(officer)
    add_alias(body.pk, "…", by=officer, at=NOON, key=a_key())
    assert find(officer.jurisdiction, "★").alike == []


def test_a_renamed_body_is_found_by_both_names() -> None:
    officer = an_officer()
    body = a_body(officer, "가상흄관(조)")
    renamed = rename(body.pk, "가상콘크리트(조)", by=officer, at=NOON, key=a_key())
    assert renamed.name == "가상콘크리트(조)"
    assert found_as(officer, "가상흄관(조)") == found_as(officer, "가상콘크리트(조)") == [renamed]
    back = rename(body.pk, "가상흄관(조)", by=officer, at=NOON, key=a_key())
    assert (back.name, back.aliases.count()) == ("가상흄관(조)", 2)


def test_a_body_gets_its_number_later() -> None:
    officer, number = an_officer(), a_business_number()
    body = a_body(officer, "가상흄관(조)")
    enter_business_number(body.pk, number, by=officer, at=NOON, key=a_key())
    assert by_number(officer.jurisdiction, number) == body
    with refused(NumberThere) as caught:
        enter_business_number(body.pk, a_business_number(), by=officer, at=NOON, key=a_key())
    assert str(caught.value) == (
        f"‘가상흄관(조)’에는 사업자등록번호 {number[:3]}-{number[3:5]}-{number[5:]}이(가) 이미 "
        "적혀 있습니다. "
        "번호가 다르면 다른 단체로 등록해 주십시오."
    )


# ── refused ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_number_is_one_bodys() -> None:
    officer = an_officer()
    body = a_cooperative(officer)
    number = body.business_number
    with refused(NumberTaken) as caught:
        a_body(officer, "다른 조합", number)
    assert str(caught.value) == (
        f"사업자등록번호 {number[:3]}-{number[3:5]}-{number[5:]}은(는) ‘{body.name}’의 번호입니다. "
        "그 단체를 쓰거나 번호를 확인해 주십시오."
    )
    other = a_body(officer, "번호 없는 조합")
    with refused(NumberTaken):
        enter_business_number(other.pk, number, by=officer, at=NOON, key=a_key())
    elsewhere = an_officer()
    assert a_body(elsewhere, "다른 조합", number).business_number == number


def test_a_wrong_number_is_refused() -> None:
    officer, number = an_officer(), a_business_number()
    with refused(WrongCheckDigit):
        a_body(officer, "가상조합", f"{number[:9]}{(int(number[9]) + 1) % 10}")
    with refused(NotTenDigits):
        a_body(officer, "가상조합", number[:9])


def test_the_same_name_needs_a_number_to_tell_two_bodies_apart() -> None:
    officer = an_officer()
    body = a_body(officer, "㈜가상", a_business_number())
    with refused(NameTaken) as caught:
        a_body(officer, "주식회사 가상")
    assert str(caught.value) == (
        "‘㈜가상’은(는) 이미 있는 이름입니다. 같은 단체이면 그것을 쓰고, "
        "다른 단체이면 사업자등록번호를 함께 적어 주십시오."
    )
    assert a_body(officer, "주식회사 가상", a_business_number()) != body


def test_names_that_cannot_be_kept_are_refused() -> None:
    officer = an_officer()
    body = a_body(officer, "가상흄관(조)")
    with refused(Empty):
        a_body(officer, "\u200b\u3164")
    with refused(TooLong):
        a_body(officer, "가" * 81)
    with refused(TooLong) as caught:
        a_body(officer, "㈜" * 40)
    assert str(caught.value) == "‘이름’은(는) 80자까지 적을 수 있습니다(지금 120자). 줄여 주십시오."
    with refused(ResidentNumber):
        a_body(officer, "가상상사(900101-1234567)")
    with refused(SameName):
        rename(body.pk, "가상흄관(조)", by=officer, at=NOON, key=a_key())
    with refused(AliasThere) as again:
        add_alias(body.pk, "가상 흄관 (조)", by=officer, at=NOON, key=a_key())
    assert str(again.value) == (
        "‘가상 흄관 (조)’(으)로는 이미 ‘가상흄관(조)’을(를) 찾을 수 있습니다. 다시 적지 않아도 됩니다."
    )


def test_a_kind_that_there_is_not_is_refused() -> None:
    officer = an_officer()
    with refused(NotAKind):
        register("church", "가상교회", by=officer, at=NOON, key=a_key())


def test_administrators_and_other_cities_touch_no_body() -> None:
    city = a_city()
    administrator, elsewhere = an_officer(city, role="administrator"), an_officer()
    body = a_cooperative(an_officer(city))
    with refused(NotAllowed):
        rename(body.pk, "다른 이름", by=administrator, at=NOON, key=a_key())
    with refused(NotHere):
        rename(body.pk, "다른 이름", by=elsewhere, at=NOON, key=a_key())
    assert found_as(elsewhere, body.name) == []
