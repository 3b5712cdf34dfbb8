"""로그인 — a person by login and password, in the jurisdiction whose window this is."""

from typing import TYPE_CHECKING
from unicodedata import normalize

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

from majungmul.books.parties.queries.seats import person_by_id, person_with_login

if TYPE_CHECKING:
    from majungmul.books.parties.models import Person

BACKEND = "majungmul.web.account.backend.LoginBackend"
LONGEST = 60


class LoginBackend(BaseBackend):
    """로그인 — one who left cannot log in, and is logged out by the next request."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **_: object,
    ) -> "Person | None":
        """The person, where the password is right. As much work for a login that nobody has."""
        jurisdiction = getattr(request, "jurisdiction", None)
        if jurisdiction is None or username is None or password is None:
            return None
        person = person_with_login(jurisdiction.pk, as_kept(username))
        if person is None:
            make_password(password)
            return None
        return person if person.check_password(password) else None

    def get_user(self, user_id: str) -> "Person | None":
        """The person of a session."""
        return person_by_id(user_id)


def as_kept(login: str) -> str:
    """아이디 — as it is kept: capital letters are taken as small ones; empty where it can be nobody's."""
    kept = normalize("NFKC", login).strip().lower()
    return kept if kept.isprintable() and len(kept) <= LONGEST else ""
