"""`./run bench`: all measurements, one after the other."""

from bench import interest, start_up

print("# 이차보전: 셈과 하루씩 더하기(결과가 1원이라도 다르면 멈춤)")
interest.run()
print("\n# 시작 시간")
start_up.run()
