"""Rows of the story for each argument of a route: those of the printers' co-operative where a body has them."""

from typing import Any
from uuid import UUID

from majungmul.books.duties.models import Duty
from majungmul.books.files.models import FileUse
from majungmul.books.ledger.models import Account, Transfer
from majungmul.books.parties.models import BankAccount, Invitation, Office, Organisation, Person, Position
from majungmul.stages.application.models import AmendmentNotice, Application, Correction
from majungmul.stages.award.models import Award, AwardChange, AwardObjection, Condition
from majungmul.stages.call.models import Briefing, Call
from majungmul.stages.delivery.models import Contract, MidCheck, Order, ProgressReport, Trade
from majungmul.stages.payment.models import BankList, Claim, Proof
from majungmul.stages.plan.models import Plan
from majungmul.stages.review.models import Reconsideration, Review
from majungmul.stages.settlement.models import Refund, RefundObjection, Revocation, Settlement, SettlementLine

OWNER = "서울가상인쇄협동조합"
MODELS: dict[str, Any] = {
    "application": Application,
    "award": Award,
    "call": Call,
    "claim": Claim,
    "contract": Contract,
    "trade": Trade,
    "settlement": Settlement,
    "refund": Refund,
    "revocation": Revocation,
    "review": Review,
    "change": AwardChange,
    "condition": Condition,
    "objection": AwardObjection,
    "refund_objection": RefundObjection,
    "again": Reconsideration,
    "order": Order,
    "report": ProgressReport,
    "check": MidCheck,
    "bank_list": BankList,
    "proof": Proof,
    "plan": Plan,
    "correction": Correction,
    "briefing": Briefing,
    "account": Account,
    "transfer": Transfer,
    "position": Position,
    "person": Person,
    "office": Office,
    "bank_account": BankAccount,
    "invitation": Invitation,
    "notice": AmendmentNotice,
    "duty": Duty,
    "line": SettlementLine,
}
WORDS = {
    "year": 2026,
    "programme": "trade_collaboration",
    "code": "trade_collaboration",
    "kind": "receipt",
    "number": 1,
    "act": "withdraw",
    "name": "review",
    "model": "application.application",
}


def samples_of(name: str, arguments: list[str]) -> dict[str, Any]:
    """A value for each argument of a route."""
    if name == "rows:file":
        use = FileUse.objects.filter(subject_model="application.application").order_by("id")[0]
        return {"row": use.subject, "use": use.pk}
    return {argument: _sample(name, argument) for argument in arguments}


def _sample(name: str, argument: str) -> Any:
    if argument in WORDS:
        return "AAAA-BBBB" if argument == "code" and name != "public:programme" else WORDS[argument]
    if argument == "body":
        return Organisation.objects.get(name=OWNER).pk
    if argument == "row":
        return _of_owner(Application)
    return _of_owner(MODELS[argument])


def _of_owner(model: Any) -> UUID:
    """The newest row of the co-operative; of anybody where it has none; some id where there is none at all."""
    rows = model.objects.order_by("-id")
    fields = {field.name for field in model._meta.get_fields()}
    if "body" in fields:
        rows = [*rows.filter(body__name=OWNER)[:1], *rows[:1]]
    elif "award" in fields:
        rows = [*rows.filter(award__body__name=OWNER)[:1], *rows[:1]]
    elif "claim" in fields:
        rows = [*rows.filter(claim__body__name=OWNER)[:1], *rows[:1]]
    return rows[0].pk if rows else UUID(int=7)
