"""지급 앱."""

from django.apps import AppConfig


class PaymentConfig(AppConfig):
    """지급 — see the package."""

    name = "majungmul.stages.payment"
    label = "payment"
    verbose_name = "지급"
