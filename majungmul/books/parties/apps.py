"""상대방 앱."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    """상대방 — see the package."""

    name = "majungmul.books.parties"
    label = "parties"
