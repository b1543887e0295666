"""One run at a time in a folder. A file beside the folder is locked by the system itself, so that the lock ends with its
program, however that ends; in it stands the number of the process, for people to find it.
"""

import os
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Iterator


def hold(file: IO[str]) -> bool:
    """Whether the file is ours now. Of several that try, one alone gets it, and nobody else until it is closed."""
    try:
        if os.name == "nt":
            import msvcrt
            # A place far behind the text, which others may then still read.
            file.seek(1 << 20)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def is_still_there(file: IO[str], path: Path) -> bool:
    """Whoever held it before may have taken it away after it was opened here."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def taken(folder: Path, path: Path) -> IO[str]:
    while True:
        file = open(path, "a+", encoding="utf-8")
        if not hold(file):
            file.seek(0)
            by = file.read().strip()
            file.close()
            raise SystemExit(
                f"이 폴더에서는 이미 가르치고 있어요 (프로세스 {by}): {folder}. 끝나기를 기다리거나 --out과 --run에 다른 폴더를 적어 주세요.\n"
                f"Another run (process {by}) is training in {folder}. Wait for its end, or name other folders with --out and --run.")
        if is_still_there(file, path):
            return file
        file.close()


@contextmanager
def locked(*folders: Path) -> Iterator[None]:
    """For as long as this lasts, no other run begins in any of these folders."""
    held: list[tuple[IO[str], Path]] = []
    try:
        for folder in folders:
            path = folder.with_name(folder.name + ".lock")
            path.parent.mkdir(parents=True, exist_ok=True)
            file = taken(folder, path)
            held.append((file, path))
            file.truncate(0)
            file.write(str(os.getpid()))
            file.flush()
        yield
    finally:
        for file, path in held:
            if os.name != "nt":  # where what is open cannot be taken away; left there, it locks nobody out
                path.unlink(missing_ok=True)
            file.close()
