"""공모 앱."""

from django.apps import AppConfig


class CallConfig(AppConfig):
    """공모 — see the package."""

    name = "majungmul.stages.call"
    label = "call"
    verbose_name = "공모"
