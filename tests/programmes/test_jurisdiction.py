"""자치단체 — whose programmes these are."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from majungmul.programmes.jurisdiction import Jurisdiction, OwnHoliday, jurisdiction, jurisdiction_file
from majungmul.programmes.specification import NoSuchJurisdiction, jurisdictions
from majungmul.values.rounding import Rounding

MADE_UP: dict[str, Any] = {
    "name": "가상시",
    "short": "가상",
    "head": "가상시장",
    "operator": "중소기업중앙회 가상지역본부",
    "ordinance": ["가상시 지방보조금 관리 조례"],
    "rounding": "DOWN_TO_TEN_WON",
}


def test_seoul_by_value() -> None:
    seoul = jurisdiction("seoul")
    assert seoul.name == "서울특별시"
    assert seoul.short == "서울"
    assert seoul.head == "서울특별시장"
    assert seoul.operator == "중소기업중앙회 서울지역본부"
    assert seoul.ordinance[0] == "서울특별시 지방보조금 관리 조례"
    assert seoul.rounding is Rounding.DOWN_TO_WON
    assert seoul.holidays == ()


@pytest.mark.parametrize(
    ("code", "name", "short", "head"),
    [
        ("incheon", "인천광역시", "인천", "인천광역시장"),
        ("gyeonggi", "경기도", "경기", "경기도지사"),
        ("jeju", "제주특별자치도", "제주", "제주특별자치도지사"),
        ("chuncheon", "춘천시", "춘천", "춘천시장"),
    ],
)
def test_others_by_value_and_who_works_for_them_is_assumed(
    code: str, name: str, short: str, head: str
) -> None:
    other = jurisdiction(code)
    assert (other.name, other.short, other.head) == (name, short, head)
    assert {"operator", "ordinance"} <= other.assumed.keys()


@pytest.mark.parametrize("name", jurisdictions())
def test_each_assumption_stands_beside_its_value(name: str) -> None:
    content = jurisdiction_file(name).content
    assert jurisdiction(name).assumed.keys() <= content.keys()
    assert {"rounding", "holidays"} <= jurisdiction(name).assumed.keys()


def test_what_the_city_examines_before_it_decides() -> None:
    examined = jurisdiction("seoul").eligibility
    assert [item.code for item in examined] == ["lawful", "sound", "amount_right", "can_bear_own_share"]
    assert {item.law for item in examined} == {"award.checks"}
    assert jurisdiction("jeju").eligibility == ()


def test_own_days_off_and_rounding_are_read_by_name() -> None:
    days = [{"day": date(2018, 10, 28), "name": "가상시민의 날"}]
    made_up = Jurisdiction.model_validate({**MADE_UP, "holidays": days})
    assert made_up.holidays == (OwnHoliday(day=date(2018, 10, 28), name="가상시민의 날"),)
    assert made_up.rounding is Rounding.DOWN_TO_TEN_WON


@pytest.mark.parametrize(
    "wrong",
    [
        {"rounding": "원 미만 절사"},
        {"rounding": 1},
        {"ordinance": []},
        {"head": " "},
        {"mayor": "가상시장"},
        {"holidays": [{"day": "2018-10-28", "name": "가상시민의 날"}]},
    ],
)
def test_what_does_not_fit_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Jurisdiction.model_validate({**MADE_UP, **wrong})


def test_unknown_rounding_is_refused_with_those_there_are() -> None:
    with pytest.raises(
        ValidationError, match=r"끝수 처리는 다음 가운데 하나입니다: DOWN_TO_WON\(원 미만 절사\)"
    ):
        Jurisdiction.model_validate({**MADE_UP, "rounding": "절사"})


@pytest.mark.parametrize("name", ["busan", "", "law", "../programmes/seoul"])
def test_unknown_jurisdiction_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(
        NoSuchJurisdiction, match="쓸 수 있는 이름: chuncheon, gyeonggi, incheon, jeju, seoul"
    ):
        jurisdiction(name)
