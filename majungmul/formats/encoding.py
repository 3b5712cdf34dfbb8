"""글자 부호 — bytes to text, in the encodings that people have: UTF-8, UTF-16 and CP949."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from majungmul.values.mistake import Mistake, Mistaken
from majungmul.values.refusal import Refusal

NAMED_LINES = 10
HANGUL = re.compile("[가-힣]+")


class UnknownLetters(Refusal):
    """읽을 수 없는 글자."""

    sentence = (
        "읽을 수 없는 글자가 있습니다. 파일을 ‘CSV UTF-8’ 형식으로 다시 저장하거나 그 줄을 고쳐 주십시오."
    )


class NotText(Refusal):
    """글자가 아닌 내용."""

    sentence = "글자가 아닌 내용이 들어 있습니다. 엑셀에서 CSV 또는 XLSX로 다시 저장해 주십시오."


def decode(data: bytes) -> str:
    """The text of a file. Refuses letters that cannot be read, and what is no text at all."""
    text = _decode(data)
    if "\0" in text:
        raise _no_text(text.count("\n", 0, text.index("\0")) + 1)
    return text


def _no_text(line: int) -> Mistaken:
    """What to say of a file that is no text from this line on."""
    return Mistaken([Mistake(f"{line}번째 줄", str(NotText()))])


def _decode(data: bytes) -> str:
    """Try UTF-16 with its mark, then UTF-8, then CP949; never CP949 by luck where UTF-8 was damaged."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _decode_as("utf-16", data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        is_utf8 = data.startswith(BOM_UTF8) or any(_is_damaged_utf8(line) for line in data.split(b"\n"))
        return _decode_as("utf-8" if is_utf8 else "cp949", data)


def _is_damaged_utf8(line: bytes) -> bool:
    """Whether a line reads as more Hangul than broken letters in UTF-8; a line of CP949 never does."""
    if line.isascii():
        return False
    text = line.decode("utf-8", errors="replace")
    return sum(map(len, HANGUL.findall(text))) > text.count("\ufffd")


def _decode_as(encoding: str, data: bytes) -> str:
    """The text, or a sentence that names the lines that cannot be read."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            lines = [data[: error.start].decode(encoding, errors="replace").count("\n") + 1]
        elif b"\0" in data:
            raise _no_text(data.count(b"\n", 0, data.index(b"\0")) + 1) from None
        else:
            numbered = enumerate(data.split(b"\n"), 1)
            lines = [number for number, line in numbered if not _decodes(line, encoding)]
        raise Mistaken([Mistake(_lines(lines), str(UnknownLetters()))]) from None


def _decodes(line: bytes, encoding: str) -> bool:
    """Whether the line can be read."""
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _lines(numbers: list[int]) -> str:
    """`3·7번째 줄`; of many only the first are named."""
    named = "·".join(str(number) for number in numbers[:NAMED_LINES])
    left = len(numbers) - NAMED_LINES
    return f"{named}번째 줄" + (f" 외 {left}줄" if left > 0 else "")
