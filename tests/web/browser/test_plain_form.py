"""Without JavaScript: the application from the list of calls to its receipt, and no step fewer."""

from pathlib import Path
from typing import TYPE_CHECKING

from tests.web.browser import applying
from tests.web.browser.conftest import Looker, window_of
from tests.web.browser.people import FLORISTS, People, fill, has, headline, press

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_an_application_is_handed_in_without_javascript(chrome: "Browser", site: str, tmp_path: Path) -> None:
    page = window_of(chrome, site, java_script_enabled=False).new_page()
    people = People(chrome, site, tmp_path)
    Looker(page, site, people.wrong).enter(FLORISTS)
    page.goto("/mine/calls/")
    page.get_by_role("listitem").filter(has_text=applying.CALL).get_by_role(
        "link", name="신청서 쓰기"
    ).click()
    fill(page, applicant__ministry="other", applicant__general_meeting="2026. 2. 20.")
    press(page, "다음: 거래계획")
    assert has(page, "‘그 밖의 주무관청’ 칸이 비어 있습니다")
    fill(page, applicant__ministry="seoul")
    press(page, "다음: 거래계획")
    said = applying.TRADE | applying.CHOICES
    fill(page, **{f"trades__0__{code}": value for code, value in said.items()})
    press(page, "거래계획 더하기")
    press(page, "2번 빼기")
    press(page, "다음: 서류")
    applying.add_papers(people, page, applying.PAPERS)
    press(page, "다음: 미리보기")
    assert has(page, "2,741,890")
    press(page, "신청서 제출")
    assert headline(page) == "신청서를 접수했습니다"
    assert people.wrong == []
