"""지급의 거절 — why nothing is claimed, recognised or paid, each with the way out; of proofs: `refusals_of_proofs`."""

from majungmul.values.refusal import Refusal

# ── 청구 ─────────────────────────────────────────────────────────────────────────────────────────────────


class AwardNotInEffect(Refusal):
    """효력이 없는 결정."""

    sentence = (
        "‘{award}’은(는) 지금 ‘{state}’ 상태라 청구하거나 지급할 수 없습니다. 담당자에게 문의해 주십시오."
    )


class NoTradeClaimed(Refusal):
    """청구할 거래 없음."""

    sentence = "청구할 거래가 없습니다. 등록한 거래 가운데 하나 이상을 골라 주십시오."


class OtherSupport(Refusal):
    """다른 지원의 확인 없음."""

    sentence = (
        "같은 증빙으로 다른 지원을 받지 않았다는 확인에 표시해 주십시오. "
        "받았다면 청구하지 말고 담당자에게 알려 주십시오."
    )


class NotTheirAccount(Refusal):
    """다른 단체의 계좌."""

    sentence = (
        "고른 계좌는 ‘{body}’의 계좌가 아닙니다. 사업자등록증 이름과 같은 예금주의 계좌를 골라 주십시오."
    )


class NotTheirTrade(Refusal):
    """이 결정의 거래가 아님."""

    sentence = "‘{award}’의 거래가 아니거나 거두어들인 거래입니다. 등록한 거래에서 다시 골라 주십시오."


class TradeClaimedAlready(Refusal):
    """이미 청구한 거래."""

    sentence = (
        "거래 {trade}번은 청구번호 {number}에서 이미 청구했습니다. 그 청구를 보완하거나 취하해 주십시오."
    )


class TradeTwice(Refusal):
    """한 청구에 같은 거래가 두 번."""

    sentence = (
        "거래 {trade}번이 이 청구에 두 번 있습니다. 한 번만 고르고 증빙을 그 아래에 모두 적어 주십시오."
    )


class ClaimedNothing(Refusal):
    """청구 금액 없음."""

    sentence = "{what}의 청구 금액이 {claimed}입니다. 1원 이상을 적거나 빼 주십시오."


class ClaimedMore(Refusal):
    """계산보다 많은 청구."""

    sentence = (
        "거래 {trade}번의 청구 금액 {claimed}이(가) 계산한 금액보다 많습니다. "
        "계산: {because}. {calculated}까지 청구할 수 있습니다."
    )


class BeyondAward(Refusal):
    """결정보다 많은 청구."""

    sentence = (
        "‘{award}’의 결정액에서 다른 청구를 빼고 남은 금액은 {left}인데 {asked}입니다. "
        "{short} 줄이거나, 금액 변경 승인을 먼저 받아 주십시오."
    )


class PapersMissing(Refusal):
    """빠진 붙임."""

    sentence = "빠진 서류가 있습니다: {missing}. 파일을 올려 주십시오(한 파일에 묶었으면 같은 파일을 칸마다 고릅니다)."


class NoSuchSlot(Refusal):
    """없는 붙임 칸."""

    sentence = "‘{slot}’이라는 붙임 칸이 없습니다. 다음 가운데 하나로 올려 주십시오: {known}."


class DifferenceUnexplained(Refusal):
    """차이 사유 없음."""

    sentence = "계획 {planned}과(와) 실적 {actual}이(가) 다릅니다. 차이 사유를 적어 주십시오."


class WrittenTooEarly(Refusal):
    """맞지 않는 날짜."""

    sentence = "{what} {day:%Y. %-m. %-d.}이(가) 맞지 않습니다. {must}(으)로 적어 주십시오."


class WrongKindOfClaim(Refusal):
    """다른 종류의 청구."""

    sentence = (
        "{kind}은(는) ‘{act}’ 없이 처리합니다. 잘못된 것이 있으면 취하하거나 불인정하고 새로 내 주십시오."
    )


# ── 보완과 심사 ───────────────────────────────────────────────────────────────────────────────────────────


class NoDaysToCorrect(Refusal):
    """보완 날수."""

    sentence = "보완할 날수 {days}일은 쓸 수 없습니다. 1일에서 {most}일 사이로 적어 주십시오."


class LessWithoutReason(Refusal):
    """덜 인정한 이유 없음."""

    sentence = "증빙 금액보다 덜 인정하려면 이유를 적어 주십시오."


class MoreThanProved(Refusal):
    """증빙보다 많은 인정."""

    sentence = "인정 금액이 증빙의 금액 {supply}보다 클 수 없습니다."


class LessThanNothing(Refusal):
    """0원보다 적은 인정."""

    sentence = "인정 금액 {amount}은(는) 적을 수 없습니다. 0원부터 증빙의 금액까지로 적어 주십시오."


class ReturnCountsWhole(Refusal):
    """줄어든 금액은 그대로."""

    sentence = (
        "수정세금계산서로 줄어든 금액 {supply}은(는) 그대로 셈에 넣습니다. "
        "인정 금액을 {supply}(으)로 적어 주십시오."
    )


class ProofTakenOut(Refusal):
    """거둔 증빙."""

    sentence = (
        "승인번호 {approval_number}은(는) 보완하면서 거둔 증빙입니다. 지금 청구에 있는 증빙을 골라 주십시오."
    )


class BarredTrade(Refusal):
    """인정할 수 없는 거래."""

    sentence = "거래 {trade}번은 인정할 수 없습니다. {why} 인정 금액을 0원으로 하고 이유를 적어 주십시오."


class TradeTakenBack(Refusal):
    """거두어들인 거래."""

    sentence = "거래 {trade}번은 청구한 뒤에 거두어들인 거래입니다. 보완을 요청하거나 인정 금액을 0원으로 해 주십시오."


class NotAllLooked(Refusal):
    """인정하지 않은 증빙."""

    sentence = "아직 인정 금액을 정하지 않은 증빙이 {count}장 있습니다. 모두 정한 뒤 결재를 올려 주십시오."


class NothingRecognised(Refusal):
    """인정 금액 없음."""

    sentence = "인정 금액이 0원입니다. 지급할 것이 없으면 불인정으로 처리해 주십시오."


# ── 결재와 보류 ───────────────────────────────────────────────────────────────────────────────────────────


class AccountNotConfirmed(Refusal):
    """확인되지 않은 계좌."""

    sentence = "‘{body}’의 입금 계좌를 아직 다른 사람이 확인하지 않았습니다. 계좌 확인을 먼저 받아 주십시오."


class OtherHolder(Refusal):
    """다른 예금주."""

    sentence = (
        "예금주 ‘{holder}’이(가) ‘{body}’의 이름과 다릅니다. 사업자등록증 이름과 같은 계좌를 받거나, 같은 단체의 "
        "다른 이름이면 단체에 등록하거나, 예금주 확인서를 받고 결재권자가 그 사유를 적어 주십시오."
    )


class HolderFits(Refusal):
    """예금주가 같음."""

    sentence = "예금주 ‘{holder}’은(는) 단체의 이름과 같아 따로 사유를 적지 않아도 됩니다."


class HeldNow(Refusal):
    """지급 보류 중."""

    sentence = "‘{number}’은(는) 지급을 보류하고 있습니다(사유: {reason}). 보류를 푼 뒤에 해 주십시오."


class HeldAlready(Refusal):
    """이미 보류함."""

    sentence = "‘{number}’은(는) 이미 보류했습니다(사유: {reason}). 다시 하지 않아도 됩니다."


class NotHeld(Refusal):
    """보류하지 않음."""

    sentence = "‘{number}’은(는) 보류하지 않았습니다. 풀 것이 없습니다."


class ExcludedNow(Refusal):
    """제재 중."""

    sentence = (
        "‘{body}’은(는) {until}까지 {kind} 중이라 지급할 수 없습니다(근거: {article}). 시의 담당자에게 확인해 "
        "주십시오. 이미 은행에 맡겼으면 이체를 멈추게 하고 ‘이체 반송 적기’로 적어 주십시오."
    )


# ── 이체 ─────────────────────────────────────────────────────────────────────────────────────────────────


class NothingToList(Refusal):
    """이체할 것 없음."""

    sentence = "이체할 청구를 하나 이상 골라 주십시오."


class NotYetReceived(Refusal):
    """교부받은 돈 부족."""

    sentence = (
        "‘{account}’에 교부받아 남은 돈은 {here}인데, 이체 중인 것까지 {needed}이 필요합니다. "
        "시에서 교부를 받은 뒤에 하거나, 목록에서 {short}만큼 덜어 주십시오."
    )


class PaidOnOddDay(Refusal):
    """맞지 않는 지급일."""

    sentence = (
        "지급일 {day:%Y. %-m. %-d.}이(가) 맞지 않습니다. 이체 목록을 만든 {since:%Y. %-m. %-d.}부터 "
        "오늘({today:%Y. %-m. %-d.})까지로, 은행이 이체한 날을 적어 주십시오."
    )
