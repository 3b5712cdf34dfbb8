"""What the plain year says of paying: recognised, handed in, approved, listed, paid once; settled; asked back."""

from tests.lives.random_lives.plain_year import PlainBody, PlainClaim, PlainRefund, PlainYear, must


def recognise(claim: PlainClaim, amount: int) -> None:
    must(claim.state == "received", "recognised out of turn")
    claim.recognised = amount // 10


def submit(claim: PlainClaim, person: object) -> None:
    must(claim.state == "received" and claim.recognised is not None, "handed in out of turn")
    claim.state, claim.submitted_by = "submitted", person


def send_back(claim: PlainClaim) -> None:
    must(claim.state == "submitted", "sent back out of turn")
    claim.state, claim.recognised, claim.submitted_by = "received", None, None


def approve(claim: PlainClaim, person: object) -> None:
    must(claim.state == "submitted", "approved out of turn")
    must(person != claim.submitted_by, "one person handed in and approved a payment")
    claim.state, claim.approved_by = "approved", person


def reject(year: PlainYear, claim: PlainClaim) -> None:
    must(claim.state in ("received", "approved", "failed"), "rejected out of turn")
    claim.state = "rejected"
    year.numbers.discard(claim.number)


def list_for_bank(year: PlainYear, name: str, claim: PlainClaim) -> None:
    must(claim.state in ("approved", "failed"), "listed twice, or before it was approved")
    must(name not in year.excluded, f"{name} is listed while excluded")
    must(year.bodies[name].account_confirmed, "listed to an account that nobody confirmed")
    claim.state = "listed"


def pay(year: PlainYear, name: str, claim: PlainClaim, person: object) -> None:
    """The bank has carried it out: the award draws what it lacks, the promise is kept first."""
    body, amount = year.bodies[name], claim.recognised or 0
    must(claim.state == "listed", "paid twice, or without a list")
    must(person != claim.approved_by, "one person approved and paid")
    must(name not in year.excluded, f"{name} is paid while excluded")
    lacks = max(0, amount - (body.drawn - body.paid))
    must(lacks <= body.waiting, "paid beyond what was decided")
    must(year.drawn() + lacks <= year.received, "paid beyond what the city gave")
    body.waiting -= lacks
    body.drawn += lacks
    body.promised -= min(body.promised, amount)
    body.paid += amount
    must(body.paid <= body.amount, "paid more than was decided")
    claim.state = "paid"


def fail(claim: PlainClaim) -> None:
    must(claim.state == "listed", "failed out of turn")
    claim.state = "failed"


def bounce(body: PlainBody, claim: PlainClaim) -> None:
    must(claim.state == "paid", "bounced out of turn")
    body.paid -= claim.recognised or 0
    must(body.paid >= body.asked_back("ordered", "paid"), "what was asked back has bounced")
    claim.state = "failed"


# ── 정산과 반환 ──────────────────────────────────────────────────────────────────────────────────────────


def open_settlement(body: PlainBody) -> None:
    must(body.settlement == "" and body.award in ("effective", "ended"), "settled twice")
    body.settlement = "reported"


def submit_settlement(body: PlainBody, person: object) -> None:
    must(body.settlement == "reported", "a settlement handed in out of turn")
    body.settlement, body.settled_by = "submitted", person


def fix(body: PlainBody, person: object) -> None:
    """What was never paid is free again."""
    must(body.settlement == "submitted", "fixed out of turn")
    must(person != body.settled_by, "one person handed in and fixed a settlement")
    body.settlement, body.waiting, body.promised = "fixed", 0, 0


def propose_refund(body: PlainBody, principal: int, person: object) -> None:
    must(body.asked_back() + principal <= body.paid, "more is asked back than was paid")
    body.refunds.append(PlainRefund(principal, person))


def order_refund(body: PlainBody, person: object) -> None:
    refund = body.refunds[-1]
    must(refund.state == "proposed", "ordered out of turn")
    must(person != refund.proposed_by, "one person proposed and ordered a refund")
    must(
        body.asked_back("ordered", "paid") + refund.principal <= body.paid,
        "more is ordered back than was paid",
    )
    refund.state = "ordered"


def receive_refund(body: PlainBody) -> None:
    must(body.refunds[-1].state == "ordered", "a refund came that nobody ordered")
    body.refunds[-1].state = "paid"
