"""The command line ``perfreport``; needs the extra ``cli``."""

import sys
from io import TextIOWrapper
from typing import NoReturn

from perfreport.errors import MissingExtra

__all__ = ["main"]

_NEEDED = ("click", "rich")


def main() -> NoReturn:
    """Run the command line with the arguments of the process, and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot show a character shows its number instead: output never fails.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        from perfreport.cli._commands import perfreport  # noqa: PLC0415 - click and rich are an extra
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] not in _NEEDED:
            raise
        print(MissingExtra("cli", "the command line"), file=sys.stderr)  # noqa: T201 - without click there is no echo
        sys.exit(2)
    perfreport(prog_name="perfreport")
    sys.exit(0)
