"""공휴일 고정 — write the days off of the `holidays` library into a file, with the years it covers."""

from datetime import date
from importlib.metadata import version
from pathlib import Path

from majungmul.console.arguments import Arguments
from majungmul.console.printing import print_json
from majungmul.programmes.holidays import FROZEN
from majungmul.values.refusal import Refusal

FIRST, LAST = 2014, 2030

HEAD = """\
# 공휴일 — 관공서의 공휴일에 관한 규정과 공휴일에 관한 법률에 따른 쉬는 날 (토요일·일요일은 따로 적지 않음).
# `majungmul freeze-holidays`가 파이썬 라이브러리 holidays에서 옮겨 적은 파일이다. 손으로 고치지 않는다.
# first~last 밖의 해는 모르는 해다: 쉬는 날인지 물으면 거절한다.
# 앞으로 정해질 임시공휴일은 없다. 정해지면 라이브러리를 올려 다시 만들거나 자치단체의 쉬는 날로 더한다.
# 2026년 뒤의 노동절·제헌절과 그 대체 휴일, 앞날의 선거일은 라이브러리의 계산이며 법문과 대조하지 않았다.

"""


class LibraryMissing(Refusal):
    """라이브러리 없음."""

    sentence = (
        "공휴일 자료를 만들려면 개발용 라이브러리 ‘holidays’가 필요합니다. "
        "‘./run test’를 한 번 실행하면 설치됩니다. 그런 다음 다시 실행해 주십시오."
    )


class YearsReversed(Refusal):
    """해의 앞뒤가 바뀜."""

    sentence = "끝나는 해({last})가 시작하는 해({first})보다 빠릅니다. 두 해를 확인해 주십시오."


def run(arguments: list[str]) -> int:
    """Write the file again, and say where it is and which years it covers."""
    parser = Arguments("freeze-holidays", "공휴일 자료를 다시 만듭니다.")
    parser.add_argument("--first", type=int, default=FIRST, metavar="연도", help=f"처음 해(기본: {FIRST})")
    parser.add_argument("--last", type=int, default=LAST, metavar="연도", help=f"끝 해(기본: {LAST})")
    parser.add_argument(
        "--file", type=Path, default=FROZEN, metavar="파일", help="쓸 파일(기본: 제품의 자료)"
    )
    options = parser.parse_args(arguments)
    freeze(options.file, options.first, options.last)
    if options.json:
        print_json({"file": str(options.file), "first": options.first, "last": options.last})
    else:
        print(f"{options.first}~{options.last}년의 공휴일을 {options.file}에 적었습니다.")
    return 0


def freeze(target: Path, first: int, last: int) -> None:
    """공휴일 고정 — write the days of `[first, last]` to the file; the same years give the same bytes.

    Refuses (LibraryMissing) where the library is not installed, and years in the wrong order.
    """
    if last < first:
        raise YearsReversed(first=first, last=last)
    release, days = _days(first, last)
    lines = [f'{day} = "{name}"' for day, name in days]
    head = f'{HEAD}library = "holidays {release}"\nfirst = {first}\nlast = {last}\n\n[days]\n'
    target.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def _days(first: int, last: int) -> tuple[str, list[tuple[date, str]]]:
    """The version of the library, and its Korean days in order; two names of one day stand side by side."""
    try:
        import holidays  # noqa: PLC0415 - only this command needs it, and not every machine has it
    except ImportError:
        raise LibraryMissing from None
    found = holidays.country_holidays("KR", years=range(first, last + 1), language="ko")
    return version("holidays"), [(day, name.replace("; ", "·")) for day, name in sorted(found.items())]
