"""할 일 앱."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """할 일 — see the package."""

    name = "majungmul.books.duties"
    label = "duties"
