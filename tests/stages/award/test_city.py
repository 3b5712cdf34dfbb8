"""교부결정 — the city's takes effect by its paper alone; each line within the plan's; 보탬e of today, none in 2018."""

from datetime import date, timedelta

import pytest

from majungmul.books.duties.models import Duty
from majungmul.books.files.seals import NoNumber, SealedInFuture, seal_of
from majungmul.books.parties.written import ResidentNumber, TooLong
from majungmul.programmes.portal import NoPortalThen, RegisteredInFuture
from majungmul.stages.award import actions
from majungmul.stages.award.actions.deciding import NumberUsed
from majungmul.stages.award.actions.lines import NotFree, NotOfThisCall
from majungmul.stages.award.actions.owing import is_audited
from majungmul.stages.award.actions.sealing import SealedBeforeDecided
from majungmul.stages.award.queries import conditions_of, lines_of, waiting_for_number
from majungmul.stages.award.states import State
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal
from majungmul.values.won import ZERO, Won, total
from tests.database import refused
from tests.given import a_key
from tests.stages.award.givens import FREED, YEAR, a_second_selected, an_approved
from tests.stages.award.today import an_approved_of_today
from tests.stages.world import a_world, at

pytestmark = pytest.mark.django_db
DAY = date(2018, 3, 13)
NOW = at(3, 13)


def test_it_holds_from_its_day_and_not_before() -> None:
    world = a_world()
    award = an_approved(world)
    assert (award.state, award.effective_on, award.number) == (State.APPROVED, None, "")
    assert all(line.account is None for line in lines_of(award))
    assert [each.pk for each in waiting_for_number(world.system.office, award.jurisdiction_id)] == [award.pk]
    seal = Seal("경제정책과-140", date(2018, 3, 12))
    award = actions.take_effect(award.pk, seal, by=world.city_officer, at=NOW, key=a_key())
    assert (award.state, award.effective_on, award.number) == (
        State.EFFECTIVE,
        date(2018, 3, 12),
        "경제정책과-140",
    )
    assert [line.account.credits_pending for line in lines_of(award) if line.account] == [FREED]
    assert not waiting_for_number(world.system.office, award.jurisdiction_id).exists()


WRONG_SEALS: dict[str, tuple[Seal, type[Refusal]]] = {
    "no number": (Seal(" ", DAY), NoNumber),
    "too long": (Seal("경" * 121, DAY), TooLong),
    "a resident number": (Seal("800101-1234567", DAY), ResidentNumber),
    "a day to come": (Seal("경제정책과-140", DAY + timedelta(days=1)), SealedInFuture),
    "before it was approved": (Seal("경제정책과-140", date(2018, 3, 11)), SealedBeforeDecided),
    "an absurd day": (Seal("경제정책과-140", date.min), SealedBeforeDecided),
    "the number of another award": (Seal("경제정책과-120", DAY), NumberUsed),
    "보탬e in 2018": (Seal("경제정책과-140", DAY, "2018-0001", DAY), NoPortalThen),
    "half of 보탬e in 2018": (Seal("경제정책과-140", DAY, "2018-0001"), NoPortalThen),
}


@pytest.mark.parametrize(("seal", "why"), WRONG_SEALS.values(), ids=WRONG_SEALS)
def test_a_wrong_paper_is_refused(seal: Seal, why: type[Refusal]) -> None:
    world = a_world()
    award = an_approved(world)
    with refused(why) as caught:
        actions.take_effect(award.pk, seal, by=world.city_officer, at=NOW, key=a_key())
    if why is NoPortalThen:
        assert str(caught.value) == (
            "2018년에는 보탬e가 없었습니다(2024년 1월부터 씀). 보탬e 등록번호와 등록일을 비우고 다시 적어 주십시오."
        )


def test_of_today_it_has_its_entry_in_botame() -> None:
    world = a_world()
    award, day, when = an_approved_of_today(world), date(2026, 3, 19), at(3, 20, year=2026)
    by = world.city_officer
    with refused(RegisteredInFuture):
        early = Seal("경제정책과-140", day, "가상-2026-1", date(2026, 3, 21))
        actions.take_effect(award.pk, early, by=by, at=when, key=a_key())
    seal = Seal("경제정책과-140", day, "가상-2026-1", day)
    sealed = seal_of(actions.take_effect(award.pk, seal, by=by, at=when, key=a_key()), "award")
    assert sealed is not None
    assert sealed.portal == "가상-2026-1 (2026. 3. 19.)"


def test_each_line_is_of_the_plan_and_within_what_it_has() -> None:
    world = a_world()
    applied, of = a_second_selected(world)
    too_much = actions.LineDraft(
        of=world.line("publicity").of_id, recommended=FREED, amount=Won(1), difference_reason="시험"
    )
    drafted = actions.draft(applied.pk, [too_much], YEAR, by=world.city_officer, at=at(3, 10), key=a_key())
    with refused(NotFree) as caught:
        actions.submit(drafted.pk, by=world.city_officer, at=at(3, 11), key=a_key())
    assert str(caught.value).startswith(
        "‘설명회 등 홍보비’ 10,000,000원 가운데 아직 결정하지 않은 금액은 0원인데 1원을 결정하려 합니다."
    )
    for other in (world.plan.account_id, world.funding.pk):
        wrong = actions.LineDraft(of=other, recommended=FREED, amount=FREED)
        with refused(NotOfThisCall):
            actions.redraft(drafted.pk, [wrong], YEAR, by=world.city_officer, at=at(3, 10), key=a_key())
    right = actions.LineDraft(of=of.pk, recommended=FREED, amount=FREED)
    actions.redraft(drafted.pk, [right], YEAR, by=world.city_officer, at=at(3, 10), key=a_key())
    assert [(line.label, line.amount) for line in lines_of(drafted)] == [
        ("협업사업 지원금", FREED),
        ("설명회 등 홍보비", ZERO),
    ]


def test_the_grant_of_the_plan_is_thirteen_hundred_million() -> None:
    world = a_world()
    lines = list(lines_of(world.grant))
    assert total(line.decided or ZERO for line in lines) == Won(1_300_000_000)
    assert all(line.because for line in lines)
    support = world.line()
    assert support.because == "소요예산 290,000,000원 가운데 290,000,000원"


def test_its_conditions_are_those_of_2018_with_the_last_day_counted() -> None:
    laid = {each.code: each for each in conditions_of(a_world().grant)}
    assert laid["final_report"].due_on == date(2019, 2, 28)
    assert laid["final_report"].law == "지방재정법 제32조의6제1항, 시행령 제37조의3"
    assert laid["progress"].get_due_display() == "2차 교부를 받기 전"
    assert "separate_account" not in laid
    assert "verification" not in laid


def test_what_it_opens_in_2018() -> None:
    world = a_world()
    opened = {(each.code, each.due_on, each.basis) for each in Duty.objects.filter(subject=world.grant.pk)}
    assert opened == {("objection", date(2018, 3, 12), "지방재정법 제32조의10")}  # 20 days
    (confirm,) = Duty.objects.filter(code="award_condition", subject__in=world.grant.conditions.values("pk"))
    assert (confirm.due_on, confirm.position_id) == (date(2019, 2, 28), world.city_officer.position)


def test_what_it_opens_and_closes_today() -> None:
    world = a_world()
    award = an_approved_of_today(world)
    deciding = Duty.objects.get(subject=award.application_id, code="award_decision")
    assert (deciding.done_at, deciding.basis) == (None, "지방보조금법 제8조제1항, 제10조")
    seal, now = Seal("경제정책과-140", date(2026, 3, 12)), at(3, 13, year=2026)
    actions.take_effect(award.pk, seal, by=world.city_officer, at=now, key=a_key())
    deciding.refresh_from_db()
    assert deciding.done_by == "award.took_effect"
    (objecting,) = Duty.objects.filter(subject=award.pk)
    assert (objecting.code, objecting.due_on) == ("objection", date(2026, 4, 1))


def test_an_audit_is_owed_from_a_billion_and_was_not_in_2018() -> None:
    grant = a_world().grant
    assert is_audited(grant, date(2026, 3, 12))  # 13억 원
    assert not is_audited(grant, date(2018, 3, 12))
