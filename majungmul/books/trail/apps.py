"""이력 앱 — installs every book's guards after each migrate (the one use of signals)."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate, pre_migrate


class TrailConfig(AppConfig):
    """이력 — see the package."""

    name = "majungmul.books.trail"
    label = "trail"
    verbose_name = "이력"

    def ready(self) -> None:
        """Guards come off before a migrate (SQLite remakes tables) and on again after it."""
        pre_migrate.connect(take_off, sender=self)
        post_migrate.connect(put_on, sender=self)


def take_off(using: str, **_: object) -> None:
    """Drop all guards."""
    from majungmul.books.trail.guards import drop_all  # noqa: PLC0415 - models are not loaded before

    drop_all(using)


def put_on(using: str, **_: object) -> None:
    """Install all guards."""
    from majungmul.books.trail.guards import install_all  # noqa: PLC0415

    install_all(using, apps)
