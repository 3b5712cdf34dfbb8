"""수행의 문서 — 계약 확인서, 수행상황보고서, 중간점검표, 집행 품의서: made from rows alone."""

from collections.abc import Callable
from typing import Any

from majungmul.books.trail.models import Recorded
from majungmul.formats.paper import Paper
from majungmul.stages.delivery.models import Contract, MidCheck, Order, ProgressReport
from majungmul.stages.delivery.papers.contract_sheet import contract_sheet
from majungmul.stages.delivery.papers.midway_check import midway_check
from majungmul.stages.delivery.papers.order_sheet import order_sheet
from majungmul.stages.delivery.papers.progress_report import progress_report

__all__ = ["PAPERS", "contract_sheet", "midway_check", "order_sheet", "progress_report"]

PAPERS: dict[str, tuple[str, type[Recorded], Callable[[Any], Paper]]] = {
    "contract_sheet": ("계약 확인서", Contract, contract_sheet),
    "progress_report": ("수행상황보고서", ProgressReport, progress_report),
    "midway_check": ("중간점검표", MidCheck, midway_check),
    "order_sheet": ("집행 품의서", Order, order_sheet),
}
"""문서의 종류 — its title, the row whose id it is asked by, and the function that makes it."""
