"""Each movement of the design's table, and what takes it back. Amounts are those of `standing`."""

import pytest

from majungmul.books.ledger import accounts, postings, queries
from majungmul.books.ledger.kinds import JOINS, Kind, Movement, Phase, Role
from majungmul.books.ledger.models import Account, Transfer
from majungmul.books.ledger.verification import recomputed
from majungmul.values.won import ZERO, Won, total
from tests.books.a_stage import inside
from tests.books.ledger.standing import Standing, balance, decided, free, standing, totals

pytestmark = pytest.mark.django_db

WHY = "사유"


@pytest.fixture
def on() -> Standing:
    return decided()


def line_figures(on: Standing) -> queries.LineFigures:
    return queries.lines_of(on.officer.jurisdiction, 2018)[0]


def sound(on: Standing) -> None:
    """The ledger sums to zero, its totals are those of its transfers, and a line's money is all somewhere."""
    own = Account.objects.filter(jurisdiction=on.officer.jurisdiction)
    assert total(account.balance for account in own) == ZERO
    assert list(recomputed(on.officer.jurisdiction)) == []
    for figures in queries.lines_of(on.officer.jurisdiction, 2018):
        of_line = own.filter(programme=figures.programme).exclude(kind=Kind.INTEREST)
        assert total(account.balance for account in of_line) == figures.appropriated


def test_the_budget_is_appropriated_allotted_reallocated_and_cut() -> None:
    on = standing()

    def story() -> None:
        postings.reallocate(on.line, on.other_line, Won(50_000), WHY)
        postings.cut(on.line, Won(150_000), WHY)
        postings.reduce_appropriation(on.plan, Won(150_000), WHY)

    inside(on.officer, story)
    assert [free(account) for account in (on.plan, on.line, on.other_line)] == [0, 500_000, 350_000]
    assert balance(accounts_source(on)) == -850_000
    sound(on)


def accounts_source(on: Standing) -> Account:
    return queries.account(on.officer.jurisdiction, 2018, "source")


def test_an_increase_is_a_second_decision_and_the_oldest_is_disbursed_first(on: Standing) -> None:
    def story() -> list[Transfer]:
        postings.decide(on.granted, Won(200_000))
        return postings.disburse(on.granted, Won(150_000))

    made = inside(on.officer, story)
    assert [transfer.amount for transfer in made] == [Won(100_000), Won(50_000)]
    first, second = (transfer.of for transfer in made)
    assert first
    assert second
    assert (first.amount, second.amount) == (Won(500_000), Won(200_000))
    sound(on)


def test_a_release_frees_what_funds_it_newest_decision_first(on: Standing) -> None:
    def story() -> list[Transfer]:
        postings.decide(on.granted, Won(200_000))
        return postings.release(on.granted, Won(250_000), WHY)

    made = inside(on.officer, story)
    assert [(transfer.phase, transfer.amount) for transfer in made] == [
        (Phase.VOID, Won(200_000)),
        (Phase.VOID, Won(50_000)),
    ]
    assert (line_figures(on).committed, line_figures(on).left) == (Won(50_000), Won(250_000))
    sound(on)


def test_a_payment_takes_the_promise_first_and_the_rest_at_once(on: Standing) -> None:
    def story() -> list[Transfer]:
        postings.promise(on.recipient, Won(60_000))
        return postings.pay(on.recipient, Won(100_000))

    made = inside(on.officer, story)
    assert [(transfer.phase, transfer.amount) for transfer in made] == [
        (Phase.POST, Won(100_000)),  # 지원결정 → 조합의 결정액
        (Phase.POST, Won(60_000)),
        (Phase.SINGLE, Won(40_000)),
    ]
    assert totals(on.supported) == (0, 100_000, 200_000, 100_000)
    assert line_figures(on).paid == Won(100_000)
    sound(on)


def test_a_withdrawn_promise_and_a_cancelled_contract_are_free_again(on: Standing) -> None:
    def story() -> None:
        postings.promise(on.recipient, Won(60_000))
        postings.contract(on.contractor, Won(50_000))
        postings.withdraw(on.recipient, Won(60_000), WHY)
        postings.withdraw(on.contractor, Won(20_000), WHY)

    inside(on.officer, story)
    assert (free(on.supported), free(on.granted)) == (300_000, 170_000)
    sound(on)


def test_the_operator_spends_itself_with_withheld_tax_to_a_second_payee(on: Standing) -> None:
    def story() -> None:
        tax = accounts.open_payee(on.granted, on.contractor.party_id, Role.TAX_OFFICE, "세무서·구청")  # type: ignore[arg-type]
        postings.contract(on.contractor, Won(96_700))
        postings.contract(tax, Won(3_300))
        postings.pay(on.contractor, Won(96_700))
        postings.pay(tax, Won(3_300))
        for payee, amount in ((on.contractor, 96_700), (tax, 3_300)):
            postings.recognise(payee, Won(amount))

    inside(on.officer, story)
    assert balance(on.beside(on.granted, Kind.SPENT)) == 100_000
    assert line_figures(on).paid == Won(100_000)
    sound(on)


def test_a_bounced_payment_uses_up_no_cap_and_counts_in_no_figure(on: Standing) -> None:
    def story() -> None:
        postings.pay(on.capped, Won(100_000))
        postings.bounce(on.capped, Won(100_000), "계좌 오류")

    inside(on.officer, story)
    assert (line_figures(on).paid, totals(on.capped)) == (ZERO, (0, 0, 0, 0))
    inside(on.officer, lambda: postings.pay(on.capped, Won(100_000)))  # again, from what came back
    assert line_figures(on).paid == Won(100_000)
    assert totals(on.supported) == (0, 100_000, 200_000, 100_000)
    sound(on)


def test_a_return_is_ordered_cancelled_and_received(on: Standing) -> None:
    def story() -> None:
        postings.pay(on.recipient, Won(100_000))
        postings.order_return(on.recipient, Won(30_000), WHY)
        postings.cancel_return(on.recipient, Won(10_000), WHY)
        postings.receive_return(on.recipient, Won(20_000))
        postings.order_return(on.granted, Won(40_000), "집행잔액")
        postings.receive_return(on.granted, Won(40_000))

    inside(on.officer, story)
    assert balance(on.beside(on.supported, Kind.RETURNED)) == 20_000
    assert balance(on.beside(on.granted, Kind.RETURNED)) == 40_000
    sound(on)


def test_what_is_settled_is_carried_up_tier_by_tier(on: Standing) -> None:
    def story() -> None:
        postings.pay(on.recipient, Won(100_000))
        postings.recognise(on.recipient, Won(80_000))
        postings.order_return(on.recipient, Won(20_000), WHY)
        postings.receive_return(on.recipient, Won(20_000))
        postings.accrue_interest(on.supported, Won(700))
        postings.carry_up(on.supported)
        postings.carry_up(on.granted)

    inside(on.officer, story)
    kinds = (Kind.SPENT, Kind.RETURNED, Kind.INTEREST)
    assert [balance(on.beside(on.line, kind)) for kind in kinds] == [80_000, 20_000, 700]
    assert [balance(on.beside(on.granted, kind)) for kind in kinds] == [0, 0, 0]
    assert (line_figures(on).recognised, line_figures(on).returned) == (Won(80_000), Won(20_000))
    sound(on)


def test_money_spent_again_counts_once(on: Standing) -> None:
    def story() -> None:
        postings.pay(on.recipient, Won(100_000))
        postings.order_return(on.recipient, Won(30_000), WHY)
        postings.receive_return(on.recipient, Won(30_000))
        postings.carry_up(on.supported)
        postings.reuse(on.granted, Won(30_000), "같은 해에 다시 씀")

    inside(on.officer, story)
    assert (line_figures(on).disbursed, line_figures(on).paid) == (Won(400_000), Won(70_000))
    assert line_figures(on).appropriated == Won(700_000)
    sound(on)
    inside(on.officer, lambda: postings.pay(on.recipient, Won(30_000)))
    assert line_figures(on).paid == Won(100_000)
    sound(on)


def test_a_recovery_is_ordered_withdrawn_and_comes_in_parts(on: Standing) -> None:
    party = on.recipient.party_id
    assert party

    def story() -> Account:
        postings.pay(on.recipient, Won(100_000))
        postings.recognise(on.recipient, Won(100_000))
        postings.carry_up(on.supported)
        postings.carry_up(on.granted)
        due = accounts.open_due(on.supported, party, "가상조합이 돌려줄 금액")
        postings.order_recovery(on.line, due, Won(60_000), "거짓 세금계산서")
        postings.withdraw_recovery(on.line, due, Won(10_000), "이의신청 받아들임")
        postings.recover(on.line, due, Won(20_000))
        return due

    due = inside(on.officer, story)
    assert (balance(due), totals(due)[0]) == (30_000, 30_000)
    assert (line_figures(on).recognised, line_figures(on).returned) == (Won(50_000), Won(20_000))
    sound(on)


def test_redistribution_before_disbursement_decides_anew(on: Standing) -> None:
    def story() -> None:
        postings.decide(on.other_granted, Won(300_000))
        postings.redistribute(on.granted, on.other_granted, Won(60_000), "변경 승인")

    inside(on.officer, story)
    assert totals(on.granted) == (300_000, 0, 40_000, 400_000)
    assert totals(on.other_granted) == (0, 0, 360_000, 0)
    figures = queries.lines_of(on.officer.jurisdiction, 2018)
    assert [(line.appropriated, line.committed) for line in figures] == [
        (Won(640_000), Won(40_000)),
        (Won(360_000), Won(360_000)),
    ]
    sound(on)


def test_redistribution_after_disbursement_moves_what_is_free_at_once(on: Standing) -> None:
    inside(on.officer, lambda: postings.redistribute(on.granted, on.other_granted, Won(150_000), "변경 승인"))
    assert totals(on.granted) == (300_000, 0, 0, 350_000)  # 100,000 was not disbursed, 50,000 was
    assert totals(on.other_granted) == (0, 0, 100_000, 50_000)
    figures = queries.lines_of(on.officer.jurisdiction, 2018)
    assert [(line.appropriated, line.disbursed, line.left) for line in figures] == [
        (Won(550_000), Won(350_000), Won(200_000)),
        (Won(450_000), Won(50_000), Won(300_000)),
    ]
    sound(on)


def test_a_mistake_is_corrected_in_parts(on: Standing) -> None:
    (first,) = queries.transfers_behind(on.plan).filter(movement=Movement.APPROPRIATE)

    def story() -> None:
        postings.cut(on.other_line, Won(300_000), WHY)
        postings.correct(first, Won(100_000), "천원 단위를 잘못 적음")
        postings.correct(first, Won(200_000), WHY)

    inside(on.officer, story)
    assert balance(on.plan) == 0
    assert first.parts.count() == 2
    sound(on)


def test_a_reversal_bears_the_movement_it_undoes_with_its_reason(on: Standing) -> None:
    def story() -> list[Transfer]:
        postings.pay(on.recipient, Won(100_000))
        return postings.bounce(on.recipient, Won(100_000), "계좌 오류")

    (back,) = inside(on.officer, story)
    assert (back.phase, back.movement, back.reason) == (Phase.REVERSAL, Movement.PAY, "계좌 오류")


def test_every_transfer_bears_the_key_of_the_action_its_movement_and_a_number(on: Standing) -> None:
    made = inside(on.officer, lambda: postings.pay(on.recipient, Won(100_000)), key="a-key")
    assert [transfer.key for transfer in made] == ["a_stage.told:a-key:pay:1", "a_stage.told:a-key:pay:2"]


def test_two_actions_asked_for_with_one_key_both_move_won(on: Standing) -> None:
    for name in ("a_stage.told", "a_stage.told_otherwise"):
        inside(on.officer, lambda: postings.pay(on.recipient, Won(1_000)), key="a-key", name=name)
    assert balance(on.recipient) == 2_000


def test_a_movement_between_accounts_that_it_does_not_join_is_a_bug(on: Standing) -> None:
    with pytest.raises(TypeError):
        inside(on.officer, lambda: postings.appropriate(on.line, Won(1)))
    with pytest.raises(TypeError):
        inside(on.officer, lambda: postings.reallocate(on.line, on.granted, Won(1), WHY))
    with pytest.raises(TypeError, match="funded by no account"):
        inside(on.officer, lambda: postings.allot(on.plan, Won(1)))


def test_every_movement_has_what_it_joins() -> None:
    assert set(JOINS) == set(Movement)
