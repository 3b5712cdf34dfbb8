"""임시 저장 — what a person types is kept as it is typed, outside the trail, until it is handed in."""

from typing import Any
from uuid import UUID

from majungmul.books.trail.actions import unlogged
from majungmul.books.trail.models import Draft
from majungmul.books.trail.running import OutsideAnAction, running
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal


class SavedElsewhere(Refusal):
    """다른 창에서 먼저 저장함."""

    sentence = (
        "이 서식은 다른 창에서 먼저 저장되었습니다. 그 창에서 이어 쓰시거나, 새로 열어 옮겨 적어 주십시오."
    )


class NothingTyped(Refusal):
    """임시 저장한 것이 없음."""

    sentence = "임시 저장한 내용이 없습니다. 서식을 작성해 저장한 뒤 제출해 주십시오."


@unlogged
def keep(form: str, about: UUID, content: dict[str, Any], version: int, *, by: Actor) -> Draft:
    """Keep what was typed; `version` is that of the draft in hand (0: none yet). The draft, one version on.

    Refuses when another window has saved since.
    """
    own = Draft.objects.select_for_update(of=("self",))
    draft, _ = own.get_or_create(**_own(form, about, by), defaults={"content": {}, "version": 0})
    if draft.version != version:
        raise SavedElsewhere
    draft.content, draft.version = content, version + 1
    draft.save()
    return draft


def of(form: str, about: UUID, *, by: Actor) -> Draft | None:
    """The actor's own draft of a form about a matter, or None."""
    return Draft.objects.filter(**_own(form, about, by)).first()


def _own(form: str, about: UUID, by: Actor) -> dict[str, Any]:
    return {"jurisdiction": by.jurisdiction, "person": by.person, "form": form, "about": about}


def hand_in(form: str, about: UUID, *, by: Actor) -> dict[str, Any]:
    """제출 — what was typed, for the action that makes a record of it; the draft is gone with that action."""
    if running() is None:
        raise OutsideAnAction(row="임시 저장")
    draft = of(form, about, by=by)
    if draft is None:
        raise NothingTyped
    content: dict[str, Any] = draft.content
    draft.delete()
    return content


def people_drafting(jurisdiction: UUID, form: str, about: UUID) -> list[UUID]:
    """임시 저장한 사람 — who has a draft of this form about this matter, each once."""
    drafts = Draft.objects.filter(jurisdiction=jurisdiction, form=form, about=about)
    return list(drafts.order_by("person").values_list("person", flat=True).distinct())


def drop(form: str, about: UUID, *, by: Actor) -> None:
    """버림 — the actor's draft of a form about a matter, once a record was made of it; nothing where there is none."""
    if draft := of(form, about, by=by):
        _let_go(draft)


@unlogged
def _let_go(draft: Draft) -> Draft:
    draft.delete()
    return draft


def begun(form: str, *, by: Actor) -> set[UUID]:
    """쓰던 것 — the matters about which the actor keeps a draft of this form."""
    drafts = Draft.objects.filter(jurisdiction=by.jurisdiction, person=by.person, form=form)
    return set(drafts.values_list("about", flat=True))
