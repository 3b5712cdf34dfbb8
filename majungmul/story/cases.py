"""사례 — what a co-operative does in a year, as data: what it plans, buys or sells, and claims."""

from dataclasses import dataclass

from majungmul.story.people import BY_CODE, Body

TENTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """이야기의 납품 — on a day, for so much without VAT; what came back of it; and how it was paid, in which parts."""

    on: tuple[int, int]
    supply: int
    returned: int = 0
    method: str = "transfer"
    parts: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """이야기의 거래 — with whom, of what, planned and contracted for how much; how the contract was confirmed."""

    partner: str
    item: str
    quantity: str
    planned: int
    deliveries: tuple[Delivery, ...]
    contracted: int = 0
    side: str = "buyer"
    is_taxed: bool = True
    others: int = 0
    kind: str = "contract"
    confirmed: str = "seals"
    effect: str = "구매 단가를 8% 줄임"

    @property
    def supply(self) -> int:
        """What the contract says, in won: as planned where nothing else is said."""
        return self.contracted or self.planned

    @property
    def counterpart(self) -> Body:
        """거래조합."""
        return BY_CODE[self.partner]

    def vat(self, supply: int) -> int:
        """부가세, in won."""
        return supply // TENTH if self.is_taxed else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """사례 — a co-operative's deals, when it applies, contracts and claims."""

    body: str
    applied: tuple[int, int]
    deals: tuple[Deal, ...]
    contracted: tuple[int, int] = (5, 2)
    claimed: tuple[int, int] = (0, 0)
    is_on_paper: bool = False
    chair: str = ""
    outcome: str = "참여 조합원 12개사, 구매 단가 8% 절감(가상)"

    @property
    def of(self) -> Body:
        """The co-operative."""
        return BY_CODE[self.body]

    @property
    def support(self) -> int:
        """신청 금액 — 10% of each planned trade, in won."""
        return sum(deal.planned // TENTH for deal in self.deals)

    @property
    def planned(self) -> int:
        """계획한 거래금액, in won."""
        return sum(deal.planned for deal in self.deals)

    @property
    def delivered(self) -> int:
        """실제 거래금액, in won."""
        return sum(each.supply - each.returned for deal in self.deals for each in deal.deliveries)
