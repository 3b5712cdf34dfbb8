"""상대방의 표 — jurisdictions and offices, people and their positions, bodies and what is known of them."""

from majungmul.books.parties.models.account import BankAccount
from majungmul.books.parties.models.body import Address, Alias, Organisation, Representative
from majungmul.books.parties.models.city import Jurisdiction, Office
from majungmul.books.parties.models.dated import Dated, holds_on
from majungmul.books.parties.models.invitation import Invitation
from majungmul.books.parties.models.person import Person
from majungmul.books.parties.models.position import Acting, Position, Tenure
from majungmul.books.parties.models.sanction import Sanction

__all__ = [
    "Acting",
    "Address",
    "Alias",
    "BankAccount",
    "Dated",
    "Invitation",
    "Jurisdiction",
    "Office",
    "Organisation",
    "Person",
    "Position",
    "Representative",
    "Sanction",
    "Tenure",
    "holds_on",
]
