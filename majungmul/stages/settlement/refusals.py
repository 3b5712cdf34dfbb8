"""정산의 거절 — why a settlement does not go on, and what to do first."""

from majungmul.values.refusal import Refusal


class SettledAlready(Refusal):
    """이미 시작한 정산."""

    sentence = "‘{award}’의 정산은 이미 있습니다(상태: {state}). 그 정산을 열어 주십시오."


class NotInEffect(Refusal):
    """시행되지 않은 결정."""

    sentence = "‘{award}’은(는) 아직 시행된 결정이 아니라 정산할 것이 없습니다(상태: {state})."


class ClaimsOpen(Refusal):
    """끝나지 않은 청구."""

    sentence = (
        "‘{award}’에 아직 끝나지 않은 청구가 있습니다: {claims}. 지급하거나 불인정·취하로 마친 뒤 정산해 "
        "주십시오."
    )


class PapersMissing(Refusal):
    """빠진 서류."""

    sentence = "실적보고에 다음 서류가 빠졌습니다: {missing}. 파일을 붙여 다시 내 주십시오."


class NoSuchPaper(Refusal):
    """없는 서류 구분."""

    sentence = "실적보고의 서류에 ‘{found}’은(는) 없습니다. {offered} 가운데 하나로 붙여 주십시오."


class VerificationMissing(Refusal):
    """검증보고서 없음."""

    sentence = (
        "보조금이 모두 {amount}이라 정산보고서의 검증보고서가 있어야 합니다({article}). 보완요청으로 검증보고서를 "
        "받은 뒤 결재를 올려 주십시오."
    )


class NotALineHere(Refusal):
    """이 정산의 항목이 아님."""

    sentence = "이 정산에 없는 항목에 금액을 적었습니다. 이 결정의 항목을 다시 골라 주십시오."


class BelowZero(Refusal):
    """0원보다 적은 금액."""

    sentence = "‘{line}’의 {what}은(는) 0원 이상으로 적어 주십시오(지금 {amount})."


class NotAllSettled(Refusal):
    """정산하지 않은 결정."""

    sentence = (
        "‘{first}’{others}에 아직 정산하지 않은 돈이 있습니다. 먼저 정산하거나, 정산하지 못한 이유를 적어 함께 "
        "보고해 주십시오."
    )


class SettledThere(Refusal):
    """미정산이 아닌 것."""

    sentence = "미정산으로 적은 것 가운데 {count}개는 정산할 것이 남아 있지 않습니다. 목록에서 빼 주십시오."


class StillUnsettled(Refusal):
    """미정산이 남음."""

    sentence = (
        "‘{first}’{others}의 정산이 끝나지 않아 금액을 확정할 수 없습니다(미정산 {amount}). 보완요청을 하고, 정산이 "
        "끝난 뒤 다시 보고받아 주십시오."
    )


class FiguresMoved(Refusal):
    """보고 뒤에 바뀐 금액."""

    sentence = (
        "보고한 뒤에 ‘{line}’의 원장 금액이 바뀌었습니다(집행액 {was} → {now}). 보완요청을 하여 다시 보고받아 "
        "주십시오."
    )


class FiguresMovedHere(Refusal):
    """정산을 시작한 뒤에 바뀐 금액."""

    sentence = (
        "정산을 시작한 뒤에 ‘{line}’의 원장 금액이 바뀌었습니다(집행액 {was} → {now}). 보완요청과 보완으로 금액을 "
        "다시 읽어 주십시오."
    )


class RecognisedMore(Refusal):
    """보고보다 많은 인정."""

    sentence = "‘{line}’의 인정액이 보고한 집행액 {reported}보다 클 수 없습니다."


class LessWithoutReason(Refusal):
    """덜 인정한 이유 없음."""

    sentence = "‘{line}’을(를) 보고보다 덜 인정하려면 이유를 적어 주십시오."


class NotAllExamined(Refusal):
    """심사하지 않은 항목."""

    sentence = (
        "아직 인정액을 정하지 않은 항목이 {count}개 있습니다: {first}. 모두 정한 뒤 결재를 올려 주십시오."
    )


class NoReturnDay(Refusal):
    """반납 기한 없음."""

    sentence = "돌려받을 금액 {amount}이 있습니다. 반납 기한을 정해 주십시오."


class ReturnDayOut(Refusal):
    """반납 기한이 맞지 않음."""

    sentence = (
        "반납 기한 {day:%Y. %-m. %-d.}이(가) 맞지 않습니다. {first:%Y. %-m. %-d.}부터 {last:%Y. %-m. %-d.}까지 "
        "가운데에서 정해 주십시오."
    )


class CorrectionDays(Refusal):
    """보완 기한의 날수."""

    sentence = "보완 기한은 {least}일에서 {most}일 사이로 정해 주십시오(지금 {days}일)."


class NotReturned(Refusal):
    """아직 반납되지 않음."""

    sentence = (
        "‘{award}’에서 돌려받을 금액 {left}이 아직 들어오지 않았습니다. 반납을 확인한 뒤 완료해 주십시오."
    )


class StillRecovering(Refusal):
    """환수 중."""

    sentence = "‘{award}’에 환수 중인 금액이 있습니다. 반환금 납부를 확인한 뒤 완료해 주십시오."


class NothingToReceive(Refusal):
    """반납받을 금액 없음."""

    sentence = "‘{award}’에는 반납받을 금액이 남아 있지 않습니다. 정산 완료를 눌러 주십시오."


class ReturnedMore(Refusal):
    """반납할 금액보다 많음."""

    sentence = "‘{line}’에서 돌려받을 금액은 {left}인데 {given}을(를) 적었습니다. 통장을 확인해 주십시오."


class ReturnedOn(Refusal):
    """반납일이 맞지 않음."""

    sentence = (
        "반납일 {day:%Y. %-m. %-d.}이(가) 맞지 않습니다. 확정일({fixed:%Y. %-m. %-d.})부터 오늘까지의 날을 적어 "
        "주십시오."
    )


class NotNamedOpen(Refusal):
    """사유 없는 미결."""

    sentence = "아직 정산이 끝나지 않은 것이 {count}개 있습니다: {first}. 마치거나, 미결 사유를 적어 마감해 주십시오."


class NotOpen(Refusal):
    """미결이 아닌 것."""

    sentence = (
        "미결 사유를 적은 것 가운데 {count}개는 남은 것이 없거나 이 연도의 것이 아닙니다. 목록을 다시 열어 "
        "주십시오."
    )
