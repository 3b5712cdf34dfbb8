"""문서의 조각 — what the papers of an award share: who sends, the day, the law, 조건, the way to object."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties.queries.letters import head_of
from majungmul.books.parties.queries.positions import name_of
from majungmul.formats.paper import Approval, Item, day
from majungmul.programmes.conditions import article_on
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.stages.award.models import Award, AwardLine
from majungmul.stages.award.queries import conditions_of, is_of_city
from majungmul.stages.review.queries import Again, ways_again
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won

UNREAD = "당시 법 확인 필요"


class OtherPaper(Refusal):
    """다른 문서."""

    sentence = "‘{title}’에는 ‘{paper}’이(가) 없습니다. ‘{instead}’을(를) 골라 주십시오."


class NotYet(Refusal):
    """아직 만들 수 없음."""

    sentence = (
        "‘{title}’은(는) 지금 ‘{state}’ 상태라 ‘{paper}’을(를) 만들 수 없습니다. {when} 뒤에 만들어 주십시오."
    )


def day_of(award: Award) -> date:
    """행위의 날 — the day whose law a paper cites: 시행일, else of the decision, else of what was handed in."""
    at = award.decided_at or award.submitted_at or award.application.received_at
    return award.effective_on or timezone.localdate(at)


def sender_of(award: Award) -> str:
    """발신 명의 — 서울특별시장, or who stands for the operator."""
    body = award.office.organisation
    return jurisdiction(award.jurisdiction.code).head if is_of_city(award) or body is None else head_of(body)


def articles(on: date, keys: tuple[str, ...], code: str) -> tuple[str, ...]:
    """근거 — the articles of those rules that held on the day; 당시 법 확인 필요 where nobody read any."""
    found = dict.fromkeys(article for key in keys if (article := article_on(on, key, code)))
    return tuple(found) or (UNREAD,)


def basis_of(award: Award, on: date, *keys: str) -> tuple[str, ...]:
    """근거 — of the city's award the law of the day, of the operator's its 공고."""
    call = award.application.call
    return (
        articles(on, keys, award.jurisdiction.code)
        if is_of_city(award)
        else (f"{call.title}({call.number})",)
    )


def decided(line: AwardLine) -> Won:
    """결정 금액 — as the decision said it, before any change."""
    return line.amount if line.decided is None else line.decided


def days_in_words(since: date, until: date) -> str:
    """사업기간 — from the first day to the last (the day before `until`)."""
    return f"{day(since)}부터 {day(date.fromordinal(until.toordinal() - 1))}까지"


def conditions(award: Award) -> tuple[Item, ...]:
    """조건 — each with its article, and its last day where it has one."""
    return tuple(
        Item(
            each.text
            + (f" ({each.law})" if each.law else "")
            + (f" — {day(each.due_on)}까지" if each.due_on else "")
        )
        for each in conditions_of(award)
    )


def how_to_question(award: Award, on: date, told_on: date | None) -> str:
    """이의신청·재검토 요청 안내 — within how many days, under what; the last day once it was told."""
    way = ways_again(award.application.call, told_on or on)
    until = f"({_until(way)})" if told_on else ""
    return (
        f"이 결정에 이의가 있으면 통지를 받은 날부터 {way.days}일 안{until}에 이유를 적은 서면으로 "
        f"{way.word}을 할 수 있습니다({way.basis})."
    )


def approvals(*signed: tuple[str, UUID | None, datetime | None]) -> tuple[Approval, ...]:
    """결재란 — who handed in, who decided, with their names and days; a place where nobody signed yet."""
    return tuple(
        Approval(role, name_of(person) if person else "", timezone.localdate(at) if at else None)
        for role, person, at in signed
    )


def _until(way: Again) -> str:
    return f"{day(way.last)}까지" if way.is_certain else f"{day(way.last)}까지, 날짜 확인 필요"
