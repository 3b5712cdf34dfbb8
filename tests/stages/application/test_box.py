"""서류함: a body's own papers, once each, whoever of it handed them in; nobody else's."""

import pytest

from majungmul.books.files.queries import again
from majungmul.books.parties.require import NotAllowed
from majungmul.stages.application import actions
from majungmul.stages.application.queries import box_of, estimate
from tests.database import refused
from tests.given import a_key
from tests.stages.application.givens import handed_in
from tests.stages.world import a_file, a_world, an_open_call, answers_of, at, papers, trade_row

pytestmark = pytest.mark.django_db


def test_a_paper_is_kept_and_handed_in_again() -> None:
    world = a_world()
    kept = actions.keep_paper("bankbook", a_file(), by=world.printer.officer, at=at(4, 2), key=a_key())
    assert (kept.purpose, kept.subject) == ("bankbook", world.printer.body.pk)
    call = an_open_call(world)
    files = papers() | {"bankbook": again(kept)}
    application = handed_in(call, world.printer, answers_of(world.printer.body), files)
    of_box = [use for use in box_of(world.printer.body) if use.purpose == "bankbook"]
    assert [use.subject for use in of_box] == [application.pk], "one content for one purpose stands once"


def test_the_box_holds_what_was_handed_in_and_nothing_of_another() -> None:
    world = a_world()
    handed_in(an_open_call(world), world.printer, answers_of(world.printer.body))
    assert {use.purpose for use in box_of(world.printer.body)} == set(papers())
    assert box_of(world.paper.body) == []


def test_the_city_keeps_no_paper_of_a_body() -> None:
    world = a_world()
    with refused(NotAllowed):
        actions.keep_paper("bankbook", a_file(), by=world.city_officer, at=at(4, 2), key=a_key())


def test_what_a_page_works_out_is_what_is_kept() -> None:
    world = a_world()
    call = an_open_call(world)
    answers = answers_of(
        world.printer.body, trade_row(amount="27,418,905"), trade_row(amount="50,230,000", item="다른 것")
    )
    seen = estimate(call, answers)
    made = handed_in(call, world.printer, answers)
    assert seen
    assert (seen.spent, seen.amount) == (made.trade_total, made.amount)


def test_what_cannot_be_read_yet_is_left_out_of_the_estimate() -> None:
    world = a_world()
    call = an_open_call(world)
    seen = estimate(call, {"trades": [{"amount": "쉰"}, {"amount": "1,000"}, {}]})
    assert seen
    assert (seen.count, seen.spent.amount, seen.amount and seen.amount.amount) == (1, 1_000, 100)
