"""주소 — the route table: every page with its address, its audience and its name. Each audience has its own list."""

from django.urls import URLPattern, URLResolver, include, path

from majungmul.config.settings import DEMO
from majungmul.web.account.demo import ROUTES as DEMO_SEATS
from majungmul.web.account.routes import ROUTES as ACCOUNT
from majungmul.web.applicant.routes import ROUTES as APPLICANT
from majungmul.web.approver.routes import ROUTES as APPROVER
from majungmul.web.audit.routes import ROUTES as AUDIT
from majungmul.web.city.routes import ROUTES as CITY
from majungmul.web.officer.routes import ROUTES as OFFICER
from majungmul.web.public.routes import ROUTES as PUBLIC
from majungmul.web.rows import ROUTES as ROWS

TABLE: dict[str, tuple[str, list[URLPattern]]] = {
    "public": ("", PUBLIC),
    "account": ("account/", ACCOUNT),
    "rows": ("rows/", ROWS),
    "applicant": ("mine/", APPLICANT),
    "officer": ("office/", OFFICER),
    "approver": ("approval/", APPROVER),
    "city": ("city/", CITY),
    "audit": ("audit/", AUDIT),
}
"""By the first word of a page's name: where its addresses begin, and its routes."""

if DEMO:
    TABLE["demo"] = ("demo/", DEMO_SEATS)

urlpatterns: list[URLPattern | URLResolver] = [
    path(prefix, include((routes, name))) for name, (prefix, routes) in TABLE.items()
]

handler400 = "majungmul.web.refusals.bad_request"
handler404 = "majungmul.web.refusals.page_not_found"
handler500 = "majungmul.web.refusals.server_error"
