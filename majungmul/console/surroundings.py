"""둘레 — what the machine did not give: room, a network, a permission, a port. One sentence each, and status 1."""

from errno import EACCES, EDQUOT, ENOSPC, EPERM, EROFS
from pathlib import Path
from tempfile import TemporaryFile

from majungmul.values.refusal import Refusal


class NotGiven(Refusal):
    """둘레의 거절 — nothing is wrong with what was asked; the machine stands in its way."""


class DiskFull(NotGiven):
    """디스크가 가득 참."""

    sentence = "디스크가 가득 찼습니다. {where} 이(가) 있는 곳에 자리를 비우고 다시 해 주십시오."


class NotWritable(NotGiven):
    """쓸 권한 없음."""

    sentence = "{where} 에 쓸 권한이 없습니다. 쓸 수 있는 폴더를 MAJUNGMUL_HOME 으로 알려 주십시오."


class NoNetwork(NotGiven):
    """네트워크 없음."""

    sentence = (
        "{what}을(를) 내려받는 곳에 닿지 못했습니다. "
        "인터넷 연결이나 프록시(HTTPS_PROXY)를 확인하고 다시 해 주십시오."
    )


class OtherContent(NotGiven):
    """잠긴 해시와 다름."""

    sentence = (
        "내려받은 {what}이(가) 잠금 파일의 해시와 다릅니다. 쓰지 않았습니다. 내려받는 곳을 확인해 주십시오."
    )


class NotFetched(NotGiven):
    """내려받지 못함."""

    sentence = "{what}을(를) 내려받지 못했습니다. 다시 해 보고, 또 안 되면 이 줄을 알려 주십시오: {said}"


class PortTaken(NotGiven):
    """쓰고 있는 포트."""

    sentence = "포트 {port}을(를) 다른 프로그램이 쓰고 있습니다. 다른 포트를 골라 주십시오: --port {other}"


class PortForbidden(NotGiven):
    """쓸 수 없는 포트."""

    sentence = (
        "포트 {port}은(는) 이 컴퓨터에서 쓸 수 없습니다. 1024보다 큰 포트를 골라 주십시오: --port {other}"
    )


class NotOpened(NotGiven):
    """창구가 열리지 않음."""

    sentence = "창구를 열지 못했습니다. 바로 위에 적힌 까닭을 보고 다시 해 주십시오."


LEAST = 100_000
"""Bytes that a start must find room for."""
FULL = ("ENOSPC", "EDQUOT", "no space left", "disk is full", "disk quota", "disk full")
FORBIDDEN = (
    "EACCES",
    "EPERM",
    "EROFS",
    "permission denied",
    "read-only file",
    "readonly database",
    "unable to open",
)
ALTERED = ("EINTEGRITY",)
UNREACHABLE = ("ENOTFOUND", "EAI_AGAIN", "ECONN", "ETIMEDOUT", "ENETUNREACH", "network", "CERT", "proxy")


def why(said: str, *, where: Path, what: str) -> NotGiven:
    """까닭 — what a program that stopped said of it, as a sentence."""
    lower = said.lower()

    def names(*words: str) -> bool:
        return any(word.lower() in lower for word in words)

    if names(*FULL):
        return DiskFull(where=where)
    if names(*FORBIDDEN):
        return NotWritable(where=where)
    if names(*ALTERED):
        return OtherContent(what=what)
    if names(*UNREACHABLE):
        return NoNetwork(what=what)
    return NotFetched(what=what, said=next(iter(said.strip().splitlines()[-1:]), "(아무 말 없음)"))


def of(problem: OSError) -> NotGiven | None:
    """까닭 — of a full disk, or of what may not be written; None of any other: a bug stays a bug."""
    where = Path(problem.filename2 or problem.filename or ".").absolute()
    if problem.errno in (ENOSPC, EDQUOT):
        return DiskFull(where=where)
    if problem.errno in (EACCES, EPERM, EROFS):
        return NotWritable(where=where)
    return None


def refuse_unwritable(folder: Path) -> None:
    """Nothing, where the folder is there or can be made, and something can be kept in it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryFile(dir=folder) as tried:
        tried.write(b"\0" * LEAST)


def is_of_them(said: str) -> bool:
    """Whether a program that stopped names room or a permission."""
    lower = said.lower()
    return any(word.lower() in lower for word in (*FULL, *FORBIDDEN))
