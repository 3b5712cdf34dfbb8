"""`majungmul serve`: the window over the real books, on this machine's own address; a proxy speaks to others."""

import sys
from pathlib import Path

from majungmul.console import assets, serving
from majungmul.console.adopt import make_ready
from majungmul.console.arguments import Arguments
from majungmul.console.printing import print_json
from majungmul.console.start import start
from majungmul.console.surroundings import refuse_unwritable

NEVER_HERE = ("MAJUNGMUL_DEMO",)
"""Nobody logs in by one press where the data are real."""


def run(arguments: list[str]) -> int:
    """Make ready what is missing, and serve until it is stopped. Refuses a database of another version."""
    parser = Arguments("serve", "실제 자료로 창구를 엽니다. 멈추기: Ctrl-C")
    parser.add_argument("--port", type=serving.port, default=serving.PORT, metavar="포트", help="기본: 8000")
    parser.add_argument("--workers", type=int, default=1, metavar="수", help="일하는 프로그램의 수(기본: 1)")
    options = parser.parse_args(arguments)
    serving.refuse_taken(options.port)
    start()
    from django.conf import settings  # noqa: PLC0415 - Django is started first

    refuse_unwritable(Path(settings.HOME))
    make_ready()
    assets.ready()
    address = f"http://{serving.HERE}:{options.port}/"

    def opened() -> None:
        if options.json:
            print_json({"address": address})
        else:
            print(f"창구를 열었습니다: {address}  (멈추기: Ctrl-C)")
            print(
                "다른 컴퓨터에서 쓰려면 https 프록시 뒤에 두고 MAJUNGMUL_HOSTS 와 MAJUNGMUL_PROXIED 를 적습니다."
            )
        sys.stdout.flush()

    serving.serve(options.port, {}, workers=options.workers, without=NEVER_HERE, opened=opened)
    return 0
