"""이름 — when two ways of writing are one name, and when they only look like it. Pure functions of text."""

from unicodedata import category, normalize

from majungmul.books.parties.look_alikes import ABBREVIATED, BRACKETS, INVISIBLE, LEGAL_FORMS, LOOKS_LIKE


def plain(name: str) -> str:
    """같은 이름 — NFKC, small letters, without spaces and invisible signs; ㈜, (주) and 주식회사 are one.

    Two names with the same plain form are one name. Plain is its own plain form.
    """
    before, after = name, _once(name)
    while after != before:
        before, after = after, _once(after)
    return after


def skeleton(name: str) -> str:
    """닮은 이름 — the plain form as the eye takes it: look-alike letters are one, form and signs left off.

    Two names with one skeleton and different plain forms are a question, never an answer. Empty where no
    letter is left.
    """
    letters = normalize("NFD", _without_legal_form(plain(name))).translate(LOOKS_LIKE)
    return normalize("NFC", "".join(letter for letter in letters if category(letter)[0] in "LN"))


def is_seen(sign: str) -> bool:
    """Whether a sign shows anything: no space, control or format character, filler or selector."""
    return sign not in INVISIBLE and category(sign) not in ("Cf", "Cc", "Zs", "Zl", "Zp")


def _once(name: str) -> str:
    seen = "".join(filter(is_seen, name))
    folded = normalize("NFKC", normalize("NFKC", seen).casefold()).translate(BRACKETS)
    for long, short in ABBREVIATED.items():
        if folded.startswith(long):
            folded = short + folded.removeprefix(long)
        if folded.endswith(long):
            folded = folded.removesuffix(long) + short
    return folded


def _without_legal_form(name: str) -> str:
    """The name without its legal form, unless nothing else is left."""
    for form in LEGAL_FORMS:
        shorter = name.removeprefix(form).removesuffix(form)
        if shorter and shorter != name:
            return _without_legal_form(shorter)
    return name
