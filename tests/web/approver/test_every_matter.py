"""Every matter that the story holds, of every kind and in every state, as a page of its own office's approver."""

from typing import Any

import pytest
from django.apps import apps

from tests.web.window import Window

KINDS = {
    "selection": ("review", "Review", "office"),
    "again": ("review", "Reconsideration", "review__office"),
    "award": ("award", "Award", "office"),
    "change": ("award", "AwardChange", "award__office"),
    "objection": ("award", "AwardObjection", "award__office"),
    "claim": ("payment", "Claim", "office"),
    "order": ("delivery", "Order", "office"),
    "settlement": ("settlement", "Settlement", "office"),
    "refund": ("settlement", "Refund", "office"),
    "revocation": ("settlement", "Revocation", "office"),
    "refund-objection": ("settlement", "RefundObjection", "refund__office"),
}
APPROVERS = {"operator": "operator.approver", "city": "city.approver"}
MOST = 6


def rows(kind: str, office: str) -> list[Any]:
    """One or two of each state."""
    app, model, path = KINDS[kind]
    found = apps.get_model(app, model).objects.filter(**{f"{path}__kind": office}).order_by("-id")
    by_state: dict[object, Any] = {}
    for row in found:
        by_state.setdefault((getattr(row, "state", row.pk), getattr(row, "kind", "")), row)
    return list(by_state.values())[:MOST]


@pytest.mark.parametrize("office", APPROVERS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_matter_of_every_kind_and_state_opens(window: Window, kind: str, office: str) -> None:
    browser = window.of(APPROVERS[office])
    other = window.of(APPROVERS["city" if office == "operator" else "operator"])
    for row in rows(kind, office):
        page = browser.get(f"/approval/{kind}/{row.pk}/")
        assert page.status == 200, page.text
        assert page.h1
        assert len(page.parsed.ids) == len(set(page.parsed.ids))
        for address, _ in page.links():
            if "/papers/" in address:
                assert browser.get(address).status == 200, address
        assert other.get(f"/approval/{kind}/{row.pk}/").status == 404


def test_the_story_has_most_kinds(window: Window) -> None:
    assert {kind for kind in KINDS if rows(kind, "operator") or rows(kind, "city")} >= {
        "selection",
        "award",
        "change",
        "claim",
        "order",
        "settlement",
        "refund",
        "revocation",
    }
