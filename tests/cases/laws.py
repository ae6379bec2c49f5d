"""How many examples a law draws, where one is dear."""

from hypothesis import settings


def one_in(divisor: int) -> settings:
    """
    Draw one example where laws over plain values draw *divisor*: a whole report costs what hundreds of amounts do.

    The share follows the profile, so that a nightly run draws more of these too.
    """
    return settings(max_examples=max(1, settings().max_examples // divisor))


#: Laws over forms with faults in them, and over codes of every kind at once.
HALF = one_in(2)
#: Laws over whole reports, forms and budgets.
WHOLE = one_in(4)
#: Laws over several reports, or over reports that have every form, and laws over every place of a report.
SEVERAL = one_in(10)
#: Laws over reports of thousands of values.
FULL = one_in(20)
