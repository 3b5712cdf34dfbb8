"""단계의 측정 — in one process, on two files: the same year with few applications and with many; by `bench.stages`.

What is done costs the same in both, or at most `MOST` times: the applications that are there already are nobody's
business. The two take turns, so that whatever else the machine does meets both.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from django.core.management import call_command
from django.db import connection

from bench.filling import fill
from majungmul.stages.application import actions as application
from majungmul.stages.application.models import Application
from majungmul.stages.award.models import Award
from majungmul.stages.call.models import Call
from majungmul.stages.delivery.models import Trade
from majungmul.stages.payment import actions as payment
from tests.database import pointed_at
from tests.given import a_key
from tests.stages.world import (
    Body,
    World,
    a_body,
    a_claim,
    a_contract,
    a_trade,
    a_world,
    an_application,
    an_award,
    an_open_call,
    answers_of,
    at,
    claim_draft,
    paid,
    papers,
)
from tests.stages.world_trades import claim_papers

FEW, MANY = 100, 100_000
BLOCKS, EACH = 3, 5
MOST = 1.3
HAND_IN, TO_PAY = "신청 하나 접수", "청구 하나 지급까지"
PARTS = ("청구", "증빙 인정", "결재 올림", "결재", "이체 목록", "지급 확인")

Costs = dict[str, list[tuple[float, int]]]
"""For each thing done: seconds of CPU and how many queries, time by time."""


@dataclass(frozen=True, slots=True)
class Ready:
    """준비된 것 — one who applies, and one whose trade is to be claimed."""

    applicant: Body
    award: Award
    trade: Trade


def run() -> None:
    """Print what was measured; ends with 1 where many cost more than `MOST` times as much as few."""
    call_command("migrate", verbosity=0)
    world = a_world()
    call = an_open_call(world)
    ready = [_ready(world, call, number) for number in range(BLOCKS * EACH)]
    sample = _paid_life(world, call)
    fill([sample.body, sample], Application.objects.count(), FEW - 1)
    few = Path(str(connection.settings_dict["NAME"]))
    many = few.with_name("many.sqlite3")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(many)])
    with pointed_at(many):
        _fill(sample)
    costs: dict[Path, Costs] = {few: defaultdict(list), many: defaultdict(list)}
    for block in range(BLOCKS):
        for place, found in costs.items():
            with pointed_at(place):
                _measure(world, call, ready[block * EACH : (block + 1) * EACH], found)
    _say(costs[few], costs[many])


def _ready(world: World, call: Call, number: int) -> Ready:
    applicant, claimant = (_a_body(world, f"가상{kind}{number}협동조합") for kind in ("신청", "청구"))
    award = an_award(world, an_application(world, call, claimant))
    return Ready(applicant, award, a_trade(world, a_contract(world, award)))


def _a_body(world: World, name: str) -> Body:
    made = a_body(world.system, world.officer, world.approver, name)
    world.bodies[name] = made
    return made


def _paid_life(world: World, call: Call) -> Application:
    """What is copied: one body that applied, was awarded, and was paid."""
    applied = an_application(world, call, _a_body(world, "가상본보기협동조합"))
    award = an_award(world, applied)
    paid(world, a_claim(world, award, [a_trade(world, a_contract(world, award))]))
    return applied


def _fill(sample: Application) -> None:
    start = perf_counter()
    rows = fill([sample.body, sample], Application.objects.count(), MANY - 1)
    seconds = perf_counter() - start
    print(f"# SQL로 {rows:,}줄을 채움(문지기가 선 채로): {seconds:,.0f}초, {rows / seconds:,.0f}줄/초")


# ── measuring ────────────────────────────────────────────────────────────────────────────────────────────


def _measure(world: World, call: Call, ready: list[Ready], found: Costs) -> None:
    """Each of these applies and is paid; the first warms the connection, and does not count."""
    for number, each in enumerate(ready):
        into: Costs = found if number else defaultdict(list)
        _cost(into, HAND_IN, _to_hand_in(call, each.applicant))
        parts = [_cost(into, part, act) for part, act in zip(PARTS, _to_pay(world, each), strict=True)]
        into[TO_PAY].append((sum(seconds for seconds, _ in parts), sum(queries for _, queries in parts)))


def _to_hand_in(call: Call, who: Body) -> Callable[[], object]:
    answers, files = answers_of(who.body), papers()
    return lambda: application.hand_in(call.pk, answers, files, by=who.officer, at=at(4, 10), key=a_key())


def _to_pay(world: World, ready: Ready) -> Iterator[Callable[[], Any]]:
    """The acts from a claim to its payment, in order."""
    own = next(each for each in world.bodies.values() if each.body.pk == ready.award.body_id)
    said, files = claim_draft(world, [ready.trade]), claim_papers(ready.award)
    claims = []
    yield lambda: claims.append(
        payment.claim(ready.award.pk, said, files, by=own.officer, at=at(7, 3), key=a_key())
    )
    (claim,) = claims
    proof = claim.proofs.get()
    yield lambda: payment.recognise_proof(proof.pk, proof.supply, by=world.officer, at=at(7, 5), key=a_key())
    yield lambda: payment.submit(claim.pk, by=world.officer, at=at(7, 6), key=a_key())
    yield lambda: payment.approve(claim.pk, by=world.approver, at=at(7, 9), key=a_key())
    yield lambda: payment.list_for_bank([claim.pk], by=world.officer, at=at(7, 11), key=a_key())
    yield lambda: payment.pay(claim.pk, date(2018, 7, 12), by=world.officer, at=at(7, 12), key=a_key())


def _cost(into: Costs, name: str, act: Callable[[], object]) -> tuple[float, int]:
    """Do it once: seconds of CPU, and how many queries."""
    queries = count()

    def counting(execute: Callable[..., Any], *said: Any) -> Any:  # noqa: ANN401 (as Django calls it)
        next(queries)
        return execute(*said)

    with connection.execute_wrapper(counting):
        start = process_time()
        act()
        seconds = process_time() - start
    into[name].append((seconds, next(queries)))
    return into[name][-1]


# ── saying ───────────────────────────────────────────────────────────────────────────────────────────────


def _say(few: Costs, many: Costs) -> None:
    """A line for each thing done; SystemExit where one of the two wholes costs too much more."""
    print(f"{'':<24} {f'{FEW:,}건일 때':>18} {f'{MANY:,}건일 때':>18}")
    ratios = {name: _line(name, few[name], many[name]) for name in (HAND_IN, TO_PAY)}
    for part in PARTS:
        _line(f"  {part}", few[part], many[part])
    if beyond := [name for name, ratio in ratios.items() if ratio > MOST]:
        message = f"신청이 많을 때 {MOST}배보다 더 듭니다: {', '.join(beyond)}"
        raise SystemExit(message)


def _line(name: str, few: list[tuple[float, int]], many: list[tuple[float, int]]) -> float:
    """Print both, and give the greater of the two ratios: of CPU, and of queries."""
    both = [(median(cpu for cpu, _ in each), median(asked for _, asked in each)) for each in (few, many)]
    (cpu, asked), (more_cpu, more_asked) = both
    ratio = max(more_cpu / cpu, more_asked / asked)
    said = [f"CPU {seconds * 1000:.1f}ms 질의 {queries:.0f}" for seconds, queries in both]
    print(f"{name:<22} {said[0]:>20} {said[1]:>20}  {ratio:.2f}배")
    return ratio
