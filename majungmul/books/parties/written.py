"""적은 것 — what people type into the fields of parties, read before it is kept."""

import re
from unicodedata import normalize

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Model

from majungmul.books.parties.names import is_seen
from majungmul.values.refusal import Refusal
from majungmul.values.resident_number import LAW, dashed_in, found_in

PHONE = range(7, 21)
"""How many signs a telephone number has."""
ACCOUNT = range(8, 17)
"""How many digits an account number has."""
LONGEST_TEXT = 4_000
"""How many signs a long text has at most."""


class Empty(Refusal):
    """빈칸."""

    sentence = "‘{what}’ 칸이 비어 있습니다. 적어 주십시오."


class TooLong(Refusal):
    """너무 긺."""

    sentence = "‘{what}’은(는) {limit}자까지 적을 수 있습니다(지금 {length}자). 줄여 주십시오."


class ResidentNumber(Refusal):
    """주민등록번호."""

    sentence = (
        "‘{what}’ 칸에 주민등록번호로 보이는 숫자가 있어 적지 않았습니다. "
        "그 숫자를 지우고 다시 적어 주십시오."
    )
    law = LAW


class NotACode(Refusal):
    """부호의 모양."""

    sentence = (
        "‘{what}’은(는) 영문 소문자로 시작해 소문자·숫자·‘-’·‘_’로 50자까지 적습니다(‘{found}’). 예: seoul"
    )


class NotALogin(Refusal):
    """아이디의 모양."""

    sentence = (
        "아이디는 영문 소문자·숫자와 ‘.’·‘_’·‘-’·‘@’로 4자에서 60자까지 적습니다(‘{found}’). 예: hong.gildong"
    )


class NotAPhone(Refusal):
    """전화번호의 모양."""

    sentence = "전화번호는 숫자와 ‘-’로 적습니다(‘{found}’). 예: 02-000-0000"


class NotAnEmail(Refusal):
    """전자우편의 모양."""

    sentence = "전자우편 주소의 모양이 아닙니다(‘{found}’). 예: hong@example.com"


class NotAnAccountNumber(Refusal):
    """계좌번호의 모양."""

    sentence = "계좌번호는 숫자 8~16자리와 ‘-’로 적습니다. 통장의 번호와 견주어 다시 적어 주십시오."


class NotAKind(Refusal):
    """없는 구분."""

    sentence = "‘{what}’에 ‘{found}’은(는) 없습니다. {offered} 가운데 하나를 골라 주십시오."


def line(model: type[Model], field: str, text: str) -> str:
    """한 줄 — the text as it is kept: composed, without invisible signs, single spaces between words.

    Refuses: nothing written, longer than the field, a resident registration number.
    """
    kept = " ".join(
        "".join(sign for sign in normalize("NFC", text) if sign.isspace() or is_seen(sign)).split()
    )
    what = _label(model, field)
    if not kept:
        raise Empty(what=what)
    fits(model, field, kept, what)
    return _without_resident_number(what, kept)


def text(model: type[Model], field: str, typed: str, most: int = LONGEST_TEXT) -> str:
    """긴 글 — as `line`, with its line breaks kept, each line without spaces at its ends.

    Refuses: nothing written, longer than `most` signs, a resident registration number.
    """
    seen = "".join(
        sign for sign in normalize("NFC", typed) if sign == "\n" or sign.isspace() or is_seen(sign)
    )
    kept = "\n".join(" ".join(each.split()) for each in seen.splitlines()).strip()
    what = _label(model, field)
    if not kept:
        raise Empty(what=what)
    if len(kept) > most:
        raise TooLong(what=what, limit=most, length=len(kept))
    return _without_resident_number(what, kept)


def fits(model: type[Model], field: str, text: str, what: str) -> None:
    """길이 — nothing, where the text fits into the field. Refuses a longer one."""
    limit: int = getattr(_field(model, field), "max_length", 0)
    if len(text) > limit:
        raise TooLong(what=what, limit=limit, length=len(text))


def code(model: type[Model], text: str) -> str:
    """부호 — a short name for addresses and commands: small Latin letters, digits, `-` and `_`."""
    if not re.fullmatch(r"[a-z][-a-z0-9_]{0,49}", text):
        raise NotACode(what=_label(model, "code"), found=text)
    return text


def login(text: str) -> str:
    """아이디 — ASCII alone, so that no two look alike; capital letters are taken as small ones."""
    kept = normalize("NFKC", text).strip().lower()
    if not re.fullmatch(r"[a-z0-9][a-z0-9._@-]{3,59}", kept):
        raise NotALogin(found=text)
    return _without_resident_number("아이디", kept)


def phone(text: str) -> str:
    """전화번호 — digits and dashes; empty where there is none."""
    kept = "-".join(normalize("NFKC", text).split())
    if kept and not (re.fullmatch(r"\+?[0-9]+(-[0-9]+)*", kept) and len(kept) in PHONE):
        raise NotAPhone(found=text)
    return _without_resident_number("전화번호", kept)


def email(text: str) -> str:
    """전자우편 — an address; empty where there is none."""
    kept = text.strip()
    if not kept:
        return ""
    try:
        validate_email(kept)
    except ValidationError as wrong:
        raise NotAnEmail(found=text) from wrong
    return _without_resident_number("전자우편", kept)


def account_number(text: str) -> str:
    """계좌번호 — digits, with dashes where they were typed."""
    kept = re.sub(r"[\s‐‑‒–—−]+", "-", normalize("NFKC", text).strip())
    if not (re.fullmatch(r"[0-9]+(-[0-9]+)*", kept) and len(kept.replace("-", "")) in ACCOUNT):
        raise NotAnAccountNumber
    if dashed_in(kept):  # thirteen digits without a dash may well be an account
        raise ResidentNumber(what="계좌번호")
    return kept


def one_of(model: type[Model], field: str, value: str) -> str:
    """구분 — one of the field's choices."""
    choices = {str(kept): str(shown) for kept, shown in getattr(_field(model, field), "choices", None) or ()}
    if value not in choices:
        raise NotAKind(what=_label(model, field), found=value, offered=", ".join(choices.values()))
    return value


def _without_resident_number(what: str, text: str) -> str:
    if found_in(text):
        raise ResidentNumber(what=what)
    return text


def _label(model: type[Model], field: str) -> str:
    return str(getattr(_field(model, field), "verbose_name", field))


def _field(model: type[Model], field: str) -> object:
    return model._meta.get_field(field)
