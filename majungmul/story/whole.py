"""온 이야기 — everybody, 2018 with its 2017, and the current year until today."""

from datetime import date

from majungmul.story import people, this_year, year_2018
from majungmul.story.telling import Progress, Told, in_silence, tell


def tell_all(today: date, on_step: Progress = in_silence) -> Told:
    """Tell all of it on an empty database, or go on where it stopped. Refuses a database with other records."""
    told = Told(people.system_of(today))
    steps = [*people.steps(told), *year_2018.steps(), *this_year.steps(today.year)]
    return tell(steps, told, today, on_step)
