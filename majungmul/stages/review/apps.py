"""심사 앱."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """심사 — see the package."""

    name = "majungmul.stages.review"
    label = "review"
    verbose_name = "심사"
