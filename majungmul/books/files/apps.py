"""파일 앱."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """파일 — see the package."""

    name = "majungmul.books.files"
    label = "files"
