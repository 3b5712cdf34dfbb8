"""읽기 — a form with its files as the applicant handed them in: its values, or every field to put right."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from majungmul.books.files.actions import attach
from majungmul.books.files.store import Received
from majungmul.books.parties.models import Organisation
from majungmul.programmes.form_answers import Answers, missing_papers, plain, read
from majungmul.stages.application.actions.applicant import mistakes_in
from majungmul.stages.application.actions.trades import (
    Planned,
    partner_mistakes,
    refuse_trades,
    write_trades,
)
from majungmul.stages.application.models import Application
from majungmul.stages.application.refusals import Incomplete
from majungmul.stages.call.models import Call, Kind
from majungmul.stages.call.queries import form_of
from majungmul.values.won import ZERO, Won

Files = Mapping[str, Received]
"""붙임 파일 — by the code of the form's slot."""


@dataclass(frozen=True, slots=True)
class Form:
    """읽은 신청서 — the code of its form, its values as they are kept, the planned trades, what they come to."""

    code: str
    answers: Answers
    planned: Planned
    total: Won


def read_form(
    call: Call, body: Organisation, answers: Answers, files: Files, before: Collection[str] = ()
) -> Form:
    """신청서 읽기 — `before`: the slots that have a file already.

    Refuses a file for no slot of the form, and (Incomplete, with each mistake at its field) all that is not
    as it must be, also a name or number that is not the registered body's.
    """
    form = form_of(call)
    form.with_required(files)
    typed = read(form, answers)
    planned: Planned = typed.values.get("trades", [])
    mistakes = [
        *typed.mistakes,
        *missing_papers(form, typed.values, {*files, *before}),
        *mistakes_in(call, body, typed.values),
        *partner_mistakes(call, planned),
    ]
    if mistakes:
        raise Incomplete(mistakes)
    return Form(form.code, plain(typed.values), planned, typed.total)


def write_form(application: Application, form: Form, files: Files) -> None:
    """신청서 쓰기 — its answers, amounts, trades and files into the application, which is saved by it.

    Refuses a trade with oneself, and one that stands twice, here or in another application.
    """
    refuse_trades(application, form.planned)
    application.form, application.answers = form.code, form.answers
    if application.call.kind == Kind.DESIGNATION:
        application.trade_total, application.amount = ZERO, form.total
    else:
        application.trade_total = form.total
    write_trades(application, form.planned)
    for slot, file in files.items():
        attach(file, to=application, purpose=slot)


def values_of(application: Application) -> dict[str, Any]:
    """The answers of an application as values: amounts as Won, days as days."""
    return read(form_of(application.call), application.answers).values
