"""교부에 할 일 — the decision, its conditions and changes, the instalments, the second one planned and checked."""

from typing import Any

from majungmul.stages.award import actions
from majungmul.stages.delivery.actions import Checked, check_midway, plan_second_disbursement
from majungmul.stages.delivery.queries import midway_items
from majungmul.stages.payment import actions as payment
from majungmul.web.asked import Asked
from majungmul.web.city.designation_acts import about_lines, begins_of, days_in, how, lines_in
from majungmul.web.city.sealing import FIELDS, seal_in
from majungmul.web.forms.asking import REASON, choice, field
from majungmul.web.forms.doing import Files, Values
from majungmul.web.officer.act_pages import Act, Parts
from majungmul.web.officer.awards_acts import AWARD_ACTS

Row = Any
"""An award or a claim."""
MET = (("met", "적합"), ("not_met", "부적합"))


def _take_effect(request: Asked, award: Row, values: Values, _files: Files) -> object:
    return actions.take_effect(award.pk, seal_in(values), **how(request))


def _redraft(request: Asked, award: Row, values: Values, _files: Files) -> object:
    said = (lines_in(award.application, values), days_in(values))
    return actions.redraft(award.pk, *said, **how(request))


def _plan_second(request: Asked, award: Row, values: Values, _files: Files) -> object:
    return plan_second_disbursement(award.pk, values["on"], **how(request))


def _check(request: Asked, award: Row, values: Values, _files: Files) -> object:
    looked = [
        Checked(item.code, values[f"{item.code}_answer"] == "met", values[f"{item.code}_reason"])
        for item in midway_items(award)
    ]
    given = seal_in(values) if values.get("number") and values.get("on") else None
    return check_midway(award.pk, looked, values["opinion"], given, **how(request))


def _submit_claim(request: Asked, claim: Row, _values: Values, _files: Files) -> object:
    return payment.submit(claim.pk, **how(request))


def _reject(request: Asked, claim: Row, values: Values, _files: Files) -> object:
    return payment.reject(claim.pk, values["reason"], **how(request))


def _hold(request: Asked, claim: Row, values: Values, _files: Files) -> object:
    return payment.hold(claim.pk, values["reason"], **how(request))


def _release(request: Asked, claim: Row, _values: Values, _files: Files) -> object:
    return payment.release(claim.pk, **how(request))


def _disburse(request: Asked, claim: Row, values: Values, _files: Files) -> object:
    return payment.disburse(claim.pk, seal_in(values), **how(request))


def _about_redraft(_request: Asked, award: Row) -> Parts:
    return about_lines(award.application)


def _redraft_begins(_request: Asked, award: Row) -> dict[str, Any]:
    return begins_of(award)


def _about_seal(*_of: object) -> Parts:
    return FIELDS


def _about_second(*_of: object) -> Parts:
    return (field("on", "2차 교부 예정일", "day", example="2026. 9. 22."),)


def _about_check(_request: Asked, award: Row) -> Parts:
    items = [
        part
        for number, item in enumerate(midway_items(award), 1)
        for part in (
            choice(f"{item.code}_answer", f"{number}. {item.label}", MET),
            field(f"{item.code}_reason", f"{number}번을 그렇게 본 까닭", limit=300),
        )
    ]
    seal = [each.model_copy(update={"required": False}) for each in FIELDS]
    return (*items, field("opinion", "점검 의견", "long_text", limit=500), *seal)


def _about_reason(*_of: object) -> Parts:
    return (REASON,)


AWARDS = {
    "submit": AWARD_ACTS["submit"],
    "take-effect": Act(
        verb="award.take_effect",
        title="교부결정 시행",
        button="시행 적기",
        said="교부결정을 시행했습니다. 이제 기관이 교부청구를 할 수 있습니다.",
        deed=_take_effect,
        asks=_about_seal,
        note="온나라에서 시행한 교부결정통지서의 번호와 날짜를 옮겨 적습니다. 그날부터 효력이 있습니다.",
    ),
    "redraft": Act(
        verb="award.redraft",
        title="고쳐 쓰기",
        button="고친 것 저장",
        said="교부결정을 고쳐 썼습니다.",
        deed=_redraft,
        asks=_about_redraft,
        begins=_redraft_begins,
        kind="secondary",
    ),
    "revoke": AWARD_ACTS["revoke"],
}
"""교부결정에 할 일, by its state."""
WATCH = {
    "plan-second": Act(
        verb="delivery.plan_second_disbursement",
        title="2차 교부 예정일 정하기",
        button="예정일 정하기",
        said="2차 교부 예정일을 정했습니다. 중간점검의 기한도 그에 맞췄습니다.",
        deed=_plan_second,
        asks=_about_second,
        kind="secondary",
        note="중간점검은 예정일 앞날까지 마칩니다.",
    ),
    "check": Act(
        verb="delivery.check_midway",
        title="중간점검",
        button="점검 저장",
        said="중간점검을 적었습니다.",
        deed=_check,
        asks=_about_check,
        kind="secondary",
        note="모든 항목이 적합이면 2차 교부를 할 수 있습니다. 문서번호와 시행일은 문서로 알린 때만 적습니다.",
    ),
}
"""효력 있는 교부결정에서 때마다 할 일."""
CLAIMS = {
    "submit": Act(
        verb="payment.submit",
        title="교부 결재 올림",
        button="결재 올림",
        said="교부를 결재에 올렸습니다.",
        deed=_submit_claim,
        note="결재권자가 금액과 차수를 보고 결재합니다.",
    ),
    "disburse": Act(
        verb="payment.disburse",
        title="교부",
        button="교부한 것 적기",
        said="교부했습니다. 원장에 적혔습니다.",
        deed=_disburse,
        asks=_about_seal,
        note="온나라에서 시행한 교부 통지의 번호와 날짜를 옮겨 적습니다. 적으면 원장에 교부로 남습니다.",
    ),
    "hold": Act(
        verb="payment.hold",
        title="교부 보류",
        button="보류",
        said="교부를 보류했습니다.",
        deed=_hold,
        asks=_about_reason,
        kind="secondary",
    ),
    "release": Act(
        verb="payment.release",
        title="보류 풀기",
        button="보류 풀기",
        said="보류를 풀었습니다.",
        deed=_release,
        kind="secondary",
    ),
    "reject": Act(
        verb="payment.reject",
        title="불인정",
        button="불인정",
        said="교부청구를 인정하지 않았습니다.",
        deed=_reject,
        asks=_about_reason,
        kind="secondary",
    ),
}
"""교부청구에 할 일, by its state."""
