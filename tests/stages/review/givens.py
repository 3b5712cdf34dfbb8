"""Reviews in every state, of the operator's call, and everybody who might try something with them."""

from collections.abc import Callable

from majungmul.stages.application.models import Application
from majungmul.stages.review import actions
from majungmul.stages.review.models import Answer, Review
from majungmul.stages.review.states import State
from majungmul.values.actor import Actor
from majungmul.values.won import Won
from tests.given import a_key
from tests.stages.world import World, an_application, an_open_call, at, somebody

ASKED = Won(5_000_000)


def an_applied(world: World) -> Application:
    """An application of the printer, received on 10 April 2018."""
    return an_application(world, an_open_call(world), world.printer)


def begun(world: World, applied: Application | None = None) -> Review:
    """자격 검토 begun on 2 May 2018."""
    applied = applied or an_applied(world)
    return actions.begin(applied.pk, by=world.officer, at=at(5, 2), key=a_key())


def checked(world: World, review: Review | None = None, *, failed: str = "") -> Review:
    """Every item answered: met, but for the one that failed."""
    review = review or begun(world)
    for item in review.items.order_by("order"):
        answer = Answer.NOT_MET if item.code == failed else Answer.MET
        reason = "정기총회를 열지 않음" if item.code == failed else "확인함"
        actions.check(review.pk, item.code, answer, reason, by=world.officer, at=at(5, 2, 11), key=a_key())
    return review


def submitted(world: World, amount: Won | None = ASKED, *, failed: str = "") -> Review:
    """선정 handed in on 3 May 2018, with all that was asked for."""
    review = checked(world, failed=failed)
    opinion = "적정함" if amount else "자격이 없음"
    return actions.submit(review.pk, amount, opinion, by=world.officer, at=at(5, 3), key=a_key())


def decided(world: World, amount: Won | None = ASKED, *, failed: str = "") -> Review:
    """선정 decided on 4 May 2018."""
    review = submitted(world, amount, failed=failed)
    return actions.decide(review.pk, by=world.approver, at=at(5, 4), key=a_key())


def told(world: World, amount: Won | None = ASKED, *, failed: str = "") -> Review:
    """The result told on 8 May 2018."""
    review = decided(world, amount, failed=failed)
    return actions.notify(review.pk, by=world.officer, at=at(5, 8), key=a_key())


def asked_again(world: World) -> Review:
    """Another look asked for on 10 May 2018, by one who was not selected."""
    review = told(world, None, failed="holds_general_meeting")
    own = world.printer.officer
    actions.request_again(review.pk, "총회를 열었음", by=own, at=at(5, 10), key=a_key())
    return Review.objects.get(pk=review.pk)


def withdrawn(world: World) -> Review:
    """Withdrawn by the applicant on 3 May 2018."""
    own = world.printer.officer
    return actions.withdraw(checked(world).pk, "거래가 취소됨", by=own, at=at(5, 3), key=a_key())


IN_STATE: dict[State, Callable[[World], Review]] = {
    State.CHECKING: checked,
    State.SUBMITTED: submitted,
    State.DECIDED: decided,
    State.RECONSIDERING: asked_again,
    State.WITHDRAWN: withdrawn,
}


def everybody(world: World) -> dict[str, Actor]:
    """Those who might try something: by the word of their office and role."""
    found = {
        "city officer": world.city_officer,
        "city approver": world.city_approver,
        "operator officer": world.officer,
        "operator approver": world.approver,
        "applicant officer": world.printer.officer,
        "other applicant officer": world.paper.officer,
        "city system": world.system,
    }
    for kind, office in (("city", world.system.office), ("operator", world.officer.office)):
        for role in ("administrator", "auditor"):
            found[f"{kind} {role}"] = somebody(world.system, office, role)
    return found
