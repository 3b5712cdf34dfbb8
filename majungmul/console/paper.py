"""`majungmul paper`: an official paper made from the books, as HTML to print or as text; or what papers there are."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from majungmul.console.arguments import Arguments
from majungmul.console.printing import console, grid, print_json
from majungmul.console.start import start
from majungmul.values.refusal import Refusal

if TYPE_CHECKING:
    from majungmul.formats.paper import Paper
    from majungmul.values.actor import Actor
    from majungmul.web.papers import Kind

NEWEST = 20
LOOKED_AT = 200
"""So many of the newest rows are looked at: some are of another kind than the paper's."""


class NoSuchKind(Refusal):
    """없는 문서 종류."""

    sentence = "‘{kind}’(이)라는 문서는 없습니다. 종류는 ‘majungmul paper’로 볼 수 있습니다."


class NotAnId(Refusal):
    """번호가 아님."""

    sentence = (
        "‘{text}’은(는) 문서의 번호가 아닙니다. ‘majungmul paper {kind}’로 번호를 찾아 그대로 적어 주십시오."
    )


class NotFounded(Refusal):
    """없는 자치단체."""

    sentence = (
        "장부에 자치단체 ‘{jurisdiction}’이(가) 없습니다. ‘--jurisdiction’ 뒤에 부호를 바르게 적어 주십시오."
    )


class CannotWrite(Refusal):
    """쓸 수 없는 파일."""

    sentence = "‘{path}’에 쓸 수 없습니다. 쓸 수 있는 폴더의 새 파일 이름을 적어 주십시오."


def run(arguments: list[str]) -> int:
    """Without a kind, the kinds; without an id, the newest of the kind; else the paper itself."""
    parser = Arguments("paper", "공문서를 장부의 기록으로 만듭니다. 종류를 적지 않으면 종류를 보여 줍니다.")
    parser.add_argument("kind", nargs="?", metavar="종류", help="문서의 종류(예: award_notice)")
    parser.add_argument("id", nargs="?", metavar="번호", help="기록의 번호. 적지 않으면 최근 것을 보여 줌")
    parser.add_argument("-o", "--output", type=Path, metavar="파일", help="쓸 파일. 적지 않으면 화면에 출력")
    parser.add_argument("--text", action="store_true", help="HTML 대신 글로")
    options = parser.with_jurisdiction().parse_args(arguments)
    start()
    from majungmul.books.upkeep import versions  # noqa: PLC0415 - Django is started first
    from majungmul.web.papers import kinds_of_papers  # noqa: PLC0415

    kinds = kinds_of_papers()
    if options.kind is None:
        _show_kinds(kinds, as_json=options.json)
        return 0
    if options.kind not in kinds:
        raise NoSuchKind(kind=options.kind)
    versions.refuse_other()
    by, kind = _reader(options.jurisdiction), kinds[options.kind]
    if options.id is None:
        _show_newest(kind, by, as_json=options.json)
        return 0
    paper = paper_of(kind, by, _id(options.id, options.kind))
    _put(_written(paper, as_text=options.text), options.output)
    return 0


def paper_of(kind: "Kind", by: "Actor", row: UUID) -> "Paper":
    """The paper of a row. Refuses one that is not there, and tables that do not add up, naming each."""
    from majungmul.books.parties.queries.rows import found  # noqa: PLC0415 - Django is started first
    from majungmul.web.papers import proved  # noqa: PLC0415

    return proved(kind, found(kind.model, by, row))


def _reader(jurisdiction: str) -> "Actor":
    from django.utils import timezone  # noqa: PLC0415 - Django is started first

    from majungmul.books.parties.queries.positions import jurisdiction_named, system_actor  # noqa: PLC0415

    founded = jurisdiction_named(jurisdiction)
    if founded is None:
        raise NotFounded(jurisdiction=jurisdiction)
    return system_actor(founded.pk, timezone.localdate(datetime.now(UTC)))


def _id(text: str, kind: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotAnId(text=text, kind=kind) from None


def _written(paper: "Paper", *, as_text: bool) -> str:
    from majungmul.formats.html_paper import html_of, text_of  # noqa: PLC0415 - jinja2 takes time to start

    return text_of(paper) if as_text else html_of(paper)


def _put(text: str, path: Path | None) -> None:
    """Write it to the file, in UTF-8, or to the screen."""
    if path is None:
        print(text)
        return
    try:
        path.write_bytes(text.encode())
    except OSError:
        raise CannotWrite(path=path) from None
    print(f"{path}에 썼습니다.")


def _show_kinds(kinds: Mapping[str, "Kind"], *, as_json: bool) -> None:
    if as_json:
        print_json({name: kind.title for name, kind in kinds.items()})
        return
    shown = grid("문서", "종류", "이름", "무엇의 번호로")
    for name, kind in kinds.items():
        shown.add_row(name, kind.title, str(kind.model._meta.verbose_name))
    console().print(shown)


def _show_newest(kind: "Kind", by: "Actor", *, as_json: bool) -> None:
    """The newest rows that have such a paper; those of another kind of row are left out."""
    newest: list[dict[str, str]] = []
    for row in kind.model.objects.of(by.jurisdiction).order_by("-id")[:LOOKED_AT]:
        try:
            paper = kind.made_by(row)
        except Refusal:
            continue
        newest.append({"id": str(row.pk), "title": paper.title, "receiver": paper.receiver})
        if len(newest) == NEWEST:
            break
    if as_json:
        print_json(newest)
        return
    shown = grid(f"{kind.title} — 최근 {len(newest)}건", "번호", "제목", "수신")
    for each in newest:
        shown.add_row(each["id"], each["title"], each["receiver"])
    console().print(shown)
