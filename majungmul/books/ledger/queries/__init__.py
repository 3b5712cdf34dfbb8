"""원장에 묻기 — balances, figures and what is behind them; read only."""

from majungmul.books.ledger.queries.balances import (
    Branch,
    OpenItem,
    account,
    available_in,
    balance_on,
    open_items,
    received_by,
    transfers_behind,
    tree_of,
    year_of,
)
from majungmul.books.ledger.queries.figures import Figures, LineFigures, by_programme, lines_of, whole

__all__ = [
    "Branch",
    "Figures",
    "LineFigures",
    "OpenItem",
    "account",
    "available_in",
    "balance_on",
    "by_programme",
    "lines_of",
    "open_items",
    "received_by",
    "transfers_behind",
    "tree_of",
    "whole",
    "year_of",
]
