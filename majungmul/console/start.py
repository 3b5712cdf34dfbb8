"""시작 — how a command that needs the database starts. Importing this loads no Django; calling it does."""

import os


def start() -> None:
    """Load the settings and Django, once. Refuses settings that cannot be, naming them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "majungmul.config.settings")  # noqa: TID251 - Django reads it
    import django  # noqa: PLC0415 - a command that needs no database never comes here

    django.setup()
