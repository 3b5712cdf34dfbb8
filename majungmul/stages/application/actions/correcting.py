"""보완 — an officer asks at a field, by a day; the applicant answers with the form anew."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.duties.actions import close_all
from majungmul.books.files.queries import uses_of
from majungmul.books.parties import written
from majungmul.books.parties.queries.bodies import standing
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.programmes.form_answers import Answers
from majungmul.programmes.specification import specification
from majungmul.stages.application.actions.owing import CORRECTION, owe_correction, owe_receipt
from majungmul.stages.application.actions.reading import Files, read_form, write_form
from majungmul.stages.application.actions.receiving import SCAN
from majungmul.stages.application.models import Application, Correction
from majungmul.stages.application.places import label_at, place_of
from majungmul.stages.application.refusals import DaysOutOfRange, ScanMissing
from majungmul.stages.application.states import after
from majungmul.stages.call.models import Call, Kind
from majungmul.stages.call.queries import form_of
from majungmul.values.actor import Actor
from majungmul.values.duty import Due

MOST_DAYS = 90
CITY_DAYS = 7
"""Where the city asks and says no days; no paper says how many."""


@action("application.correction_asked")
def ask_correction(
    application_id: UUID, field: str, what: str, days: int | None = None, *, by: Actor, at: datetime, key: str
) -> Correction:
    """보완요청 — at a field of the form (`trades.0.amount`, or its name), within so many days. Returns it.

    Without days it is the programme's usual number; the last day is counted over days off. The body owes
    the answer, or the office itself where the application came on paper. Several may be open at once.
    """
    return _ask(application_id, "application.ask_correction", (field, what, days), by, at)


@action("application.correction_asked_in_review")
def ask_correction_reviewed(
    application_id: UUID, field: str, what: str, days: int | None = None, *, by: Actor, at: datetime, key: str
) -> Correction:
    """심사 중 보완요청 — called by `review`, which knows whether it is still looked at. Returns it."""
    return _ask(application_id, "application.ask_correction_reviewed", (field, what, days), by, at)


def _ask(
    application_id: UUID, act: str, asked: tuple[str, str, int | None], by: Actor, at: datetime
) -> Correction:
    """The correction asked for, and the duty to answer it."""
    application = locked(Application, by, application_id)
    require(by, act, application)
    application.state = after(act, application.state, application.number)
    application.save()
    field, what, days = asked
    today, form = timezone.localdate(at), form_of(application.call)
    given = _usual_days(application.call, at) if days is None else days
    if type(given) is not int or not 1 <= given <= MOST_DAYS:
        raise DaysOutOfRange(most=MOST_DAYS, found=str(given)[:20])
    due = Due(today, days=given)
    correction = Correction(
        jurisdiction_id=by.jurisdiction,
        application=application,
        field=place_of(form, field, len(application.answers.get("trades", []))),
        what=written.line(Correction, "what", what),
        due_on=due.earliest,
        asked_at=at,
        asked_by=by.person,
    )
    assumed = f"보완 기한이 정해져 있지 않아 {given}일로 둠" if days is None else ""
    duty = owe_correction(correction, due, label_at(form, correction.field), assumed)
    correction.due_on = duty.due_on
    correction.save()
    return correction


@action("application.corrected")
def correct(
    application_id: UUID, answers: Answers, files: Files, answer: str, *, by: Actor, at: datetime, key: str
) -> Application:
    """보완 — the form as it is now, and what was done. Returns the application, received as before.

    It is taken after its day, too: that it was late is shown. The officer who enters it from paper adds the
    scan of the sealed form. Refuses what `hand_in` refuses of a form.
    """
    application = locked(Application, by, application_id)
    require(by, "application.correct", application)
    application.state = after("application.correct", application.state, application.number)
    if by.office == application.office_id and _asks_for_a_scan(application.call) and SCAN not in files:
        raise ScanMissing
    there = set(uses_of(application).values_list("purpose", flat=True))
    form = read_form(application.call, standing(application.body), answers, files, there)
    write_form(application, form, files)
    said = written.line(Correction, "answer", answer)
    for correction in application.corrections.filter(answered_at=None):
        correction.answered_at, correction.answer = at, said
        correction.save()
        close_all(correction, CORRECTION)
    owe_receipt(application)
    return application


def _asks_for_a_scan(call: Call) -> bool:
    return SCAN in {slot.code for slot in form_of(call).papers}


def _usual_days(call: Call, at: datetime) -> int:
    if call.kind == Kind.DESIGNATION:
        return CITY_DAYS
    settings = specification(call.jurisdiction.code, call.programme).settings_on(timezone.localdate(at))
    return settings.correction_days
