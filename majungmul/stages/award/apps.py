"""결정 앱."""

from django.apps import AppConfig


class AwardConfig(AppConfig):
    """결정 — see the package."""

    name = "majungmul.stages.award"
    label = "award"
    verbose_name = "결정"
