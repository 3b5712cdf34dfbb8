"""제재 — a surcharge decided by a person with its record, an exclusion as a dated fact; by the law of its day."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties import written
from majungmul.books.parties.actions.sanctions import sanction
from majungmul.books.parties.queries.bodies import family
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.programmes.legislation import Law, Row, law_on
from majungmul.stages.settlement.models import Refund, Revocation, Surcharge
from majungmul.stages.settlement.states import RevocationState, refund_after
from majungmul.values.actor import Actor
from majungmul.values.calendar import months_after
from majungmul.values.refusal import Refusal
from majungmul.values.won import ZERO, Won

MOST_TIMES = "surcharge.most_times"
MOST_YEARS = "exclusion.most_years"
MONTHS = 12


class NoWrong(Refusal):
    """위반이 없는 반환."""

    sentence = (
        "거래의 반품·취소로 돌려받는 반환명령에는 ‘{act}’을(를) 할 수 없습니다. "
        "위반이 있으면 반환 사유를 밝혀 새로 명령해 주십시오."
    )


class NotToldYet(Refusal):
    """시에 통보하기 전."""

    sentence = "중앙회가 반환명령 사실을 아직 시에 통보하지 않았습니다. 통보를 받은 뒤에 할 수 있습니다."


class SurchargeOutOfRange(Refusal):
    """제재부가금의 범위."""

    sentence = (
        "제재부가금은 1원부터 반환할 총액 {owed}의 {times}배인 "
        "{most}까지 정할 수 있습니다({article}). 적은 금액 {asked}"
    )


class SurchargedAlready(Refusal):
    """이미 정한 제재부가금."""

    sentence = "이 반환명령에는 {on:%Y. %-m. %-d.}에 제재부가금 {amount}을 이미 정했습니다."


class ExcludedAlready(Refusal):
    """이미 한 제외."""

    sentence = (
        "이 반환명령으로 ‘{kind}’을(를) 이미 했습니다({last:%Y. %-m. "
        "%-d.}까지). 바꾸려면 그 제재를 먼저 풀어 주십시오."
    )


class ExcludedTooLong(Refusal):
    """제외 기간의 한도."""

    sentence = (
        "제외 기간은 시작일부터 {years}년 안에서 끝나야 합니다({article}). "
        "{since:%Y. %-m. %-d.}부터면 {last:%Y. %-m. %-d.}까지 정할 수 있습니다."
    )


class ExcludedBackwards(Refusal):
    """제외 기간의 시작."""

    sentence = (
        "제외는 {first:%Y. %-m. "
        "%-d.}부터 시작할 수 있습니다(적은 날 {since:%Y. %-m. %-d.}). 시작일을 고쳐 주십시오."
    )


class NotOftenEnough(Refusal):
    """제외할 횟수가 안 됨."""

    sentence = (
        "‘{grounds}’(으)로 취소된 것이 {found}번입니다. "
        "{times}번 이상이어야 수행에서 배제할 수 있습니다({article})."
    )


@action("surcharge.decided")
def surcharge(refund_id: UUID, amount: Won, record: str, *, by: Actor, at: datetime, key: str) -> Surcharge:
    """제재부가금 — an amount decided by a person, with the record of who deliberated. Returns the surcharge.

    By the law of the day of the wrong (행정기본법 제14조제3항): refuses (NotInForce) what was done when there was no
    surcharge (2018), more than five times what is due, and an order of the tier below of which the city was not told.
    """
    refund = locked(Refund, by, refund_id)
    require(by, "settlement.surcharge", refund)
    refund.state = refund_after("settlement.surcharge", refund.state, refund.number)
    _refuse_without_wrong(refund, "제재부가금")
    today = timezone.localdate(at)
    row = law_on(refund.wronged_on, refund.jurisdiction.code)[MOST_TIMES]
    if earlier := Surcharge.objects.filter(refund=refund).first():
        raise SurchargedAlready(on=earlier.decided_on, amount=earlier.amount)
    _refuse_surcharge(amount, refund.principal + refund.interest, row)
    made = Surcharge(
        jurisdiction_id=by.jurisdiction,
        refund=refund,
        amount=amount,
        record=written.line(Surcharge, "record", record),
        law=row.article,
        decided_on=today,
        due_on=today + timedelta(days=law_on(today)["surcharge.pay_days"].number),
        decided_by=by.person,
    )
    made.save()
    return made


@action("refund.excluded")
def exclude(
    refund_id: UUID,
    kind: str,
    days: tuple[date, date],
    article: str = "",
    *,
    by: Actor,
    at: datetime,
    key: str,
) -> Refund:
    """선정·지급 제외 — a dated fact about the body, which next year's application checks. Returns the refund.

    `days` are `[since, until)`, at most as long as the law of the day says for these grounds; the article is the
    law's where none is given. Refuses a longer or an open end, fewer revocations than the law asks for, twice.
    """
    refund = locked(Refund, by, refund_id)
    require(by, "settlement.exclude", refund)
    refund.state = refund_after("settlement.exclude", refund.state, refund.number)
    _refuse_without_wrong(refund, "선정·지급 제외")
    if refund.sanction is not None:
        last = refund.sanction.last_day or refund.sanction.since
        raise ExcludedAlready(kind=refund.sanction.get_kind_display(), last=last)
    row = longest(refund, timezone.localdate(at))
    _refuse_days(refund, days, row)
    said = article or row.article
    refund.sanction = sanction(refund.body_id, kind, days, said, refund.reason[:200], by=by, at=at, key=key)
    refund.save()
    return refund


def longest(refund: Refund, on: date) -> Row:
    """제외 기간의 한도 — the row of the law of the day that bounds an exclusion on these grounds, in years.

    2018: five years at most, as the city sees fit. Refuses (NotOftenEnough) fewer revocations than the law asks for.
    """
    law = law_on(on, refund.jurisdiction.code)
    if not refund.is_of_the_city:
        return law.get(f"restriction.years.{refund.grounds}") or law[MOST_YEARS]
    _refuse_too_few(refund, law)
    return law.get(f"exclusion.years.{refund.grounds}") or law[MOST_YEARS]


def _refuse_too_few(refund: Refund, law: Law) -> None:
    times = law.get(f"exclusion.times.{refund.grounds}")
    if times is None:
        return
    revoked = Revocation.objects.of(refund.jurisdiction_id).filter(
        body__in=family(refund.body), grounds=refund.grounds, state=RevocationState.EFFECTIVE
    )
    if (found := revoked.count()) < times.number:
        raise NotOftenEnough(
            grounds=refund.grounds_label, found=found, times=times.number, article=times.article
        )


def _refuse_without_wrong(refund: Refund, act: str) -> None:
    if not refund.grounds:
        raise NoWrong(act=act)
    if not refund.is_of_the_city and refund.city_told_on is None:
        raise NotToldYet


def _refuse_surcharge(amount: Won, owed: Won, row: Row) -> None:
    most = owed * row.number
    if not ZERO < amount <= most:
        raise SurchargeOutOfRange(owed=owed, times=row.number, most=most, article=row.article, asked=amount)


def _refuse_days(refund: Refund, days: tuple[date, date | None], row: Row) -> None:
    since, until = days
    first = refund.ordered_on or since
    if since < first:
        raise ExcludedBackwards(first=first, since=since)
    end = months_after(since, MONTHS * row.number)
    if until is None or until > end:
        last = end - timedelta(days=1)
        raise ExcludedTooLong(years=row.number, article=row.article, since=since, last=last)
