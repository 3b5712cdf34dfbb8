"""Settings are read once from the environment; what cannot be is refused by name."""

import importlib.util
import runpy
from pathlib import Path
from typing import Any

import pytest

from majungmul.config import settings as own
from majungmul.config.refusals import NotConfigured

FILE = own.__file__


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("MAJUNGMUL_HOME", raising=False)


def read() -> dict[str, Any]:
    return runpy.run_path(FILE)


def test_without_a_word_all_is_in_an_ignored_folder_of_the_checkout() -> None:
    checkout = Path(FILE).parents[2]
    found = read()
    assert found["HOME"] == checkout / ".majungmul"
    assert found["DATABASES"]["default"]["NAME"] == checkout / ".majungmul" / "majungmul.sqlite3"
    assert found["DATABASES"]["default"]["ENGINE"] == "majungmul.config.sqlite"


def test_the_home_is_where_it_is_said_to_be(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MAJUNGMUL_HOME", str(tmp_path / "집"))
    assert read()["HOME"] == tmp_path / "집"
    assert not (tmp_path / "집").exists(), "쓰기 전에는 만들지 않습니다."


def test_a_file_is_no_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "파일").write_text("")
    monkeypatch.setenv("MAJUNGMUL_HOME", str(tmp_path / "파일"))
    with pytest.raises(NotConfigured, match=r"MAJUNGMUL_HOME.*폴더가 아닙니다"):
        read()


def test_a_server_is_read_from_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://kim:a%40b@db.example:5433/majungmul")
    found = read()["DATABASES"]["default"]
    assert found["ENGINE"] == "majungmul.config.postgresql"
    assert (found["USER"], found["PASSWORD"], found["HOST"]) == ("kim", "a@b", "db.example")
    assert (found["PORT"], found["NAME"]) == (5433, "majungmul")


@pytest.mark.parametrize(
    "address",
    [
        "majungmul",
        "mysql://kim@db/majungmul",
        "sqlite:///majungmul.sqlite3",
        "postgres://kim@db",
        "postgres://kim@db/",
        "postgres://kim@db:port/majungmul",
        "postgres://kim:[@db/majungmul",
    ],
)
def test_what_is_no_postgresql_address_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    with pytest.raises(NotConfigured, match="DATABASE_URL"):
        read()


def test_what_is_missing_for_postgresql_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://kim@db/majungmul")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(NotConfigured, match="psycopg"):
        read()


def test_a_mail_server_is_read_from_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMAIL_URL", "submission://kim:a%40b@mail.example:587")
    found = read()
    assert (found["HAS_MAIL"], found["EMAIL_USE_TLS"], found["EMAIL_HOST"]) == (True, True, "mail.example")
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("kim", "a@b")


@pytest.mark.parametrize(
    "address", ["mail.example", "http://mail.example", "submission://:[@x", "file:///tmp/x"]
)
def test_what_is_no_mail_server_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("EMAIL_URL", address)
    with pytest.raises(NotConfigured, match="EMAIL_URL"):
        read()


def test_without_a_mail_server_no_mail_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EMAIL_URL", raising=False)
    assert read()["HAS_MAIL"] is False


def test_cookies_are_for_https_alone_but_in_the_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    for demo in ("false", "true"):
        monkeypatch.setenv("MAJUNGMUL_DEMO", demo)
        found = read()
        assert found["SESSION_COOKIE_SECURE"] is found["CSRF_COOKIE_SECURE"] is (demo == "false")
        assert found["SESSION_COOKIE_HTTPONLY"] is found["CSRF_COOKIE_HTTPONLY"] is True
