"""거절 — what we expected might not be allowed, said in the reader's language."""

from typing import ClassVar


class Refusal(Exception):  # noqa: N818 - 거절 is the word of the house; an error is a bug
    """거절 — a subclass per reason, defined where it is raised.

    `sentence` is Korean and tells the reader what to do; its `{places}` are filled by keyword.
    `law` names the article, where there is one. Everything that is not a Refusal is a bug.
    """

    sentence: ClassVar[str] = ""
    law: ClassVar[str] = ""

    def __init__(self, **places: object) -> None:
        """Keep what filled the sentence, so that a test or a page can ask for it."""
        self.places = places
        super().__init__(type(self).sentence.format(**places))

    def __str__(self) -> str:
        """The Korean sentence, filled in."""
        return type(self).sentence.format(**self.places)
