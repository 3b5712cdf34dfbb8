"""신청과 선정 — applications come in, are checked, selected or not, and support is decided."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from majungmul.stages.application import actions as application
from majungmul.stages.award import actions as award
from majungmul.stages.review import actions as review
from majungmul.story.cases import Case, Deal
from majungmul.story.grant import SUPPORT, account_of, check_all
from majungmul.story.people import APPROVER, OFFICER, SUCCESSOR, number_of
from majungmul.story.scans import scan
from majungmul.story.telling import Row, Rows, Script, at_work
from majungmul.values.actor import Actor
from majungmul.values.won import Won

Day = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Missing:
    """빠진 요건 — the item of the 자격검토표 that is not met, and why."""

    code: str
    reason: str


def tell_application(
    script: Script, case: Case, at: datetime, *, call: str = "call", is_refused: bool = False
) -> None:
    """신청 — online by the co-operative, or from paper by an officer, with its scan."""
    second = "" if call == "call" else ".second"
    name, what = f"{case.body}.application{second}", f"{case.of.name} 신청"
    given = (answers_of(script, case), papers_of(script, case))
    if case.is_on_paper:
        entered = (script.pk(call), lambda rows: rows[case.body].pk, *given, at_work(at))
        script.add(at, name, f"{what}(종이)", application.enter_paper, OFFICER, *entered)
        return
    handed = (script.pk(call), *given)
    script.add(at, name, what, application.hand_in, case.of.login, *handed, is_refused=is_refused)


def tell_selection(script: Script, case: Case, day: Day) -> None:
    """자격검토 → 선정 결재 → 통보, with every item met."""
    name = f"{case.body}.review"
    tell_review_begun(script, case, day)
    looked = script.row(name)
    what = f"{case.of.name} 자격검토"
    script.add(script.on(*day, 11), f"{name}.checked", what, check_all, OFFICER, looked)
    tell_decision(script, case, day, (Won(case.support), "요건을 모두 갖추고 거래계획이 알맞음"))


def tell_review_begun(script: Script, case: Case, day: Day) -> None:
    """자격검토 시작."""
    name = f"{case.body}.review"
    applied = script.pk(f"{case.body}.application")
    script.add(script.on(*day), name, f"{case.of.name} 자격검토 시작", review.begin, OFFICER, applied)


def tell_decision(script: Script, case: Case, day: Day, said: tuple[Won | None, str], turn: str = "") -> None:
    """선정 결재 and 통보 — with the recommended amount, or None for 선정 제외, and the opinion."""
    tell_handed_in(script, case, day, said, turn)
    tell_decided(script, case, day, turn)


def tell_handed_in(
    script: Script, case: Case, day: Day, said: tuple[Won | None, str], turn: str = ""
) -> None:
    """선정 결재 올림."""
    name, what = f"{case.body}.review{turn}.submitted", f"{case.of.name} 선정 결재 올림"
    row = script.pk(f"{case.body}.review")
    script.add(script.on(*day, 14), name, what, review.submit, OFFICER, row, *said)


def tell_decided(script: Script, case: Case, day: Day, turn: str = "") -> None:
    """선정 결정 and 통보."""
    name, who, row = f"{case.body}.review{turn}", case.of.name, script.pk(f"{case.body}.review")
    script.add(script.on(*day, 16), f"{name}.decided", f"{who} 선정 결정", review.decide, APPROVER, row)
    script.add(script.on(*day, 17), f"{name}.told", f"{who} 선정 결과 통보", review.notify, OFFICER, row)


def tell_award(script: Script, case: Case, day: Day) -> None:
    """지원결정 — 작성 → 결재 올림 → 결정."""
    year, who = script.year, case.of.name
    name = f"{case.body}.award"

    def lines(rows: Rows) -> list[award.LineDraft]:
        applied = rows[script.name(f"{case.body}.application")]
        return [
            award.LineDraft(
                of=account_of(script, rows, SUPPORT),
                recommended=Won(case.support),
                amount=Won(case.support),
                because=applied.because,
            )
        ]

    days = (date(year, 3, 1), date(year + 1, 1, 1))
    draft = (script.pk(f"{case.body}.application"), lines, days)
    script.add(script.on(*day), name, f"{who} 지원결정 작성", award.draft, OFFICER, *draft)
    row = script.pk(name)
    script.add(
        script.on(*day, 11), f"{name}.submitted", f"{who} 지원결정 결재 올림", award.submit, OFFICER, row
    )
    script.add(script.on(*day, 15), f"{name}.decided", f"{who} 지원결정", award.decide, APPROVER, row)


def tell_correction(script: Script, case: Case, days: tuple[Day, Day], said: tuple[str, str, str]) -> None:
    """보완 — asked for at a field of the form, and answered with the form anew."""
    field, what, answer = said
    applied, who = script.pk(f"{case.body}.application"), case.of.name
    asked, name = (applied, field, what, 7), f"{case.body}.asked"
    script.add(script.on(*days[0]), name, f"{who} 보완요청", application.ask_correction, OFFICER, *asked)
    nothing_new: dict[str, Row] = {}
    given = (applied, answers_of(script, case), nothing_new, answer)
    corrected = f"{case.body}.corrected"
    script.add(script.on(*days[1]), corrected, f"{who} 보완", application.correct, case.of.login, *given)


def tell_left_out(script: Script, case: Case, day: Day, missing: Missing) -> None:
    """선정 제외 — an item is not met; told with the reason."""
    tell_review_begun(script, case, day)
    check = partial(check_but, missing=missing)
    name, what = f"{case.body}.review.checked", f"{case.of.name} 자격검토"
    looked = script.row(f"{case.body}.review")
    script.add(script.on(*day, 11), name, what, check, OFFICER, looked)
    tell_decision(script, case, day, (None, missing.reason))


def tell_asked_again(
    script: Script, case: Case, days: tuple[Day, Day], said: tuple[str, str], answer: Callable[..., Any]
) -> None:
    """재검토 요청 and its answer, by another person than who decided."""
    why, because = said
    row, who = script.pk(f"{case.body}.review"), case.of.name
    asked, name = f"{case.body}.asked_again", f"{case.body}.answered"
    script.add(
        script.on(*days[0]), asked, f"{who} 재검토 요청", review.request_again, case.of.login, row, why
    )
    script.add(script.on(*days[1]), name, f"{who} 재검토 답", answer, SUCCESSOR, row, because)


def tell_selected_again(script: Script, case: Case, day: Day, missing: Missing) -> None:
    """선정 — after another look: what was missing is there now."""
    row = script.pk(f"{case.body}.review")
    item = (row, missing.code, "met", "재검토에서 확인함")
    name, what = f"{case.body}.met", f"{case.of.name} 자격검토"
    script.add(script.on(*day), name, what, review.check, OFFICER, *item)
    tell_decision(script, case, day, (Won(case.support), "재검토에서 요건을 갖춘 것을 확인함"), ".again")


def check_but(looked: Row, *, missing: Missing, by: Actor, at: datetime, key: str) -> Row:
    """자격 검토 — every item is met but one, with the reason. Returns that item."""
    check_all(looked, but=missing.code, by=by, at=at, key=key)
    return review.check(looked.pk, missing.code, "not_met", missing.reason, by=by, at=at, key=f"{key}:not")


def answers_of(script: Script, case: Case) -> dict[str, Any]:
    """신청서 — as the co-operative fills it in."""
    body = case.of
    return {
        "applicant": {
            "name": body.name,
            "business_number": number_of(body.code),
            "representative": case.chair or body.chair,
            "contact": f"사무국장 {body.officer}",
            "phone": "02-000-0000",
            "email": f"{body.code}@example.com",
            "address": f"서울특별시 {body.address}",
            "ministry": "seoul",
            "general_meeting": f"{script.year}-02-20",
        },
        "trades": [_trade_row(deal) for deal in case.deals],
    }


def _trade_row(deal: Deal) -> dict[str, Any]:
    row = {
        "role": deal.side,
        "partners": deal.counterpart.name,
        "item": f"{deal.item}({deal.quantity})",
        "period": "5~11월",
        "amount": f"{deal.planned:,}",
        "tax": "taxable" if deal.is_taxed else "exempt",
        "payment_method": "transfer",
        "other_support": "없음",
        "related": "없음",
        "effect": f"{deal.effect}(가상)",
    }
    return row | (
        {"others": str(deal.others)} if deal.others else {"partner_number": number_of(deal.partner)}
    )


def papers_of(script: Script, case: Case) -> dict[str, Any]:
    """붙임 — what every application needs, and the list of partners where they are known by number."""
    name, year = case.of.name, f"{script.year}년"
    papers = {
        "business_registration": scan("사업자등록증", name),
        "bankbook": scan("통장사본", name),
        "sealed_application": scan("직인 찍은 신청서", name, year),
    }
    if any(deal.others for deal in case.deals):
        papers["partner_list"] = scan("거래조합 명단", name, year)
    return papers
