"""The window as a server of its own process, for a browser: the demo, whose clock begins at the story's day."""

from datetime import timedelta
from time import monotonic

from majungmul.config.wsgi import application
from majungmul.web import asked
from tests.web.conftest import NOW

__all__ = ["application"]

_began = monotonic()
asked.now = lambda: NOW + timedelta(milliseconds=int((monotonic() - _began) * 1_000))
