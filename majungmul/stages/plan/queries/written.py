"""적힌 지원계획 — an edition's rows as its file would write them: from these come its tables and figures."""

from itertools import groupby
from typing import Any

from majungmul.programmes import plan as file
from majungmul.stages.plan.models import ChecklistAnswer, Content, Edition, PlanNote, ScheduledEvent
from majungmul.stages.plan.queries.written_tables import TablesOf


def written(edition: Edition) -> file.Plan:
    """적힌 지원계획 — all that the edition says, each figure with the value that is kept of it."""
    return file.Plan.model_validate(
        {**_head(edition), **_texts(edition), "tables": TablesOf(edition).written()}
    )


def _head(edition: Edition) -> dict[str, Any]:
    plan = edition.plan
    return {
        "title": edition.title,
        "year": plan.year,
        "jurisdiction": plan.jurisdiction.code,
        "operator": edition.operator,
        "purpose": edition.purpose,
        "law": edition.law,
        "report": {
            "title": edition.report_title,
            "number": edition.report_number,
            "date": edition.report_date,
        },
        "account": {"code": edition.budget_code, "names": edition.budget_names},
    }


def _texts(edition: Edition) -> dict[str, Any]:
    """Contents by year, schedule, checklist, and what is to be compared; each in its order."""
    contents = Content.objects.filter(edition=edition).order_by("order")
    events = ScheduledEvent.objects.filter(edition=edition).order_by("order")
    answers = ChecklistAnswer.objects.filter(edition=edition).order_by("order")
    notes = PlanNote.objects.filter(edition=edition).order_by("order")
    return {
        "contents": [
            {"year": year, "items": [content.text for content in items]}
            for year, items in groupby(contents, lambda content: content.year)
        ],
        "calendar": [_event(event) for event in events],
        "checklist": list(answers.values("key", "label", "question", "answer")),
        "notes": [note.asks for note in notes],
    }


def _event(event: ScheduledEvent) -> dict[str, Any]:
    who = {"who": event.who} if event.who else {}
    months = [month for month in (event.first_month, event.last_month) if month]
    return {"what": event.what, **who, "months": months}
