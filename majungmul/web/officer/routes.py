"""보조사업자 담당자의 쪽들."""

from majungmul.web.audiences import Audience, page
from majungmul.web.officer.applications import applications_page, view_save
from majungmul.web.officer.applications_bulk import bulk_page
from majungmul.web.officer.applications_one import application_page
from majungmul.web.officer.awards import (
    award_act,
    award_new,
    award_of,
    award_page,
    awards_page,
    change_page,
    condition_page,
    contract_page,
)
from majungmul.web.officer.bodies import account_page, bodies_page, body_act, body_new, body_page
from majungmul.web.officer.calls import briefing_page, call_act, call_new, call_page, calls_page
from majungmul.web.officer.money import ROUTES as MONEY
from majungmul.web.officer.paper_entry import paper_entry, paper_form, paper_save
from majungmul.web.officer.reviews import application_act, check_page
from majungmul.web.officer.today import today
from majungmul.web.officer.today_duties import duty_act, duty_new, go

KEEPERS = (Audience.OFFICER, Audience.APPROVER, Audience.CITY)
"""Who keeps what is known of bodies: the operator's and the city's officers and approvers."""

ROUTES = [
    page("", today, Audience.OFFICER, name="today"),
    page("duties/new/", duty_new, Audience.OFFICER, name="duty_new"),
    page("duties/<uuid:duty>/<slug:act>/", duty_act, Audience.OFFICER, name="duty"),
    page("go/<str:model>/<uuid:row>/", go, Audience.OFFICER, name="go"),
    page("calls/", calls_page, Audience.OFFICER, name="calls"),
    page("calls/new/", call_new, Audience.OFFICER, name="call_new"),
    page("calls/<uuid:call>/", call_page, Audience.OFFICER, Audience.APPROVER, name="call"),
    page("applications/", applications_page, Audience.OFFICER, name="applications"),
    page("applications/views/", view_save, Audience.OFFICER, name="view_save"),
    page("applications/at-once/<slug:kind>/", bulk_page, Audience.OFFICER, name="bulk"),
    page("applications/<uuid:application>/", application_page, Audience.OFFICER, name="application"),
    page("applications/<uuid:application>/check/", check_page, Audience.OFFICER, name="check"),
    page("applications/<uuid:application>/award/", award_of, Audience.OFFICER, name="award_of"),
    page("applications/<uuid:application>/award/new/", award_new, Audience.OFFICER, name="award_new"),
    page(
        "applications/<uuid:application>/do/<slug:act>/",
        application_act,
        Audience.OFFICER,
        name="application_act",
    ),
    page("calls/<uuid:call>/paper/", paper_entry, Audience.OFFICER, name="paper_entry"),
    page("calls/<uuid:call>/paper/<uuid:body>/", paper_form, Audience.OFFICER, name="paper_form"),
    page("calls/<uuid:call>/paper/<uuid:body>/saved/", paper_save, Audience.OFFICER, name="paper_save"),
    page("calls/<uuid:call>/do/<slug:act>/", call_act, Audience.OFFICER, Audience.APPROVER, name="call_act"),
    page("briefings/<uuid:briefing>/", briefing_page, Audience.OFFICER, name="briefing"),
    page("awards/", awards_page, Audience.OFFICER, name="awards"),
    page("awards/<uuid:award>/", award_page, Audience.OFFICER, name="award"),
    page("awards/<uuid:award>/do/<slug:act>/", award_act, Audience.OFFICER, name="award_act"),
    page("conditions/<uuid:condition>/", condition_page, Audience.OFFICER, name="condition"),
    page("changes/<uuid:change>/", change_page, Audience.OFFICER, name="change"),
    page("contracts/<uuid:contract>/", contract_page, Audience.OFFICER, name="contract"),
    *MONEY,
    page("bodies/", bodies_page, *KEEPERS, name="bodies"),
    page("bodies/new/", body_new, *KEEPERS, name="body_new"),
    page("bodies/<uuid:body>/", body_page, *KEEPERS, name="body"),
    page("bodies/<uuid:body>/do/<slug:act>/", body_act, *KEEPERS, name="body_act"),
    page("accounts/<uuid:bank_account>/", account_page, *KEEPERS, name="account"),
]
