"""단체에 할 일 — register, rename, another name, number, 대표자, 소재지, account, two rows that are one body."""

from typing import Any
from uuid import UUID

from majungmul.books.parties.actions import accounts, bodies, facts, merging
from majungmul.books.parties.kinds import OrganisationKind
from majungmul.books.parties.queries.directory import bodies_of
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import choice, field
from majungmul.web.forms.doing import Files, Values
from majungmul.web.officer.act_pages import Act, Parts, how

Row = Any
"""A body, or an account."""
HERE = (
    OrganisationKind.COOPERATIVE,
    OrganisationKind.UNION,
    OrganisationKind.BUSINESS_COOPERATIVE,
    OrganisationKind.FIRM,
    OrganisationKind.SUPPLIER,
)
"""The kinds of bodies that an officer registers: those that apply, trade or are paid."""


def _register(request: Asked, _row: Row, values: Values, _files: Files) -> object:
    number = values.get("number")
    return bodies.register(values["kind"], values["name"], str(number or ""), **how(request))


def _rename(request: Asked, body: Row, values: Values, _files: Files) -> object:
    return bodies.rename(body.pk, values["name"], **how(request))


def _alias(request: Asked, body: Row, values: Values, _files: Files) -> object:
    return bodies.add_alias(body.pk, values["name"], **how(request))


def _number(request: Asked, body: Row, values: Values, _files: Files) -> object:
    return bodies.enter_business_number(body.pk, str(values["number"]), **how(request))


def _chair(request: Asked, body: Row, values: Values, _files: Files) -> object:
    said = (values["name"], values["title"], values["since"])
    return facts.new_representative(body.pk, *said, **how(request))


def _move(request: Asked, body: Row, values: Values, _files: Files) -> object:
    return facts.move(body.pk, values["text"], values["since"], **how(request))


def _account(request: Asked, body: Row, values: Values, _files: Files) -> object:
    said = (values["bank"], str(values["number"]), values["holder"])
    return accounts.enter_account(body.pk, *said, **how(request))


def _confirm(request: Asked, account: Row, _values: Values, _files: Files) -> object:
    return accounts.confirm_account(account.pk, **how(request))


def _merge(request: Asked, body: Row, values: Values, _files: Files) -> object:
    return merging.merge(body.pk, UUID(values["into"]), values["reason"], **how(request))


def _about_new(*_of: object) -> Parts:
    return (
        choice("kind", "구분", [(kind.value, kind.label) for kind in HERE]),
        field("name", "이름(사업자등록증대로)", limit=80, example="서울가상인쇄협동조합"),
        field("number", "사업자등록번호", "business_number", required=False, example="123-45-67890"),
    )


def _new_begins(request: Asked, _row: Row) -> dict[str, Any]:
    return {"name": request.GET.get("name", "")[:80]}


def _about_name(*_of: object) -> Parts:
    return (field("name", "새 이름", limit=80, help="앞의 이름으로도 계속 찾을 수 있습니다."),)


def _about_alias(*_of: object) -> Parts:
    return (field("name", "다른 이름", limit=80, example="인쇄(조)"),)


def _about_number(*_of: object) -> Parts:
    return (field("number", "사업자등록번호", "business_number", example="123-45-67890"),)


def _about_chair(*_of: object) -> Parts:
    return (
        field("name", "대표자 이름", limit=40, example="홍길동"),
        field("title", "직함", limit=40, example="이사장"),
        field("since", "언제부터", "day", example="2026. 3. 1."),
    )


def _about_move(*_of: object) -> Parts:
    return (
        field("text", "새 소재지", limit=200, example="서울특별시 중구 ○○로 1"),
        field("since", "언제부터", "day", example="2026. 3. 1."),
    )


def _about_account(*_of: object) -> Parts:
    return (
        field("bank", "은행", limit=40, example="○○은행"),
        field("number", "계좌번호", "account_number", example="000-0000-000000"),
        field("holder", "예금주", limit=80, help="통장에 적힌 그대로 적습니다."),
    )


def _about_merge(request: Asked, body: Row) -> Parts:
    others = bodies_of(request.jurisdiction.pk).exclude(pk=body.pk)
    return (
        choice("into", "어느 단체로 합칩니까", [(str(each.pk), each.name) for each in others]),
        field("reason", "같은 단체라고 보는 까닭", limit=200, example="사업자등록번호와 대표자가 같음"),
    )


NEW = Act(
    verb="parties.register",
    title="단체 등록",
    button="등록",
    said="단체를 등록했습니다.",
    deed=_register,
    asks=_about_new,
    begins=_new_begins,
)
CONFIRM = Act(
    verb="parties.confirm_account",
    title="입금 계좌 확인",
    button="통장사본과 같음을 확인",
    said="입금 계좌를 확인했습니다. 이제 이 계좌로 지급합니다.",
    deed=_confirm,
    note="통장사본과 은행, 번호, 예금주를 견주어 보십시오. 적은 사람이 아닌 다른 사람이 확인합니다.",
)
BODY_ACTS = {
    "account": Act(
        verb="parties.enter_account",
        title="입금 계좌 적기",
        button="계좌 적기",
        said="입금 계좌를 적었습니다. 다른 사람이 확인하면 이 계좌로 지급합니다.",
        deed=_account,
        asks=_about_account,
        note="앞의 계좌는 이력에 남습니다. 다른 사람이 통장사본과 견주어 확인해야 쓰입니다.",
    ),
    "chair": Act(
        verb="parties.new_representative",
        title="대표자 바꾸기",
        button="대표자 바꾸기",
        said="대표자를 바꾸었습니다.",
        deed=_chair,
        asks=_about_chair,
        note="앞의 대표자는 그 전날까지였던 것으로 남습니다.",
    ),
    "move": Act(
        verb="parties.move",
        title="소재지 바꾸기",
        button="소재지 바꾸기",
        said="소재지를 바꾸었습니다.",
        deed=_move,
        asks=_about_move,
    ),
    "rename": Act(
        verb="parties.rename",
        title="이름 바꾸기",
        button="이름 바꾸기",
        said="이름을 바꾸었습니다.",
        deed=_rename,
        asks=_about_name,
    ),
    "alias": Act(
        verb="parties.add_alias",
        title="다른 이름 더하기",
        button="더하기",
        said="다른 이름을 더했습니다.",
        deed=_alias,
        asks=_about_alias,
        note="사람들이 줄여 적는 이름을 더하면 그 이름으로도 찾습니다.",
    ),
    "number": Act(
        verb="parties.enter_business_number",
        title="사업자등록번호 적기",
        button="번호 적기",
        said="사업자등록번호를 적었습니다.",
        deed=_number,
        asks=_about_number,
    ),
    "merge": Act(
        verb="parties.merge",
        title="같은 단체 합치기",
        button="합치기",
        said="한 단체로 합쳤습니다.",
        deed=_merge,
        asks=_about_merge,
        kind="secondary",
        note="이 단체는 고른 단체를 가리키게 되고, 두 단체의 신청과 결정, 받은 돈을 함께 봅니다. 되돌릴 수 없습니다.",
    ),
}
"""단체에 할 일 by the word in the address."""
