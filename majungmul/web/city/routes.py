"""시의 쪽들."""

from majungmul.web.audiences import Audience, page
from majungmul.web.city import awards, designations, plan, plan_writing, seals, settlements, today, year

CITY = Audience.CITY

AWARDS = [
    page("awards/", awards.awards, CITY, name="awards"),
    page("awards/designate/", designations.designate, CITY, name="designate"),
    page("awards/designations/<uuid:call>/", designations.designation, CITY, name="designation"),
    page("awards/designations/<uuid:call>/sheet/", designations.sheet, CITY, name="designation_sheet"),
    page(
        "awards/designations/<uuid:call>/<slug:act>/",
        designations.designation_act,
        CITY,
        name="designation_act",
    ),
    page("awards/claims/<uuid:claim>/<slug:act>/", awards.claim_act, CITY, name="claim_act"),
    page("awards/conditions/<uuid:condition>/", awards.condition, CITY, name="condition"),
    page("awards/changes/<uuid:change>/", awards.change, CITY, name="change"),
    page("awards/<uuid:award>/", awards.award, CITY, name="award"),
    page("awards/<uuid:award>/<slug:act>/", awards.award_act, CITY, name="award_act"),
]
SETTLEMENTS = [
    page("settlements/", settlements.settlements, CITY, name="settlements"),
    page("settlements/lines/<uuid:line>/", settlements.line, CITY, name="settlement_line"),
    page("settlements/refunds/<uuid:refund>/", settlements.refund, CITY, name="refund"),
    page("settlements/refunds/<uuid:refund>/<slug:act>/", settlements.refund_act, CITY, name="refund_act"),
    page("settlements/<uuid:settlement>/", settlements.settlement, CITY, name="settlement"),
    page(
        "settlements/<uuid:settlement>/<slug:act>/",
        settlements.settlement_act,
        CITY,
        name="settlement_act",
    ),
]
PLAN = [
    page("plan/", plan.plan, CITY, name="plan"),
    page("plan/write/", plan_writing.write, CITY, name="plan_write"),
    page("plan/<uuid:plan>/file/", plan.plan_file, CITY, name="plan_file"),
    page("plan/<uuid:plan>/<slug:act>/", plan.plan_act, CITY, name="plan_act"),
]
ROUTES = [
    page("", year.year, CITY, name="year"),
    page("today/", today.today, CITY, name="today"),
    page("today/new/", today.duty_new, CITY, name="duty_new"),
    page("today/go/<str:model>/<uuid:row>/", today.go, CITY, name="go"),
    page("today/<uuid:duty>/<slug:act>/", today.duty_act, CITY, name="duty"),
    page("seals/", seals.seals, CITY, name="seals"),
    *AWARDS,
    *SETTLEMENTS,
    *PLAN,
]
