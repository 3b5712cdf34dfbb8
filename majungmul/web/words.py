"""말 — how pages write amounts, days and counts for people to read; used as filters by every template."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from majungmul.values.won import Won

WEEKDAYS = "월화수목금토일"
EOK, MAN = 100_000_000, 10_000
CUT_FROM = 10_000_000
"""From ten million on, what is below 만 is left out where an amount is read and not counted."""
MINUS = "△"


def won(amount: Won | int | None) -> str:
    """`5,023,000`, `△200,000`, zero `-`; the unit stands beside it or above the table. None: empty."""
    if amount is None:
        return ""
    number = amount.amount if isinstance(amount, Won) else amount
    if number == 0:
        return "-"
    return f"{MINUS if number < 0 else ''}{abs(number):,}"


def eok(amount: Won | int) -> str:
    """`13억 원`, `9억 6,652만 원`, `4,500원`: an amount for citizens, cut to 만 from ten million on."""
    number = amount.amount if isinstance(amount, Won) else amount
    sign, number = (MINUS if number < 0 else ""), abs(number)
    if number < MAN:
        return f"{sign}{number:,}원"
    eoks, rest = divmod(number, EOK)
    mans, ones = divmod(rest, MAN)
    words = [f"{eoks:,}억"] if eoks else []
    if mans:
        words.append(f"{mans:,}만")
    if ones and number < CUT_FROM:
        return f"{sign}{number:,}원"
    return f"{sign}{' '.join(words)} 원"


def day(on: date | datetime | None) -> str:
    """`2026. 11. 23.(월)`; None: empty."""
    if on is None:
        return ""
    on = _local(on)
    return f"{on.year}. {on.month}. {on.day}.({WEEKDAYS[on.weekday()]})"


def moment(at: datetime | None) -> str:
    """`2026. 11. 23.(월) 14:05`; None: empty."""
    if at is None:
        return ""
    here = timezone.localtime(at)
    return f"{day(here)} {here.hour}:{here.minute:02}"


def closing(at: datetime) -> str:
    """`2026. 11. 27.(금) 18:00`, the end of a period; a midnight as the day that ends with it."""
    here = timezone.localtime(at)
    if (here.hour, here.minute) == (0, 0):
        return f"{day(here - timedelta(days=1))}"
    return moment(at)


def left(until: date | datetime, now: date | datetime) -> str:
    """`3일 남음`, `오늘까지`, `2일 지남`: from the day of `now` to the last day."""
    last = _local(until - timedelta(microseconds=1) if isinstance(until, datetime) else until)
    days = (last - _local(now)).days
    if days == 0:
        return "오늘까지"
    return f"{days:,}일 남음" if days > 0 else f"{-days:,}일 지남"


def percent(part: Won | int, whole: Won | int) -> str:
    """`62.1`: how much of the whole, cut after one digit by halves up; `-` of nothing."""
    of, all_of = (each.amount if isinstance(each, Won) else each for each in (part, whole))
    if all_of == 0:
        return "-"
    tenths = (abs(of) * 2_000 + all_of) // (2 * all_of)
    return f"{MINUS if of < 0 else ''}{tenths // 10}.{tenths % 10}"


def share(part: Won | int, whole: Won | int) -> str:
    """`62.10`: a part of the whole as the width of a bar, in hundredths of a percent, never over 100."""
    of, all_of = (each.amount if isinstance(each, Won) else each for each in (part, whole))
    if all_of <= 0 or of <= 0:
        return "0"
    hundredths = min(10_000, of * 10_000 // all_of)
    return f"{hundredths // 100}.{hundredths % 100:02}"


def _local(on: date | datetime) -> date:
    return timezone.localdate(on) if isinstance(on, datetime) else on
