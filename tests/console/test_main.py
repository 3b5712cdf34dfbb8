"""`majungmul` — finds the command, says a refusal in one place, starts fast."""

import subprocess
import sys

from majungmul.console.main import COMMANDS
from tests.console.said import Console


def test_help_lists_every_command(majungmul: Console) -> None:
    said = majungmul("--help")
    assert said.status == 0
    assert all(name in said.out for name in COMMANDS)
    assert majungmul().out == said.out


def test_every_command_explains_itself(majungmul: Console) -> None:
    for name in COMMANDS:
        said = majungmul(name, "--help")
        assert said.status == 0, name
        assert said.out.startswith("usage: majungmul " + name)


def test_an_unknown_command_is_a_sentence(majungmul: Console) -> None:
    said = majungmul("figure")
    assert said.status == 2
    assert "없는 명령입니다" in said.err
    assert said.out == ""


def test_a_wrong_argument_says_how_it_is_written(majungmul: Console) -> None:
    said = majungmul("figures", "--yeer", "2018")
    assert said.status == 2
    assert "명령을 다시 확인해 주십시오" in said.err


def test_a_reader_that_stops_reading_is_no_trace() -> None:
    program = "from majungmul.console.main import main; import sys; sys.exit(main())"
    shell = f"{sys.executable} -c '{program}' figures | head -n 1"
    done = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_commands_without_a_database_load_no_framework() -> None:
    program = (
        "import sys; sys.argv = ['majungmul', 'plan-check', '--json'];"
        "from majungmul.console.main import main; main(); sys.exit('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
