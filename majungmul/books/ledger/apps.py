"""원장 앱."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """원장 — see the package."""

    name = "majungmul.books.ledger"
    label = "ledger"
