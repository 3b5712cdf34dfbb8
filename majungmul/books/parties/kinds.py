"""구분 — the kinds of offices, positions, bodies and sanctions: the words in which others name them."""

from django.db.models import TextChoices


class OfficeKind(TextChoices):
    """기관의 구분 — who grants, who operates, who watches, who applies."""

    CITY = "city", "시"
    OPERATOR = "operator", "보조사업자"
    AUDIT = "audit", "감사기관"
    APPLICANT = "applicant", "조합·중소기업"


class Role(TextChoices):
    """직책의 구분 — what a position is for; rights are given to it, never to a person."""

    SYSTEM = "system", "시스템"
    ADMINISTRATOR = "administrator", "관리자"
    OFFICER = "officer", "담당자"
    APPROVER = "approver", "결재권자"
    AUDITOR = "auditor", "감사자"


class OrganisationKind(TextChoices):
    """단체의 구분 — what a body is."""

    LOCAL_GOVERNMENT = "local_government", "지자체"
    FEDERATION = "federation", "중앙회"
    COOPERATIVE = "cooperative", "협동조합"
    UNION = "union", "연합회"
    BUSINESS_COOPERATIVE = "business_cooperative", "사업조합"
    FIRM = "firm", "중소기업"
    SUPPLIER = "supplier", "거래처"


class SanctionKind(TextChoices):
    """제재의 구분 — 지방보조금법 제32조제1항·제3항, 2021년 전에는 지방재정법 제32조의8제7항, 공고."""

    BARRED = "barred", "수행 배제"
    RESTRICTED = "restricted", "지급 제한"
    NO_GRANT = "no_grant", "교부 제한"
    EXCLUDED = "excluded", "선정 제외"


class InvitationKind(TextChoices):
    """초대의 구분 — what a code on a sheet is for."""

    POSITION = "position", "초대"
    PASSWORD = "password", "비밀번호 다시 정하기"
