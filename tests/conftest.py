"""What every test run keeps to: nothing is left out unseen, and on CI nothing is left out at all.

A test that needs a database asks for `db` (rolled back at its end) or for `scratch` (a database of its own,
in which commits are real). Marked `postgresql` or `sqlite`, it runs in the run of that one alone.
"""

import os
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker
    from xdist.workermanage import WorkerController  # type: ignore[import-untyped]

    from tests.database import Scratch

ON_CI = os.environ.get("CI") == "true"  # noqa: TID251 (settings of the test run, not of the product)
ON_POSTGRESQL = bool(os.environ.get("DATABASE_URL"))  # noqa: TID251
OTHER = "sqlite" if ON_POSTGRESQL else "postgresql"
ELSEWHERE = pytest.StashKey[int]()

# On CI the same examples each time. No deadline: a busy machine is no failure.
settings.register_profile("majungmul", deadline=None, derandomize=ON_CI)
settings.load_profile("majungmul")

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

# ── databases ────────────────────────────────────────────────────────────────────────────────────────────
# Django is imported where it is needed: test_conftest.py runs this file alone.


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "postgresql: runs on PostgreSQL alone")
    config.addinivalue_line("markers", "sqlite: runs on SQLite alone")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Databases and stored files of a test run are in its temporary folder."""
    from django.conf import settings as django_settings  # noqa: PLC0415

    home = tmp_path_factory.mktemp("home")
    django_settings.HOME = home
    if not ON_POSTGRESQL:
        django_settings.DATABASES["default"]["TEST"]["NAME"] = home / "test.sqlite3"


@pytest.fixture(scope="session")
def empty_database(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: "DjangoDbBlocker"
) -> Iterator[str]:
    from tests.database import template  # noqa: PLC0415

    with django_db_blocker.unblock(), template(tmp_path_factory.mktemp("template")) as name:
        yield name


@pytest.fixture
def scratch(
    empty_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker: "DjangoDbBlocker"
) -> "Iterator[Scratch]":
    """A migrated database of the test's own, to which Django is connected; its home is a temporary folder."""
    from tests.database import copy_of  # noqa: PLC0415

    monkeypatch.setattr("django.conf.settings.HOME", tmp_path)
    with django_db_blocker.unblock(), copy_of(empty_database, tmp_path) as own:
        yield own


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what belongs to the other database to its own run, and say how much it is."""
    elsewhere = {item for item in items if item.get_closest_marker(OTHER)}
    items[:] = [item for item in items if item not in elsewhere]
    config.stash[ELSEWHERE] = len(elsewhere)
    getattr(config, "workeroutput", {})["elsewhere"] = len(
        elsewhere
    )  # a worker of xdist tells the one that reports


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: "WorkerController") -> None:
    node.config.stash[ELSEWHERE] = getattr(node, "workeroutput", {}).get("elsewhere", 0)


# ── what ran ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _failed_if_skipped((yield))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _failed_if_skipped((yield))


def _failed_if_skipped(report: Report) -> Report:
    if ON_CI and report.outcome == "skipped":
        report.longrepr = f"CI에서는 건너뛸 수 없습니다: {_reason(report)}"
        report.outcome = "failed"
        vars(report).pop("wasxfail", None)  # an expected failure is left out, too
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> Generator[None]:
    """Say as the last lines what ran, folder by folder, and what was left out and why."""
    yield
    stats = terminalreporter.stats
    terminalreporter.section("돌린 것과 남긴 것")
    for folder, count in sorted(_ran(stats).items()):
        terminalreporter.line(f"{folder:<20} {count:>6,}개 돌림")
    left_out = [*_skipped(stats), *_chosen(stats, config)]
    if exitstatus == pytest.ExitCode.INTERRUPTED:
        left_out.append("도중에 멈춤: 나머지는 돌리지 않음")
    if elsewhere := config.stash.get(ELSEWHERE, 0):
        left_out.append(f"{OTHER} 차례에 돌림: {elsewhere:,}개")
    for line in left_out or ["건너뛴 것 없음"]:
        terminalreporter.line(line)


def _ran(stats: dict[str, list[object]]) -> Counter[str]:
    outcomes = ("passed", "failed", "error", "xfailed", "xpassed")
    reports = [report for outcome in outcomes for report in stats.get(outcome, [])]
    return Counter(map(_folder, {r.nodeid for r in reports if isinstance(r, pytest.TestReport)}))


def _folder(nodeid: str) -> str:
    """Of `tests/values/test_won.py::test_adds`: tests/values."""
    return nodeid.partition("::")[0].rpartition("/")[0]


def _skipped(stats: dict[str, list[object]]) -> Iterator[str]:
    reports = [r for r in stats.get("skipped", []) if isinstance(r, pytest.TestReport | pytest.CollectReport)]
    for reason, count in sorted(Counter(map(_reason, reports)).items()):
        yield f"건너뜀 {count:,}개: {reason}"


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    if isinstance(report.longrepr, tuple):
        return report.longrepr[2].removeprefix("Skipped: ")
    return str(getattr(report, "wasxfail", "") or report.longrepr)


def _chosen(stats: dict[str, list[object]], config: pytest.Config) -> Iterator[str]:
    """Whatever was asked for less than everything."""
    paths = config.args if config.args_source is pytest.Config.ArgsSource.ARGS else []
    chosen = [*paths, config.option.keyword, config.option.markexpr]
    if any(chosen) or stats.get("deselected"):
        yield f"고른 것만 돌림: {' '.join(filter(None, chosen))}"
