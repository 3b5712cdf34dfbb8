"""원장의 낱말 — the kinds of accounts, the phases of a transfer, and every movement with what it may join."""

from django.db.models import TextChoices


class Kind(TextChoices):
    """계정의 구분 — the first three are the world outside and unguarded."""

    SOURCE = "source", "재원"
    INTEREST_SOURCE = "interest_source", "이자 재원"
    PRIOR_YEAR = "prior_year", "과년도"
    PLAN = "plan", "지원계획"
    LINE = "line", "소요예산 항목"
    AWARD = "award", "교부·지원결정"
    PAYEE = "payee", "받는 곳"
    SPENT = "spent", "집행 확정"
    RETURNED = "returned", "반납"
    INTEREST = "interest", "이자"
    DUE = "due", "환수할 금액"


UNGUARDED = (Kind.SOURCE, Kind.INTEREST_SOURCE, Kind.PRIOR_YEAR)
GUARDED = tuple(kind for kind in Kind if kind not in UNGUARDED)


class Role(TextChoices):
    """받는 곳의 지위 — only what a 수령자 gets counts as support."""

    RECIPIENT = "recipient", "수령자"
    CONTRACTOR = "contractor", "계약상대자"
    TAX_OFFICE = "tax_office", "세무서·구청"


class Phase(TextChoices):
    """이체의 단계 — at once; promised, and later carried out or taken back; undone."""

    SINGLE = "single", "바로"
    PENDING = "pending", "예정"
    POST = "post", "예정을 실행"
    VOID = "void", "예정을 취소"
    REVERSAL = "reversal", "되돌림"


class Movement(TextChoices):
    """이동의 종류 — in the words of the field; a reversal bears the one it undoes."""

    APPROPRIATE = "appropriate", "편성"
    ALLOT = "allot", "배정"
    REALLOCATE = "reallocate", "전용"
    CUT = "cut", "추경 감액"
    DECIDE = "decide", "교부·지원결정"
    RELEASE = "release", "감액·취소·해제"
    DISBURSE = "disburse", "교부"
    REDISTRIBUTE = "redistribute", "사업비 배분 변경"
    PROMISE = "promise", "약정"
    CONTRACT = "contract", "계약"
    WITHDRAW = "withdraw", "약정·계약 해제"
    LAPSE = "lapse", "출납폐쇄로 실효"
    PAY = "pay", "지급"
    RECOGNISE = "recognise", "정산"
    ORDER_RETURN = "order_return", "반납 고지"
    CANCEL_RETURN = "cancel_return", "반납 고지 취소"
    RECEIVE_RETURN = "receive_return", "반납"
    CARRY_UP = "carry_up", "금액 확정"
    REUSE = "reuse", "여입"
    ACCRUE_INTEREST = "accrue_interest", "이자"
    ORDER_RECOVERY = "order_recovery", "환수결정"
    DEMAND = "demand", "환수 고지"
    CANCEL_DEMAND = "cancel_demand", "환수 고지 취소"
    RECOVER = "recover", "환수"


Pairs = frozenset[tuple[Kind, Kind]]

_FUNDED: Pairs = frozenset({(Kind.LINE, Kind.AWARD), (Kind.AWARD, Kind.AWARD)})
_PAID: Pairs = frozenset({(Kind.AWARD, Kind.PAYEE)})
_GIVEN_BACK: Pairs = frozenset({(Kind.PAYEE, Kind.RETURNED), (Kind.AWARD, Kind.RETURNED)})
_DEMANDED: Pairs = frozenset({(Kind.DUE, Kind.RETURNED)})

JOINS: dict[Movement, Pairs] = {
    Movement.APPROPRIATE: frozenset({(Kind.SOURCE, Kind.PLAN)}),
    Movement.ALLOT: frozenset({(Kind.PLAN, Kind.LINE)}),
    Movement.REALLOCATE: frozenset({(Kind.LINE, Kind.LINE)}),
    Movement.CUT: frozenset({(Kind.LINE, Kind.PLAN)}),
    Movement.DECIDE: _FUNDED,
    Movement.RELEASE: _FUNDED,
    Movement.DISBURSE: frozenset({(Kind.LINE, Kind.AWARD)}),
    Movement.REDISTRIBUTE: frozenset({(Kind.LINE, Kind.LINE), (Kind.LINE, Kind.AWARD)}),
    Movement.PROMISE: _PAID,
    Movement.CONTRACT: _PAID,
    Movement.WITHDRAW: _PAID,
    Movement.LAPSE: _FUNDED | _PAID,
    Movement.PAY: frozenset({(Kind.AWARD, Kind.AWARD)}) | _PAID,
    Movement.RECOGNISE: frozenset({(Kind.PAYEE, Kind.SPENT)}),
    Movement.ORDER_RETURN: _GIVEN_BACK,
    Movement.CANCEL_RETURN: _GIVEN_BACK,
    Movement.RECEIVE_RETURN: _GIVEN_BACK,
    Movement.CARRY_UP: frozenset({(kind, kind) for kind in (Kind.SPENT, Kind.RETURNED, Kind.INTEREST)}),
    Movement.REUSE: frozenset({(Kind.RETURNED, Kind.AWARD)}),
    Movement.ACCRUE_INTEREST: frozenset({(Kind.INTEREST_SOURCE, Kind.INTEREST)}),
    Movement.ORDER_RECOVERY: frozenset({(Kind.SPENT, Kind.DUE), (Kind.PRIOR_YEAR, Kind.DUE)}),
    Movement.DEMAND: _DEMANDED,
    Movement.CANCEL_DEMAND: _DEMANDED,
    Movement.RECOVER: _DEMANDED,
}
"""Which kinds of accounts a movement joins, from → to; anything else is a bug in whoever calls."""

NEW_MONEY = frozenset({Movement.DECIDE, Movement.PROMISE, Movement.CONTRACT, Movement.DISBURSE, Movement.PAY})
"""What 출납폐쇄 ends. What it leaves open — 정산, 반납, 환수, 금액 확정 — runs until 마감."""
