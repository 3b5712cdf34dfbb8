"""결정의 문서 — notices of the decision, of changes and of the end, objections and their answers."""

from collections.abc import Callable
from typing import Any

from majungmul.books.trail.models import Recorded
from majungmul.formats.paper import Paper
from majungmul.stages.award.models import Award, AwardChange, AwardObjection
from majungmul.stages.award.papers.after import change_notice, ending_notice
from majungmul.stages.award.papers.award_notice import award_notice
from majungmul.stages.award.papers.grant_notice import grant_notice
from majungmul.stages.award.papers.objections import objection, objection_answer

__all__ = [
    "PAPERS",
    "award_notice",
    "change_notice",
    "ending_notice",
    "grant_notice",
    "objection",
    "objection_answer",
]

PAPERS: dict[str, tuple[str, type[Recorded], Callable[[Any], Paper]]] = {
    "grant_notice": ("교부결정통지서", Award, grant_notice),
    "award_notice": ("지원결정통지서", Award, award_notice),
    "change_notice": ("변경승인 통지", AwardChange, change_notice),
    "ending_notice": ("결정 종료 통지", Award, ending_notice),
    "objection": ("이의신청서", AwardObjection, objection),
    "objection_answer": ("이의신청에 대한 답", AwardObjection, objection_answer),
}
"""문서의 종류 — its title, the row whose id it is asked by, and the function that makes it."""
