"""The console command `majungmul`: finds the command, and says a refusal in one place."""

import os
import sys
from importlib import import_module

from majungmul.console import surroundings
from majungmul.values.mistake import Mistaken
from majungmul.values.refusal import Refusal

COMMANDS = {
    "demo": "연습 자료로 모든 화면을 이 컴퓨터에서 보여 줍니다",
    "serve": "실제 자료로 창구를 엽니다(이 컴퓨터의 주소에서)",
    "assets": "화면의 글꼴과 그림을 내려받아 모읍니다",
    "figures": "계획의 모든 수치를 한 줄에 하나씩 보여 줍니다",
    "plan-check": "계획의 합계·증감·비율·산출기초를 검산합니다",
    "calculate": "청구 목록(CSV·XLSX)의 지원액을 계산하고 까닭을 적습니다",
    "assumptions": "계획에 없어 가정한 것을 까닭과 함께 모두 보여 줍니다",
    "programme": "사업 명세를 보여 주거나(show) 점검합니다(check)",
    "adopt": "계획을 데이터베이스에 옮기고 예산을 편성·배정합니다",
    "ledger": "항목마다 예산·결정·집행·반납·남은 금액을 보여 줍니다",
    "verify": "원장·이력·파일이 적힌 그대로인지 확인합니다",
    "paper": "공문서를 장부의 기록으로 만듭니다(HTML·글)",
    "journal": "원장 전체를 beancount 파일로 내보냅니다",
    "anchor": "이력의 끝을 따로 보관할 파일로 내보냅니다",
    "office": "빈 데이터베이스에 첫 기관과 담당자를 만듭니다(new)",
    "backup": "데이터베이스와 파일을 한 파일로 보관합니다",
    "restore": "보관한 파일을 빈 데이터베이스에 되살립니다",
    "upgrade": "보관한 뒤 데이터베이스를 새 판에 맞춥니다",
    "freeze-holidays": "공휴일 자료를 다시 만듭니다(개발용)",
    "draw-states": "단계마다 상태의 그림과 표를 다시 그립니다(개발용)",
}
NOT_GIVEN = 1
MISTAKEN = 2
INTERRUPTED = 130


def main() -> int:
    """Run the command named on the command line; 0 well, 1 findings or no room, 2 something to be put right."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal may lack ⇨ or △
    try:
        status = _run(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def usage() -> str:
    """All commands with what they do."""
    lines = [f"  {name:<16} {what}" for name, what in COMMANDS.items()]
    return "\n".join(["마중물 — 쓰는 법: majungmul 명령 [--help]", "", *lines])


def _run(arguments: list[str]) -> int:
    """Run one command, or say what commands there are."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(usage())
        return 0
    name, *rest = arguments
    if name not in COMMANDS:
        print(f"‘{name}’은(는) 없는 명령입니다.\n\n{usage()}", file=sys.stderr)
        return MISTAKEN
    module = import_module(f"majungmul.console.{name.replace('-', '_')}")  # only this one, to start fast
    try:
        return int(module.run(rest))
    except (Refusal, OSError) as problem:
        return _say(problem)


def _say(problem: Refusal | OSError) -> int:
    """The sentence of a refusal, and the status; what the machine did not give has one, too. A bug goes on."""
    refusal = problem if isinstance(problem, Refusal) else surroundings.of(problem)
    if refusal is None:
        raise problem
    mistakes = refusal.mistakes if isinstance(refusal, Mistaken) else ()
    print(*mistakes, refusal, sep="\n", file=sys.stderr)
    return NOT_GIVEN if isinstance(refusal, surroundings.NotGiven) else MISTAKEN
