"""계정의 수치 — the totals of an account in the words of its kind, as a strip, a bar and a sentence."""

from typing import TYPE_CHECKING, NamedTuple

from majungmul.books.ledger.kinds import Kind
from majungmul.values.won import Won
from majungmul.web.words import won

if TYPE_CHECKING:
    from majungmul.books.ledger.models import Account

CAME = {
    Kind.LINE: "예산",
    Kind.PLAN: "편성",
    Kind.AWARD: "받은 돈",
    Kind.PAYEE: "받은 돈",
    Kind.SPENT: "확정한 돈",
    Kind.RETURNED: "돌아온 돈",
    Kind.INTEREST: "이자",
    Kind.DUE: "돌려받을 돈",
}
WENT = {Kind.LINE: "교부", Kind.PLAN: "배정", Kind.AWARD: "지급", Kind.PAYEE: "정산·반납"}
TO_GO = {Kind.LINE: "교부 예정", Kind.AWARD: "지급 예정", Kind.PAYEE: "돌려줄 예정"}
OUTSIDE = (Kind.SOURCE, Kind.INTEREST_SOURCE, Kind.PRIOR_YEAR)
"""The world outside, of which nobody asks what is left."""


class Told(NamedTuple):
    """계정의 말 — its figures for the strip, the sentence that adds them up, and whether a bar makes sense."""

    strip: list[tuple[str, str, str, bool]]
    sentence: str
    has_bar: bool


def told(account: "Account") -> Told:
    """계정의 수치 — in words."""
    kind = Kind(account.kind)
    came, went = CAME.get(kind, "들어온 돈"), WENT.get(kind, "나간 돈")
    to_go = TO_GO.get(kind, "나갈 예정")
    if kind in OUTSIDE:
        strip = [
            (went, _shown(account.debits_posted), "", True),
            (came, _shown(account.credits_posted), "", False),
        ]
        return Told(strip, "장부 밖의 자리라 남은 금액을 세지 않습니다.", has_bar=False)
    strip = [(came, _shown(account.credits_posted), "", False)]
    if account.credits_pending:
        strip.append(("받을 예정", _shown(account.credits_pending), "", False))
    strip += [
        (went, _shown(account.debits_posted), "paid", False),
        (to_go, _shown(account.debits_pending), "due", False),
        ("남은 금액", _shown(account.free), "left", True),
    ]
    more = f" + 받을 예정 {_shown(account.credits_pending)}" if account.credits_pending else ""
    sentence = (
        f"{came} {_shown(account.credits_posted)}{more} = {went} {_shown(account.debits_posted)}"
        f" + {to_go} {_shown(account.debits_pending)} + 남은 금액 {_shown(account.free)}"
    )
    return Told(strip, sentence, has_bar=bool(account.credits_posted + account.credits_pending))


def _shown(amount: Won) -> str:
    text = won(amount)
    return "0" if text == "-" else text
