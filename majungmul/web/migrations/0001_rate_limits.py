"""The table in which tries to log in are counted: Django's cache in the database."""

from django.core.management import call_command
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def make(_: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    """Make it where it is not there."""
    call_command("createcachetable", database=schema.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    """한도."""

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]  # noqa: RUF012 - as Django has it
