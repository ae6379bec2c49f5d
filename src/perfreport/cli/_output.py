"""Text for whatever console there is: aligned for wide characters, and within what its encoding can hold."""

import codecs
import os
import re
import shutil
import sys
from collections.abc import Iterator
from io import StringIO
from typing import TextIO, final
from unicodedata import category

from attrs import frozen
from rich.box import SIMPLE_HEAD, Box
from rich.cells import cell_len
from rich.console import Console, ConsoleDimensions, ConsoleOptions, RenderableType, RenderResult, detect_legacy_windows
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

__all__ = ["Line", "abandon", "complain", "emit", "indented", "is_utf8", "put", "rules", "said", "width"]

#: How wide output is that does not go to a terminal, and the narrowest and widest on one.
_PLAIN_WIDTH = 100
_NARROWEST, _WIDEST = 40, 120
_HEIGHT = 25
#: What stands for marks that the encoding of the console lacks, if it has that; other characters show their number.
_SUBSTITUTES = (
    ("CN¥", "CN￥"), ("CN¥", "CNY "), ("¥", "￥"), ("›", ">"), ("•", "·"), ("—", "-"), ("…", "..."), ("÷", "/"),
    ("“", '"'), ("”", '"'),
)  # fmt: skip
_BREAKS = re.compile("[\t\r\n]+")
#: Controls, formats (such as those that turn the direction of writing), surrogates, separators of lines and paragraphs.
_OBEYED = {"Cc", "Cf", "Cs", "Zl", "Zp"}
# What a line is not broken in: a word, a number or a Chinese character, with the marks that open before it and close
# after it; and the number that stands for a character that the console lacks.
_OPENING = re.escape("([{“‘（〔［｛〈《「『【")
_CLOSING = re.escape(")]}”’）〕］｝〉》」』】,.;:?!%，。、；：？！％…")
_WORD = rf"(?:[^\s\\{_OPENING}{_CLOSING}\u2e80-\U0010ffff]|[.,:](?=[0-9]))+(?:[千万亿]?元)?"
_UNIT = re.compile(rf"\s*[{_OPENING}]*(?:\\u[0-9a-f]{{4}}|{_WORD}|.)[{_CLOSING}]*")
_LEAD = re.compile(" *(?:[0-9]+ {2})?")
_ASCII_RULES = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


@final
@frozen(kw_only=True)
class Line:
    """A text that is broken as Chinese is: between any two characters, and before no mark that closes."""

    text: Text

    @property
    def cells(self) -> int:
        """How wide it is."""
        return cell_len(self.text.plain)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        # What follows a number or an indent stays to the right of it.
        lead = _LEAD.match(self.text.plain)
        hang = lead.end() if lead is not None and lead.end() < options.max_width // 2 else 0
        ends = _ends(self.text.plain, options.max_width, hang)
        yield Text("\n" + " " * hang).join(self.text.divide(ends))


def is_utf8() -> bool:
    """Tell whether standard output is UTF-8."""
    return codecs.lookup(sys.stdout.encoding or "ascii").name == "utf-8"


def rules() -> Box:
    """Return the lines of a table: in other encodings than UTF-8, such as GBK, a drawn one may be two cells wide."""
    return SIMPLE_HEAD if is_utf8() else _ASCII_RULES


def width() -> int:
    """Return how wide the page is: as the terminal, but within what reads well."""
    return max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST)) if sys.stdout.isatty() else _PLAIN_WIDTH


def said(*parts: str | tuple[str, str], style: str = "") -> Line:
    """
    Return *parts*, some of them with a style, as one line that standard output can show.

    A report may say what it likes: nothing of it is markup, nothing is obeyed by a terminal, and it stays on its line.
    """
    text = Text(style=style)
    for part in parts:
        words, own = (part, "") if isinstance(part, str) else part
        text.append(_held(_harmless(_BREAKS.sub(" ", words))), own)
    return Line(text=text)


def indented(line: Line, cells: int) -> RenderableType:
    """Return *line* with all that it is broken into moved to the right."""
    return Padding(line, (0, 0, 0, cells))


def emit(*renderables: RenderableType) -> None:
    """Print *renderables*, in colour on a terminal."""
    page = StringIO()
    console = Console(
        file=page,
        force_terminal=sys.stdout.isatty(),
        # An old Windows console would show the escapes.
        color_system=None if detect_legacy_windows() else "auto",
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    for renderable in renderables:
        # A number that is cut is another number: rather a line that is too long. Older versions of rich count the
        # padding at both edges too.
        needed = (renderable.min_width or 0) + 2 if isinstance(renderable, Table) else 0
        # A height too, for without one rich takes a dumb terminal to be 80 wide.
        console.size = ConsoleDimensions(max(width(), needed), _HEIGHT)
        console.print(renderable)
    put("\n".join(line.rstrip() for line in page.getvalue().split("\n")))


def put(text: str) -> None:
    """Write *text* to standard output."""
    _write(sys.stdout, text)


def complain(message: str) -> None:
    """Write *message* to standard error; of the file names in it, a terminal obeys nothing."""
    _write(sys.stderr, "\n".join(map(_harmless, message.split("\n"))) + "\n")


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "ascii"
    try:
        # Not click.echo: it writes UTF-8 where the console says ASCII.
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except OSError as error:
        abandon(stream, error)


def abandon(stream: TextIO, error: OSError) -> None:
    """Write nothing more to *stream*, which has raised *error*, and exit if that is worth a complaint."""
    # What is left in the buffer goes nowhere, or Python would try once more when it exits.
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    # A reader that has left, such as head, has seen enough; what was found still decides how the process exits.
    if not isinstance(error, BrokenPipeError):
        complain(f"output: cannot be written: {(error.strerror or str(error)).lower()}")
        sys.exit(2)


def _harmless(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(mark.encode("unicode_escape").decode() if category(mark) in _OBEYED else mark for mark in text)


def _held(text: str) -> str:
    """Return *text* in characters of standard output; here and not at the end, so that columns know their width."""
    encoding = sys.stdout.encoding or "ascii"
    for mark, substitute in _SUBSTITUTES:
        if mark in text and not _holds(encoding, mark) and _holds(encoding, substitute):
            text = text.replace(mark, substitute)
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _holds(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _ends(text: str, room: int, hang: int) -> Iterator[int]:
    """Yield where *text* is broken to be at most *room* wide, when all lines but the first are moved by *hang*."""
    used = 0
    for unit in _UNIT.finditer(text):
        cells = cell_len(unit.group())
        if used and used + cells > room:
            # The spaces before it stay behind.
            start = unit.end() - len(unit.group().lstrip())
            yield start
            cells, used = cell_len(text[start : unit.end()]), hang
        used += cells
