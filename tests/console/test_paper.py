"""`majungmul paper` — the kinds, the newest of a kind, one paper as HTML or text; never one that does not add up."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from majungmul.proof.finding import Finding
from majungmul.web.papers import kinds_of_papers
from tests.console.said import Console
from tests.console.work import _made_at, connected_to
from tests.database import Scratch
from tests.stages.world import a_world, an_application, an_award, an_open_call

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker


@pytest.fixture(scope="module")
def place(
    empty_database: str, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: "DjangoDbBlocker"
) -> Iterator[Scratch]:
    """A city and an operator with one decision each."""
    with django_db_blocker.unblock(), _made_at(tmp_path_factory.mktemp("papers"), empty_database) as made:
        with connected_to(made):
            world = a_world()
            an_award(world, an_application(world, an_open_call(world), world.printer))
        yield made


@pytest.fixture(autouse=True)
def _connected(place: Scratch, django_db_blocker: "DjangoDbBlocker") -> Iterator[None]:
    with django_db_blocker.unblock(), connected_to(place):
        yield


def newest(majungmul: Console, kind: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = majungmul("paper", kind, "--json").json
    return found


def test_without_a_kind_all_kinds_are_shown(majungmul: Console) -> None:
    kinds = majungmul("paper", "--json").json
    assert kinds["award_notice"] == "지원결정통지서"
    assert len(kinds) >= 24
    said = majungmul("paper")
    assert [title for title in kinds.values() if title not in said.out] == []


def test_without_an_id_the_newest_of_the_kind_are_shown(majungmul: Console) -> None:
    (own,) = newest(majungmul, "award_notice")
    (citys,) = newest(majungmul, "grant_notice")
    assert own["id"] != citys["id"], "교부결정과 지원결정은 한 표에 있으나 문서가 다르다"
    assert own["id"] in majungmul("paper", "award_notice").out


def test_a_paper_is_written_as_html(majungmul: Console, tmp_path: Path) -> None:
    (award,) = newest(majungmul, "award_notice")
    said = majungmul("paper", "award_notice", award["id"], "-o", tmp_path / "통지서.html")
    assert (said.status, said.err) == (0, "")
    html = (tmp_path / "통지서.html").read_text(encoding="utf-8")
    assert html.lstrip().lower().startswith("<!doctype html>")
    assert "가상 자료" in html
    assert "5,000,000원" in html


def test_a_paper_is_shown_as_text(majungmul: Console) -> None:
    (award,) = newest(majungmul, "award_notice")
    said = majungmul("paper", "award_notice", award["id"], "--text")
    assert "금오백만원" in said.out
    assert "<" not in said.out.replace("<<", "")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["편지"], "‘편지’(이)라는 문서는 없습니다"),
        (["award_notice", "열두 번째"], "번호가 아닙니다"),
        (["award_notice", "00000000-0000-7000-8000-000000000000"], "찾을 수 없습니다"),
        (["award_notice", "--jurisdiction", "mars"], "자치단체 ‘mars’"),
    ],
)
def test_what_is_not_there_is_refused(majungmul: Console, arguments: list[str], sentence: str) -> None:
    said = majungmul("paper", *arguments)
    assert said.status == 2
    assert sentence in said.err
    assert said.out == ""


def test_the_paper_of_another_kind_of_row_is_refused(majungmul: Console) -> None:
    (citys,) = newest(majungmul, "grant_notice")
    said = majungmul("paper", "award_notice", citys["id"])
    assert said.status == 2
    assert said.err


def test_a_paper_that_does_not_add_up_is_not_shown(
    majungmul: Console, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (award,) = newest(majungmul, "award_notice")
    wrong = Finding("total", "표", "1", "2", 1, "합계가 1원 적습니다.")

    def find(_paper: Any) -> list[Finding]:
        return [wrong]

    monkeypatch.setattr("majungmul.web.papers.unproved", find)
    said = majungmul("paper", "award_notice", award["id"], "-o", tmp_path / "a.html")
    assert said.status == 2
    assert "합계가 1원 적습니다." in said.err
    assert not (tmp_path / "a.html").exists()


def test_a_file_that_cannot_be_written_is_said(majungmul: Console, tmp_path: Path) -> None:
    (award,) = newest(majungmul, "award_notice")
    said = majungmul("paper", "award_notice", award["id"], "-o", tmp_path / "없는 폴더" / "a.html")
    assert said.status == 2
    assert "쓸 수 없습니다" in said.err


def test_every_stage_has_papers() -> None:
    assert len(kinds_of_papers()) >= 24
