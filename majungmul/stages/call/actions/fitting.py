"""공고의 알맞음 — the times of a call, and the papers that it asks for."""

from datetime import datetime, timedelta

from django.utils import timezone

from majungmul.stages.call.models import Call
from majungmul.stages.call.queries import form_of
from majungmul.stages.call.refusals import ClosesBeforeItOpens, NoSuchPaper, OutOfItsYear

LONGEST = timedelta(days=366)
MOST_PAPERS = 50


def refuse_unfit(call: Call) -> None:
    """Refuse times in the wrong order or of another year, and papers that the form does not know."""
    if call.opens_at >= call.closes_at:
        raise ClosesBeforeItOpens
    opens_at, closes_at = (_in_seoul(each) for each in (call.opens_at, call.closes_at))
    begins_near = opens_at.year in (call.year - 1, call.year)
    ends_near = closes_at.year in (call.year, call.year + 1)
    if not (begins_near and ends_near) or closes_at - opens_at > LONGEST:
        raise OutOfItsYear(opens_at=opens_at, closes_at=closes_at, year=call.year)
    form_of(call)


def papers_in(codes: object) -> list[str]:
    """The codes of further papers, each once. Refuses what is no list of words."""
    if not isinstance(codes, list | tuple) or len(codes) > MOST_PAPERS:
        raise NoSuchPaper
    if not all(isinstance(code, str) for code in codes):
        raise NoSuchPaper
    return list(dict.fromkeys(codes))


def _in_seoul(moment: datetime) -> datetime:
    return timezone.localtime(moment)
