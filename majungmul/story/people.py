"""사람들 — who is there: the city, the operator, co-operatives with a login each, partners, firms. All invented.

The names of tax office 000 are given out by nobody, so no number here can be a real one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone

from majungmul.books.parties.actions.accounts import confirm_account, enter_account
from majungmul.books.parties.actions.bodies import register
from majungmul.books.parties.actions.facts import move, new_representative
from majungmul.books.parties.actions.founding import found, founder
from majungmul.books.parties.actions.offices import new_office, new_position
from majungmul.books.parties.actions.people import new_person
from majungmul.books.parties.actions.tenures import appoint
from majungmul.books.parties.kinds import OfficeKind, OrganisationKind, Role
from majungmul.books.parties.queries.positions import jurisdiction_named, system_actor
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.story.telling import SYSTEM, ZONE, Row, Rows, Step, Told
from majungmul.values.actor import Actor
from majungmul.values.business_number import check_digit
from majungmul.values.refusal import Refusal

CITY = "seoul"
BEGINNING = datetime(2017, 1, 2, 9, tzinfo=ZONE)
"""When everybody is registered: before all that is told."""

CITY_OFFICER, CITY_APPROVER = "city.officer", "city.approver"
OFFICER, APPROVER, ACCOUNTANT = "operator.officer", "operator.approver", "operator.accountant"
SUCCESSOR = "operator.second"
"""결재권자 who answers what the first one decided."""
OPERATOR = "operator.body"


class NotEmpty(Refusal):
    """빈 데이터베이스가 아님."""

    sentence = (
        "이야기는 빈 데이터베이스에서만 들려줄 수 있습니다. 이 데이터베이스에는 이미 쓰는 기록이 있습니다."
    )


@dataclass(frozen=True, slots=True)
class Body:
    """이야기의 단체 — its name in steps, its names for people, who stands for it, who does its work."""

    code: str
    name: str
    kind: OrganisationKind
    chair: str = ""
    officer: str = ""
    address: str = ""

    @property
    def login(self) -> str:
        """The name of its person in steps, which is the login, too."""
        return f"{self.code}.officer"

    @property
    def title(self) -> str:
        """What its head is called."""
        return "대표" if self.kind in (OrganisationKind.FIRM, OrganisationKind.SUPPLIER) else "이사장"


COOPERATIVE, SUPPLIER = OrganisationKind.COOPERATIVE, OrganisationKind.SUPPLIER

COOPERATIVES = (
    Body("printers", "서울가상인쇄협동조합", COOPERATIVE, "김가상", "이보기", "중구 가상로 1"),
    Body("furniture", "서울가상가구협동조합", COOPERATIVE, "박가상", "최보기", "성동구 가상로 2"),
    Body("jewellers", "서울가상귀금속협동조합", COOPERATIVE, "이가상", "정보기", "종로구 가상로 3"),
    Body("florists", "서울가상꽃도매협동조합", COOPERATIVE, "최가상", "강보기", "서초구 가상로 4"),
    Body("steel", "서울가상철제가구협동조합", COOPERATIVE, "정가상", "조보기", "금천구 가상로 5"),
    Body("salt", "서울가상천일염협동조합", COOPERATIVE, "강가상", "윤보기", "동대문구 가상로 6"),
    Body("gloves", "서울가상면장갑협동조합", COOPERATIVE, "조가상", "장보기", "강서구 가상로 7"),
    Body("garages", "서울가상차정비협동조합", COOPERATIVE, "윤가상", "임보기", "영등포구 가상로 8"),
    Body("grocers", "서울가상슈퍼협동조합", COOPERATIVE, "장가상", "한보기", "마포구 가상로 9"),
    Body("plumbers", "서울가상배관협동조합", COOPERATIVE, "임가상", "오보기", "구로구 가상로 10"),
    Body("travel", "서울가상전세버스협동조합", COOPERATIVE, "한가상", "서보기", "송파구 가상로 11"),
    Body("lights", "서울가상조명협동조합", COOPERATIVE, "오가상", "신보기", "중랑구 가상로 12"),
)
"""Who applies: each with an office and a person who can log in."""

PARTNERS = (
    Body("paper", "경기가상지류협동조합", COOPERATIVE, "서가상"),
    Body("timber", "인천가상목재협동조합", COOPERATIVE, "신가상"),
    Body("sheets", "경기가상강판협동조합", COOPERATIVE, "권가상"),
    Body("pickles", "충북가상절임협동조합", COOPERATIVE, "황가상"),
    Body("concrete", "가상레미콘연합회", OrganisationKind.UNION, "안가상"),
    Body("orchards", "경북가상과일협동조합", COOPERATIVE, "송가상"),
    Body("copper", "부산가상동관협동조합", COOPERATIVE, "류가상"),
    Body("bulbs", "경기가상전구협동조합", COOPERATIVE, "홍가상"),
)
"""거래조합 — without a login."""

FIRMS = (
    Body("hall", "주식회사 가상회관", SUPPLIER, "문가상"),
    Body("press", "가상기획인쇄", SUPPLIER, "양가상"),
)
"""Whom the operator orders from itself."""

BODIES = (*COOPERATIVES, *PARTNERS, *FIRMS)
BY_CODE = {body.code: body for body in BODIES}


def number_of(code: str) -> str:
    """사업자등록번호 — of a body: of tax office 000, with its right check digit."""
    nine = f"0008{[OPERATOR, *BY_CODE].index(code):05}"
    return f"{nine}{check_digit(nine)}"


def system_of(until: date) -> Actor:
    """The program itself in Seoul, which is founded where the database is empty. Refuses one with records."""
    founded = jurisdiction_named(CITY)
    if founded is None:
        by = founder()
        found(CITY, jurisdiction(CITY).name, by=by, at=BEGINNING, key="story:found")
        return by
    try:
        return system_actor(founded.pk, min(until, timezone.localdate(BEGINNING)))
    except ObjectDoesNotExist:
        raise NotEmpty from None


def steps(told: Told) -> list[Step]:
    """Everybody's registration, in the order in which it can be done."""
    city = told.system.office
    return [
        _step(CITY_OFFICER, "시 담당자", seat, SYSTEM, city, Role.OFFICER, "주무관", "한시청"),
        _step(CITY_APPROVER, "시 결재권자", seat, SYSTEM, city, Role.APPROVER, "과장", "최시청"),
        _step("city.administrator", "시 관리자", seat, SYSTEM, city, Role.ADMINISTRATOR, "서무", "박시청"),
        _step("city.auditor", "시 감사자", seat, SYSTEM, city, Role.AUDITOR, "조사관", "윤시청"),
        *_operator(),
        *(step for body in BODIES for step in _body(body)),
        *(step for body in COOPERATIVES for step in _office(body)),
    ]


def seat(office: Row, role: Role, title: str, name: str, *, by: Actor, at: datetime, key: str) -> Row:
    """A person in a new position of an office; the login is the last word of the key. Returns the tenure."""
    code = key.removeprefix("story:").replace(".", "-")
    position = new_position(office, code, f"가상 {title}", role.value, by=by, at=at, key=f"{key}:seat")
    person = new_person(office, code, name, by=by, at=at, key=f"{key}:person")
    return appoint(position.pk, person.pk, timezone.localdate(at), by=by, at=at, key=key)


def account(body: Row, digits: str, *, by: Actor, at: datetime, key: str) -> Row:
    """입금 계좌 — of a body, entered. Returns it."""
    return enter_account(body.pk, "가상은행", digits, body.name, by=by, at=at, key=key)


def _operator() -> list[Step]:
    name = jurisdiction(CITY).operator
    office = _pk("operator.office")
    return [
        _step(OPERATOR, name, register, CITY_OFFICER, "federation", name, number_of(OPERATOR)),
        _step("operator.office", name, new_office, SYSTEM, "operator", name, "operator", _pk(OPERATOR)),
        _step(OFFICER, "중앙회 담당자", seat, SYSTEM, office, Role.OFFICER, "담당 차장", "김중앙"),
        _step(APPROVER, "중앙회 결재권자", seat, SYSTEM, office, Role.APPROVER, "지역본부장", "이중앙"),
        _step(SUCCESSOR, "중앙회 부본부장", seat, SYSTEM, office, Role.APPROVER, "부본부장", "박중앙"),
        _step(ACCOUNTANT, "중앙회 회계 담당", seat, SYSTEM, office, Role.OFFICER, "회계 과장", "정중앙"),
    ]


def _body(body: Body) -> list[Step]:
    """A body with its head, its place, and an account that two people have seen."""
    digits = f"000-{BODIES.index(body) + 1:04}-000001"
    since = timezone.localdate(BEGINNING)
    made = [
        _step(body.code, body.name, register, OFFICER, body.kind.value, body.name, number_of(body.code)),
        _step(
            f"{body.code}.chair",
            body.name,
            new_representative,
            OFFICER,
            _pk(body.code),
            body.chair,
            body.title,
            since,
        ),
    ]
    if body.address:
        address = f"서울특별시 {body.address}"
        made.append(_step(f"{body.code}.address", body.name, move, OFFICER, _pk(body.code), address, since))
    if body not in PARTNERS:
        entered = f"{body.code}.account"
        made += [
            _step(entered, body.name, account, OFFICER, _row(body.code), digits),
            _step(f"{entered}.seen", body.name, confirm_account, ACCOUNTANT, _pk(entered)),
        ]
    return made


def _office(body: Body) -> list[Step]:
    office = f"{body.code}.office"
    return [
        _step(
            office,
            body.name,
            new_office,
            SYSTEM,
            body.code,
            body.name,
            OfficeKind.APPLICANT.value,
            _pk(body.code),
        ),
        _step(body.login, body.name, seat, SYSTEM, _pk(office), Role.OFFICER, "사무국장", body.officer),
    ]


def _step(name: str, what: str, verb: Callable[..., Any], by: str, *args: object) -> Step:
    return Step(BEGINNING, BEGINNING, name, f"{what} 등록", verb, by, args)


def _row(name: str) -> Callable[[Rows], Any]:
    return lambda rows: rows[name]


def _pk(name: str) -> Callable[[Rows], Any]:
    return lambda rows: rows[name].pk
