"""자치단체 — whose programmes these are: its head, its operator, its ordinances, its own days off."""

from datetime import date
from functools import cache
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from majungmul.programmes.conditions import ConditionText
from majungmul.programmes.form import Form, NoSuchForm, coded, named
from majungmul.programmes.specification import NoSuchJurisdiction, jurisdictions
from majungmul.programmes.stage_settings import Item
from majungmul.programmes.toml_file import HERE, TomlFile, read_toml
from majungmul.programmes.written import Code, Text, Written
from majungmul.values.rounding import Rounding


def _rounding(name: object) -> Rounding:
    """The rounding of that name (`DOWN_TO_WON`); its Korean words are for people."""
    if not isinstance(name, str) or name not in Rounding.__members__:
        known = ", ".join(f"{rounding.name}({rounding.value})" for rounding in Rounding)
        raise PydanticCustomError(
            "unknown_rounding", "끝수 처리는 다음 가운데 하나입니다: {known}.", {"known": known}
        )
    return Rounding[name]


class OwnHoliday(Written):
    """자치단체의 쉬는 날 — a day off that only this jurisdiction keeps."""

    day: Annotated[date, Field(strict=True)]
    name: Text


class Jurisdiction(Written):
    """자치단체 — what its programmes share, and which of it we assumed, with the reason."""

    name: Text
    short: Text
    head: Text
    operator: Text
    ordinance: Annotated[tuple[Text, ...], Field(min_length=1)]
    rounding: Annotated[Rounding, BeforeValidator(_rounding)]
    holidays: tuple[OwnHoliday, ...] = ()
    eligibility: tuple[Item, ...] = ()
    conditions: tuple[ConditionText, ...] = ()
    midway: tuple[Item, ...] = ()
    forms: Annotated[dict[Code, Form], BeforeValidator(coded)] = Field(default_factory=dict)
    assumed: dict[str, Text] = Field(default_factory=dict)

    def form(self, code: str) -> Form:
        """The form with this code (`grant_application`). Refuses (NoSuchForm) another."""
        if code not in self.forms:
            raise NoSuchForm(owner=self.name, form=code, known=named(self.forms))
        return self.forms[code]


@cache
def jurisdiction_file(name: str) -> TomlFile:
    """The file that a jurisdiction is written in. Refuses (NoSuchJurisdiction) an unknown one."""
    if name not in jurisdictions():
        raise NoSuchJurisdiction(jurisdiction=name, known=", ".join(jurisdictions()))
    return read_toml(HERE / name / "_jurisdiction.toml")


@cache
def jurisdiction(name: str) -> Jurisdiction:
    """자치단체 — by its name (`seoul`). Refuses (NoSuchJurisdiction) an unknown one."""
    return Jurisdiction.model_validate(jurisdiction_file(name).content)
