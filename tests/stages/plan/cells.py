"""Every way in which a plan's file may write a cell, in one table."""

from datetime import date
from typing import Any

UNITS = ["천원", "명", None]
"""Of the column: money by the thousand, people, and the table's own."""

CELLS = [
    1_234,
    0,
    -65,
    "1,234",
    "△65",
    "-",
    "미정",
    "",
    "연 3회",
    "수시",
    "1.5백만원",
    {"amount": 90, "unit": "백만원"},
    {"amount": "1.5", "unit": "백만원"},
    {"amount": "1.50", "unit": "억원", "printed": "1.50억 남짓"},
    date(2018, 3, 17),
    {"amount": 7, "printed": "약 7"},
    {"amount": 7, "printed": "일곱"},
    {"amount": 70, "printed": "약 칠십", "same": "budget.exchange.ceremony.amount"},
    {"amount": 7, "printed_again": [{"place": "다른 곳", "text": "7천원"}]},
    {"printed": "70", "same": "budget.exchange.ceremony.amount"},
    {"printed": "5,000", "sum": ["budget.exchange.ceremony.amount", "budget.exchange.news.amount"]},
    {
        "printed": "1,000천원",
        "term": "liability_insurance.support.limit",
        "printed_again": [{"place": "가", "text": "나"}],
    },
]


def any_cells(unit: str | None) -> dict[str, Any]:
    """A table with a row for each of them, in a column of this unit."""
    columns = [
        {"key": "amount", "label": "금액", "unit": unit},
        {"key": "rate", "label": "율", "unit": "%"},
        {"key": "words", "label": "글", "unit": ""},
    ]
    rows = [
        {"key": f"row{number}", "label": "행", "cells": [cell, "1.6%", "2018-03-17"]}
        for number, cell in enumerate(CELLS)
    ]
    return {"key": "other", "title": "다른 표", "unit": "원", "columns": columns, "rows": rows}
