"""판 — the migrations that the database has had, held against those that the program knows."""

from pathlib import Path

from django.db import OperationalError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from majungmul.values.refusal import Refusal

Step = tuple[str, str]
"""An app and the name of one of its migrations."""


class NoDatabase(Refusal):
    """데이터베이스 없음."""

    sentence = (
        "아직 데이터베이스가 없습니다. ‘majungmul adopt --year 2018’로 계획을 옮기거나 "
        "‘majungmul restore 파일’로 백업을 되살려 주십시오."
    )


class NoServer(Refusal):
    """데이터베이스 서버에 닿지 못함."""

    sentence = (
        "데이터베이스 서버에 연결하지 못했습니다. DATABASE_URL 과 서버가 켜져 있는지 확인해 주십시오. ({why})"
    )


class NewerDatabase(Refusal):
    """프로그램보다 새 데이터베이스."""

    sentence = (
        "데이터베이스가 이 프로그램보다 새 판입니다({steps}). 손대지 않았습니다. "
        "프로그램을 새 판으로 바꾼 뒤 다시 실행해 주십시오."
    )


class OlderDatabase(Refusal):
    """프로그램보다 이전 데이터베이스."""

    sentence = "데이터베이스가 이 프로그램보다 이전 판입니다. ‘majungmul upgrade’로 먼저 올려 주십시오."


def has_database() -> bool:
    """Whether the books are there, without making anything. Refuses a server that does not answer."""
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return False
    try:
        return "trail_event" in connection.introspection.table_names()
    except OperationalError as problem:
        raise NoServer(why=str(problem).strip().partition("\n")[0]) from problem


def applied() -> set[Step]:
    """What the database has had."""
    return set(MigrationRecorder(connection).applied_migrations())


def known() -> set[Step]:
    """What the program knows."""
    return set(MigrationLoader(None).graph.nodes)


def refuse_newer(steps: set[Step]) -> None:
    """Refuse (NewerDatabase) what the program does not know."""
    if unknown := sorted(steps - known()):
        raise NewerDatabase(steps=", ".join(f"{app} {name}" for app, name in unknown))


def refuse_absent() -> None:
    """Refuse where there is no database, and make none."""
    if not has_database():
        raise NoDatabase


def refuse_other() -> None:
    """Refuse to read where there is no database, or one that is not of the program's version."""
    refuse_absent()
    refuse_newer(applied())
    if waiting():
        raise OlderDatabase


def waiting() -> list[Step]:
    """What the program knows and the database has not had yet."""
    return sorted(known() - applied())
