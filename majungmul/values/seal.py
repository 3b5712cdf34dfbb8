"""시행 — under which number, and on which day, an official paper went out; and where 보탬e has the step."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Seal:
    """시행 — 문서번호 and 시행일 of 온나라; 보탬e 등록번호 and 등록일 (today; 2018 had none)."""

    number: str
    on: date
    portal_number: str = ""
    portal_on: date | None = None
