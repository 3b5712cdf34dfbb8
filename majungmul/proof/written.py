"""적힌 숫자 — a figure as people write it, read with its unit: `1,300백만원`, `△35`, `96.3%`, `-`, `미정`."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from majungmul.proof.unit import SCALES, Measure, amount, measure, number

ZERO_OR_NOT_OFFERED = ("-", "–", "—", "―", "−")
UNKNOWN = ("", "미정")
MOST_DIGITS = 20

COUNTERS = "건|명|인|개|회|차|곳|업체|기업|일|시간|주|년|월|면|부|점|대|종|팀|호|편|배"
SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
WRITTEN = re.compile(
    r"(?:총|약|연|금)?\s*(?P<minus>[△▲-])?\s*"
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?P<digits>[0-9]+))?\s*여?\s*"
    rf"(?P<unit>(?P<scale>{SCALE})\s*(?P<base>원|%p?|(?:{COUNTERS})[가-힣 ]*)?)"
)


@dataclass(frozen=True, slots=True)
class Written:
    """적힌 숫자 — the value in won, count or per cent; None for 미정, nothing, or a ratio not offered.

    `step` is the smallest step that it can show (a million won for `770백만원`), `unit` as written;
    `is_bare` says that no unit was written.
    """

    value: Decimal | None
    measure: Measure
    unit: str = ""
    step: Decimal = Decimal(1)
    scale: int = 0
    is_bare: bool = False

    def agrees_with(self, value: Decimal) -> bool:
        """Whether it shows the value at its own precision, rounded half up or cut down: papers do both."""
        return self.value in (value.quantize(self.step, ROUND_HALF_UP), value.quantize(self.step, ROUND_DOWN))

    def rounded(self, value: Decimal) -> Decimal:
        """The value at this precision, rounded half up."""
        return value.quantize(self.step, ROUND_HALF_UP)

    def rewritten(self, value: Decimal) -> str:
        """Another value in the same way: `770백만원`."""
        if self.measure is Measure.MONEY:
            return amount(self.rounded(value), self.unit)
        return f"{number(self.rounded(value).scaleb(-self.scale), '')}{self.unit}"


def read(text: str, unit: str) -> Written | None:
    """What a text says in a column of this unit; None where it cannot be read.

    `-` is zero in amounts and counts, and *not offered* in a ratio.
    """
    text, kind = unicodedata.normalize("NFKC", text).strip(), measure(unit)
    if text in UNKNOWN:
        return Written(None, kind)
    if text in ZERO_OR_NOT_OFFERED:
        return Written(None if kind is Measure.RATIO else Decimal(0), kind, unit)
    found = WRITTEN.fullmatch(text)
    if found is None or len(found["whole"] + (found["digits"] or "")) > MOST_DIGITS:
        return None
    return _with_unit(found, unit)


def _with_unit(found: re.Match[str], unit: str) -> Written:
    """The number in the unit that is written with it, or in the column's own."""
    is_bare = not found["base"]
    written = re.sub(r"\s+(?=원)", "", found["unit"].strip())
    scale = SCALES[found["scale"]] + (_exponent(unit) if is_bare else 0)
    digits = found["digits"] or ""
    value = Decimal(f"{found['whole'].replace(',', '')}.{digits}").scaleb(scale)
    return Written(
        value=-value if found["minus"] else value,
        measure=measure(unit if is_bare else written),
        unit=written,
        step=Decimal(1).scaleb(scale - len(digits)),
        scale=scale,
        is_bare=is_bare,
    )


def _exponent(unit: str) -> int:
    """How many zeros a unit of money stands for; none in others."""
    return SCALES[unit.removesuffix("원")] if measure(unit) is Measure.MONEY else 0
