"""반환의 거절 — why an order is not proposed, given, paid or withdrawn; why an award is not revoked."""

from majungmul.values.refusal import Refusal


class NothingToReturn(Refusal):
    """반환할 금액 없음."""

    sentence = "반환할 원금을 1원 이상 적어 주십시오."


class MoreThanPaid(Refusal):
    """지급액보다 많은 반환."""

    sentence = (
        "‘{line}’에서 지급한 금액은 {paid}이고 반환을 더 명할 수 있는 금액은 {left}인데 {asked}을 적었습니다. "
        "{left} 안에서 적어 주십시오."
    )


class DueTooSoon(Refusal):
    """지난 납부 기한."""

    sentence = (
        "납부 기한 {due:%Y. %-m. %-d.}은(는) {first:%Y. %-m. %-d.}부터 적을 수 있습니다. 다시 적어 주십시오."
    )


class DueTooLate(Refusal):
    """먼 납부 기한."""

    sentence = "납부 기한 {due:%Y. %-m. %-d.}이 너무 멉니다. {last:%Y. %-m. %-d.}까지의 날을 적어 주십시오."


class DayOutside(Refusal):
    """맞지 않는 날."""

    sentence = (
        "‘{what}’은(는) {first:%Y. %-m. %-d.}부터 {last:%Y. %-m. %-d.}까지의 날이어야 합니다"
        "(적은 날 {day:%Y. %-m. %-d.}). 다시 적어 주십시오."
    )


class RevocationNeeded(Refusal):
    """취소가 먼저."""

    sentence = (
        "시의 반환명령은 교부결정을 취소한 뒤에 합니다({article}). 결정 취소를 먼저 올려 시행해 주십시오."
    )


class OtherRevocation(Refusal):
    """다른 취소."""

    sentence = (
        "고른 취소는 ‘{award}’의 시행된 취소가 아니거나 남은 취소 금액({left})이 모자랍니다. "
        "취소를 확인해 주십시오."
    )


class SealNeeded(Refusal):
    """시행 문서 없음."""

    sentence = "시의 결정은 온나라 문서로 시행합니다. 문서번호와 시행일을 함께 적어 주십시오."


class SealNotNeeded(Refusal):
    """필요 없는 시행 문서."""

    sentence = "문서번호와 시행일은 시의 결정에만 적습니다. 비워 두고 다시 해 주십시오."


class ToldAlready(Refusal):
    """이미 통보함."""

    sentence = "이 반환명령은 {on:%Y. %-m. %-d.}에 이미 시에 통보했습니다."


class NothingReceived(Refusal):
    """납부 금액 없음."""

    sentence = "납부한 금액이 없습니다. 원금이나 이자를 1원 이상 적어 주십시오."


class MoreThanDue(Refusal):
    """받을 금액보다 많은 납부."""

    sentence = (
        "{on:%Y. %-m. %-d.}에 내면 되는 금액은 원금 {principal}, 이자 {interest}인데 원금 {paid}, 이자 {borne}을 "
        "적었습니다. 더 들어온 돈은 돌려주고 그 안에서 적어 주십시오."
    )


class NothingPaidYet(Refusal):
    """나간 돈 없음."""

    sentence = (
        "‘{award}’에서는 아직 나간 돈이 없거나 이미 모두 반환을 명했습니다. 나간 돈이 없으면 "
        "‘결정 취소(지급 전)’을 해 주십시오."
    )


class RevokedMoreThanPaid(Refusal):
    """지급액보다 많은 취소."""

    sentence = "취소 금액은 1원부터 {left}까지 적을 수 있습니다(적은 금액 {asked}). 다시 적어 주십시오."


class RevocationOpen(Refusal):
    """진행 중인 취소."""

    sentence = (
        "‘{award}’에는 결재를 기다리는 취소가 이미 있습니다. 그 취소를 먼저 결재하거나 반려해 주십시오."
    )


class AwardNotInEffect(Refusal):
    """효력이 없는 결정."""

    sentence = (
        "‘{award}’은(는) 지금 ‘{state}’ 상태라 취소할 수 없습니다. 결정이 효력을 가진 동안 할 수 있습니다."
    )
