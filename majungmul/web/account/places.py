"""고칠 칸 — at which field of our small forms a refusal stands; and the passwords that they ask for."""

from collections.abc import Iterator
from contextlib import contextmanager

from majungmul.books.parties.actions.passwords import SameAsLogin, SamePassword, TooShort, WrongPassword
from majungmul.books.parties.actions.people import LoginTaken
from majungmul.books.parties.queries.invitations import (
    InvitationExpired,
    InvitationLocked,
    InvitationUsed,
    InvitationWithdrawn,
    WrongInvitationCode,
)
from majungmul.books.parties.written import NotALogin
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import secret

CODE, LOGIN, PASSWORD, NEW, AGAIN = (
    f"it.{name}" for name in ("code", "login", "password", "new_password", "again_password")
)
NEW_PASSWORD = (
    secret("new_password", "새 비밀번호", help="10자 이상. 낱말 몇 개를 이어 적으면 외우기 쉽습니다."),
    secret("again_password", "새 비밀번호 한 번 더"),
)


class PasswordsDiffer(Refusal):
    """두 비밀번호가 다름."""

    sentence = "두 번 적은 비밀번호가 서로 다릅니다. 다시 적어 주십시오."


PLACES: dict[str, tuple[type[Refusal], ...]] = {
    CODE: (WrongInvitationCode, InvitationUsed, InvitationWithdrawn, InvitationExpired, InvitationLocked),
    LOGIN: (LoginTaken, NotALogin),
    PASSWORD: (WrongPassword,),
    NEW: (TooShort, SameAsLogin, SamePassword),
    AGAIN: (PasswordsDiffer,),
}


def typed_password(request: Asked, place: str = NEW) -> str:
    """비밀번호 — as it was typed: nothing is cut off or joined."""
    return request.POST.get(place, "")


def new_password(request: Asked) -> str:
    """새 비밀번호 — typed twice. Refuses (PasswordsDiffer) two that are not the same."""
    password = typed_password(request)
    if password != typed_password(request, AGAIN):
        raise PasswordsDiffer
    return password


@contextmanager
def at_fields() -> Iterator[None]:
    """고칠 칸 — a refusal inside is said at the field that it is about."""
    try:
        yield
    except Refusal as refusal:
        refusal.field = next((place for place, kinds in PLACES.items() if isinstance(refusal, kinds)), "")  # type: ignore[attr-defined]  # as `forms.doing` reads it
        raise
