"""사업 명세 — one programme of one jurisdiction: what was promised, since when, under which law."""

from datetime import date
from functools import cache, cached_property
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from majungmul.programmes.conditions import ConditionText
from majungmul.programmes.form import Form, NoSuchForm, coded, named
from majungmul.programmes.stage_settings import DatedSettings, Item, StageSettings
from majungmul.programmes.terms import Terms, rule_of
from majungmul.programmes.toml_file import HERE, TomlFile, read_toml
from majungmul.programmes.written import Code, Text, Written
from majungmul.rules import RULES
from majungmul.rules.calculation import NoTermsThen
from majungmul.values.period import Period
from majungmul.values.refusal import Refusal

StageName = Literal[
    "plan",
    "call",
    "application",
    "review",
    "award",
    "delivery",
    "payment",
    "settlement",
    "performance",
    "inspection",
    "disclosure",
]
STAGES: tuple[str, ...] = get_args(StageName)


class NoSuchProgramme(Refusal):
    """없는 사업."""

    sentence = "‘{jurisdiction}’에 ‘{programme}’ 사업이 없습니다. 쓸 수 있는 이름: {known}."


class NoSuchJurisdiction(Refusal):
    """없는 자치단체."""

    sentence = "‘{jurisdiction}’ 자치단체의 자료가 없습니다. 쓸 수 있는 이름: {known}."


class NoSuchLine(Refusal):
    """없는 소요예산 항목."""

    sentence = (
        "‘{programme}’에 ‘{line}’ 항목이 없습니다. --line 뒤에 다음 가운데 하나를 적어 주십시오: {known}."
    )


class NoSettingsThen(Refusal):
    """그날의 단계 조건이 없음."""

    sentence = (
        "‘{programme}’에는 {day}에 시행된 단계의 조건이 없습니다. 명세 파일의 [[settings]]에 적어 주십시오."
    )


def _known_rule(name: str) -> str:
    if name not in RULES:
        raise PydanticCustomError(
            "unknown_rule", "셈은 다음 가운데 하나입니다: {known}.", {"known": ", ".join(RULES)}
        )
    return name


class LineNotNamed(Refusal):
    """항목을 고르지 않음."""

    sentence = (
        "‘{programme}’에는 항목이 여럿 있습니다. --line 뒤에 다음 가운데 하나를 적어 주십시오: {known}."
    )


class Step(Written):
    """지원절차의 한 칸 — what is done, and by whom, as the paper prints it."""

    step: Text
    actor: Text
    note: Text | None = None


class DatedValues(Written):
    """날짜 있는 조건 — values since a day, their source, and which of them we assumed, with the reason."""

    since: Annotated[date, Field(strict=True)]
    source: Text
    values: dict[str, Any] = Field(default_factory=dict)
    assumed: dict[str, Text] = Field(default_factory=dict)


class Line(Written):
    """소요예산 항목 — one line of a programme's budget, with its own rule and its dated terms."""

    code: Code
    label: Text
    rule: Annotated[str, AfterValidator(_known_rule)]
    payee: Text
    columns: dict[str, tuple[Text, ...]] = Field(default_factory=dict)
    terms: Annotated[tuple[DatedValues, ...], Field(min_length=1)]
    assumed: dict[str, Text] = Field(default_factory=dict)

    @cached_property
    def versions(self) -> tuple[Terms, ...]:
        """The terms in order of time; each holds until the next begins."""
        ends = [dated.since for dated in self.terms[1:]] + [date.max]
        return tuple(
            Terms(Period(dated.since, end), dated.source, rule_of(self.rule, dated.values))
            for dated, end in zip(self.terms, ends, strict=True)
        )

    def terms_on(self, day: date) -> Terms:
        """The terms in force on the day. Refuses (NoTermsThen) a day before the first."""
        for terms in self.versions:
            if day in terms.period:
                return terms
        raise NoTermsThen(day=day)


class Specification(Written):
    """사업 명세 — a programme as a paper describes it, and as the stages and rules need it."""

    name: Text
    also_named: tuple[Text, ...] = ()
    law: Text
    purpose: Annotated[tuple[Text, ...], Field(min_length=1)]
    period: Text
    target: Text
    contents: Annotated[tuple[Text, ...], Field(min_length=1)]
    effects: tuple[Text, ...] = ()
    stages: Annotated[tuple[StageName, ...], Field(min_length=1)]
    procedure: tuple[Step, ...] = ()
    notes: tuple[Text, ...] = ()
    lines: Annotated[tuple[Line, ...], Field(min_length=1)]
    forms: Annotated[dict[Code, Form], BeforeValidator(coded)] = Field(default_factory=dict)
    eligibility: tuple[Item, ...] = ()
    conditions: tuple[ConditionText, ...] = ()
    settings: tuple[DatedSettings, ...] = ()
    assumed: dict[str, Text] = Field(default_factory=dict)

    def form(self, code: str) -> Form:
        """The form with this code (`application`). Refuses (NoSuchForm) another."""
        if code not in self.forms:
            raise NoSuchForm(owner=self.name, form=code, known=named(self.forms))
        return self.forms[code]

    def settings_on(self, day: date) -> StageSettings:
        """단계의 조건 — those in force on the day. Refuses (NoSettingsThen) a day before the first."""
        in_force = [dated.values for dated in self.settings if dated.since <= day]
        if not in_force:
            raise NoSettingsThen(programme=self.name, day=f"{day:%Y. %-m. %-d.}")
        return in_force[-1]

    def line(self, code: str) -> Line:
        """The line with this code. Refuses another (NoSuchLine), and none (LineNotNamed)."""
        for line in self.lines:
            if line.code == code:
                return line
        known = ", ".join(f"{line.code}({line.label})" for line in self.lines)
        if not code:
            raise LineNotNamed(programme=self.name, known=known)
        raise NoSuchLine(programme=self.name, line=code, known=known)

    @property
    def main_line(self) -> str:
        """The code of the line that is meant when none is named: `support`, or the only one, or none."""
        codes = [line.code for line in self.lines]
        return codes[0] if len(codes) == 1 else "support" if "support" in codes else ""


def jurisdictions() -> tuple[str, ...]:
    """The names of all jurisdictions with data here."""
    return tuple(sorted(path.parent.name for path in HERE.glob("*/_jurisdiction.toml")))


def programmes_of(jurisdiction: str) -> tuple[str, ...]:
    """The names of a jurisdiction's programmes. Refuses (NoSuchJurisdiction) an unknown one."""
    if jurisdiction not in jurisdictions():
        raise NoSuchJurisdiction(jurisdiction=jurisdiction, known=", ".join(jurisdictions()))
    files = (HERE / jurisdiction).glob("*.toml")
    names = (path.stem for path in files if not path.name.startswith(("_", "plan-")))
    return tuple(sorted(name for name in names if "." not in name))


@cache
def specification_file(jurisdiction: str, programme: str) -> TomlFile:
    """The file that a programme is written in. Refuses an unknown jurisdiction or programme."""
    known = programmes_of(jurisdiction)
    if programme not in known:
        raise NoSuchProgramme(jurisdiction=jurisdiction, programme=programme, known=", ".join(known))
    return read_toml(HERE / jurisdiction / f"{programme}.toml")


@cache
def specification(jurisdiction: str, programme: str) -> Specification:
    """사업 명세 — a programme's specification. Refuses an unknown jurisdiction or programme."""
    return Specification.model_validate(specification_file(jurisdiction, programme).content)


def terms_on(day: date, *, jurisdiction: str, programme: str, line: str) -> Terms:
    """그날의 조건 — the terms of a line in force on the day. Refuses (NoTermsThen) a day without terms."""
    return specification(jurisdiction, programme).line(line).terms_on(day)


def terms_over(period: Period, *, jurisdiction: str, programme: str, line: str) -> tuple[Terms, ...]:
    """기간의 조건 — every version of a line's terms that holds on some day of the period, in order."""
    versions = specification(jurisdiction, programme).line(line).versions
    return tuple(terms for terms in versions if terms.period.meet(period))
