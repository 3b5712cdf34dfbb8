"""What a life does under an award: contract, trade, claim, examine, pay, settle, ask back."""

from dataclasses import replace
from datetime import date, timedelta

from majungmul.stages.award.models import Award
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.models import Trade
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment.models import Claim
from majungmul.stages.settlement import actions as settlement
from majungmul.values.won import Won
from tests.given import a_key
from tests.lives.random_lives import plain_money as plain
from tests.lives.random_lives.life import Life
from tests.stages.world import a_file, a_proof
from tests.stages.world_trades import claim_papers

SUPPLIES = (45_000_000, 600_000_000, 33_333_335, 100_000_005)
"""What is delivered: 10 % of it is claimed, rounded down."""
WHY = "가상의 사유"


def enter_contract(life: Life, name: str) -> None:
    own = life.real(name)
    said = delivery.ContractDraft(
        counterpart=life.world.paper.body.pk,
        side="buyer",
        kind="contract",
        signed_on=life.today,
        item="카탈로그 용지",
        quantity="한 벌",
        supply=Won(2_000_000_000),
        vat=Won(200_000_000),
        deliver_by=date(2018, 11, 30),
        place="서울 중구",
        payment_terms="납품 후 30일 안 계좌이체",
    )
    made = life.done(
        "enter contract",
        lambda: delivery.enter_contract(
            life.rows["award", name], said, a_file("계약서.pdf"), by=own.officer, at=life.now, key=a_key()
        ),
        lambda: life.year.enter_contract(name),
    )
    if made:
        life.rows["contract", name] = made.pk


def confirm_contract(life: Life, name: str) -> None:
    key, by = life.rows["contract", name], life.people["officer"]
    life.done(
        "confirm contract",
        lambda: delivery.confirm_contract(key, "seals", by=by, at=life.now, key=a_key()),
        lambda: life.year.confirm_contract(name),
    )


def trade(life: Life, name: str, supply: int) -> None:
    key, by = life.rows["contract", name], life.real(name).officer
    said = delivery.TradeDraft(
        delivered_on=life.today,
        item="카탈로그 용지",
        supply=Won(supply),
        vat=Won(supply // 10),
        received_by="사무국장",
    )
    place = len(life.plain(name).trades)
    made = life.done(
        "trade",
        lambda: delivery.record_trade(key, said, by=by, at=life.now, key=a_key()),
        lambda: life.year.trade(name, supply),
    )
    if made:
        life.rows["trade", f"{name}{place}"] = made.pk


def claim(life: Life, name: str, number: str) -> None:
    """Claim the next trade, or the last one again where none is left; with this 승인번호."""
    body, own = life.plain(name), life.real(name)
    place = min(len(body.claims), len(body.trades) - 1)
    of = Trade.objects.select_related("contract__counterpart", "body").get(
        pk=life.rows["trade", f"{name}{place}"]
    )
    whole = (payment.SettlingDraft(paid_on=life.today, method="transfer", amount=of.supply + of.vat),)
    proof = replace(a_proof(of, settlings=whole), approval_number=number)
    said = payment.ClaimDraft(
        trades=(payment.TradeClaim(trade=of.pk, claimed=Won(body.trades[place] // 10), proofs=(proof,)),),
        report=payment.ReportDraft(
            outcome="단가 8% 절감",
            delivered_on=of.delivered_on,
            received_by="사무국장",
            written_by="홍길동",
            written_on=life.today,
            difference_reason="수량이 다름",
        ),
        bank_account=own.account.pk,
        no_other_support=True,
    )
    under = Award.objects.get(pk=life.rows["award", name])

    def told(made: Claim) -> None:
        life.rows["claim", f"{name}{len(body.claims)}"] = made.pk
        life.year.claim(name, number)

    def act() -> Claim:
        made = payment.claim(under.pk, said, claim_papers(under), by=own.officer, at=life.now, key=a_key())
        claimed.append(made)
        return made

    claimed: list[Claim] = []
    life.done("claim", act, lambda: told(claimed[0]))


def recognise(life: Life, name: str, less: int) -> None:
    if found := life.claim_of(name, "received"):
        place, said = found
        row = Claim.objects.get(pk=life.rows["claim", f"{name}{place}"])
        proof = row.proofs.order_by("pk").last()
        if proof is None:
            message = "a claim has a proof"
            raise TypeError(message)
        amount = proof.supply - Won(less)
        by = life.people["officer"]
        life.done(
            "recognise",
            lambda: payment.recognise_proof(
                proof.pk, amount, WHY if less else "", by=by, at=life.now, key=a_key()
            ),
            lambda: plain.recognise(said, amount.amount),
        )


def submit(life: Life, name: str) -> None:
    if found := life.claim_of(name, "received"):
        place, said = found
        key, by = life.rows["claim", f"{name}{place}"], life.people["officer"]
        life.done(
            "hand in claim",
            lambda: payment.submit(key, by=by, at=life.now, key=a_key()),
            lambda: plain.submit(said, by.person),
        )


def send_back(life: Life, name: str) -> None:
    if found := life.claim_of(name, "submitted"):
        place, said = found
        key, by = life.rows["claim", f"{name}{place}"], life.people["approver"]
        life.done(
            "send back claim",
            lambda: payment.send_back(key, WHY, by=by, at=life.now, key=a_key()),
            lambda: plain.send_back(said),
        )


def approve(life: Life, name: str, choice: str) -> None:
    if found := life.claim_of(name, "submitted"):
        place, said = found
        key, by = life.rows["claim", f"{name}{place}"], life.who("approver", choice)
        life.done(
            "approve claim",
            lambda: payment.approve(key, by=by, at=life.now, key=a_key()),
            lambda: plain.approve(said, by.person),
        )


def reject(life: Life, name: str) -> None:
    if found := life.claim_of(name, "received", "failed", "approved"):
        place, said = found
        key, by = life.rows["claim", f"{name}{place}"], life.people["approver"]
        life.done(
            "reject claim",
            lambda: payment.reject(key, WHY, by=by, at=life.now, key=a_key()),
            lambda: plain.reject(life.year, said),
        )


def list_for_bank(life: Life, name: str) -> None:
    if found := life.claim_of(name, "approved", "failed"):
        place, said = found
        key, by = life.rows["claim", f"{name}{place}"], life.people["officer"]
        life.done(
            "list for bank",
            lambda: payment.list_for_bank([key], by=by, at=life.now, key=a_key()),
            lambda: plain.list_for_bank(life.year, name, said),
        )


def pay(life: Life, name: str, choice: str) -> None:
    if found := life.claim_of(name, "listed"):
        place, said = found
        key, by = life.rows["claim", f"{name}{place}"], life.who("officer", choice)
        life.done(
            "pay",
            lambda: payment.pay(key, life.today, by=by, at=life.now, key=a_key()),
            lambda: plain.pay(life.year, name, said, by.person),
        )


def fail(life: Life, name: str) -> None:
    if found := life.claim_of(name, "listed"):
        place, said = found
        key, by = life.rows["claim", f"{name}{place}"], life.people["officer"]
        life.done(
            "fail", lambda: payment.fail(key, WHY, by=by, at=life.now, key=a_key()), lambda: plain.fail(said)
        )


def bounce(life: Life, name: str) -> None:
    if found := life.claim_of(name, "paid"):
        place, said = found
        key, by = life.rows["claim", f"{name}{place}"], life.people["officer"]
        life.done(
            "bounce",
            lambda: payment.bounce(key, WHY, by=by, at=life.now, key=a_key()),
            lambda: plain.bounce(life.plain(name), said),
        )


# ── 정산과 반환 ──────────────────────────────────────────────────────────────────────────────────────────


def open_settlement(life: Life, name: str) -> None:
    """Open it, and examine its lines, which nothing refuses."""
    key, by = life.rows["award", name], life.people["officer"]
    made = life.done(
        "open settlement",
        lambda: settlement.open_settlement(key, "마침", by=by, at=life.now, key=a_key()),
        lambda: plain.open_settlement(life.plain(name)),
    )
    if made:
        life.rows["settlement", name] = made.pk
        for line in made.lines.order_by("order"):
            settlement.examine(line.pk, line.reported, by=by, at=life.now, key=a_key())
        life.settle_down()


def submit_settlement(life: Life, name: str) -> None:
    key, by = life.rows["settlement", name], life.people["officer"]
    life.done(
        "submit settlement",
        lambda: settlement.submit(
            key, "적정함", life.today + timedelta(days=30), by=by, at=life.now, key=a_key()
        ),
        lambda: plain.submit_settlement(life.plain(name), by.person),
    )


def fix(life: Life, name: str, choice: str) -> None:
    key, by = life.rows["settlement", name], life.who("approver", choice)
    life.done(
        "fix settlement",
        lambda: settlement.fix(key, by=by, at=life.now, key=a_key()),
        lambda: plain.fix(life.plain(name), by.person),
    )


def propose_refund(life: Life, name: str, principal: int) -> None:
    by, line = life.people["officer"], life.rows["line", name]
    said = settlement.RefundDraft(
        line=line.pk,
        kind="goods_returned",
        principal=Won(principal),
        reason="물품 일부를 되돌려 보냄",
        due_on=life.today + timedelta(days=30),
    )
    made = life.done(
        "propose refund",
        lambda: settlement.propose_refund(said, by=by, at=life.now, key=a_key()),
        lambda: plain.propose_refund(life.plain(name), principal, by.person),
    )
    if made:
        life.rows["refund", name] = made.pk


def order_refund(life: Life, name: str, choice: str) -> None:
    key, by = life.rows["refund", name], life.who("approver", choice)
    life.done(
        "order refund",
        lambda: settlement.order_refund(key, by=by, at=life.now, key=a_key()),
        lambda: plain.order_refund(life.plain(name), by.person),
    )


def receive_refund(life: Life, name: str) -> None:
    key, by = life.rows["refund", name], life.people["officer"]
    life.done(
        "receive refund",
        lambda: settlement.receive_refund(key, life.today, by=by, at=life.now, key=a_key()),
        lambda: plain.receive_refund(life.plain(name)),
    )
