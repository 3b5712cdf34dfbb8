"""문서 검산 — the figures of a paper, before it is shown."""

from majungmul.formats.paper import Grid, Paper
from majungmul.formats.paper_lines import lines
from majungmul.proof import check
from majungmul.proof.finding import Finding


def unproved(paper: Paper) -> list[Finding]:
    """맞지 않는 숫자 — the findings in every table of a paper, in reading order; none: it may be shown."""
    return check(line.block.table for line in lines(paper.body) if isinstance(line.block, Grid))
