"""권한표 — who may do what: one line per verb. `require` reads it, and nothing else decides."""

from dataclasses import dataclass
from enum import Enum, auto

from majungmul.books.parties.kinds import OfficeKind, Role


class Over(Enum):
    """권한이 미치는 곳 — which rows a right is over, seen from the office of the one who acts."""

    OWN_OFFICE = auto()
    JURISDICTION = auto()
    SELF = auto()


@dataclass(frozen=True, slots=True)
class Right:
    """권한 — a verb, its name for people, the offices and roles that have it, and over what."""

    verb: str
    name: str
    offices: tuple[OfficeKind, ...]
    roles: tuple[Role, ...]
    over: Over

    @property
    def who(self) -> str:
        """Whom to ask, for a sentence: `시·보조사업자의 담당자·결재권자`."""
        people = [role.label for role in self.roles if role is not Role.SYSTEM] or [Role.SYSTEM.label]
        return f"{'·'.join(office.label for office in self.offices)}의 {'·'.join(map(str, people))}"


CITY = (OfficeKind.CITY,)
WORKING = (OfficeKind.CITY, OfficeKind.OPERATOR)
ANY = tuple(OfficeKind)

SYSTEM = (Role.SYSTEM,)
ADMINISTRATORS = (Role.SYSTEM, Role.ADMINISTRATOR)
OFFICERS = (Role.OFFICER,)
APPROVERS = (Role.APPROVER,)
STAFF = (Role.SYSTEM, Role.OFFICER, Role.APPROVER)
EVERYONE = tuple(Role)

OWN, ALL, SELF = Over.OWN_OFFICE, Over.JURISDICTION, Over.SELF

TABLE = (
    # 기관·직책·사람
    Right("parties.new_office", "기관 등록", CITY, ADMINISTRATORS, ALL),
    Right("parties.new_position", "직책 등록", ANY, ADMINISTRATORS, OWN),
    Right("parties.new_person", "사람 등록", ANY, ADMINISTRATORS, OWN),
    Right("parties.appoint", "발령", ANY, ADMINISTRATORS, OWN),
    Right("parties.hand_over", "인사이동", ANY, ADMINISTRATORS, OWN),
    Right("parties.vacate", "보직 해제", ANY, ADMINISTRATORS, OWN),
    Right("parties.act_for", "대결·직무대리 지정", ANY, ADMINISTRATORS, OWN),
    Right("parties.end_acting", "대결·직무대리 종료", ANY, ADMINISTRATORS, OWN),
    Right("parties.deactivate", "사용 중지", ANY, ADMINISTRATORS, OWN),
    Right("parties.set_own_password", "내 비밀번호 바꾸기", ANY, EVERYONE, SELF),
    Right("parties.set_password", "비밀번호 다시 정하기", ANY, ADMINISTRATORS, OWN),
    Right("parties.upgrade_password", "비밀번호 암호화 강화", ANY, SYSTEM, ALL),
    # 단체
    Right("parties.register", "단체 등록", WORKING, STAFF, ALL),
    Right("parties.rename", "단체 이름 변경", WORKING, STAFF, ALL),
    Right("parties.add_alias", "다른 이름 등록", WORKING, STAFF, ALL),
    Right("parties.enter_business_number", "사업자등록번호 입력", WORKING, STAFF, ALL),
    Right("parties.new_representative", "대표자 변경", WORKING, STAFF, ALL),
    Right("parties.move", "소재지 변경", WORKING, STAFF, ALL),
    Right("parties.enter_account", "입금 계좌 입력", WORKING, STAFF, ALL),
    Right("parties.confirm_account", "입금 계좌 확인", WORKING, STAFF, ALL),
    Right("parties.merge", "같은 단체 합치기", WORKING, STAFF, ALL),
    Right("parties.sanction", "제재", CITY, APPROVERS, ALL),
    Right("parties.lift", "제재 해제", CITY, APPROVERS, ALL),
    # 할 일
    Right("duties.add", "할 일 적기", ANY, STAFF, OWN),
    Right("duties.finish", "할 일 마침", ANY, STAFF, OWN),
    Right("duties.postpone", "기한 변경", ANY, STAFF, OWN),
    Right("duties.change_holidays", "공휴일 변경", CITY, ADMINISTRATORS, ALL),
    # 지원계획
    Right("plan.adopt", "지원계획 들여오기", CITY, SYSTEM, OWN),
    Right("plan.draft", "지원계획 작성", CITY, (*OFFICERS, *APPROVERS), OWN),
    Right("plan.submit", "지원계획 제출", CITY, STAFF, OWN),
    Right("plan.send_back", "지원계획 결재 반려", CITY, APPROVERS, OWN),
    Right("plan.fix", "지원계획 확정", CITY, APPROVERS, OWN),
    Right("plan.announce", "지원계획 통보", CITY, STAFF, OWN),
    Right("plan.change_line", "전용·추경", CITY, (*OFFICERS, *APPROVERS), OWN),
    Right("plan.tell_results", "지난해 실적 옮기기", CITY, (*SYSTEM, *APPROVERS), OWN),
    Right("plan.cut_off", "출납폐쇄", CITY, (*SYSTEM, *APPROVERS), OWN),
    Right("plan.close", "지원계획 마감", CITY, APPROVERS, OWN),
)

RIGHTS = {right.verb: right for right in TABLE}
"""권한표 by verb. A verb that is not in it is a bug, not a refusal."""
