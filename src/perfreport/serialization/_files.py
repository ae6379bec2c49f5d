"""Files: their formats by their suffixes, reading with a bound, and writing in one step."""

import errno
import os
from pathlib import Path
from secrets import token_hex
from typing import Final

from perfreport.errors import UnreadableFile
from perfreport.findings import Reason, because
from perfreport.frozenmap import FrozenMap
from perfreport.serialization import _limits, formats
from perfreport.serialization.formats import Format

__all__ = ["format_of", "read", "write"]


#: What the system says most often, so that it is said in the reader's language.
_SYSTEM: Final = FrozenMap(
    {
        errno.ENOENT: because("no such file or directory"),
        errno.EACCES: because("permission denied"),
        errno.EPERM: because("operation not permitted"),
        errno.EISDIR: because("is a directory"),
        errno.ENOTDIR: because("not a directory"),
        errno.ENAMETOOLONG: because("file name too long"),
        errno.ELOOP: because("too many levels of symbolic links"),
        errno.ENOSPC: because("no space left on device"),
        errno.EROFS: because("read-only file system"),
        errno.EBUSY: because("device or resource busy"),
        errno.EIO: because("input/output error"),
    }
)


def format_of(path: str | os.PathLike[str]) -> Format:
    """
    Return the format that the suffix of *path* tells.

    Raises:
        UnreadableFile: if it tells none.
    """
    found = formats.format_of(Path(path).suffix)
    if found is None:
        suffixes = tuple(suffix for known in formats.FORMATS for suffix in known.suffixes)
        reason = because("its name ends in none of {suffixes}, which tell the format", suffixes=suffixes)
        raise UnreadableFile(os.fspath(path), reason)
    return found


def read(path: str | os.PathLike[str]) -> bytes:
    """
    Return the bytes of the file at *path*, one more than are looked at if there are too many.

    Raises:
        UnreadableFile: if it cannot be read.
    """
    try:
        with Path(path).open("rb") as file:
            return file.read(_limits.MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFile(os.fspath(path), because("cannot be read: {why}", why=_why(error))) from error


def write(path: str | os.PathLike[str], data: bytes) -> None:
    """
    Write *data* to the file at *path*; on any error the old file stays.

    Raises:
        UnreadableFile: if it cannot be written.
    """
    try:
        _replace(Path(os.path.realpath(path)), data)
    except (OSError, ValueError) as error:
        raise UnreadableFile(os.fspath(path), because("cannot be written: {why}", why=_why(error))) from error


def _replace(target: Path, data: bytes) -> None:
    """Put *data* in the place of *target* in one step, so that nobody ever reads half of it."""
    mode = target.stat().st_mode & 0o777 if target.exists() else None
    temporary = target.with_name(f".perfreport-{token_hex(8)}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if mode is None else mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _why(error: OSError | ValueError) -> Reason:
    # A name with a null byte is a ValueError; everything else that goes wrong with files is an OSError.
    if isinstance(error, OSError):
        known = _SYSTEM.get(error.errno or 0)
        return known or because("{words}", words=(error.strerror or str(error)).lower())
    return because("{words}", words=str(error).lower())
