"""결정 뒤의 통지 — a change approved or not, and the end of an award."""

from datetime import date, datetime

from django.utils import timezone

from majungmul.books.files.seals import seal_of
from majungmul.books.parties.queries.letters import head_of
from majungmul.formats.paper import Item, Paper, day
from majungmul.stages.award.models import Award, AwardChange, ChangeKind, Ending
from majungmul.stages.award.papers.parts import (
    NotYet,
    approvals,
    basis_of,
    decided,
    how_to_question,
    sender_of,
)
from majungmul.stages.award.queries import change_in_words, changes_of, is_of_city, lines_of, title
from majungmul.stages.award.states import ChangeState, State
from majungmul.values.won import total


def change_notice(change: AwardChange) -> Paper:
    """변경승인 통지 — what was asked for, the answer with its reason, and what holds from now on (also 불승인).

    Refuses one that is not answered yet.
    """
    award = change.award
    if change.answered_at is None:
        paper = "변경승인 통지"
        raise NotYet(title=title(award), state=change.get_state_display(), paper=paper, when="변경에 답한")
    on, sealed = _on(change.answered_at), seal_of(change, "award_change")
    approved = change.state == ChangeState.APPROVED
    return Paper(
        kind="change_notice",
        title=f"{change.get_kind_display()} {'승인' if approved else '불승인'} 통지",
        sender=sender_of(award),
        receiver=head_of(award.body),
        number=sealed.number if sealed else "",
        effective=sealed.effective_on if sealed else None if is_of_city(award) else on,
        portal=sealed.portal if sealed else "",
        basis=basis_of(award, on, "change.approval"),
        body=(
            Item(
                f"{day(_on(change.requested_at))}에 신청하신 ‘{title(award)}’의 {change.get_kind_display()}에 대하여 "
                "다음과 같이 알려 드립니다."
            ),
            Item("변경 내용", _what(change)),
            Item("결과", _result(change)),
            Item(_next(change)),
            Item(f"문의: {award.application.call.contact}"),
        ),
        approvals=approvals(
            ("담당", change.submitted_by, None), ("결재", change.answered_by, change.answered_at)
        ),
        is_made_up=change.is_made_up,
    )


def ending_notice(award: Award) -> Paper:
    """결정 종료 통지 — since when, why, how much it was; how to object where it was revoked. Refuses one not ended."""
    if award.state != State.ENDED or award.ended_on is None:
        paper = "결정 종료 통지"
        raise NotYet(title=title(award), state=award.get_state_display(), paper=paper, when="결정이 끝난")
    revoked = changes_of(award).filter(kind=ChangeKind.REVOCATION, state=ChangeState.APPROVED).first()
    sealed = seal_of(revoked, "award_change") if revoked else None
    word = award.get_ending_display()
    keys = ("revocation.grounds",) if award.ending != Ending.GIVEN_UP else ("transfer.approval",)
    return Paper(
        kind="ending_notice",
        title=f"{'교부결정' if is_of_city(award) else '지원결정'} {word} 통지",
        sender=sender_of(award),
        receiver=head_of(award.body),
        number=sealed.number if sealed else "",
        effective=sealed.effective_on if sealed else None if is_of_city(award) else award.ended_on,
        portal=sealed.portal if sealed else "",
        basis=basis_of(award, award.ended_on, *keys),
        body=(
            Item(f"‘{title(award)}’이(가) 다음과 같이 끝났음을 알려 드립니다."),
            Item("내용", _end(award, word)),
            Item(_after(award, award.ended_on)),
            Item(f"문의: {award.application.call.contact}"),
        ),
        approvals=approvals(
            ("담당", revoked.submitted_by if revoked else None, None),
            ("결재", revoked.answered_by if revoked else None, revoked.answered_at if revoked else None),
        ),
        is_made_up=award.is_made_up,
    )


def _on(at: datetime) -> date:
    return timezone.localdate(at)


def _what(change: AwardChange) -> tuple[Item, ...]:
    return (
        Item(f"바꾸기 전: {change.before}"),
        Item(f"바꾸려는 것: {change_in_words(change)}"),
        Item(f"신청한 사유: {change.reason}"),
    )


def _result(change: AwardChange) -> tuple[Item, ...]:
    approved = change.state == ChangeState.APPROVED
    minor = " (경미한 변경이라 신청한 때부터 효력이 있습니다)" if change.is_minor else ""
    return (
        Item(f"결과: {change.get_state_display()}{minor}"),
        Item(f"{'의견' if approved else '이유'}: {change.answer}"),
        Item(
            "지금의 결정액" if change.award.state == State.EFFECTIVE else "결정액",
            amount=total(line.amount for line in lines_of(change.award)),
        ),
    )


def _next(change: AwardChange) -> str:
    if change.state == ChangeState.APPROVED:
        return "바뀐 내용대로 사업을 하고, 바뀐 내용이 담긴 계약서 등을 올려 주십시오. 나머지 조건은 그대로입니다."
    return "처음 결정대로 사업을 해 주십시오. 사정이 달라지면 사유를 적어 다시 신청할 수 있습니다."


def _end(award: Award, word: str) -> tuple[Item, ...]:
    ended = day(award.ended_on) if award.ended_on else ""
    return (
        Item(f"구분: {word}"),
        Item(f"끝난 날: {ended}"),
        Item(f"사유: {award.end_reason}"),
        Item("처음의 결정액", amount=total(map(decided, lines_of(award)))),
    )


def _after(award: Award, on: date) -> str:
    if award.ending == Ending.REVOKED:
        return how_to_question(award, on, on)
    if award.ending == Ending.GIVEN_UP:
        return (
            "결정되었던 금액은 다른 신청에 쓸 수 있게 되었습니다. 접수 기간 안이면 다시 신청하실 수 있습니다."
        )
    return "이미 나간 돈은 정산에서 따로 알려 드립니다. 그때까지 증빙 자료를 보관해 주십시오."
