"""정산 앱."""

from django.apps import AppConfig


class SettlementConfig(AppConfig):
    """정산 — see the package."""

    name = "majungmul.stages.settlement"
    label = "settlement"
    verbose_name = "정산"
