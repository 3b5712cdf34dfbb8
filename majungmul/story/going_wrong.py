"""잘못된 것 — money asked back after it was paid, objections, a decision revoked in part, what the city does then."""

from collections.abc import Callable
from datetime import date
from functools import partial

from majungmul.stages.award import actions as award
from majungmul.stages.award.queries import lines_of
from majungmul.stages.settlement import actions as settlement
from majungmul.story.cases import Case
from majungmul.story.people import APPROVER, CITY_APPROVER, OFFICER, SUCCESSOR
from majungmul.story.telling import Row, Rows, Script
from majungmul.values.won import Won

Day = tuple[int, int]


def tell_grant_objection(script: Script, days: tuple[Day, Day]) -> None:
    """이의신청 — of the operator against the city's decision; answered with a reason."""
    why = (script.pk("grant"), "설명회를 두 번 열 수 있게 홍보비를 늘려 주시기 바람(가상)")
    name = "grant.objection"
    script.add(script.on(*days[0]), name, "교부결정 이의신청", award.file_objection, OFFICER, *why)
    answer = partial(award.answer_objection, upheld=False)
    said = (script.pk(name), "지원계획의 소요예산을 넘어 늘릴 수 없음")
    script.add(script.on(*days[1]), f"{name}.answered", "이의신청에 답함", answer, CITY_APPROVER, *said)


def tell_goods_returned(script: Script, case: Case, days: tuple[Day, Day, Day], amount: int) -> None:
    """거래의 반품 — found after payment: asked back, objected to, the objection not upheld, paid."""
    name, who = f"{case.body}.refund", case.of.name
    why = "지급 뒤에 납품한 물건의 일부를 반품한 것이 드러남(가상)"
    _tell_ordered(script, case, days[0], _draft(script, case, "goods_returned", Won(amount), why))
    row = script.pk(name)
    told = (row, script.day(*days[0]))
    script.add(
        script.on(*days[0], 16),
        f"{name}.told",
        f"{who} 반환명령 시에 통보",
        settlement.notify_city,
        OFFICER,
        *told,
    )
    objected = (row, "반품한 물건은 새것으로 바꾸어 받았음(가상)")
    _tell_objection(script, case, days[1], objected, upheld=False)
    paid = (row, script.day(*days[2]))
    script.add(
        script.on(*days[2]), f"{name}.paid", f"{who} 반환금 납부", settlement.receive_refund, OFFICER, *paid
    )


def tell_withdrawn(script: Script, case: Case, days: tuple[Day, Day], amount: int) -> None:
    """반환명령 철회 — the objection is right: the order is withdrawn."""
    why = "거래명세서의 수량이 계약보다 적음(가상)"
    _tell_ordered(script, case, days[0], _draft(script, case, "goods_returned", Won(amount), why))
    objected = (script.pk(f"{case.body}.refund"), "나머지는 다음 날 따로 납품했고 명세서를 냄(가상)")
    _tell_objection(script, case, days[1], objected, upheld=True)


def tell_revoked(script: Script, case: Case, days: tuple[Day, Day], amount: int) -> None:
    """일부 취소 → 반환명령 → 시에 통보; then the city's surcharge and exclusion."""
    name, who, first = f"{case.body}.revocation", case.of.name, days[0]
    facts = "같은 거래로 다른 기관의 지원을 함께 받은 것이 드러남(가상)"

    def revocation(rows: Rows) -> settlement.RevocationDraft:
        return settlement.RevocationDraft(
            award=rows[script.name(f"{case.body}.award")].pk,
            grounds="false",
            facts=facts,
            principal=Won(amount),
            is_whole=False,
        )

    up, decided = f"{who} 일부 취소 올림", f"{who} 일부 취소"
    script.add(script.on(*first), name, up, settlement.submit_revocation, OFFICER, revocation)
    revoked = script.pk(name)
    script.add(script.on(*first, 14), f"{name}.decided", decided, settlement.revoke, APPROVER, revoked)
    draft = _draft(script, case, "revoked", Won(amount), facts, revoked)
    _tell_ordered(script, case, first, draft, hour=15)
    told = (script.pk(f"{case.body}.refund"), script.day(*first))
    what = f"{who} 반환명령 시에 통보"
    script.add(script.on(*first, 17), f"{name}.told", what, settlement.notify_city, OFFICER, *told)
    _tell_sanctions(script, case, days[1], Won(amount))


def _tell_sanctions(script: Script, case: Case, day: Day, amount: Won) -> None:
    """제재부가금 and, for a year, 선정 제외: by the city."""
    name, row, since = f"{case.body}.refund", script.pk(f"{case.body}.refund"), script.day(*day)
    charge = (row, amount, "지방보조금관리위원회 심의(가상-3호)")
    what = f"{case.of.name} 제재부가금"
    script.add(script.on(*day), f"{name}.charge", what, settlement.surcharge, CITY_APPROVER, *charge)
    barred = (row, "excluded", (since, date(since.year + 1, since.month, since.day)))
    what = f"{case.of.name} 선정 제외"
    script.add(script.on(*day, 15), f"{name}.barred", what, settlement.exclude, CITY_APPROVER, *barred)


def _tell_ordered(script: Script, case: Case, day: Day, draft: Callable[[Rows], Row], hour: int = 10) -> None:
    """반환명령 — proposed, and ordered by another person."""
    name, who = f"{case.body}.refund", case.of.name
    at = script.on(*day, hour)
    script.add(at, name, f"{who} 반환명령 올림", settlement.propose_refund, OFFICER, draft)
    at = script.on(*day, hour + 1)
    script.add(at, f"{name}.ordered", f"{who} 반환명령", settlement.order_refund, APPROVER, script.pk(name))


def _tell_objection(
    script: Script, case: Case, day: Day, said: tuple[Callable[[Rows], Row], str], *, upheld: bool
) -> None:
    """이의신청 and, a week later, its answer by another person than who ordered."""
    name, who = f"{case.body}.objection", case.of.name
    script.add(script.on(*day), name, f"{who} 이의신청", settlement.file_objection, case.of.login, *said)
    answer = partial(settlement.answer_objection, upheld=upheld)
    because = "명세서로 확인하여 받아들임" if upheld else "바꾸어 받은 물건의 증빙이 없음"
    given = (script.pk(name), because)
    month, number = day
    script.add(
        script.on(month, number + 6), f"{name}.answer", f"{who} 이의신청에 답함", answer, SUCCESSOR, *given
    )


def _draft(
    script: Script,
    case: Case,
    kind: str,
    principal: Won,
    reason: str,
    revocation: Callable[[Rows], Row] | None = None,
) -> Callable[[Rows], settlement.RefundDraft]:
    """반환명령 안 — what the order says, to be paid by 4 December."""

    def draft(rows: Rows) -> settlement.RefundDraft:
        return settlement.RefundDraft(
            line=lines_of(rows[script.name(f"{case.body}.award")])[0].pk,
            kind=kind,
            principal=principal,
            reason=reason,
            due_on=script.day(12, 4),
            revocation=revocation(rows) if revocation else None,
        )

    return draft
