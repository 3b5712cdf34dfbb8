"""`majungmul demo`: the story of three years, told on a database of its own, and the window over it."""

import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from majungmul.console import assets, demo_story, demo_text, serving
from majungmul.console.arguments import Arguments
from majungmul.console.printing import print_json
from majungmul.console.start import start

SEATS = "시 담당자 · 중앙회 담당자 · 중앙회 결재자 · 협동조합 둘 · 감사"
NEVER_HERE = (
    "DATABASE_URL",
    "MAJUNGMUL_HOSTS",
    "MAJUNGMUL_PROXIED",
    "MAJUNGMUL_SECRET",
    "MAJUNGMUL_JURISDICTION",
)
"""What belongs to real data stays outside."""


def run(arguments: list[str]) -> int:
    """Tell what is not told yet, open the window, say where it is."""
    parser = Arguments(
        "demo", "연습 자료로 모든 화면을 이 컴퓨터에서 보여 줍니다. 멈추기: Ctrl-C"
    ).with_year()
    parser = parser.with_jurisdiction()
    parser.add_argument("--reset", action="store_true", help="연습 자료를 지우고 처음부터 다시 들려줌")
    parser.add_argument("--port", type=serving.port, default=serving.PORT, metavar="포트", help="기본: 8000")
    parser.add_argument("--no-serve", action="store_true", help="연습 자료만 만들고 창구는 열지 않음")
    parser.add_argument("--text", action="store_true", help="창구 대신 계획·검산·이야기를 글로 보여 줌")
    options = parser.parse_args(arguments)
    is_served = not (options.json or options.text or options.no_serve)
    if is_served:
        serving.refuse_taken(options.port)
    folder = _folder()
    if options.reset:
        demo_story.reset(folder)
    gathered = assets.ready().parent if is_served else folder
    today = datetime.now(ZoneInfo("Asia/Seoul")).date()
    if options.json:
        print_json(demo_text.plain(options.jurisdiction, options.year, folder, today))
    elif options.text:
        demo_text.show(options.jurisdiction, options.year, folder, today)
    else:
        _tell(folder, today)
    if is_served:
        _serve(folder, gathered, options.port)
    return 0


def _folder() -> Path:
    """Where the story is kept: beside the embedded database, and never in it."""
    start()
    from django.conf import settings  # noqa: PLC0415 - Django is started first

    return Path(settings.HOME) / "demo"


def _tell(folder: Path, today: date) -> None:
    """One line of what is there; the story goes on where it was told up to another day."""
    try:
        told = demo_story.told_until(folder, today)
    except demo_story.NotToldFurther as refused:
        print(refused)
        return
    print(
        f"연습 자료: {told['until']}까지의 이야기, 사건 {told['events']:,}건과 이체 {told['transfers']:,}건. "
        f"다시 셈해 어긋난 것 {told['faults']:,}건"
    )


def _serve(folder: Path, gathered: Path, port: int) -> None:
    """The window over the story: anybody's, by one press."""
    own = {"MAJUNGMUL_HOME": str(folder), "MAJUNGMUL_ASSETS": str(gathered), "MAJUNGMUL_DEMO": "1"}

    def opened() -> None:
        print(f"\n  마중물을 열었습니다:  http://{serving.HERE}:{port}/demo/\n")
        print(f"누르면 들어갑니다: {SEATS}")
        print("멈추기: Ctrl-C · 처음부터 다시: ./run demo --reset · 다른 포트: --port 8001", flush=True)

    serving.serve(port, own, without=NEVER_HERE, opened=opened)
    print("\n멈췄습니다. 한 일은 그대로 있습니다.", file=sys.stderr)
