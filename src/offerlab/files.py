"""Files that offerlab writes: whole, never over another, for the owner only.

A file is written beside its place under a name of its own, brought to the disk, and
moved. What a killed run leaves beside is swept by the next run that writes there.
"""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from offerlab.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator

OWNER_ONLY = 0o600
_BESIDE = ".offerlab."
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)

_inputs: ContextVar[set[tuple[int, int]] | None] = ContextVar("inputs", default=None)


@contextmanager
def keeping_inputs() -> Iterator[None]:
    """Refuse, until the end, to write over any file that is read meanwhile."""
    token = _inputs.set(set())
    try:
        yield
    finally:
        _inputs.reset(token)


def note_input(status: os.stat_result) -> None:
    """Note that a file is read: no output may replace it in this run."""
    known = _inputs.get()
    if known is not None:
        known.add((status.st_dev, status.st_ino))


def check_free(path: Path, *, force: bool) -> Path:
    """Where a file for `path` will be: links are followed.

    Raises
    ------
    OutputError
        If nothing can be written there, if a file is there and `force` is not given,
        or if that file has been read in this run.
    """
    try:
        place = Path(os.path.realpath(path))
        if place.is_dir():
            raise OutputError(path, "this is a folder; name a file")
        if place.exists() and not place.is_file():
            raise OutputError(path, "is not an ordinary file")
        if (place.exists() or path.is_symlink()) and not force:
            raise OutputError(path, "exists already; --force writes over it")
        if place.exists() and _is_input(place.stat()):
            raise OutputError(path, "is the file that is read; name another")
        if not place.parent.is_dir():
            raise OutputError(path, f"there is no folder {path.parent}")
    except (OSError, ValueError) as error:
        raise _cannot("written", path, error) from error
    return place


def _is_input(status: os.stat_result) -> bool:
    return (status.st_dev, status.st_ino) in (_inputs.get() or ())


def check_writable(path: Path, *, force: bool) -> Path:
    """As `check_free`, and try it: a file is made beside and removed.

    Raises
    ------
    OutputError
        If nothing can be written there.
    """
    place = check_free(path, force=force)
    beside = place.parent / f"{_BESIDE}{os.urandom(8).hex()}"
    try:
        os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
    except OSError as error:
        raise _cannot("written", path, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return place


def write_file(path: Path, content: bytes | str, *, force: bool = False) -> Path:
    """Write a file that the user names, readable by its owner only.

    Raises
    ------
    OutputError
        If it exists and `force` is not given, has been read in this run, or cannot be
        written. Then nothing has changed.
    """
    place = check_free(path, force=force)
    _put(path, place, content, replace=force)
    return path


def update_file(path: Path, content: bytes | str) -> Path:
    """Write a file that offerlab keeps itself, such as a log, over its older self.

    Raises
    ------
    OutputError
        If it cannot be written; then the older one is whole.
    """
    place = Path(os.path.realpath(path))
    make_folder(place.parent)
    _put(path, place, content, replace=True)
    return path


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """A file for another library to write, which takes the place of `path` at the end.

    Where the writing fails or is cut off, `path` is as it was, and nothing is left.

    Raises
    ------
    OutputError
        If it cannot be made or moved.
    """
    try:
        _sweep(path.parent)
        handle, beside = _held(path.parent)
        try:
            yield beside
            beside.chmod(OWNER_ONLY)
            os.fsync(handle)
            beside.replace(path)
        finally:
            os.close(handle)
            beside.unlink(missing_ok=True)
        _sync_folder(path.parent)
    except OSError as error:
        raise _cannot("written", path, error) from error


def _held(folder: Path) -> tuple[int, Path]:
    """A new file that is held, so that no other run sweeps it."""
    while True:
        beside = folder / f"{_BESIDE}{os.urandom(8).hex()}"
        handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
        _lock(handle)
        if os.fstat(handle).st_nlink:
            return handle, beside
        os.close(handle)  # another run swept it at its birth


def make_folder(path: Path) -> Path:
    """Make a folder and its parents, those that are new for the owner only.

    Raises
    ------
    OutputError
        If it cannot be made.
    """
    try:
        missing = [part for part in (path, *path.parents) if not part.exists()]
        for part in reversed(missing):
            part.mkdir(mode=0o700, exist_ok=True)
        if not path.is_dir():
            raise OutputError(path, "is a file, and a folder belongs there")
    except (OSError, ValueError) as error:
        raise _cannot("made", path, error) from error
    return path


def _cannot(done: str, path: Path, error: Exception) -> OutputError:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return OutputError(path, f"cannot be {done} ({reason})")


def _put(path: Path, place: Path, content: bytes | str, *, replace: bool) -> None:
    """Write beside, then move; a signal in between leaves nothing behind."""
    try:
        data = content.encode() if isinstance(content, str) else content
        _sweep(place.parent)
        done = False
        while not done:
            beside = place.parent / f"{_BESIDE}{os.urandom(8).hex()}"
            try:
                # The name is known before the file is made: whatever comes, it goes.
                done = _written(beside, place, data, replace=replace)
            finally:
                beside.unlink(missing_ok=True)
        _sync_folder(place.parent)
    except FileExistsError as error:
        message = "exists already; --force writes over it"
        raise OutputError(path, message) from error
    except (OSError, ValueError) as error:
        raise _cannot("written", path, error) from error


def _written(beside: Path, place: Path, data: bytes, *, replace: bool) -> bool:
    """Write `data` beside and move it; False if another run swept it at its birth."""
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(handle, "wb") as file:
        _lock(handle)
        if not os.fstat(handle).st_nlink:
            return False
        file.write(data)
        file.flush()
        beside.chmod(OWNER_ONLY)  # whatever the umask takes away
        os.fsync(handle)
        if os.name == "nt":
            file.close()  # an open file cannot be moved there
        _move(beside, place, replace=replace)
    return True


def _move(beside: Path, place: Path, *, replace: bool) -> None:
    """Give a file its name; without `replace` only one of two writers gets it."""
    if replace:
        beside.replace(place)
        return
    try:
        os.link(beside, place)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # A file system without links: take the name first, then fill it.
        os.close(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
        try:
            beside.replace(place)
        except BaseException:
            place.unlink(missing_ok=True)
            raise


def _sync_folder(folder: Path) -> None:
    """Bring a new name to the disk, where folders can be opened for that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _lock(handle: int) -> None:
    """Hold a file until it is closed; the lock tells a live writer from a dead one."""
    with suppress(ImportError, OSError):
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX)


def _sweep(folder: Path) -> None:
    """Remove what a killed run left beside its output: nobody holds it any more."""
    with suppress(ImportError, OSError):
        import fcntl

        for name in os.listdir(folder):  # noqa: PTH208 - names only, and quickly
            if not name.startswith(_BESIDE):
                continue
            with suppress(OSError):
                handle = os.open(folder / name, os.O_RDWR | os.O_NOFOLLOW)
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    (folder / name).unlink()
                finally:
                    os.close(handle)
