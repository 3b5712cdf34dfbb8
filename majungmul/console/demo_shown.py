"""What `majungmul demo` prints of the story: each year as tables, what is due, what was refused, what was verified."""

from typing import Any

from majungmul.console.printing import console, grid
from majungmul.values.won import Won

LINE = {
    "appropriated": "예산",
    "disbursed": "교부",
    "paid": "집행",
    "recognised": "확정",
    "returned": "반납",
    "left": "남음",
}
AWARD = {"decided": "결정", "received": "교부", "paid": "지급", "recognised": "인정"}
MOST_DUE = 12


def show(books: dict[str, Any]) -> None:
    """All of it, as a person reads it."""
    out = console()
    this_year = books["today"][:4]
    for year, told in books["years"].items():
        _show_lines(f"{year}년{' (열려 있음)' if year == this_year else ''}", told["lines"])
        if told["awards"]:
            _show_awards(year, told["awards"])
    _show_due(books["due"], books["today"])
    for late in books["late"]:
        out.print(
            f"\n{late['at'][:16].replace('T', ' ')} {late['what']}\n  → 거절: {late['refused']}", markup=False
        )
    out.print("\n계정의 사슬 (협업, 2017년): 계정마다 남은 금액")
    for branch in books["chain"]:
        out.print(f"  {'   ' * branch['depth']}└ {branch['label']}  {Won(branch['balance'])}", markup=False)
    out.print(f"\n예산보다 1원 더 옮겨 보기: {books['attempt']}\n  → 거절: [bold]{books['refused']}[/bold]")
    looked = books["looked_at"]
    out.print(
        f"\n들려주는 데 {books['seconds']}초. 검증: 계정 {looked['accounts']:,}개, 이체 {looked['transfers']:,}건, "
        f"사건 {looked['events']:,}건, 문지기 {looked['guards']:,}개를 다시 셈해 어긋난 것 {books['faults']:,}건"
    )


def _show_lines(title: str, lines: list[dict[str, Any]]) -> None:
    """The lines of a year; those in which nothing moved are one row."""
    shown = grid(f"{title} — 항목", "항목", *LINE.values(), caption="(단위 : 원)")
    _right(shown)
    moved = [line for line in lines if line["disbursed"] or line["programme"] == "trade_collaboration"]
    still = [line for line in lines if line not in moved]
    for line in moved:
        shown.add_row(line["label"], *_printed(line, LINE))
    if still:
        shown.add_row(f"그 밖의 {len(still)}개 항목", *_printed(_sum(still, LINE), LINE))
    shown.add_section()
    shown.add_row("합계", *_printed(_sum(lines, LINE), LINE), style="bold")
    console().print(shown)


def _show_awards(year: str, awards: list[dict[str, Any]]) -> None:
    shown = grid(
        f"{year}년 — 결정마다(가상)", "결정", "받는 곳", *AWARD.values(), "상태", caption="(단위 : 원)"
    )
    for column in shown.columns[2:-1]:
        column.justify = "right"
    for award in awards:
        shown.add_row(award["number"] or "(시행 전)", award["body"], *_printed(award, AWARD), award["state"])
    console().print(shown)


def _show_due(due: list[dict[str, Any]], today: str) -> None:
    """오늘 할 일 — what is late, what is due today and this week, and what comes next."""
    own = [duty for duty in due if duty["due_on"] >= f"{today[:4]}-01-01"]
    shown = grid(f"오늘({today}) 할 일", "언제", "기한", "누가", "할 일", "근거")
    for duty in own[:MOST_DUE]:
        shown.add_row(duty["when"], duty["due_on"], duty["who"], duty["what"], duty["basis"])
    console().print(shown)
    if len(own) > MOST_DUE:
        console().print(f"  그 뒤로 {len(own) - MOST_DUE}건 더 있습니다.")


def _right(shown: Any) -> None:  # noqa: ANN401 - rich is imported only where it prints
    for column in shown.columns[1:]:
        column.justify = "right"


def _sum(rows: list[dict[str, Any]], names: dict[str, str]) -> dict[str, int]:
    return {name: sum(row[name] or 0 for row in rows) for name in names}


def _printed(row: dict[str, Any], names: dict[str, str]) -> list[str]:
    return ["정산 전" if row[name] is None else f"{row[name]:,}" for name in names]
