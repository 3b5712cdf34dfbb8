"""정산의 일 — each with its form, the one action that it runs, and what is said when it is done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from majungmul.programmes.form import Form
from majungmul.stages.settlement.actions import ask_correction, close, receive_return, submit
from majungmul.stages.settlement.actions.fixing import to_come_back
from majungmul.stages.settlement.queries import lines_of, owed_now
from majungmul.stages.settlement.refusals import CorrectionDays, NoReturnDay, ReturnDayOut, ReturnedOn
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked
from majungmul.web.forms import asking
from majungmul.web.forms.doing import Values
from majungmul.web.forms.typed import Typed
from majungmul.web.keys import key_of

if TYPE_CHECKING:
    from majungmul.stages.settlement.models import Settlement

WORKING_DAYS = "7"


@dataclass(frozen=True, slots=True)
class Act:
    """일 — its form (of a settlement), its action, what is said, and where refusals stand."""

    form: Callable[["Settlement"], Form]
    verb: Callable[[Asked, "Settlement", Values], Any]
    said: str
    places: Mapping[type[Refusal], str] = field(default_factory=dict)


def begun(code: str, row: "Settlement", on: date) -> Typed:
    """서식 — with what can be said beforehand: the days, what is owed of each line, today."""
    form = ACTS[code].form(row)
    said = {
        "ask_correction": {"days": WORKING_DAYS},
        "receive_return": {"received_on": _day(on), **_owed(row)} if code == "receive_return" else {},
    }
    return Typed(_named(form, code), {code: said.get(code, {})})


def _named(form: Form, code: str) -> Form:
    """The form under its own name, so that several stand on one page."""
    section = form.sections[0].model_copy(update={"code": code})
    return form.model_copy(update={"sections": (section,)})


def _correction(_: "Settlement") -> Form:
    what = asking.field(
        "what",
        "고칠 것",
        "long_text",
        limit=300,
        example="집행액이 통장 거래내역과 다릅니다. 다시 올려 주십시오.",
    )
    days = asking.field(
        "days", "며칠 안에", "count", example="7", help="쉬는 날에 끝나면 다음 근무일까지입니다."
    )
    return _named(asking.ask("보완요청", what, days), "ask_correction")


def _submit(row: "Settlement") -> Form:
    back = to_come_back(row) if all(each.recognised is not None for each in lines_of(row)) else None
    due = [
        asking.field(
            "return_due_on",
            "언제까지 돌려받을지",
            "day",
            example="2027. 3. 29.",
        ),
        asking.field(
            "return_to", "납부할 곳", required=False, limit=120, example="안내문에 적힌 사업비 계좌"
        ),
    ]
    opinion = asking.field(
        "opinion", "심사 의견", "long_text", limit=500, example="지급액과 증빙이 맞아 집행액을 모두 인정함"
    )
    return _named(asking.ask("정산 결재 올림", opinion, *(due if back else ())), "submit")


def _return(row: "Settlement") -> Form:
    lines = [
        asking.field(f"amount_{each.order}", f"{each.line.label}의 반납액", "won_or_zero")
        for each in lines_of(row)
    ]
    day = asking.field("received_on", "받은 날", "day", example="2026. 11. 25.")
    return _named(asking.ask("반납 확인", day, *lines), "receive_return")


def _close(_: "Settlement") -> Form:
    return _named(asking.ask("정산 완료"), "close")


def _owed(row: "Settlement") -> dict[str, str]:
    return {f"amount_{each.order}": f"{owed_now(each).amount:,}" for each in lines_of(row)}


def _day(on: date) -> str:
    return f"{on.year}. {on.month}. {on.day}."


def _done(request: Asked) -> dict[str, Any]:
    return {"by": request.actor, "at": request.at, "key": key_of(request)}


def _received(request: Asked, row: "Settlement", values: Values) -> Any:  # noqa: ANN401 - what the action makes
    said = values["receive_return"]
    amounts = {each.pk: said[f"amount_{each.order}"] for each in lines_of(row)}
    return receive_return(row.pk, amounts, said["received_on"], **_done(request))


ACTS: dict[str, Act] = {
    "ask_correction": Act(
        _correction,
        lambda request, row, values: ask_correction(
            row.pk, values["ask_correction"]["what"], values["ask_correction"]["days"], **_done(request)
        ),
        "보완요청을 보냈습니다.",
        {CorrectionDays: "ask_correction.days"},
    ),
    "submit": Act(
        _submit,
        lambda request, row, values: submit(
            row.pk,
            values["submit"]["opinion"],
            values["submit"].get("return_due_on"),
            values["submit"].get("return_to") or "",
            **_done(request),
        ),
        "정산을 결재에 올렸습니다.",
        {NoReturnDay: "submit.return_due_on", ReturnDayOut: "submit.return_due_on"},
    ),
    "receive_return": Act(
        _return, _received, "반납받은 것을 적었습니다.", {ReturnedOn: "receive_return.received_on"}
    ),
    "close": Act(
        _close,
        lambda request, row, _: close(row.pk, **_done(request)),
        "정산을 마쳤습니다.",
    ),
}
"""By the verb of the stage, which is also what the address of the form says."""
