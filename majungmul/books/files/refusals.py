"""파일의 거절 — why a file is not taken, and what to do."""

from majungmul.values.refusal import Refusal


class EmptyFile(Refusal):
    """빈 파일."""

    sentence = "빈 파일입니다. 내용이 저장되었는지 열어 보고 다시 올려 주십시오."


class FileTooLarge(Refusal):
    """너무 큰 파일."""

    sentence = "파일이 {most}MB보다 큽니다. 나누어 올리거나, 스캔이라면 해상도를 낮추어 다시 저장해 주십시오."


class KindNotAllowed(Refusal):
    """받지 않는 종류."""

    sentence = (
        "받을 수 없는 종류의 파일입니다({found}). "
        "한글(HWPX·HWP), PDF, 엑셀(XLSX), CSV, 사진(JPEG·PNG) 가운데 하나로 저장해 올려 주십시오."
    )


class DamagedFile(Refusal):
    """손상된 파일."""

    sentence = (
        "{found} 파일이 끝까지 저장되지 않았거나 형식에 맞지 않습니다. "
        "만든 프로그램에서 열어 다른 이름으로 저장한 뒤 다시 올려 주십시오."
    )


class LockedFile(Refusal):
    """암호가 걸린 파일."""

    sentence = "암호가 걸린 파일입니다. 암호를 풀고 저장한 뒤 다시 올려 주십시오."


class PageInside(Refusal):
    """웹 문서가 섞인 파일."""

    sentence = "웹 문서가 들어 있는 파일입니다. 문서를 PDF나 한글 파일로 다시 저장해 올려 주십시오."


class FilesInside(Refusal):
    """파일 속의 파일."""

    sentence = "문서 안에 다른 파일({inside})이 들어 있습니다. 빼서 따로 올리고, 문서는 다시 저장해 주십시오."


class TooMuchInside(Refusal):
    """내용이 너무 많은 파일."""

    sentence = "파일을 풀면 내용이 너무 많습니다. 쓰지 않는 쪽과 그림을 지우거나 파일을 나누어 주십시오."


class FileGone(Refusal):
    """치워진 파일."""

    sentence = "올린 파일이 보관 기간(하루)이 지나 치워졌습니다. 파일을 다시 올려 주십시오."


class FileAltered(Refusal):
    """보관 중에 달라진 파일."""

    sentence = (
        "보관한 파일 ‘{name}’이(가) 올릴 때와 다릅니다. 열지 말고 전산 담당자에게 알려 주십시오. "
        "원본이 있으면 다시 올려 주십시오."
    )


class RetentionShorter(Refusal):
    """줄어드는 보관 기간."""

    sentence = (
        "‘{name}’은(는) {until}까지 보관하기로 되어 있어 {asked}까지로 줄일 수 없습니다. "
        "시작하는 날과 근거를 확인해 주십시오."
    )
    law = "지방보조금법 제16조제3항"
