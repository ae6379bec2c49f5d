"""What the code books cost: reading each, and finding a code against going through all rows."""

import timeit
from collections.abc import Callable

from perfreport.codes.books import Book, _files, cofog, department_economic, functional, government_economic

BOOKS = (functional, department_economic, government_economic, cofog)
YEAR = 2024


def _best(action: Callable[[], object], number: int) -> float:
    """Return the seconds that one run takes, the best of seven rounds."""
    return min(timeit.repeat(action, number=number, repeat=7)) / number


def _scan(book: Book, code: str) -> object:
    return next((entry for entry in book.entries if entry.code == code and entry.in_force(YEAR)), None)


def _read(load: Callable[[], Book]) -> Book:
    _files.book.cache_clear()
    return load()


def main() -> None:
    """Print one line for each book."""
    print(f"{'book':22}{'rows':>6}{'read, ms':>10}{'get, µs':>10}{'scan, µs':>10}{'ratio':>8}")
    for load in BOOKS:
        read = _best(lambda load=load: _read(load), 5)
        book = load()
        codes = [entry.code for entry in book if entry.in_force(YEAR)]
        get = _best(lambda book=book, codes=codes: [book.get(code, YEAR) for code in codes], 20) / len(codes)
        scan = _best(lambda book=book, codes=codes: [_scan(book, code) for code in codes], 2) / len(codes)
        print(f"{book.name:22}{len(book):6}{read * 1e3:10.2f}{get * 1e6:10.2f}{scan * 1e6:10.2f}{scan / get:8.0f}")


if __name__ == "__main__":
    main()
