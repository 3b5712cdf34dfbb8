"""계획 대비 실적 — of each programme that an award pays: money, co-operatives and trades, decided against done."""

from majungmul.formats import paper
from majungmul.formats.paper import Entry, Grid, Heading, rate
from majungmul.stages.application.models import PlannedTrade
from majungmul.stages.award.models import Award
from majungmul.stages.award.states import State as AwardState
from majungmul.stages.delivery.models import Trade
from majungmul.stages.settlement.models import Settlement
from majungmul.stages.settlement.papers.settling_tables import programme_named
from majungmul.stages.settlement.queries.programme_year import bodies_paid
from majungmul.stages.settlement.queries.settling import lines_of
from majungmul.values.table import Ratio
from majungmul.values.won import ZERO, Won

COLUMNS: list[Heading] = [
    ("사업", "text"),
    ("교부액", "won"),
    ("집행액", "won"),
    ("집행률", "percent", Ratio("집행액", "교부액", 1)),
    ("계획 단체", "count"),
    ("지급 단체", "count"),
    ("계획 거래", "count"),
    ("실제 거래", "count"),
]


def results(settlement: Settlement, title: str) -> Grid:
    """계획 대비 실적 — a row for each programme; 단체 are co-operatives and firms, 거래 are counted in 건."""
    received: dict[str, Won] = {}
    spent: dict[str, Won] = {}
    for line in lines_of(settlement):
        name = line.line.programme
        received[name] = received.get(name, ZERO) + line.received
        spent[name] = spent.get(name, ZERO) + line.reported
    rows = [_row(settlement, name, received[name], spent[name]) for name in received]
    return Grid(
        paper.table("results", title, "원", COLUMNS, rows),
        "단체 수와 거래 수(건)는 원장과 거래 기록에서 셉니다.",
    )


def _row(settlement: Settlement, programme: str, received: Won, spent: Won) -> list[Entry]:
    award = settlement.award
    year, jurisdiction = award.application.call.year, award.jurisdiction_id
    awards = _awards(settlement, programme)
    planned = PlannedTrade.objects.of(jurisdiction).filter(application__in=[a.application_id for a in awards])
    done = Trade.objects.of(jurisdiction).filter(award__in=awards, is_withdrawn=False)
    is_of_the_city = settlement.office.kind == "city"
    paid = bodies_paid(jurisdiction, year, programme) if is_of_the_city else int(spent > ZERO)
    return [
        programme_named(award.jurisdiction.code, programme),
        received,
        spent,
        rate(spent, received),
        len({each.body_id for each in awards}),
        paid,
        planned.filter(replaced=False).count(),
        done.count(),
    ]


def _awards(settlement: Settlement, programme: str) -> list[Award]:
    """The awards that were made of a programme in the year; below the city, the one that is settled."""
    if settlement.office.kind != "city":
        return [settlement.award]
    awards = Award.objects.of(settlement.jurisdiction_id).filter(
        application__call__year=settlement.award.application.call.year,
        application__call__programme=programme,
        state__in=(AwardState.EFFECTIVE, AwardState.ENDED),
    )
    return list(awards.exclude(office=settlement.office))
