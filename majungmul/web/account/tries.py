"""시도 — how often somebody may try a password or a code, by django-allauth's count of tries.

Only tries that went wrong count, and one that is refused does not: who waits is let in again. A login is
counted with the address it is tried from, so that nobody elsewhere can shut its owner out; of all addresses
together it may go wrong sixty times an hour. Of allauth nothing else is used: its views and models would save
people behind the actions.
"""

from dataclasses import dataclass

from allauth.core.internal import ratelimit
from django.http import HttpRequest

from majungmul.values.refusal import Refusal

LIMITS = {
    "login": "5/5m/key,50/5m/ip",
    "login_anywhere": "60/h/key",
    "code": "20/10m/ip",
    "own_password": "5/5m/key",
    "mail": "5/h/ip",
    "mail_to": "3/h/key",
}
"""What is tried: how many times in how long, of one key or one address."""
MINUTES = {"login_anywhere": 60, "code": 10, "mail": 60, "mail_to": 60}
FEW = 5


class TooManyTries(Refusal):
    """너무 잦은 시도."""

    sentence = "여러 번 맞지 않아 잠시 받지 않습니다. {minutes}분 뒤에 다시 해 주십시오."


@dataclass(frozen=True, slots=True)
class Try:
    """시도 — one, counted already; it is taken back where it turns out right."""

    usage: ratelimit.RateLimitUsage

    def was_right(self) -> None:
        """Count it no longer."""
        self.usage.rollback()


def tried(request: HttpRequest, what: str, key: str = "") -> Try:
    """시도 — counted. Refuses (TooManyTries) one too many."""
    usage = ratelimit.consume(request, app="majungmul", action=what, config=LIMITS, key=key)
    if usage is None:
        raise TooManyTries(minutes=MINUTES.get(what, FEW))
    return Try(usage)


def address_of(request: HttpRequest) -> str:
    """주소 — from which a request comes, as tries are counted."""
    return str(ratelimit.get_ip(request))
