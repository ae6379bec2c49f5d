"""
What the worst documents cost: ``python benchmarks/loading.py [NAME...]``.

Each is made at 0.5, 1 and 2 MB and loaded in a process of its own that may take 60 seconds and 2 GiB. The growth is the
ratio of the seconds at 2 MB to those at 1 MB: 2 is linear.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable

SIZES = (500_000, 1_000_000, 2_000_000)
MOST_SECONDS, MOST_BYTES = 60, 2 * 2**30
HEAD = '"schema": 2, "year": 2022, "department": {"name": "a"}'


def _document(rest: str) -> str:
    return f"{{{HEAD}, {rest}}}"


def _many(item: str, before: str = "", after: str = "") -> Callable[[int], str]:
    """Return what makes a document whose one list is full of *item*."""
    return lambda size: _document(f"{before}[{', '.join([item] * (size // (len(item) + 2)))}]{after}")


def _deep(item: str, depth: int) -> str:
    return '{"points": [' * depth + item + "]}" * depth


def _keys(size: int) -> str:
    return _document(", ".join(f'"k{index}": 0' for index in range(size // 12)))


def _one_key(size: int) -> str:
    return _document(", ".join(['"k": 0'] * (size // 8)))


#: Documents by what is in them, each made of a size in characters.
INPUTS: dict[str, Callable[[int], str]] = {
    "a report that is right": _many(
        '{"name": "a", "amounts": {"executed": "38.26万元", "original": {"amount": "1", "unit": "元"}}}',
        '"budgets": {"general_public": {"projects": {"items": ', "}}}",
    ),
    "cells that are right": _many(
        '{"name": "a", "target": "≥300人", "actual": "280人"}',
        '"attachments": {"project_self_evaluations": [{"year": 2022, "name": "a", "indicators": {"levels": '
        '[{"name": "a", "indicators": ', "}]}}]}",
    ),
    "texts that are right": _many('"履行职责"', '"attachments": {"base_data": {"year": 2022, "purposes": ', "}}"),
    "nested points, one bad": _many(_deep('{"text": ""}', 27), '"narrative": {"problems": ', "}"),
    "nested points, many bad": _many(_deep(", ".join(['{"text": ""}'] * 100), 27), '"narrative": {"problems": ', "}"),
    "points, all bad at the bottom": lambda size: _document(
        f'"narrative": {{"problems": [{_deep(", ".join(["1"] * (size // 3)), 27)}]}}'
    ),
    "texts that are numbers": lambda size: (
        f'{{"schema": 2, "year": 2022, "department": {{"name": "a", "duties": [{"1," * (size // 2)}1]}}}}'
    ),
    "goals without text": _many("{}", '"goals": {"overall": ', "}"),
    "amounts without a unit": _many('{"executed": "1"}', '"final_accounts": {"by_function": ', "}"),
    "projects with everything wrong": _many(
        '{"name": 1, "code": 1, "sources": [1], "amounts": {"executed": "x"}}',
        '"budgets": {"general_public": {"projects": {"items": ', "}}}",
    ),
    "figures that are none": _many(
        '{"about": "a", "quantity": "几名"}', '"narrative": {"problems": [{"figures": ', "}]}"
    ),
    "constants": _many("NaN", '"more": '),
    "numbers that would lose digits": _many("0.1234567890123456789", '"more": '),
    "lone surrogates": _many('"\\ud800"', '"more": '),
    "doubled keys": _many('{"a": 1, "a": 1}', '"more": '),
    "one key again and again": _one_key,
    "unknown keys": _keys,
    "unknown objects": _many("{}", '"more": '),
    "unknown lists": _many("[]", '"more": '),
    "unknown numbers": lambda size: _document(f'"more": [{"1," * (size // 2)}1]'),
    "one long text": lambda size: _document(f'"more": "{"绩" * (size // 3)}"'),
    "long keys on the way": lambda size: _document(
        '"more": ' + f'{{"{"k" * 90}": ' * 9 + f"[{', '.join(['NaN'] * (size // 5))}]" + "}" * 9
    ),
    "brackets": lambda size: "[" * size,
    "brackets that close": lambda size: "[" * (size // 2) + "]" * (size // 2),
    "an old form, all bad": lambda size: (
        '{"schema": 1, "form": "project-self-evaluation", "year": 2022, "name": "a", "indicators": {"groups": ['
        + ", ".join(['{"groups": [{}]}'] * (size // 18))
        + "]}}"
    ),
}  # fmt: skip


def _load(name: str, size: int, kind: str) -> None:
    """Load one document here, and print the seconds, the peak of memory in MB and what came of it."""
    import perfreport  # noqa: PLC0415 - only in the process that is measured
    from perfreport.errors import InvalidDocument  # noqa: PLC0415 - as above

    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    data = INPUTS[name](size).encode()
    if kind == "yaml":
        perfreport.loads("schema: 2\nyear: 2022\ndepartment: {name: a}", "yaml")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    try:
        perfreport.loads(data, "json" if kind == "json" else "yaml")
        came = "read"
    except InvalidDocument as error:
        str(error)
        came = f"{len(error.problems) + error.more:,} problems"
    seconds = time.process_time() - begun
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{seconds}\t{peak}\t{came}")


def _measured(name: str, size: int, kind: str) -> tuple[float, float, str]:
    command = [sys.executable, __file__, "--one", name, str(size), kind]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - this file
    if done.returncode:
        return float("nan"), float("nan"), (done.stderr.strip().splitlines() or [f"ended by {-done.returncode}"])[-1]
    seconds, peak, came = done.stdout.rstrip("\n").split("\t")
    return float(seconds), float(peak), came


def main(names: list[str]) -> None:
    """Print one line for each document and format."""
    columns = "".join(f"{f'{size / 1e6:g} MB: s':>12}{'MB':>7}" for size in SIZES)
    print(f"{'document':34}{'':5}{columns}{'growth':>8}  what came of it")
    for name in names or INPUTS:
        for kind in ("json", "yaml"):
            rows = [_measured(name, size, kind) for size in SIZES]
            cells = "".join(f"{seconds:12.2f}{peak:7.0f}" for seconds, peak, _ in rows)
            growth = rows[-1][0] / max(rows[-2][0], 1e-9)
            print(f"{name:34}{kind:5}{cells}{growth:8.1f}  {rows[1][2]}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _load(sys.argv[2], int(sys.argv[3]), sys.argv[4])
    else:
        main(sys.argv[1:])
