"""설정 — read from the environment once; what is law or policy is in `programmes`, never here.

MAJUNGMUL_HOME: the folder of the embedded database and the stored files. DATABASE_URL: PostgreSQL instead.
MAJUNGMUL_JURISDICTION: whose window this is (seoul). MAJUNGMUL_HOSTS: the names under which it is reached,
with commas; without them it answers on this machine alone. MAJUNGMUL_PROXIED: behind a proxy that speaks https.
MAJUNGMUL_ASSETS: where `majungmul assets` gathers what pages look like (the home, where it is not said).
EMAIL_URL: the mail server (submission://user:password@server:587); MAIL_FROM: who writes. Without, no mail is sent.
MAJUNGMUL_DEMO is set by `majungmul demo` for the server that it starts, and by nobody else.
"""

from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from secrets import token_urlsafe
from typing import Any
from urllib.parse import urlsplit

from django.utils.functional import SimpleLazyObject
from environs import Env, EnvError

from majungmul.config.refusals import NotConfigured

env = Env()


ROOT = Path(__file__).parents[1]


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


def _switch(name: str) -> bool:
    """Yes or no; what is not said is no."""
    try:
        return bool(env.str(name, "") and env.bool(name))
    except EnvError as problem:
        raise NotConfigured(name=name, what="1(예) 또는 0(아니요)으로 적습니다") from problem


def _secret() -> str:
    """The key that signs cookies: MAJUNGMUL_SECRET, or one that is made and kept beside the database."""
    if given := env.str("MAJUNGMUL_SECRET", ""):
        return str(given)
    kept = HOME / "secret"
    if not kept.exists():
        HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            kept.touch(mode=0o600, exist_ok=False)
            kept.write_text(token_urlsafe(48))
    return kept.read_text()


def _mail() -> dict[str, Any]:
    """The mail server that EMAIL_URL names: submission speaks TLS, smtp does not. Refuses any other kind."""
    try:
        kind, server = urlsplit(env.str("EMAIL_URL")).scheme, env.dj_email_url("EMAIL_URL")
    except (EnvError, ValueError) as problem:
        raise NotConfigured(name="EMAIL_URL", what="주소로 읽을 수 없습니다") from problem
    if kind not in ("submission", "smtp") or not server["EMAIL_HOST"]:
        raise NotConfigured(name="EMAIL_URL", what="submission://사용자:암호@서버:587 꼴로 적습니다")
    return {**server, "EMAIL_TIMEOUT": 20}


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
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "majungmul.web",
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

DEMO = _switch("MAJUNGMUL_DEMO")
"""The demo: log in by one press, as anybody. Real data never stand in its folder."""

JURISDICTION = env.str("MAJUNGMUL_JURISDICTION", "seoul")
HOSTS: list[str] = env.list("MAJUNGMUL_HOSTS", [])
PROXIED = _switch("MAJUNGMUL_PROXIED")
SECRET_KEY = SimpleLazyObject(_secret)  # a command that signs nothing makes none

ALLOWED_HOSTS = HOSTS or ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in HOSTS]
ROOT_URLCONF = "majungmul.config.urls"
WSGI_APPLICATION = "majungmul.config.wsgi.application"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "majungmul.web.limits.LimitMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "majungmul.web.refusals.RefusalMiddleware",
    "majungmul.web.asked.AskedMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "majungmul.web.audiences.AudienceMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [ROOT / "web" / "jinja2"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "majungmul.web.environment.environment",
            "context_processors": ["majungmul.web.context.frame"],
        },
    },
]

# ── sessions, cookies, headers ───────────────────────────────────────────────────────────────────────────

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 60 * 60 * 10  # a working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEMO
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIED else None
SECURE_SSL_REDIRECT = PROXIED
SECURE_HSTS_SECONDS = 31_536_000 if PROXIED else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "majungmul.web.refusals.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

# ── mail ─────────────────────────────────────────────────────────────────────────────────────────────────

HAS_MAIL = bool(env.str("EMAIL_URL", ""))
if HAS_MAIL:
    vars().update(_mail())
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", f"majungmul@{(HOSTS or ['localhost'])[0]}")

# ── what may come in ─────────────────────────────────────────────────────────────────────────────────────

MOST_BYTES_OF_A_REQUEST = 60_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

# ── static files: KRDS and ECharts are gathered by `majungmul assets`, ours are in the package ───────────

STATIC_URL = "static/"
GATHERED = Path(env.str("MAJUNGMUL_ASSETS", "") or HOME).expanduser().absolute()
ASSETS = GATHERED / "assets"
STATIC_ROOT = GATHERED / "static"
STATICFILES_DIRS = [ASSETS] if ASSETS.is_dir() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "majungmul.config.static.Static"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# ── people ───────────────────────────────────────────────────────────────────────────────────────────────

AUTHENTICATION_BACKENDS = ["majungmul.web.account.backend.LoginBackend"]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = []  # `parties.actions.passwords` refuses weak ones
SILENCED_SYSTEM_CHECKS = ["auth.W004", "auth.E003"]  # a login is unique in its jurisdiction
LOGIN_URL = "account:login"
ALLAUTH_TRUSTED_PROXY_COUNT = int(PROXIED)  # whose address a try to log in counts against: web.account.tries
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "rate_limits"}}
"""Tries are counted for all workers together, and still after a restart. Nothing else is cached."""

AUTH_USER_MODEL = "parties.Person"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LANGUAGE_CODE = "ko"
TIME_ZONE = "Asia/Seoul"
USE_TZ = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
"""Our own faults go to the standard error of the server, with their trace."""
