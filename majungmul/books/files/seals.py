"""시행 — a step of a row is sealed: its official paper's number and day, and its entry in 보탬e."""

from datetime import date

from majungmul.books.files.models import SealedStep
from majungmul.books.trail.models import Recorded, RecordedQuerySet
from majungmul.books.trail.running import room
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal


class SealedAlready(Refusal):
    """이미 시행됨."""

    sentence = (
        "이 단계는 문서 ‘{number}’({on:%Y. %-m. %-d.})(으)로 이미 시행되었습니다. 다시 적지 않아도 됩니다."
    )


class NoNumber(Refusal):
    """문서번호 없음."""

    sentence = "문서번호가 비어 있습니다. 시행한 문서의 번호를 ‘경제정책과-101’처럼 적어 주십시오."


class PortalIncomplete(Refusal):
    """보탬e 등록이 반쪽."""

    sentence = "보탬e 등록번호와 등록일은 함께 적습니다. 빠진 것을 적어 주십시오."


class SealedInFuture(Refusal):
    """앞날의 시행일."""

    sentence = "시행일 {on:%Y. %-m. %-d.}은(는) 아직 오지 않았습니다. 시행한 날을 적어 주십시오."


def seal(row: Recorded, step: str, given: Seal, *, today: date) -> SealedStep:
    """시행 — the step of the row took effect by this paper. Inside an action of the row's stage.

    Refuses a step sealed before, no number, a day to come, and half an entry in 보탬e.
    """
    if before := seal_of(row, step):
        raise SealedAlready(number=before.number, on=before.effective_on)
    number = " ".join(given.number.split())
    if not number:
        raise NoNumber
    if given.on > today:
        raise SealedInFuture(on=given.on)
    if bool(given.portal_number) != (given.portal_on is not None):
        raise PortalIncomplete
    with room("files") as frame:
        made = SealedStep(
            jurisdiction_id=frame.by.jurisdiction,
            subject_model=row._meta.label_lower,
            subject=row.pk,
            step=step,
            number=number,
            effective_on=given.on,
            portal_number=given.portal_number,
            portal_on=given.portal_on,
        )
        made.save()
        return made


def seal_of(row: Recorded, step: str) -> SealedStep | None:
    """시행 문서 — of a step of the row; None where it has not taken effect."""
    return seals_of(row).filter(step=step).first()


def seals_of(row: Recorded) -> RecordedQuerySet[SealedStep]:
    """시행 문서 — of all steps of a row, in their order."""
    sealed: RecordedQuerySet[SealedStep] = SealedStep.objects.of(row.jurisdiction_id)
    return sealed.filter(subject_model=row._meta.label_lower, subject=row.pk).order_by("effective_on", "id")
