"""`majungmul verify`: everything worked out again, and held against what is stored."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from majungmul.console.arguments import Arguments
from majungmul.console.printing import console, grid, print_json
from majungmul.console.start import start

if TYPE_CHECKING:
    from majungmul.books.upkeep.verification import Verification

WORDS = {
    "storage": "데이터베이스 파일",
    "totals": "계정의 합계 = 이체의 합",
    "told": "원장의 줄 = 이력에 적힌 것",
    "chain": "이력의 사슬",
    "personal": "이력 곁의 개인정보 값",
    "files": "보관 파일의 해시",
    "jurisdictions": "다른 자치단체를 가리키는 줄",
    "guards": "데이터베이스의 문지기",
}
COUNTED = {
    "jurisdictions": "자치단체",
    "accounts": "계정",
    "transfers": "이체",
    "events": "사건",
    "personal": "개인정보 값",
    "files": "보관 파일",
    "keys": "외래 키",
    "guards": "문지기",
}


def run(arguments: list[str]) -> int:
    """Print what is wrong, the first row of each check named; 1 when anything is."""
    parser = Arguments("verify", "원장·이력·보관 파일·문지기를 다시 셈해 검증합니다.")
    parser.add_argument(
        "--anchor", type=Path, metavar="파일", help="‘majungmul anchor’로 따로 보관한 이력의 끝"
    )
    options = parser.parse_args(arguments)
    start()
    from majungmul.books.trail import anchor  # noqa: PLC0415 - Django is started first
    from majungmul.books.upkeep.verification import verify  # noqa: PLC0415

    found = verify(anchor.read(options.anchor) if options.anchor else {})
    if options.json:
        print_json(plain(found))
    else:
        show(found)
    return 0 if found.is_clean else 1


def plain(found: "Verification") -> dict[str, object]:
    """One list per check, and how much was looked at."""
    lists = {name: [asdict(fault) for fault in faults] for name, faults in found.found.items()}
    return {**lists, "looked_at": dict(found.looked_at)}


def show(found: "Verification") -> None:
    """What a person reads: each check with the first row that is wrong."""
    shown = grid("검증", "무엇을", "어긋난 곳", "처음 어긋난 줄")
    for name, faults in found.found.items():
        shown.add_row(WORDS[name], found.counted(name), str(faults[0]) if faults else "")
    console().print(shown)
    counted = [f"{COUNTED[name]} {count:,}" for name, count in found.looked_at.items()]
    if counted:
        console().print(f"본 것: {' · '.join(counted)}")
    console().print(
        "어긋난 곳이 없습니다." if found.is_clean else "어긋난 곳이 있습니다. 전산 담당자에게 알려 주십시오."
    )
