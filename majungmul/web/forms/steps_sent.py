"""서식을 보냄 — every press keeps what was typed first; then it goes on, adds a row, drops one, or hands in."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from majungmul.books.files.store import Received
from majungmul.books.trail import drafts
from majungmul.programmes.form_answers import Answers, FieldMistake
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked
from majungmul.web.forms.files import received_in
from majungmul.web.forms.steps import LAST, PAPERS, Files, Total, Writing
from majungmul.web.forms.steps_kept import Kept, Typing, choose, keep, kept_of
from majungmul.web.forms.steps_page import chosen_in, is_step, mistakes_in, page, step_address
from majungmul.web.forms.typed import Typed, typed_in
from majungmul.web.keys import key_of
from majungmul.web.showing import show

LONGEST_TAB = 64
NUL = "\x00"


def fill_in(request: Asked, writing: Writing) -> HttpResponse:
    """서식 쓰기 — the page of a step, or what its buttons do. See `Writing`."""
    if request.method == "POST":
        return _pressed(request, writing)
    kept = kept_of(writing.place, request.actor)
    if not kept.version and (gone := writing.gone()):
        return gone
    if kept.other is not None and "other" in request.GET:
        return _two(request, writing, kept, status=200)
    asked = (request.GET.get("step", ""), kept.step, writing.first, writing.steps[0][0])
    return page(request, writing, kept, next(step for step in asked if is_step(writing, step)))


def autosave(request: Asked, writing: Writing) -> HttpResponse:
    """저절로 저장 — as somebody types: when it was saved, and the total so far. Two windows: both are kept."""
    if not kept_of(writing.place, request.actor).version and writing.gone():
        return show(request, "parts/form_saved.html", status=409, state="gone", writing=writing, kept=None)
    typing = _typing(request, writing)
    kept, is_stale = keep(writing.place, typing, by=request.actor, at=request.at)
    state, status = ("stale", 409) if is_stale else ("saved", 200)
    said = {"state": state, "writing": writing, "kept": kept, "total": _total(writing, kept, typing.step)}
    section = writing.section(typing.step)
    rows = Typed(writing.form, typing.answers).rows(section) if section and section.repeats else ()
    return show(request, "parts/form_saved.html", status=status, step=typing.step, rows=rows, **said)


def _total(writing: Writing, kept: Kept, step: str) -> Total | None:
    """The total so far, on the step that shows it."""
    return writing.total(kept.answers) if step == writing.form.adds.partition(".")[0] else None


def _pressed(request: Asked, writing: Writing) -> HttpResponse:
    """What a button does."""
    kept = kept_of(writing.place, request.actor)
    if not kept.version and (gone := writing.gone()):
        return gone
    do, _, what = request.POST.get("do", "next").partition(":")
    if do == "take":
        kept = choose(writing.place, mine=what == "mine", by=request.actor, at=request.at)
        return HttpResponseRedirect(step_address(writing, _step(request, writing)))
    if do == "hand_in":
        return _hand_in(request, writing, kept)
    return _kept_on(request, writing, do, what)


def _kept_on(request: Asked, writing: Writing, do: str, what: str) -> HttpResponse:
    """Keep what was typed; then show it again where two windows differ, or a file was not taken; else go on."""
    typing = _typing(request, writing)
    uploaded, refused = _uploaded(request, writing, typing.step)
    typing = replace(
        typing,
        answers=_with_rows(writing, typing.answers, do, what),
        files={**typing.files, **uploaded},
        is_press=True,
    )
    kept, is_stale = keep(writing.place, typing, by=request.actor, at=request.at)
    if is_stale:
        return _two(request, writing, kept, status=409)
    if refused:
        return page(request, writing, kept, typing.step, refused=refused, status=422)
    return HttpResponseRedirect(_goes_to(writing, kept, typing.step, do))


def _goes_to(writing: Writing, kept: Kept, step: str, do: str) -> str:
    """Where a button leads, once all is kept: not on from where something is to be put right."""
    codes = [code for code, _ in writing.steps]
    now = codes.index(step)
    if do == "next" and _is_wrong(writing, kept, step):
        return step_address(writing, step, check=1) + "#problems"
    if do in ("next", "skip"):
        return step_address(writing, codes[min(len(codes) - 1, now + 1)])
    if do == "previous":
        return step_address(writing, codes[max(0, now - 1)])
    return step_address(writing, step) + ("#rows-end" if do == "add" else "")


def _is_wrong(writing: Writing, kept: Kept, step: str) -> bool:
    """Whether something of this step is to be put right."""
    chosen = chosen_in(kept, writing.offered(), writing.present) if step == PAPERS else {}
    return any(writing.step_of(each.field) == step for each in mistakes_in(writing, kept, chosen))


def _with_rows(writing: Writing, answers: Answers, do: str, what: str) -> Answers:
    """One row more, or one less, of the section that repeats; anything else as it was typed."""
    code, _, number = what.partition(".")
    section = writing.section(code)
    if do not in ("add", "drop") or section is None or not section.repeats or code not in answers:
        return answers
    rows = list(answers[code]) or [{} for _ in range(section.least)]
    if do == "add" and len(rows) < section.most:
        rows.append({})
    if do == "drop" and number.isdigit() and int(number) < len(rows):
        del rows[int(number)]
    return {**answers, code: rows}


def _hand_in(request: Asked, writing: Writing, kept: Kept) -> HttpResponse:
    """제출 — the one action; what it refuses stands at its field, on whichever step."""
    key_of(request)
    now, refused = received_in(writing.form, request) if not writing.keep else ({}, [])
    files = {**_chosen(writing, kept), **now}
    if refused:
        return page(request, writing, kept, LAST, refused=refused, status=422)
    try:
        made = writing.deed(kept.answers, files)
    except Refusal as refusal:
        mistakes: tuple[FieldMistake, ...] = tuple(getattr(refusal, "mistakes", ()))
        whole = None if mistakes else refusal
        return page(request, writing, kept, LAST, refused=mistakes, refusal=whole, status=422)
    drafts.drop(writing.place.name, writing.place.about, by=request.actor)
    return HttpResponseRedirect(writing.then(made))


def _chosen(writing: Writing, kept: Kept) -> Files:
    """The files that were chosen, by slot."""
    offered = writing.offered()
    chosen = chosen_in(kept, offered, writing.present)
    return {
        slot: each.file for slot, files in offered.items() for each in files if each.code == chosen.get(slot)
    }


# ── what a page sends ────────────────────────────────────────────────────────────────────────────────────


def _step(request: Asked, writing: Writing) -> str:
    step = request.POST.get("step", "")
    return step if is_step(writing, step) else writing.steps[0][0]


def _typing(request: Asked, writing: Writing) -> Typing:
    """What the page holds: the answers of its section, or the files that it chooses."""
    step, seen = _step(request, writing), request.POST.get("version", "")
    section = writing.section(step)
    answers: Answers = {}
    if section is not None:
        answers = _clean(typed_in(writing.form.model_copy(update={"sections": (section,)}), request.POST))
    files = {
        slot.code: request.POST[f"use.{slot.code}"]
        for slot in writing.form.papers
        if step == PAPERS and f"use.{slot.code}" in request.POST
    }
    number = int(seen) if seen.isdigit() and len(seen) < LONGEST_TAB // 8 else 0
    return Typing(answers, files, number, request.POST.get("tab", "")[:LONGEST_TAB], step)


def _clean(typed: Any) -> Any:  # noqa: ANN401 - JSON in and out
    """What was typed without the one sign that no database keeps, and lines as they are written here."""
    match typed:
        case dict():
            return {name: _clean(value) for name, value in typed.items()}
        case list():
            return [_clean(each) for each in typed]
        case str():
            return typed.replace(NUL, "").replace("\r\n", "\n")
        case _:
            return typed


def _uploaded(request: Asked, writing: Writing, step: str) -> tuple[Mapping[str, str], list[FieldMistake]]:
    """Files that came with the papers' step: each hangs on a row at once, and is the chosen one of its slot."""
    if step != PAPERS or writing.keep is None:
        return {}, []
    files, refused = received_in(writing.form, request)
    uploaded: dict[str, str] = {}
    for slot, file in files.items():
        uploaded[slot] = str(writing.keep(slot, file, _file_key(request, slot, file)))
    return uploaded, refused


def _file_key(request: Asked, slot: str, file: Received) -> str:
    """The same file sent again with the same page is one; another one is another."""
    return f"{key_of(request)}:{slot}:{file.sha256[:16]}"


# ── two windows ──────────────────────────────────────────────────────────────────────────────────────────


def _two(request: Asked, writing: Writing, kept: Kept, *, status: int) -> HttpResponse:
    """두 창 — what each has typed, where they differ, and which of them to go on with."""
    other = kept.other or {}
    rows = [row for row in _compared(writing, kept.answers, other) if row[1] != row[2]]
    return show(
        request,
        "parts/form_two.html",
        status=status,
        writing=writing,
        kept=kept,
        rows=rows,
        step=_step(request, writing) if request.method == "POST" else kept.step,
        **writing.said,
    )


def _compared(writing: Writing, there: Answers, here: Answers) -> list[tuple[str, str, str]]:
    """Each field of the form, and of each row: its name, and what either window holds."""
    found: list[tuple[str, str, str]] = []
    for section in writing.form.sections:
        if not section.repeats:
            rows = [("", there.get(section.code, {}), here.get(section.code, {}))]
        else:
            either = (there.get(section.code) or [], here.get(section.code) or [])
            count = max(map(len, either))
            rows = [
                (
                    f"{section.label} {number + 1}번 ",
                    *(each[number] if number < len(each) else {} for each in either),
                )
                for number in range(count)
            ]
        for head, one, two in rows:
            found += [
                (f"{head}{field.label}", one.get(field.code, ""), two.get(field.code, ""))
                for field in section.fields
            ]
    return found
