"""권한표 — who may do what: one line per verb. `require` reads it, and nothing else decides."""

from dataclasses import dataclass
from enum import Enum, auto

from majungmul.books.parties.kinds import OfficeKind, Role


class Over(Enum):
    """권한이 미치는 곳 — which rows a right is over, seen from the office of the one who acts."""

    OWN_OFFICE = auto()
    JURISDICTION = auto()
    SELF = auto()
    OWN_BODY = auto()
    BODY_OR_OFFICE = auto()
    """What a body does itself, or the office that looks after it does for it, from paper."""


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
OPERATOR = (OfficeKind.OPERATOR,)
APPLYING = (OfficeKind.OPERATOR, OfficeKind.APPLICANT)
ANY = tuple(OfficeKind)

SYSTEM = (Role.SYSTEM,)
ADMINISTRATORS = (Role.SYSTEM, Role.ADMINISTRATOR)
OFFICERS = (Role.OFFICER,)
APPROVERS = (Role.APPROVER,)
BOTH = (Role.OFFICER, Role.APPROVER)
STAFF = (Role.SYSTEM, Role.OFFICER, Role.APPROVER)
EVERYONE = tuple(Role)

OWN, ALL, SELF = Over.OWN_OFFICE, Over.JURISDICTION, Over.SELF
BODY, EITHER = Over.OWN_BODY, Over.BODY_OR_OFFICE

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
    Right("parties.change_contact", "내 연락처 고치기", ANY, EVERYONE, SELF),
    Right("parties.set_own_password", "내 비밀번호 바꾸기", ANY, EVERYONE, SELF),
    Right("parties.set_password", "비밀번호 다시 정하기", ANY, ADMINISTRATORS, OWN),
    Right("parties.upgrade_password", "비밀번호 암호화 강화", ANY, SYSTEM, ALL),
    Right("parties.invite", "초대", ANY, ADMINISTRATORS, OWN),
    Right("parties.open_office_for_body", "협동조합·중소기업 담당자 초대", WORKING, STAFF, ALL),
    Right("parties.withdraw_invitation", "초대 거두기", ANY, ADMINISTRATORS, OWN),
    Right("parties.withdraw_bodys_invitation", "협동조합·중소기업 담당자 초대 거두기", WORKING, STAFF, ALL),
    Right("parties.join", "초대받아 등록하기", CITY, SYSTEM, ALL),
    Right("parties.make_reset_code", "비밀번호 번호 만들기", ANY, ADMINISTRATORS, OWN),
    Right(
        "parties.make_bodys_reset_code",
        "협동조합·중소기업 담당자의 비밀번호 번호 만들기",
        WORKING,
        STAFF,
        ALL,
    ),
    Right("parties.reset_by_code", "번호로 비밀번호 정하기", CITY, SYSTEM, ALL),
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
    # 공모
    Right("call.draft", "공고 작성", OPERATOR, BOTH, OWN),
    Right("call.designate", "지정", CITY, APPROVERS, OWN),
    Right("call.seal_designation", "지정 통보 시행", CITY, BOTH, OWN),
    Right("call.announce", "공고", OPERATOR, BOTH, OWN),
    Right("call.amend", "정정공고", WORKING, BOTH, OWN),
    Right("call.cancel", "공고 취소", WORKING, APPROVERS, OWN),
    Right("call.plan_briefing", "설명회 잡기", OPERATOR, BOTH, OWN),
    Right("call.record_briefing", "설명회 결과 적기", OPERATOR, BOTH, OWN),
    # 신청
    Right("application.hand_in", "신청", APPLYING, OFFICERS, BODY),
    Right("application.enter_paper", "종이 신청 입력", WORKING, OFFICERS, OWN),
    Right("application.ask_correction", "보완요청", WORKING, OFFICERS, OWN),
    Right("application.ask_correction_reviewed", "심사 중 보완요청", WORKING, OFFICERS, OWN),
    Right("application.correct", "보완", APPLYING, OFFICERS, EITHER),
    Right("application.take_up", "심사 시작", WORKING, OFFICERS, OWN),
    Right("application.withdraw", "신청 철회", APPLYING, OFFICERS, EITHER),
    Right("application.withdraw_reviewed", "심사 중 신청 철회", APPLYING, OFFICERS, EITHER),
    Right("application.return_to_sender", "접수 반려", WORKING, OFFICERS, OWN),
    Right("application.turn_down", "선정 제외", WORKING, OFFICERS, OWN),
    Right("application.reopen", "다시 심사", WORKING, APPROVERS, OWN),
    Right("application.seal", "교부신청 문서 적기", OPERATOR, OFFICERS, BODY),
    Right("application.amend_call", "정정공고와 알림", WORKING, BOTH, OWN),
    Right("application.cancel_call", "공고 취소와 접수 반려", WORKING, APPROVERS, OWN),
    Right("application.keep_paper", "서류함에 넣기", APPLYING, OFFICERS, BODY),
    Right("application.read_notice", "정정 알림 읽음", APPLYING, OFFICERS, BODY),
    # 심사
    Right("review.begin", "자격 검토 시작", WORKING, OFFICERS, OWN),
    Right("review.check", "자격 검토", WORKING, OFFICERS, OWN),
    Right("review.ask_correction", "검토 중 보완요청", WORKING, OFFICERS, OWN),
    Right("review.submit", "선정 결재 올림", WORKING, OFFICERS, OWN),
    Right("review.send_back", "선정 결재 반려", WORKING, APPROVERS, OWN),
    Right("review.decide", "선정 결정", WORKING, APPROVERS, OWN),
    Right("review.notify", "선정 결과 통보", WORKING, OFFICERS, OWN),
    Right("review.request_again", "재검토 요청", APPLYING, OFFICERS, EITHER),
    Right("review.uphold", "재검토 받아들임", WORKING, APPROVERS, OWN),
    Right("review.dismiss", "재검토 요청에 답하기", WORKING, APPROVERS, OWN),
    Right("review.withdraw", "심사 중 철회", APPLYING, OFFICERS, EITHER),
    # 결정
    Right("award.draft", "결정 작성", WORKING, OFFICERS, OWN),
    Right("award.redraft", "결정 고쳐 쓰기", WORKING, OFFICERS, OWN),
    Right("award.submit", "결정 결재 올림", WORKING, OFFICERS, OWN),
    Right("award.send_back", "결정 결재 반려", WORKING, APPROVERS, OWN),
    Right("award.decide", "지원결정", OPERATOR, APPROVERS, OWN),
    Right("award.approve", "교부결정 결재", CITY, APPROVERS, OWN),
    Right("award.take_effect", "교부결정 시행", CITY, BOTH, OWN),
    Right("award.fulfil_condition", "조건 이행 확인", WORKING, OFFICERS, OWN),
    Right("award.request_change", "변경 신청", APPLYING, OFFICERS, EITHER),
    Right("award.submit_change", "변경 결재 올림", WORKING, OFFICERS, OWN),
    Right("award.approve_change", "변경 승인", WORKING, APPROVERS, OWN),
    Right("award.decline_change", "변경 불승인", WORKING, APPROVERS, OWN),
    Right("award.object", "결정에 대한 이의신청", APPLYING, OFFICERS, EITHER),
    Right("award.answer_objection", "결정의 이의신청에 답하기", WORKING, APPROVERS, OWN),
    Right("award.give_up", "지원 포기", APPLYING, OFFICERS, EITHER),
    Right("award.decline_offer", "선정 포기", APPLYING, OFFICERS, EITHER),
    Right("award.propose_revocation", "결정 취소 올림", WORKING, OFFICERS, OWN),
    Right("award.revoke", "결정 취소(돈이 나가기 전)", WORKING, APPROVERS, OWN),
    Right("award.end", "결정 종료", WORKING, APPROVERS, OWN),
    # 수행
    Right("delivery.enter_contract", "계약 등록", APPLYING, OFFICERS, EITHER),
    Right("delivery.confirm_contract", "계약 확인", OPERATOR, OFFICERS, OWN),
    Right("delivery.add_scan", "계약서 올리기", APPLYING, OFFICERS, EITHER),
    Right("delivery.send_link", "확인 링크 만들기", APPLYING, OFFICERS, EITHER),
    Right("delivery.confirm_by_code", "거래조합의 확인", CITY, SYSTEM, ALL),
    Right("delivery.change_contract", "변경계약 등록", APPLYING, OFFICERS, EITHER),
    Right("delivery.cancel_contract", "계약 해제", APPLYING, OFFICERS, EITHER),
    Right("delivery.record_trade", "거래 등록", APPLYING, OFFICERS, EITHER),
    Right("delivery.withdraw_trade", "거래 거두기", APPLYING, OFFICERS, EITHER),
    Right("delivery.draft_order", "집행 품의 작성", OPERATOR, OFFICERS, OWN),
    Right("delivery.rewrite_order", "집행 품의 고치기", OPERATOR, OFFICERS, OWN),
    Right("delivery.submit_order", "집행 품의 결재 올림", OPERATOR, OFFICERS, OWN),
    Right("delivery.send_back_order", "집행 품의 반려", OPERATOR, APPROVERS, OWN),
    Right("delivery.approve_order", "집행 품의 결재", OPERATOR, APPROVERS, OWN),
    Right("delivery.cancel_order", "집행 품의 취소", OPERATOR, APPROVERS, OWN),
    Right("delivery.report_progress", "수행상황 보고", OPERATOR, OFFICERS, BODY),
    Right("delivery.plan_second_disbursement", "2차 교부 예정", CITY, BOTH, OWN),
    Right("delivery.check_midway", "중간점검", CITY, OFFICERS, OWN),
    # 지급
    Right("payment.claim", "지원금 청구", APPLYING, OFFICERS, EITHER),
    Right("payment.claim_grant", "교부청구", OPERATOR, OFFICERS, BODY),
    Right("payment.claim_own", "지출결의", OPERATOR, OFFICERS, OWN),
    Right("payment.ask_correction", "청구 보완요청", WORKING, OFFICERS, OWN),
    Right("payment.correct", "청구 보완", APPLYING, OFFICERS, EITHER),
    Right("payment.withdraw", "청구 취하", APPLYING, OFFICERS, EITHER),
    Right("payment.recognise_proof", "증빙 인정", WORKING, OFFICERS, OWN),
    Right("payment.reject", "청구 불인정", WORKING, APPROVERS, OWN),
    Right("payment.submit", "지급 결재 올림", WORKING, OFFICERS, OWN),
    Right("payment.send_back", "지급 결재 반려", WORKING, APPROVERS, OWN),
    Right("payment.approve", "지급 결재", WORKING, APPROVERS, OWN),
    Right("payment.hold", "지급 보류", WORKING, APPROVERS, OWN),
    Right("payment.release", "지급 보류 풀기", WORKING, APPROVERS, OWN),
    Right("payment.accept_holder", "예금주가 다른 사유 확인", WORKING, APPROVERS, OWN),
    Right("payment.list_for_bank", "이체 목록 만들기", OPERATOR, OFFICERS, OWN),
    Right("payment.pay", "지급 확인", OPERATOR, OFFICERS, OWN),
    Right("payment.fail", "이체 반송 적기", OPERATOR, OFFICERS, OWN),
    Right("payment.bounce", "지급 뒤 반송 적기", OPERATOR, OFFICERS, OWN),
    Right("payment.disburse", "교부", CITY, BOTH, OWN),
    # 정산
    Right("settlement.report", "실적보고", OPERATOR, OFFICERS, BODY),
    Right("settlement.open", "정산 시작", OPERATOR, OFFICERS, OWN),
    Right("settlement.ask_correction", "정산 보완요청", WORKING, OFFICERS, OWN),
    Right("settlement.correct", "정산 보완", APPLYING, OFFICERS, EITHER),
    Right("settlement.examine", "정산 심사", WORKING, OFFICERS, OWN),
    Right("settlement.submit", "정산 결재 올림", WORKING, OFFICERS, OWN),
    Right("settlement.send_back", "정산 결재 반려", WORKING, APPROVERS, OWN),
    Right("settlement.approve", "금액 확정 결재", CITY, APPROVERS, OWN),
    Right("settlement.take_effect", "금액 확정 시행", CITY, BOTH, OWN),
    Right("settlement.fix", "금액 확정", OPERATOR, APPROVERS, OWN),
    Right("settlement.receive_return", "반납 확인", WORKING, OFFICERS, OWN),
    Right("settlement.close", "정산 완료", WORKING, OFFICERS, OWN),
    Right("settlement.propose_refund", "반환명령 결재 올림", WORKING, OFFICERS, OWN),
    Right("settlement.send_back_refund", "반환명령 반려", WORKING, APPROVERS, OWN),
    Right("settlement.order_refund", "반환명령", WORKING, APPROVERS, OWN),
    Right("settlement.notify_city", "반환명령 사실 통보", OPERATOR, OFFICERS, OWN),
    Right("settlement.receive_refund", "반환금 납부 확인", WORKING, OFFICERS, OWN),
    Right("settlement.withdraw_refund", "반환명령 철회", WORKING, APPROVERS, OWN),
    Right("settlement.surcharge", "제재부가금", CITY, APPROVERS, ALL),
    Right("settlement.exclude", "선정·지급 제외", CITY, APPROVERS, ALL),
    Right("settlement.object", "반환명령에 대한 이의신청", APPLYING, OFFICERS, EITHER),
    Right("settlement.answer_objection", "반환명령의 이의신청에 답하기", WORKING, APPROVERS, OWN),
    Right("settlement.submit_revocation", "결정 취소 결재 올림", WORKING, OFFICERS, OWN),
    Right("settlement.send_back_revocation", "결정 취소 반려", WORKING, APPROVERS, OWN),
    Right("settlement.revoke", "결정 취소", WORKING, APPROVERS, OWN),
)

RIGHTS = {right.verb: right for right in TABLE}
"""권한표 by verb. A verb that is not in it is a bug, not a refusal."""
