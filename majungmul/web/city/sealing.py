"""시행 — the fields by which an act of the city is sealed: 문서번호 and 시행일 of 온나라, and where 보탬e has it."""

from majungmul.programmes.form import Field
from majungmul.values.seal import Seal
from majungmul.web.forms.asking import field
from majungmul.web.forms.doing import Values

FIELDS: tuple[Field, ...] = (
    field(
        "number", "문서번호", limit=120, example="경제정책과-101", help="온나라에서 시행한 문서의 번호입니다."
    ),
    field("on", "시행일", "day", example="2026. 11. 25."),
    field("portal_number", "보탬e 등록번호", required=False, limit=60, help="2024년부터의 일에는 적습니다."),
    field("portal_on", "보탬e 등록일", "day", required=False, example="2026. 11. 25."),
)


def seal_in(values: Values) -> Seal:
    """The seal that was typed."""
    return Seal(
        number=values["number"],
        on=values["on"],
        portal_number=values.get("portal_number") or "",
        portal_on=values.get("portal_on"),
    )
