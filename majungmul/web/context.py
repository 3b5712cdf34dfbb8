"""쪽마다 — what the frame of every page shows: the menu of the seat, who acts, the size of type, what was said."""

from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.urls import reverse

from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.web.audiences import Audience, is_for

LARGE = "size"
"""The cookie of 크게."""

MENUS: dict[Audience, tuple[tuple[str, str], ...]] = {
    Audience.PUBLIC: (
        ("첫 화면", "public:home"),
        ("사업 안내", "public:programmes"),
        ("공고", "public:calls"),
        ("결과·집행", "public:results"),
        ("접수증 확인", "public:receipt"),
        ("검산", "public:proof"),
    ),
    Audience.APPLICANT: (
        ("신청할 사업", "applicant:calls"),
        ("내 신청", "applicant:mine"),
        ("서류함", "applicant:box"),
        ("받은 돈", "applicant:received"),
        ("조합 정보", "applicant:profile"),
    ),
    Audience.OFFICER: (
        ("오늘 할 일", "officer:today"),
        ("공고", "officer:calls"),
        ("신청", "officer:applications"),
        ("결정", "officer:awards"),
        ("지급", "officer:claims"),
        ("정산", "officer:settlements"),
        ("교부·보고", "officer:grants"),
        ("단체", "officer:bodies"),
    ),
    Audience.CITY: (
        ("연간 현황", "city:year"),
        ("오늘 할 일", "city:today"),
        ("지원계획", "city:plan"),
        ("교부", "city:awards"),
        ("정산", "city:settlements"),
        ("시행 대기", "city:seals"),
    ),
    Audience.APPROVER: (("결재함", "approver:inbox"),),
    Audience.AUDITOR: (
        ("원장", "audit:ledger"),
        ("이력", "audit:trail"),
        ("열람 기록", "audit:readings"),
    ),
    Audience.ADMINISTRATOR: (("사람·직책", "account:people"),),
}
"""The menu of each audience; somebody who belongs to several sees them one after the other."""


def frame(request: HttpRequest) -> dict[str, Any]:
    """What the layout asks for; a page without seat (the public's) has the public's menu."""
    seat = request.seat if getattr(request, "is_seated", False) else None  # type: ignore[attr-defined]
    at = getattr(request, "at", None)
    return {
        "seat": seat,
        "seats": getattr(request, "seats", []),
        "menu": _menu(request),
        "is_demo": settings.DEMO,
        "is_large": request.COOKIES.get(LARGE) == "large",
        "messages": get_messages(request),
        "now": at,
        "contact": jurisdiction(settings.JURISDICTION).operator,
    }


def _menu(request: HttpRequest) -> list[tuple[str, str, bool]]:
    """Label, address, and whether the page is under it: the longest address that fits."""
    seat = request.seat if getattr(request, "is_seated", False) else None  # type: ignore[attr-defined]
    own: list[Audience] = [who for who in MENUS if seat and who is not Audience.PUBLIC and is_for(seat, who)]
    entries = [entry for who in (own or [Audience.PUBLIC]) for entry in MENUS[who]]
    placed = [(label, reverse(name)) for label, name in entries]
    fitting = [address for _, address in placed if address != "/" and request.path.startswith(address)]
    here = max(fitting, key=len) if fitting else request.path
    return [(label, address, address == here) for label, address in placed]
