"""What a life does up to an award: apply, correct, withdraw; review and select; award, change, give up."""

from datetime import date
from typing import Any

from majungmul.stages.application import actions as application
from majungmul.stages.award import actions as award
from majungmul.stages.award.models import AwardLine
from majungmul.stages.review import actions as review
from majungmul.values.won import Won
from tests.given import a_key
from tests.lives.random_lives.life import Life
from tests.stages.world import answers_of, papers, trade_row

TRADES = (50_000_000, 700_000_000, 333_333_335, 1_450_000_000)
"""What applications plan to trade: 5 to 145 million of support."""
DAYS = (date(2018, 4, 1), date(2019, 1, 1))
WHY = "가상의 사유"


def answers(life: Life, name: str, trade: int) -> dict[str, Any]:
    return answers_of(life.real(name).body, trade_row(amount=f"{trade:,}"))


def apply(life: Life, name: str, trade: int) -> None:
    own = life.real(name)
    made = life.done(
        "apply",
        lambda: application.hand_in(
            life.rows["call", ""],
            answers(life, name, trade),
            papers(),
            by=own.officer,
            at=life.now,
            key=a_key(),
        ),
        lambda: _begun(life, name, trade),
    )
    if made:
        life.rows["application", name] = made.pk


def _begun(life: Life, name: str, trade: int) -> None:
    life.year.apply(name, trade)
    for what, of in list(life.rows):
        if of.startswith(name) and what not in ("body", "account", "sanction"):
            life.rows.pop((what, of))


def ask_correction(life: Life, name: str, *, past_the_review: bool = False) -> None:
    """Through the review where there is one, or past it, which must not do."""
    by = life.people["officer"]
    reviewing = life.plain(name).application == "reviewing" and not past_the_review
    key = life.rows["review" if reviewing else "application", name]
    act: Any = review.ask_correction if reviewing else application.ask_correction
    life.done(
        "ask correction",
        lambda: act(key, "trades.0.amount", "금액 확인", 7, by=by, at=life.now, key=a_key()),
        lambda: life.year.ask_correction(name),
    )


def correct(life: Life, name: str, trade: int) -> None:
    key, by = life.rows["application", name], life.real(name).officer
    life.done(
        "correct",
        lambda: application.correct(
            key, answers(life, name, trade), {}, "고침", by=by, at=life.now, key=a_key()
        ),
        lambda: life.year.correct(name, trade),
    )


def withdraw(life: Life, name: str) -> None:
    by, reviewing = life.real(name).officer, life.plain(name).application == "reviewing"
    key = life.rows["review" if reviewing else "application", name]
    act: Any = review.withdraw if reviewing else application.withdraw
    life.done(
        "withdraw", lambda: act(key, WHY, by=by, at=life.now, key=a_key()), lambda: _withdrawn(life, name)
    )


def _withdrawn(life: Life, name: str) -> None:
    life.year.withdraw(name)
    life.rows.pop(("review", name), None)


def examine(life: Life, name: str) -> None:
    """Begin, or go on; then answer every item, which nothing refuses."""
    key, by = life.rows["application", name], life.people["officer"]
    made = life.done(
        "examine",
        lambda: review.begin(key, by=by, at=life.now, key=a_key()),
        lambda: life.year.examine(name),
    )
    if made:
        life.rows["review", name] = made.pk
        for item in made.items.order_by("order"):
            review.check(made.pk, item.code, "met", "확인함", by=by, at=life.now, key=a_key())
        life.settle_down()


def propose(life: Life, name: str) -> None:
    key, by, asked = life.rows["review", name], life.people["officer"], Won(life.plain(name).asked)
    life.done(
        "propose",
        lambda: review.submit(key, asked, "적정함", by=by, at=life.now, key=a_key()),
        lambda: life.year.propose(name, by.person),
    )


def select(life: Life, name: str, choice: str) -> None:
    """Decide, and tell the applicant, which nothing refuses."""
    key, by = life.rows["review", name], life.who("approver", choice)
    made = life.done(
        "select",
        lambda: review.decide(key, by=by, at=life.now, key=a_key()),
        lambda: life.year.select(name, by.person),
    )
    if made:
        review.notify(key, by=life.people["officer"], at=life.now, key=a_key())
        life.settle_down()


def draft_award(life: Life, name: str) -> None:
    key, by, asked = life.rows["application", name], life.people["officer"], life.plain(name).asked
    said = award.LineDraft(of=life.world.funding.pk, recommended=Won(asked), amount=Won(asked))
    made = life.done(
        "draft award",
        lambda: award.draft(key, [said], DAYS, by=by, at=life.now, key=a_key()),
        lambda: life.year.draft_award(name, asked),
    )
    if made:
        life.rows["award", name] = made.pk
        life.rows["line", name] = AwardLine.objects.select_related("award").get(award=made)


def submit_award(life: Life, name: str) -> None:
    key, by = life.rows["award", name], life.people["officer"]
    life.done(
        "submit award",
        lambda: award.submit(key, by=by, at=life.now, key=a_key()),
        lambda: life.year.submit_award(name, by.person),
    )


def decide_award(life: Life, name: str, choice: str) -> None:
    key, by = life.rows["award", name], life.who("approver", choice)
    life.done(
        "decide award",
        lambda: award.decide(key, by=by, at=life.now, key=a_key()),
        lambda: _decided(life, name, by.person),
    )


def _decided(life: Life, name: str, person: object) -> None:
    life.year.decide_award(name, person)
    life.rows["line", name].refresh_from_db()


def ask_change(life: Life, name: str, amount: int) -> None:
    key, by, line = life.rows["award", name], life.real(name).officer, life.rows["line", name]
    asked = award.ChangeRequest(kind="amount", reason=WHY, line=line.pk, amount=Won(amount))
    made = life.done(
        "ask change",
        lambda: award.request_change(key, asked, by=by, at=life.now, key=a_key()),
        lambda: life.year.ask_change(name, amount),
    )
    if made:
        life.rows["change", name] = made.pk


def submit_change(life: Life, name: str) -> None:
    key, by = life.rows["change", name], life.people["officer"]
    life.done(
        "submit change",
        lambda: award.submit_change(key, by=by, at=life.now, key=a_key()),
        lambda: life.year.submit_change(name, by.person),
    )


def approve_change(life: Life, name: str, choice: str) -> None:
    key, by = life.rows["change", name], life.who("approver", choice)
    life.done(
        "approve change",
        lambda: award.approve_change(key, "승인", by=by, at=life.now, key=a_key()),
        lambda: life.year.approve_change(name, by.person),
    )


def give_up(life: Life, name: str) -> None:
    key, by = life.rows["award", name], life.real(name).officer
    life.done(
        "give up",
        lambda: award.give_up(key, WHY, by=by, at=life.now, key=a_key()),
        lambda: life.year.give_up(name),
    )
