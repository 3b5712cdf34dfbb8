"""고칠 곳과 거절 — sentences for the reader, all at once."""

from majungmul.values.mistake import Mistake, Mistaken
from majungmul.values.refusal import Refusal


class CallClosed(Refusal):
    """접수 마감."""

    sentence = "접수가 {closes_at}에 마감되었습니다."


def test_a_refusal_says_its_sentence_filled_in() -> None:
    refusal = CallClosed(closes_at="4월 30일")
    assert str(refusal) == "접수가 4월 30일에 마감되었습니다."
    assert refusal.places == {"closes_at": "4월 30일"}


def test_all_mistakes_are_kept_in_order() -> None:
    mistakes = [Mistake("3행 ‘원금’", "숫자로 적어 주십시오."), Mistake("", "파일이 비어 있습니다.")]
    assert [str(mistake) for mistake in Mistaken(mistakes).mistakes] == [
        "3행 ‘원금’: 숫자로 적어 주십시오.",
        "파일이 비어 있습니다.",
    ]
    assert str(Mistaken(mistakes)) == "2곳을 고쳐 주십시오."
