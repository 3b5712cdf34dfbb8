"""승인번호 — of a proof, in the one shape in which it is kept and compared."""

import re
from unicodedata import normalize

from majungmul.books.parties import written
from majungmul.stages.payment.models import Proof
from majungmul.stages.payment.refusals_of_proofs import NotAnApprovalNumber

BETWEEN = re.compile(r"[\s\-‐-―−_./·]+")
SIGNS = re.compile(r"[0-9A-Z]{4,32}")
OF_INVOICES = 24


def approval_number(typed: str) -> str:
    """승인번호 — half width, capital, without spaces and dashes but those of the 24 signs of an invoice (8-8-8).

    Refuses what has other signs, or fewer than four.
    """
    seen = written.line(Proof, "approval_number", typed)
    signs = BETWEEN.sub("", normalize("NFKC", seen)).upper()
    if not SIGNS.fullmatch(signs):
        raise NotAnApprovalNumber(found=seen)
    if len(signs) == OF_INVOICES:
        return f"{signs[:8]}-{signs[8:16]}-{signs[16:]}"
    return signs
