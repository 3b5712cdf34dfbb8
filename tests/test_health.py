"""The health of the house: sizes, names, no float where money is decided, no machine of ours in the files.

Each check is a function of files that returns what it found; each is shown a planted violation, too.
"""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = ("majungmul", "tests", "bench")
WHERE_MONEY_IS_DECIDED = ("values", "rules", "programmes", "proof", "books/ledger")
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock")

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
USUAL_FUNCTION = 25
NAMES_OF_NOTHING = {"utils", "util", "common", "helpers", "helper", "core"}

# Written in pieces, so that this file does not hold what it looks for.
OF_ONE_MACHINE = [f"/{folder}/" for folder in ("work", "root", "farm")]
OF_A_REGISTRY = [".".join(words) for words in (("pypi", "org"), ("npmjs", "org"), ("deb", "debian"))]
OF_A_REGISTRY.append("python" + "hosted")


def tracked() -> list[Path]:
    """Files that git has, or will have once they are added."""
    command = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return sorted(path for name in names.split("\0") if name and (path := ROOT / name).is_file())


def python_files(*folders: str) -> list[Path]:
    inside = [ROOT / folder for folder in folders]
    """Python that was written by hand: migrations are made by Django."""
    written = [path for path in tracked() if path.suffix == ".py" and "migrations" not in path.parts]
    return [path for path in written if any(map(path.is_relative_to, inside))]


# ── the checks ─────────────────────────────────────────────────────────────────────────────────────────


def functions(paths: Iterable[Path]) -> Iterator[tuple[str, int]]:
    """Each function with its number of lines, from `def` to the last one."""
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1


def too_long_files(paths: Iterable[Path]) -> list[str]:
    sizes = {path: len(path.read_text().splitlines()) for path in paths}
    return [f"{path}: {lines} lines" for path, lines in sizes.items() if lines > LONGEST_FILE]


def too_long_functions(paths: Iterable[Path]) -> list[str]:
    return [f"{name}: {lines} lines" for name, lines in functions(paths) if lines > LONGEST_FUNCTION]


def longer_than_usual(paths: Iterable[Path]) -> list[str]:
    """Name the functions beyond 25 lines, once they are more than one in ten."""
    sizes = dict(functions(paths))
    longer = [f"{name}: {lines} lines" for name, lines in sizes.items() if lines > USUAL_FUNCTION]
    return longer if len(longer) * 10 > len(sizes) else []


def names_of_nothing(paths: Iterable[Path]) -> list[str]:
    return [str(path) for path in paths if NAMES_OF_NOTHING & {path.stem, *path.parts[:-1]}]


def floats(paths: Iterable[Path]) -> list[str]:
    nodes = [(path, node) for path in paths for node in ast.walk(ast.parse(path.read_text()))]
    return [
        f"{path}:{node.lineno}" for path, node in nodes if isinstance(node, ast.expr) and _makes_float(node)
    ]


def _makes_float(node: ast.expr) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in {"float", "round"}
    return isinstance(node, ast.Constant) and isinstance(node.value, float)


def addresses(paths: Iterable[Path]) -> list[str]:
    """Paths of one machine and hosts of registries: neither means anything where this is cloned."""
    wanted = re.compile("|".join(map(re.escape, [*OF_ONE_MACHINE, *OF_A_REGISTRY])).encode())
    lines = [(path, *line) for path in paths for line in enumerate(path.read_bytes().splitlines(), start=1)]
    return [f"{path}:{number}" for path, number, line in lines if wanted.search(line)]


def requirements(lock: Path) -> list[str]:
    lines = lock.read_text().replace("\\\n", " ").splitlines()
    return [line for line in map(str.strip, lines) if line and not line.startswith("#")]


def unhashed(lock: Path) -> list[str]:
    """Whatever is not one package at one version with its hashes."""
    whole = re.compile(r"[a-z0-9-]+==\S+( ;[^#]*?)?(\s+--hash=sha256:[0-9a-f]{64})+")
    return [f"{lock}: {line}" for line in requirements(lock) if not whole.fullmatch(line)]


def disagreements(locks: Iterable[Path]) -> list[str]:
    """Find packages that two locks pin differently: they are installed together."""
    pins = {line.split("--hash")[0].strip() for lock in locks for line in requirements(lock)}
    names = sorted(pin.split("==")[0] for pin in pins)
    return sorted({name for name in names if names.count(name) > 1})


# ── the house ──────────────────────────────────────────────────────────────────────────────────────────


def test_no_file_is_too_long() -> None:
    assert too_long_files(python_files(*CODE)) == []


def test_no_function_is_too_long() -> None:
    assert too_long_functions(python_files(*CODE)) == []


def test_nine_functions_in_ten_are_short() -> None:
    assert longer_than_usual(python_files(*CODE)) == []


def test_every_file_is_named_by_a_noun_of_its_own() -> None:
    assert names_of_nothing(path.relative_to(ROOT) for path in tracked()) == []


def test_no_float_where_money_is_decided() -> None:
    assert floats(python_files(*(f"majungmul/{name}" for name in WHERE_MONEY_IS_DECIDED))) == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    assert addresses(tracked()) == []


def test_locks_hold_hashes_and_nothing_else() -> None:
    assert [line for name in LOCKS for line in unhashed(ROOT / name)] == []


def test_locks_agree() -> None:
    assert disagreements(ROOT / name for name in LOCKS) == []
    running, developing = ({*requirements(ROOT / name)} for name in LOCKS[:2])
    assert running <= developing


def test_the_build_backend_is_the_locked_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    (backend,) = project["build-system"]["requires"]
    assert project["dependency-groups"]["build"] == [backend]
    assert any(line.startswith(f"{backend} ") for line in requirements(ROOT / "requirements-build.lock"))


# ── the checks themselves: each finds what was planted, and only that ──────────────────────────────────


def planted(folder: Path, text: str) -> list[Path]:
    file = folder / "planted.py"
    file.write_text(text)
    return [file]


def function_of(lines: int, name: str = "f") -> str:
    return f"def {name}():\n" + "    x = 1\n" * (lines - 1)


def test_finds_a_file_that_is_too_long(tmp_path: Path) -> None:
    assert too_long_files(planted(tmp_path, "x = 1\n" * 300)) == []
    assert len(too_long_files(planted(tmp_path, "x = 1\n" * 301))) == 1


def test_finds_a_function_that_is_too_long(tmp_path: Path) -> None:
    assert too_long_functions(planted(tmp_path, function_of(40))) == []
    assert len(too_long_functions(planted(tmp_path, function_of(41)))) == 1


def test_finds_too_many_longer_functions(tmp_path: Path) -> None:
    short = "".join(function_of(25, f"short_{number}") for number in range(9))
    assert longer_than_usual(planted(tmp_path, short + function_of(26))) == []
    assert len(longer_than_usual(planted(tmp_path, short + 2 * function_of(26)))) == 2


def test_finds_a_name_of_nothing() -> None:
    paths = [Path("majungmul/utils.py"), Path("majungmul/core/won.py"), Path("majungmul/values/won.py")]
    assert names_of_nothing(paths) == ["majungmul/utils.py", "majungmul/core/won.py"]


@pytest.mark.parametrize("text", ["x = 0.1", "x = float('1')", "x = round(y)", "x = 1e3"])
def test_finds_a_float(tmp_path: Path, text: str) -> None:
    assert len(floats(planted(tmp_path, text))) == 1


def test_asking_for_a_float_is_no_float(tmp_path: Path) -> None:
    assert floats(planted(tmp_path, "isinstance(x, float) or around(x)")) == []


@pytest.mark.parametrize("address", [*OF_ONE_MACHINE, *OF_A_REGISTRY])
def test_finds_an_address(tmp_path: Path, address: str) -> None:
    assert len(addresses(planted(tmp_path, f"x = 1\n# see {address}x\n"))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "rich==15.0.0",
        "rich>=15 --hash=sha256:" + 64 * "a",
        "--index-url x",
        "rich==15.0.0 --hash=md5:" + 32 * "a",
    ],
)
def test_finds_a_requirement_without_its_hash(tmp_path: Path, line: str) -> None:
    good = "six==1.0 ; python_version < '3.12' \\\n    --hash=sha256:" + 64 * "0" + "\n    # via rich\n"
    (lock,) = planted(tmp_path, good)
    assert unhashed(lock) == []
    (lock,) = planted(tmp_path, good + line)
    assert len(unhashed(lock)) == 1


def test_finds_locks_that_disagree(tmp_path: Path) -> None:
    (one,) = planted(tmp_path, "rich==15.0.0 --hash=sha256:aa\nsix==1.0 --hash=sha256:aa")
    other = tmp_path / "other.lock"
    other.write_text("rich==15.0.1 --hash=sha256:bb\nsix==1.0 --hash=sha256:aa")
    assert disagreements([one, other]) == ["rich"]
