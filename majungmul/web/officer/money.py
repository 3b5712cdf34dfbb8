"""돈의 쪽 — the routes of the officer's pages about payment, own orders, settlement, refunds and the city's grant."""

from majungmul.web.audiences import Audience, page
from majungmul.web.officer import (
    bank,
    claims,
    claims_acts,
    claims_examination,
    grants,
    grants_acts,
    grants_changes,
    grants_letters,
    orders,
    orders_spending,
    refunds,
    settlements,
)

OFFICER = Audience.OFFICER

CLAIMS = [
    page("claims/", claims.claims, OFFICER, name="claims"),
    page("claims/bank/", bank.bank, OFFICER, name="bank"),
    page("claims/bank/new/", bank.making, OFFICER, name="bank_make"),
    page("claims/bank/<uuid:bank_list>/", bank.bank_list, OFFICER, name="bank_list"),
    page("claims/bank/<uuid:bank_list>/paid/", bank.all_paid, OFFICER, name="bank_all_paid"),
    page("claims/bank/<uuid:bank_list>/file/", bank.bank_file, OFFICER, name="bank_file"),
    page("claims/<uuid:claim>/", claims_examination.claim, OFFICER, name="claim"),
    page(
        "claims/<uuid:claim>/proofs/<uuid:proof>/",
        claims_examination.recognise,
        OFFICER,
        name="claim_recognise",
    ),
    page("claims/<uuid:claim>/proofs/", claims_acts.recognise_plain, OFFICER, name="claim_plain"),
    page("claims/<uuid:claim>/submit/", claims_examination.hand_in, OFFICER, name="claim_submit"),
    page("claims/<uuid:claim>/correction/", claims_acts.correction, OFFICER, name="claim_correction"),
    page("claims/<uuid:claim>/withdraw/", claims_acts.withdrawal, OFFICER, name="claim_withdraw"),
    page("claims/<uuid:claim>/paid/", claims_acts.paid, OFFICER, name="claim_paid"),
    page("claims/<uuid:claim>/failed/", claims_acts.failed, OFFICER, name="claim_failed"),
    page("claims/<uuid:claim>/bounced/", claims_acts.bounced, OFFICER, name="claim_bounced"),
]
ORDERS = [
    page("claims/orders/", orders.orders, OFFICER, name="orders"),
    page("claims/orders/new/", orders.order_new, OFFICER, name="order_new"),
    page("claims/orders/<uuid:order>/", orders.order, OFFICER, name="order"),
    page("claims/orders/<uuid:order>/rewrite/", orders.order_rewrite, OFFICER, name="order_rewrite"),
    page("claims/orders/<uuid:order>/submit/", orders.order_submit, OFFICER, name="order_submit"),
    page("claims/orders/<uuid:order>/spending/", orders_spending.spending, OFFICER, name="order_spending"),
]
SETTLEMENTS = [
    page("settlements/", settlements.settlements, OFFICER, name="settlements"),
    page("settlements/new/<uuid:award>/", settlements.settlement_new, OFFICER, name="settlement_new"),
    page("settlements/<uuid:settlement>/", settlements.settlement, OFFICER, name="settlement"),
    page(
        "settlements/<uuid:settlement>/lines/<uuid:line>/", settlements.line, OFFICER, name="settlement_line"
    ),
    page("settlements/<uuid:settlement>/acts/<slug:act>/", settlements.act, OFFICER, name="settlement_act"),
    page("settlements/refunds/new/<uuid:award>/", refunds.refund_new, OFFICER, name="refund_new"),
    page("settlements/refunds/<uuid:refund>/", refunds.refund, OFFICER, name="refund"),
    page("settlements/refunds/<uuid:refund>/paid/", refunds.refund_received, OFFICER, name="refund_received"),
    page("settlements/refunds/<uuid:refund>/told/", refunds.refund_told, OFFICER, name="refund_told"),
    page("settlements/revocations/new/<uuid:award>/", refunds.revocation_new, OFFICER, name="revocation_new"),
]
GRANTS = [
    page("grants/", grants.grants, OFFICER, name="grants"),
    page("grants/<uuid:award>/", grants.grant, OFFICER, name="grant"),
    page("grants/<uuid:award>/claim/", grants_acts.grant_claim, OFFICER, name="grant_claim"),
    page("grants/<uuid:award>/progress/", grants_acts.grant_progress, OFFICER, name="grant_progress"),
    page("grants/<uuid:award>/change/", grants_changes.grant_change, OFFICER, name="grant_change"),
    page("grants/<uuid:award>/objection/", grants_changes.grant_objection, OFFICER, name="grant_objection"),
    page(
        "grants/refunds/<uuid:refund>/objection/",
        grants_changes.grant_refund_objection,
        OFFICER,
        name="grant_refund_objection",
    ),
    page("grants/<uuid:award>/report/", grants_acts.grant_report, OFFICER, name="grant_report"),
    page(
        "grants/settlements/<uuid:settlement>/correct/",
        grants_acts.grant_correct,
        OFFICER,
        name="grant_correct",
    ),
    page(
        "grants/applications/<uuid:application>/letter/",
        grants_letters.grant_letter,
        OFFICER,
        name="grant_letter",
    ),
]
ROUTES = [*CLAIMS, *ORDERS, *SETTLEMENTS, *GRANTS]
