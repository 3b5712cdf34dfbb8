"""붙임 — the files of a claim: into which slots of the forms they go, and which are missing."""

from collections.abc import Mapping, Sequence

from majungmul.books.files.actions import attach
from majungmul.books.files.store import Received
from majungmul.programmes.form_answers import missing_papers
from majungmul.stages.payment.models import Claim
from majungmul.stages.payment.queries import account_before, forms_of, papers_of
from majungmul.stages.payment.refusals import NoSuchSlot, PapersMissing

Files = Mapping[str, Received | Sequence[Received]]
"""Slot → file, or files; the same file may stand in several slots (한 파일에 묶어 올리고 쪽 번호로 연결)."""


def attach_all(row: Claim, files: Files) -> None:
    """Let the claim have the files, each for its slot. Refuses one that was swept."""
    for slot, given in files.items():
        for file in [given] if isinstance(given, Received) else given:
            attach(file, to=row, purpose=slot)


def refuse_unfit(row: Claim, files: Files) -> None:
    """Refuse files for slots that the forms do not have, and a claim without what they require.

    What was handed in before a correction is there still; a 통장사본 is asked for where the account changed.
    """
    forms = forms_of(row.award)
    known = {slot.code: slot.label for form in forms for slot in form.papers}
    for slot in files:
        if slot not in known:
            raise NoSuchSlot(slot=slot[:60], known=", ".join(known.values()))
    present = {slot for slot, given in files.items() if given} | set(papers_of(row))
    before = account_before(row.award)
    changed = before is not None and row.bank_account is not None and not before.is_same_as(row.bank_account)
    values = {"claim": {"account_changed": changed}}
    missing = {each.field: each for form in forms for each in missing_papers(form, values, present)}
    if missing:
        labels = [known[field.rpartition(".")[2]] for field in missing]
        raise PapersMissing(missing=", ".join(labels))
