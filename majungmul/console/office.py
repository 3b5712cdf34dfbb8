"""`majungmul office new`: the first jurisdiction, its office, and the first person in it."""

import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path

from majungmul.console.adopt import make_ready
from majungmul.console.arguments import Arguments
from majungmul.console.printing import print_json
from majungmul.console.serving import HERE, PORT
from majungmul.console.start import start
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.programmes.specification import jurisdictions
from majungmul.values.refusal import Refusal
from majungmul.values.uuid7 import uuid7

Check = Callable[[str], str]


class NoAnswer(Refusal):
    """대답 없음."""

    sentence = "‘{asked}’의 답이 없어 멈췄습니다. {option} 뒤에 적거나 다시 실행해 답해 주십시오."


class PasswordsDiffer(Refusal):
    """두 비밀번호가 다름."""

    sentence = "두 번 적은 비밀번호가 서로 다릅니다. 다시 적어 주십시오."


class NoPasswordFile(Refusal):
    """비밀번호 파일."""

    sentence = "비밀번호 파일 ‘{path}’을(를) 읽을 수 없습니다. 첫 줄에 비밀번호를 적은 UTF-8 파일을 주십시오."


NEXT = """  1. ‘majungmul serve’로 창구를 열고, {address} 에 들어갑니다.
  2. ‘관리자’ 자리를 골라 ‘사람·직책’에서 직책을 만들고 함께 일할 사람을 초대합니다.
  3. 같은 쪽의 ‘기관 만들기’로 보조사업자(중앙회)를 만들면, 그 기관의 관리자에게 줄 안내문이 나옵니다.
  4. 협동조합의 담당자는 ‘담당자’ 자리의 ‘내 정보’에서 초대합니다."""


def run(arguments: list[str]) -> int:
    """Ask for what is not given, make the office, and say who may log in; never the password."""
    options = _parse(arguments)
    start()
    from majungmul.books.parties.actions import first_office  # noqa: PLC0415 - Django is started first
    from majungmul.books.upkeep import versions  # noqa: PLC0415

    checks = first_office.CHECKS
    code = ask("자치단체 부호(예: seoul)", "--jurisdiction", options.jurisdiction, checks["code"])
    if versions.has_database():
        make_ready()
        first_office.refuse_opened(code)
    name = _name(code, options.name, checks["name"])
    person = ask("담당자 이름(예: 홍길동)", "--person", options.person, checks["person"])
    login = ask("아이디(예: hong.gildong)", "--login", options.login, checks["login"])
    password = _password(options.password_file, lambda text: _strong(login, text))
    make_ready()
    wanted = first_office.FirstOffice(code, name, login, person)
    first_office.open_first_office(wanted, password, at=datetime.now(UTC), key=str(uuid7()))
    seats = [str(seat.label) for seat in first_office.SEATS]
    if options.json:
        print_json(
            {"jurisdiction": code, "office": name, "person": person, "login": login, "positions": seats}
        )
    else:
        print(f"{name}에 {person} 님을 등록했습니다. 아이디: {login}, 직책: {', '.join(seats)}")
        print(f"이제 할 일\n{NEXT.format(address=_window())}")
    return 0


def _window() -> str:
    """Where the window is reached: under its own name, or on this machine."""
    from django.conf import settings  # noqa: PLC0415 - Django is started first
    from django.urls import reverse  # noqa: PLC0415

    place = f"https://{settings.HOSTS[0]}" if settings.HOSTS else f"http://{HERE}:{PORT}"
    return f"{place}{reverse('account:login')}"


def _parse(arguments: list[str]) -> Namespace:
    parser = Arguments(
        "office", "첫 자치단체와 기관을 만들고 첫 담당자를 등록합니다. 적지 않은 것은 묻습니다."
    )
    parser.add_argument("what", choices=["new"], help="new: 새로 만듦")
    parser.add_argument("--jurisdiction", metavar="부호", help="자치단체(예: seoul)")
    parser.add_argument("--name", metavar="이름", help="자치단체 이름(자료에 없는 자치단체일 때)")
    parser.add_argument("--person", metavar="이름", help="첫 담당자의 이름")
    parser.add_argument("--login", metavar="아이디", help="첫 담당자의 아이디")
    parser.add_argument("--password-file", type=Path, metavar="파일", help="첫 줄에 비밀번호를 적은 파일")
    return parser.parse_args(arguments)


def ask(asked: str, option: str, given: str | None, check: Check) -> str:
    """The answer as it is kept: of the option, or asked again and again until it is one that may be kept."""
    if given is not None:
        return check(given)
    return _until(check, lambda: _line(asked, option))


def _until(check: Check, answer: Callable[[], str]) -> str:
    """Ask until the answer is not refused; each refusal is said."""
    while True:
        try:
            return check(answer())
        except NoAnswer:
            raise
        except Refusal as refusal:
            print(refusal, file=sys.stderr)


def _line(asked: str, option: str) -> str:
    """One line of what is typed, or piped. Refuses (NoAnswer) where nothing comes any more."""
    print(f"{asked}: ", end="", file=sys.stderr, flush=True)
    typed = sys.stdin.readline()
    if not typed:
        raise NoAnswer(asked=asked, option=option)
    return typed.rstrip("\r\n")


def _name(code: str, given: str | None, check: Check) -> str:
    """The name of the jurisdiction: as its data says, or as it is answered."""
    if given is None and code in jurisdictions():
        return check(jurisdiction(code).name)
    return ask("자치단체 이름(예: 서울특별시)", "--name", given, check)


def _password(file: Path | None, check: Check) -> str:
    """The password: of the file, typed twice unseen, or piped."""
    if file is not None:
        return check(_first_line(file))
    return _until(check, _typed_twice if sys.stdin.isatty() else lambda: _line("비밀번호", "--password-file"))


def _typed_twice() -> str:
    password = getpass("비밀번호: ", stream=sys.stderr)
    if getpass("비밀번호 다시: ", stream=sys.stderr) != password:
        raise PasswordsDiffer
    return password


def _first_line(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig").split("\n", 1)[0].rstrip("\r")
    except (OSError, UnicodeDecodeError):
        raise NoPasswordFile(path=file) from None


def _strong(login: str, password: str) -> str:
    from majungmul.books.parties.actions.passwords import refuse_weak  # noqa: PLC0415 - Django is started first

    refuse_weak(login, password)
    return password
