"""증빙의 거절 — why a paper is not taken as the proof of a trade, each with the way out."""

from majungmul.values.refusal import Refusal


class NoProof(Refusal):
    """증빙 없음."""

    sentence = "거래 {trade}번에 증빙이 없습니다. 세금계산서 등 증빙을 한 장 이상 적어 주십시오."


class ProofsBelowZero(Refusal):
    """증빙의 합계가 0원 이하."""

    sentence = (
        "거래 {trade}번의 증빙을 모두 더하면 {traded}입니다. 수정세금계산서의 원래 세금계산서가 빠졌는지 "
        "확인해 주십시오. 모두 반품된 거래이면 청구에서 빼 주십시오."
    )


class NotAnApprovalNumber(Refusal):
    """승인번호의 모양."""

    sentence = (
        "승인번호 ‘{found}’을(를) 읽을 수 없습니다. 증빙에 적힌 숫자와 영문자를 그대로 적어 주십시오. "
        "예: 20260602-41000000-00000001"
    )


class NumberUsed(Refusal):
    """이미 쓴 승인번호."""

    sentence = (
        "승인번호 {approval_number}은(는) 청구번호 {number}에 이미 있습니다. 한 증빙은 한 번만 씁니다. "
        "잘못 적었는지 확인하고, 맞으면 담당자에게 알려 주십시오."
    )


class SignOfAmount(Refusal):
    """금액의 부호."""

    sentence = (
        "{kind}의 공급가액은 1원 이상, 세액은 0원 이상으로 적어 주십시오. "
        "반품으로 줄어든 금액은 수정세금계산서로 적습니다."
    )


class SignsDiffer(Refusal):
    """공급가액과 세액의 부호가 다름."""

    sentence = (
        "수정세금계산서의 공급가액과 세액은 둘 다 빼기표(-)를 붙이거나 둘 다 붙이지 않습니다. "
        "공급가액은 0원일 수 없습니다."
    )


class TaxFreeWithVat(Refusal):
    """면세 계산서의 세액."""

    sentence = (
        "계산서(면세)에는 세액이 없습니다. 세액을 0원으로 적거나, 과세이면 전자세금계산서를 골라 주십시오."
    )


class ProofInFuture(Refusal):
    """앞날의 증빙."""

    sentence = (
        "승인번호 {approval_number}의 {what} {day:%Y. %-m. %-d.}은(는) 아직 오지 않았습니다. "
        "날짜를 확인해 주십시오."
    )


class IssuedBeforeWritten(Refusal):
    """작성일자보다 빠른 발급일."""

    sentence = (
        "승인번호 {approval_number}의 발급일 {issued:%Y. %-m. %-d.}이(가) 작성일자 {written:%Y. %-m. %-d.}보다 "
        "빠릅니다. 두 날짜를 확인해 주십시오."
    )


class SettledNothing(Refusal):
    """결제금액."""

    sentence = (
        "승인번호 {approval_number}의 결제금액 {amount}을(를) 적을 수 없습니다. 치른 금액을 1원 이상으로 적고, "
        "돌려받은 금액은 수정세금계산서에 빼기표(-)로 적어 주십시오."
    )
