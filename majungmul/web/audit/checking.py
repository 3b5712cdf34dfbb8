"""검증 — everything worked out anew when an auditor asks for it, and held against an end that was kept elsewhere."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import redirect

from majungmul.books.trail.chain import Head
from majungmul.books.upkeep.verification import verify
from majungmul.programmes.form_answers import read
from majungmul.web.asked import Asked
from majungmul.web.audit.trail import trail
from majungmul.web.forms.asking import ask, field
from majungmul.web.forms.typed import Typed, typed_in

WORDS: Mapping[str, str] = {
    "storage": "데이터베이스 파일",
    "totals": "계정의 합계와 이체의 합",
    "told": "원장의 줄과 이력에 적힌 것",
    "chain": "이력의 사슬",
    "personal": "이력 곁의 개인정보 값",
    "files": "보관 파일의 내용",
    "jurisdictions": "다른 자치단체를 가리키는 줄",
    "guards": "데이터베이스의 문지기",
}
COUNTED: Mapping[str, str] = {
    "accounts": "계정",
    "transfers": "이체",
    "events": "사건",
    "personal": "개인정보 값",
    "files": "보관 파일",
}
FORM = ask(
    "따로 보관한 이력의 끝과 견주기",
    field("number", "보관한 사건 번호", "count", required=False, example="953"),
    field("hash", "보관한 확인값", required=False, limit=64, help="비워 두면 지금 있는 것끼리만 견줍니다."),
)


def check(request: Asked) -> HttpResponse:
    """검증 — nothing is written by it; what it found is shown."""
    if request.method != "POST":
        return redirect("audit:trail")
    answers = typed_in(FORM, request.POST)
    found = read(FORM, answers)
    typed = Typed(FORM, answers, list(found.mistakes))
    if typed.is_wrong:
        response = trail(request, typed=typed)
        response.status_code = 422
        return response
    values = found.values.get("it", {})
    kept = values.get("number") and values.get("hash")
    anchors = (
        {request.jurisdiction.pk: Head(int(values["number"]), str(values["hash"]).strip())} if kept else {}
    )
    result = verify(anchors)
    checks = [(WORDS[name], [str(fault) for fault in faults]) for name, faults in result.found.items()]
    counted = [f"{COUNTED[name]} {count:,}" for name, count in result.looked_at.items() if name in COUNTED]
    verified = {
        "checks": checks,
        "is_clean": result.is_clean,
        "counted": " · ".join(counted),
        "has_anchor": bool(kept),
    }
    return trail(request, verified=verified, typed=typed)
