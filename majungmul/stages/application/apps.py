"""신청 앱."""

from django.apps import AppConfig


class ApplicationConfig(AppConfig):
    """신청 — see the package."""

    name = "majungmul.stages.application"
    label = "application"
    verbose_name = "신청"
