"""Numbers of papers: the next after the highest of a prefix; other prefixes and years do not count."""

import pytest
from django.db.models import Value

from majungmul.books.parties.models import Office
from majungmul.books.trail.numbering import next_number
from majungmul.stages.application.models import Application
from tests.given import a_city
from tests.stages.world import a_world, an_application, an_open_call

pytestmark = pytest.mark.django_db


def test_the_first_is_one_and_the_next_follows_the_highest() -> None:
    rows = Application.objects.all()
    assert next_number(rows, "2018-신청") == "2018-신청-00001"
    world = a_world()
    call = an_open_call(world)
    assert an_application(world, call, world.printer).number == "2018-신청-00001"
    assert next_number(Application.objects.all(), "2018-신청") == "2018-신청-00002"
    assert next_number(Application.objects.all(), "2019-신청") == "2019-신청-00001"
    assert next_number(Application.objects.all(), "2018-교부신청") == "2018-교부신청-00002"


def test_it_goes_on_after_ninety_nine_thousand_nine_hundred_and_ninety_nine() -> None:
    city = a_city()
    offices = Office.objects.of(city.jurisdiction)
    numbered = offices.annotate(number=Value("2018-신청-99999")).filter(pk=city.office)
    assert next_number(numbered, "2018-신청") == "2018-신청-100000"
    later = offices.annotate(number=Value("2018-신청-100000")).filter(pk=city.office)
    assert next_number(later, "2018-신청") == "2018-신청-100001"
