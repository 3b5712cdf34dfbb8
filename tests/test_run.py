"""`run`, tried without a network: a stand-in for Python makes a .venv of stand-ins and notes what it did."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = ("run", "pyproject.toml", "requirements.lock", "requirements-dev.lock", "requirements-build.lock")

# Questions (-c) go to the real Python; of the rest it does just enough to be followed.
STAND_IN = """#!/bin/sh
case "$*" in
*" -c "*) exec "{python}" "$@" ;;
*"-m venv"*)
    for venv; do :; done
    echo "made" >> "{notes}"
    rm -f "$venv/installed"
    mkdir -p "$venv/bin"
    cp "$0" "$venv/bin/python"
    printf '#!/bin/sh\\necho majungmul "$@" in "$PWD"\\nexit 7\\n' > "$venv/bin/majungmul"
    chmod +x "$venv/bin/majungmul" ;;
*"-m pip"*)
    echo "pip" >> "{notes}"
    if [ -e "{trouble}" ]; then cat "{trouble}"; exit 1; fi ;;
*"-m pytest"* | *"-m tests.postgresql"* | *"-m bench"*) echo "$@" in "$PWD"; exit 5 ;;
esac
"""
OLD = '#!/bin/sh\ncase "$*" in *version_info*) exit 1 ;; esac\n'
NO_VENV = '#!/bin/sh\ncase "$*" in *ensurepip*) exit 1 ;; esac\n'


class Checkout:
    """A copy of `run` and of what it reads, in a folder with a space, with a Python of our making."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "마중물 사본"
        self.bin = folder / "bin"
        self.notes = folder / "notes"
        self.trouble = folder / "trouble"
        self.home.mkdir()
        self.bin.mkdir()
        for name in FILES:
            shutil.copy(ROOT / name, self.home)
        self.notes.touch()
        self.python_is(STAND_IN.format(python=sys.executable, notes=self.notes, trouble=self.trouble))

    def python_is(self, script: str) -> None:
        for name in ("python3", "python3.14", "python3.13", "python3.12", "python3.11"):
            (self.bin / name).write_text(script)
            (self.bin / name).chmod(0o755)

    def tool(self, name: str, *, status: int) -> None:
        tool = self.home / ".venv" / "bin" / name
        tool.write_text(f'#!/bin/sh\necho {name} "$@"\nexit {status}\n')
        tool.chmod(0o755)

    def start(self, *words: str, door: Path | None = None, **more: str) -> subprocess.Popen[str]:
        command = [str(door or self.home / "run"), *words]
        environment = {"PATH": f"{self.bin}:{os.defpath}", **more}
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=self.bin, env=environment, stdout=pipe, stderr=pipe, text=True)

    def run(self, *words: str, door: Path | None = None, **more: str) -> tuple[int, str, str]:
        started = self.start(*words, door=door, **more)
        out, err = started.communicate(timeout=30)
        return started.returncode, out, err

    def noted(self) -> list[str]:
        return self.notes.read_text().split()


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_without_a_word_it_says_how_it_is_used_and_installs_nothing(checkout: Checkout) -> None:
    status, out, err = checkout.run()
    assert (status, err) == (0, "")
    assert out.index("사용법: ./run") < out.index("Usage: ./run")
    assert checkout.noted() == []


def test_another_word_goes_to_the_console_with_its_status_and_from_its_folder(checkout: Checkout) -> None:
    status, out, err = checkout.run("calculate", "두 낱말", "--json")
    assert status == 7
    assert out == f"majungmul calculate 두 낱말 --json in {checkout.bin}\n"
    assert err.startswith("마중물을 설치합니다")


def test_bench_runs_in_the_checkout(checkout: Checkout) -> None:
    status, out, _ = checkout.run("bench", "-k", "won")
    assert status == 5
    assert out.endswith(f" -k won in {checkout.home}\n")


def test_test_runs_on_both_databases_and_says_how_each_ended(checkout: Checkout) -> None:
    status, out, err = checkout.run("test", "-k", "won")
    assert status == 5
    assert [line.split()[:2] for line in out.splitlines()] == [["-m", "pytest"], ["-m", "tests.postgresql"]]
    assert all(line.endswith(f" -k won in {checkout.home}") for line in out.splitlines())
    assert err.endswith("SQLite: 통과하지 못함 / failed (5) · PostgreSQL: 통과하지 못함 / failed (5)\n")


def test_check_takes_every_step_and_says_which_failed(checkout: Checkout) -> None:
    checkout.run("demo")
    checkout.tool("ruff", status=1)
    checkout.tool("mypy", status=0)
    checkout.tool("lint-imports", status=0)
    status, out, err = checkout.run("check")
    assert status == 1
    assert [line.split()[0] for line in out.splitlines()] == ["ruff", "ruff", "mypy", "lint-imports", "-m"]
    assert err.endswith("failed: ruff check, ruff format, 크기와 약속 (tests/test_health.py)\n")


def test_a_second_start_installs_nothing_and_asks_no_python(checkout: Checkout) -> None:
    checkout.run("demo")
    checkout.python_is("#!/bin/sh\nexit 1\n")
    assert checkout.run("demo") == (7, f"majungmul demo in {checkout.bin}\n", "")
    assert checkout.noted() == ["made", "pip", "pip"]


def test_what_testing_needs_comes_on_top_and_does_for_the_demo(checkout: Checkout) -> None:
    for word in ("demo", "test", "demo", "bench"):
        checkout.run(word)
    assert checkout.noted() == ["made", "pip", "pip", "pip", "pip"]


def test_a_changed_lock_is_installed(checkout: Checkout) -> None:
    checkout.run("demo")
    with (checkout.home / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    checkout.run("demo")
    assert checkout.noted() == ["made", "pip", "pip", "pip", "pip"]


def test_an_installation_that_broke_off_is_made_anew(checkout: Checkout) -> None:
    checkout.run("demo")
    (checkout.home / ".venv" / "installed").unlink()
    checkout.run("demo")
    assert checkout.noted() == ["made", "pip", "pip"] * 2


def test_a_checkout_that_was_moved_is_made_anew(checkout: Checkout) -> None:
    checkout.run("demo")
    checkout.home = checkout.home.rename(checkout.home.with_name("옮긴 사본"))
    checkout.run("demo")
    assert checkout.noted() == ["made", "pip", "pip"] * 2


def test_two_starts_at_once_install_once(checkout: Checkout) -> None:
    starts = [checkout.start("demo") for _ in range(3)]
    assert [start.communicate(timeout=30)[0] for start in starts] == [
        f"majungmul demo in {checkout.bin}\n"
    ] * 3
    assert checkout.noted() == ["made", "pip", "pip"]


def test_it_is_found_through_links(checkout: Checkout, tmp_path: Path) -> None:
    first, second = tmp_path / "첫 고리", tmp_path / "second"
    first.symlink_to(checkout.home / "run")
    second.symlink_to(first.name)
    assert checkout.run("demo", door=second)[0] == 7
    assert (checkout.home / ".venv").is_dir()


@pytest.mark.parametrize(
    ("python", "says", "installs"),
    [
        (OLD, "파이썬 3.11 이상", "apt install python3 python3-venv"),
        (NO_VENV, "venv 가 없습니다", "apt install python3-venv"),
    ],
)
def test_a_python_that_will_not_do(checkout: Checkout, python: str, says: str, installs: str) -> None:
    checkout.python_is(python)
    status, out, err = checkout.run("demo")
    assert (status, out) == (1, "")
    assert says in err.splitlines()[0]
    assert err.count(installs) == 2
    assert not (checkout.home / ".venv").exists()


def test_a_python_may_be_chosen_and_is_looked_at(checkout: Checkout) -> None:
    checkout.run("demo")
    (checkout.bin / "my python").write_text(OLD)
    (checkout.bin / "my python").chmod(0o755)
    for chosen in ("my python", "nothing"):
        status, _, err = checkout.run("demo", PYTHON=chosen)
        assert status == 1
        assert err.startswith(f"파이썬 3.11 이상이 필요합니다 (PYTHON={chosen} 은 아닙니다).")


@pytest.mark.parametrize(
    ("trouble", "korean", "english"),
    [
        ("OSError: [Errno 28] No space left on device", "디스크가 가득", "the disk is full"),
        ("OSError: [Errno 13] Permission denied: 'x'", "쓸 권한이 없습니다", "no permission to write"),
        ("WARNING: Retrying (Retry(total=1\nERROR: No matching distribution found", "인터넷", "no network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "해시와 다릅니다", "hash is locked"),
        ("WARNING: Retrying (Retry(total=1 SSL: CERTIFICATE_VERIFY_FAILED", "인증서", "PIP_CERT=FILE"),
        ("ERROR: No matching distribution found for x", "파이썬 3.11~3.14", "Choose Python"),
        ("Segmentation fault", "다시 해 보고", "Try again"),
    ],
)
def test_a_failure_says_what_failed_and_what_to_do(
    checkout: Checkout, trouble: str, korean: str, english: str
) -> None:
    checkout.trouble.write_text(trouble)
    status, out, err = checkout.run("demo")
    assert (status, out) == (1, "")
    assert "실패: 잠긴 패키지 설치" in err
    assert trouble.splitlines()[-1] in err
    assert err.index(korean) < err.index(english)
    checkout.trouble.unlink()
    assert checkout.run("demo")[0] == 7
    assert checkout.noted() == ["made", "pip", "made", "pip", "pip"]


def test_a_folder_that_cannot_be_written(checkout: Checkout) -> None:
    (checkout.home / ".venv.lock").mkdir()
    status, _, err = checkout.run("demo")
    assert status == 1
    assert "에 쓰기 / failed: writing there" in err
