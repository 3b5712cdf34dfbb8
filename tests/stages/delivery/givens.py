"""What the tests of 수행 start from: an award to the printers, and what is handed in under it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from majungmul.books.files.store import Received
from majungmul.books.parties.actions.bodies import register
from majungmul.books.parties.models import Organisation
from majungmul.stages.award.models import Award
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.models import Contract, Order, Trade
from majungmul.stages.delivery.queries import midway_items
from majungmul.values.won import Won
from tests.given import FOUNDED, a_business_number, a_key
from tests.stages.world_people import Body, World, a_body, a_file, at, numbers
from tests.stages.world_year import a_world, an_application, an_award, an_open_call, trade_row


@dataclass(slots=True)
class Work:
    """An award of tier 2 in effect, and the world around it."""

    world: World
    award: Award

    @property
    def own(self) -> Body:
        """The applicant: the printers."""
        return self.world.printer


def at_work() -> Work:
    """The printers with their award of 10 May 2018."""
    world = a_world()
    return Work(world, an_award(world, an_application(world, an_open_call(world), world.printer)))


def another_award(work: Work) -> Work:
    """The paper makers with an award of their own under the same call, so that they can trade back."""
    world = work.world
    planned = trade_row(partners=world.printer.body.name)
    applied = an_application(world, work.award.application.call, world.paper, planned)
    return Work(
        World(**{name: getattr(world, name) for name in World.__slots__} | {"printer": world.paper}),
        an_award(world, applied),
    )


def a_draft(work: Work, **said: Any) -> delivery.ContractDraft:
    """What a contract says: paper for 45,000,000 won of the paper makers."""
    draft = {
        "counterpart": work.world.paper.body.pk,
        "side": "buyer",
        "kind": "contract",
        "signed_on": date(2018, 5, 18),
        "item": "카탈로그 용지",
        "quantity": "3,000부×15,000원",
        "supply": Won(45_000_000),
        "vat": Won(4_500_000),
        "deliver_by": date(2018, 9, 30),
        "place": "서울 중구",
        "payment_terms": "납품 후 30일 안 계좌이체",
        **said,
    }
    return delivery.ContractDraft(**draft)


def entered(work: Work, scan: Received | None = None, *, unseen: bool = False, **said: Any) -> Contract:
    """A contract entered on 20 May 2018, with its scan unless it is to have none."""
    file = None if unseen else scan or a_file("계약서.pdf")
    return delivery.enter_contract(
        work.award.pk, a_draft(work, **said), file, by=work.own.officer, at=at(5, 20), key=a_key()
    )


def confirmed(work: Work, **said: Any) -> Contract:
    """A contract whose seals the operator saw on 21 May 2018."""
    return delivery.confirm_contract(
        entered(work, **said).pk, "seals", by=work.world.officer, at=at(5, 21), key=a_key()
    )


def waiting(work: Work, **said: Any) -> Contract:
    """A contract for which a link was sent on 21 May 2018; the row still has the code."""
    return delivery.send_link(
        entered(work, unseen=True, **said).pk, by=work.own.officer, at=at(5, 21), key=a_key()
    )


def traded(work: Work, under: Contract, **said: Any) -> Trade:
    """A delivery of 2 June 2018, entered the day after."""
    draft = {
        "delivered_on": date(2018, 6, 2),
        "item": "카탈로그 용지",
        "supply": Won(45_000_000),
        "vat": Won(4_500_000),
        "received_by": "사무국장",
        **said,
    }
    return delivery.record_trade(
        under.pk, delivery.TradeDraft(**draft), by=work.own.officer, at=at(6, 3), key=a_key()
    )


def a_hall(world: World) -> Organisation:
    """A firm that lets a hall."""
    name = f"주식회사 가상회의장{next(numbers)}"
    return register("supplier", name, a_business_number(), by=world.officer, at=FOUNDED, key=a_key())


def an_order_draft(world: World, **said: Any) -> delivery.OrderDraft:
    """The hall of the briefing, 1,100,000 won with VAT, from the 홍보비."""
    draft = {
        "line": world.line("publicity").pk,
        "contractor": said.pop("contractor", None) or a_hall(world).pk,
        "cost_item": "장소 사용료",
        "what": "사업설명회 장소 대관",
        "amount": Won(1_100_000),
        "needed_on": date(2018, 3, 23),
        **said,
    }
    return delivery.OrderDraft(**draft)


def drafted(world: World, **said: Any) -> Order:
    """An order drafted on 5 March 2018."""
    return delivery.draft_order(an_order_draft(world, **said), by=world.officer, at=at(3, 5), key=a_key())


def submitted(world: World, **said: Any) -> Order:
    """The same, handed in."""
    return delivery.submit_order(drafted(world, **said).pk, by=world.officer, at=at(3, 5), key=a_key())


def approved(world: World, **said: Any) -> Order:
    """The same, approved on 6 March 2018."""
    return delivery.approve_order(submitted(world, **said).pk, by=world.approver, at=at(3, 6), key=a_key())


def all_met(award: Award) -> list[delivery.Checked]:
    """Every item of a 중간점검 met."""
    return [delivery.Checked(item.code, is_met=True, reason="통장과 맞음") for item in midway_items(award)]


def a_stranger(world: World) -> Body:
    """A co-operative that has nothing to do with it."""
    return a_body(world.system, world.officer, world.approver, f"서울가상남남{next(numbers)}협동조합")
