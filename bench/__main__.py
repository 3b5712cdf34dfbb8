"""`./run bench [NAME …]`: all measurements one after the other, or those named; 1 where one finds something wrong.

`./run bench pictures` measures nothing: it makes the pictures of the documents.
"""

import sys
from collections.abc import Callable

from bench import interest, ledger, lives, pictures, stages, start_up, web

MEASUREMENTS: dict[str, tuple[str, Callable[[], int | None]]] = {
    "interest": ("이차보전: 셈과 하루씩 더하기(결과가 1원이라도 다르면 멈춤)", interest.run),
    "start_up": ("시작 시간", start_up.run),
    "ledger": ("원장: 행위를 거친 이체와 같은 파일에 맨 커밋, 이체가 천 건일 때와 백만 건일 때", ledger.run),
    "stages": ("단계: 신청 하나와 청구 하나를 행위로, 신청이 백 건일 때와 십만 건일 때", stages.run),
    "web": ("창구: 쪽마다의 CPU와 물음, 신청서 제출, 첫 화면의 무게", web.run),
    "lives": ("아무 순서의 한 해 1,000번: 보통 파이썬으로 쓴 한 해와 같은지(10분쯤)", lives.run),
}

if sys.argv[1:] == ["pictures"]:
    sys.exit(pictures.run())
if unknown := set(sys.argv[1:]) - set(MEASUREMENTS):
    sys.exit(f"없는 측정입니다: {', '.join(sorted(unknown))}. 있는 것: {', '.join(MEASUREMENTS)}")
wrong = 0
for name in sys.argv[1:] or MEASUREMENTS:
    title, run = MEASUREMENTS[name]
    print(f"\n# {title}", flush=True)
    wrong |= run() or 0
sys.exit(wrong)
