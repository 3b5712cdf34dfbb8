"""원장의 거절 — why won do not move, and how much may."""

from majungmul.values.refusal import Refusal


class NotEnough(Refusal):
    """남은 금액 부족."""

    sentence = (
        "‘{account}’에서 아직 쓰거나 쓰기로 하지 않은 금액은 {free}인데 {asked}을 요청했습니다. "
        "{short} 줄여 주십시오."
    )


class NotArrived(Refusal):
    """들어온 금액 부족."""

    sentence = (
        "‘{account}’에 들어와 있는 금액은 {here}인데 {asked}을 요청했습니다. 돈이 들어온 뒤에 하거나 "
        "{short} 줄여 주십시오."
    )


class OverLimit(Refusal):
    """한도 초과."""

    sentence = (
        "‘{account}’의 한도 {limit} 가운데 남은 금액은 {free}인데 {asked}을 요청했습니다. {short} "
        "줄여 주십시오."
    )


class OtherLimit(Refusal):
    """다른 한도."""

    sentence = (
        "‘{account}’은(는) 올해 한도 {was}(으)로 이미 열려 있어 {asked}(으)로 바꿀 수 없습니다. "
        "한도를 확인해 주십시오."
    )


class NothingPending(Refusal):
    """예정된 금액 부족."""

    sentence = (
        "‘{account}’에 예정된 금액은 {pending}인데 {asked}을 요청했습니다. 결정한 금액과 이미 준 "
        "금액을 확인해 주십시오."
    )


class ReversedAlready(Refusal):
    """되돌릴 금액 부족."""

    sentence = (
        "이 이체에서 되돌릴 수 있는 금액은 {left}인데 {asked}을 요청했습니다. 이미 되돌린 내역을 확인해 "
        "주십시오."
    )


class NotToBeReversed(Refusal):
    """되돌릴 수 없는 이체."""

    sentence = (
        "돈이 움직인 이체만 되돌릴 수 있는데 ‘{movement}’은(는) {phase}입니다. 예정은 취소하고, "
        "잘못 되돌린 것은 새로 적어 주십시오."
    )


class NothingToMove(Refusal):
    """금액 없음."""

    sentence = "금액이 {asked}입니다. 1원 이상을 적어 주십시오."


class NoReason(Refusal):
    """사유 없음."""

    sentence = "‘{movement}’에는 사유가 있어야 합니다. 사유를 적어 주십시오."


class YearClosed(Refusal):
    """마감한 연도."""

    sentence = (
        "{year}년 회계는 {closed:%Y. %-m. %-d.}에 마감되어 더 적을 수 없습니다. 되돌려받을 돈은 "
        "과년도로 적어 주십시오."
    )


class YearNotClosed(Refusal):
    """마감하지 않은 연도."""

    sentence = "{year}년 회계는 아직 마감되지 않았습니다. 과년도가 아니라 그해의 환수로 적어 주십시오."


class CutOff(Refusal):
    """출납폐쇄."""

    sentence = (
        "{year}년 출납은 {cut_off:%Y. %-m. %-d.}에 닫혀 새로 결정·지급·이월할 수 없습니다. 이월 승인과 "
        "그 기한을 확인해 주십시오."
    )


class NotCutOff(Refusal):
    """출납을 닫지 않은 연도."""

    sentence = "{year}년 출납이 아직 닫히지 않아 마감할 수 없습니다. 출납폐쇄를 먼저 해 주십시오."


class CarriesNothing(Refusal):
    """이월 기한이 그해 안임."""

    sentence = (
        "{year}년 사업비의 이월 기한이 {until:%Y. %-m. %-d.}로 되어 있습니다. 다음 해의 날을 적어 주십시오."
    )


class OtherYear(Refusal):
    """다른 자치단체·연도의 계정."""

    sentence = "다른 자치단체나 다른 연도의 계정으로는 옮길 수 없습니다. 계정을 다시 골라 주십시오."
