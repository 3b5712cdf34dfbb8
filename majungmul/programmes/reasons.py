"""사유 코드 — the reasons that the law of a day lets an officer choose from, each with its article."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from majungmul.programmes.legislation import NotRead, law_on
from majungmul.values.refusal import Refusal

UNREAD = "unread"
"""The code of the one reason there is where nobody has read the law of that day."""


class NoSuchReason(Refusal):
    """없는 사유 코드."""

    sentence = "{day}의 {what}에 ‘{code}’은(는) 없습니다. 다음 가운데 하나를 골라 주십시오: {known}."


class Departure(StrEnum):
    """원칙과 다르게 — from what the law lets an officer depart with a reason; the rows of `programmes/law`."""

    NO_CALL = "call.exception"
    SINGLE_DISBURSEMENT = "disbursement.exception"

    @property
    def what(self) -> str:
        """비공모 사유, 한 번에 교부하는 사유."""
        return "비공모 사유" if self is Departure.NO_CALL else "한 번에 교부하는 사유"


class Grounds(StrEnum):
    """취소·반환 사유 — on which a decision is revoked, or money asked back; the rows of `programmes/law`."""

    REVOCATION = "revocation.ground"
    RECIPIENT = "recipient.ground"

    @property
    def what(self) -> str:
        """취소 사유, 반환 사유."""
        return "취소 사유" if self is Grounds.REVOCATION else "반환 사유"


@dataclass(frozen=True, slots=True)
class Reason:
    """사유 — its code, what it says, and the article that has it."""

    code: str
    label: str
    article: str


def reasons_on(day: date, departure: Departure | Grounds, jurisdiction: str) -> tuple[Reason, ...]:
    """그날의 사유 — those of the law in force, in its order: four without a call in 2018, six today.

    Where nobody has read that law there is one, `unread`, which says so (당시 법 확인 필요).
    """
    law = law_on(day, jurisdiction)
    found = [
        Reason(key.rpartition(".")[2], str(row.value), row.article)
        for key, row in law.items()
        if key.startswith(f"{departure}.")
    ]
    if found:
        return tuple(found)
    with suppress(NotRead):
        law[f"{departure}s"]  # refuses (NotInForce) a day on which there was no such rule at all
    return (Reason(UNREAD, "당시 법 확인 필요: 그날의 기준을 읽지 못함", ""),)


def reason_on(day: date, departure: Departure | Grounds, code: str, jurisdiction: str) -> Reason:
    """The reason with this code. Refuses (NoSuchReason) one that the law of the day does not have."""
    reasons = {reason.code: reason for reason in reasons_on(day, departure, jurisdiction)}
    if code not in reasons:
        known = ", ".join(f"{reason.code}({reason.label})" for reason in reasons.values())
        raise NoSuchReason(day=f"{day:%Y. %-m. %-d.}", what=departure.what, code=code, known=known)
    return reasons[code]
