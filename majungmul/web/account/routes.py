"""들어오기의 쪽들."""

from majungmul.web.account import bodies, forgotten, joining, login, me, moves, offices, people, seats, sheets
from majungmul.web.audiences import Audience, page

OFFICER, CITY, ADMINISTRATOR = Audience.OFFICER, Audience.CITY, Audience.ADMINISTRATOR

ROUTES = [
    page("login/", login.login, Audience.PUBLIC, name="login"),
    page("logout/", login.logout, Audience.PUBLIC, name="logout"),
    page("back/", login.back, Audience.SIGNED_IN, name="back"),
    page("size/", login.size, Audience.PUBLIC, name="size"),
    page("seats/", seats.seats, Audience.SIGNED_IN, name="seats"),
    page("me/", me.me, Audience.SIGNED_IN, name="me"),
    page("me/contact/", me.contact, Audience.SIGNED_IN, name="contact"),
    page("join/", joining.join, Audience.PUBLIC, name="join"),
    page("join/<str:code>/", joining.join, Audience.PUBLIC, name="join_with"),
    page("reset/", joining.reset, Audience.PUBLIC, name="reset"),
    page("reset/<str:code>/", joining.reset, Audience.PUBLIC, name="reset_with"),
    page("forgot/", forgotten.forgot, Audience.PUBLIC, name="forgot"),
    page("people/", people.people, ADMINISTRATOR, name="people"),
    page("people/<uuid:person>/", people.person, ADMINISTRATOR, name="person"),
    page("people/<uuid:person>/reset/", people.reset_sheet, ADMINISTRATOR, name="person_reset"),
    page("people/<uuid:person>/deactivate/", people.deactivated, ADMINISTRATOR, name="person_deactivate"),
    page("people/positions/new/", people.position_new, ADMINISTRATOR, name="position_new"),
    page("people/offices/new/", offices.office_new, ADMINISTRATOR, name="office_new"),
    page("people/offices/<uuid:office>/invite/", offices.office_invite, ADMINISTRATOR, name="office_invite"),
    *moves.ROUTES,
    page("invitations/", bodies.invitations, OFFICER, CITY, ADMINISTRATOR, name="invitations"),
    page("bodies/<uuid:body>/", bodies.invite_body, OFFICER, CITY, name="invite_body"),
    page("bodies/<uuid:body>/<uuid:person>/reset/", bodies.reset_sheet, OFFICER, CITY, name="body_reset"),
    page("sheets/<uuid:invitation>/", sheets.sheet, OFFICER, CITY, ADMINISTRATOR, name="sheet"),
    page(
        "sheets/<uuid:invitation>/withdraw/",
        bodies.withdrawn,
        OFFICER,
        CITY,
        ADMINISTRATOR,
        name="withdraw_invitation",
    ),
]
