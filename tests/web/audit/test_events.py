"""Every action has its Korean words."""

import re
from pathlib import Path

import majungmul
from majungmul.web import events

NAMES = re.compile(r'@action\(\s*"([a-z_.]+)"')


def test_every_action_has_words_and_no_other_has() -> None:
    files = Path(majungmul.__file__).parent.rglob("*.py")
    names = {name for file in files for name in NAMES.findall(file.read_text())}
    assert names == set(events.WORDS)


def test_words_are_korean() -> None:
    assert all(re.search(r"[가-힣]", words) for words in events.WORDS.values())
    assert events.words_of("something.older") == "something.older"
