"""TOML 파일 — what it says, and on which line each key stands."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from majungmul.programmes.toml_file import Key, TomlFile, dotted, read_toml
from majungmul.values.mistake import Mistaken

WRITTEN = '''\
# a comment before everything
name = "이름"            # 2
note = """\\
  여러 줄에
  걸친 글 """
after = 1

[assumed]
name = "이유"

[[lines]]                # 11
code = "one"
columns.on = ["on", "날짜"]

[[lines.terms]]          # 15
since = 2018-01-01
values.share = 0.20
values.items = [
  # a comment inside
  { code = "venue", label = "장소" },
  { code = "meal", limit = 30_000, per = "명" },
]
assumed.share = "이유"

[[lines.terms]]          # 25
since = 2019-01-01
[lines.terms.values]
share = 0.25

[[lines]]                # 30
"code" = "two"
terms = [
  { since = 2018-01-01, values = { price = 1 } },
]
'''


def written(tmp_path: Path, text: str | bytes = WRITTEN) -> Path:
    path = tmp_path / "made-up.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.fixture
def file(tmp_path: Path) -> TomlFile:
    return read_toml(written(tmp_path))


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("name",), 2),
        (("note",), 3),
        (("after",), 6),
        (("assumed",), 8),
        (("assumed", "name"), 9),
        (("lines",), 11),
        (("lines", 0), 11),
        (("lines", 0, "code"), 12),
        (("lines", 0, "columns", "on"), 13),
        (("lines", 0, "terms"), 15),
        (("lines", 0, "terms", 0), 15),
        (("lines", 0, "terms", 0, "since"), 16),
        (("lines", 0, "terms", 0, "values"), 17),
        (("lines", 0, "terms", 0, "values", "share"), 17),
        (("lines", 0, "terms", 0, "values", "items"), 18),
        (("lines", 0, "terms", 0, "values", "items", 0, "label"), 20),
        (("lines", 0, "terms", 0, "values", "items", 1), 21),
        (("lines", 0, "terms", 0, "values", "items", 1, "limit"), 21),
        (("lines", 0, "terms", 0, "assumed", "share"), 23),
        (("lines", 0, "terms", 1), 25),
        (("lines", 0, "terms", 1, "values"), 27),
        (("lines", 0, "terms", 1, "values", "share"), 28),
        (("lines", 1), 30),
        (("lines", 1, "code"), 31),
        (("lines", 1, "terms"), 32),
        (("lines", 1, "terms", 0, "values", "price"), 33),
    ],
)
def test_key_stands_on_its_line(file: TomlFile, key: Key, line: int) -> None:
    assert file.line(key) == line


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("lines", 0, "terms", 0, "values", "limit"), 17),
        (("lines", 0, "terms", 1, "source"), 25),
        (("lines", 1, "label"), 30),
        (("law",), 1),
    ],
)
def test_key_that_is_missing_stands_where_its_table_does(file: TomlFile, key: Key, line: int) -> None:
    assert file.line(key) == line


def test_rates_are_exact_and_dates_are_dates(file: TomlFile) -> None:
    terms = file.content["lines"][0]["terms"][0]
    assert terms["values"]["share"] == Decimal("0.20")
    assert str(terms["values"]["share"]) == "0.20"
    assert terms["since"] == date(2018, 1, 1)


def test_key_is_read_aloud_counted_from_one() -> None:
    assert dotted(("lines", 0, "terms", 1, "values", "share")) == "lines[1].terms[2].values.share"
    assert dotted(("law",)) == "law"
    assert dotted(()) == ""


@pytest.mark.parametrize("text", [WRITTEN.replace("\n", "\r\n"), "\ufeff" + WRITTEN])
def test_line_ends_and_mark_of_another_editor_change_no_line(tmp_path: Path, text: str) -> None:
    assert read_toml(written(tmp_path, text)).line(("lines", 0, "terms", 0, "values", "share")) == 17


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ('name = "가"\nlaw = 법\n', "2행", "TOML 문법에 맞지 않습니다"),
        ('name = "가"\nlaw = "닫지 않음\n', "2행", "따옴표"),
        ('name = "가"\n\nperiod = [\n  "연중",\n', "4행", "괄호"),
        ("name = 1\nsince = 2018-02-30\n", "2행", "날짜(2018-01-01)"),
        ('name = "가"\nlaw = "나"\nname = "다"\n', "3행", "같은 이름을 두 번 적었습니다"),
        ("[assumed]\na = 1\n\n[assumed]\n", "4행", "같은 이름을 두 번 적었습니다"),
        (f"a = {'9' * 5_000}\n", "1행", "TOML 문법에 맞지 않습니다"),
        (f"a = {'[' * 5_000}\n", "1행", "TOML 문법에 맞지 않습니다"),
        ("이름 = 1\n", "1행", "TOML 문법에 맞지 않습니다"),
        ('name = "가"\n'.encode() + "법 = 1\n".encode("cp949"), "2행", "UTF-8로 저장해 주십시오"),
    ],
)
def test_what_is_no_toml_is_refused_with_its_line(
    tmp_path: Path, text: str | bytes, place: str, sentence: str
) -> None:
    with pytest.raises(Mistaken) as caught:
        read_toml(written(tmp_path, text))
    (mistake,) = caught.value.mistakes
    assert mistake.place == place
    assert sentence in mistake.sentence


def test_file_that_is_not_there_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(Mistaken) as caught:
        read_toml(tmp_path / "none.toml")
    (mistake,) = caught.value.mistakes
    assert mistake.place.endswith("none.toml")
    assert "파일을 열 수 없습니다" in mistake.sentence
