"""정적 파일 — compressed, named by their hash; where nothing was gathered yet (tests), by their plain names."""

from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage


class Static(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise has no types
    """정적 파일 — a page asks for `web/app.css`, and gets the address of what was gathered."""

    manifest_strict = False

    def url(self, name: str, force: bool = False) -> str:  # noqa: FBT001, FBT002 - as Django has it
        """The address of a file: with its hash where it was gathered."""
        if not self.hashed_files and not settings.DEBUG:
            return str(StaticFilesStorage.url(self, name))
        return str(super().url(name, force))
