"""`./run bench`: all measurements, one after the other."""

from bench import interest, ledger, start_up

print("# 이차보전: 셈과 하루씩 더하기(결과가 1원이라도 다르면 멈춤)")
interest.run()
print("\n# 시작 시간")
start_up.run()
print("\n# 원장: 행위를 거친 이체와 같은 파일에 맨 커밋, 이체가 천 건일 때와 백만 건일 때")
ledger.run()
