"""The glossary: a row for the Korean term of every public class, and no name that is gone."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "majungmul"
GLOSSARY = ROOT / "docs" / "glossary.md"

Row = tuple[str, str, str, str]
"""Korean · English · identifier · law."""


def rows(text: str) -> list[Row]:
    """The rows of the glossary's table, without its two lines of heading."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    return [(korean, english, identifier, law) for korean, english, identifier, law in cells]


def trees(folder: Path) -> dict[str, ast.Module]:
    """Every module of a package by its dotted name below the package."""
    files = sorted(path for path in folder.rglob("*.py") if "migrations" not in path.parts)
    return {_dotted(file.relative_to(folder)): ast.parse(file.read_text(encoding="utf-8")) for file in files}


def _dotted(file: Path) -> str:
    return ".".join(file.with_suffix("").parts).removesuffix("__init__").removesuffix(".")


def classes(modules: Iterable[ast.Module]) -> list[ast.ClassDef]:
    """All of them but Django's Meta, which is said with its model."""
    nodes = [node for module in modules for node in ast.walk(module) if isinstance(node, ast.ClassDef)]
    return [node for node in nodes if node.name != "Meta"]


def refusals(every: list[ast.ClassDef]) -> list[ast.ClassDef]:
    """The classes that derive from Refusal, near or far."""
    known = {"Refusal"}
    while more := {node.name for node in every if _bases(node) & known} - known:
        known |= more
    return [node for node in every if _bases(node) & known]


def _bases(node: ast.ClassDef) -> set[str]:
    return {ast.unparse(base).split(".")[-1] for base in node.bases}


def term(node: ast.ClassDef) -> str:
    """The words before the dash in the first line of a class's docstring."""
    first = (ast.get_docstring(node) or "").partition("\n")[0]
    return first.partition(" — ")[0].strip()


def unlisted(modules: Iterable[ast.Module], listed: set[str]) -> list[str]:
    """Public classes whose term is not in the glossary; a Refusal's words are a sentence and need no row."""
    every = classes(modules)
    exempt = refusals(every)
    public = [node for node in every if not node.name.startswith("_") and node not in exempt]
    return [f"{node.name}: {term(node)}" for node in public if term(node) not in listed]


def names(modules: dict[str, ast.Module]) -> set[str]:
    """The dotted names of all classes, methods, functions and values."""
    return {
        f"{module}.{name}".removeprefix(".") for module, tree in modules.items() for name in _defined(tree)
    }


def _defined(scope: ast.Module | ast.ClassDef) -> Iterator[str]:
    for node in scope.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
            yield from (f"{node.name}.{name}" for name in _defined(node))
        elif isinstance(node, ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def gone(table: list[Row], known: set[str]) -> list[str]:
    """Identifiers with a dot that name nothing in the code."""
    written = [name for row in table for name in re.findall(r"`([^`]+)`", row[2])]
    return [name for name in written if "." in name and name not in known]


def test_every_public_class_begins_with_a_term_of_the_glossary() -> None:
    listed = {row[0] for row in rows(GLOSSARY.read_text(encoding="utf-8"))}
    assert unlisted(trees(PACKAGE).values(), listed) == []


def test_what_the_glossary_names_is_in_the_code() -> None:
    assert gone(rows(GLOSSARY.read_text(encoding="utf-8")), names(trees(PACKAGE))) == []


def test_the_glossary_is_in_order_with_one_row_per_term_and_no_empty_cell() -> None:
    table = rows(GLOSSARY.read_text(encoding="utf-8"))
    terms = [row[0] for row in table]
    assert terms == sorted(set(terms))
    assert all(all(row) for row in table)
    assert {"원", "교부결정", "지원결정", "이차보전", "끝수 처리"} <= set(terms)


PLANTED = '''
class Award:
    """교부결정 — the decision."""

class Voucher:
    """지급권 — a word that nobody has listed."""

class Nameless: pass

class _Inner:
    """속 — private."""

class Refusal(Exception):
    """거절 — listed."""

class Late(values.Refusal):
    """늦음."""

class VeryLate(Late):
    """매우 늦음 — still a refusal."""
'''


def test_a_planted_class_with_an_unlisted_term_is_found() -> None:
    planted = [ast.parse(PLANTED)]
    assert unlisted(planted, {"교부결정", "거절"}) == ["Voucher: 지급권", "Nameless: "]
    assert unlisted(planted, {"교부결정", "거절", "지급권", ""}) == []


def test_a_planted_name_that_is_gone_is_found() -> None:
    known = names({"stages.award": ast.parse(PLANTED)})
    table = [("교부결정", "award", "`stages.award.Award`, `stages.award.Grant`, `award`", "–")]
    assert gone(table, known) == ["stages.award.Grant"]
