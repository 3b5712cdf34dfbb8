"""계약 — what was agreed with a 거래조합: entered with its scan, confirmed, changed, cancelled."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from majungmul.books.files.queries import uses_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.programmes.specification import specification
from majungmul.stages.award.queries import award_for
from majungmul.stages.award.states import State as AwardState
from majungmul.stages.delivery import actions
from majungmul.stages.delivery.queries import changes_of, contract_for, possible_partners, trades_of
from majungmul.stages.delivery.states import after
from majungmul.stages.payment.queries import claimable_trades
from majungmul.web.applicant.acts import Act, act_page
from majungmul.web.applicant.allowing import allows
from majungmul.web.applicant.award import crumbs
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import REASON, ask, choice, field, slot
from majungmul.web.keys import key_of
from majungmul.web.showing import show
from majungmul.web.words import day

if TYPE_CHECKING:
    from majungmul.programmes.form import Form, Slot
    from majungmul.stages.award.models import Award
    from majungmul.stages.delivery.models import Contract

SIDES = (
    ("buyer", "우리 조합이 삽니다"),
    ("seller", "우리 조합이 팝니다"),
    ("broker", "우리 조합이 중개합니다"),
)
KINDS = (("contract", "계약서"), ("frame", "기본(단가)계약서"), ("order", "발주서·주문서(소액)"))
ACTS = ("add_scan", "send_link", "change_contract", "cancel_contract", "record_trade")
SCAN = "contract"
"""The slot of the programme's form for the contract itself."""
SCAN_HELP = "양쪽 직인이 모두 보여야 합니다. 휴대전화로 찍은 사진도 됩니다."
TERMS = (
    field("item", "품목", example="카탈로그 용지", limit=200),
    field("quantity", "수량·단가", example="3,000부×15,000원", limit=120),
    field("supply", "공급가액", "won", example="45,000,000원"),
    field("vat", "부가세", "won_or_zero", example="4,500,000원", help="면세이면 0을 적습니다."),
    field("deliver_by", "납품기한", "day", example="2026. 12. 10."),
    field("place", "납품장소", example="서울가상인쇄협동조합 사무국", limit=160),
    field("payment_terms", "대금 지급조건", example="납품 후 30일 안 계좌이체", limit=160),
)
"""What a contract says, and what a 변경계약 may change of it."""


def contract(request: Asked, contract: UUID) -> HttpResponse:
    """계약 — its terms, how it was confirmed, its trades, its files."""
    row = contract_for(request.seat, contract)
    in_effect = row.award.state == AwardState.EFFECTIVE
    trades = [each for each in trades_of(row.award) if each.contract_id == row.pk]
    return show(
        request,
        "applicant/contract.html",
        row=row,
        award=row.award,
        crumbs=crumbs(row.award, f"계약 {row.number}"),
        terms=_terms(row),
        trades=trades,
        free=[each for each in claimable_trades(row.award) if each in trades],
        changes=list(changes_of(row)),
        uses=[(use.purpose, use) for use in uses_of(row)],
        may={act: in_effect and allows(after, f"delivery.{act}", row.state) for act in ACTS},
    )


def contract_new(request: Asked, award: UUID) -> HttpResponse:
    """계약 등록 — under an award in effect."""
    row = award_for(request.seat, award)
    if row.state != AwardState.EFFECTIVE:
        raise NotHere(what="계약을 등록할 결정")
    labels = {each.code: each.label for each in _slots(row)}
    act = Act(
        title="계약을 등록합니다",
        lead="계약서에 적힌 그대로 적고, 양쪽 직인이 찍힌 계약서를 올립니다. "
        "직인이 아직 없으면 등록한 뒤 거래조합에 확인 링크를 보낼 수 있습니다.",
        button="계약 등록",
        form=_form(row),
        crumbs=crumbs(row, "계약 등록"),
    )

    def deed(values: dict[str, Any], files: Any) -> object:  # noqa: ANN401 - what the form has read
        said = actions.ContractDraft(**{**values, "counterpart": UUID(values["counterpart"])})
        papers = {labels[code]: file for code, file in files.items() if code != SCAN}
        return actions.enter_contract(
            row.pk,
            said,
            files.get(SCAN),
            papers,
            by=request.actor,
            at=request.at,
            key=key_of(request),
        )

    then = f"{reverse('applicant:award', args=[row.pk])}#contracts"
    return act_page(request, act, deed, then=then, said="계약을 등록했습니다. 이제 확인을 받습니다.")


def add_scan(request: Asked, contract: UUID) -> HttpResponse:
    """계약서 올리기 — the scan of a contract that nobody has confirmed yet."""
    row = _open(request, contract, "add_scan")
    act = Act(
        title="계약서를 올립니다",
        lead="올리면 담당자가 양쪽 직인을 보고 확인합니다. 앞서 올린 것도 그대로 남습니다.",
        button="계약서 올리기",
        form=ask("계약서", slot("scan", "계약서(양쪽 직인) 또는 발주서", help=SCAN_HELP)),
        crumbs=_crumbs(row, "계약서 올리기"),
        facts=_facts(row),
    )

    def deed(_values: object, files: Any) -> object:  # noqa: ANN401 - by slot
        return actions.add_scan(row.pk, files["scan"], by=request.actor, at=request.at, key=key_of(request))

    return act_page(request, act, deed, then=_own(row), said="계약서를 올렸습니다.")


def change_contract(request: Asked, contract: UUID) -> HttpResponse:
    """변경계약 등록 — what was agreed anew, with its scan."""
    row = _open(request, contract, "change_contract")
    parts = (
        *TERMS,
        field("signed_on", "변경계약일", "day", example="2026. 10. 1."),
        REASON,
        slot("scan", "변경계약서(양쪽 직인)", help=SCAN_HELP),
    )
    act = Act(
        title="변경계약을 등록합니다",
        lead="지금 내용이 적혀 있습니다. 바뀐 칸만 고쳐 주십시오. 거래조합이 바뀌면 계약을 해제하고 새로 등록합니다.",
        button="변경계약 등록",
        form=ask("변경계약", *parts),
        crumbs=_crumbs(row, "변경계약"),
        facts=_facts(row),
        begins_with={each.code: _plain(getattr(row, each.code)) for each in TERMS},
    )

    def deed(values: dict[str, Any], files: Any) -> object:  # noqa: ANN401 - what the form has read
        changes = {each.code: values[each.code] for each in TERMS}
        return actions.change_contract(
            row.pk,
            changes,
            values["reason"],
            values["signed_on"],
            files["scan"],
            by=request.actor,
            at=request.at,
            key=key_of(request),
        )

    return act_page(request, act, deed, then=_own(row), said="변경계약을 등록했습니다.")


def cancel_contract(request: Asked, contract: UUID) -> HttpResponse:
    """계약 해제 — with the reason."""
    row = _open(request, contract, "cancel_contract")
    act = Act(
        title="계약을 해제할까요?",
        lead="해제한 계약에는 거래를 적을 수 없습니다. 거래를 적은 계약은 해제할 수 없습니다.",
        button="계약 해제",
        form=ask("계약 해제", REASON),
        crumbs=_crumbs(row, "계약 해제"),
        is_danger=True,
        facts=_facts(row),
    )

    def deed(values: dict[str, str], _files: object) -> object:
        return actions.cancel_contract(
            row.pk, values["reason"], by=request.actor, at=request.at, key=key_of(request)
        )

    return act_page(request, act, deed, then=_own(row), said="계약을 해제했습니다.")


def send_link(request: Asked, contract: UUID) -> HttpResponse:
    """확인 링크 만들기 — the address with which the 거래조합 confirms; it is shown in the answer, and only there."""
    row = _open(request, contract, "send_link")
    sent = None
    if request.method == "POST":
        sent = actions.send_link(row.pk, by=request.actor, at=request.at, key=key_of(request))
    code = sent.link_code if sent else ""
    address = reverse("public:confirm_contract", args=[code]) if code else ""
    return show(
        request,
        "applicant/link.html",
        row=sent or row,
        is_sent=sent is not None,
        crumbs=_crumbs(row, "확인 링크"),
        facts=_facts(row),
        address=request.build_absolute_uri(address) if address else "",
    )


def _open(request: Asked, contract: UUID, act: str) -> "Contract":
    """The contract, where its state leaves room for the act."""
    row = contract_for(request.seat, contract)
    if not allows(after, f"delivery.{act}", row.state):
        raise NotHere(what="계약")
    return row


def _own(row: "Contract") -> str:
    return reverse("applicant:contract", args=[row.pk])


def _crumbs(row: "Contract", here: str) -> tuple[tuple[str, str] | str, ...]:
    return crumbs(row.award, (f"계약 {row.number}", _own(row)), here)


def _facts(row: "Contract") -> tuple[tuple[str, str], ...]:
    return (("거래조합", row.counterpart.name), ("품목", row.item), ("공급가액", str(row.supply)))


def _terms(row: "Contract") -> tuple[tuple[str, str], ...]:
    return (
        ("거래조합", row.counterpart.name),
        ("우리 조합의 역할", row.get_side_display()),
        ("종류", row.get_kind_display()),
        ("계약일", day(row.signed_on)),
        ("품목", row.item),
        ("수량·단가", row.quantity),
        ("공급가액", str(row.supply)),
        ("부가세", str(row.vat)),
        ("합계", str(row.total)),
        ("납품기한", day(row.deliver_by)),
        ("납품장소", row.place),
        ("대금 지급조건", row.payment_terms),
    )


def _plain(value: Any) -> str:  # noqa: ANN401 - of any term
    """A term as one would type it."""
    if hasattr(value, "isoformat"):
        return f"{value.year}. {value.month}. {value.day}."
    return f"{value.amount:,}" if hasattr(value, "amount") else str(value)


def _slots(row: "Award") -> "list[Slot]":
    """붙임 — as the programme's form has them; a contract without its scan is confirmed by a link."""
    programme = specification(row.jurisdiction.code, row.application.call.programme)
    return [
        slot(each.code, each.label, required=False, help=SCAN_HELP if each.code == SCAN else each.help)
        for each in programme.form("contract").papers
    ]


def _form(row: "Award") -> "Form":
    partners = [(str(body.pk), body.name) for body in possible_partners(row)]
    return ask(
        "계약 등록",
        choice(
            "counterpart",
            "거래조합",
            partners,
            help="신청서에 적은 조합이 먼저 나옵니다. 없으면 중앙회에 등록을 요청해 주십시오.",
        ),
        choice("side", "우리 조합의 역할", SIDES),
        choice("kind", "종류", KINDS),
        field("signed_on", "계약일", "day", example="2026. 11. 3."),
        *TERMS,
        *_slots(row),
    )
