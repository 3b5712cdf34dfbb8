"""칸의 값 — what one field of a form holds: what was typed in, a value out, or a sentence what to write."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from unicodedata import category, normalize

from majungmul.programmes.form import AMOUNTS, Field
from majungmul.values import written
from majungmul.values.business_number import BusinessNumber
from majungmul.values.refusal import Refusal
from majungmul.values.resident_number import LAW, dashed_in, found_in
from majungmul.values.won import Won

Value = str | int | bool | date | Won | BusinessNumber
"""What a field holds once it is read."""

LEAST_OF_PHONE, MOST_OF_PHONE = 7, 20
LEAST_OF_ACCOUNT, MOST_OF_ACCOUNT = 8, 16
MOST_TO_LOOK_AT = 20
"""A text this many times longer than its limit is refused before it is read at all."""

UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Co"}
"""Control characters, bidi marks, halves of letters, unassigned, private: what a database or an eye refuses."""
NUMBERS = (*AMOUNTS, "count")
"""The kinds that a whole number may be given for."""
MAY_HAVE_THIRTEEN_DIGITS = (*NUMBERS, "account_number")
"""The kinds in which thirteen digits without a dash are no resident registration number."""
TRUTHS = {True: True, False: False, "yes": True, "no": False, "예": True, "아니요": False}


class NothingTyped(Refusal):
    """빈칸."""

    sentence = "‘{label}’ 칸이 비어 있습니다. {write}"


class NotText(Refusal):
    """글자가 아님."""

    sentence = "‘{label}’ 칸의 값을 읽을 수 없습니다. {write}"


class TooLong(Refusal):
    """너무 긺."""

    sentence = "‘{label}’은(는) {limit:,}자까지 적을 수 있습니다(지금 {length:,}자). 줄여 주십시오."


class ResidentNumber(Refusal):
    """주민등록번호."""

    sentence = (
        "‘{label}’ 칸에 주민등록번호로 보이는 숫자가 있어 받지 않습니다. 그 숫자를 지우고 다시 적어 주십시오."
    )
    law = LAW


class NotOffered(Refusal):
    """고를 수 없는 것."""

    sentence = "‘{label}’에 고를 수 없는 것이 왔습니다(‘{found}’). {offered} 가운데 하나를 골라 주십시오."


class NotAPhone(Refusal):
    """전화번호의 모양."""

    sentence = "전화번호는 숫자와 ‘-’로 적습니다(‘{found}’). ‘02-000-0000’처럼 적어 주십시오."


class NotAnEmail(Refusal):
    """전자우편의 모양."""

    sentence = "전자우편 주소의 모양이 아닙니다(‘{found}’). ‘hong@example.com’처럼 적어 주십시오."


class NotAnAccount(Refusal):
    """계좌번호의 모양."""

    sentence = "계좌번호는 숫자 8~16자리와 ‘-’로 적습니다. 통장의 번호와 견주어 다시 적어 주십시오."


def value_of(field: Field, typed: object) -> Value | None:
    """값 — of the kind that the field asks for; None where an optional field was left empty.

    Refuses, each with a sentence: nothing in a required field, another kind of thing, more letters than the
    limit, a resident registration number, and what the kind itself refuses.
    """
    if field.kind == "yes_no":
        return _truth(field, typed)
    text = _text(field, typed)
    if not text:
        if field.required:
            raise NothingTyped(label=field.label, write=_write(field))
        return None
    if len(text) > field.limit:
        raise TooLong(label=field.label, limit=field.limit, length=len(text))
    if dashed_in(text) or (field.kind not in MAY_HAVE_THIRTEEN_DIGITS and found_in(text)):
        raise ResidentNumber(label=field.label)
    return _choice(field, text) if field.kind == "choice" else READERS[field.kind](text)


def _truth(field: Field, typed: object) -> bool | None:
    """예 or 아니요, as a switch of a page or of a file writes it."""
    answer = typed.strip() if isinstance(typed, str) else typed
    if answer is None or answer == "":
        if field.required:
            raise NothingTyped(label=field.label, write=_write(field))
        return None
    if not isinstance(answer, str | bool) or answer not in TRUTHS:
        found = written.shown(answer) if isinstance(answer, str) else "…"
        raise NotOffered(label=field.label, found=found, offered="예, 아니요")
    return TRUTHS[answer]


def _text(field: Field, typed: object) -> str:
    """What was typed, composed and without what nobody sees; a whole number may stand where one is asked."""
    if typed is None:
        return ""
    if type(typed) is int and field.kind in NUMBERS:
        return str(typed) if abs(typed) < 10**written.DIGITS_OF_LIMIT else "9" * (written.DIGITS_OF_LIMIT + 1)
    if not isinstance(typed, str):
        raise NotText(label=field.label, write=_write(field))
    if len(typed) > field.limit * MOST_TO_LOOK_AT:
        raise TooLong(label=field.label, limit=field.limit, length=len(typed))
    lines = typed.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = [" ".join(_seen(line).split()) for line in lines]
    return ("\n" if field.kind == "long_text" else " ").join(kept).strip()


def _seen(line: str) -> str:
    """The line in NFC without signs that show nothing; every white space is one plain space."""
    signs = (" " if sign.isspace() else sign for sign in written.INVISIBLE.sub("", line))
    return normalize("NFC", "".join(sign for sign in signs if category(sign) not in UNSEEN))


def _write(field: Field) -> str:
    """What to do about an empty field."""
    if field.kind == "choice":
        return f"{_offered(field)} 가운데 하나를 골라 주십시오."
    if field.kind == "yes_no":
        return "예, 아니요 가운데 하나를 골라 주십시오."
    return f"‘{field.example}’처럼 적어 주십시오." if field.example else "적어 주십시오."


def _offered(field: Field) -> str:
    return ", ".join(choice.label for choice in field.choices)


def _choice(field: Field, text: str) -> str:
    """The code of one of the field's choices."""
    if text not in {choice.code for choice in field.choices}:
        raise NotOffered(label=field.label, found=written.shown(text), offered=_offered(field))
    return text


def _signed(text: str) -> Won:
    """금액 — with a minus where a corrected invoice takes something back; zero may be written."""
    minus = re.match(r"[-−–△▲]", text)
    amount = written.won_or_zero(text[1:] if minus else text)
    return -amount if minus else amount


def _business_number(text: str) -> BusinessNumber:
    return BusinessNumber.of(re.sub(r"[‐‑‒–—−]", "-", written.clean(text)))


def _phone(text: str) -> str:
    """전화번호 — digits and dashes."""
    kept = re.sub(r"[\s‐‑‒–—−]+", "-", written.clean(text))
    if not re.fullmatch(r"\+?[0-9]+(-[0-9]+)*", kept) or not LEAST_OF_PHONE <= len(kept) <= MOST_OF_PHONE:
        raise NotAPhone(found=written.shown(text))
    return kept


def _email(text: str) -> str:
    """전자우편 — a name, @ and a domain with a dot, in ASCII."""
    if not re.fullmatch(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}", text):
        raise NotAnEmail(found=written.shown(text))
    return text


def _account(text: str) -> str:
    """계좌번호 — digits, with dashes where they were typed."""
    kept = re.sub(r"[\s‐‑‒–—−]+", "-", written.clean(text))
    digits = kept.replace("-", "")
    if not re.fullmatch(r"[0-9]+(-[0-9]+)*", kept) or not LEAST_OF_ACCOUNT <= len(digits) <= MOST_OF_ACCOUNT:
        raise NotAnAccount
    return kept


READERS: dict[str, Callable[[str], Any]] = {
    "text": str,
    "long_text": str,
    "password": str,
    "won": written.won,
    "won_or_zero": written.won_or_zero,
    "signed_won": _signed,
    "count": written.count,
    "day": written.day,
    "business_number": _business_number,
    "account_number": _account,
    "phone": _phone,
    "email": _email,
}
"""How each kind is read; a choice and a yes_no are read by what they offer."""
