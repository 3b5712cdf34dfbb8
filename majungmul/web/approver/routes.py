"""결재권자의 쪽들."""

from majungmul.web.approver import pages
from majungmul.web.audiences import Audience, page

ROUTES = [
    page("", pages.waiting, Audience.APPROVER, name="inbox"),
    page("<slug:kind>/<uuid:row>/", pages.matter, Audience.APPROVER, name="matter"),
    page("<slug:kind>/<uuid:row>/<slug:name>/", pages.act, Audience.APPROVER, name="act"),
]
