"""지원계획 앱."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """지원계획 — see the package."""

    name = "majungmul.stages.plan"
    label = "plan"
    verbose_name = "지원계획"
