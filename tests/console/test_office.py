"""`majungmul office new` — the first who may log in; answers are read as they come; no password is printed"""

import io
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from majungmul.books.parties.models import Jurisdiction, Office, Person, Tenure
from majungmul.books.trail.models import Event
from tests.console.nowhere import nowhere
from tests.console.said import Console, Said
from tests.database import Scratch, fingerprint

__all__ = ["nowhere"]

PASSWORD = "마중물-한-바가지-물"  # noqa: S105 (invented)
ANSWERS = ("seoul", "홍길동", "hong.gildong", PASSWORD)

Answering = Callable[..., Said]


@pytest.fixture
def answering(majungmul: Console, monkeypatch: pytest.MonkeyPatch) -> Answering:
    def run(*lines: str, options: tuple[object, ...] = ()) -> Said:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return majungmul("office", "new", *options)

    return run


@pytest.mark.usefixtures("nowhere")
def test_it_asks_for_what_it_needs_and_makes_the_office(answering: Answering) -> None:
    said = answering(*ANSWERS)
    assert said.status == 0
    first, _, then = said.out.partition("\n")
    assert first == "서울특별시에 홍길동 님을 등록했습니다. 아이디: hong.gildong, 직책: 관리자, 담당자"
    assert "http://127.0.0.1:8000/account/login/ 에 들어갑니다" in then
    assert "함께 일할 사람을 초대합니다" in then
    assert (
        said.err == "자치단체 부호(예: seoul): 담당자 이름(예: 홍길동): 아이디(예: hong.gildong): 비밀번호: "
    )
    person = Person.objects.get(login="hong.gildong")
    assert person.check_password(PASSWORD)
    assert {tenure.position.role for tenure in Tenure.objects.filter(person=person)} == {
        "administrator",
        "officer",
    }
    assert (Office.objects.get().name, Office.objects.get().kind) == ("서울특별시", "city")


@pytest.mark.usefixtures("scratch")
def test_no_password_is_printed_or_kept_in_the_chain(answering: Answering) -> None:
    said = answering(*ANSWERS)
    encoded = Person.objects.get(login="hong.gildong").password
    assert encoded.startswith("argon2$")
    for text in (said.out, said.err, *Event.objects.values_list("payload", flat=True)):
        assert PASSWORD not in text
        assert encoded not in text


def test_options_answer_for_a_script(majungmul: Console, nowhere: Scratch) -> None:
    secret = nowhere.home / "secret"
    secret.write_text(f"{PASSWORD}\r\n다음 줄\n", encoding="utf-8")
    said = majungmul(
        "office", "new", "--json", "--jurisdiction", "gasang", "--name", "가상시",
        "--person", "홍길동", "--login", "Hong.Gildong", "--password-file", secret,
    )  # fmt: skip
    assert (said.status, said.err) == (0, "")
    assert said.json == {
        "jurisdiction": "gasang",
        "office": "가상시",
        "person": "홍길동",
        "login": "hong.gildong",
        "positions": ["관리자", "담당자"],
    }
    assert Person.objects.get(login="hong.gildong").check_password(PASSWORD)


@pytest.mark.usefixtures("scratch")
def test_a_wrong_answer_is_said_and_asked_again(answering: Answering) -> None:
    codes, names = ("Seoul City", "", "seoul"), ("", "800101-1234567", "홍길동")
    logins, passwords = ("홍길동", "hong.gildong"), ("짧음", "hong.gildong!!", PASSWORD)
    said = answering(*codes, *names, *logins, *passwords)
    assert said.status == 0
    assert said.err.count("‘부호’은(는) 영문 소문자로 시작해") == 2
    assert said.err.count("‘이름’ 칸이 비어 있습니다") == 1
    assert "주민등록번호로 보이는 숫자가 있어" in said.err
    assert "아이디는 영문 소문자" in said.err
    assert "비밀번호는 10자 이상이어야 합니다" in said.err
    assert "비밀번호에 아이디를 넣을 수 없습니다" in said.err
    assert "짧음" not in said.err


WRONG = [
    (("--jurisdiction", "서울"), "‘부호’은(는) 영문 소문자로 시작해"),
    (("--jurisdiction", "gasang", "--name", " "), "‘이름’ 칸이 비어 있습니다"),
    (("--jurisdiction", "seoul", "--person", "가" * 41), "‘이름’은(는) 40자까지"),
    (("--jurisdiction", "seoul", "--person", "홍길동", "--login", "홍"), "아이디는 영문 소문자"),
]


@pytest.mark.parametrize(("options", "sentence"), WRONG)
def test_a_wrong_option_is_a_sentence_and_makes_nothing(
    answering: Answering, nowhere: Scratch, options: tuple[str, ...], sentence: str
) -> None:
    said = answering(options=options)
    assert (said.status, said.out) == (2, "")
    assert sentence in said.err
    assert list(nowhere.home.iterdir()) == []


def test_answers_that_end_too_early_make_nothing(answering: Answering, nowhere: Scratch) -> None:
    for number in range(len(ANSWERS)):
        said = answering(*ANSWERS[:number])
        assert (said.status, said.out) == (2, "")
        assert "답이 없어 멈췄습니다. --" in said.err
    assert list(nowhere.home.iterdir()) == []


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xff", b"short\n"])
def test_a_password_file_that_cannot_be_used_is_a_sentence(
    answering: Answering, nowhere: Scratch, tmp_path: Path, content: bytes | None
) -> None:
    secret = tmp_path / "secret"
    if content is not None:
        secret.write_bytes(content)
    said = answering(*ANSWERS[:3], options=("--password-file", secret))
    assert (said.status, said.out) == (2, "")
    assert "비밀번호" in said.err.splitlines()[-1]
    assert not list(nowhere.home.iterdir())


@pytest.mark.usefixtures("scratch")
def test_an_office_with_people_is_left_alone(answering: Answering) -> None:
    assert answering(*ANSWERS).status == 0
    before = fingerprint()
    said = answering("seoul", "김가상", "kim.gasang", PASSWORD)
    assert (said.status, said.out) == (2, "")
    assert "‘서울특별시’에는 이미 등록된 사람이 있습니다" in said.err
    assert fingerprint() == before


@pytest.mark.usefixtures("scratch")
def test_after_adopt_the_first_person_takes_the_officers_seat(
    majungmul: Console, answering: Answering
) -> None:
    majungmul("adopt", "--year", 2018)
    assert answering(*ANSWERS).status == 0
    assert Jurisdiction.objects.count() == 1
    seat = Tenure.objects.get(person__login="hong.gildong", position__role="officer").position
    assert seat.code == "officer"
    assert seat.office.positions.filter(role="officer").count() == 1


def test_typed_at_a_terminal_the_password_is_not_seen(nowhere: Scratch) -> None:
    """A real terminal: the password is asked for twice, and what is typed does not come back."""
    ours, theirs = pty.openpty()
    options = ["--jurisdiction", "seoul", "--person", "홍길동", "--login", "hong.gildong"]
    program = "import sys; from majungmul.console.main import main; sys.exit(main())"
    command = [sys.executable, "-c", program, "office", "new", *options]
    running = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=nowhere.env, start_new_session=True
    )
    os.close(theirs)
    seen = typed(ours, ["first-try-1", "second-try-1", PASSWORD, PASSWORD])
    assert running.wait(timeout=60) == 0
    assert "두 번 적은 비밀번호가 서로 다릅니다" in seen
    assert "서울특별시에 홍길동 님을 등록했습니다" in seen
    assert not any(word in seen for word in ("first-try-1", "second-try-1", PASSWORD))


def typed(terminal: int, answers: list[str]) -> str:
    """All that the terminal shows, while each question about the password is answered."""
    seen, waiting = b"", list(answers)
    while True:
        try:
            seen += os.read(terminal, 4096)
        except OSError:  # the other end is closed
            return seen.decode()
        if seen.endswith(b": "):
            assert waiting, seen.decode()
            os.write(terminal, f"{waiting.pop(0)}\n".encode())
