"""결정 항목 쓰기 — each line within what was recommended, asked for and is free, with its sentence."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from majungmul.books.ledger.kinds import Kind as AccountKind
from majungmul.books.ledger.models import Account
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import found
from majungmul.programmes.specification import terms_on
from majungmul.rules.calculation import NoTermsThen
from majungmul.stages.award.models import Award, AwardLine
from majungmul.stages.award.queries import is_of_city, lines_of
from majungmul.stages.review.models import Review
from majungmul.stages.review.queries import asked_for
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.won import ZERO, Won, total


class NothingDecided(Refusal):
    """결정 금액 없음."""

    sentence = "결정 금액이 0원입니다. 항목마다 결정 금액을 적은 뒤 결재를 올려 주십시오."


class LineTwice(Refusal):
    """두 번 적은 항목."""

    sentence = "‘{label}’을(를) 두 번 적었습니다. 한 줄로 합쳐 주십시오."


class NotOfThisCall(Refusal):
    """이 공고의 재원이 아님."""

    sentence = "‘{label}’은(는) 이 공고(지정)의 재원이 아닙니다. ‘{call}’의 재원에서 골라 다시 적어 주십시오."


class WrongAmount(Refusal):
    """적을 수 없는 금액."""

    sentence = "‘{label}’의 금액 {amount}은(는) 적을 수 없습니다. 0원 이상으로 적어 주십시오."


class SaysNotWhy(Refusal):
    """추천과 다른 사유 없음."""

    sentence = (
        "‘{label}’의 결정 금액 {amount}이 추천 금액 {recommended}과 다릅니다. "
        "다르게 정하는 사유를 적어 주십시오."
    )


class OtherThanRecommended(Refusal):
    """심사의 추천과 다름."""

    sentence = (
        "추천 금액의 합이 {sum}인데 심사에서 추천한 금액은 {recommended}입니다. "
        "추천 금액은 심사대로 두고 결정 금액을 고쳐 주십시오."
    )


class MoreThanAsked(Refusal):
    """신청보다 많음."""

    sentence = "결정 금액 {amount}이 신청 금액 {asked}보다 많습니다. 신청 금액까지로 줄여 주십시오."


class NotFree(Refusal):
    """남은 재원보다 많음."""

    sentence = (
        "‘{label}’ {budget} 가운데 아직 결정하지 않은 금액은 {free}인데 {asked}을 결정하려 합니다. "
        "{short} 줄이거나, 다른 결정이 끝나 금액이 돌아온 뒤에 해 주십시오."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDraft:
    """결정 항목 안 — of an account that funds it: recommended, decided, the sum's sentence; why the two differ."""

    of: UUID
    recommended: Won
    amount: Won
    because: str = ""
    difference_reason: str = ""


def write_lines(award: Award, review: Review, lines: Sequence[LineDraft], by: Actor) -> None:
    """Write the lines; those of an earlier draft that are not among them come to zero.

    Refuses: no money, an account twice or of another call, amounts below zero, a sum recommended other than
    the review's, more than was asked for, and an amount other than recommended without a reason.
    """
    funding = [_funding(award, each, by) for each in lines]
    for place, of in enumerate(funding):
        if of in funding[:place]:
            raise LineTwice(label=of.label)
    _refuse_sums(award, review, lines)
    before = {line.of_id: line for line in lines_of(award)}
    for order, (each, of) in enumerate(zip(lines, funding, strict=True), start=1):
        _write_line(award, order, each, of, before.pop(of.pk, None))
    for order, gone in enumerate(before.values(), start=len(lines) + 1):
        gone.order, gone.recommended, gone.amount, gone.difference_reason = order, ZERO, ZERO, ""
        gone.save()


def refuse_not_free(award: Award) -> None:
    """Refuse more, of any line, than is free in the account that funds it; the accounts are held."""
    wanted = {line.of_id: line.amount for line in lines_of(award) if line.amount > ZERO}
    held = Account.objects.select_for_update(of=("self",)).filter(pk__in=wanted).order_by("pk")
    for account in held:
        refuse_beyond(account, wanted[account.pk])


def refuse_beyond(account: Account, asked: Won) -> None:
    """Refuse more than is free in an account: the sentence of the 290,000천원."""
    if asked > account.free:
        funded = Account.objects.filter(of=account, kind__in=(AccountKind.AWARD, AccountKind.PAYEE))
        budget = account.free + total(each.credits_posted + each.credits_pending for each in funded)
        raise NotFree(
            label=account.label, budget=budget, free=account.free, asked=asked, short=asked - account.free
        )


def _funding(award: Award, said: LineDraft, by: Actor) -> Account:
    """The account of a line. Refuses one that is not the call's own, or not a line of its plan."""
    account, call = found(Account, by, said.of), award.application.call
    own = (
        account.kind == AccountKind.LINE and account.of_id == call.account_id
        if is_of_city(award)
        else account.pk == call.account_id
    )
    if not own:
        raise NotOfThisCall(label=account.label, call=call.title)
    for amount in (said.amount, said.recommended):
        if amount < ZERO:
            raise WrongAmount(label=account.label, amount=amount)
    if said.amount != said.recommended and not said.difference_reason.strip():
        raise SaysNotWhy(label=account.label, amount=said.amount, recommended=said.recommended)
    return account


def _refuse_sums(award: Award, review: Review, lines: Sequence[LineDraft]) -> None:
    amount, recommended = (total(each.amount for each in lines), total(each.recommended for each in lines))
    if amount == ZERO:
        raise NothingDecided
    if recommended != review.recommended:
        raise OtherThanRecommended(sum=recommended, recommended=review.recommended)
    asked = asked_for(award.application)
    if amount > asked:
        raise MoreThanAsked(amount=amount, asked=asked)


def _write_line(award: Award, order: int, said: LineDraft, of: Account, line: AwardLine | None) -> None:
    line = line or AwardLine(
        jurisdiction_id=award.jurisdiction_id,
        award=award,
        programme=of.programme,
        code=of.line,
        label=_label(of),
        of=of,
    )
    line.order, line.recommended, line.amount = order, said.recommended, said.amount
    reason = said.difference_reason if said.amount != said.recommended else ""
    line.difference_reason = reason and written.line(AwardLine, "difference_reason", reason)
    line.because = written.line(AwardLine, "because", said.because or _because(award, said, of))
    _under_terms(line, award)
    line.save()


def _label(of: Account) -> str:
    """소요예산 항목 — in the words of the plan; what another award funds is called as its line is."""
    above = AwardLine.objects.of(of.jurisdiction_id).filter(account=of).first()
    return above.label if above else str(of.label)


def _because(award: Award, said: LineDraft, of: Account) -> str:
    """셈 — the sentence where none is given: of the application, or of the budget of the line."""
    if is_of_city(award):
        return f"소요예산 {of.credits_posted} 가운데 {said.amount}"
    return award.application.because or f"신청 금액 {asked_for(award.application)} 가운데 {said.amount}"


def _under_terms(line: AwardLine, award: Award) -> None:
    """Keep under which terms of its programme the line was decided, where it has any on that day."""
    try:
        terms = terms_on(
            award.since, jurisdiction=award.jurisdiction.code, programme=line.programme, line=line.code
        )
    except NoTermsThen:
        line.terms_since, line.terms_hash = None, ""
    else:
        line.terms_since = terms.period.since
        line.terms_hash = hashlib.sha256(repr(terms.rule).encode()).hexdigest()
