"""What stands in the cells of a table."""


class Fault(Exception):
    """A table that cannot be understood, or that this oracle does not cover."""


def number(text, default=None):
    return float(text) if text not in (None, "") else default


def truth(text):
    return (text or "").strip().lower() in ("true", "yes", "1")


def anything(text):
    return text in (None, "", "*")
