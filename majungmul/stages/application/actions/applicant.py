"""신청자 — who may apply under a call, and whether the form says what is known of the body."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils import timezone

from majungmul.books.ledger.kinds import Kind as AccountKind
from majungmul.books.parties.models import Organisation
from majungmul.books.parties.names import plain
from majungmul.books.parties.queries.bodies import family, find, sanctions_on, standing
from majungmul.programmes.form_answers import FieldMistake
from majungmul.stages.application.models import Application
from majungmul.stages.application.refusals import (
    AppliedAlready,
    CallNotOpen,
    Excluded,
    NotDesignated,
    OwnCall,
)
from majungmul.stages.application.states import OVER
from majungmul.stages.call.models import Call, Kind
from majungmul.values.won import total

RENAMED = "사업자등록증의 이름과 같게 적고, 이름이 바뀌었으면 담당자에게 알려 주십시오."
BEYOND = "교부받으려는 금액이 지원계획의 금액 {planned}보다 많습니다. 줄여 주십시오."


def refuse_who(call: Call, body: Organisation, at: datetime) -> None:
    """Refuse what comes too early or too late, one not meant, one who applies already or is excluded."""
    if not call.is_open(at):
        times = {name: timezone.localtime(getattr(call, name)) for name in ("opens_at", "closes_at")}
        raise CallNotOpen(title=call.title, contact=call.contact, **times)
    if call.designated is not None and standing(call.designated) != body:
        raise NotDesignated(body=body.name)
    if call.office.organisation_id in family(body):
        raise OwnCall(office=call.office.name)
    refuse_second(call, body)
    for sanction in sanctions_on(body, timezone.localdate(at)):
        until = f"{sanction.last_day:%Y. %-m. %-d.}" if sanction.last_day else "따로 풀 때"
        kind = sanction.get_kind_display()
        raise Excluded(body=body.name, until=until, kind=kind, article=sanction.article)


def refuse_second(call: Call, body: Organisation) -> None:
    """Refuse one who has a live application under this call already, under whichever of its rows."""
    same = Application.objects.of(call.jurisdiction_id).filter(call=call, body__in=family(body))
    if earlier := same.exclude(state__in=OVER).first():
        raise AppliedAlready(body=body.name, number=earlier.number)


def mistakes_in(call: Call, body: Organisation, values: dict[str, Any]) -> list[FieldMistake]:
    """고칠 칸 — where what was read differs from what is known of the body, or does not fit together."""
    found = [*_name(call, body, values.get("applicant", {})), *_number(body, values.get("applicant", {}))]
    return [*found, *_money(call, values)] if call.kind == Kind.DESIGNATION else found


def _name(call: Call, body: Organisation, applicant: dict[str, Any]) -> Iterator[FieldMistake]:
    """The name, or another one by which the body is known; the juristic person may apply for its department."""
    name = applicant.get("name")
    if name is None or body in find(call.jurisdiction_id, name).same:
        return
    if call.kind == Kind.DESIGNATION and plain(body.name).startswith(plain(name)):
        return
    yield FieldMistake("applicant.name", f"등록된 이름은 ‘{body.name}’입니다. {RENAMED}")


def _number(body: Organisation, applicant: dict[str, Any]) -> Iterator[FieldMistake]:
    number = applicant.get("business_number")
    if number is not None and body.business_number and number.digits != body.business_number:
        sentence = f"‘{body.name}’의 등록된 번호와 다릅니다. 사업자등록증과 견주어 다시 적어 주십시오."
        yield FieldMistake("applicant.business_number", sentence)


def _money(call: Call, values: dict[str, Any]) -> Iterator[FieldMistake]:
    """교부신청의 금액과 날 — no more than the work costs, than the plan has; an end after the beginning."""
    money, schedule = values.get("money", {}), values.get("schedule", {})
    requested, cost = money.get("requested"), money.get("total_cost")
    if requested is not None:
        lines = call.account.funds.filter(kind=AccountKind.LINE)
        planned = total(line.free for line in lines)
        if requested > planned:
            yield FieldMistake("money.requested", BEYOND.format(planned=planned))
        if cost is not None and requested > cost:
            yield FieldMistake("money.total_cost", "경비가 교부받으려는 금액보다 적습니다. 확인해 주십시오.")
    if schedule.keys() >= {"starts_on", "ends_on"} and schedule["ends_on"] < schedule["starts_on"]:
        yield FieldMistake("schedule.ends_on", "완료 예정일이 착수 예정일보다 앞입니다. 확인해 주십시오.")
