"""`majungmul adopt`: a plan that was decided on paper, moved into the books."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from majungmul.console.arguments import Arguments
from majungmul.console.printing import print_json
from majungmul.console.start import start
from majungmul.programmes import jurisdiction
from majungmul.programmes.plan import Plan, plan
from majungmul.programmes.plan_tables import tables_of

if TYPE_CHECKING:
    from majungmul.values.actor import Actor


def run(arguments: list[str]) -> int:
    """Adopt the plan of a year, once, and say where it stands."""
    parser = Arguments("adopt", "지원계획을 옮겨 확정하고, 예산을 편성·배정합니다.").with_year()
    options = parser.with_jurisdiction().parse_args(arguments)
    written = plan(options.jurisdiction, options.year)
    start()
    make_ready()
    said = adopt(written, datetime.now(UTC))
    if options.json:
        print_json(said)
    elif said["adopted"]:
        print(f"{said['title']}: {said['state']}")
        print(f"편성 {said['appropriated']:,}원, 배정 {said['allotted']:,}원(항목 {said['lines']}개)")
        print(f"항목마다 보기: majungmul ledger --year {options.year}")
    else:
        print(f"{said['title']}은(는) 이미 있습니다(상태: {said['state']}). 아무것도 바꾸지 않았습니다.")
        if not said["same_as_file"]:
            print("지금의 계획 파일과는 다릅니다. 장부에 있는 계획이 맞는지 확인해 주십시오.")
    return 0


def make_ready() -> None:
    """The database, made where there is none. Refuses one that is not of the program's version."""
    from django.core.management import call_command  # noqa: PLC0415 - Django is started first

    from majungmul.books.upkeep import versions  # noqa: PLC0415

    if versions.has_database():
        versions.refuse_other()
    else:
        call_command("migrate", interactive=False, verbosity=0)


def adopt(written: Plan, at: datetime) -> dict[str, object]:
    """The plan in the books of its jurisdiction, founded where it is not yet; what there is now."""
    from majungmul.books.ledger import queries as ledger  # noqa: PLC0415 - Django is started first
    from majungmul.stages.plan import actions, queries  # noqa: PLC0415

    by = _system(written.jurisdiction, at)
    before = queries.plan_of(by.jurisdiction, by.office, written.year)
    now = before or actions.adopt(written, by=by, at=at, key=f"adopt:{written.year}")
    edition, lines = queries.edition_of(now), ledger.lines_of(by.jurisdiction, written.year)
    budget = ledger.account(by.jurisdiction, written.year, now.account.code)
    return {
        "jurisdiction": written.jurisdiction,
        "year": written.year,
        "title": edition.title,
        "state": now.get_state_display(),
        "adopted": before is None,
        "lines": len(lines),
        "appropriated": budget.credits_posted.amount,
        "allotted": ledger.whole(lines).appropriated.amount,
        "same_as_file": queries.tables_of(edition) == tables_of(written),
    }


def _system(code: str, at: datetime) -> "Actor":
    """The program itself, in a jurisdiction that is founded now if it was not before."""
    from django.utils import timezone  # noqa: PLC0415 - Django is started first

    from majungmul.books.parties.actions.founding import found, founder  # noqa: PLC0415
    from majungmul.books.parties.queries.positions import jurisdiction_named, system_actor  # noqa: PLC0415

    founded = jurisdiction_named(code)
    if founded:
        return system_actor(founded.pk, timezone.localdate(at))
    by = founder()
    found(code, jurisdiction.jurisdiction(code).name, by=by, at=at, key=f"found:{code}")
    return by
