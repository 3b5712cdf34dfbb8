"""정산의 문서 — of settlements, and of what is asked back."""

from majungmul.stages.settlement.papers import refunding, settling

PAPERS = {**settling.PAPERS, **refunding.PAPERS}
"""kind → Korean title, the model whose id it is asked by, and the function."""
