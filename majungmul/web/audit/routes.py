"""감사자의 쪽들."""

from majungmul.web.audiences import Audience, page
from majungmul.web.audit import checking, ledger, trail, transfers

ROUTES = [
    page("", ledger.ledger, Audience.AUDITOR, name="ledger"),
    page("accounts/<uuid:account>/", ledger.account, Audience.AUDITOR, name="account"),
    page("accounts/<uuid:account>/export/", ledger.export, Audience.AUDITOR, name="export"),
    page("transfers/<uuid:transfer>/", transfers.transfer, Audience.AUDITOR, name="transfer"),
    page("trail/", trail.trail, Audience.AUDITOR, name="trail"),
    page("trail/check/", checking.check, Audience.AUDITOR, name="check"),
    page("trail/<uuid:row>/", trail.history, Audience.AUDITOR, name="history"),
    page("readings/", trail.readings, Audience.AUDITOR, name="readings"),
]
