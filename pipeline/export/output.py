"""Where data goes: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_DEFAULT_MODE = 0o666


@contextmanager
def output(path: Path | None) -> Iterator[BinaryIO]:
    """Open standard output (None) or a file. The file is written beside its place and moved there at the end: never half of it."""
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if path.exists() and not path.is_file():  # /dev/stdout, a named pipe
        with path.open("wb") as stream:
            yield stream
        return
    place = path.resolve()  # a link stays a link to the new content
    number, draft = tempfile.mkstemp(prefix=f".{place.name}.", suffix=".part", dir=place.parent)
    try:
        with os.fdopen(number, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(draft, _mode(place))
        os.replace(draft, place)
    except BaseException:
        with suppress(OSError):
            os.unlink(draft)
        raise


def _mode(place: Path) -> int:
    """Return the permissions of the file that is replaced, or those a new file of this user gets."""
    with suppress(OSError):
        return place.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return _DEFAULT_MODE & ~mask
