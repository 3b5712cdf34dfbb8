"""설정 — read from the environment once; what is law or policy is in `programmes`, never here.

MAJUNGMUL_HOME: the folder of the embedded database and the stored files. DATABASE_URL: PostgreSQL instead.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from environs import Env, EnvError

from majungmul.config.refusals import NotConfigured

env = Env()


def _home() -> Path:
    """Where the embedded database and the stored files are kept."""
    home = (
        Path(env.str("MAJUNGMUL_HOME", "") or Path(__file__).parents[2] / ".majungmul")
        .expanduser()
        .absolute()
    )
    if home.exists() and not home.is_dir():
        raise NotConfigured(name="MAJUNGMUL_HOME", what=f"{home}은(는) 폴더가 아닙니다")
    return home


def _postgresql() -> dict[str, Any]:
    """The server that DATABASE_URL names. Refuses any other kind, and what cannot be read."""
    try:
        address = urlsplit(env.str("DATABASE_URL"))
        database = env.dj_db_url("DATABASE_URL", engine="majungmul.config.postgresql")
    except (EnvError, ValueError) as problem:
        raise NotConfigured(
            name="DATABASE_URL", what="주소로 읽을 수 없습니다(암호의 특수문자는 %로 적습니다)"
        ) from problem
    if address.scheme not in ("postgres", "postgresql") or not database["NAME"]:
        raise NotConfigured(name="DATABASE_URL", what="postgres://사용자:암호@서버:포트/이름 꼴로 적습니다")
    if not find_spec("psycopg"):
        raise NotConfigured(
            name="DATABASE_URL", what="PostgreSQL에는 psycopg 가 있어야 합니다(pip install 'psycopg[binary]')"
        )
    return dict(database)


HOME = _home()

EMBEDDED: dict[str, Any] = {
    "ENGINE": "majungmul.config.sqlite",
    "NAME": HOME / "majungmul.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON",
    },
    "TEST": {"NAME": HOME / "test.sqlite3"},
}

DATABASES = {"default": _postgresql() if env.str("DATABASE_URL", "") else EMBEDDED}

INSTALLED_APPS = [
    "majungmul.books.trail",
    "majungmul.books.parties",
    "majungmul.books.ledger",
    "majungmul.books.files",
    "majungmul.books.duties",
    "majungmul.stages.plan",
    "majungmul.stages.call",
    "majungmul.stages.application",
    "majungmul.stages.review",
    "majungmul.stages.award",
    "majungmul.stages.delivery",
    "majungmul.stages.payment",
    "majungmul.stages.settlement",
]

AUTH_USER_MODEL = "parties.Person"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LANGUAGE_CODE = "ko"
TIME_ZONE = "Asia/Seoul"
