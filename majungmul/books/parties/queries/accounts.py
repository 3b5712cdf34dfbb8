"""입금 계좌에 묻기 — where a body is paid now, and where before."""

from datetime import datetime

from majungmul.books.parties.models import BankAccount, Organisation
from majungmul.books.parties.queries.bodies import family


def accounts_of(body: Organisation) -> list[BankAccount]:
    """계좌 이력 — every account of all rows of the body, newest first, with who entered and confirmed it."""
    accounts = BankAccount.objects.filter(organisation__in=family(body))
    return list(accounts.select_related("entered_by", "confirmed_by").order_by("-entered_at", "-pk"))


def account_at(body: Organisation, at: datetime) -> BankAccount | None:
    """입금 계좌 — where the body is paid at a moment: the newest confirmed by then. None where none was."""
    confirmed = BankAccount.objects.filter(organisation__in=family(body), confirmed_at__lte=at)
    return confirmed.order_by("-entered_at", "-pk").first()
