"""WSGI — what granian serves: `granian --interface wsgi majungmul.config.wsgi:application`."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "majungmul.config.settings")  # noqa: TID251 - Django reads it

application = get_wsgi_application()
import_module(settings.ROOT_URLCONF)  # all pages are there before the first one is asked for
