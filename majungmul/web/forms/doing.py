"""하기 — a form is read, its one action runs, and what was refused stands at its field with all that was typed."""

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect

from majungmul.books.files.store import Received
from majungmul.programmes.form import Form
from majungmul.programmes.form_answers import FieldMistake, missing_papers, read
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked
from majungmul.web.forms.files import received_in
from majungmul.web.forms.typed import Typed, typed_in

Values = dict[str, Any]
Files = Mapping[str, Received]
NOWHERE: Mapping[type[Refusal], str] = MappingProxyType({})
Deed = Callable[[Values, Files], Any]
"""Runs one action with the values of a small form (those under `it`) and its files; gives what it made."""


def do(
    request: Asked,
    form: Form,
    deed: Deed,
    *,
    then: Callable[[Any], str],
    again: Callable[[Typed], HttpResponse],
    said: str = "",
    present: Collection[str] = (),
    places: Mapping[type[Refusal], str] = NOWHERE,
) -> HttpResponse:
    """한 가지 일 — read the form and run its deed; then go on to `then(made)`, where `said` is said.

    What is to be put right, and what the action refuses, is shown by `again`, with everything typed kept;
    a refusal that names fields (`mistakes`, or `field`) stands at them. `present`: slots that have a file.
    `places`: at which field a kind of refusal stands, where it does not say so itself.
    """
    typed, values, files = _read(request, form, present)
    if not typed.is_wrong:
        try:
            made = deed(values, files)
        except Refusal as refusal:
            _put_down(typed, refusal, places)
        else:
            if said:
                messages.success(request, said)
            return HttpResponseRedirect(then(made))
    response = again(typed)
    response.status_code = 422
    return response


def _read(request: Asked, form: Form, present: Collection[str]) -> tuple[Typed, Values, Files]:
    """What was typed, its values, and the files that came."""
    answers = typed_in(form, request.POST)
    found = read(form, answers)
    files, refused = received_in(form, request)
    missing = missing_papers(
        form, found.values, {*files, *present, *(each.field.split(".")[-1] for each in refused)}
    )
    typed = Typed(form, answers, [*found.mistakes, *refused, *missing])
    values = found.values.get("it", found.values) if len(form.sections) == 1 else found.values
    return typed, values, files


def _put_down(typed: Typed, refusal: Refusal, places: Mapping[type[Refusal], str]) -> None:
    """Write a refusal where it belongs: at the fields that it names, or above the form."""
    mistakes: Collection[FieldMistake] = getattr(refusal, "mistakes", ())
    field = places.get(type(refusal)) or getattr(refusal, "field", "")
    if mistakes:
        typed.mistakes.extend(mistakes)
    elif field:
        typed.mistakes.append(FieldMistake(field, str(refusal)))
    else:
        typed.refusal = refusal
