"""올린 파일 — received on disk before any action names them; a file that is refused is a mistake at its slot."""

from typing import BinaryIO, cast

from majungmul.books.files.store import Received, receive
from majungmul.programmes.form import PAPERS, Form
from majungmul.programmes.form_answers import FieldMistake
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked


def received_in(form: Form, request: Asked) -> tuple[dict[str, Received], list[FieldMistake]]:
    """받은 파일 — by the code of their slot, durably on disk; and what was refused, each at its slot."""
    files: dict[str, Received] = {}
    mistakes: list[FieldMistake] = []
    for slot in form.papers:
        sent = request.FILES.get(f"{PAPERS}.{slot.code}")
        if sent is None:
            continue
        try:
            files[slot.code] = receive(cast("BinaryIO", sent), sent.name or slot.label)
        except Refusal as refusal:
            mistakes.append(FieldMistake(f"{PAPERS}.{slot.code}", str(refusal)))
    return files, mistakes
