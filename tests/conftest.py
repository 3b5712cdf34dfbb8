"""What every test run keeps to: nothing is left out unseen, and on CI nothing is left out at all."""

import os
from collections import Counter
from collections.abc import Generator, Iterator
from typing import TypeVar

import pytest
from hypothesis import settings

ON_CI = os.environ.get("CI") == "true"  # noqa: TID251 (a setting of the test run, not of the product)

# On CI the same examples each time. No deadline: a busy machine is no failure.
settings.register_profile("majungmul", deadline=None, derandomize=ON_CI)
settings.load_profile("majungmul")

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


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
