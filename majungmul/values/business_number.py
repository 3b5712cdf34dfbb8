"""사업자등록번호 — ten digits, the last of which checks the others."""

import re
from dataclasses import dataclass

from majungmul.values.refusal import Refusal

WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)


class NotTenDigits(Refusal):
    """자릿수 틀림."""

    sentence = "사업자등록번호는 숫자 10자리입니다(‘{found}’). ‘123-45-67890’처럼 적어 주십시오."


class WrongCheckDigit(Refusal):
    """검증번호 틀림."""

    sentence = (
        "사업자등록번호 ‘{found}’의 끝자리가 맞지 않습니다. 사업자등록증의 번호와 견주어 다시 적어 주십시오."
    )


def check_digit(nine: str) -> int:
    """검증번호 — the tenth digit that belongs to the first nine (the published formula, nothing else)."""
    weighted = sum(int(digit) * weight for digit, weight in zip(nine, WEIGHTS, strict=True))
    return -(weighted + int(nine[8]) * 5 // 10) % 10


@dataclass(frozen=True, slots=True)
class BusinessNumber:
    """사업자등록번호 — ten digits, checked by length and check digit only (`libraries.md` §4c)."""

    digits: str

    @classmethod
    def of(cls, written: str) -> "BusinessNumber":
        """The number as people write it, with or without hyphens and spaces. Refuses a wrong one."""
        digits = re.sub(r"[-\s]", "", written)
        if not re.fullmatch(r"[0-9]{10}", digits):
            raise NotTenDigits(found=written)
        if int(digits[9]) != check_digit(digits[:9]):
            raise WrongCheckDigit(found=written)
        return cls(digits)

    def __str__(self) -> str:
        """`123-45-67890`."""
        return f"{self.digits[:3]}-{self.digits[3:5]}-{self.digits[5:]}"
