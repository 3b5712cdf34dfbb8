"""Every route, as every role and as nobody: who may not see it gets 404, and looking changes nothing."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from majungmul.web.audiences import Audience
from tests.web.samples import samples_of
from tests.web.window import Window

PEOPLE = {
    "printers.officer": {Audience.APPLICANT},
    "operator.officer": {Audience.OFFICER},
    "operator.approver": {Audience.APPROVER},
    "city.officer": {Audience.CITY},
    "city.approver": {Audience.CITY, Audience.APPROVER},
    "city.auditor": {Audience.AUDITOR},
    "city.administrator": {Audience.ADMINISTRATOR},
}
LOOKED = 200
MAY_CHANGE = ("django_session", "trail_reading", "rate_limits")
"""What looking may write: sessions, that personal data were looked at, how often somebody tried to log in."""


def routes(patterns: Any = None, name: str = "") -> Iterator[tuple[str, Any, list[str]]]:
    """Name, view and arguments of each route."""
    for each in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(each, URLResolver):
            yield from routes(each.url_patterns, f"{each.namespace}:")
        elif isinstance(each, URLPattern):
            yield f"{name}{each.name}", each.callback, list(each.pattern.converters)


ROUTES = list(routes())


def contents() -> dict[str, list[str]]:
    """All rows of all tables but those that looking may write."""
    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names(cursor) if name not in MAY_CHANGE]
        found = {}
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found[table] = sorted(map(repr, cursor.fetchall()))
        return found


@pytest.mark.parametrize("name", [name for name, _, _ in ROUTES])
def test_every_route_declares_its_audience(name: str) -> None:
    view = next(view for each, view, _ in ROUTES if each == name)
    assert view.audiences, f"{name}: 누구의 쪽인지 적지 않음"


def test_no_route_is_a_stub() -> None:
    stubs = [
        name for name, view, _ in ROUTES if getattr(view, "__wrapped__", view).__module__.endswith(".soon")
    ]
    assert stubs == []


def test_looking_changes_nothing_and_others_see_nothing(window: Window) -> None:
    before = contents()
    wrong = []
    browsers = {person: window.of(person) for person in PEOPLE}
    nobody = window.nobody()
    for name, view, arguments in ROUTES:
        address = reverse(name, kwargs=samples_of(name, arguments))
        for person, audiences in PEOPLE.items():
            status = browsers[person].client.get(address).status_code
            if status >= 500:
                wrong.append(f"{name} as {person}: {status}")
            if view.audiences.isdisjoint({*audiences, Audience.PUBLIC, Audience.SIGNED_IN}) and status != 404:
                wrong.append(f"{name} as {person}: {status}, not 404")
        answer = nobody.client.get(address)
        if Audience.PUBLIC not in view.audiences and "/account/login/" not in answer.headers.get(
            "Location", ""
        ):
            wrong.append(f"{name} as nobody: {answer.status_code}")
    assert wrong == []
    assert {table for table, rows in contents().items() if rows != before.get(table)} == set()


def test_a_row_of_nobody_is_404_for_everybody(window: Window) -> None:
    wrong = []
    browsers = {person: window.of(person) for person in PEOPLE}
    for name, view, arguments in ROUTES:
        values = samples_of(name, arguments)
        ids = {key: uuid4() for key, value in values.items() if isinstance(value, UUID)}
        for person, audiences in PEOPLE.items():
            if ids and not view.audiences.isdisjoint({*audiences, Audience.SIGNED_IN}):
                # What only takes posts sends a look elsewhere: there it is not there either.
                status = browsers[person].get(reverse(name, kwargs=values | ids)).status
                if status not in (404, 405):
                    wrong.append(f"{name} as {person}: {status}")
    assert wrong == []


def test_another_bodys_rows_are_404(window: Window) -> None:
    """What printers' officer may open, florists' may not."""
    own, other = window.of("printers.officer").client, window.of("florists.officer").client
    wrong = []
    for name, view, arguments in ROUTES:
        values = samples_of(name, arguments)
        theirs = {key for key, value in values.items() if isinstance(value, UUID)} - {"call"}
        if not theirs or Audience.PUBLIC in view.audiences:
            continue
        address = reverse(name, kwargs=values)
        if own.get(address).status_code == LOOKED and other.get(address).status_code != 404:
            wrong.append(name)
    assert wrong == []
