"""수행 앱."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    """수행 — see the package."""

    name = "majungmul.stages.delivery"
    label = "delivery"
    verbose_name = "수행"
