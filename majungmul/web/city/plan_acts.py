"""지원계획에 할 일 — handed in, fixed, announced; 전용·추경; 출납폐쇄 and 마감."""

from typing import Any
from uuid import UUID

from majungmul.books.parties.rights import RIGHTS
from majungmul.stages.plan import actions
from majungmul.stages.plan.queries import lines_of
from majungmul.stages.settlement.actions import close_year
from majungmul.stages.settlement.queries import still_open
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked
from majungmul.web.city.designation_acts import how
from majungmul.web.forms.asking import REASON, choice, field
from majungmul.web.forms.doing import Files, Values
from majungmul.web.officer.act_pages import Act, Parts
from majungmul.web.words import won

Row = Any
"""A plan."""


class NoLineChosen(Refusal):
    """항목 없음."""

    sentence = "줄일 항목과 늘릴 항목 가운데 적어도 하나를 골라 주십시오. 전용이면 둘 다 고릅니다."
    field = "it.from_line"


def _submit(request: Asked, plan: Row, _values: Values, _files: Files) -> object:
    return actions.submit(plan.pk, **how(request))


def _send_back(request: Asked, plan: Row, values: Values, _files: Files) -> object:
    return actions.send_back(plan.pk, values["reason"], **how(request))


def _fix(request: Asked, plan: Row, values: Values, _files: Files) -> object:
    return actions.fix(plan.pk, values["approval"], **how(request))


def _announce(request: Asked, plan: Row, values: Values, _files: Files) -> object:
    return actions.announce(plan.pk, values["notice"], **how(request))


def _change_line(request: Asked, _plan: Row, values: Values, _files: Files) -> object:
    lines = {name: UUID(values[name]) if values.get(name) else None for name in ("from_line", "to_line")}
    if not any(lines.values()):
        raise NoLineChosen
    change = actions.Change(amount=values["amount"], **lines)
    return actions.change_line(change, values["reason"], values["paper"], **how(request))


def _cut_off(request: Asked, plan: Row, _values: Values, _files: Files) -> object:
    return actions.cut_off(plan.pk, **how(request))


def _close(request: Asked, plan: Row, values: Values, _files: Files) -> object:
    reasons = {each.account.pk: values[f"open_{each.account.pk.hex}"] for each in still_open(plan)}
    return close_year(plan.pk, reasons, **how(request))


def _about_reason(*_of: object) -> Parts:
    return (REASON,)


def _about_fix(*_of: object) -> Parts:
    return (field("approval", "결재 문서번호", limit=120, example="경제정책과-1201"),)


def _about_announce(*_of: object) -> Parts:
    return (field("notice", "통보 문서번호", limit=120, example="경제정책과-1210"),)


def _about_change(_request: Asked, plan: Row) -> Parts:
    lines = [(str(line.id), f"{line.label} ({won(line.amount)}원)") for line in lines_of(plan)]
    return (
        choice("from_line", "줄일 항목", lines, required=False, help="추경으로 늘리기만 하면 비웁니다."),
        choice("to_line", "늘릴 항목", lines, required=False, help="추경으로 줄이기만 하면 비웁니다."),
        field("amount", "금액", "won"),
        field("reason", "사유", "long_text", limit=200),
        field("paper", "결정한 문서번호", limit=120, example="경제정책과-1300"),
    )


def _about_close(_request: Asked, plan: Row) -> Parts:
    return tuple(
        field(
            f"open_{each.account.pk.hex}",
            f"{each.body} · {each.line or each.number} {won(each.amount)}원이 남은 까닭",
            limit=200,
            help=f"지금 상태: {each.state}",
        )
        for each in still_open(plan)
    )


def _named(verb: str) -> str:
    return RIGHTS[verb].name


ACTS = {
    "submit": Act(
        verb="plan.submit",
        title=_named("plan.submit"),
        button="결재 올림",
        said="지원계획을 결재에 올렸습니다.",
        deed=_submit,
        note="금액이 정해지지 않은 항목이나 합이 맞지 않는 곳이 있으면 올릴 수 없습니다.",
    ),
    "fix": Act(
        verb="plan.fix",
        title=_named("plan.fix"),
        button="확정",
        said="지원계획을 확정했습니다. 항목마다 예산이 배정되었습니다.",
        deed=_fix,
        asks=_about_fix,
        note="확정하면 항목마다 편성과 배정이 원장에 적히고, 한 해의 할 일이 만들어집니다.",
    ),
    "send-back": Act(
        verb="plan.send_back",
        title=_named("plan.send_back"),
        button="결재 반려",
        said="지원계획을 결재 반려했습니다.",
        deed=_send_back,
        asks=_about_reason,
        kind="secondary",
    ),
    "announce": Act(
        verb="plan.announce",
        title=_named("plan.announce"),
        button="통보 적기",
        said="지원계획을 통보한 것으로 적었습니다.",
        deed=_announce,
        asks=_about_announce,
        note="온나라에서 시행한 통보의 문서번호를 옮겨 적습니다.",
    ),
    "change-line": Act(
        verb="plan.change_line",
        title=_named("plan.change_line"),
        button="바꾸기",
        said="예산을 바꾸었습니다.",
        deed=_change_line,
        asks=_about_change,
        kind="secondary",
        note="두 항목을 고르면 전용, 한쪽만 고르면 추경입니다. 아직 결정하지 않은 금액 안에서만 줄일 수 있습니다.",
    ),
    "cut-off": Act(
        verb="plan.cut_off",
        title=_named("plan.cut_off"),
        button="출납폐쇄",
        said="출납을 닫았습니다.",
        deed=_cut_off,
        kind="secondary",
        note="이날부터 새 결정과 지급을 하지 않습니다. 이월하지 않은 예정 금액은 없어집니다.",
    ),
    "close": Act(
        verb="plan.close",
        title="회계연도 마감",
        button="마감",
        said="회계연도를 마감했습니다.",
        deed=_close,
        asks=_about_close,
        kind="secondary",
        note="마감하면 이 해의 원장에는 아무것도 더 적히지 않습니다. 미결은 까닭과 함께 남깁니다.",
    ),
}
"""지원계획에 할 일, by its state."""
