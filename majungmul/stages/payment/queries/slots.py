"""청구의 양식 — which forms a claim under an award fills in, and which files they ask for."""

from majungmul.books.parties.models import Alias, BankAccount, Organisation
from majungmul.books.parties.names import plain
from majungmul.books.parties.queries.accounts import account_at
from majungmul.books.parties.queries.bodies import family
from majungmul.programmes.form import Form
from majungmul.programmes.specification import specification
from majungmul.stages.award.models import Award
from majungmul.stages.payment.models import Method, ProofKind

PROOF_KINDS: tuple[tuple[str, str], ...] = tuple((each.value, each.label) for each in ProofKind)
"""증빙의 종류 — codes and words, for a form to offer."""
METHODS: tuple[tuple[str, str], ...] = tuple((each.value, each.label) for each in Method)
"""결제 방법 — codes and words, for a form to offer."""


def forms_of(award: Award) -> tuple[Form, Form]:
    """청구서와 결과보고서 — the two forms of the award's programme."""
    call = award.application.call
    programme = specification(call.jurisdiction.code, call.programme)
    return programme.form("claim"), programme.form("report")


def required_slots(award: Award) -> tuple[str, ...]:
    """꼭 붙일 것 — the codes of the files that every claim under the award needs."""
    slots = [slot.code for form in forms_of(award) for slot in form.papers if slot.required]
    conditional = {slot.code for form in forms_of(award) for slot in form.papers if slot.shown_when}
    return tuple(dict.fromkeys(code for code in slots if code not in conditional))


def account_before(award: Award) -> BankAccount | None:
    """신청할 때의 계좌 — where the body was paid when it applied; None where none was confirmed yet."""
    return account_at(award.body, award.application.received_at)


def holder_fits(account: BankAccount, body: Organisation) -> bool:
    """예금주 — whether the account is in the name of the body, or in another that it is known by."""
    names = Alias.objects.filter(organisation__in=family(body)).values_list("plain", flat=True)
    own = Organisation.objects.filter(pk__in=family(body)).values_list("name", flat=True)
    return plain(account.holder) in {*names, *map(plain, own)}
