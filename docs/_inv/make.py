"""
Write the inventories of other projects' documentation that ours links to: ``python docs/_inv/make.py``.

Only the names that we mention stand in them; a build that meets another one fails and names it.
"""

import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent

PYTHON = {
    "library/functions": (
        "bool=class bytes=class dict=class float=class int=class list=class object=class str=class tuple=class"
    ),
    "library/decimal": "decimal.Decimal=class",
    "library/fractions": "fractions.Fraction=class",
    "library/datetime": "datetime.date=class",
    "library/enum": "enum.Enum=class enum.StrEnum=class",
    "library/os": "os.PathLike=class",
    "library/exceptions": (
        "AssertionError=exception Exception=exception ImportError=exception KeyError=exception OSError=exception "
        "TypeError=exception ValueError=exception"
    ),
    "library/constants": "None=data",
    "library/collections.abc": (
        "collections.abc.Callable=class collections.abc.Iterable=class collections.abc.Iterator=class "
        "collections.abc.Mapping=class collections.abc.Sequence=class"
    ),
    "library/types": "types.MappingProxyType=class types.NoneType=class",
    "library/typing": "typing.Any=data typing.Generic=class typing.Literal=data typing.NoReturn=data",
}
CATTRS = {"cattrs": "cattrs.Converter=class cattrs.converters.Converter=class"}
BABEL = {"api/core": "babel.core.Locale=class babel.Locale=class"}
HYPOTHESIS = {
    "reference/strategies": "hypothesis.strategies.SearchStrategy=class",
}
PROJECTS = {"python": PYTHON, "cattrs": CATTRS, "babel": BABEL, "hypothesis": HYPOTHESIS}


def main() -> None:
    """Write one inventory a project, in the second version of Sphinx's format."""
    for project, pages in PROJECTS.items():
        lines = [
            f"{name} py:{role} 1 {page}.html#$ -\n"
            for page, names in pages.items()
            for name, role in (entry.split("=") for entry in names.split())
        ]
        head = f"# Sphinx inventory version 2\n# Project: {project}\n# Version: \n"
        head += "# The remainder of this file is compressed using zlib.\n"
        packed = zlib.compress("".join(sorted(lines)).encode(), 9)
        (HERE / f"{project}.inv").write_bytes(head.encode() + packed)


if __name__ == "__main__":
    main()
