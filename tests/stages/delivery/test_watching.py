"""수행상황 보고 and 중간점검: figures as they stood, duties of the year done, the second half not before the check."""

from datetime import date, datetime

import pytest

from majungmul.books.duties.models import Duty
from majungmul.books.duties.queries import duties_of
from majungmul.books.files.seals import NoNumber, PortalIncomplete, SealedInFuture, seal_of
from majungmul.books.parties.written import Empty, NotAKind, ResidentNumber, TooLong
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.programmes.legislation import rows
from majungmul.programmes.portal import NoPortalThen
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.actions import instalments, watching
from majungmul.stages.delivery.models import ProgressReport, Quarter
from majungmul.stages.delivery.queries import (
    checks_of,
    figures_of,
    reports_of,
    second_disbursement_of,
)
from majungmul.values.seal import Seal
from tests.database import refused
from tests.given import a_key
from tests.stages.delivery.givens import all_met, approved, at_work
from tests.stages.world_people import World, at
from tests.stages.world_year import a_world

pytestmark = pytest.mark.django_db


MARCH = at(3, 30)


def report(
    world: World,
    period: str = "q1",
    summary: str = "설명회를 열었음",
    when: datetime = MARCH,
    given: Seal | None = None,
) -> ProgressReport:
    problems = "신청이 적음: 다시 알림"
    return delivery.report_progress(
        world.grant.pk, period, summary, problems, given, by=world.officer, at=when, key=a_key()
    )


def quarterly(world: World) -> list[Duty]:
    return list(duties_of(world.plan).filter(code="progress_report"))


# ── 수행상황 보고 ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_report_keeps_the_figures_as_they_stood_and_does_the_duty_of_its_quarter() -> None:
    world = a_world()
    approved(world)
    made = report(world)
    figures = next(line for line in made.figures if line["line"] == "설명회 등 홍보비")
    assert figures == {
        "line": "설명회 등 홍보비",
        "decided": 10_000_000,
        "received": 5_000_000,
        "promised": 1_100_000,
        "spent": 0,
        "left": 5_000_000,
    }
    assert sum(int(line["received"]) for line in made.figures) == 650_000_000
    assert (made.reported_on, made.reported_by) == (date(2018, 3, 30), world.officer.person)
    assert [(duty.due_on, duty.basis, duty.note) for duty in quarterly(world) if duty.done_at] == [
        (date(2018, 4, 2), "지방재정법 제32조의5제1항~제4항", "1분기 보고")
    ]
    assert [duty.due_on for duty in quarterly(world) if not duty.done_at] == [
        date(2018, 7, 2),
        date(2018, 10, 1),
        date(2018, 12, 31),
    ]
    report(world, "q2", when=at(6, 29))
    assert [each.period for each in reports_of(world.grant)] == ["q1", "q2"]


def test_its_number_is_kept_and_2018_had_no_portal() -> None:
    world = a_world()
    sealed = seal_of(report(world, given=Seal("서울지역본부-30", date(2018, 3, 30))), "progress_report")
    assert sealed is not None
    assert (sealed.number, sealed.portal) == ("서울지역본부-30", "")
    day = date(2018, 4, 2)
    for given, by in (
        (Seal("서울지역본부-31", day, "B-2", day), NoPortalThen),
        (Seal("", day), NoNumber),
        (Seal("서울지역본부-31", date(2018, 4, 3)), SealedInFuture),
        (Seal("가" * 121, day), TooLong),
    ):
        with refused(by):
            report(world, "q2", when=at(4, 2), given=given)


def test_today_its_entry_in_the_portal_is_kept_whole() -> None:
    world, day = a_world(), date(2026, 3, 30)
    with refused(PortalIncomplete):
        report(world, when=at(3, 30, year=2026), given=Seal("서울지역본부-30", day, "B-1"))
    given = Seal("서울지역본부-30", day, "B-1", day)
    sealed = seal_of(report(world, when=at(3, 30, year=2026), given=given), "progress_report")
    assert sealed is not None
    assert sealed.portal == "B-1 (2026. 3. 30.)"


def test_what_is_no_report_is_refused() -> None:
    world = a_world()
    with refused(watching.QuarterNotBegun) as caught:
        report(world, "q2")
    assert str(caught.value) == (
        "2분기는 2018. 4. 1.에 시작합니다. 그 뒤에 보고하거나 다른 분기를 골라 주십시오."
    )
    for period in ("", "1분기", "q5"):
        with refused(NotAKind):
            report(world, period)
    for summary, by in ((" \n", Empty), ("가" * 4001, TooLong), ("800101-1234567", ResidentNumber)):
        with refused(by):
            report(world, "q1", summary)
    report(world)
    with refused(watching.ReportedAlready):
        report(world)


def test_each_quarter_has_its_first_day_and_its_duty_s_month() -> None:
    assert [(each.first_day(2018), each.last_month(2018)) for each in Quarter] == [
        (date(2018, 1, 1), "2018-03"),
        (date(2018, 4, 1), "2018-06"),
        (date(2018, 7, 1), "2018-09"),
        (date(2018, 10, 1), "2018-12"),
    ]


def test_figures_name_every_line_of_the_grant() -> None:
    world = a_world()
    figures = figures_of(world.grant)
    assert len(figures) == world.grant.lines.count()
    assert all(line.left == line.received - line.spent for line in figures)


# ── 중간점검 ─────────────────────────────────────────────────────────────────────────────────────────────


def test_what_a_check_looks_at_is_data_with_its_law() -> None:
    items = jurisdiction("seoul").midway
    known = {row.key for row in rows()}
    assert len(items) == 7
    assert len({item.code for item in items}) == 7
    assert all(item.assumed and item.law in known for item in items)
    assert jurisdiction("jeju").midway == ()


def test_a_check_is_passed_where_all_is_met_and_otherwise_not() -> None:
    world = a_world()
    met = all_met(world.grant)
    one_less = [delivery.Checked("evidenced", is_met=False, reason="이체확인증 1건 없음"), *met[:3], *met[4:]]
    failed = delivery.check_midway(
        world.grant.pk, one_less, "증빙을 갖춘 뒤 다시", by=world.city_officer, at=at(6, 20), key=a_key()
    )
    assert not failed.is_passed
    assert failed.items[3] == {
        "code": "evidenced",
        "label": "집행마다 지출결의서와 증빙(세금계산서, 이체확인증)이 있음",
        "is_met": False,
        "reason": "이체확인증 1건 없음",
    }
    other = delivery.Checked("설명회에 온 사람이 서명부와 맞음", is_met=True, reason="32명")
    given = Seal("경제정책과-310", date(2018, 6, 25))
    passed = delivery.check_midway(
        world.grant.pk, [other, *met], "적합", given, by=world.city_officer, at=at(6, 25), key=a_key()
    )
    assert passed.is_passed
    assert [item["label"] for item in passed.items][-1] == "설명회에 온 사람이 서명부와 맞음"
    assert list(checks_of(world.grant)) == [failed, passed]
    assert seal_of(passed, "mid_check") is not None


def test_a_check_that_leaves_something_out_is_refused() -> None:
    world = a_world()
    met = all_met(world.grant)
    unsaid = [delivery.Checked("evidenced", is_met=True, reason=" "), *met[:3], *met[4:]]
    for items, opinion, by in (
        ([], "적합", watching.ItemsMissing),
        (met[1:], "적합", watching.ItemsMissing),
        ([*met, met[0]], "적합", watching.ItemTwice),
        (unsaid, "적합", Empty),
        (met, "", Empty),
    ):
        with refused(by) as caught:
            delivery.check_midway(
                world.grant.pk, items, opinion, by=world.city_officer, at=at(6, 20), key=a_key()
            )
        assert str(caught.value)


def plan(world: World, on: date, when: date) -> object:
    return delivery.plan_second_disbursement(
        world.grant.pk,
        on,
        by=world.city_officer,
        at=at(when.month, when.day, year=when.year),
        key=a_key(),
    )


def test_in_2018_no_law_asked_for_a_check_so_none_is_owed() -> None:
    world = a_world()
    plan(world, date(2018, 7, 10), date(2018, 6, 1))
    planned = second_disbursement_of(world.grant)
    assert planned is not None
    assert planned.planned_on == date(2018, 7, 10)
    assert not duties_of(world.grant).filter(code="mid_check").exists()


def test_planned_for_a_day_of_today_s_law_the_check_is_owed_by_the_day_before_and_done() -> None:
    """The world is of 2018; the day that is planned is in 2026, whose law has the check (관리기준 제9조제3항)."""
    world = a_world()
    plan(world, date(2026, 7, 10), date(2018, 6, 1))
    (duty,) = duties_of(world.grant).filter(code="mid_check")
    assert (duty.due_on, duty.basis) == (date(2026, 7, 9), "지방보조금 관리기준 제9조제3항")
    assert duty.position_id == world.grant.keeper_id
    plan(world, date(2026, 8, 14), date(2018, 6, 2))
    (duty,) = duties_of(world.grant).filter(code="mid_check")
    assert (duty.due_on, duty.done_at) == (date(2026, 8, 13), None)
    delivery.check_midway(
        world.grant.pk, all_met(world.grant), "적합", by=world.city_officer, at=at(6, 20), key=a_key()
    )
    duty.refresh_from_db()
    assert duty.done_by == "award.checked_midway"
    with refused(instalments.CheckedAlready):
        plan(world, date(2018, 8, 1), date(2018, 6, 21))


def test_a_check_that_fails_leaves_the_duty_open() -> None:
    world = a_world()
    plan(world, date(2026, 7, 10), date(2018, 6, 1))
    failed = [delivery.Checked(each.label, is_met=False, reason="부족") for each in all_met(world.grant)]
    delivery.check_midway(
        world.grant.pk, failed, "보완 필요", by=world.city_officer, at=at(6, 20), key=a_key()
    )
    assert duties_of(world.grant).filter(code="mid_check", done_at=None).exists()


def test_a_day_that_is_past_is_not_planned() -> None:
    world = a_world()
    with refused(instalments.PlannedInPast):
        plan(world, date(2018, 5, 31), date(2018, 6, 1))


def test_an_award_of_the_tier_below_has_no_instalments() -> None:
    with pytest.raises(watching.NotGranted):
        watching.refuse_ungranted(at_work().award)
