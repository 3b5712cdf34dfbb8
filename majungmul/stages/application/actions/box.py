"""서류함 — a paper of a body is kept once it is handed in, and not asked for again."""

from datetime import datetime

from majungmul.books.files.actions import attach
from majungmul.books.files.models import FileUse
from majungmul.books.files.store import Received
from majungmul.books.parties import written
from majungmul.books.parties.models import Office
from majungmul.books.parties.queries.bodies import standing
from majungmul.books.parties.queries.rows import found
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.application.refusals import NotDesignated
from majungmul.values.actor import Actor


@action("application.paper_kept")
def keep_paper(slot: str, file: Received, *, by: Actor, at: datetime, key: str) -> FileUse:
    """서류함에 넣기 — a paper of the body of the actor's office, for a slot (`bankbook`). Returns its use.

    It hangs on the body; an application that is handed in with it has its own use of the same content.
    """
    require(by, "application.keep_paper")
    body = found(Office, by, by.office).organisation
    if body is None:
        raise NotDesignated(body=by.title)
    return attach(file, to=standing(body), purpose=written.line(FileUse, "purpose", slot))
