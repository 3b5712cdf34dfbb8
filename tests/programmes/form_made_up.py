"""A made-up programme of a made-up city, whose form has one field of every kind: data alone makes it work."""

from pathlib import Path

from majungmul.programmes.checking import read_specification
from majungmul.programmes.form import Form

MADE_UP = """\
name = "가상 축제 지원"
law = "가상법 제1조"
purpose = ["가상"]
period = "연중"
target = "가상시의 모임"
contents = ["가상"]
stages = ["call", "application"]
[[lines]]
code = "support"
label = "지원금"
rule = "share"
payee = "모임"
[[lines.terms]]
since = 2018-01-01
source = "가상"
values.share = 0.20
values.rounding = "DOWN_TO_WON"
[[eligibility]]
code = "local"
label = "가상시의 모임임"
[[conditions]]
code = "purpose"
text = "다른 용도에 쓰지 않습니다."
law = "use.purpose_only"
[[settings]]
since = 2018-01-01
source = "가상"
[settings.values]
day_counts = "issued"
reconsideration_days = 5
correction_days = 3
small_order_up_to = 0
minor_change_percent = 0
last_claim_day = "02-29"
spending_before_own_award = "refused"
needs_committee = true
payee_from = "partner"
interest_on_recipient_refund = true
[forms.application]
title = "가상 신청서"
adds = "stalls.cost"
rate_of = "support"
assumed.sections = "가상"
[[forms.application.sections]]
code = "club"
label = "모임"
fields = [
  { code = "name", label = "모임 이름", limit = 10, example = "가상회" },
  { code = "is_company", label = "사업자인지", kind = "yes_no" },
  { code = "number", label = "사업자등록번호", kind = "business_number",\
 shown_when = { field = "is_company", is_one_of = ["yes"] } },
  { code = "phone", label = "전화", kind = "phone", required = false },
  { code = "email", label = "전자우편", kind = "email", required = false },
  { code = "account", label = "계좌", kind = "account_number", required = false },
  { code = "own_share", label = "자부담", kind = "won_or_zero", required = false },
  { code = "taken_back", label = "돌려받은 돈", kind = "signed_won", required = false },
  { code = "story", label = "소개", kind = "long_text", required = false, limit = 100 },
]
[[forms.application.sections]]
code = "stalls"
label = "부스"
repeats = true
least = 1
most = 3
fields = [
  { code = "size", label = "크기", kind = "choice", choices = [
    { code = "small", label = "작음" }, { code = "large", label = "큼" },
  ] },
  { code = "people", label = "인원", kind = "count", shown_when = { field = "size", is_one_of = ["large"] } },
  { code = "permit", label = "허가번호", shown_when = { field = "club.is_company", is_one_of = ["yes"] } },
  { code = "opens", label = "여는 날", kind = "day" },
  { code = "cost", label = "비용", kind = "won", example = "50,000원" },
]
[[forms.application.papers]]
code = "plan"
label = "계획서"
[[forms.application.papers]]
code = "registration"
label = "사업자등록증"
shown_when = { field = "club.is_company", is_one_of = ["yes"] }
[[forms.application.papers]]
code = "photo"
label = "사진"
required = false
"""


def written(folder: Path, *changes: tuple[str, str]) -> Path:
    """The file, with these changes."""
    text = MADE_UP
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = folder / "made_up.toml"
    path.write_text(text, encoding="utf-8")
    return path


def form_of(folder: Path) -> Form:
    """Its application form, read as any city's is."""
    return read_specification(written(folder)).form("application")
