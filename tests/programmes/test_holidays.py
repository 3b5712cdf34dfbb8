"""공휴일: the frozen file by value, against the library, and with a jurisdiction's own days."""

import sys
from datetime import date
from pathlib import Path

import holidays as library
import pytest

from majungmul.console.freeze_holidays import FIRST, LAST, LibraryMissing, YearsReversed, freeze, run
from majungmul.programmes.holidays import FROZEN, holidays
from majungmul.values.calendar import HolidaysUnknown, deadline

IN_2018 = "1-1 2-15 2-16 2-17 3-1 5-5 5-7 5-22 6-6 6-13 8-15 9-23 9-24 9-25 9-26 10-3 10-9 12-25"
IN_2019 = "1-1 2-4 2-5 2-6 3-1 5-5 5-6 5-12 6-6 8-15 9-12 9-13 9-14 10-3 10-9 12-25"


@pytest.mark.parametrize(("year", "written"), [(2018, IN_2018), (2019, IN_2019)])
def test_the_days_off_of_the_plan(year: int, written: str) -> None:
    found = [f"{day.month}-{day.day}" for day in holidays().days if day.year == year]
    assert found == written.split()


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2018, 5, 7), "어린이날 대체 휴일"),
        (date(2018, 9, 26), "추석 대체 휴일"),
        (date(2018, 6, 13), "지방선거일"),
        (date(2019, 5, 6), "어린이날 대체 휴일"),
        (date(2025, 5, 5), "부처님오신날·어린이날"),
        (date(2027, 3, 1), "삼일절"),
    ],
)
def test_a_day_off_has_its_korean_name(day: date, name: str) -> None:
    assert holidays().days[day] == name


def test_the_substitute_of_2018_is_for_children_and_harvest_only() -> None:
    assert date(2018, 2, 19) not in holidays().days  # 2월 17일 토요일의 설 연휴에는 대체가 없었다


def test_it_covers_2014_to_2030_and_refuses_other_years() -> None:
    assert holidays().years == set(range(2014, 2031))
    with pytest.raises(HolidaysUnknown, match="2031년의 공휴일 자료가 없어"):
        holidays().is_off(date(2031, 1, 1))
    with pytest.raises(HolidaysUnknown):
        deadline(date(2030, 12, 30), 5, holidays())


def test_a_jurisdiction_adds_its_own_days_and_keeps_the_nations() -> None:
    own = holidays({date(2018, 10, 28): "가상시민의 날"})
    assert own.days[date(2018, 10, 28)] == "가상시민의 날"
    assert own.days[date(2018, 10, 9)] == "한글날"
    assert date(2018, 10, 28) not in holidays().days


def test_the_file_is_what_the_library_says() -> None:
    found = library.country_holidays("KR", years=range(2014, 2031), language="ko")
    assert {day: name.replace("; ", "·") for day, name in found.items()} == holidays().days


def test_freezing_again_gives_the_same_bytes(tmp_path: Path) -> None:
    freeze(tmp_path / "a.toml", FIRST, LAST)
    freeze(tmp_path / "b.toml", FIRST, LAST)
    assert (tmp_path / "a.toml").read_bytes() == (tmp_path / "b.toml").read_bytes() == FROZEN.read_bytes()


def test_the_command_says_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "days.toml"
    assert run(["--file", str(target), "--first", "2018", "--last", "2019"]) == 0
    assert capsys.readouterr().out == f"2018~2019년의 공휴일을 {target}에 적었습니다.\n"
    assert "first = 2018\nlast = 2019\n" in target.read_text(encoding="utf-8")


def test_without_the_library_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(LibraryMissing, match=r"‘\./run test’를 한 번 실행하면 설치됩니다"):
        freeze(tmp_path / "days.toml", 2018, 2019)


def test_years_in_the_wrong_order_are_refused(tmp_path: Path) -> None:
    with pytest.raises(YearsReversed, match="2017"):
        freeze(tmp_path / "days.toml", 2018, 2017)
