"""바뀌는 것 — awards and contracts changed or given up, claims corrected, accounts entered anew."""

from majungmul.books.parties.actions.accounts import confirm_account
from majungmul.stages.award import actions as award
from majungmul.stages.award.queries import lines_of
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.payment import actions as payment
from majungmul.story import claiming, trading
from majungmul.story.cases import Case
from majungmul.story.people import ACCOUNTANT, APPROVER, OFFICER, account
from majungmul.story.scans import scan
from majungmul.story.telling import Row, Rows, Script
from majungmul.values.won import Won

Day = tuple[int, int]


def tell_given_up(script: Script, case: Case, day: Day, why: str) -> None:
    """지원 포기 — by the co-operative, before any money left."""
    given = (script.pk(f"{case.body}.award"), why)
    what = f"{case.of.name} 지원 포기"
    script.add(script.on(*day), f"{case.body}.given_up", what, award.give_up, case.of.login, *given)


def tell_change(script: Script, case: Case, day: Day, asked: tuple[Won, str]) -> None:
    """변경 — the amount of an award: asked for, handed in, approved two days later."""
    amount, reason = asked

    def request(rows: Rows) -> award.ChangeRequest:
        line = lines_of(rows[script.name(f"{case.body}.award")])[0]
        return award.ChangeRequest(kind="amount", reason=reason, line=line.pk, amount=amount)

    name, who = f"{case.body}.change", case.of.name
    given = (script.pk(f"{case.body}.award"), request)
    row = script.pk(name)
    script.add(script.on(*day), name, f"{who} 변경 신청", award.request_change, case.of.login, *given)
    script.add(script.on(*day, 15), f"{name}.up", f"{who} 변경 결재 올림", award.submit_change, OFFICER, row)
    said = (row, "시세표와 견적서로 확인함")
    script.add(script.on(*day, 17), f"{name}.yes", f"{who} 변경 승인", award.approve_change, APPROVER, *said)


def tell_contract_change(script: Script, case: Case, day: Day, said: tuple[Won, str]) -> None:
    """변경계약 — of the first deal."""
    supply, reason = said
    deal = case.deals[0]
    changes: dict[str, object] = {"supply": supply, "vat": Won(deal.vat(supply.amount))}
    page = scan("변경계약서", case.of.name, deal.counterpart.name, deal.item)
    contract = script.pk(trading.contract_name(case, 1))
    given = (contract, changes, reason, script.day(*day), page)
    what = f"{case.of.name} 변경계약"
    script.add(
        script.on(*day), f"{case.body}.contract_change", what, delivery.change_contract, case.of.login, *given
    )


def tell_claim_correction(script: Script, case: Case, days: tuple[Day, Day], what: str) -> None:
    """청구 보완 — something was missing in the claim; it is handed in whole."""
    row, who, name = script.pk(f"{case.body}.claim"), case.of.name, f"{case.body}.claim.asked"
    asked = (row, "papers.statement", f"{what} 붙여 주십시오.", 7)
    script.add(script.on(*days[0]), name, f"{who} 청구 보완요청", payment.ask_correction, OFFICER, *asked)
    given = (row, claiming.claim_of(script, case), claiming.files_of(script, case), "빠진 것을 붙임")
    answered = f"{case.body}.claim.corrected"
    script.add(script.on(*days[1]), answered, f"{who} 청구 보완", payment.correct, case.of.login, *given)


def tell_new_account(script: Script, case: Case, day: Day, digits: str) -> None:
    """계좌 변경 — entered by one person, seen by another the same afternoon."""

    def body(rows: Rows) -> Row:
        return rows[case.body]

    name, who = f"{case.body}.new_account", case.of.name
    script.add(script.on(*day), name, f"{who} 계좌 변경", account, OFFICER, body, digits)
    row = script.pk(name)
    script.add(script.on(*day, 15), f"{name}.seen", f"{who} 계좌 확인", confirm_account, ACCOUNTANT, row)
