"""정산에 할 일 — a report put right, its lines examined, handed in, in effect, money back, done; orders to pay back."""

from typing import TYPE_CHECKING, Any

from majungmul.books.parties.kinds import SanctionKind
from majungmul.stages.settlement import actions
from majungmul.stages.settlement.queries import lines_of, owed_now
from majungmul.web import asked
from majungmul.web.asked import Asked
from majungmul.web.city.designation_acts import A_DAY, how
from majungmul.web.city.sealing import FIELDS, seal_in
from majungmul.web.forms.asking import choice, field
from majungmul.web.forms.doing import Files, Values
from majungmul.web.officer.act_pages import Act, Parts
from majungmul.web.words import won

if TYPE_CHECKING:
    from uuid import UUID

    from majungmul.values.won import Won

Row = Any
"""A settlement, a line of one, or an order to pay back."""


def _examine(request: Asked, line: Row, values: Values, _files: Files) -> object:
    return actions.examine(line.pk, values["recognised"], values.get("reason") or "", **how(request))


def _ask(request: Asked, row: Row, values: Values, _files: Files) -> object:
    return actions.ask_correction(row.pk, values["what"], values["days"], **how(request))


def _submit(request: Asked, row: Row, values: Values, _files: Files) -> object:
    said = (values["opinion"], values.get("return_due_on"), values.get("return_to") or "")
    return actions.submit(row.pk, *said, **how(request))


def _take_effect(request: Asked, row: Row, values: Values, _files: Files) -> object:
    return actions.take_effect(row.pk, seal_in(values), **how(request))


def _receive(request: Asked, row: Row, values: Values, _files: Files) -> object:
    came: dict[UUID, Won] = {
        line.pk: values[f"line_{line.pk.hex}"] for line in lines_of(row) if values.get(f"line_{line.pk.hex}")
    }
    return actions.receive_return(row.pk, came, values["received_on"], **how(request))


def _close(request: Asked, row: Row, _values: Values, _files: Files) -> object:
    return actions.close(row.pk, **how(request))


def _receive_refund(request: Asked, refund: Row, values: Values, _files: Files) -> object:
    said = (values["paid_on"], values.get("principal"), values.get("interest"))
    return actions.receive_refund(refund.pk, *said, **how(request))


def _withdraw_refund(request: Asked, refund: Row, values: Values, _files: Files) -> object:
    return actions.withdraw_refund(refund.pk, values["reason"], **how(request))


def _surcharge(request: Asked, refund: Row, values: Values, _files: Files) -> object:
    return actions.surcharge(refund.pk, values["amount"], values["record"], **how(request))


def _exclude(request: Asked, refund: Row, values: Values, _files: Files) -> object:
    days = (values["since"], values["last"] + A_DAY)
    return actions.exclude(refund.pk, values["kind"], days, values.get("article") or "", **how(request))


def _about_examine(*_of: object) -> Parts:
    return (
        field("recognised", "인정 금액", "won_or_zero"),
        field(
            "reason",
            "덜 인정하는 까닭",
            required=False,
            limit=300,
            help="보고한 금액보다 적을 때만 적습니다.",
        ),
    )


def _examine_begins(_request: Asked, line: Row) -> dict[str, Any]:
    amount = line.reported if line.recognised is None else line.recognised
    return {"recognised": f"{amount.amount:,}", "reason": line.less_reason}


def _about_ask(*_of: object) -> Parts:
    return (
        field("what", "무엇을 보완합니까", limit=300, example="3월 이자가 통장과 다릅니다."),
        field("days", "며칠 안에", "count", example="7일"),
    )


def _about_submit(*_of: object) -> Parts:
    return (
        field("opinion", "심사 의견", "long_text", limit=500),
        field("return_due_on", "반납 기한", "day", required=False, help="돌려받을 돈이 있으면 적습니다."),
        field(
            "return_to", "납부할 곳", required=False, limit=120, help="비우면 ‘납입고지서에 적힌 곳’입니다."
        ),
    )


def _submit_begins(_request: Asked, row: Row) -> dict[str, Any]:
    due = f"{row.return_due_on:%Y. %-m. %-d.}" if row.return_due_on else ""
    return {"opinion": row.opinion, "return_due_on": due, "return_to": row.return_to}


def _about_seal(*_of: object) -> Parts:
    return FIELDS


def _about_receive(_request: Asked, row: Row) -> Parts:
    return (
        field("received_on", "받은 날", "day", example="2027. 3. 20."),
        *(
            field(
                f"line_{line.pk.hex}",
                line.line.label,
                "won_or_zero",
                required=False,
                help=f"받을 금액 {won(owed_now(line))}원",
            )
            for line in lines_of(row)
        ),
    )


def _receive_begins(request: Asked, row: Row) -> dict[str, Any]:
    owed = {f"line_{line.pk.hex}": f"{owed_now(line).amount:,}" for line in lines_of(row)}
    return {"received_on": f"{asked.today(request):%Y. %-m. %-d.}", **owed}


def _about_receive_refund(*_of: object) -> Parts:
    return (
        field("paid_on", "납부한 날", "day", example="2026. 12. 10."),
        field("principal", "원금", "won_or_zero", required=False, help="비우면 남은 원금 모두입니다."),
        field("interest", "이자", "won_or_zero", required=False, help="비우면 그날까지의 이자 모두입니다."),
    )


def _about_reason(*_of: object) -> Parts:
    return (field("reason", "철회하는 까닭", "long_text", limit=300),)


def _about_surcharge(*_of: object) -> Parts:
    return (
        field("amount", "제재부가금", "won", help="반환할 금액의 5배까지 정할 수 있습니다."),
        field("record", "심의한 기록", limit=300, example="지방보조금관리위원회 2026. 12. 3. 심의"),
    )


def _about_exclude(*_of: object) -> Parts:
    kinds = [(str(each.value), str(each.label)) for each in SanctionKind]
    return (
        choice("kind", "무엇에서 제외합니까", kinds),
        field("since", "시작일", "day", example="2026. 12. 1."),
        field("last", "끝나는 날(그날까지)", "day", example="2027. 11. 30."),
        field("article", "근거 조문", required=False, limit=200, help="비우면 그날의 법에서 찾습니다."),
    )


LINE = Act(
    verb="settlement.examine",
    title="정산 심사",
    button="심사 저장",
    said="심사한 금액을 적었습니다.",
    deed=_examine,
    asks=_about_examine,
    begins=_examine_begins,
)
SETTLEMENTS = {
    "submit": Act(
        verb="settlement.submit",
        title="결재 올림",
        button="결재 올림",
        said="정산을 결재에 올렸습니다.",
        deed=_submit,
        asks=_about_submit,
        begins=_submit_begins,
        note="모든 항목을 심사한 뒤에 올릴 수 있습니다.",
    ),
    "ask": Act(
        verb="settlement.ask_correction",
        title="정산 보완요청",
        button="보완요청",
        said="정산 보완을 요청했습니다.",
        deed=_ask,
        asks=_about_ask,
        kind="secondary",
    ),
    "take-effect": Act(
        verb="settlement.take_effect",
        title="금액 확정 시행",
        button="시행 적기",
        said="금액 확정을 시행했습니다. 남은 돈의 반납을 알렸습니다.",
        deed=_take_effect,
        asks=_about_seal,
        note="온나라에서 시행한 금액 확정 통지서의 번호와 날짜를 옮겨 적습니다.",
    ),
    "receive": Act(
        verb="settlement.receive_return",
        title="반납 확인",
        button="반납 확인",
        said="반납을 확인했습니다.",
        deed=_receive,
        asks=_about_receive,
        begins=_receive_begins,
        note="통장에 들어온 금액만 적습니다. 나누어 들어오면 그만큼만 적고 다시 확인합니다.",
    ),
    "close": Act(
        verb="settlement.close",
        title="정산 완료",
        button="정산 완료",
        said="정산을 마쳤습니다.",
        deed=_close,
        kind="secondary",
        note="집행 확정액·반납액·이자가 지원계획의 항목으로 올라갑니다. 되돌릴 수 없습니다.",
    ),
}
REFUNDS = {
    "receive": Act(
        verb="settlement.receive_refund",
        title="반환금 납부 확인",
        button="납부 확인",
        said="반환금 납부를 확인했습니다.",
        deed=_receive_refund,
        asks=_about_receive_refund,
    ),
    "withdraw": Act(
        verb="settlement.withdraw_refund",
        title="반환명령 철회",
        button="반환명령 철회",
        said="반환명령을 철회했습니다.",
        deed=_withdraw_refund,
        asks=_about_reason,
        kind="secondary",
    ),
    "surcharge": Act(
        verb="settlement.surcharge",
        title="제재부가금 정하기",
        button="제재부가금 정하기",
        said="제재부가금을 정했습니다.",
        deed=_surcharge,
        asks=_about_surcharge,
        kind="secondary",
        note="위반한 날의 법에 따라 정합니다. 심의한 기록을 함께 적습니다.",
    ),
    "exclude": Act(
        verb="settlement.exclude",
        title="선정·지급 제외",
        button="제외",
        said="제외했습니다. 다음 신청 때 저절로 확인됩니다.",
        deed=_exclude,
        asks=_about_exclude,
        kind="secondary",
    ),
}
OF_THE_CITY = ("surcharge", "exclude")
"""What the city may do about an order of the tier below, too."""
