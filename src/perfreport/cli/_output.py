"""Text for whatever console there is: aligned for wide characters, and within what its encoding can hold."""

import sys
from io import StringIO

from rich.box import ASCII2, SIMPLE_HEAD, Box
from rich.console import Console, RenderableType

__all__ = ["box", "complain", "emit", "holds"]

#: How wide output is that does not go to a terminal.
_PLAIN_WIDTH = 110
#: What is shown for a character that the encoding of the console lacks, where the encoding has the substitute.
_SUBSTITUTES = {"¥": "￥", "›": ">", "•": "·", "—": "-"}


def holds(text: str) -> bool:
    """Tell whether the encoding of standard output has every character of *text*."""
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def box() -> Box:
    """Return the lines of a table that the console can show."""
    return SIMPLE_HEAD if holds("─") else ASCII2


def emit(*renderables: RenderableType) -> None:
    """Print *renderables*; texts of a report are never read as markup."""
    terminal = sys.stdout.isatty()
    width = None if terminal else _PLAIN_WIDTH
    page = StringIO()
    console = Console(
        file=page,
        width=width,
        force_terminal=terminal,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    for renderable in renderables:
        console.print(renderable)
    text = "\n".join(line.rstrip() for line in page.getvalue().split("\n"))
    for character, substitute in _SUBSTITUTES.items():
        if not holds(character) and holds(substitute):
            text = text.replace(character, substitute)
    # Not click.echo: it writes UTF-8 where the console says ASCII.
    sys.stdout.write(text)


def complain(message: str) -> None:
    """Print *message* to standard error."""
    sys.stderr.write(message + "\n")
