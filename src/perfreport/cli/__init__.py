"""The command line ``perfreport``; needs the extra ``cli``."""

import os
import sys
from io import TextIOWrapper
from typing import NoReturn

from perfreport.errors import MissingExtra
from perfreport.findings import because

__all__ = ["main"]

_NEEDED = ("click", "rich")


def main() -> NoReturn:
    """Run the command line with the arguments of the process, and exit with its code."""
    for name in ("stdout", "stderr"):
        # A process that was started without a console or with its output closed has none.
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
        # A console that cannot show a character shows its number instead: output never fails.
        if isinstance(stream := getattr(sys, name), TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        from perfreport.cli._commands import perfreport  # noqa: PLC0415 - click and rich are an extra
        from perfreport.cli._output import abandon  # noqa: PLC0415 - as above
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] not in _NEEDED:
            raise
        print(MissingExtra("cli", because("the command line")), file=sys.stderr)  # noqa: T201 - without click there is no echo
        sys.exit(2)
    try:
        perfreport(prog_name="perfreport")
    except OSError as error:
        abandon(sys.stdout, error)
    sys.exit(0)
