"""초대에 묻기 — which invitation a code opens, which are open; how codes are made, written and kept.

A code is `ABCD-EFGH-JK`, of signs that nobody confuses. It is made of the request that asks for it, so that the
same request sent again gives the same sheet, and kept as a hash: both under the secret of the installation,
which no copy of the database holds.
"""

from collections.abc import Collection
from datetime import datetime
from unicodedata import normalize
from uuid import UUID

from django.utils import timezone
from django.utils.crypto import salted_hmac

from majungmul.books.parties.kinds import OfficeKind
from majungmul.books.parties.models import Invitation
from majungmul.books.parties.models.invitation import WRONG_CODES
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.trail.models import RecordedQuerySet
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal

SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without I, L, O, 0 and 1."""
LENGTH = 10
HANDLE = 4
ABOUT = ("position", "body", "office", "password")
"""What codes are made about."""
SALT = "majungmul.books.parties.invitation"


class WrongInvitationCode(Refusal):
    """맞지 않는 번호."""

    sentence = "이 번호를 찾을 수 없습니다. 안내문에 적힌 번호를 보고 다시 적어 주십시오. 예: ABCD-EFGH-JK"


class InvitationUsed(Refusal):
    """이미 쓴 번호."""

    sentence = "이 번호는 {at:%Y. %-m. %-d. %H:%M}에 이미 썼습니다. 아이디와 비밀번호로 들어가 주십시오."


class InvitationWithdrawn(Refusal):
    """거둔 번호."""

    sentence = "이 번호는 더 쓰지 않습니다. 안내문을 준 담당자에게 새 안내문을 받아 주십시오."


class InvitationExpired(Refusal):
    """기한이 지난 번호."""

    sentence = (
        "이 번호는 {until:%Y. %-m. %-d. %H:%M}까지였습니다. 안내문을 준 담당자에게 새 안내문을 받아 주십시오."
    )


class InvitationLocked(Refusal):
    """잠긴 번호."""

    sentence = "번호가 {times}번 맞지 않아 잠갔습니다. 안내문을 준 담당자에게 새 안내문을 받아 주십시오."


def new_code(about: str, by: Actor, key: str) -> str:
    """번호 — of a request of somebody about something: ten signs, the same for the same request."""
    secret = salted_hmac(f"{SALT}.code", f"{by.jurisdiction}:{by.person}:{about}:{key}", algorithm="sha256")
    number, code = int.from_bytes(secret.digest(), "big"), ""
    for _ in range(LENGTH):
        number, sign = divmod(number, len(SIGNS))
        code += SIGNS[sign]
    return in_groups(code)


def in_groups(code: str) -> str:
    """번호 쓰기 — in groups of four: `ABCD-EFGH-JK`."""
    return "-".join(code[start : start + HANDLE] for start in range(0, len(code), HANDLE))


def spelled(typed: str) -> str:
    """번호 읽기 — what was typed, small or large, with or without dashes and spaces: its signs alone."""
    return "".join(sign for sign in normalize("NFKC", typed).upper() if sign in SIGNS)[: LENGTH + 1]


def hashed(code: str) -> str:
    """The hash under which a code is kept."""
    return salted_hmac(SALT, spelled(code), algorithm="sha256").hexdigest()


def sheet_of(by: Actor, invitation: UUID, key: str) -> Invitation:
    """안내문 — an open invitation with its `code`, for who made it with this request. Refuses (NotHere) others."""
    made = _unused().of(by.jurisdiction).filter(pk=invitation, made_by=by.person).first()
    codes = [new_code(about, by, key) for about in ABOUT]
    code = next((each for each in codes if made and made.code_hash == hashed(each)), "")
    if made is None or not code:
        raise NotHere(what=Invitation._meta.verbose_name)
    made.code = code
    return made


def opened_by(jurisdiction: UUID, kind: str, code: str) -> Invitation | None:
    """초대 — which the code opens, whether it may still be used or not; None where it opens none."""
    invitations = Invitation.objects.of(jurisdiction).select_related("position__office", "person")
    return invitations.filter(kind=kind, code_hash=hashed(code)).first()


def nearest(jurisdiction: UUID, code: str) -> Invitation | None:
    """가까운 초대 — the newest unused one whose code begins as this wrong one does."""
    unused = Invitation.objects.of(jurisdiction).filter(used_at=None, withdrawn_at=None)
    return unused.filter(handle=spelled(code)[:HANDLE]).order_by("-made_at").first()


def refuse_dead(invitation: Invitation, at: datetime) -> None:
    """Nothing, where its code may still be used. Refuses one used, withdrawn, locked or over."""
    if invitation.used_at is not None:
        raise InvitationUsed(at=timezone.localtime(invitation.used_at))
    if invitation.withdrawn_at is not None:
        raise InvitationWithdrawn
    refuse_locked(invitation)
    if at >= invitation.until:
        raise InvitationExpired(until=timezone.localtime(invitation.until))


def refuse_locked(invitation: Invitation) -> None:
    """Nothing, unless too many wrong codes were typed."""
    if invitation.wrong_codes >= WRONG_CODES:
        raise InvitationLocked(times=WRONG_CODES)


def invitations_of(offices: Collection[UUID], at: datetime) -> list[Invitation]:
    """열린 초대 — of these offices, whose codes may still be used, the newest first."""
    return [row for row in _unused().filter(office__in=offices).order_by("-made_at") if row.is_open(at)]


def invitations_of_bodies(jurisdiction: UUID, at: datetime) -> list[Invitation]:
    """열린 초대 — of all offices of bodies, whose codes may still be used, the newest first."""
    of_bodies = _unused().of(jurisdiction).filter(office__kind=OfficeKind.APPLICANT)
    return [row for row in of_bodies.order_by("-made_at") if row.is_open(at)]


def _unused() -> RecordedQuerySet[Invitation]:
    unused: RecordedQuerySet[Invitation] = Invitation.objects.filter(used_at=None, withdrawn_at=None)
    return unused.select_related("office", "position", "person", "made_by")
